"""A kind of organization that one side alone says, beside the name that both have: Apple Inc. and Apple Bank.

A brand alone may be short for its bank or university, as Harvard is; with a legal form of its own it hardly is. And
what a name ends in decides what it is of: Oxford University Press is no university.
"""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.places_orgs.accounting import HALF
from translit.matching.places_orgs.arrays import Code, Things
from translit.matching.places_orgs.word_lists import among

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
        found = np.maximum(found, np.where(brand, np.where(formed, WITH_FORM, SHORT), 0.0))
        shared = (share >= HALF) & (things.roles[short] == Code.GENERIC)[:, :, None]
        headed = (surplus & heads[things.ids[long]] & (things.roles[long] == Code.GENERIC)).any(axis=1)
        found = np.maximum(found, np.where(whole & headed & shared.any(axis=(1, 2)), HEAD, 0.0))
        words = lacking & listed[things.ids[short]] & (things.roles[short] == Code.WORD)
        other = words.any(axis=1) & of_kind & ~shared.any(axis=(1, 2))
        other &= things.cased[short] & things.cased[long] & _named_first(things, short, share)
        other &= ~(lacking & things.unlisted[things.ids[short]]).any(axis=1)
        found = np.maximum(found, np.where(other, SISTER, 0.0))
    return found.astype(np.float32)


def _brand(things: Things, short: Int32s, share: Float32s) -> Bools:
    """Whether the short side is nothing but a name, and no place unless it has a legal form."""
    roles = things.roles[short]
    named = ((roles > 0).sum(axis=1) == 1) & (roles[:, 0] == Code.NAME) & (share[:, 0].max(axis=1) >= HALF)
    return np.asarray(named & (~things.places[things.ids[short, 0]] | (things.legal[short] > 0)))


def _named_first(things: Things, side: Int32s, share: Float32s) -> Bools:
    """Whether the first word is a name that both sides have, and no place."""
    named = (things.roles[side, 0] == Code.NAME) & (share[:, 0].max(axis=1) >= HALF)
    return np.asarray(named & ~things.places[things.ids[side, 0]])
