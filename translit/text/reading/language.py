"""Which language a text is in: the one whose function words it has most of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

from translit.compiled import read_toml

ENOUGH = 400  # words of small letters that are looked at
LEAST = 2  # different function words of a language that a text must have


@cache
def function_words() -> Mapping[str, tuple[str, ...]]:
    """Each function word with the languages that have it.

    >>> function_words()["гэта"]
    ('be',)
    """
    raw = read_toml("text", "function_words.toml")
    found: dict[str, list[str]] = {}
    for language, words in raw["words"].items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def language_of(words: Iterable[str]) -> str | None:
    """The language of a text, by its words in small letters; None where they don't tell.

    A word that few languages have says more than one that many have.

    >>> language_of("прэзідэнт сказаў што гэта не так".split())
    'be'
    >>> language_of(["smith"]) is None
    True
    """
    known = function_words()
    scores: dict[str, float] = {}
    different: dict[str, int] = {}
    counts: dict[str, int] = {}  # a Counter takes longer to make than a paragraph to count
    for word in filter(known.__contains__, islice(words, ENOUGH)):
        counts[word] = counts.get(word, 0) + 1
    for word, count in counts.items():
        languages = known[word]
        share = count / len(languages)
        for language in languages:
            scores[language] = scores.get(language, 0.0) + share
            different[language] = different.get(language, 0) + 1
    _, best = max(zip(scores.values(), scores, strict=True), default=(0.0, None))
    return best if best is not None and different[best] >= LEAST else None


def languages() -> tuple[str, ...]:
    """The languages that texts are recognised as, by their codes.

    >>> "be-Latn" in languages()
    True
    """
    return tuple(dict.fromkeys(language for found in function_words().values() for language in found))
