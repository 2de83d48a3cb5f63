"""What the files of Unihan say of Chinese characters: their variants, and how dictionaries read them in Japanese."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from translit.matching.phonetics.romaji import syllables

LONGEST_SPOKEN = 3  # kana of a reading that a dictionary gives; longer ones are verbs with their endings
_VOICED = str.maketrans("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ")
_HALF_VOICED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
PROPERTIES = frozenset(
    "kJapaneseOn kJapaneseKun kHangul kVietnamese kTraditionalVariant kJinmeiyoKanji kJoyoKanji".split()  # noqa: SIM905
)


def unihan(folder: Path) -> dict[str, dict[str, str]]:
    """Character → property → value, of the properties that are needed."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(folder.glob("Unihan_*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            code, _, rest = line.partition("\t")
            name, _, value = rest.partition("\t")
            if name in PROPERTIES and code.startswith("U+"):
                found[chr(int(code[2:], 16))][name] = value
    return found


def characters_of(value: str) -> list[str]:
    """The characters that a property of variants names."""
    return [chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", value)]


def hiragana_of(latin: str) -> str:
    """Readings as Unihan writes them in hiragana; letters of no syllable go.

    >>> hiragana_of("SHIN"), hiragana_of("YASUI"), hiragana_of("KYOU"), hiragana_of("ITTETSU")
    ('しん', 'やすい', 'きょう', 'いってつ')
    """
    text, found = latin.lower(), ""
    while text:
        if len(text) > 1 and text[0] == text[1] and text[0] not in "aeioun":
            found, text = found + "っ", text[1:]
            continue
        size = next((size for size in (4, 3, 2, 1) if text[:size] in _kana()), 0)
        found += _kana().get(text[:size], "")
        text = text[size or 1 :]
    return found


@cache
def _kana() -> dict[str, str]:
    return {letters: kana for kana, letters in reversed(syllables().items())}


def dictionary_readings(properties: dict[str, dict[str, str]]) -> dict[str, Counter[str]]:
    """What the dictionaries give each character: on and kun readings, with the changes they undergo in a name."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for char, values in properties.items():
        for word in f"{values.get('kJapaneseOn', '')} {values.get('kJapaneseKun', '')}".split():
            for form in _forms(hiragana_of(word)):
                if len(form) <= LONGEST_SPOKEN:
                    found[char][form] += 1
    return found


def _forms(reading: str) -> Iterator[str]:
    """A reading, its stem (やすい: やす), and each voiced within a word (かわ: がわ)."""
    stems = {reading} | ({reading[:-1]} if len(reading) > 2 else set())
    for stem in filter(None, sorted(stems)):
        yield from sorted({stem, stem[0].translate(_VOICED) + stem[1:], stem[0].translate(_HALF_VOICED) + stem[1:]})
        if stem[-1] in "つくちき" and len(stem) > 1:
            yield f"{stem[:-1]}っ"
