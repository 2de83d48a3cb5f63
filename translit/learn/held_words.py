"""Words that no table is learned from, so that what is learned can be measured on them."""

from __future__ import annotations

import re
from zlib import crc32

from translit.writing.characters import APOSTROPHE

STEM = 4  # consonants by which words are held back
SISTERS = [
    (re.compile(source), output)
    for source, output in (
        ("дз(?=[еёіюяь])", "д"),
        ("ц(?=[еёіюяь])", "т"),
        ("щ", "шч"),
        ("ў", "в"),
        ("ґ", "г"),
        ("[аеёєиіїйоуыэюяьъ" + APOSTROPHE + "]", ""),
        (r"(.)\1", r"\1"),
    )
]


def held_back(word: str) -> bool:
    """Whether a word is kept for measuring: one in ten, a name always together with its forms in the sister languages.

    >>> held_back("лукашэнка") == held_back("лукашенко") == held_back("лукашэвіч")
    True
    """
    return tenth(word) == 0


def tenth(word: str) -> int:
    """Which tenth of all words a word is in, by its first consonants.

    >>> tenth("лукашэнка") == tenth("лукашенко")
    True
    """
    for letters, one in SISTERS:
        word = letters.sub(one, word)
    return crc32(word[:STEM].encode()) % 10
