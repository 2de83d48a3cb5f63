"""Turkic patronymics: the father's name with a word for son or daughter, apart or glued to it, read as Slavic ones.

Documents of one person have either: İlham Heydər oğlu Əliyev is Ильхам Гейдарович Алиев, Әбішұлы is Абишевич. As a
patronymic such a name is folded with the Slavic ending, so that all of these meet.
"""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.persons.lexicon.endings import Gender, turkic_endings
from translit.matching.persons.lexicon.lists import children
from translit.matching.persons.reading.compounds import one_word
from translit.matching.persons.reading.tokenize import Word
from translit.matching.phonetics.fold import CYRILLIC

_VOWELS = frozenset("аеёиоуыэюяіaeiouyöü")
_ENDINGS = {  # gender → after a consonant and after a vowel, in Cyrillic and in Latin letters
    "m": (("ович", "ovich"), ("евич", "evich")),
    "f": (("овна", "ovna"), ("евна", "evna")),
}


def as_slavic(patronymic: str) -> str:
    """A folded patronymic with the Slavic ending if it has a Turkic one.

    >>> from translit.matching.phonetics.fold import fold
    >>> as_slavic(fold("Әбішұлы")), as_slavic(fold("Нұрсұлтанқызы")), as_slavic("абишевич")
    ('абішович', 'нурсултановна', 'абишевич')
    """
    for ending, gender in turkic_endings().items():
        if patronymic.endswith(ending):
            return _slavic(patronymic[: -len(ending)], gender)
    return patronymic


def father_at(words: Sequence[Word], place: int) -> tuple[int, Word] | None:
    """Two words from a place on that are a father's name and a word for son or daughter, as one; or None.

    >>> from translit.matching.persons.reading.tokenize import read_words
    >>> words = read_words([(word, False) for word in ("İlham", "Heydər", "oğlu", "Əliyev")])
    >>> found = father_at(words, 1)
    >>> found and (found[0], found[1].text, found[1].folded), father_at(words, 2)
    ((2, 'Heydər oğlu', 'heydarovich'), None)
    """
    after = place + 1
    gender = children().get(words[after].folded) if place and after < len(words) else None
    father = words[place].folded
    if not gender or len(father) < 2 or father in children():
        return None
    return 2, one_word(words[place : after + 1], _slavic(father, gender))


def _slavic(father: str, gender: Gender) -> str:
    stem = father[:-1] if father[-1] in "йj" else father
    return stem + _ENDINGS[gender][stem != father or father[-1] in _VOWELS][father[0] not in CYRILLIC]
