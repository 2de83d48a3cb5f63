"""Words of scripts other than Latin and Cyrillic: parted as names are, and folded to letters that carry their sound.

Hebrew, Arabic, kana, hangul and Greek leave sounds open: no short vowels, one letter for r and l, nt for d. Their words
fold to Latin letters and, in capitals, open sounds, by `tables/match/scripts.toml`; `open.toml` says what an open
sound may stand for in an alignment. Every other script is read by ICU, or by unidecode where ICU isn't installed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from translit.compiled import read_toml
from translit.matching.phonetics.chinese_words import chinese_words
from translit.matching.phonetics.romanized import plain, spelled
from translit.matching.phonetics.syllables.readers import is_read, names_of, read_word, whole_word
from translit.matching.phonetics.unread import syllables_of
from translit.patterns import pattern, plain_pattern

OPEN = "ABCDEFGHIJKLNPQRSTUVWXYZ"  # sounds that a script leaves open
VOWELLESS = frozenset("AEHVY")  # of them, vowels too open to look a name up in a list
UNSURE = str.maketrans("BQ", "bb", "FJPR")  # consonants of two classes: as one of them, or left out
_HEBREW = pattern(r"\p{Hebrew}")
_ARABIC = pattern(r"\p{Arabic}")
_HANGUL = pattern(r"\p{Hangul}+")
_HAN = pattern(r"\p{Han}+")
_SCRIPTS = {
    "hebrew": _HEBREW,
    "arabic": _ARABIC,
    "kana": pattern(r"[\p{Katakana}\p{Hiragana}]"),
    "hangul": _HANGUL,
    "greek": pattern(r"\p{Greek}"),
}
# beyond Latin, Cyrillic and punctuation: tried first, since it is quick
_FAR = plain_pattern("[^\x00-\u036f\u0400-\u052f\u1e00-\u1eff\u2000-\u206f]")
_HAN_KANA = pattern(r"(\p{Han}{1,4})([\p{Katakana}\p{Hiragana}]{2,})")  # a Japanese family name and a given name
_FOLDED = pattern(r"[\p{Hebrew}\p{Arabic}\p{Katakana}\p{Hiragana}\p{Hangul}\p{Greek}]")
_ACCENTS = pattern("[\u0300\u0301\u0313\u0314\u0342\u0345]")
_LATIN = plain_pattern("[a-z]", re.IGNORECASE)
_GERESH = pattern(r"[׳'’`´]")
_ARTICLE = pattern(r"ال(?!له|[كک]س|[يی]زا|[يی]اس|[يی]نا|برت|فرد)(?=\p{L}{3})")
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_SMALL = frozenset("ァィゥェォャュョ")
_NONE_BEFORE, _NONE_AFTER = frozenset("EHWY"), frozenset("EHY")  # sounds beside which no vowel is left out
_DOUBLED = plain_pattern(r"(.)(?=\1)")
# Hangul: ㄹ for r rather than l, and after which vowels r isn't written (모건 Morgan, 피노 Pinot)
_BETWEEN_VOWELS = plain_pattern("(?<=[aeiouIUV])R")
_LOST = plain_pattern("(?<=[aeiou])(?<!E.)(?=[^aeiouyrIRUVW]|$)")


class Letters(NamedTuple):
    """How one script is folded: letters → what they fold to, those of the start and the end of a word apart."""

    units: dict[str, str]
    start: dict[str, str]
    end: dict[str, str]
    pattern: re.Pattern[str]


@cache
def _table(name: str) -> dict[str, Any]:
    return read_toml("match", f"{name}.toml")


def open_costs() -> list[tuple[str, str, float]]:
    """What units with open sounds may stand for, and the cost in nats: the rows of `tables/match/open.toml`.

    >>> ("R", "л", 0.02) in open_costs()
    True
    """
    units = (row for key, section in _table("open").items() if key != "table" for row in section.items())
    return [
        (unit, "" if other == "-" else other, float(cost))
        for unit, costs in units
        for cost, others in costs.items()
        for other in others.split()
    ]


@cache
def _letters(script: str) -> Letters:
    raw = _table("scripts")[script]
    if script == "hangul":
        raw = {unicodedata.normalize("NFD", letters): sound for letters, sound in raw.items()}
    units = {letters: sound for letters, sound in raw.items() if "-" not in letters}
    start, end = (
        {letters.strip("-"): sound for letters, sound in raw.items() if letters[side] == "-"} for side in (0, -1)
    )
    longest = sorted({*units, *start, *end}, key=len, reverse=True)
    return Letters(units, start, end, re.compile("|".join(map(re.escape, longest))))


def latin_word(word: str, names: bool = False) -> str:
    """A word of another script in Latin letters, or as it is where `open_letters` folds it; names are parted.

    Those of scripts that write no spaces between all words (Burmese, Tibetan) only if they are `names` of persons.

    >>> latin_word("习近平"), unicodedata.normalize("NFC", latin_word("김정은")), latin_word("თბილისი")
    ('xi jinping', 'kim 정은', 'tbilisi')
    >>> latin_word("허버트"), latin_word("지미"), latin_word("이")
    ('허버트', '지미', 'lee')
    >>> latin_word("السيسي"), latin_word("בוטין")
    ('al-سيسي', 'בוטין')
    """
    if _HAN.fullmatch(word):
        return _chinese(word)
    if is_read(word):
        return names_of(word) if names else whole_word(word)
    if names and (found := _HAN_KANA.fullmatch(word)):
        return f"{_chinese(found[1]).replace(' ', '')} {found[2]}"
    if _HANGUL.fullmatch(word):
        return _korean(word)
    if _HEBREW.search(word):
        return _GERESH.sub("ʹ", word).replace("״", "")
    if _ARABIC.search(word):
        return _table("scripts")["words"].get(word) or (f"al-{word[2:]}" if _ARTICLE.match(word) else word)
    if _FOLDED.search(word):
        return word
    latin = spelled(word)
    return latin if _LATIN.search(latin) else syllables_of(word)


def _chinese(word: str) -> str:
    """A Chinese name of two to four characters as family name and given name; other words as one."""
    return " ".join(_unmarked(plain(part)).replace(" ", "") for part in chinese_words(word))


def _korean(word: str) -> str:
    """A Korean name of three syllables as family name and given name, other words as they are.

    Given names are of syllables that Chinese characters are read as, or of a few words: 허버트 is Herbert. Two
    syllables are mostly a given name (지훈), or foreign (지미, Jimmy). A single syllable and a given name are parted
    into their letters, so that they don't look like an initial.
    """
    names = _table("scripts")["korean"]
    family, given = word[:1], word[1:]
    whole = len(word) == 3 and family in names["families"] and all(one in names["given"] for one in given)
    if given and not whole:
        return word
    return unicodedata.normalize("NFD", f"{names['written'].get(family, family)} {given}".rstrip())


@cache
def korean_syllables() -> frozenset[str]:
    """The syllables that Korean given names have: readings of Chinese characters, and some words.

    >>> "전" in korean_syllables(), "터" in korean_syllables()
    (True, False)
    """
    return frozenset("".join(_table("scripts")["korean"]["given"].split()))


def _unmarked(latin: str) -> str:
    base = unicodedata.normalize("NFD", latin.lower())
    return "".join(char for char in base if not unicodedata.combining(char))


def has_open_letters(text: str) -> bool:
    """Whether a text has letters of Hebrew, Arabic, kana, hangul or Greek.

    >>> has_open_letters("Peres"), has_open_letters("Peres פרס")
    (False, True)
    """
    return _FAR.search(text) is not None and (_FOLDED.search(text) is not None or is_read(text))


def open_letters(word: str) -> str | None:
    """A word in small letters of Hebrew, Arabic, kana, hangul or Greek as Latin letters and open sounds, else None.

    >>> open_letters("פרס"), open_letters("プーチン"), open_letters("푸틴"), open_letters("Peres")
    ('PArAs', 'pULCiN', 'PuLtiLn', None)
    """
    last = max(word, default="")
    if last < "\u0370" or "\u0400" <= last < "\u0530":  # Latin, Cyrillic
        return None
    if is_read(word):
        return read_word(word)
    script = next((name for name, letters in _SCRIPTS.items() if letters.search(word)), None)
    if script is None:
        return None
    if script == "kana":
        return _kana(word.translate(_HIRAGANA))
    parted = unicodedata.normalize("NFD", word)
    if script == "hangul":
        return _hangul(parted)
    sounds = _sounds(unicodedata.normalize("NFC", _ACCENTS.sub("", parted)), script)
    return "".join(sounds) if script == "greek" else _vowelled(sounds)


def _sounds(word: str, script: str) -> list[str]:
    """What the letters of a word fold to, one after another; letters of no rule go."""
    letters = _letters(script)
    found: list[str] = []
    for match in letters.pattern.finditer(word):
        unit = match[0]
        sound = letters.units.get(unit)
        if match.start() == 0:
            sound = letters.start.get(unit, sound)
        if match.end() == len(word):
            sound = letters.end.get(unit, sound)
        if sound:
            found.append(sound)
    return found


def _vowelled(sounds: list[str]) -> str:
    """The sounds with A, a vowel that isn't written, wherever two consonants meet."""
    result = ""
    for sound in sounds:
        if result and result[-1] not in _NONE_AFTER and sound[0] not in _NONE_BEFORE:
            result += "A"
        result += sound
    return result


def _kana(word: str) -> str:
    """Syllables; a small letter takes the place of the vowel before it."""
    letters = _letters("kana")
    result = ""
    for match in letters.pattern.finditer(word):
        if match[0] in _SMALL and result[-1:] in ("a", "i", "u", "e", "o", "U"):
            result = result[:-1]
        result += letters.units[match[0]]
    return result


def _hangul(parted: str) -> str:
    """Syllables; single ㄹ after a vowel is r, and L stands where an r, or what French doesn't say, may be lost."""
    letters = _BETWEEN_VOWELS.sub("r", _undoubled(_sounds(parted, "hangul")))
    return _LOST.sub("L", letters)


def _undoubled(sounds: list[str]) -> str:
    """Joined, a consonant that ends one syllable and starts the next written once."""
    return _DOUBLED.sub("", "".join(sounds))
