"""Made-up people with the real frequencies of names, in Belarusian, Russian and Ukrainian, for measuring at scale.

Given names and the common family names are drawn by the shares in `tables/names/frequency.toml`; rarer family
names are stems of given names with the endings of the three languages, by Zipf's law. Spellings in Latin letters
come from the rule tables. The same seed gives the same people.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np

from translit.data import folder
from translit.finding.entities.entity import Entity
from translit.writing.registry import transliterate

SHARES = {"ru": 0.6, "be": 0.2, "uk": 0.2}
LATIN = 0.3  # of the people are entered in Latin letters
TAIL = 0.55  # of the people bear a family name that isn't in the list
TAIL_NAMES = 60_000
SCHEMES = {
    "ru": ("ru-bgnpcgn-1947", "ru-icao-9303", "ru-scholarly", "ru-gost-7.79-2000-b", "ru-alalc-2012", "ru-un-1987"),
    "be": ("be-lacinka", "be-by-2007", "be-bgnpcgn-1979", "be-icao-9303", "be-scholarly", "be-by-2023"),
    "uk": ("uk-ua-2010", "uk-scholarly", "uk-bgnpcgn-1965", "uk-alalc-2011", "uk-dstu-9112-b", "uk-derzhstandart-1995"),
}
ENDINGS = {
    "ru": ("ов", "ин", "ский", "енко", "ович", "кин", "ев", "ук", "цев", "ик"),
    "be": ("аў", "ін", "скі", "енка", "овіч", "кін", "еў", "ук", "чык", "онак"),
    "uk": ("ів", "ин", "ський", "енко", "ович", "юк", "чук", "ук", "ець", "ик"),
}
PATRONYMICS = {  # of a man and a woman: after a consonant, for -й -ь, for -а -я -о
    "ru": ("ович", "овна", "евич", "евна", "ич", "ична"),
    "be": ("авіч", "аўна", "евіч", "еўна", "іч", "ічна"),
    "uk": ("ович", "івна", "йович", "ївна", "ович", "івна"),
}
FEMININE = {
    "ов": "ова", "ев": "ева", "ёв": "ёва", "ин": "ина", "ын": "ына", "ский": "ская", "цкий": "цкая",
    "аў": "ава", "оў": "ова", "еў": "ева", "ёў": "ёва", "яў": "ява", "ін": "іна", "скі": "ская", "цкі": "цкая",
    "ів": "ова", "ський": "ська", "цький": "цька",
}  # fmt: skip
FOREIGN = {"ru": set("ўіїєґ’"), "be": set("иїєґщъ"), "uk": set("ўыэёъ")}


@dataclass(frozen=True)
class Words:
    """The names of one language: given names and fathers' names by gender, family names; each with chances."""

    given: dict[str, list[str]]
    given_chances: dict[str, np.ndarray]
    fathers: dict[str, list[str]]
    family: dict[str, list[str]]
    family_chances: np.ndarray


def _patronymic(name: str, language: str) -> tuple[str, str]:
    ending = PATRONYMICS[language]
    if name[-1] in "йь":
        return name[:-1] + ending[2], name[:-1] + ending[3]
    if name[-1] in "аяо":
        return name[:-1] + ending[4], name[:-1] + ending[5]
    return name + ending[0], name + ending[1]


def _feminine(family: str) -> str:
    for size in (5, 4, 3, 2):
        if family[-size:] in FEMININE:
            return family[:-size] + FEMININE[family[-size:]]
    return family


def _cyrillic(name: str) -> bool:
    return all("\u0400" <= letter <= "\u04ff" or letter == "’" for letter in name)


@cache
def words(language: str) -> Words:
    """The names of a language and how likely each is."""
    tables = folder("tables") / "names"
    lists = tomllib.loads((tables / "frequency.toml").read_text(encoding="utf-8"))
    entries = tomllib.loads((tables / "given.toml").read_text(encoding="utf-8"))["names"].values()
    gender = {form: entry["gender"] for entry in entries for form in entry["formal"]}
    given: dict[str, dict[str, float]] = {"m": {}, "f": {}}
    for row in lists["given"]:
        for name in row["names"]:
            if _cyrillic(name) and gender.get(name) in given and not FOREIGN[language] & set(name.lower()):
                given[gender[name]][name] = row["share"]
    fathers = [_patronymic(name, language) for name in given["m"]]
    family = {name: row["share"] for row in lists["family"] if row["language"] == language for name in row["names"]}
    forms = (name for entry in entries for key in ("formal", "short") for name in entry.get(key, ()))
    own = (name for name in forms if _cyrillic(name) and not FOREIGN[language] & set(name.lower()) and len(name) > 3)
    stems = sorted({name.rstrip("аяьйоы") for name in own})
    made = [stem + ending for stem in stems for ending in ENDINGS[language]]
    random.Random(language).shuffle(made)
    tail = [name for name in dict.fromkeys(made) if name not in family][:TAIL_NAMES]
    weights = 1.0 / np.arange(20, 20 + len(tail))
    common = np.array(list(family.values()))
    chances = np.concatenate([(1 - TAIL) * common / common.sum(), TAIL * weights / weights.sum()])
    every = [*family, *tail]
    return Words(
        {sex: list(names) for sex, names in given.items()},
        {sex: np.array(list(names.values())) / sum(names.values()) for sex, names in given.items()},
        {"m": [man for man, _ in fathers], "f": [woman for _, woman in fathers]},
        {"m": every, "f": [_feminine(name) for name in every]},
        chances,
    )


