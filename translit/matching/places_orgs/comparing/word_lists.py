"""Which distinct words of many names stand in the lists of `tables/names/organization_words.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np

from translit.arrays import Bools
from translit.compiled import read_toml
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC


def telling_words(things: Things, general: str) -> Bools:
    """The distinct words that tell what an organization does or where, but for those of a list of general words."""
    listed = things.concepts[:, 0] >= 0
    generic = _kinds()[things.concepts[:, 0]] & ~among(things, "branches")
    return np.asarray(listed & ~generic & ~among(things, general))


def among(things: Things, name: str) -> Bools:
    """The distinct words that stand in a list."""
    return np.asarray(_listed(name)[things.concepts].any(axis=1))


def countries(things: Things) -> Bools:
    """The distinct words that are countries."""
    return np.asarray(_countries()[things.concepts].any(axis=1))


def kinds_of_organization(things: Things) -> Bools:
    """The distinct words that are kinds of organization: bank, hospital."""
    return np.asarray(_kinds()[things.concepts].any(axis=1))


@cache
def _listed(name: str) -> Bools:
    """Of each concept, whether it stands in a list; the last stands for no concept, -1."""
    listed = read_toml("names", "organization_words.toml")["table"][name]
    return _mask(map(lexicon("organization").number, listed))


@cache
def _countries() -> Bools:
    return _mask(lexicon("organization").countries)


@cache
def _kinds() -> Bools:
    return _mask(number for number, role in enumerate(lexicon("organization").roles) if role == GENERIC)


def _mask(concepts: Iterable[int]) -> Bools:
    mask = np.zeros(len(lexicon("organization").keys) + 1, dtype=np.bool_)
    mask[list(concepts)] = True
    return mask
