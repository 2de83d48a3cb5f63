"""Acronyms as evidence: of the other side's words, in their language or in another; two that differ."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.assignment import FAR
from translit.matching.persons.lexicon.latin_names import plain
from translit.matching.places_orgs.comparing.accounting import MOST_MATCHED, Columns, explained
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.reading.initials import spelled

ACRONYM_SAYS = 2.7  # nats that a letter of an acronym says that agrees with a word's first: one in about 15
# nats from which on letters are more than chance where the language or the order is another, as there are acronyms for
# any name to meet, and from which on they are sure; by hand, as acronyms of forty languages look beside other names
BY_CHANCE, SURE = 2.0, 6.0
ACRONYM_LETTER = 1.6  # nats: less than any letter for another, more than for one letter in two alphabets
SHORT = 4  # letters, with the end of the word, of an acronym in Latin letters that is no word in another spelling
ACRONYM_NEAR, ACRONYM_DISTANCE = 0.4, 0.3


def _translated(things: Things, rows: Int32s, columns: Int32s) -> Float32s:
    """Where one side is an acronym that the other side's words have in another language, what that says in nats."""
    result = np.zeros(len(rows), dtype=np.float32)
    named = np.array([bool(letters) for letters in things.letters], dtype=np.bool_)
    for short, long in ((rows, columns), (columns, rows)):
        for place in np.nonzero((things.acronym[short] > 0) & named[long])[0].tolist():
            says = spelled(things.acronyms[short[place]], things.letters[long[place]])
            result[place] = max(result[place], says if says > BY_CHANCE else 0.0)
    return result


def acronyms(things: Things, rows: Int32s, columns: Int32s, found: Columns) -> None:
    """Where one side is an acronym of the other's words, that stands for the words."""
    if not things.acronym.any():
        for name in ("acronym", "acronym_translated", "acronym_against", "acronyms_against"):
            found[name] = np.zeros(len(rows), dtype=np.bool_)
        return
    best = np.full(len(rows), FAR, dtype=np.float32)
    tried = np.zeros(len(rows), dtype=np.bool_)
    for short, long in ((rows, columns), (columns, rows)):
        for column in range(things.initials.shape[1]):
            a, b = things.acronym[short], things.initials[long, column]
            both = np.nonzero((a > 0) & (b > 0))[0]
            tried[both] = True
            lengths = (things.strings.encoded.lengths[a[both]] + things.strings.encoded.lengths[b[both]]) / 2
            cost = things.strings.distances(a[both], b[both], 1.0)
            other = (cost * lengths > ACRONYM_LETTER) | _other_length(things, a[both], b[both])
            best[both] = np.minimum(best[both], np.where(other, FAR, cost))
    fits = tried & (best < ACRONYM_NEAR)
    found["acronym"] = fits
    nats = np.where(fits, 0.0, _translated(things, rows, columns))
    translated = nats > 0
    found["acronym_translated"] = np.minimum(nats / SURE, 1.0)
    found["acronym_against"] = tried & ~fits & ~translated & (found["made"] == 0)
    lengths = things.strings.encoded.lengths[things.acronym]
    letters = np.maximum(lengths[rows], lengths[columns])
    says = letters * np.where(fits, ACRONYM_SAYS, 0.0) + np.maximum(nats - BY_CHANCE, 0.0)
    for name in ("matched", "matched_rare"):
        found[name] = np.maximum(found[name], np.minimum(says, MOST_MATCHED))
    fits = fits | translated
    for name in ("worst", "covered", "both_covered", "all_covered", "best", "whole"):
        found[name] = np.where(fits, np.minimum(found[name], ACRONYM_DISTANCE), found[name])
    explained(found, fits)
    for name in ("missing", "extra", "against", "proper_against", "branch"):
        found[name] = np.where(fits, 0, found[name])
    found["acronyms_against"] = _acronyms_differ(things, rows, columns) & (found["listed"] == 0)


def _acronyms_differ(things: Things, rows: Int32s, columns: Int32s) -> Bools:
    """Where both sides are acronyms, and not letter by letter the same."""
    a, b = things.acronym[rows], things.acronym[columns]
    both = np.nonzero((a > 0) & (b > 0))[0]
    differ = np.zeros(len(rows), dtype=np.bool_)
    lengths = (things.strings.encoded.lengths[a[both]] + things.strings.encoded.lengths[b[both]]) / 2
    differ[both] = things.strings.distances(a[both], b[both], 1.0) * lengths > ACRONYM_LETTER
    differ[both] |= _other_length(things, a[both], b[both]) | _other_letters(things, a[both], b[both])
    return differ


def _other_length(things: Things, a: Int32s, b: Int32s) -> Bools:
    """Where two acronyms in one alphabet haven't as many letters: IAEA, IEA, though ae may be e in words."""
    encoded, cyrillic = things.strings.encoded, things.strings.cyrillic
    return np.asarray((encoded.lengths[a] != encoded.lengths[b]) & (cyrillic[a] == cyrillic[b]))


def _other_letters(things: Things, a: Int32s, b: Int32s) -> Bools:
    """Where two short acronyms in Latin letters aren't the same: BMW, BMO."""
    encoded, cyrillic, texts = things.strings.encoded, things.strings.cyrillic, things.strings.texts
    found = np.asarray((a != b) & (encoded.lengths[a] <= SHORT) & ~cyrillic[a] & ~cyrillic[b])
    for pair in np.flatnonzero(found).tolist():  # ČEZ and CEZ are one
        found[pair] = plain(texts[a[pair]]) != plain(texts[b[pair]])
    return found
