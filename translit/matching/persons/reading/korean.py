"""Korean names in Latin and Cyrillic letters: which syllables they may stand for.

Korean names are short, and each of half a dozen systems writes them with other letters: Чен, Чон, Jong, Jeong and
Chung are one syllable, while -un and -il are two people. So they are compared by the syllables that they may be read
as, from `tables/names/korean.toml`, not letter by letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np

from translit.arrays import Int32s
from translit.compiled import compiled, read_toml
from translit.data import folder
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.given_sets import FORMAL
from translit.matching.persons.lexicon.lists import korean_families, path_of, table
from translit.matching.persons.lexicon.marks import LISTED, OTHER, VOUCHED
from translit.matching.persons.reading.titles import title_run
from translit.matching.persons.reading.token import CORE, Token
from translit.matching.persons.reading.tokenize import Word
from translit.matching.phonetics.fold import CYRILLIC
from translit.memo import memoized
from translit.writing.characters import is_cyrillic

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"  # in the order of Unicode, as the next two
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
FIRST, SYLLABLES = 0xAC00, 11172  # 가, and how many there are
TWO, THREE = 2, 3
GROUPED = float(np.float32(0.15))  # set by hand: distance of two spellings of one Korean name
APART = 1.5  # set by hand: distance of two given names that share no reading
COMMON, RARE = 8, 20  # set by hand: where the first word is a rarer family name, one of the commonest at the end is it
_OWN_I = frozenset("іїєґ")
_OTHER_I = str.maketrans("иі", "ыи")  # Ukrainian и is the sound of ы
Readings = frozenset[str]


class Syllables(NamedTuple):
    """What one word of a Korean name may be, and whether it is the family name."""

    readings: Readings
    is_family: bool


def both_korean(
    left: Mapping[int, tuple[Syllables, ...]], right: Mapping[int, tuple[Syllables, ...]], rows: Int32s, columns: Int32s
) -> list[tuple[int, tuple[Syllables, ...], tuple[Syllables, ...]]]:
    """Which pairs of names are both Korean, by the numbers of the names, and what their words may be."""
    if not left or not right:
        return []
    pairs = enumerate(zip(rows.tolist(), columns.tolist(), strict=True))
    return [(place, left[row], right[other]) for place, (row, other) in pairs if row in left and other in right]


def agreed(one: Syllables, other: Syllables, value: float, marks: int) -> tuple[float, int]:
    """The distance and the marks of two words of Korean names, from those that their letters have.

    >>> one, other = Syllables(frozenset(["정은"]), False), Syllables(frozenset(["정은", "종은"]), False)
    >>> agreed(one, other, 2.6, 0) == (GROUPED, LISTED | VOUCHED)
    True
    """
    if one.is_family != other.is_family:
        return value, marks
    if one.readings.isdisjoint(other.readings):
        return max(value, APART), OTHER
    return (GROUPED, LISTED | VOUCHED) if value > GROUPED else (value, VOUCHED)


class Korean(NamedTuple):
    """A Korean name: its family name and its given name as one word, what each may be, and titles before them."""

    tokens: tuple[Token, ...]
    words: tuple[Syllables, ...]
    titles: tuple[str, ...]


def korean_name(words: Sequence[Word], families: Sequence[bool] = ()) -> Korean | None:
    """What the words of a name are in Korean; None unless they are a family name and one or two syllables.

    `families` tells which words stand before a comma.

    >>> from translit.matching.persons.reading.tokenize import read_chunks
    >>> found = korean_name([word for chunk in ("Ким", "Чен", "Ын") for word in read_chunks(chunk)])
    >>> [token.text for token in found.tokens], "정은" in found.words[1].readings, "정일" in found.words[1].readings
    (['Ким', 'Чен Ын'], True, False)
    >>> korean_name([word for chunk in ("Kim", "Philby") for word in read_chunks(chunk)]) is None
    True
    """
    titles = next((place for place, word in enumerate(words) if word.title != "prefix"), 0)
    for start in dict.fromkeys((0, titles, title_run(words))):
        found = _korean(words[start:], families[start:])
        if found:
            return found._replace(titles=tuple(word.text for word in words[:start]))
    return None


def _korean(words: Sequence[Word], families: Sequence[bool]) -> Korean | None:
    if not TWO <= len(words) <= THREE or any(word.initials and not _lone_vowel(word) for word in words):
        return None
    texts = [word.folded if word.folded.islower() else unicodedata.normalize("NFC", word.bare) for word in words]
    if any(not _OWN_I.isdisjoint(text) for text in texts):
        texts = [text.translate(_OTHER_I) for text in texts]
    for place in _places(words, families):
        family = _family(words[place].folded, texts[place])
        rest = [number for number in range(len(words)) if number != place]
        if not family or (len(rest) == 1 and _formal(words[rest[0]].folded)):
            continue
        given = _joined([texts[number] for number in rest])
        if given:
            some = [words[number] for number in rest]
            text, folded = " ".join(word.bare for word in some), "".join(word.folded for word in some)
            rows = [(words[place].bare, words[place].folded, True, family), (text, folded, False, given)]
            rows = rows if place == 0 else rows[::-1]
            tokens = tuple(Token(bare, letters, CORE, is_family) for bare, letters, is_family, _ in rows)
            return Korean(tokens, tuple(Syllables(readings, is_family) for *_, is_family, readings in rows), ())
    return None


def _formal(folded: str) -> bool:
    """Whether a word is listed as a full given name of another people: Ким Анна."""
    return any(kind == FORMAL for _, kind in given_names().listed(folded))


def _lone_vowel(word: Word) -> bool:
    """Whether a word is a syllable of one letter, as Cyrillic writes it, rather than an initial: Ким Ё Чжон."""
    return len(word.text) == 1 and is_cyrillic(word.text)


def _places(words: Sequence[Word], families: Sequence[bool]) -> tuple[int, ...]:
    """Where the family name may stand: first, in Latin letters also last; what a hyphen joins is the given name."""
    last = len(words) - 1
    if any(families):
        return (0,) if families.count(True) == 1 else ()
    if words[0].hyphened != words[last].hyphened:
        return (last,) if words[0].hyphened else (0,)
    if words[0].folded[:1] in CYRILLIC:
        return (0,)
    first_rank, last_rank = (_ranks().get(word.folded, len(_ranks())) for word in (words[0], words[last]))
    return (last, 0) if last_rank < COMMON and first_rank >= RARE else (0, last)


def _joined(texts: Sequence[str]) -> Readings:
    """The two syllables that two words may be read as, or one word; a word may also be a single one."""
    if len(texts) == 1:
        return glued(texts[0]) or frozenset(_syllables().get(texts[0], ""))
    first, second = (_syllables().get(text, "") for text in texts)
    return _by_law(frozenset(map("".join, product(first, second))))


@memoized
def glued(texts: Sequence[str]) -> list[Readings]:
    """The two syllables that each word may be read as, however it is parted.

    >>> "정은" in glued("jongun"), glued("jongun") & glued("чонын") != set(), glued("philby")
    (True, True, frozenset())
    """
    known = _syllables()
    return [
        _by_law(
            frozenset(
                one + other
                for end in range(1, len(text))
                if text[:end] in known and text[end:] in known
                for one, other in product(known[text[:end]], known[text[end:]])
            )
        )
        for text in texts
    ]


def _by_law(names: Readings) -> Readings:
    law: Mapping[str, str] = table("korean")["table"]["initial_law"]
    return frozenset(law.get(name[0], name[0]) + name[1:] for name in names)


def _family(folded: str, text: str) -> Readings:
    if text in table("korean")["families"]:
        return frozenset(text)
    return korean_families().get(folded, frozenset())


@cache
def _ranks() -> Mapping[str, int]:
    """How many family names are commoner than the one that a folded word may be."""
    found: dict[str, int] = {}
    for rank, spellings in enumerate(table("korean")["families"].values()):
        for spelling in spellings.split():
            found.setdefault(spelling, rank)
    return found


@cache
def _syllables() -> Mapping[str, str]:
    """Folded letters, or a syllable itself → the syllables of given names that they may stand for."""
    tables = [path_of("korean"), folder("tables") / "match" / "scripts.toml"]
    found: dict[str, str] = compiled("korean-syllables", tables, _spelled)
    return found


def _spelled() -> dict[str, str]:
    raw = table("korean")
    found: dict[str, set[str]] = {}
    for syllable in read_toml("match", "scripts.toml")["korean"]["given"]:
        number = ord(syllable) - FIRST
        if not 0 <= number < SYLLABLES:
            continue
        found.setdefault(syllable, set()).add(syllable)
        for spelling in (*_written(number, raw["latin"]), *_written(number, raw["cyrillic"])):
            found.setdefault(spelling, set()).add(syllable)
        for spelling in raw["usual"].get(syllable, "").split():
            found.setdefault(spelling, set()).add(syllable)
    return {spelling: "".join(sorted(syllables)) for spelling, syllables in found.items()}


def _written(number: int, parts: Mapping[str, Any]) -> list[str]:
    """All spellings of a syllable by its number in one script; none if it has a part that names haven't."""
    initial, rest = divmod(number, len(VOWELS) * len(FINALS))
    vowel, final = divmod(rest, len(FINALS))
    closed = parts.get("closed", {}).get(VOWELS[vowel], "") if final else ""
    options = [
        parts["initials"].get(INITIALS[initial], "").split(),
        [*parts["vowels"].get(VOWELS[vowel], "").split(), *closed.split()],
        parts["finals"].get(FINALS[final], "").split() if final else ["-"],
    ]
    return ["".join(row).replace("-", "") for row in product(*options)]
