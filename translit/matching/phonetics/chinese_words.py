"""A name in Chinese characters, which has no spaces, as family name and given name."""

from __future__ import annotations

COMPOUND = {
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "东方", "東方", "皇甫", "尉迟", "尉遲", "司徒", "慕容",
    "令狐", "夏侯", "公孙", "公孫",
}  # fmt: skip


def chinese_words(word: str) -> list[str]:
    """The family name and the given name of a name of two to four characters; others as one word.

    >>> chinese_words("习近平"), chinese_words("司马迁"), chinese_words("长谷川博己")
    (['习', '近平'], ['司马', '迁'], ['长谷川博己'])
    """
    family = 2 if len(word) > 2 and word[:2] in COMPOUND else 1
    return [word[:family], word[family:]] if 1 < len(word) <= family + 2 else [word]
