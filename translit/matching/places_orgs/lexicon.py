"""The words that names of places and organizations share, from `tables/names`: exonyms, generic words, legal forms.

A lexicon finds them in a row of folded words, the longest phrase first. A word it finds belongs to concepts;
two words of one concept are one word in two languages (Lviv and Lemberg, river and рака, Ltd and ООО).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import regex

from translit.data import folder
from translit.matching.phonetics.fold import VOWELS, cleaned, fold
from translit.matching.phonetics.pivots import loose, pivots

NAME, WORD, GENERIC, LEGAL, SMALL, NUMBER = "name", "word", "generic", "legal form", "small word", "number"
LONGEST_PHRASE = 10
LONGEST_READING = 3  # words of a phrase that is also looked up by its readings
ENDING = 4  # letters that may follow a stem
LONG_STEM = 5  # letters from which on a stem of an organization's word may be followed by any ending
SURE_STEM, LONG_ENDING = 6, 8  # letters from which on by a long one: интеллект-уальной
LEAST_PART, LINKS = 4, ("s", "es", "n", "en")  # of a compound: letters of its first part, and what joins the parts
SURE = 4  # letters from which on a word is looked up by its readings too

_SPLIT = regex.compile(r"[^\p{L}\p{M}\p{N}'’ʼ`´ʹʺ]+")
_DOTTED = regex.compile(r"(?<![\p{L}\p{M}])(?:\p{L}\.\s?){2,}")


def words_of(text: str) -> list[str]:
    """The words of a name as written: parted at blanks, hyphens and signs; S.A. and Sp. z o.o. without stops.

    >>> words_of("Sp. z o.o. «Ромашка-плюс»"), words_of("G.m.b.H. № 7")
    (['Sp', 'z', 'oo', 'Ромашка', 'плюс'], ['GmbH', '7'])
    """
    joined = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)
    return [word for word in (chunk.strip("'’ʼ`´ʹʺ") for chunk in _SPLIT.split(joined)) if word]


def folded_word(word: str) -> str:
    """The letters of a word that count, or its digits where it has no letters.

    >>> folded_word("Škola"), folded_word("№12")
    ('škola', '12')
    """
    return fold(word) or "".join(filter(str.isdigit, word))


class Lexicon:
    """The phrases and stems of one kind of thing, each with its concepts."""

    def __init__(self, any_ending: bool = False) -> None:
        self._any_ending = any_ending  # after a long stem
        self.keys: list[str] = []
        self.roles: list[str] = []
        self.forms: list[list[str]] = []  # of each concept, without stems
        self.firsts: list[set[str]] = []  # the letters that a concept's words start with, in any language
        self._numbers: dict[str, int] = {}
        self._phrases: dict[tuple[str, ...], dict[int, None]] = {}
        self._stems: dict[str, dict[int, None]] = {}
        self._readings: dict[tuple[str, ...], dict[int, None]] = {}
        self._endings = frozenset(map(fold, _read_table("place_words")["table"]["endings"]))

    def add(self, key: str, role: str, forms: Iterable[str]) -> None:
        """Add forms to a concept; a hyphen after a form makes it a stem, which inflected words may have."""
        if key not in self._numbers:
            self._numbers[key] = len(self.keys)
            self.keys.append(key)
            self.roles.append(role)
            self.forms.append([])
            self.firsts.append(set())
        number = self._numbers[key]
        for form in forms:
            if " " not in form:
                self.firsts[number].add(fold(form)[:1])
            if form.endswith("-"):
                self._stems.setdefault(fold(form), {})[number] = None
                continue
            words = tuple(map(folded_word, words_of(cleaned(form))))
            self.forms[number].append(form)
            self._phrases.setdefault(words, {})[number] = None
            if role == NAME and tells_enough(words):
                self._readings.setdefault(read(words), {})[number] = None

    def at(self, words: Sequence[str], place: int, longest: int = LONGEST_PHRASE) -> tuple[int, tuple[int, ...]]:
        """How many folded words from `place` on are listed, the longest phrase first, and their concepts.

        >>> size, concepts = lexicon("place").at(["new", "york", "state"], 0)
        >>> size, [lexicon("place").keys[number] for number in concepts]
        (2, ['new-york'])
        """
        for size in range(min(longest, len(words) - place), 0, -1):
            phrase = tuple(words[place : place + size])
            found = self._phrases.get(phrase)
            if not found and size == 1:
                found = self._inflected(phrase[0])
            if not found and size <= LONGEST_READING and tells_enough(phrase):
                found = self._readings.get(read(phrase))
            if found:
                return size, tuple(found)
        return 1, ()

    def words(self, *roles: str) -> frozenset[str]:
        """The folded words of the listed phrases that have one of these roles.

        >>> sorted(lexicon("organization").words(SMALL) & {"of", "und", "bank"})
        ['of', 'und']
        """
        phrases = (phrase for phrase, found in self._phrases.items() if any(self.roles[one] in roles for one in found))
        return frozenset(word for phrase in phrases for word in phrase)

    def compound(self, word: str) -> tuple[str, str] | None:
        """The two parts of a German compound whose last is a kind of organization and whose first is listed too.

        >>> lexicon("organization").compound("finanzministerium"), lexicon("organization").compound("siemens")
        (('finanz', 'ministerium'), None)
        """
        for place in range(LEAST_PART, len(word) - 1):
            kind = self._phrases.get((word[place:],), ())
            if not any(self.roles[number] == GENERIC for number in kind):
                continue
            for first in dict.fromkeys([word[:place].removesuffix(link) for link in (*LINKS, "")]):
                _, found = self.at([first], 0)
                if len(first) >= LEAST_PART and any(self.roles[number] in (WORD, GENERIC) for number in found):
                    return first, word[place:]
        return None

    def _inflected(self, word: str) -> dict[int, None]:
        least = min(max(len(word) - ENDING, 2), max(len(word) - LONG_ENDING, SURE_STEM))
        for size in range(len(word), least - 1, -1):
            found = self._stems.get(word[:size])
            if found and (size == len(word) or self._may_follow(word[size:], size)):
                return found
        return {}

    def _may_follow(self, ending: str, stem: int) -> bool:
        """Whether a stem of so many letters may have this ending."""
        if not self._any_ending:
            return ending in self._endings
        longest = LONG_ENDING if stem >= SURE_STEM else ENDING
        return ending in self._endings or (stem >= LONG_STEM and len(ending) <= longest)


def tells_enough(words: Sequence[str]) -> bool:
    """Whether folded words are long enough to be looked up by their readings.

    >>> tells_enough(["вена"]), tells_enough(["рим"])
    (True, False)
    """
    letters = "".join(words)
    return len(letters) >= SURE and sum(letter not in VOWELS for letter in letters) >= 2


def read(words: Sequence[str]) -> tuple[str, ...]:
    """The loose readings of folded words.

    >>> read(["гродна"]) == read(["hrodna"])
    True
    """
    return tuple(loose(pivots(word)[0]) for word in words)


def _read_table(name: str) -> dict[str, Any]:
    return tomllib.loads((folder("tables") / "names" / f"{name}.toml").read_text(encoding="utf-8"))


def _add_places(found: Lexicon) -> None:
    raw = _read_table("places")
    for section in raw["groups"].values():
        for key, forms in section.items():
            found.add(key, NAME, forms)
    for key, forms in raw["adjectives"].items():
        found.add(key, NAME, forms)


def _add_words(found: Lexicon, table: Mapping[str, Any]) -> None:
    for section, role in (("generic", GENERIC), ("words", WORD), ("names", NAME), ("small", SMALL)):
        for key, forms in table.get(section, {}).items():
            found.add(key, role, forms)


@cache
def lexicon(kind: str) -> Lexicon:
    """The lexicon of places or of organizations, whose names hold those of places."""
    found = Lexicon(any_ending=kind == "organization")
    _add_places(found)
    if kind == "organization":
        for key, forms in _read_table("legal_forms")["forms"].items():
            found.add(f"legal:{key}", LEGAL, forms)
        _add_words(found, _read_table("organization_words"))
    else:
        _add_words(found, _read_table("place_words"))
    return found
