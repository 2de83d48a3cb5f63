"""Initials written by what English calls the letters: எம். கே. ஸ்டாலின் is M. K. Stalin, جورج دبليو بوش George W. Bush."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from translit.matching.persons.lexicon.lists import table
from translit.patterns import pattern, plain_pattern

if TYPE_CHECKING:
    import regex

LONG = 4  # letters of the name of a letter that is hardly anything else: डब्ल्यू
_SCRIPTS = (  # others are read by what tells foreigners' initials anyway, or write a letter with a stop
    "arabic cyrillic devanagari bengali gujarati gurmukhi tamil telugu kannada malayalam sinhala thai".split()  # noqa: SIM905
)
_FEWEST = {"cyrillic": 5}  # letters; shorter ones are names of people too (Джей, Ди)
_SOME = plain_pattern("[\u0600-\u06ff\u0900-\u0e7f]|[Дд]абл|(?:[Ээ](?:[йфлмнс]|йч|кс)|[Кк]ей|[Дд]ж(?:ей|и)|[Кк]ью) ")
_WORD = pattern(r"[\p{L}\p{M}]+(?:-ю)?(\.?)")
_INDIAN = pattern(r"[\u0900-\u0dff]+")
_NO_NAMES = frozenset(["эй", "эф", "эйч", "эл", "эм", "эн", "эс", "экс", "кей", "джей", "джи", "кью"])


def with_initials(text: str) -> str:
    """The text with names of letters as letters: with a stop, long ones, and several together; the last is a name.

    In the scripts of India the first word, too (एस जयशंकर). Short ones in Cyrillic may be names of people (Ди): there
    two have to stand in front, and one be no name (Эм Эф Хусейн).

    >>> with_initials("எம். கே. ஸ்டாலின்"), with_initials("Джордж Дабл-ю Буш"), with_initials("राम के शर्मा")
    ('M. K. ஸ்டாலின்', 'Джордж W. Буш', 'राम के शर्मा')
    >>> with_initials("एस जयशंकर"), with_initials("Эм Эф Хусейн"), with_initials("Ким Ди Эн"), with_initials("Джей Лено")
    ('S. जयशंकर', 'M. F. Хусейн', 'Ким Ди Эн', 'Джей Лено')
    """
    if text.isascii() or not _SOME.search(text):
        return text
    words = list(_WORD.finditer(text))
    letters = [named_letters().get(word[0].rstrip(".").lower(), "") for word in words]
    if "\u0400" <= text[0] < "\u0530":
        letters = _in_front(words) or letters
    if not any(letters):
        return text
    for place in reversed(range(len(words))):
        if letters[place] and _is_initial(words, letters, place):
            text = f"{text[: words[place].start()]}{letters[place]}.{text[words[place].end() :]}"
    return text


def _is_initial(words: Sequence[regex.Match[str]], letters: Sequence[str], place: int) -> bool:
    if words[place][1]:
        return True
    if place == len(words) - 1:
        return False
    if place == 0 and _INDIAN.fullmatch(words[0][0]):
        return True
    return len(words[place][0]) >= LONG or any(letters[max(place - 1, 0) : place]) or letters[place + 1] != ""


def _in_front(words: Sequence[regex.Match[str]]) -> list[str]:
    """The letters that the first words of a Cyrillic name are in English, if there are two and a name after them."""
    said = [_english_letters().get(word[0].rstrip(".").lower(), "") for word in words]
    count = next((place for place, letter in enumerate(said) if not letter), len(said) - 1)
    some = any(word[0].lower() in _NO_NAMES for word in words[:count])
    return said[:count] + [""] * (len(words) - count) if count > 1 and some else []


@cache
def _english_letters() -> Mapping[str, str]:
    """What English calls the letters, in Cyrillic: of each the first in the table."""
    return {words[0]: letter for letter, words in table("letter_names")["names"]["cyrillic"].items()}


@cache
def named_letters() -> Mapping[str, str]:
    """Names of letters in small letters → the capital, where it can be but one.

    >>> named_letters()["एम"]
    'M'
    """
    found: dict[str, set[str]] = defaultdict(set)
    names = table("letter_names")["names"]
    for script in _SCRIPTS:
        for letter, words in names[script].items():
            for word in words:
                if len(word) >= _FEWEST.get(script, 1):
                    found[word].add(letter)
    return {word: letters.pop() for word, letters in found.items() if len(letters) == 1}
