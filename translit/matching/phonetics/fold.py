"""Folding: a name token reduced to the letters that carry its sound, in one small alphabet.

Small letters, no signs, no stress; accents that change the sound stay (š ł ü), others go (á → a).
Cyrillic stays Cyrillic: the alignment knows what its letters may become. Hebrew, Arabic, kana, hangul and
Greek have capitals for the sounds that they leave open; other scripts are romanized by ICU where it is installed,
else by unidecode.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from translit.matching.phonetics.scripts import OPEN, has_open_letters, latin_word, open_letters
from translit.memo import memoized
from translit.patterns import pattern, plain_pattern
from translit.writing.characters import INVISIBLE, in_one_script, nfc, normalized

LATIN = "abcdefghijklmnopqrstuvwxyzčšžćśźńłŭřěşçğåäöüøąęėñżļëõţđ"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђћљњџјѓќѕ"
END = "$"  # closes a token in an alignment, so that a unit may be an ending
ALPHABET = LATIN + CYRILLIC + END
LETTERS = ALPHABET + OPEN  # all that a folded token may have
VOWELS = frozenset("aeiouyåäöüøąęėëõěаеёиоуыэюяіїє")
GLIDES = frozenset("jywhŭйьъўјі")
# Letters without a Unicode decomposition, or whose base isn't what they sound like.
_OTHERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ő": "ö", "ű": "ü", "ș": "ş", "ț": "ţ",
    "ň": "ń", "ѣ": "е", "ѳ": "ф", "ѵ": "и", "қ": "к", "ғ": "г", "ң": "н", "ү": "у", "ұ": "у", "ө": "о",
    "ә": "а", "һ": "х", "ҳ": "х", "ҷ": "ч", "ҹ": "ч", "ҝ": "г", "ҡ": "к", "ҙ": "з", "ҫ": "с", "ӡ": "з",
    "ӏ": "", "ҕ": "г", "ҟ": "к", "ҥ": "н", "ҧ": "п", "ҩ": "о", "ҭ": "т", "ҵ": "ц", "ҽ": "ч", "ҿ": "ч", "ə": "a",
}  # fmt: skip
_FOREIGN = pattern(r"[^\p{Latin}\p{Cyrillic}\P{L}]")
_INVISIBLE = pattern(f"[{''.join(map(chr, INVISIBLE))}]")
# in one word of small letters, a Latin letter beside a Cyrillic one
_MIXED = plain_pattern("[a-zëï][^a-zëï\u0400-\u04ff\n]*[\u0400-\u04ff]|[\u0400-\u04ff][^a-zëï\u0400-\u04ff\n]*[a-zëï]")
# a word with letters of two of the scripts that have letters drawn alike
_SEVERAL = pattern(
    r"[\p{Latin}\p{Greek}]\p{M}*\p{Cyrillic}|\p{Cyrillic}\p{M}*[\p{Latin}\p{Greek}]|\p{Latin}\p{M}*\p{Greek}|\p{Greek}\p{M}*\p{Latin}"
)
_WORD = pattern(r"[\p{L}\p{M}]+")
# digits written or scanned for letters: between two letters, or for the first of several
_DIGIT = plain_pattern("(?:(?<=[a-zа-яёіў])|(?<![^\n])(?=.[a-zа-яёіў]{3}))[0134578](?=(?:([a-z])|([а-яёіў])))")
_DRAWN = {"latin": dict(zip("0134578", "oieastb", strict=True)), "cyrillic": dict(zip("034", "озч", strict=True))}
_LONG = {"schtsch": "shch", "chtch": "shch", "štš": "shch", "sjtj": "shch", "stjtj": "shch"}


class _Letters(dict[int, str]):
    """What each small letter of a Latin or Cyrillic token folds to, found when it is first met; nothing for a sign."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _letter(chr(code))
        return found


_LETTERS = _Letters({ord("\n"): "\n"})


def _letter(char: str) -> str:
    if char in ALPHABET and char != END:
        return char
    if char in _OTHERS:
        return _OTHERS[char]
    if not char.isalpha() or unicodedata.category(char) == "Lm":
        return ""
    base = unicodedata.normalize("NFKD", char)[0]
    if base in ALPHABET:
        return base
    from unidecode import unidecode

    return "".join(letter for letter in unidecode(char).lower() if letter in LATIN)


def is_foreign(text: str) -> bool:
    """Whether some letter belongs to a script other than Latin and Cyrillic.

    >>> is_foreign("Жan"), is_foreign("Λουκάς")
    (False, True)
    """
    return _FOREIGN.search(text) is not None


def romanized(text: str, names: bool = False) -> str:
    """Text with the words of every other script than Latin and Cyrillic as `latin_word` gives them."""
    if not is_foreign(text):
        return text
    words = text.replace(" ", "\0 \0").split("\0")
    return "".join(latin_word(word, names) if is_foreign(word) else word for word in words)


def cleaned(text: str, names: bool = False) -> str:
    """A name in compatibility form without invisible characters, words of other scripts as `latin_word` has them.

    `names` are those of persons, which are parted where their script writes no spaces.

    >>> cleaned("Лука\\u200bшэнка")
    'Лукашэнка'
    """
    if text.isascii():
        return text
    text = _INVISIBLE.sub("", normalized(text, "NFKC"))
    if _SEVERAL.search(text):
        text = _WORD.sub(lambda word: in_one_script(word[0]), text)
    return romanized(text, names)


@memoized
def fold(tokens: Sequence[str]) -> list[str]:
    """The letters of each token that count when names are compared.

    >>> fold("Łukašenka"), fold("Лукашэнка"), fold("D’Artagnan"), fold("Caшa")
    ('łukašenka', 'лукашэнка', 'dartagnan', 'саша')
    """
    if not tokens:
        return []
    lines = [token.replace("\n", "") for token in tokens]
    small = "\n".join(lines).lower()
    if _MIXED.search(small):
        small = "\n".join(_unmixed(lines, small))
    small = nfc(small)
    if _DIGIT.search(small):
        small = _DIGIT.sub(lambda found: _DRAWN["latin" if found[1] else "cyrillic"].get(found[0], found[0]), small)
    if has_open_letters(small):
        letters = "\n".join([open_letters(word) or word.translate(_LETTERS) for word in small.split("\n")])
    else:
        letters = small.translate(_LETTERS)
    for long, short in _LONG.items():
        letters = letters.replace(long, short)
    return letters.split("\n")


def _unmixed(tokens: Sequence[str], small: str) -> list[str]:
    """The tokens in small letters; those with letters of several scripts that look alike in one of them."""
    words = small.split("\n")
    number = last = 0
    mended = -1
    for spot in _MIXED.finditer(small):
        number += small.count("\n", last, spot.start())
        last = spot.start()
        if number > mended:  # a word may have very many such spots
            words[number] = in_one_script(tokens[number]).lower()
            mended = number
    return words
