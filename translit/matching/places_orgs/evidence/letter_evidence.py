"""Evidence that letters make two names of what sounds alike, or is alike but for a letter."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.evidence.hangul_places import other_syllables
from translit.matching.places_orgs.evidence.mandarin_places import other_pinyin
from translit.matching.places_orgs.lexicon.concepts import share
from translit.matching.places_orgs.reading.sole_letters import sole_letters_against
from translit.matching.places_orgs.reading.tied_parts import UNKNOWN
from translit.matching.places_orgs.reading.written_names import written_against

SPELLED = 0.2  # nats a letter up to which two names of saints are spellings of one; by hand
TIED, SAINTS = 0.9, 0.7  # of what two scripts' letters weigh; by hand


def letters_against(things: Things, rows: Int32s, columns: Int32s) -> Float32s:
    """How much letters speak for two names, from 0 to 1."""
    found = written_against(things.written, things.known, rows, columns, things.kind).astype(np.float32)
    if things.organizations:
        found = np.maximum(found, sole_letters_against(things.sole, things.numbers, rows, columns))
        found = np.maximum(found, TIED * _tied_against(things, rows, columns))
        found = np.maximum(found, SAINTS * _saints_against(things, rows, columns))
    else:
        found[other_syllables(things, rows, columns) | other_pinyin(things, rows, columns)] = 1.0
    return found


def _tied_against(things: Things, rows: Int32s, columns: Int32s) -> Bools:
    """Where each name has a place tied to it, and they are two."""
    a, b = things.tied[rows], things.tied[columns]
    cyrillic = things.strings.cyrillic[things.whole[:, 0]]
    unsure = (cyrillic[rows] != cyrillic[columns]) & ((a == UNKNOWN).any(axis=1) | (b == UNKNOWN).any(axis=1))
    return np.asarray((a[:, 0] >= 0) & (b[:, 0] >= 0) & ~share(a, b) & ~unsure)


def _saints_against(things: Things, rows: Int32s, columns: Int32s) -> Bools:
    """Where each name has a saint, and their names are known as two given names."""
    a, b = things.saint[rows], things.saint[columns]
    found = np.zeros(len(rows), dtype=np.bool_)
    names = things.strings.texts
    likely = (a > 0) & (b > 0) & (a != b)
    likely[likely] = things.strings.distances(a[likely], b[likely]) > SPELLED
    for place in np.flatnonzero(likely).tolist():
        one, other = (given_names().sets(names[saint[place]]) for saint in (a, b))
        found[place] = bool(one) and bool(other) and one.keys().isdisjoint(other)
    return found
