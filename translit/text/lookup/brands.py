"""The names that organizations go by in texts, inside the full names that lists have: Роснефть of ПАО «НК «Роснефть».

What stands before such a name only says what kind of organization it is, in words that the tables know or in capital
letters. The name must be a word that is hardly anything else: a text that says Весна doesn't mean Центр «Весна».
"""

from __future__ import annotations

from functools import lru_cache

from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import LEGAL, SMALL
from translit.matching.places_orgs.reading.apposition import bearers, nominatives
from translit.patterns import pattern
from translit.text.reading.own_words import is_own_word

_QUOTED = pattern(r'^([^«»„“”"]*[«„“"])?([^«»„“”"]*)[«„“"]([^«»„“”"]+)[»“”"]+\W*$')
MOST_LETTERS = 4  # of a kind of organization in capitals: НАК, PKN


def brand_of(name: str) -> str | None:
    """The name inside an organization's full name, if it is another than that and a word of its own.

    >>> [brand_of(name) for name in ("ПАО «НК «Роснефть»", "ОАО «Авиакомпания «Белавиа»", "PKN Orlen S.A.")]
    ['Роснефть', 'Белавиа', 'Orlen']
    >>> brand_of("НАК «Нафтогаз України»")
    'Нафтогаз'
    >>> [brand_of(name) for name in ("ПАО «Газпром»", "Центр «Весна»", "Министерство «Брекзита»", "Газпром нефть")]
    [None, None, None, None]
    """
    if name.isupper():
        return None
    quoted = _QUOTED.match(name)
    if quoted:
        before, word = f"{quoted[1] or ''} {quoted[2]}", quoted[3].strip()
    else:
        split = _without_forms(name)
        if len(split) != 2:
            return None
        before, word = split
        if not before.isupper() or not 2 <= len(before) <= MOST_LETTERS:
            return None
    if not _is_kind(before):
        return None
    first, *others = words_of(word) or [""]
    return first if (not others or _is_of_country(others)) and is_own_word(first, fold(first)) else None


def _is_of_country(words: list[str]) -> bool:
    """Whether words are one country in another case than the nominative, which a branch would have: України.

    >>> [_is_of_country([word]) for word in ("України", "Україна", "газ")]
    [True, False, False]
    """
    known, folded = lexicon("organization"), [folded_word(word) for word in words]
    size, concepts = known.at(folded, 0)
    countries = known.countries.intersection(concepts)
    return size == len(words) and bool(countries) and all(folded[0] not in nominatives(one) for one in countries)


def _without_forms(name: str) -> list[str]:
    """The words of a name without its legal forms."""
    known = lexicon("organization")
    return [word for word in words_of(name) if not _is_form(word, known.of_word(folded_word(word)))]


def _is_form(word: str, concepts: tuple[int, ...]) -> bool:
    """Whether a word is a legal form and nothing more, as the letters of a national or oil company are: НАК, НК."""
    known = lexicon("organization")
    letters = word.isupper() and 2 <= len(word) <= MOST_LETTERS and known.number("legal:holding") in concepts
    return not letters and any(known.roles[one] == LEGAL for one in concepts)


@lru_cache(maxsize=1 << 14)
def _is_kind(before: str) -> bool:
    """Whether words say what kind of company it is, and more than its legal form."""
    known = lexicon("organization")
    more = False
    words = words_of(before)
    folded = [folded_word(word) for word in words]
    for place, word in enumerate(words):
        concepts = known.at(folded, place)[1]
        if _is_form(word, concepts) or any(known.roles[one] == SMALL for one in concepts):
            continue
        if bearers().isdisjoint(concepts) and not (word.isupper() and 2 <= len(word) <= MOST_LETTERS):
            return False
        more = True
    return more
