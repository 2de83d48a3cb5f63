"""The tables of Chinese characters in names, read when they are first asked for; and how hangul starts a word."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.data import folder, table_rows
from translit.writing.bloom import Attested

_LIQUID = 5  # the number of ᄅ among the initials of hangul
_VOWELS, _FINALS = 21, 28
_BEFORE_I = frozenset((2, 3, 6, 7, 12, 17, 20))  # vowels of hangul; before others ᄅ is ᄂ at the start of a word


class Character(NamedTuple):
    """The readings of one character, the commonest first."""

    today: tuple[str, ...]  # what Japan writes for it, if that is another
    given: tuple[str, ...]  # in Japanese given names
    family: tuple[str, ...]
    cantonese: tuple[str, ...]
    korean: tuple[str, ...]
    vietnamese: tuple[str, ...]


_NONE = Character((), (), (), (), (), ())


@cache
def _rows(name: str) -> dict[str, list[str]]:
    return {key: cells for key, *cells in table_rows("match", name)}


@cache
def character(char: str) -> Character:
    """How a character is read in names.

    >>> character("純").given[:2], character("純").korean[0]
    (('sumi', 'zumi'), '순')
    """
    cells = _rows("han.tsv").get(char)
    return Character(*(tuple(cell.split()) for cell in cells)) if cells else _NONE


def in_places(char: str) -> tuple[str, ...]:
    """How a character is read in names of places of Japan, where no names of persons have it so.

    >>> in_places("前"), in_places("麝")
    (('saki', 'zaki'), ())
    """
    cells = _rows("han_places.tsv").get(char)
    return tuple(cells[0].split()) if cells else ()


SOUTHERN_LANGUAGES = ("cantonese", "vietnamese", "hokkien")


@cache
def _hokkien(part: str) -> dict[str, tuple[str, ...]]:
    """The readings of characters in family names, or in given names, of `tables/names/hokkien.toml`."""
    rows: dict[str, str] = read_toml("names", "hokkien.toml")[part]
    return {char: tuple(readings.split()) for chars, readings in rows.items() for char in chars}


def southern(char: str, language: str, part: str) -> tuple[str, ...]:
    """How one of `SOUTHERN_LANGUAGES` reads a character in `families` or in `given` names; nothing if it isn't known.

    >>> southern("陳", "hokkien", "families")[0], southern("嘉", "hokkien", "given")[0]
    ('tan', 'kah')
    """
    if language == "hokkien":
        return _hokkien(part).get(char, ())
    readings: tuple[str, ...] = getattr(character(char), language)
    return readings


def today() -> dict[str, str]:
    """Old or simplified characters → what Japan writes for them today.

    >>> today()["澤"]
    '沢'
    """
    return {char: cells[0] for char, cells in _rows("han.tsv").items() if cells[0]}


@cache
def families() -> dict[str, list[str]]:
    """Japanese family names with 々 resolved → their readings.

    >>> families()["佐佐木"]
    ['sasaki']
    """
    return {repeated(word): cells[0].split() for word, cells in _rows("han_families.tsv").items()}


@cache
def attested() -> Attested:
    """The given names with the readings that lists know: "文雄 fumio".

    >>> "文雄 fumio" in attested(), "文雄 fumitake" in attested()
    (True, False)
    """
    return Attested.read(folder("tables") / "match" / "han_given.txt")


@cache
def korean_families() -> str:
    """The syllables that are Korean family names.

    >>> "김" in korean_families()
    True
    """
    return str(read_toml("match", "scripts.toml")["korean"]["families"])


def repeated(word: str) -> str:
    """A word with the character for which 々 stands.

    >>> repeated("佐々木")
    '佐佐木'
    """
    return "".join([word[place - 1] if char == "々" and place else char for place, char in enumerate(word)])


def as_first(syllable: str) -> str:
    """A syllable of hangul as it is said at the start of a word.

    >>> as_first("리"), as_first("림"), as_first("라"), as_first("박")
    ('이', '임', '나', '박')
    """
    number = ord(syllable) - 0xAC00
    initial, rest = divmod(number, _VOWELS * _FINALS)
    vowel = rest // _FINALS
    if initial == _LIQUID:
        initial = 11 if vowel in _BEFORE_I else 2
    elif initial == 2 and vowel in _BEFORE_I:
        initial = 11
    return chr(0xAC00 + initial * _VOWELS * _FINALS + rest)
