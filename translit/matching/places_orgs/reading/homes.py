"""The countries that a name in a script may be of, where it doesn't say whose it is: 財務省 isn't Egypt's ministry."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.lexicon import lexicon, territory_keys

KANA = ("HIRAGANA", "KATAKANA")


def homes_of(text: str) -> frozenset[int]:
    """The countries, as concepts, whose public bodies write in the script of a text; none of a text in Latin letters.

    >>> keys = lexicon("organization").keys
    >>> [sorted(keys[one] for one in homes_of(text)) for text in ("กระทรวงการคลัง", "財務省", "Auswärtiges Amt", "Bank")]
    [['thailand'], ['japan'], ['germany'], []]
    """
    for word, homes in _homes("words").items():
        if word in text:
            return homes
    if text.isascii():
        return frozenset()
    if ends := _homes("endings").get(text.rstrip()[-1:]):
        return ends
    scripts = [script for script in dict.fromkeys(map(_script, text)) if script]
    script = next((one for one in scripts if one in KANA), next(iter(scripts), ""))
    return _homes("homes").get(script, frozenset())


@lru_cache(maxsize=1 << 12)
def _script(char: str) -> str:
    name = unicodedata.name(char, "") if char.isalpha() else ""
    script = name.partition(" ")[0]
    return script if script in read_toml("names", "script_homes.toml")["homes"] else ""


@cache
def _homes(section: str) -> dict[str, frozenset[int]]:
    known, keys = lexicon("organization"), territory_keys()
    listed = read_toml("names", "script_homes.toml")[section]
    return {script: frozenset(known.number(keys[code]) for code in codes) for script, codes in listed.items()}
