"""The paragraphs of a text as words, and the language of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from translit.patterns import plain_pattern
from translit.text.reading.language import ENOUGH, language_of
from translit.text.reading.short_texts import language_of_few
from translit.text.reading.words import SPLIT

SURE = 5  # words of a paragraph from which on it may be in another language than the text
FEW = 200  # words up to which function words alone don't tell the language: 3 in 42 short articles were mistaken
_LETTERS = plain_pattern(r"[^\W\d_]+")


class Paragraph(NamedTuple):
    """A paragraph: its gaps and words by turns, and its language."""

    pieces: list[str]
    language: str | None


def pieces_of(text: str) -> list[list[str]]:
    """The paragraphs of a text, each as gaps and words by turns: a gap comes first and last.

    >>> pieces_of("Мінск. Kyiv\\n")
    [['', 'Мінск', '. ', 'Kyiv', '\\n']]
    """
    return [SPLIT.split(paragraph) for paragraph in text.splitlines(keepends=True) or [""]]


def by_language(text: str) -> list[Paragraph]:
    """The paragraphs of a text with the language of each; a doubtful one is in that of the one before, or the text's.

    >>> [one.language for one in by_language("Гэта не так, што ён быў у Мінску.\\nIt was not the end of it.\\nKyiv\\n")]
    ['be', 'en', 'en']
    """
    every = pieces_of(text)
    spelled = [_spelled(pieces[1 : 2 * ENOUGH : 2]) for pieces in every]
    last = _of_text(spelled)
    if len(every) == 1:
        return [Paragraph(every[0], last)]
    found = []
    for pieces, words in zip(every, spelled, strict=True):
        own = language_of(words) if len(words) >= SURE else None
        if own != last and own is not None and len(words) <= FEW:
            own = language_of_few(words)
        last = last if own is None else own
        found.append(Paragraph(pieces, last))
    return found


def _spelled(words: Sequence[str]) -> Sequence[str]:
    """The words as language is told by: letters alone, parted by apostrophes, digits and what else isn't a letter."""
    if all(map(str.isalpha, words)):
        return words
    rows = [(word,) if word.isalpha() else _LETTERS.findall(word) for word in words]
    return list(chain.from_iterable(rows))


def _of_text(every: Sequence[Sequence[str]]) -> str | None:
    """The language of all paragraphs together, by their words."""
    few = sum(map(len, every)) <= FEW
    return (language_of_few if few else language_of)(chain.from_iterable(every))
