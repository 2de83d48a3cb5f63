"""Whom the full names in a text make of a family name alone: the bearer named before, else the best-known one."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float64s, Int64s
from translit.text.candidates.features import FAMILY_COLUMN, NUMBER
from translit.text.candidates.found import Found
from translit.text.candidates.spans import CLOSE
from translit.text.inflection.grammar import is_of_other_gender

LIMIT = 1 << 40  # more than the places of any block
PROMINENCE_COLUMN = NUMBER["prominence"]


def anchoring(found: Found, words: Int64s) -> tuple[Bools, Bools]:
    """Whether the full name of each candidate's entity stands in its text, and whether that of another bearer does.

    A full name behind a family name alone says nothing of it where another bearer is better known: in "Lukashenko
    spoke. His son Viktor Lukashenko was silent" the first is the father. `words` are numbers of the words of
    `found.matches`.
    """
    numbers, _ = found.matches
    most = int(found.entities.max(initial=0)) + 1
    first_of_entity = _Firsts(found.docs * most + found.entities, found.firsts, found.anchors)
    before = first_of_entity(found.docs * most + found.entities) <= found.firsts
    best = _best_known(found)
    family = found.store.features[found.rows, FAMILY_COLUMN] > 0
    early = family & (found.firsts == found.lasts)
    named = found.anchored & (before | ~early | (best >= 0))
    others = found.any_match(_bearers(found, numbers, words, early & (best > 0), found.anchors))
    for gender in "mf":
        told = _told_by_form(found, others & early, gender)
        if told.any():  # Муж Тихановской, Сергей Тихановский: a woman's form is none of his
            other = np.zeros(len(found), dtype=np.bool_)
            full = np.flatnonzero(found.anchors).tolist()
            other[full] = [found.candidate(number).form.gender in ("", gender) for number in full]
            own = found.any_match(_bearers(found, numbers, words, early & (best > 0), other))
            others = np.where(told, own, others)
    return named, others


def _told_by_form(found: Found, asked: Bools, gender: str) -> Bools:
    """Which of the asked candidates are of a person of this gender, by a form that only this gender has."""
    result = np.zeros(len(found), dtype=np.bool_)
    other = "f" if gender == "m" else "m"
    for number in np.flatnonzero(asked).tolist():
        one = found.candidate(number)
        result[number] = one.form.gender == gender and is_of_other_gender(one.cells, other)
    return result


def of_another(found: Found) -> Bools:
    """Whether a family name alone is another bearer's, whom the text has named in full and whom it fits as well."""
    keys = found.docs * (int(found.entities.max(initial=0)) + 1) + found.entities
    before = _Firsts(keys, found.firsts, found.anchors)(keys) <= found.firsts
    best = np.full(int(found.spans.max(initial=0)) + 1, -np.inf)
    np.maximum.at(best, found.spans[before], found.standing[before])
    family = found.store.features[found.rows, FAMILY_COLUMN] > 0
    return np.asarray(family & ~found.anchored & (found.standing <= best[found.spans] + CLOSE))


class _Firsts:
    """The first place of each key among those that are told."""

    def __init__(self, keys: Int64s, places: Int64s, told: Bools) -> None:
        some = np.flatnonzero(told)
        order = some[np.lexsort((places[some], keys[some]))]
        self.keys, first = np.unique(keys[order], return_index=True)
        self.places = places[order][first]

    def __call__(self, keys: Int64s) -> Int64s:
        """The place of each key, or more than any."""
        if not len(self.keys):
            return np.full(len(keys), LIMIT)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.places[at], LIMIT)


def _best_known(found: Found) -> Float64s:
    """How much better known each candidate is than the others of its span, by the number of names it is listed with."""
    known = found.store.features[found.rows, PROMINENCE_COLUMN].astype(np.float64)
    family = found.store.features[found.rows, FAMILY_COLUMN] > 0
    order = np.lexsort((np.where(family, known, -1.0), found.spans))
    spans, values = found.spans[order], np.where(family, known, -1.0)[order]
    ends = np.searchsorted(spans, spans, side="right")
    top = values[ends - 1]
    second = np.where(ends - np.searchsorted(spans, spans) > 1, values[np.maximum(ends - 2, 0)], -1.0)
    result = np.empty(len(found))
    result[order] = np.where(values == top, top - second, values - top)
    return result


def _bearers(found: Found, numbers: Int64s, words: Int64s, early: Bools, anchors: Bools) -> Bools:
    """Whether an entity besides the candidate's has each of the words in its full name, one of `anchors` in the text.

    Of the candidates that are `early` only those count that stand before.
    """
    most = int(found.entities.max(initial=0)) + 1
    pairs = words * most + found.entities[numbers]
    full = anchors[numbers]
    known = np.unique(pairs[full])
    words_known, counted = np.unique(known // most, return_counts=True)
    if not len(known):
        return np.zeros(len(words), dtype=np.bool_)
    places = np.minimum(np.searchsorted(words_known, words), len(words_known) - 1)
    bearers = np.where(words_known[places] == words, counted[places], 0)
    first = _Firsts(words, found.firsts[numbers], full)(words)
    return np.asarray((bearers > np.isin(pairs, known)) & (~early[numbers] | (first <= found.firsts[numbers])))
