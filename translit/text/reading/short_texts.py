"""The language of a text of a few words, which hardly has two function words: by all its words in small letters.

A word speaks for the languages whose function words or common words have it, the fewer they are the more, and against
those whose letters don't suffice for it. For a language without a list of common words speaks a word that no list has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice
from string import ascii_lowercase

from translit.compiled import read_toml
from translit.text.inflection.inflection_registry import paths
from translit.text.reading.common_words import has_list, is_common
from translit.text.reading.language import function_words, languages

# What a word says, chosen on sentences of the articles and of news in thirteen languages, of which 16 of 2,268 are
# then taken for another language and 115 for none; by function words alone 239 and 760.
FUNCTION, COMMON, STRANGE, NOT_COMMON = 1.0, 0.5, -1.0, 0.15
ENOUGH = 30  # words in small letters that are looked at: more tell no more of a thousand news texts
TELLING, LIKELY = 4, 0.4  # function words that tell a language, and the share of them that another must have, too
LEAST = 0.3  # by how much the first must be ahead
TWINS = frozenset(("hr", "sr-Latn"))  # languages that few texts tell apart, and that inflect names alike


def language_of_few(words: Iterable[str]) -> str | None:
    """The language of a text by its words; None where they don't tell.

    >>> language_of_few("сусед прынёс кошык яблыкаў".split()), language_of_few("die ersten Blumen blühen".split())
    ('be', 'de')
    >>> language_of_few(["Putin"]) is None
    True
    """
    given = list(islice(filter(str.islower, words), ENOUGH))
    if not given:
        return None
    among = _likely(given)
    totals = map(sum, zip(*[_said(word, among) for word in given], strict=True))
    scores = dict(zip(among, totals, strict=True))
    best = max(scores, key=scores.__getitem__)
    others = scores.keys() - (TWINS if best in TWINS else {best})
    second = max(map(scores.__getitem__, others), default=0.0)
    return best if scores[best] > 0 and scores[best] - second >= LEAST else None


def _likely(words: Sequence[str]) -> tuple[str, ...]:
    """The languages that a text may be in: those with about as many function words in it as any has."""
    every, known = tuple(alphabets()), function_words()
    counted = Counter(language for word in words for language in known.get(word, ()))
    most = max(counted.values(), default=0)
    if most < TELLING:
        return every
    found = tuple(language for language in every if counted[language] >= most * LIKELY)
    return found if len(found) > 1 else every


@lru_cache(maxsize=1 << 15)
def _said(word: str, among: tuple[str, ...]) -> list[float]:
    """What a word says for each of some languages."""
    letters, known = set(word), alphabets()
    able = {language for language in among if known[language].issuperset(letters)}
    small = set(function_words().get(word, ())).intersection(among)
    common = {language for language in able if is_common(word, language)}
    found = [0.0] * len(among)
    for place, language in enumerate(among):
        if language in small:
            found[place] += FUNCTION / len(small)
        if language in common:
            found[place] += COMMON / len(common)
        if language not in able:
            found[place] += STRANGE
        elif not common and not small and language in _without_list():
            found[place] += NOT_COMMON
    return found


@cache
def _without_list() -> frozenset[str]:
    """The languages with a table of inflection, but no list of common words."""
    return frozenset(language for language in paths() if not has_list(language))


@cache
def alphabets() -> dict[str, frozenset[str]]:
    """The letters of the languages that are recognised.

    >>> "ў" in alphabets()["be"], "ў" in alphabets()["ru"]
    (True, False)
    """
    table = read_toml("text", "alphabets.toml")
    known = {language: frozenset(ascii_lowercase + more) for language, more in table["latin"].items()}
    known |= {language: frozenset(every) for language, every in table["cyrillic"].items()}
    return {language: known[language] for language in languages() if language in known}
