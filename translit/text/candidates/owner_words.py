"""Words that say whose something is: countries, their adjectives, and organizations in short."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.text.inflection.grammar import ALL_CELLS, Case, cases_of
from translit.text.reading.bare_words import WHOSE, without_whose
from translit.text.reading.readings import ALL, CUT, readings

BEGIN = 3  # letters that all forms of a country's name share
NOBODY: frozenset[int] = frozenset()


class Owner(NamedTuple):
    """The countries and organizations that a word may stand for, and how it may say that something is theirs."""

    whose: frozenset[int]
    after: bool  # it may follow what is theirs: Польши, США
    before: bool  # it may stand before it: Polish, Poland's


NONE = Owner(NOBODY, False, False)


@lru_cache(maxsize=1 << 14)
def owner_of(text: str, language: str | None) -> Owner:
    """What country or organization a word stands for, and whether it may say that what is beside it is theirs.

    >>> [owner_of(text, "ru")[1:] for text in ("Польши", "Польше", "польский", "США", "Пинск")]
    [(True, False), (False, False), (False, True), (True, False), (False, False)]
    """
    possessive = text[-2:] in WHOSE
    text = without_whose(text)
    whole, short = fold(text), len(text) > 1 and text.isupper()
    main = (language or "").split("-")[0]
    if not short and whole[:BEGIN] not in _begun():
        return NONE
    nouns = lexicon("organization").nouns
    whose, genitive = set(_whose(whole, short)), short and bool(_whose(whole, short))
    noun = short or any(whole in nouns(one) for one in whose)
    for base in () if short or text.islower() else readings([text], language)[0]:
        more = _whose(base.folded, short) if base.cost < CUT and base.folded != whole else NOBODY
        if any(base.folded in nouns(one) for one in more):
            noun = True
            whose |= more
            genitive |= base.cells == ALL or Case.GENITIVE in cases_of(base.cells & ALL_CELLS)
    if not whose:
        return NONE
    table = rules()
    bare = (short and main in table.bare_before) or (genitive and main in table.genitive_before)
    after = genitive and main not in table.genitive_before and (main not in table.bare_before or not short)
    return Owner(frozenset(whose), after, possessive or bare or not noun)


def _whose(folded: str, short: bool) -> frozenset[int]:
    """The countries that a folded word stands for, and where it is short in capitals the organizations."""
    if not folded:
        return NOBODY
    known = lexicon("organization")
    found = known.of_word(folded)
    return frozenset(one for one in found if one in known.countries or (short and is_organization(one)))


def is_organization(concept: int) -> bool:
    """Whether a concept of the names of organizations is a listed organization."""
    known = lexicon("organization")
    return known.roles[concept] == NAME and concept not in known.places


@cache
def _begun() -> frozenset[str]:
    """How the words begin that stand for a country by themselves."""
    known = lexicon("organization")
    return frozenset(word[:BEGIN] for word, _ in known.single_words_of(known.countries))


@lru_cache(maxsize=1 << 15)
def owners_in(name: str) -> frozenset[int]:
    """The countries, and the organizations in short, that a name or a description speaks of.

    >>> [lexicon("organization").keys[one] for one in owners_in("Верховный Суд Республики Беларусь")]
    ['belarus']
    """
    known = lexicon("organization")
    found: set[int] = set()
    words = words_of(name)
    folded = [folded_word(word) for word in words]
    for place, word in enumerate(words):
        if folded[place]:
            found.update(one for one in known.at(folded, place)[1] if one in known.countries)
            found.update(one for one in owner_of(word, None).whose if one in known.countries or len(words) > 1)
    return frozenset(found)


class Rules(NamedTuple):
    """Words and languages of `tables/text/owners.toml`."""

    links: frozenset[str]
    genitive_before: frozenset[str]
    bare_before: frozenset[str]
    conjunctions: frozenset[str]


@cache
def rules() -> Rules:
    """What the table of owners says of languages and links."""
    raw = read_toml("text", "owners.toml")["table"]
    return Rules(*(frozenset(raw[name].split()) for name in Rules._fields))
