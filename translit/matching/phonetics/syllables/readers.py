"""Which of the scripts that are read by syllables a word is in, and what reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from translit.matching.phonetics.syllables.abugida import read
from translit.matching.phonetics.syllables.burmese import burmese, burmese_words
from translit.matching.phonetics.syllables.ethiopic import ethiopic
from translit.matching.phonetics.syllables.khmer import khmer
from translit.matching.phonetics.syllables.mongolian import mongolian
from translit.matching.phonetics.syllables.thaana import thaana
from translit.matching.phonetics.syllables.thai import thai
from translit.matching.phonetics.syllables.tibetan import tibetan_words
from translit.patterns import pattern

_ANY = pattern(
    r"\p{Thai}|\p{Lao}|\p{Khmer}|\p{Myanmar}|\p{Tibetan}|\p{Sinhala}|\p{Bengali}|\p{Tamil}|\p{Malayalam}|\p{Ethiopic}|\p{Thaana}"
    r"|\p{Mongolian}"
)
_READERS: tuple[tuple[str, str, Callable[[str], str]], ...] = (  # the first and the last letter of each script
    ("\u0780", "\u07bf", thaana),
    ("\u0980", "\u09ff", partial(read, script="bengali")),
    ("\u0b80", "\u0bff", partial(read, script="tamil")),
    ("\u0d00", "\u0d7f", partial(read, script="malayalam")),
    ("\u0d80", "\u0dff", partial(read, script="sinhala")),
    ("\u0e00", "\u0e7f", thai),
    ("\u0e80", "\u0eff", partial(thai, script="lao")),
    ("\u1000", "\u109f", burmese),
    ("\u1200", "\u139f", ethiopic),
    ("\u1780", "\u17ff", khmer),
    ("\u1800", "\u18af", mongolian),
)
_BURMESE, _TIBETAN = pattern(r"\p{Myanmar}"), pattern(r"\p{Tibetan}")


def is_read(word: str) -> bool:
    """Whether a word has letters of a script that is read by syllables.

    >>> is_read("ประยุทธ์"), is_read("Prayut"), is_read("ජය")
    (True, False, True)
    """
    return _ANY.search(word) is not None


def names_of(word: str) -> str:
    """A word as it is to be folded: of Burmese and Tibetan, which don't part words by spaces, the words of a name.

    >>> names_of("ဝင်းမြင့်"), names_of("བསྟན་འཛིན་རྒྱ་མཚོ"), names_of("สมชาย")
    ('ဝင် မြင်', 'tenzin gyatso', 'สมชาย')
    """
    if _TIBETAN.search(word):
        return " ".join(filter(None, tibetan_words(word))) or "a"
    if _BURMESE.search(word):
        return " ".join(burmese_words(word)) or word
    return word


def whole_word(word: str) -> str:
    """The same, but unparted.

    >>> whole_word("ဝင်းမြင့်"), whole_word("གཞིས་ཀ་རྩེ")
    ('ဝင်းမြင့်', 'shikatse')
    """
    return "".join(tibetan_words(word)) or "a" if _TIBETAN.search(word) else word


def read_word(word: str) -> str:
    """A word of one of the scripts as folded letters and open sounds; empty where it has no letters.

    >>> read_word("ประยุทธ์"), read_word("ජය"), read_word("අ1")
    ('pRayuT', 'jIyI', 'a')
    """
    first = next(filter(is_read, word))
    return next((reader(word) for start, end, reader in _READERS if start <= first <= end), "")
