"""Every word of two names accounted for: what agrees, what either side lacks, in nats of what the words say.

A word that joined another counts by how near the two are; what is left of it, and all of a word without partner, is
lacking. What both sides lack contradicts; what one side lacks may have been left out.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.comparing.made_words import Made
from translit.matching.places_orgs.lexicon.concepts import share

FULL, NONE = 0.12, 0.9  # distances, nats a letter, up to which a word counts as the same, and from which on as another
NONE_CYRILLIC = 0.6  # the same in Cyrillic alone, where hardly a letter stands for another: Полоцкий, Полесский
SAYS = 3.0  # nats of a word that tells one organization from another
HALF = 0.5  # share of a word that has found its partner
MOST_MATCHED = 24.0  # nats

Columns = dict[str, NDArray[Any]]
Left = tuple[Int32s, Bools, Bools]


def nearness(things: Things, rows: Int32s, columns: Int32s, distance: Float32s, joined: Bools) -> Float32s:
    """How near the joined words are, from 0 to 1, [pairs, slots, slots]."""
    cyrillic_a, cyrillic_b = things.cyrillic[things.ids[rows]], things.cyrillic[things.ids[columns]]
    none = np.where(cyrillic_a[:, :, None] & cyrillic_b[:, None, :], NONE_CYRILLIC, NONE)
    near: Float32s = np.where(joined, np.clip((none - distance) / (none - FULL), 0.0, 1.0), 0.0).astype(np.float32)
    return near


def repeated(things: Things, distance: Float32s, one: Left, other: Left) -> None:
    """Counts words as explained that say what the other side says too, though its word has another partner: Trnavská
    univerzita v Trnave. They must be listed, or forms of towns. Each side has its names, what is left, what is made."""
    for axis, (names, left, made) in ((2, one), (1, other)) if things.organizations else ():
        made[...] |= left & (distance.min(axis=axis) < FULL) & things.retold[things.ids[names]]


def account(things: Things, rows: Int32s, columns: Int32s, near: Float32s, made: Made) -> Columns:
    """What words say that agree, that one side lacks, and that both lack; see `evidence.FEATURES`."""
    says_a, says_b = things.says[things.ids[rows]], things.says[things.ids[columns]]
    near_a, near_b = np.where(made.a, 1.0, near.max(axis=2)), np.where(made.b, 1.0, near.max(axis=1))
    agree = near * np.minimum(says_a[:, :, None], says_b[:, None, :])
    matched, rare = agree.sum(axis=(1, 2)) + made.says, np.sqrt((agree**2).sum(axis=(1, 2)) + made.says**2)
    left_a, left_b = says_a * (1.0 - near_a), says_b * (1.0 - near_b)
    lacks_a, lacks_b = left_a.sum(axis=1), left_b.sum(axis=1)
    place_a = (things.places[things.ids[rows]] & (near_a < HALF)).any(axis=1)
    place_b = (things.places[things.ids[columns]] & (near_b < HALF)).any(axis=1)
    proper_a = (things.proper[rows] & (near_a < HALF)).any(axis=1)
    proper_b = (things.proper[columns] & (near_b < HALF)).any(axis=1)
    tells_a = (left_a * (things.roles[rows] < Code.GENERIC) > SAYS).any(axis=1)
    tells_b = (left_b * (things.roles[columns] < Code.GENERIC) > SAYS).any(axis=1)
    alone = ((left_a > SAYS).sum(axis=1) == 1) & ((left_b > SAYS).sum(axis=1) == 1)
    names_a, names_b = left_a * things.unlisted[things.ids[rows]], left_b * things.unlisted[things.ids[columns]]
    common_a, common_b = things.roles[rows] >= Code.WORD, things.roles[columns] >= Code.WORD
    named_a, named_b = (things.roles[rows] == Code.NAME).any(axis=1), (things.roles[columns] == Code.NAME).any(axis=1)
    words = np.maximum((things.ids[rows] > 0).sum(axis=1) * (things.ids[columns] > 0).sum(axis=1), 1)
    return {
        "made": made.says,
        "matched": np.minimum(matched, MOST_MATCHED),
        "matched_rare": np.minimum(rare, MOST_MATCHED),
        "replaced": np.where(
            alone,
            np.minimum(
                np.maximum(names_a.max(axis=1), names_b.max(axis=1)),
                np.minimum(left_a.max(axis=1), left_b.max(axis=1)),
            ),
            0.0,
        ),
        "listed_against": np.minimum((left_a * common_a).max(axis=1), (left_b * common_b).max(axis=1)),
        "nameless": np.maximum(
            np.where(named_a, 0.0, names_b.max(axis=1)), np.where(named_b, 0.0, names_a.max(axis=1))
        ),
        "lacking": np.minimum(lacks_a, lacks_b),
        "surplus": np.abs(lacks_a - lacks_b),
        "lacking_word": np.minimum(left_a.max(axis=1), left_b.max(axis=1)),
        "surplus_word": np.maximum(left_a.max(axis=1), left_b.max(axis=1)),
        "unshared": 1.0 - matched / np.maximum(matched + np.maximum(lacks_a, lacks_b), 1e-6),
        "unshared_short": 1.0 - matched / np.maximum(matched + np.minimum(lacks_a, lacks_b), 1e-6),
        "chance": np.log(words),
        "proper_lacking": proper_a & tells_b | proper_b & tells_a,
        "proper_surplus": (proper_a != proper_b) & (np.minimum(lacks_a, lacks_b) < 1.0),
        "place_against": place_a & place_b,
        "place_missing": place_a != place_b,
    }


LACKING = (
    *("lacking", "surplus", "lacking_word", "surplus_word", "unshared", "unshared_short", "proper_lacking"),
    *("proper_surplus", "replaced", "listed_against", "nameless", "place_against", "place_missing"),
    *("field_against", "body_against"),
)


def explained(found: Columns, where: Bools) -> None:
    """Nothing is lacking where the names agree as a whole: glued words, acronyms."""
    for name in LACKING:
        found[name] = np.where(where, 0, found[name])


def seats_against(things: Things, rows: Int32s, columns: Int32s) -> Bools:
    """Where the owner of one side is the place where the other sits, of missions, or where two places are exchanged."""
    first, second = (
        share(things.owners[one], things.seats[other]) for one, other in ((rows, columns), (columns, rows))
    )
    shared = share(things.owners[rows], things.owners[columns])
    missions = things.mission[rows] & things.mission[columns] & ~shared
    return np.asarray(first & second | (first | second) & missions)
