"""Digits for letters in names of persons: what the recognition of print puts, a joke, or who hides."""

from __future__ import annotations

from translit.matching.persons.lexicon.facts import known
from translit.matching.phonetics.fold import fold
from translit.patterns import pattern
from translit.writing.characters import is_cyrillic

_WITH_DIGITS = pattern(r"(?=\d*\p{L})(?=\p{L}*\d)[\p{L}\p{M}\d]{3,}")
_COUNTED = pattern(r"\d+\p{L}{0,2}|\p{L}+\d{2,}|\p{L}{1,2}\d")  # 3rd, Agent007, Mp3
_DIGITS = {  # what the recognition of print, a joke, or who hides writes for a letter; a palochka isn't pronounced
    True: {"0": "о", "1": "", "3": "з", "4": "ч", "6": "б", "8": "в"},
    False: {"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b"},
}


def without_digits(chunk: str) -> str:
    """A chunk with letters for the digits that stand for them: 5ergei, 3ахар, Vl4d1m1r; a number stays.

    >>> [without_digits(word) for word in ("5ergei", "3ахар", "Vl4d1m1r", "A1exander", "3rd", "Agent007")]
    ['sergei', 'захар', 'Vladimir', 'Alexander', '3rd', 'Agent007']
    """
    return chunk if chunk.isalpha() else _WITH_DIGITS.sub(lambda found: _lettered(found[0]), chunk)


def _lettered(word: str) -> str:
    if _COUNTED.fullmatch(word):
        return word
    cyrillic = any(map(is_cyrillic, word))
    letters = _DIGITS[cyrillic]
    digits = {char for char in word if char.isdigit()}
    if not digits <= letters.keys():
        return word
    read = {l_or_i: "".join({**letters, "1": l_or_i}.get(char, char) for char in word) for l_or_i in "il"}
    if cyrillic or "1" not in digits:
        found = "".join(letters.get(char, char) for char in word)
    else:  # whichever makes a name that is known; else an i if other digits are letters too
        listed = [
            one
            for one, said in zip(read.values(), known.many(fold.many(list(read.values()))), strict=True)
            if said.sets or said.family
        ]
        found = listed[0] if len(listed) == 1 else read["i" if len(digits) > 1 else "l"]
    return found.upper() if word.isupper() else found
