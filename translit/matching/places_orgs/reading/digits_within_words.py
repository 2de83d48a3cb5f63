"""Digits that the recognition of print puts for letters: Bielefe1d is Bielefeld, М0сква Москва; a number stays."""

from __future__ import annotations

from translit.matching.phonetics.drawn_digits import letters_for_digits
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.towns import is_town
from translit.patterns import pattern

MOST_SHARE = 3  # letters for each digit, at least
_WORD = pattern(r"(?<![\p{L}\p{M}\p{N}])(?=\p{L}*\d)[\p{L}\p{M}\d]{4,}")
_INSIDE = r"(?<=\p{Ll}|^\p{Lu})(\d)\1?(?=\p{Ll})"  # 11 is ll
_DRAWN = {  # in a place's name the first letter and an о at the end too; 3Com and 7Eleven are firms
    "organization": pattern(_INSIDE),
    "place": pattern(_INSIDE + r"|(?<=\p{Lu})\d(?=\p{Lu})|^\d(?=\p{Ll}{3})|(?<=\p{L}{3})0$"),
}


def without_drawn_digits(text: str, kind: str) -> str:
    """The text with letters for the digits within words that stand for them.

    >>> [without_drawn_digits(word, "place") for word in ("Bielefe1d", "М0сква", "5alzburg", "W1en", "Sector7")]
    ['Bielefeld', 'Москва', 'Salzburg', 'Wien', 'Sector7']
    >>> without_drawn_digits("Gese11schaft", "organization"), without_drawn_digits("Area12b", "organization")
    ('Gesellschaft', 'Area12b')
    """
    return _WORD.sub(lambda found: _lettered(found[0], kind), text)


def _lettered(word: str, kind: str) -> str:
    letters = {digit: letter for digit, letter in letters_for_digits(word).items() if letter}
    digits = [char for char in word if char.isdigit()]
    if len(digits) * (MOST_SHARE + 1) > len(word) or not letters.keys() >= set(digits):
        return word
    read = [_read(word, kind, of) for of in (letters, letters | {"1": "i"})]
    found = read[0] if read[0] == read[1] or not _is_known(read[1], kind) else read[1]
    return found.capitalize() if word[0] in digits else found


def _read(word: str, kind: str, letters: dict[str, str]) -> str:
    return _DRAWN[kind].sub(lambda found: "".join(letters[digit] for digit in found[0]), word)


def _is_known(word: str, kind: str) -> bool:
    folded = fold(word)
    return is_town(folded) or bool(lexicon(kind).exactly(folded))
