"""Words of Indian scripts as they are said: without the inherent a that is written and silent.

Hindi, Marathi, Gujarati and Panjabi don't say it at the end of a word, nor between a vowel with a consonant
and a consonant with a vowel (M. Ohala, Aspects of Hindi Phonology, 1983): Sunil, Jawaharlal, Nehru.
"""

from __future__ import annotations

import unicodedata

from translit.patterns import pattern, plain_pattern

_INDIC = pattern(r"[\p{Devanagari}\p{Gujarati}\p{Gurmukhi}]")
_VOWELS = "aāiīuūeēoōŏĕ"
# letters of ICU's romanization that English doesn't write so
_ENGLISH = (
    ("m\u0310", "n"), ("r\u0325", "ri"), ("ṣ", "sh"), ("ś", "sh"), ("ṃ", "ṁ"), ("ṁh", "ngh"), ("ñ", "n"), ("ṅ", "n"),
    ("r\u0323h", "r"), ("r\u0323", "r"),
)  # fmt: skip
_LAST_SILENT = plain_pattern(f"(?<=[{_VOWELS}])((?:chh|[^{_VOWELS}\\W])h?|chch|ngh|([^{_VOWELS}\\W])\\2)a$")
# after consonants that end English words only: Bond, James, Trump; and in words with a vowel that is for English
_ENGLISH_END = plain_pattern("(?<=[rlsnṇ][ṭḍ])a$|(?<=[rlmnk]s)a$|(?<=mp)a$")
_ENGLISH_VOWELS, _LAST_A = frozenset("ŏĕ"), plain_pattern(f"(?<=[^{_VOWELS}])a$")
_MEDIAL = plain_pattern(f"^(.*[{_VOWELS}](?:chh|[^{_VOWELS}\\W]h?))a((?:chh|[^{_VOWELS}\\W]h?)[{_VOWELS}].*)$")
_PALATAL = plain_pattern("c+h?")
_PALATALS = {"c": "ch", "ch": "chh", "cc": "chch", "cch": "chh"}
_BEFORE_LABIAL = plain_pattern("ṁ(?=[pbm])")


_LAST_ANUSVARA = plain_pattern("(?:ṁ|ṃ|m\u0307|m\u0323)$")  # is m at the end of Telugu and Kannada words
_SOUTHERN = pattern(r"[\p{Telugu}\p{Kannada}\p{Oriya}]")


def is_southern(word: str) -> bool:
    """Whether a word is in a script of India whose inherent a is said.

    >>> is_southern("కమల్"), is_southern("कमल")
    (True, False)
    """
    return _SOUTHERN.search(word) is not None


def is_indic(word: str) -> bool:
    """Whether a word is in a script whose inherent a is often silent.

    >>> is_indic("सुनील"), is_indic("Sunil")
    (True, False)
    """
    return _INDIC.search(word) is not None


def said(latin: str) -> str:
    """A romanized word as it is said.

    >>> said("sunīla"), said("javāharalāla"), said("nēharū"), said("candra"), said("sunīlā")
    ('sunil', 'javaharlal', 'nehru', 'chandra', 'sunila')
    >>> said("jŏrja"), said("jēmsa"), said("bŏnḍa"), said("jŏna")
    ('jorj', 'jems', 'bond', 'jon')
    """
    small = unicodedata.normalize("NFC", latin.lower())
    silent = _LAST_A if not _ENGLISH_VOWELS.isdisjoint(small) else _ENGLISH_END
    word = _english(silent.sub("", small))
    word = _LAST_SILENT.sub(r"\1", word)
    while True:
        shorter = _MEDIAL.sub(r"\1\2", word)
        if shorter == word:
            break
        word = shorter
    return _unmarked(word)


def in_english(latin: str) -> str:
    """A romanized word of Telugu or Kannada as English spells it.

    >>> in_english("girīś"), in_english("candra"), in_english("kalāṁ")
    ('girish', 'chandra', 'kalam')
    """
    return _unmarked(_english(_LAST_ANUSVARA.sub("m", latin)))


def _english(latin: str) -> str:
    word = unicodedata.normalize("NFC", latin.lower())
    word = _PALATAL.sub(lambda found: _PALATALS.get(found[0], found[0]), word)
    word = _BEFORE_LABIAL.sub("m", word)
    for written, english in _ENGLISH:
        word = word.replace(unicodedata.normalize("NFC", written), english)
    return word.replace("ṁ", "n")


def _unmarked(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
