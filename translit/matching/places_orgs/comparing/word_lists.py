"""Which distinct words of many names stand in the lists of `tables/names/organization_words.toml`."""

from __future__ import annotations

from functools import cache

import numpy as np

from translit.arrays import Bools
from translit.compiled import read_toml
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.lexicon.lexicon import lexicon


def telling_words(things: Things, general: str) -> Bools:
    """The distinct words that tell what an organization does or where, but for those of a list of general words."""
    listed = things.concepts[:, 0] >= 0
    kinds = np.array([role == "generic" for role in lexicon("organization").roles], dtype=np.bool_)
    generic = kinds[things.concepts[:, 0]] & ~among(things, "branches")
    return np.asarray(listed & ~generic & ~among(things, general))


def among(things: Things, name: str) -> Bools:
    """The distinct words that stand in a list."""
    return np.asarray(np.isin(things.concepts, list(_numbers(name))).any(axis=1))


@cache
def _numbers(name: str) -> frozenset[int]:
    listed = read_toml("names", "organization_words.toml")["table"][name]
    return frozenset(map(lexicon("organization").number, listed))
