"""Characters: normal form, apostrophes, stress marks, look-alike letters, the case of a word."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise
from typing import Any, Literal
from unicodedata import normalize

from translit.patterns import pattern

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
APOSTROPHES = frozenset(
    "'`\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
    "\N{ACUTE ACCENT}\N{MODIFIER LETTER PRIME}\N{PRIME}\N{FULLWIDTH APOSTROPHE}"
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}\N{MODIFIER LETTER TURNED COMMA}\N{DOUBLE PRIME}"
    "\N{MODIFIER LETTER DOUBLE PRIME}\N{RIGHT DOUBLE QUOTATION MARK}"
)
STRESS = frozenset("\N{COMBINING ACUTE ACCENT}\N{COMBINING GRAVE ACCENT}")
TIE = "\N{COMBINING DOUBLE INVERTED BREVE}"
# What no reader sees: joiners, marks of direction, invisible operators, the Mongolian vowel separator, tags.
INVISIBLE = dict.fromkeys(
    (
        *map(ord, "\N{SOFT HYPHEN}\N{COMBINING GRAPHEME JOINER}\N{ARABIC LETTER MARK}\N{MONGOLIAN VOWEL SEPARATOR}"),
        *range(0x200B, 0x2010),  # zero width space, joiners, marks of direction
        *range(0x202A, 0x202F),  # embedding and override of direction
        *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates
        0xFEFF,  # zero width no-break space
        *range(0xE0000, 0xE0080),  # tags
    )
)
# Latin letters drawn like Cyrillic ones, by case: н looks like H only as a capital.
LOOKALIKES = dict(zip("aceijopsxyhëïəǝɵABCEHIJKMOPSTXYËÏƏƎƟ", "асеіјорѕхуһёїәәөАВСЕНІЈКМОРЅТХУЁЇӘӘӨ", strict=True))
# Cyrillic letters typed, or recognised in print, for another that a table has where it lacks them.
_TYPED = {"ѳ": "ө"}
# What keyboards without a palochka give in its place, inside a word or before two letters of one: Г1алг1айче, 1алам.
_PALOCHKA_TYPED = pattern(
    r"(?<=\p{Cyrl})[1|!Il](?=\p{Cyrl})|(?<=\p{Cyrl})[1Il](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[1I](?=\p{Cyrl}{2})"
)
_HALF_TIE = pattern("(.)\N{COMBINING LIGATURE LEFT HALF}(.)\N{COMBINING LIGATURE RIGHT HALF}")
_LIGATURES = {ord(char): normalize("NFKC", char) for char in "ǄǅǆǇǈǉǊǋǌ"}


MOST_MARKS = 30  # combining marks in a row; Unicode calls text with no more stream-safe (UAX 15, section 13)


def nfc(text: str) -> str:
    """The text in normal form C.

    >>> nfc("и\\u0306")
    'й'
    """
    return normalized(text, "NFC")


def normalized(text: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]) -> str:
    """The text in a normal form, in time that grows with its length.

    To sort n marks on one letter takes n² steps, so that more than 30 in a row are normalized in pieces.

    >>> normalized("и\\u0306", "NFKC"), len(normalized("и" + "\\u0306" * 100_000, "NFC"))
    ('й', 100000)
    """
    if unicodedata.is_normalized(form, text):
        return text
    if len(text) <= MOST_MARKS:
        return unicodedata.normalize(form, text)
    cuts = [0]
    for run in _marks().finditer(text):
        cuts += range(run.start() + MOST_MARKS, run.end(), MOST_MARKS)
    return "".join([unicodedata.normalize(form, text[start:end]) for start, end in pairwise([*cuts, len(text)])])


@cache
def _marks() -> Any:
    return pattern(rf"\p{{M}}{{{MOST_MARKS + 1},}}")


def is_cyrillic(char: str) -> bool:
    """Whether a character is a Cyrillic letter.

    >>> is_cyrillic("ў"), is_cyrillic("w")
    (True, False)
    """
    return "\u0400" <= char <= "\u052f" or "\u1c80" <= char <= "\u1c8f" or "\ua640" <= char <= "\ua69d"


def repair_lookalikes(word: str, alphabet: frozenset[str]) -> str:
    """A mostly Cyrillic word with its Latin look-alikes put right, if every Latin letter in it is one.

    `alphabet` holds the letters the result may have, in lower case; a word that can't be repaired
    within it comes back as it is.

    >>> repair_lookalikes("Caшa", frozenset("аcсшa"))
    'Саша'
    >>> repair_lookalikes("Wебер", frozenset("вебер"))
    'Wебер'
    """
    if not is_lookalike_word(word):
        return word
    repaired = "".join(LOOKALIKES.get(char, char) for char in word)
    if any(new.lower() not in alphabet for old, new in zip(word, repaired, strict=True) if old != new):
        return word
    return repaired


def is_all_capitals(word: str) -> bool:
    """Whether a word is written in capitals: two or more of them and no small letter.

    >>> is_all_capitals("ЖЫТКАВІЧЫ"), is_all_capitals("Я"), is_all_capitals("Яна")
    (True, False, False)
    """
    return word.isupper() and sum(char.isupper() for char in word) > 1


def capitalized(text: str, capitals: dict[str, str]) -> str:
    """The text with its first letter that has a case as a capital; signs before it stay.

    >>> capitalized("’ya", {})
    '’Ya'
    """
    for index, char in enumerate(text):
        upper = capitals.get(char) or char.upper()
        if upper != char:
            return text[:index] + upper + text[index + 1 :]
    return text


def in_capitals(text: str, capitals: dict[str, str]) -> str:
    """The text in capitals, by the table's own pairs where Unicode has another (Turkic i).

    >>> in_capitals("qırmızı i", {"i": "İ"})
    'QIRMIZI İ'
    """
    for small, capital in capitals.items():
        text = text.replace(small, capital)
    return text.upper()


def typed_for(text: str, letters: frozenset[str]) -> str:
    """The text with what is typed in place of letters that a keyboard lacks put right, for a table of these letters.

    >>> typed_for("Г1алг1айче 21", frozenset("гӏалйче"))
    'Гӏалгӏайче 21'
    """
    if "ӏ" in letters:
        text = _PALOCHKA_TYPED.sub("ӏ", text)
    for typed, meant in _TYPED.items():
        if meant in letters and typed not in letters and typed in text.lower():
            text = text.replace(typed, meant).replace(typed.upper(), meant.upper())
    return text


def as_written(text: str) -> str:
    """A Latin text as schemes write it: in normal form C, letters joined by a tie not by halves, no ligatures.

    >>> as_written("T\ufe20s\ufe21ikhan, ǆ") == "T\u0361sikhan, dž"
    True
    """
    return nfc(_HALF_TIE.sub(rf"\1{TIE}\2", text).translate(_LIGATURES))


# Greek letters drawn like Latin ones, and Cyrillic ones drawn like Latin ones that no Cyrillic word needs a Latin for.
_GREEK = dict(zip("ABEHIKMNOPTXYZaoviktpuxny", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖαονικτρυχηγ", strict=True))
_TO_LATIN = {
    **{other: latin for latin, other in LOOKALIKES.items()},
    **{other: latin for latin, other in _GREEK.items()},
    **dict(zip("кмтѕԁԛԝӏ", "kmtsdqwl", strict=True)),
}
_TO_CYRILLIC = {
    **LOOKALIKES,
    **{greek: LOOKALIKES[latin] for latin, greek in _GREEK.items() if latin in LOOKALIKES},
    **dict(zip("κτυμ", "ктум", strict=True)),
}


def _script(char: str) -> str:
    if not char.isalpha():
        return ""
    if is_cyrillic(char):
        return "Cyrillic"
    if "\u0370" <= char <= "\u03ff" or "\u1f00" <= char <= "\u1fff":
        return "Greek"
    return "Latin" if char < "\u0250" or "\u1e00" <= char <= "\u1eff" else "other"


def in_one_script(word: str) -> str:
    """A word of letters of several scripts that are drawn alike, in the one that most are of, else in one that can be.

    A word with letters that aren't drawn alike in either comes back as it is.

    >>> in_one_script("Рutin"), in_one_script("Лукашенκο"), in_one_script("Wебер"), in_one_script("Sοlοviov")
    ('Putin', 'Лукашенко', 'Wебер', 'Soloviov')
    """
    if word.isascii():
        return word
    scripts = [script for char in word if (script := _script(char))]
    if len(set(scripts)) < 2:
        return word
    for own in sorted(("Latin", "Cyrillic"), key=scripts.count, reverse=True):
        table = _TO_LATIN if own == "Latin" else _TO_CYRILLIC
        letters = [table.get(char, "") if _script(char) not in ("", own) else char for char in word]
        if own in scripts and all(letters):
            return "".join(letters)
    return word


def is_lookalike_word(word: str) -> bool:
    """Whether a word mixes Cyrillic with Latin letters that are all drawn like Cyrillic ones.

    >>> is_lookalike_word("Caшa"), is_lookalike_word("Wебер")
    (True, False)
    """
    latin = [char for char in word if char.isalpha() and not is_cyrillic(char)]
    return bool(latin) and any(map(is_cyrillic, word)) and all(char in LOOKALIKES for char in latin)


def tied_capital(text: str, capitals: dict[str, str]) -> str:
    """A capital for the first letter and for those tied to it: i͡a gives I͡A, but ch gives Ch."""
    end = 1
    while text[end : end + 1] == TIE:
        end += 2
    return in_capitals(text[:end], capitals) + text[end:]


def starts_capital(source: str) -> bool:
    """Whether the first letter that has capital and small forms is a capital."""
    return next((char.isupper() for char in source if char.lower() != char.upper()), False)


def split_stress(text: str) -> tuple[str, dict[int, str]]:
    """The text without stress marks, and which marks followed the character at each index."""
    if not any(mark in text for mark in STRESS):
        return text, {}
    plain: list[str] = []
    stresses: dict[int, str] = {}
    for char in text:
        if char in STRESS and plain and plain[-1].isalpha():
            stresses[len(plain) - 1] = stresses.get(len(plain) - 1, "") + char
        else:
            plain.append(char)
    return "".join(plain), stresses
