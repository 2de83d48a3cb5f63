"""The language of each paragraph of a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from translit.patterns import plain_pattern
from translit.text.reading.language import language_of
from translit.text.reading.short_texts import language_of_few

SAMPLE = 1 << 13  # characters of a paragraph by which its language is recognised
SURE = 5  # words of a paragraph from which on it may be in another language than the text
FEW = 200  # words up to which function words alone don't tell the language: 3 in 42 short articles were mistaken
_WORD = plain_pattern(r"[^\W\d_]+")


def by_language(text: str) -> list[tuple[str, str | None]]:
    """A text in pieces of one language each, told a paragraph at a time; a doubtful one is in the text's language.

    >>> by_language("Гэта не так, што ён быў у Мінску.\\nIt was not the end of the war.\\nKyiv\\n")[1]
    ('It was not the end of the war.\\nKyiv\\n', 'en')
    """
    paragraphs = text.splitlines(keepends=True) or [""]
    every = [_WORD.findall(paragraph[:SAMPLE]) for paragraph in paragraphs]
    found: list[tuple[list[str], str | None]] = []
    last = _of_text(every)
    if len(paragraphs) == 1:
        return [(text, last)]
    for paragraph, words in zip(paragraphs, every, strict=True):
        own = language_of(words) if len(words) >= SURE else None
        if own != last and own is not None and len(words) <= FEW:
            own = language_of_few(words)
        last = last if own is None else own
        if found and found[-1][1] == last:
            found[-1][0].append(paragraph)
        else:
            found.append(([paragraph], last))
    return [("".join(mine), language) for mine, language in found]


def _of_text(every: Sequence[Sequence[str]]) -> str | None:
    """The language of all paragraphs together, by their words."""
    few = sum(map(len, every)) <= FEW
    return (language_of_few if few else language_of)(chain.from_iterable(every))
