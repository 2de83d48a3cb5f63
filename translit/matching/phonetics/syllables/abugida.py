"""Scripts in which a consonant has a vowel of its own unless a sign gives it another or none, as Sinhala and Tamil.

Each is a table of `tables/match/scripts`: consonants and clusters, vowels, signs of vowels; `-` in front of a cluster
binds it to the start of a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml

_VOWEL = re.compile("[aeiouAEIUVY]")
_VOWELLESS = frozenset("ൺൻർൽൾൿஃ")  # letters of Malayalam and Tamil


class _Abugida(NamedTuple):
    units: re.Pattern[str]
    sounds: dict[str, str]
    signs: dict[str, str]
    vowels: dict[str, str]
    inherent: str  # the vowel of a consonant without a sign: in the first syllable
    later: str  # in another
    last: str  # at the end of a word
    after_cluster: str  # there after two consonants
    killer: str


@cache
def _table(script: str) -> _Abugida:
    raw = read_toml("match", "scripts", f"{script}.toml")
    sections = [_nfc(raw[name]) for name in ("consonants", "vowels", "signs")]
    consonants, vowels, signs = sections
    units = sorted({*consonants, *vowels, *signs, raw["abugida"]["killer"]}, key=len, reverse=True)
    found = "|".join("^" + re.escape(unit[1:]) if unit[0] == "-" else re.escape(unit) for unit in units)
    of_word = raw["abugida"]
    inherent, last = of_word["inherent"], of_word["last"]
    silent = inherent, of_word.get("later", inherent), last, of_word.get("after_cluster", last)
    return _Abugida(re.compile(found), consonants, signs, vowels, *silent, of_word["killer"])


def _nfc(section: dict[str, str]) -> dict[str, str]:
    return {unicodedata.normalize("NFC", letters): sound for letters, sound in section.items()}


def read(word: str, script: str) -> str:
    """A word of a script as folded letters and open sounds.

    >>> read("සිරිසේන", "sinhala"), read("கமல்", "tamil"), read("കൊച്ചി", "malayalam")
    ('sirisenI', 'Gamal', 'kochi')
    """
    table = _table(script)
    text = unicodedata.normalize("NFC", word).replace("\u200d", "").replace("\u200c", "")
    found = ""
    bare = cluster = False  # whether what was found ends in a consonant that may still get its vowel, and in two
    for match in table.units.finditer(text):
        unit = match[0]
        if unit == table.killer:
            bare, cluster = False, True
            continue
        if unit in table.signs:
            found, bare, cluster = found + table.signs[unit], False, False
            continue
        if bare:
            found, cluster = found + (table.later if _VOWEL.search(found) else table.inherent), False
        sound = table.sounds.get(f"-{unit}") if match.start() == 0 else None
        sound = table.sounds.get(unit, table.vowels.get(unit, "")) if sound is None else sound
        found, bare = found + sound, unit not in table.vowels and not _is_closed(unit)
        cluster = cluster or len(unit) > 1
    if not bare:
        return found
    return found + (table.after_cluster if cluster or not _VOWEL.search(found) else table.last)


def _is_closed(unit: str) -> bool:
    """Whether a consonant is a sign or a letter that has no vowel."""
    return unicodedata.category(unit[0])[0] == "M" or unit in _VOWELLESS
