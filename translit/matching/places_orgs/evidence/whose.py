"""Public bodies of which every country has one: whether one side says whose it is and the other doesn't.

Ministry of Foreign Affairs may be Japan's; but one that writes in a script belongs to a country that writes so, and
財務省 is no ministry of Egypt.
"""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.places_orgs.comparing.accounting import HALF
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.comparing.word_lists import among, countries

OPEN = 0.28  # share of what another country weighs where nothing tells whose it is; by hand: comes out about even


def whose_missing(things: Things, rows: Int32s, columns: Int32s, near: Float32s) -> Float32s:
    """How much speaks for two bodies of two countries, from 0 to 1, where one side alone names a country, or none does
    and their scripts or languages are of two."""
    found = np.zeros(len(rows), dtype=np.float32)
    if not things.organizations:
        return found
    of_nations = things.bodies[rows] & things.bodies[columns] > 0
    seated, anywhere = things.seated[rows] & things.seated[columns] > 0, among(things, "of_any_country")
    of_nations |= seated & _shared(things, rows, columns, near, among(things, "one_a_country"))
    of_nations |= _shared(things, rows, columns, near, anywhere)
    if not of_nations.any():
        return found
    alone_a, alone_b = near.max(axis=2) < HALF, near.max(axis=1) < HALF
    of_country = countries(things)
    silent = of_nations & ~(_named(things, rows) | _named(things, columns)).any(axis=1)
    for pair in np.flatnonzero(silent).tolist():
        one, other = things.homes[rows[pair]], things.homes[columns[pair]]
        if one and other and one.isdisjoint(other):
            found[pair] = OPEN  # one may be a translation
    for short, long, others in ((rows, columns, alone_b), (columns, rows, alone_a)):
        names = (things.roles[short] == Code.NAME) & ~anywhere[things.ids[short]]
        bare = ~names.any(axis=1) & (things.numbers[short] == 0)
        surplus = others & (things.roles[long] > 0)
        named = surplus & of_country[things.ids[long]]
        bare &= named.any(axis=1) & ~(surplus & (things.roles[long] == Code.NAME) & ~named).any(axis=1)
        for pair in np.flatnonzero(of_nations & bare).tolist():
            homes = things.homes[short[pair]]
            said = {int(one) for one in things.concepts[things.ids[long[pair]][named[pair]]].ravel()}
            found[pair] = max(found[pair], OPEN if not homes else float(homes.isdisjoint(said)))
    return found


def _named(things: Things, side: Int32s) -> Bools:
    """The words of each name that are names, or countries."""
    anywhere = among(things, "of_any_country")[things.ids[side]]
    return np.asarray((things.roles[side] == Code.NAME) & ~anywhere)


def _shared(things: Things, rows: Int32s, columns: Int32s, near: Float32s, words: Bools) -> Bools:
    """Whether both sides have one of some words: national, of a library; МИД."""
    shared = (near >= HALF) & words[things.ids[rows]][:, :, None] & words[things.ids[columns]][:, None, :]
    return np.asarray(shared.any(axis=(1, 2)))
