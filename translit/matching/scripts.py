"""Words of other scripts in Latin letters: ICU's transliteration, put right where names are written otherwise.

ICU writes every letter. Names differ: Hebrew and Arabic leave most vowels out and write others with w and y; kana
put a vowel after every consonant; Chinese and Korean names are one word, the family name first. Without ICU
unidecode stands in for it.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

import regex

_ABJAD = regex.compile(r"[\p{Hebrew}\p{Arabic}]")
_HEBREW = regex.compile(r"\p{Hebrew}")
_KATAKANA = regex.compile(r"\p{Katakana}")
_HANGUL = regex.compile(r"\p{Hangul}+")
_HAN = regex.compile(r"\p{Han}+")
_CONSONANT = "[bcdfghjklmnpqrstvwxyz]"
_COMPOUND = {
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "东方", "東方", "皇甫", "尉迟", "尉遲", "司徒", "慕容",
    "令狐", "夏侯", "公孙", "公孫",
}  # fmt: skip
# Korean family names as their bearers write them
_KOREAN = {
    "김": "kim", "이": "lee", "박": "park", "최": "choi", "정": "jung", "강": "kang", "조": "cho", "윤": "yoon",
    "장": "jang", "임": "lim", "한": "han", "오": "oh", "서": "seo", "신": "shin", "권": "kwon", "황": "hwang",
    "안": "ahn", "송": "song", "전": "jeon", "홍": "hong", "유": "yoo", "고": "ko", "문": "moon", "양": "yang",
    "손": "son", "배": "bae", "백": "baek", "허": "heo", "남": "nam", "심": "shim", "노": "roh", "하": "ha",
    "곽": "kwak", "성": "sung", "차": "cha", "주": "joo", "우": "woo", "구": "koo", "민": "min", "나": "na",
    "진": "jin", "지": "ji", "엄": "um", "채": "chae", "원": "won", "천": "chun", "방": "bang", "현": "hyun",
    "반": "ban", "탁": "tak", "태": "tae", "류": "ryu", "리": "ri", "염": "yum", "여": "yeo", "추": "choo",
}  # fmt: skip


@cache
def _icu() -> Any:
    """ICU's transliterator from any script to Latin, or None without ICU."""
    try:
        from icu import Transliterator
    except ImportError:
        return None
    return Transliterator.createInstance("Any-Latin")


def _plain(text: str) -> str:
    """A word in small Latin letters without signs; ʿ and the like, which stand for throat sounds, stay."""
    engine = _icu()
    if engine is None:
        from unidecode import unidecode

        return unidecode(text).lower()
    latin = engine.transliterate(text).lower()
    if _HEBREW.search(text):
        latin = latin.replace("ş", "sh").replace("ẕ", "ts")
    base = unicodedata.normalize("NFD", latin)
    return "".join(char for char in base if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 15)
def latin_word(word: str) -> str:
    """A word of another script than Latin and Cyrillic in Latin letters; a name of several words is parted.

    >>> latin_word("习近平"), latin_word("김정은"), latin_word("Τσίπρας")
    ('xi jinping', 'kim jeongeun', 'Tsípras')
    >>> latin_word("بوتين"), latin_word("プーチン")
    ('butin', 'puchin')
    """
    if _HAN.fullmatch(word):
        return _chinese(word)
    if _HANGUL.fullmatch(word):
        return _korean(word)
    if _ABJAD.search(word):
        return _vowelled(_plain(word))
    if _KATAKANA.search(word):
        return _without_kana_vowels(_plain(word))
    engine = _icu()
    if engine is not None:
        return str(engine.transliterate(word))
    from unidecode import unidecode

    return unidecode(word)


def _chinese(word: str) -> str:
    """A Chinese name of two to four characters as family name and given name; other words as one."""
    family = 2 if len(word) > 2 and word[:2] in _COMPOUND else 1
    parts = [word[:family], word[family:]] if 1 < len(word) <= family + 2 else [word]
    return " ".join(_plain(part).replace(" ", "") for part in parts)


def _korean(word: str) -> str:
    """A Korean name of two to four syllables as family name and given name; other words without inserted vowels."""
    if 2 <= len(word) <= 3 and word[0] in _KOREAN:
        given = _plain(word[1:]).replace("-", "").replace(" ", "")
        return f"{_KOREAN[word[0]]} {given}"
    plain = _plain(word).replace("-", "")
    plain = regex.sub(rf"(?<={_CONSONANT})eu(?={_CONSONANT}|$)", "", plain).replace("ll", "l")
    return regex.sub(r"(?<=[aeiou])l(?=[aeiou])|l$", "r", plain)


def _vowelled(plain: str) -> str:
    """Hebrew and Arabic w and y between consonants and at the end as the vowels they stand for."""
    plain = regex.sub(r"^[ʿʻʾ](?=[^aeiou])", "a", plain)
    plain = regex.sub(r"[ʿʻʾ']", "", plain)
    plain = regex.sub(rf"(?<={_CONSONANT})y(?={_CONSONANT}|$)", "i", plain)
    return regex.sub(rf"(?<=[bcdfghjklmnpqrstvxzi])w(?={_CONSONANT}|$)", "u", plain)


def _without_kana_vowels(plain: str) -> str:
    """Katakana without the vowels that only part consonants, but for the first syllable."""
    plain = regex.sub(r"u~(?=[yaieo])", "", plain).replace("~", "").replace("ー", "")
    plain = regex.sub(rf"(?<=\w(?!^)(?<!^)[kstnhmrgzbpfv])u(?={_CONSONANT}|\b)", "", plain)
    return regex.sub(rf"(?<=\w[td])o(?={_CONSONANT}|\b)", "", plain)
