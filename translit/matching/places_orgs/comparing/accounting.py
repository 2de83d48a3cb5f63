"""Every word of two names accounted for: what agrees, what either side lacks, in nats of what the words say.

A word that joined another counts by how near the two are; what is left of it, and all of a word without partner, is
lacking. What both sides lack contradicts; what one side lacks may have been left out.
"""

from __future__ import annotations

from typing import Any, NamedTuple

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


class _Side(NamedTuple):
    """What the words of one side of each pair say that the other side lacks."""

    left: Float32s  # nats of each word, [pairs, slots]
    lacks: Float32s  # of all words
    most: Float32s  # of the word that says most
    names: Float32s  # of the word in no list that says most
    common: Float32s  # of the common word that says most
    place: Bools  # a place is left
    proper: Bools  # a proper name is left
    tells: Bools  # a word that isn't generic is left, and says something
    named: Bools  # there is a name


def _side(things: Things, rows: Int32s, says: Float32s, near: Float32s) -> _Side:
    ids, roles, left = things.ids[rows], things.roles[rows], says * (1.0 - near)
    return _Side(
        left=left,
        lacks=left.sum(axis=1),
        most=left.max(axis=1),
        names=(left * things.unlisted[ids]).max(axis=1),
        common=(left * (roles >= Code.WORD)).max(axis=1),
        place=np.asarray((things.places[ids] & (near < HALF)).any(axis=1)),
        proper=np.asarray((things.proper[rows] & (near < HALF)).any(axis=1)),
        tells=np.asarray((left * (roles < Code.GENERIC) > SAYS).any(axis=1)),
        named=np.asarray((roles == Code.NAME).any(axis=1)),
    )


def account(things: Things, rows: Int32s, columns: Int32s, near: Float32s, made: Made) -> Columns:
    """What words say that agree, that one side lacks, and that both lack; see `evidence.FEATURES`."""
    says_a, says_b = things.says[things.ids[rows]], things.says[things.ids[columns]]
    agree = near * np.minimum(says_a[:, :, None], says_b[:, None, :])
    matched, rare = agree.sum(axis=(1, 2)) + made.says, np.sqrt((agree**2).sum(axis=(1, 2)) + made.says**2)
    a = _side(things, rows, says_a, np.where(made.a, 1.0, near.max(axis=2)))
    b = _side(things, columns, says_b, np.where(made.b, 1.0, near.max(axis=1)))
    alone = ((a.left > SAYS).sum(axis=1) == 1) & ((b.left > SAYS).sum(axis=1) == 1)
    least, most = np.minimum(a.lacks, b.lacks), np.maximum(a.lacks, b.lacks)
    words = np.maximum((things.ids[rows] > 0).sum(axis=1) * (things.ids[columns] > 0).sum(axis=1), 1)
    return {
        "made": made.says,
        "matched": np.minimum(matched, MOST_MATCHED),
        "matched_rare": np.minimum(rare, MOST_MATCHED),
        "replaced": np.where(alone, np.minimum(np.maximum(a.names, b.names), np.minimum(a.most, b.most)), 0.0),
        "listed_against": np.minimum(a.common, b.common),
        "nameless": np.maximum(np.where(a.named, 0.0, b.names), np.where(b.named, 0.0, a.names)),
        "lacking": least,
        "surplus": np.abs(a.lacks - b.lacks),
        "lacking_word": np.minimum(a.most, b.most),
        "surplus_word": np.maximum(a.most, b.most),
        "unshared": 1.0 - matched / np.maximum(matched + most, 1e-6),
        "unshared_short": 1.0 - matched / np.maximum(matched + least, 1e-6),
        "chance": np.log(words),
        "proper_lacking": a.proper & b.tells | b.proper & a.tells,
        "proper_surplus": (a.proper != b.proper) & (least < 1.0),
        "place_against": a.place & b.place,
        "place_missing": a.place != b.place,
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
    if not things.organizations:
        return np.zeros(len(rows), dtype=np.bool_)
    first, second = (
        share(things.owners[one], things.seats[other]) for one, other in ((rows, columns), (columns, rows))
    )
    shared = share(things.owners[rows], things.owners[columns])
    missions = things.mission[rows] & things.mission[columns] & ~shared
    return np.asarray(first & second | (first | second) & missions)