@cache
def latin(word: str, scheme: str) -> str:
    """A word written by a scheme."""
    return transliterate(word, scheme)


@dataclass(frozen=True)
class Person:
    """A made-up person: given name, patronymic and family name in the language."""

    number: int
    language: str
    name: tuple[str, str, str]
    scheme: str  # empty for Cyrillic
    family_first: bool

    def written(self) -> str:
        """The name as it is entered in the list."""
        found = [latin(word, self.scheme) for word in self.name] if self.scheme else list(self.name)
        return " ".join([found[2], *found[:2]] if self.family_first else found)

    @property
    def id(self) -> str:
        """An id of the usual length."""
        return f"Q{self.number:07d}"


def people(count: int, seed: int = 1, chunk: int = 50_000) -> Iterator[Person]:
    """That many people; fewer are the first of more."""
    dice = np.random.default_rng(seed)
    languages = list(SHARES)
    for start in range(0, count, chunk):
        size = chunk  # whatever is left over, so that the dice fall alike
        language_of = dice.choice(len(languages), size=size, p=list(SHARES.values()))
        woman, is_latin, turned = dice.random(size) < 0.5, dice.random(size) < LATIN, dice.random(size) < 0.4
        scheme_of = dice.integers(0, 6, size)
        drawn = {}
        for code, language in enumerate(languages):
            found = words(language)
            for number, sex in enumerate("mf"):
                drawn[code, bool(number)] = (
                    found.given[sex], dice.choice(len(found.given[sex]), size=size, p=found.given_chances[sex]),
                    found.fathers[sex], dice.choice(len(found.fathers[sex]), size=size, p=found.given_chances["m"]),
                    found.family[sex], dice.choice(len(found.family_chances), size=size, p=found.family_chances),
                )  # fmt: skip
        columns = (language_of.tolist(), woman.tolist(), is_latin.tolist(), turned.tolist(), scheme_of.tolist())
        rows = zip(*columns, strict=True)
        for place, (code, female, in_latin, family_first, scheme) in enumerate(islice(rows, count - start)):
            given, g, fathers, p, family, f = drawn[code, female]
            language = languages[code]
            name = (given[g[place]], fathers[p[place]], family[f[place]])
            yield Person(start + place, language, name, SCHEMES[language][scheme] if in_latin else "", family_first)


def entities(count: int, seed: int = 1) -> Iterator[Entity]:
    """The same people as entities."""
    for person in people(count, seed):
        yield Entity(person.id, "person", (person.written(),))


def queries(found: Iterable[Person], seed: int = 2) -> Iterator[tuple[str, str, str]]:
    """(id, another spelling of the name, the same with a typing error) of each person."""
    dice = random.Random(seed)
    for person in found:
        schemes = [scheme for scheme in ("", *SCHEMES[person.language]) if scheme != person.scheme]
        scheme = dice.choice(schemes)
        spelled = [latin(word, scheme) if scheme else word for word in person.name]
        if dice.random() < 0.3:
            spelled = [spelled[2], spelled[0], spelled[1]]
        wrong = list(spelled)
        place = dice.randrange(3)
        wrong[place] = typing_error(wrong[place], dice)
        yield person.id, " ".join(spelled), " ".join(wrong)


def typing_error(word: str, dice: random.Random) -> str:
    """A word with one letter left out, doubled up by another, changed, or exchanged with its neighbour."""
    letters = sorted({letter for letter in word.lower() if letter.isalpha()})
    place = dice.randrange(len(word))
    return dice.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + dice.choice(letters) + word[place:],
            word[:place] + dice.choice(letters) + word[place + 1 :],
            word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :],
        )
    )
