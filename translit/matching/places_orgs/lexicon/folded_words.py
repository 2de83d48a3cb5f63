"""The words of a name as lists have them: split, and folded to the letters that count."""

from __future__ import annotations

from unicodedata import digit

from translit.matching.phonetics.fold import fold
from translit.patterns import pattern

_MARKS = "'’ʼ`´ʹʺ"  # beside letters they're signs of them, around a word quotes
_SPLIT = pattern(r"[^\p{L}\p{M}\p{N}'’ʼ`´ʹʺ]+")
_LINKED = pattern(r"([கசதப])்(?=\s+\1)")
_DOTTED = pattern(r"(?<![\p{L}\p{M}])(?:\p{L}\.\s?){2,}")


def words_of(text: str) -> list[str]:
    """The words of a name as written: parted at blanks, hyphens and signs; S.A. and Sp. z o.o. without stops.

    >>> words_of("Sp. z o.o. «Ромашка-плюс»"), words_of("G.m.b.H. № 7")
    (['Sp', 'z', 'oo', 'Ромашка', 'плюс'], ['GmbH', '7'])
    """
    if text.replace("-", "").replace(" ", "").isalpha():  # as most names: quicker
        return [word for chunk in text.replace("-", " ").split() if (word := chunk.strip(_MARKS))]
    if "." in text:
        text = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)
    return [word for word in (chunk.strip(_MARKS) for chunk in _SPLIT.split(text)) if word]


def unlinked(text: str) -> str:
    """A text without what Tamil writes at the end of a word before the same letter of the next.

    >>> unlinked("சென்னைப் பல்கலைக்கழகம்")
    'சென்னை பல்கலைக்கழகம்'
    """
    return text if text.isascii() else _LINKED.sub("", text)


def folded_word(word: str) -> str:
    """The letters of a word that count, or its digits where it has no letters.

    >>> folded_word("Škola"), folded_word("№12"), folded_word("١٢")
    ('škola', '12', '12')
    """
    return fold(word) or "".join(str(digit(sign)) for sign in word if sign.isdigit())
