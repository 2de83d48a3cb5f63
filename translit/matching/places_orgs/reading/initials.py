"""Acronyms: what the words of a name start with, in one language or in any."""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.places_orgs.lexicon.folded_words import folded_word
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, SMALL, WORD
from translit.matching.places_orgs.reading.word import Word
from translit.patterns import pattern

LEAST_LETTERS, MOST_ACRONYM = 3, 8  # letters of an acronym of translated words; of any


_STATE = pattern(r"(?<=^\p{Lu}\p{Ll}{0,4})[Дд](?=\p{Lu}{0,3}[УуАа]$)")


def state_letter(text: str) -> str:
    """An acronym of a university or academy with the Russian letter for *state*: БДУ as БГУ, ГрДУ as ГрГУ.

    >>> state_letter("БДМУ"), state_letter("ГрДУ"), state_letter("Дон"), state_letter("МВД")
    ('БГМУ', 'ГрГУ', 'Дон', 'МВД')
    """
    return _STATE.sub("Г", text) if 3 <= len(text) <= MOST_ACRONYM and text[1:].lower() != text[1:] else text


def acronym_of(words: Sequence[Word]) -> str:
    """The acronym that a name of one word in capitals is, else nothing."""
    names = [word for word in words if word.role in (NAME, WORD, GENERIC)]
    if len(names) == 1 and names[0].text.isupper() and 2 <= len(names[0].folded) <= MOST_ACRONYM:
        return names[0].folded
    return ""


def letters_of(words: Sequence[Word], kind: str) -> tuple[frozenset[str], ...]:
    """What each main word starts with, in any language; nothing for a name that is too short or too long."""
    firsts = lexicon(kind).firsts
    main = [word for word in words if word.role in (NAME, WORD, GENERIC)]
    if not LEAST_LETTERS <= len(main) <= MOST_ACRONYM:
        return ()
    return tuple(frozenset({word.folded[0]}.union(*(firsts[number] for number in word.concepts))) for word in main)


def spells(acronym: str, letters: tuple[frozenset[str], ...]) -> bool:
    """Whether the letters of an acronym, in any order, may be those that the words start with in some language.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> letters = parse_thing("Белорусский союз художников", "organization")[0].letters
    >>> spells("bua", letters), spells("bux", letters)
    (True, False)
    """
    if len(acronym) != len(letters):
        return False
    if not acronym:
        return True
    return any(
        acronym[0] in found and spells(acronym[1:], letters[:place] + letters[place + 1 :])
        for place, found in enumerate(letters)
    )


def initials_of(texts: Sequence[str], kind: str) -> tuple[str, ...]:
    """The first letters of all words, and of those that aren't small or a legal form."""
    found = lexicon(kind)
    folded = [word for text in texts if (word := folded_word(text)) and not word.isdigit()]
    if len(folded) < 2:
        return ()
    kept: list[str] = []
    place = 0
    state = found.number("state") if kind == "organization" else -1
    while place < len(folded):
        size, concepts = found.at(folded, place)
        if state in concepts and folded[place][0] == "д":  # as in `state_letter`
            folded[place] = "г"
        if not concepts or found.roles[concepts[0]] not in (SMALL, LEGAL):
            kept += folded[place : place + size]
        place += size
    rows = ("".join(word[0] for word in row) for row in (folded, kept) if len(row) > 1)
    return tuple(dict.fromkeys(rows))
