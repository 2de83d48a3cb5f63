"""How near two names of places or organizations are: word by word, and written as one word."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.assignment import FAR
from translit.matching.places_orgs.comparing.accounting import explained
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.comparing.made_words import Made

NEAR = 0.85
PROPER_NEAR, GLUED = 0.6, 0.5  # of organizations: up to here proper names are one, and names written as one word
MOST_LETTERS = 24.0
ONE = 0.03  # nats a letter up to which names are the same but for their spaces; by hand
HEARD = 0.2  # the same up to which names of two alphabets are one as they are heard; by hand
PARTED = 0.33  # of places, with a vowel left out: Кзыл-Орда, Kyzylorda; by hand
MADE_DISTANCE = 0.3  # of a word made of the other side's words, as of an acronym


def word_closeness(
    things: Things, rows: Int32s, columns: Int32s, distance: Float32s, joined: Bools, made: Made
) -> dict[str, NDArray[Any]]:
    """How near the joined words are, and how much of each side they explain."""
    roles_a, roles_b = things.roles[rows], things.roles[columns]
    core_a, core_b = (roles_a > 0) & (roles_a < Code.GENERIC), (roles_b > 0) & (roles_b < Code.GENERIC)
    length_a, length_b = things.lengths[things.ids[rows]], things.lengths[things.ids[columns]]
    best_a = np.where(made.a, MADE_DISTANCE, np.where(joined, distance, FAR).min(axis=2))
    best_b = np.where(made.b, MADE_DISTANCE, np.where(joined, distance, FAR).min(axis=1))
    count_a, count_b = core_a.sum(axis=1), core_b.sum(axis=1)
    worst_a, worst_b = (best_a * core_a).max(axis=1), (best_b * core_b).max(axis=1)
    mean_a, mean_b = _mean(best_a, core_a, length_a), _mean(best_b, core_b, length_b)
    all_a, all_b = _mean(best_a, roles_a > 0, length_a), _mean(best_b, roles_b > 0, length_b)
    shared = (length_a[:, :, None] + length_b[:, None, :]) / 2
    near = joined & (distance < NEAR) & core_a[:, :, None] & core_b[:, None, :]
    known_a, known_b = (things.concepts[things.ids[side], 0] >= 0 for side in (rows, columns))
    unmatched_a = (core_a & (best_a >= NEAR)).sum(axis=1)
    unmatched_b = (core_b & (best_b >= NEAR)).sum(axis=1)
    return {
        "worst": np.where(count_a == count_b, np.maximum(worst_a, worst_b), np.minimum(worst_a, worst_b)),
        "covered": np.minimum(mean_a, mean_b),
        "both_covered": np.maximum(mean_a, mean_b),
        "all_covered": np.maximum(all_a, all_b),
        "best": np.where(core_a, best_a, FAR).min(axis=1),
        "missing": np.minimum(unmatched_a, unmatched_b),
        "extra": np.abs(unmatched_a - unmatched_b),
        "against": np.minimum(
            (core_a & known_a & (best_a >= NEAR)).sum(axis=1), (core_b & known_b & (best_b >= NEAR)).sum(axis=1)
        ),
        "proper_against": (core_a & things.proper[rows] & (best_a >= PROPER_NEAR)).any(axis=1)
        & (core_b & things.proper[columns] & (best_b >= PROPER_NEAR)).any(axis=1),
        "single": np.minimum(count_a, count_b) <= 1,
        "letters": np.minimum((near * shared).sum(axis=(1, 2)), MOST_LETTERS),
        "identical": (things.ids[rows] == things.ids[columns]).all(axis=1),
    }


def _mean(distance: Float32s, among: Bools, lengths: Float32s) -> Float32s:
    """The mean distance of some words, long ones counting more."""
    weight = np.where(among, np.sqrt(np.maximum(lengths, 1.0)), 0.0)
    total = weight.sum(axis=1)
    mean: Float32s = np.where(total > 0, (distance * weight).sum(axis=1) / np.maximum(total, 1e-9), FAR)
    return mean.astype(np.float32)


def written_as_one(things: Things, rows: Int32s, columns: Int32s, same: Bools, found: dict[str, NDArray[Any]]) -> None:
    """The names written as one word, which counts where one side joins words that the other parts.

    In organizations of one script what words say that are the `same` on both sides, [pairs, slots, slots], is no
    reason that the rest is one too: Yes Logistics, DC Logistics.
    """
    value = found["covered"].astype(np.float32)
    several = np.nonzero((things.ids[rows] > 0).sum(axis=1) + (things.ids[columns] > 0).sum(axis=1) > 2)[0]
    i, j = np.array((0, 0, 1)), np.array((0, 1, 0))
    a, b = things.whole[rows[several][:, None], i], things.whole[columns[several][:, None], j]
    codes, inverse = np.unique((a.astype(np.int64) << 32) | b, return_inverse=True)
    tried = things.strings.distances((codes >> 32).astype(np.int32), codes.astype(np.int32), 4.0)[
        inverse.reshape(a.shape)
    ]
    if things.organizations:
        tried = np.minimum(tried * _diluted(things, rows[several], columns[several], same[several], a, b), FAR)
    glued = (tried + np.float32(0.05) * (i + j).astype(np.float32)).min(axis=1, initial=FAR)
    value[several] = glued
    found["whole"] = value
    better = np.zeros(len(rows), dtype=np.bool_)
    limit = GLUED if things.organizations else NEAR
    better[several] = (glued < limit) & (glued + 0.1 < found["both_covered"][several])
    told = (np.asarray(found["against"]) == 0) & ~np.asarray(found["place_against"])  # Нижний, Верхний Уфалей
    cyrillic = things.strings.cyrillic[things.whole[:, 0]]
    told &= ~np.asarray(found["qualifier_surplus"]) & ~things.other_saint(rows, columns)
    told &= ~np.asarray(found["body_against"], dtype=np.bool_) & ~np.asarray(found["field_against"], dtype=np.bool_)
    heard = (value < HEARD) & (cyrillic[rows] != cyrillic[columns])  # Human Rights Watch in Cyrillic
    hyphen = (value < ONE) & (not things.organizations)  # Кара-Ганда, though Kara and Ganda are listed
    better &= told | heard | hyphen
    for name in ("against", "proper_against", "missing", "extra"):
        found[name] = np.where(better, 0, found[name])
    explained(found, better)
    for name in ("worst", "covered", "both_covered", "all_covered"):
        found[name] = np.where(better, np.minimum(found[name], value), found[name])


def _diluted(things: Things, rows: Int32s, columns: Int32s, same: Bools, a: Int32s, b: Int32s) -> Float32s:
    """How many times as many letters as those of words that aren't the `same` the strings a[k] and b[k] have: of each
    pair without generic words, with those of the left name, and of the right; float32 [pairs, 3]."""
    lengths = (things.lengths[things.ids[rows]][:, :, None] + things.lengths[things.ids[columns]][:, None, :]) / 2
    shared = np.where(same, lengths, 0.0)
    core_a, core_b = (things.roles[side] < Code.GENERIC for side in (rows, columns))
    of_a, of_b = shared * core_b[:, None, :], shared * core_a[:, :, None]
    apart = [part.sum(axis=(1, 2)) for part in (of_a * core_a[:, :, None], of_b, of_a)]
    letters = (things.strings.encoded.lengths[a] + things.strings.encoded.lengths[b]) / 2
    one_script = things.strings.cyrillic[a] == things.strings.cyrillic[b]
    diluted = np.where(one_script, letters / np.maximum(letters - np.stack(apart, axis=1), 1.0), 1.0)
    return np.asarray(diluted, dtype=np.float32)
