"""The words of a text in scripts without capitals: where each stands, and what it may be without its particles."""

from __future__ import annotations

from dataclasses import dataclass

from translit.patterns import plain_pattern
from translit.text.caseless.particles import PERSIAN, Variant, language_of_letter, variants

_OTHERS = (  # of scripts that part words by blanks, and of those that no list is for
    "\u0590-\u05ff\u0600-\u08ff\u0900-\u0dff\u0e80-\u0fff\u1000-\u10ff\u1200-\u137f\u1780-\u17ff\u2d00-\u2d2f"
    "\uac00-\ud7af\ufb1d-\ufdff\ufe70-\ufefc"
)
_KATAKANA, _HIRAGANA, _THAI = "\u30a1-\u30fa\u30fc\u31f0-\u31ff", "\u3041-\u309f", "\u0e00-\u0e7f"
_HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff"
ANY = plain_pattern(f"[{_OTHERS}{_KATAKANA}{_HIRAGANA}{_THAI}{_HAN}]")
WORD = plain_pattern(
    f"[{_KATAKANA}]+|[{_HIRAGANA}]+|[{_HAN}]+|[{_THAI}]+|(?:[{_OTHERS}\u200c\u200d](?:[\"״׳'’](?=[\u05d0-\u05ea]))?)+"
)
SIGNS = frozenset("،؛؟。「」『』・।॥ฯ")  # of punctuation, among the letters
DOTS = frozenset(("·", "・", "‧", "=", "＝", "•"))  # between the parts of a name that is written without blanks
# The same letters in other shapes, one for one: hamzas, Persian and Arabic ye and kaf, geresh and dots.
ALIKE = str.maketrans("أإآٱىئؤةکیۀيہھ״׳’・‧=＝•־-", "ااااييوهكيهيهه\"''·····  ")
MARKS = plain_pattern("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c\u200d\u093c]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word: where it stands, its language, and what it may be."""

    start: int
    end: int
    text: str
    language: str
    variants: tuple[Variant, ...]


def normal(text: str) -> str:
    """A word as it is looked up: marks left out, letters of one sound alike.

    >>> normal("أوكرانيا") == normal("اوكرانيا"), normal("יִצְחָק") == "יצחק"
    (True, True)
    """
    import unicodedata

    return MARKS.sub("", unicodedata.normalize("NFC", text)).translate(ALIKE)


def has_any(text: str) -> bool:
    """Whether a text has letters of scripts without capitals.

    >>> has_any("Мінск"), has_any("北京")
    (False, True)
    """
    return not text.isascii() and ANY.search(text) is not None


def units(text: str) -> list[Unit]:
    """The words of a text in scripts without capitals, in order.

    >>> [(unit.text, unit.language) for unit in units("Minsk и وبوتين")]
    [('وبوتين', 'ar')]
    >>> [unit.text for unit in units("ウラジーミル・プーチン大統領は")]
    ['ウラジーミル', 'プーチン', '大統領', 'は']
    """
    persian = not PERSIAN.isdisjoint(text) and sum(map(text.count, PERSIAN)) > sum(map(text.count, "يكة"))
    found = []
    for match in WORD.finditer(text):
        word = match[0]
        language = language_of_letter(word[0])
        if language == "ar" and persian:
            language = "fa"
        own = variants(word, language)
        if not SIGNS.issuperset(word):
            found.append(Unit(match.start(), match.end(), word, language, own))
    return found
