"""Words of a text without what is written at them: articles, endings, stress marks and soft hyphens."""

from __future__ import annotations

from translit.patterns import plain_pattern

_MARKS = plain_pattern("[\u0300-\u036f\u00ad]")
ELIDED = plain_pattern(r"(?i:[dlmtnsjc]|qu|dell|nell|all|sull|dall|un)['’ʼ](?=\w)")
WHOSE = ("'s", "’s")
LONGEST = 40  # letters of a word that may be a name


def elided_letters(text: str) -> int:
    """How many characters of an article or preposition a word starts with: two in l'Ukraine and d’Estaing.

    >>> elided_letters("l'Ukraine"), elided_letters("O'Connor")
    (2, 0)
    """
    found = ELIDED.match(text)
    return found.end() if found and text[found.end()].isupper() else 0


def article_letters(text: str) -> int:
    """How many characters of an article or preposition a word starts with, before one in small letters too.

    >>> article_letters("L'université"), article_letters("О'Коннор")
    (2, 0)
    """
    found = None if text.isalpha() else ELIDED.match(text)
    return found.end() if found else 0


def without_article(text: str) -> str:
    """A word without the article or preposition that it starts with.

    >>> without_article("L'université"), without_article("О'Коннор")
    ('université', "О'Коннор")
    """
    return text[article_letters(text) :]


def without_whose(text: str) -> str:
    """A word without the English ending that makes it somebody's.

    >>> without_whose("Poland's"), without_whose("Польши")
    ('Poland', 'Польши')
    """
    return text[:-2] if text[-2:] in WHOSE else text


def bare(text: str) -> str:
    """A word without stress marks and soft hyphens, where that leaves the letters as they are.

    >>> bare("Лукаше́нко"), bare("Йозеф")
    ('Лукашенко', 'Йозеф')
    """
    import unicodedata

    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return _MARKS.sub("", composed)[:LONGEST]
