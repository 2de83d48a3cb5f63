"""Which language a text is in: the one whose function words it has most of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, islice

from translit.compiled import read_toml
from translit.patterns import plain_pattern

SAMPLE = 1 << 13  # characters of a paragraph by which its language is recognised
SURE = 5  # words of a paragraph from which on it may be in another language than the text
_WORD = plain_pattern(r"[^\W\d_]+")
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


def by_language(text: str) -> list[tuple[str, str | None]]:
    """A text in pieces of one language each, told a paragraph at a time; a doubtful one is in the text's language.

    >>> by_language("Гэта не так, што ён быў у Мінску.\\nIt was not the end of the war.\\nKyiv\\n")[1]
    ('It was not the end of the war.\\nKyiv\\n', 'en')
    """
    paragraphs = text.splitlines(keepends=True) or [""]
    every = [_WORD.findall(paragraph[:SAMPLE]) for paragraph in paragraphs]
    found: list[tuple[list[str], str | None]] = []
    last = language_of(chain.from_iterable(every))
    for paragraph, words in zip(paragraphs, every, strict=True):
        own = language_of(words) if len(words) >= SURE else None
        last = last if own is None else own
        if found and found[-1][1] == last:
            found[-1][0].append(paragraph)
        else:
            found.append(([paragraph], last))
    return [("".join(mine), language) for mine, language in found]


def languages() -> tuple[str, ...]:
    """The languages that texts are recognised as, by their codes.

    >>> "be-Latn" in languages()
    True
    """
    return tuple(dict.fromkeys(language for found in function_words().values() for language in found))
