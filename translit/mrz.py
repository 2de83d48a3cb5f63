"""Names in the machine-readable zone of passports and identity cards (ICAO Doc 9303, parts 3, 4 and 5).

The name field holds the letters A to Z and the filler `<`: the family name, two fillers, the given names. Hyphens and
blanks are one filler, apostrophes and full stops are left out, Cyrillic is written by the ICAO scheme of its language.

    translit.mrz.write("Łukašenka", "Alaksandar")   "LUKASENKA<<ALAKSANDAR<<<<<<<<<<<<<<<<<<"
    translit.mrz.read("LUKASHENKA<<ALIAKSANDR")     MrzName(family='LUKASHENKA', given='ALIAKSANDR', …)
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

from translit.checks import require_text
from translit.compiled import read_toml
from translit.errors import DataError, UsageError, did_you_mean
from translit.patterns import plain_pattern
from translit.writing.characters import APOSTROPHES, is_cyrillic, nfc
from translit.writing.registry import transliterate

FILLER = "<"
PASSPORT, CARD, SMALL = 39, 30, 31  # characters of the name field: passports (TD3), cards (TD1), cards (TD2)
_LEFT_OUT = {ord(sign): None for sign in (*APOSTROPHES, ".", ",")}
_FIELD = plain_pattern(r"[A-Z0-9<]+\Z")


class MrzName(NamedTuple):
    """A name as a machine-readable zone has it; `truncated` if the field had no room for all of it."""

    family: str
    given: str
    truncated: bool


def write(
    family: str, given: str = "", *, language: str = "be", scheme: str | None = None, length: int = PASSPORT
) -> str:
    """The name field of a travel document, filled up to `length`: 39 in passports, 30 or 31 on cards.

    Cyrillic is written by `scheme`, or by the ICAO scheme of `language` (be, bg, mk, ru, sr, uk). What is too long is
    cut as part 4, 4.2.3 says: words at the end become shorter, the first letter of a given name always stays.

    Raises UsageError for a name without a letter, an unknown language or a length below 5.

    >>> write("Ціханоўская", "Святлана Георгіеўна", language="be")
    'TSIKHANOUSKAIA<<SVIATLANA<HEORHIEUNA<<<'
    >>> write("O'Connor-Müller", "Åsa", length=30)
    'OCONNOR<MUELLER<<AASA<<<<<<<<<'
    """
    require_text(family, "the family name")
    require_text(given, "the given names")
    if length < 5:
        raise UsageError(f"a name field of {length} characters is too short; Doc 9303 has 39, 31 and 30")
    first, second = (_letters(text, language, scheme) for text in (family, given))
    if not first:
        raise UsageError("the family name has no letter; a person with one name only has it as the family name")
    if second:
        room = length - 2
        least = len(second.split(FILLER)[0][:1])
        first = first[: max(room - min(len(second), max(room // 2, least)), 1)].rstrip(FILLER)
        second = second[: room - len(first)].rstrip(FILLER)
        field = f"{first}{FILLER * 2}{second}"
    else:
        field = first[:length].rstrip(FILLER)
    return field.ljust(length, FILLER)


def read(field: str) -> MrzName:
    """The family name and the given names of a name field, or of the whole first line of a passport (`P<BLR…`).

    Raises DataError for what has other characters than A to Z, 0 to 9 and <.

    >>> read("P<BLRTSIKHANOUSKAIA<<SVIATLANA<<<<<<<<<<<<<<")
    MrzName(family='TSIKHANOUSKAIA', given='SVIATLANA', truncated=False)
    """
    require_text(field, "the name field")
    text = field.strip().upper()
    if not _FIELD.match(text):
        odd = next((char for char in text if not re.match(r"[A-Z0-9<]", char)), "")
        raise DataError(f"a name field has A to Z, 0 to 9 and < only, not {odd!a}; give one line of the document")
    if len(text) == 44 and text[0] == "P":  # document code and issuing state before the name
        text = text[5:]
    family, _, given = text.partition(FILLER * 2)
    truncated = not text.endswith(FILLER)
    first, second = (" ".join(part.split(FILLER)).strip() for part in (family, given.strip(FILLER)))
    return MrzName(first, second, truncated)


def _letters(text: str, language: str, scheme: str | None) -> str:
    """A name in A to Z, its words joined by fillers."""
    text = nfc(text)
    if any(map(is_cyrillic, text)):
        schemes = read_toml("names", "mrz.toml")["schemes"]
        if scheme is None and language not in schemes:
            known = ", ".join(sorted(schemes))
            raise UsageError(f"there is no ICAO scheme for {language!r}{did_you_mean(language, schemes)} (of {known})")
        text = transliterate(text, scheme or schemes[language])
    text = "".join(map(_letter, text.translate(_LEFT_OUT)))
    return FILLER.join(re.findall("[A-Z]+", text))


@cache
def _letter(char: str) -> str:
    """A letter in A to Z, by the table, else without its sign; anything else is a blank."""
    listed = read_toml("names", "mrz.toml")["letters"].get(char.lower())
    if listed:
        return str(listed)
    bare = "".join(part for part in normalize("NFKD", char) if not combining(part)).upper()
    return bare if bare.isascii() and bare.isalpha() else " "
