"""Which encoding of one byte a letter a file of names is in: the one in which its words read most like names.

Measured by `benchmarks/guessed_encodings.py` on names that nothing was learned from, ten a file: right for 99.7 to
100 % in the Cyrillic encodings and those of the Baltic, the West and of Turkey, 94 % (cp1250) and 97 % in those of
Central Europe; of all 3,000 files two are wrong without a word. With three names a file 90 to 100 % are right, up to
2 % wrong unsaid.

Neighbouring letters of which one isn't ASCII are weighed by how often names have them, in the project's own tables and
in those that `latin_pairs.tsv` was counted from: João has "ão", Joăo (the same bytes by another encoding) doesn't. What
no name has in it costs, as do capitals after small letters. And a file is mostly in one language: it counts what share
of the words the letters of one language suffice for, of those that an encoding is used for (`alphabets.toml`). A
control character, or one that frames are drawn with, rules an encoding out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from string import ascii_lowercase

from translit.compiled import read_toml
from translit.data import folder, table_rows
from translit.patterns import pattern

# Of encodings that give one text the first is taken, of Cyrillic ones only where the text has Cyrillic letters.
CANDIDATES = (
    *("cp1251", "koi8-u", "koi8-r", "iso8859-5", "mac-cyrillic", "cp866"),
    *("cp1252", "cp1250", "cp1257", "iso8859-2", "cp1254"),
)
_OF_CYRILLIC = frozenset(CANDIDATES[:6])
MOST_WORDS = 3000  # of a sample
PLENTY = 1 << 12  # letters that have pairs enough
STRANGE = -14.0  # log-probability of what no name has in it, set by hand below that of a pair never seen
SMOOTHING = 0.2  # of a count
LANGUAGE = 2.0  # nats that a file gets whose words are all in the letters of one language: chosen on names learned from
SURE = 0.35  # nats for each pair of letters, set by hand: two readings that are nearer are both told
LITTLE = 7.0  # nats that all pairs together must give besides: chosen so that what is read wrong in small files is told
_WORD = pattern(r"[\x21-\x2b\x2d-\x3a\x3c-\x7e\x80-\U0010ffff]+")  # no blank, comma or semicolon
_LETTERS = pattern(r"\p{L}[\p{L}\p{M}'’`-]*")
_WORDS = pattern(r"\p{L}[\p{L}\p{M}]*")
# Control characters, frames, which nobody draws among names, and signs of mathematics that touch a letter: ≤ван.
_CONTROL = pattern(r"[\x00\x80-\x9f\u2500-\u259f]|\p{L}[^\P{Sm}\x00-\x7f]|[^\P{Sm}\x00-\x7f]\p{L}")
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
    texts: dict[str, list[str]] = {}  # with the encodings that give them
    for encoding in CANDIDATES:
        with suppress(UnicodeDecodeError):
            texts.setdefault(sample.decode(encoding), []).append(encoding)
    for text, encodings in texts.items():
        if not _CYRILLIC.search(text):
            encodings.sort(key=_OF_CYRILLIC.__contains__)
        if encodings[0] == "cp1252" and all(char.isascii() or char in _HARMLESS for char in text):
            return Guess("cp1252")  # a dash or an apostrophe, which by others would be a letter by itself
    possible = {text: encodings for text, encodings in texts.items() if not _CONTROL.search(text)}
    possible = possible or {text: encodings for text, encodings in texts.items() if "\0" not in text}
    if not possible:
        return None
    scores = {
        encodings[0]: (_score(text) + LANGUAGE * _in_one_language(text, encodings), text)
        for text, encodings in possible.items()
    }
    ranked = sorted(scores, key=lambda encoding: (-scores[encoding][0], CANDIDATES.index(encoding)))
    best = ranked[0]
    if len(ranked) > 1 and scores[best][0] - scores[ranked[1]][0] < SURE + LITTLE / _pair_count(scores[best][1]):
        different = _different(scores[best][1], scores[ranked[1]][1])
        if different:
            return Guess(best, ranked[1], different)
    return Guess(best)


def _score(text: str) -> float:
    """The mean log-probability of the pairs of letters that aren't all ASCII."""
    words = list(dict.fromkeys(word for word in _WORD.findall(text) if not word.isascii()))[:MOST_WORDS]
    found = [each for word in words for each in _of_word(word)]
    found += [STRANGE] * abs(
        text.count("«") - text.count("»")
    )  # letters of one encoding are quotation marks of another
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
        for pair in pairs_of(part):
            yield log((counts[pair] + SMOOTHING) / total)


def _pair_count(text: str) -> int:
    """How many pairs of letters tell something, one at least."""
    words = dict.fromkeys(word for word in _WORD.findall(text[:PLENTY]) if not word.isascii())
    return max(sum(1 for word in words for _ in pairs_of(word)), 1)


@cache
def _pairs() -> tuple[Counter[str], float]:
    """How often two letters, one not ASCII, stand side by side in the names of the tables."""
    counts: Counter[str] = Counter()
    for file in _FILES:
        text = (folder("tables") / "names" / file).read_text(encoding="utf-8")
        counts.update(pairs_of(text))
    for pair, count in table_rows("match", "latin_pairs.tsv"):
        counts[pair] += int(count)
    return counts, float(counts.total())


def pairs_of(text: str) -> Iterable[str]:
    """The neighbouring letters of which one isn't ASCII in the words of a text, ^ before and $ after each.

    >>> list(pairs_of("João d’Été"))
    ['oã', 'ão', '^é', 'ét', 'té', 'é$']
    """
    for word in _WORDS.findall(text.lower().translate(_OLD)):
        if not word.isascii():
            for first, second in pairwise(f"^{word}$"):
                if not (first.isascii() and second.isascii()):
                    yield first + second


def _in_one_language(text: str, encodings: Sequence[str]) -> float:
    """The share of the words that aren't ASCII for which the letters of one language suffice."""
    words = {frozenset(word.lower()) for word in _WORDS.findall(text) if not word.isascii()}
    of_encoding, letters = _alphabets()
    languages = dict.fromkeys(language for encoding in encodings for language in of_encoding[encoding])
    return max(sum(word <= letters[language] for word in words) for language in languages) / max(len(words), 1)


@cache
def _alphabets() -> tuple[dict[str, list[str]], dict[str, frozenset[str]]]:
    """The languages of each encoding, and the letters of each language."""
    table = read_toml("text", "alphabets.toml")
    letters = {language: frozenset(ascii_lowercase + more) for language, more in table["latin"].items()}
    letters |= {language: frozenset(all_) for language, all_ in table["cyrillic"].items()}
    return {encoding: said.split() for encoding, said in table["languages"].items()}, letters


def _different(text: str, other: str) -> tuple[str, str] | None:
    """The first word that two readings of the same bytes have in two ways."""
    for word, same in zip(text.split(), other.split(), strict=False):
        if word != same:
            return word.strip(",;\"'"), same.strip(",;\"'")
    return None
