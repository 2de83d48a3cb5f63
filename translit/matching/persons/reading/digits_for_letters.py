"""Digits for letters in names of persons: what the recognition of print puts, a joke, or who hides."""

from __future__ import annotations

from translit.matching.persons.lexicon.facts import known
from translit.matching.phonetics.drawn_digits import letters_for_digits
from translit.matching.phonetics.fold import fold
from translit.patterns import pattern

_WITH_DIGITS = pattern(r"(?=\d*\p{L})(?=\p{L}*\d)[\p{L}\p{M}\d]{3,}")
_COUNTED = pattern(r"\d+\p{L}{0,2}|\p{L}+\d{2,}|\p{L}{1,2}\d")  # 3rd, Agent007, Mp3


def without_digits(chunk: str) -> str:
    """A chunk with letters for the digits that stand for them: 5ergei, 3ахар, Vl4d1m1r; a number stays.

    >>> [without_digits(word) for word in ("5ergei", "3ахар", "Vl4d1m1r", "A1exander", "3rd", "Agent007")]
    ['sergei', 'захар', 'Vladimir', 'Alexander', '3rd', 'Agent007']
    """
    return chunk if chunk.isalpha() else _WITH_DIGITS.sub(lambda found: _lettered(found[0]), chunk)


def _lettered(word: str) -> str:
    if _COUNTED.fullmatch(word):
        return word
    letters = letters_for_digits(word)
    digits = {char for char in word if char.isdigit()}
    if not digits <= letters.keys():
        return word
    read = {l_or_i: "".join({**letters, "1": l_or_i}.get(char, char) for char in word) for l_or_i in "il"}
    if not letters["1"] or "1" not in digits:
        found = "".join(letters.get(char, char) for char in word)
    else:  # whichever makes a name that is known; else an i if other digits are letters too
        listed = [
            one
            for one, said in zip(read.values(), known.many(fold.many(list(read.values()))), strict=True)
            if said.sets or said.family
        ]
        found = listed[0] if len(listed) == 1 else read["i" if len(digits) > 1 else "l"]
    return found.upper() if word.isupper() else found
