"""Hiragana in Latin letters as passports and newspapers write it: Hepburn, without the length of vowels."""

from __future__ import annotations

from functools import cache

from translit.patterns import plain_pattern

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと",
    "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも",
    "r": "らりるれろ",
}  # fmt: skip
_OTHERS = {
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "や": "ya", "ゆ": "yu",
    "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n",
}  # fmt: skip
_BEFORE_Y = {"し": "sh", "ち": "ch", "じ": "j", "ぢ": "j"}
_KANA = plain_pattern("[ぁ-ん][ゃゅょ]?")
_LENGTH = plain_pattern("(?<=o)[uo]|(?<=u)u")
_DOUBLED = plain_pattern("っ(?=([a-z]))")


@cache
def syllables() -> dict[str, str]:
    """Kana → Latin letters, of one kana or two.

    >>> syllables()["しょ"]
    'sho'
    """
    found = {kana: start + vowel for start, row in _ROWS.items() for vowel, kana in zip("aiueo", row, strict=True)}
    found |= _OTHERS
    for start, row in _ROWS.items():
        for vowel, small in zip("auo", "ゃゅょ", strict=True):
            found[row[1] + small] = _BEFORE_Y.get(row[1], f"{start}y") + vowel
    return found


def romaji(kana: str) -> str:
    """A word in hiragana in Latin letters.

    >>> romaji("しんぞう"), romaji("きょうへい"), romaji("はっとり")
    ('shinzo', 'kyohei', 'hattori')
    """
    text = _KANA.sub(lambda found: syllables().get(found[0], found[0]), kana)
    return _LENGTH.sub("", _DOUBLED.sub(lambda found: "t" if found[1] == "c" else found[1], text)).replace("っ", "")
