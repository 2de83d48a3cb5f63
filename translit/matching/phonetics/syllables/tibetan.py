"""Tibetan words in Latin letters as they are said, and names parted into words of two syllables."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from translit.compiled import read_toml

_TSHEG = re.compile("[\u0f0b-\u0f14\\s]+")
_PREFIXES, _ABOVE = frozenset("གདབམའ"), frozenset("རལས")
_FRONTING = frozenset("དནལས")
_AFTER_FIRST = frozenset("གངབམ")  # that a second ས may follow
_TO_LETTER = 0x50  # from a subjoined letter to the letter
_STACK = re.compile("(?P<letter>[\u0f40-\u0f6c])(?P<below>[\u0f90-\u0fbc]*)(?P<vowel>[\u0f71-\u0f84]*)")
_WORD = 2  # syllables


class _Stack(NamedTuple):
    letters: str  # from above to below
    vowel: str


@cache
def _table() -> dict[str, Any]:
    raw = read_toml("match", "scripts", "tibetan.toml")
    return raw | {"below": {_letters(stack): sound for stack, sound in raw["below"].items()}}


def _letters(stack: str) -> str:
    """The letters of a stack, from above to below, as they stand alone."""
    return "".join(chr(ord(char) - _TO_LETTER) if "\u0f90" <= char <= "\u0fbc" else char for char in stack)


def tibetan_words(word: str) -> list[str]:
    """The words of a name in Latin letters: two syllables each.

    >>> tibetan_words("བསྟན་འཛིན་རྒྱ་མཚོ"), tibetan_words("ལྷ་ས"), tibetan_words("བཀྲ་ཤིས")
    (['tenzin', 'gyatso'], ['lhasa'], ['tashi'])
    """
    parts = [part for part in _TSHEG.split(unicodedata.normalize("NFC", word)) if part]
    words, usual = [], _table()["words"]
    while parts:
        size = 1 if parts[0] in usual and len(parts) % _WORD else _WORD
        words.append(_word(parts[:size]))
        parts = parts[size:]
    return words


def _word(parts: list[str]) -> str:
    """Some syllables as one word: as it is usually written, or as each is said."""
    usual: str = _table()["words"].get("་".join(parts), "")
    return usual or "".join(map(_said, parts))


def _said(syllable: str) -> str:
    """One syllable as it is said."""
    stacks = [_stack(match) for match in _STACK.finditer(syllable)]
    if not stacks:
        return ""
    root = _root(stacks)
    after = [stack.letters[0] for stack in stacks[root + 1 :]]
    table = _table()
    vowel: str = table["vowels"].get(stacks[root].vowel[:1], "a")
    if after and after[0] == "འ" and stacks[root + 1].vowel:  # a second vowel: རྒྱའི
        second: str = table["vowels"].get(stacks[root + 1].vowel[:1], "")
        return _sound(stacks, root) + vowel + second
    if after and after[0] in _FRONTING:
        vowel = table["fronted"].get(vowel, vowel)
    last: str = table["after"].get(after[0], "") if after else ""
    return _sound(stacks, root) + vowel + last


def _stack(match: re.Match[str]) -> _Stack:
    return _Stack(_letters(match["letter"] + match["below"]), match["vowel"])


def _root(stacks: list[_Stack]) -> int:
    """Which stack of a syllable is said: the one with a vowel or several letters, else as many letters tell."""
    for place, stack in enumerate(stacks):
        if len(stack.letters) > 1 or (stack.vowel and not (place and stack.letters == "འ")):
            return place
    letters = "".join(stack.letters for stack in stacks)
    if len(letters) <= _WORD or letters[0] not in _PREFIXES:
        return 0
    return 0 if len(letters) == _WORD + 1 and letters[2] == "ས" and letters[1] in _AFTER_FIRST else 1


def _sound(stacks: list[_Stack], root: int) -> str:
    table = _table()
    letters = stacks[root].letters
    if letters in table["below"]:
        return str(table["below"][letters])
    if len(letters) > 1 and letters[0] in _ABOVE and letters[1] not in "ཡརལཝ":
        letters = letters[1:]
    elif root == 1 and stacks[0].letters == "ད" and letters[0] == "བ":  # དབང is wang
        return "y" if letters[1:] == "ཡ" else "w" if len(letters) == 1 else "r"
    if letters[:2] in table["below"]:
        return str(table["below"][letters[:2]])
    return str(table["roots"].get(letters[0], ""))
