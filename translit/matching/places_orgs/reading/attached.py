"""Small words that Arabic and Hebrew write together with the next: والتعليم is *and education*, למדע *of science*."""

from __future__ import annotations

from functools import lru_cache

from translit.matching.phonetics.fold import cleaned
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import SMALL
from translit.patterns import pattern

LEAST = 3  # letters of a word without what is attached to it
_ATTACHED = pattern(r"(?<!\p{L})[\p{Arabic}\p{Hebrew}]{4,}(?!\p{L})")
_ARABIC = {"ولل": "ال", "وال": "ال", "لل": "ال", "بال": "ال", "ول": "", "و": "", "ل": "", "ب": ""}
_PERSIAN = pattern(r"[پچژگکیہےٹڈڑںھۀۂ]")  # letters that Arabic doesn't have: لشکر, army, isn't *for sugar*
_HEBREW = {"וה": "ה", "ול": "", "וב": "", "ו": "", "ל": "", "ב": "", "מ": "", "ש": ""}


def detached(text: str) -> str:
    """The text with listed words of Arabic and Hebrew without what is attached to them.

    >>> detached("وزارة التربية والتعليم"), detached("شركة وليد")
    ('وزارة التربية التعليم', 'شركة وليد')
    >>> detached("لشکر طیبہ") == "لشکر طیبہ"
    True
    """
    return text if text.isascii() else _ATTACHED.sub(lambda word: _bare(word[0]), text)


@lru_cache(maxsize=1 << 14)
def _bare(word: str) -> str:
    if _is_listed(word) or _PERSIAN.search(word):
        return word
    for start, article in (_HEBREW if word[0] >= "\u0590" and word[0] < "\u0600" else _ARABIC).items():
        rest = article + word[len(start) :]
        if word.startswith(start) and len(word) - len(start) >= LEAST and _is_listed(rest):
            return rest
    return word


def _is_listed(word: str) -> bool:
    """Whether a word, with its article or without, is in a list as it is written."""
    known = lexicon("organization")
    parts = [folded_word(part) for part in words_of(cleaned(word))]
    return any(
        any(known.roles[one] != SMALL for one in known.exactly(phrase))
        for phrase in {" ".join(parts), parts[-1]}
        if parts
    )
