"""A kind of organization that one side alone says, beside the name that both have: Apple Inc. and Apple Bank.

A brand alone may be short for its bank or university, as Harvard is; with a legal form of its own it hardly is. And
what a name ends in decides what it is of: Oxford University Press is no university.
"""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.places_orgs.comparing.accounting import HALF
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.comparing.word_lists import among, countries

# shares of what a branch weighs, by hand: a brand alone comes out about even, as it is as often short for its bank or
# university as for another company
SHORT, WITH_FORM, HEAD, SISTER = 0.5, 0.8, 0.9, 0.8


def ventures(things: Things, rows: Int32s, columns: Int32s, alone_a: Bools, alone_b: Bools, near: Float32s) -> Float32s:
    """How much speaks for two organizations: what share of the weight of a branch, [pairs]."""
    kinds, heads = among(things, "exclusive") | among(things, "branches"), among(things, "heads")
    listed = (things.concepts[:, 0] >= 0) & ~things.places
    found = np.zeros(len(rows), dtype=np.float32)
    for short, long, left, others, share in (
        (rows, columns, alone_a, alone_b, near),
        (columns, rows, alone_b, alone_a, near.transpose(0, 2, 1)),
    ):
        lacking = left & (things.roles[short] > 0)
        surplus = others & (things.roles[long] > 0)
        whole = ~lacking.any(axis=1) & things.cased[long]
        of_kind = (surplus & kinds[things.ids[long]]).any(axis=1)
        brand = whole & of_kind & _brand(things, short, share)
        formed = (things.legal[short] > 0) & ((things.legal[short] & things.legal[long]) == 0)
        part = (surplus & among(things, "parts")[things.ids[long]]).any(axis=1)
        found = np.maximum(found, np.where(brand, np.where(part, HEAD, np.where(formed, WITH_FORM, SHORT)), 0.0))
        shared = (share >= HALF) & (things.roles[short] == Code.GENERIC)[:, :, None]
        headed = (surplus & heads[things.ids[long]] & (things.roles[long] == Code.GENERIC)).any(axis=1)
        found = np.maximum(found, np.where(whole & headed & shared.any(axis=(1, 2)), HEAD, 0.0))
        words = lacking & listed[things.ids[short]] & (things.roles[short] == Code.WORD)
        alike = (shared & kinds[things.ids[short]][:, :, None]).any(axis=(1, 2))
        other = words.any(axis=1) & of_kind & ~alike
        other &= things.cased[short] & things.cased[long] & shared_name(things, short, long, share)
        other &= ~(lacking & things.unlisted[things.ids[short]]).any(axis=1)
        found = np.maximum(found, np.where(other, SISTER, 0.0))
    return found.astype(np.float32)


def _brand(things: Things, short: Int32s, share: Float32s) -> Bools:
    """Whether the short side is nothing but a name, and no place unless it has a legal form."""
    roles = things.roles[short]
    named = ((roles > 0).sum(axis=1) == 1) & (roles[:, 0] == Code.NAME) & (share[:, 0].max(axis=1) >= HALF)
    return np.asarray(named & (~things.places[things.ids[short, 0]] | (things.legal[short] > 0)))


def shared_name(things: Things, rows: Int32s, columns: Int32s, near: Float32s) -> Bools:
    """Whether both sides have a name that is no place."""
    named_a, named_b = (
        (things.roles[side] == Code.NAME) & ~things.places[things.ids[side]] for side in (rows, columns)
    )
    return np.asarray(((near >= HALF) & named_a[:, :, None] & named_b[:, None, :]).any(axis=(1, 2)))


def two_places(things: Things, rows: Int32s, columns: Int32s, alone_a: Bools, alone_b: Bools, near: Float32s) -> Bools:
    """Whether a name that both have is in two countries, or in two places of which none is a country; or two names are
    the same but for their countries."""
    countries_alone = countries(things)
    sides = ((rows, alone_a), (columns, alone_b))
    found = shared_name(things, rows, columns, near) & things.cased[rows] & things.cased[columns]
    lands, towns = (
        [
            (alone & things.a_town[things.ids[side]] & (countries_alone[things.ids[side]] == one)).any(axis=1)
            for side, alone in sides
        ]
        for one in (True, False)
    )
    words = [
        (things.roles[side] > 0) & (things.roles[side] < Code.GENERIC) & ~things.places[things.ids[side]]
        for side in (rows, columns)
    ]
    alike = ((near >= HALF) & words[0][:, :, None] & words[1][:, None, :]).any(axis=(1, 2))
    alike &= things.cased[rows] & things.cased[columns]
    for side, alone in sides:
        alike &= ~(alone & (things.ids[side] > 0) & ~countries_alone[things.ids[side]]).any(axis=1)
    return np.asarray((found & ((lands[0] & lands[1]) | (towns[0] & towns[1]))) | (alike & lands[0] & lands[1]))
