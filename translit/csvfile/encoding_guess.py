"""Which encoding of one byte a letter a file of names is in: the one in which its words read most like names.

Measured on lists of names in each encoding, ten names a file: right for 99 to 100 % in the Cyrillic ones and those of
the Baltic, 95 % in that of Central Europe, 85 to 90 % in those of the West and of Turkey; the others are mostly told.

Neighbouring letters of which one isn't ASCII are weighed by how often the names of the project's own tables have
them: João has "ão", Joăo (the same bytes by another encoding) doesn't. What no name has in it costs, as do capitals
after small letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from translit.data import folder
from translit.patterns import pattern

# Of encodings that give one text the first is taken.
CANDIDATES = (
    *("cp1251", "koi8-u", "koi8-r", "iso8859-5", "mac-cyrillic", "cp866"),
    *("cp1252", "cp1250", "cp1257", "iso8859-2", "cp1254"),
)
MOST_WORDS = 3000  # of a sample
STRANGE = -14.0  # log-probability of what no name has in it, set by hand below that of a pair never seen
SMOOTHING = 0.2  # of a count
SURE = 0.35  # nats for each pair of letters, set by hand: two readings that are nearer are both told
_WORD = pattern(r"[\x21-\x2b\x2d-\x3a\x3c-\x7e\x80-\U0010ffff]+")  # no blank, comma or semicolon
_LETTERS = pattern(r"\p{L}[\p{L}\p{M}'’`-]*")
_CYRILLIC = pattern(r"\p{Cyrillic}")
_HARMLESS = frozenset("«»“”„’‘–—…№§°\xa0•·")
_APOSTROPHES = "’‘"
_FILES = ("given.toml", "places.toml", "territories.tsv", "surnames_variants.toml", "frequency.toml")
_OLD = str.maketrans("șțȘȚ", "şţŞŢ")  # the letters that old encodings have in place of the Romanian ones


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest encoding, and another that is about as likely, with a word that they read in two ways."""

    encoding: str
    other: str | None = None
    samples: tuple[str, str] | None = None


def guess(sample: bytes) -> Guess | None:
    """The encoding of bytes that aren't UTF-8, None if they are no text in any.

    >>> guess("João, Lech Wałęsa".encode("cp1252", "replace")).encoding, guess("Лех Валенса".encode("koi8-r")).encoding
    ('cp1252', 'koi8-u')
    """
    scores: dict[str, tuple[float, str]] = {}
    seen: dict[str, str] = {}
    for encoding in CANDIDATES:
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text in seen or "\0" in text:
            continue
        seen[text] = encoding
        scores[encoding] = (_score(text), text)
    if not scores:
        return None
    ranked = sorted(scores, key=lambda encoding: (-scores[encoding][0], CANDIDATES.index(encoding)))
    best = ranked[0]
    if len(ranked) > 1 and scores[best][0] - scores[ranked[1]][0] < SURE:
        different = _different(scores[best][1], scores[ranked[1]][1])
        if different:
            return Guess(best, ranked[1], different)
    return Guess(best)


def _score(text: str) -> float:
    """The mean log-probability of the pairs of letters that aren't all ASCII."""
    words = list(dict.fromkeys(word for word in _WORD.findall(text) if not word.isascii()))[:MOST_WORDS]
    found = [each for word in words for each in _of_word(word)]
    return sum(found) / len(found) if found else 0.0


def _of_word(word: str) -> Iterable[float]:
    counts, total = _pairs()
    for place, char in enumerate(word):
        if ord(char) > 127 and not char.isalpha():
            between = word[place - 1 : place].isalpha() and word[place + 1 : place + 2].isalpha()
            if char not in _HARMLESS or (between and char not in _APOSTROPHES):
                yield STRANGE
    for part in _LETTERS.findall(word):
        inside = part[1:]
        if not part.isupper() and inside != inside.lower() and part[0] == part[0].lower():
            yield STRANGE  # sMALL first: the letters of one encoding are the capitals of another
        if len({_CYRILLIC.search(char) is None for char in part if char.isalpha()}) > 1:
            yield STRANGE  # two alphabets in one word
        small = f"^{part.lower()}$"
        for pair in pairwise(small):
            if ord(pair[0]) > 127 or ord(pair[1]) > 127:
                yield log((counts["".join(pair)] + SMOOTHING) / total)


@cache
def _pairs() -> tuple[Counter[str], float]:
    """How often two letters, one not ASCII, stand side by side in the names of the tables."""
    counts: Counter[str] = Counter()
    for file in _FILES:
        text = (folder("tables") / "names" / file).read_text(encoding="utf-8").lower().translate(_OLD)
        for word in _LETTERS.findall(text):
            if not word.isascii():
                marked = f"^{word}$"
                counts.update(
                    first + second for first, second in pairwise(marked) if ord(first) > 127 or ord(second) > 127
                )
    return counts, float(counts.total())


def _different(text: str, other: str) -> tuple[str, str] | None:
    """The first word that two readings of the same bytes have in two ways."""
    for word, same in zip(text.split(), other.split(), strict=False):
        if word != same:
            return word.strip(",;\"'"), same.strip(",;\"'")
    return None
