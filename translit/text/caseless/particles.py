"""What a word in a script without capitals may be without the particles and endings written together with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from translit.compiled import read_toml

LANGUAGES = (  # first letter, last letter, language
    ("\u0590", "\u05ff", "he"), ("\u0600", "\u08ff", "ar"), ("\u0900", "\u097f", "hi"), ("\u0980", "\u09ff", "bn"),
    ("\u0a80", "\u0aff", "gu"), ("\u0b80", "\u0bff", "ta"), ("\u0c00", "\u0c7f", "te"), ("\u0c80", "\u0cff", "kn"),
    ("\u0d00", "\u0d7f", "ml"), ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"), ("\u2d00", "\u2d2f", "ka"), ("\u3040", "\u30ff", "ja"), ("\u31f0", "\u31ff", "ja"),
    ("\u3400", "\u9fff", "zh"), ("\uac00", "\ud7af", "ko"), ("\uf900", "\ufaff", "zh"),
)  # fmt: skip
SHORTEST, LONGEST = 3, 16  # letters of a part of a Thai word that may be a name
_BEFORE, _SILENT = frozenset("เแโใไ"), "\u0e4c"
_AFTER = frozenset(map(chr, (*range(0x0E30, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F))))
PERSIAN = frozenset("پچژگکی")
INFLECTED = frozenset(("ka", "bn", "gu", "ta", "te", "kn", "ml"))  # whose endings stay in a mention
UNSPACED = frozenset(("ja", "zh", "th", "other"))
_WITHOUT_BLANKS = (("\u0e80", "\u0fff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))  # Lao, Tibetan, Burmese, Khmer


class Variant(NamedTuple):
    """A word without some letters before and behind it."""

    front: int
    back: int
    text: str


class _Table(NamedTuple):
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    stem_vowel: dict[str, str]
    least: dict[str, int]


@cache
def links() -> frozenset[str]:
    """What may stand between the words of an institution's name, and the blanks that do."""
    listed = (word for words in read_toml("text", "particles.toml")["links"].values() for word in words.split())
    return frozenset(("", "-", *listed))


@cache
def _table() -> _Table:
    raw = read_toml("text", "particles.toml")

    def listed(name: str) -> dict[str, tuple[str, ...]]:
        return {language: tuple(sorted(words.split(), key=len, reverse=True)) for language, words in raw[name].items()}

    return _Table(listed("before"), listed("after"), raw["stem_vowel"], raw["least"])


def language_of_letter(letter: str) -> str:
    """The language that a letter of a script without capitals is most probably of; "" or "other" for other scripts.

    >>> [language_of_letter(letter) for letter in "مшაあ中한ไप"]
    ['ar', '', 'ka', 'ja', 'zh', 'ko', 'th', 'hi']
    """
    for first, last, language in LANGUAGES:
        if first <= letter <= last:
            return language
    return "other" if any(first <= letter <= last for first, last in _WITHOUT_BLANKS) else ""


@lru_cache(maxsize=1 << 15)
def variants(word: str, language: str) -> tuple[Variant, ...]:
    """A word as it stands, and without what may be written together with it.

    >>> sorted(one.text for one in variants("وبوتين", "ar")) == sorted(["وبوتين", "بوتين", "وتين"])
    True
    >>> [one.text for one in variants("პუტინმა", "ka")]
    ['პუტინმა', 'პუტინ', 'პუტინი']
    """
    if language == "th":
        return tuple(_parts_of_run(word))
    table = _table()
    least = table.least.get(language, len(word))
    found = {word: Variant(0, 0, word)}
    for particle in table.before.get(language, ()):
        rest = word[len(particle) :]
        if word.startswith(particle) and len(rest) >= least:
            found.setdefault(rest, Variant(len(particle), 0, rest))
    vowel = table.stem_vowel.get(language)
    for ending in table.after.get(language, ()):
        rest = word[: len(word) - len(ending)]
        if word.endswith(ending) and len(rest) >= least:
            found.setdefault(rest, Variant(0, len(ending), rest))
            if vowel and not rest.endswith(vowel):
                found.setdefault(rest + vowel, Variant(0, len(ending), rest + vowel))
    return tuple(found.values())


def _parts_of_run(run: str) -> Iterator[Variant]:
    """A run of Thai, and how it begins and ends: names follow a blank or stand before one, with other words behind."""
    yield Variant(0, 0, run)
    size = len(run)
    cuts = [place for place in range(1, size) if _may_part(run, place)]
    yield from (Variant(0, size - cut, run[:cut]) for cut in cuts if SHORTEST <= cut <= LONGEST)
    yield from (Variant(cut, 0, run[cut:]) for cut in cuts if SHORTEST <= size - cut <= LONGEST)


def _may_part(run: str, place: int) -> bool:
    """Whether a syllable may end at a place of a Thai word: no sign follows, none waits for its consonant."""
    follows = run[place] in _AFTER or run[place + 1 : place + 2] == _SILENT
    return not follows and run[place - 1] not in _BEFORE
