"""Pairs of persons' names to learn from: foreign suites, lists, a list that is screened, and made-up pairs.

Real pairs hardly hold what a desk meets every day: strangers, two people a letter apart, a slip of the keyboard, a
given name alone, initials. So these are made, from the names of the real pairs and from lists of names.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from translit.learn.near import near_misses
from translit.matching.persons.reading.parse import Name, named, parse
from translit.matching.persons.reading.token import CORE, INITIAL, PATRONYMIC, Token

STRANGERS = 8000
AMONG = slice(20_000, 60_000)  # names of strangers to look in: the first ones are what open sets are judged by
ASKED, LOOKED_AT = 900, 8  # names of a suite that are looked for among them, and names found for each
FOUND_AMONG = "found "  # suites of what was found for the names of a suite
SLIPS = 3000
IDENTICAL = 2000
FOUND = 4  # names of a screened list that are learned from for each query
SHORT = 7  # every seventh pair is also learned with initials, and as family names alone
LETTERS = {"latin": "abcdefghijklmnopqrstuvwxyz", "cyrillic": "абвгдежзийклмнопрстуфхцчшыьэюя"}


class Example(NamedTuple):
    """Two names, whether they are of one person, and the suite they are of."""

    same: bool
    suite: str
    a: str | Name
    b: str | Name


def read_pairs(path: Path) -> list[Example]:
    """The pairs of a file: label, type, id1, lang1, name1, id2, lang2, name2; the suite is the file's name."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return [Example(row[0] == "1", path.name.split(".")[0], row[4], row[7]) for row in rows]


def read_suites(path: Path, kind: str = "person") -> list[Example]:
    """The pairs of one kind of a gzipped file: label, kind, suite, a, b."""
    return [Example(row[0] == "1", row[2], row[3], row[4]) for row in _rows(path) if row[1] == kind]


def read_screening(path: Path) -> list[Example]:
    """Pairs of a list that is screened (role, name, wanted): what is wanted, and what was found in its place."""
    from translit.finding.entities.entity import Entity
    from translit.finding.index.build import build
    from translit.finding.index.search import Index

    rows = list(_rows(path))
    names = [name for role, name, _ in rows if role == "list"]
    queries = [(name, wanted) for role, name, wanted in rows if role != "list"]
    index = Index(build([Entity(name, names=[name]) for name in names]))
    found: list[Example] = []
    for name, wanted in queries:
        found += [Example(True, "screening", name, wanted)] if wanted else []
        others = (index.name(number) for number in index.search(name)[0][:FOUND].tolist())
        found += [Example(False, "screening", name, other) for other in others if other != wanted]
    return found


def read_strangers(path: Path, examples: Sequence[Example], seed: int = 3) -> list[Example]:
    """Names of strangers that come nearest to names of the examples, and aren't spellings of them: false friends.

    Only those are hard to tell that leave no word without a near partner. `path` has a full name a line, gzipped.
    """
    from translit.finding.entities.entity import Entity
    from translit.finding.index.build import build
    from translit.finding.index.search import Index
    from translit.matching.persons.comparing.closeness import NEAR
    from translit.matching.persons.comparing.given_lists import SPELLING
    from translit.matching.persons.evidence.evidence import FEATURES
    from translit.matching.persons.probability.features import features

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        names = [line.strip() for line in lines][AMONG]
    index = Index(build([Entity(str(number), names=[name]) for number, name in enumerate(names)]))
    found: list[Example] = []
    for suite in dict.fromkeys(each.suite for each in examples if each.suite != "screening"):
        mine = [name for each in examples if each.suite == suite and each.same for name in (str(each.a), str(each.b))]
        asked = sorted({name for name in mine if " " in name})
        for name in random.Random(seed).sample(asked, min(ASKED, len(asked))):
            numbers = index.search(name)[0][:LOOKED_AT].tolist()
            found += [Example(False, FOUND_AMONG + suite, name, index.name(number)) for number in numbers]
    columns = features([(parse(str(each.a)), parse(str(each.b))) for each in found]).T
    worst, both, missing = (columns[FEATURES.index(name)] for name in ("worst", "both", "missing"))
    hard = (worst > SPELLING) & (worst <= NEAR) & (both == 0) & (missing == 0)
    return [each for each, taken in zip(found, hard.tolist(), strict=True) if taken]


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            yield line.rstrip("\n").split("\t")


def made(examples: Sequence[Example], names: Path | None, seed: int = 4) -> list[Example]:
    """What real pairs lack: strangers, near misses, slips, initials, family names and given names alone."""
    generator = random.Random(seed)
    found = list(_strangers(examples, generator))
    if names is not None:
        near = near_misses(names)
        found += [Example(False, "near misses", one, other) for one, other in near]
        found += _slips((one for one, _ in near), generator)  # as many, of the same names, in the same scripts
    given = sorted({str(name) for each in examples if each.same for name in (each.a, each.b)})
    several = [name for name in given if " " in name]
    found += _slips(generator.sample(several, min(SLIPS, len(several))), generator)
    every = sorted({str(name) for each in examples for name in (each.a, each.b)})
    some = generator.sample(every, min(IDENTICAL, len(every)))
    found += [Example(True, "identical", name, name) for name in some]
    for index in range(0, len(examples), SHORT):
        found += _shortened(examples[index], index)
    return found


def _strangers(examples: Sequence[Example], generator: random.Random) -> Iterator[Example]:
    names = [name for example in examples for name in (example.a, example.b) if " " in str(name)]
    for _ in range(STRANGERS):
        yield Example(False, "strangers", generator.choice(names), generator.choice(names))


def _slips(names: Iterable[str], generator: random.Random) -> Iterator[Example]:
    """Names of two words or more and themselves with one slip of the keyboard."""
    for name in names:
        slipped = slip(name, generator) if " " in name else name
        if slipped != name:
            yield Example(True, "slips", name, slipped)


def slip(name: str, generator: random.Random) -> str:
    """A name with one slip in one of its longer words: two letters turned, another letter, one less or one more.

    >>> slip("Sergei Lavrov", random.Random(1)) != "Sergei Lavrov"
    True
    """
    words = name.split(" ")
    long = [number for number, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not long:
        return name
    number = generator.choice(long)
    word, at = words[number], generator.randrange(1, len(words[number]) - 1)
    letters = LETTERS["cyrillic" if "\u0400" <= word[at] < "\u0530" else "latin"]
    other = generator.choice(letters)
    other = other.upper() if word.isupper() else other
    words[number] = generator.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + other + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + other + word[at:],
        ]
    )
    return " ".join(words)


def _shortened(example: Example, index: int) -> Iterable[Example]:
    """The pair with one side as initials and a family name, and as a family name or a given name alone."""
    one, other = (parse(name) if isinstance(name, str) else name for name in (example.a, example.b))
    short = with_initials(one)
    if short is not None:
        yield Example(example.same, "shortened", short, other)
    if len(one.of(CORE)) < 2:
        return
    yield Example(example.same, "shortened", family_alone(one), family_alone(other) if index % 2 else other)
    given = given_alone(one)
    if given is not None and len(other.of(CORE)) > 1:
        yield Example(False, "shortened", given, other)


def with_initials(name: Name) -> Name | None:
    """The name as Г. К. Family, if it has a patronymic or is given name and family name in this order."""
    cores = name.of(CORE)
    if not name.of(PATRONYMIC) and len(cores) != 2:
        return None
    given = next((token for token in cores if not token.family), None)
    if given is None:
        return None
    tokens = tuple(
        Token(f"{token.text[0]}.", token.folded[:1], INITIAL) if token is given or token.role == PATRONYMIC else token
        for token in name.tokens
    )
    return named(name.text, tokens, "", name.orthography)


def family_alone(name: Name) -> Name:
    """The name cut to its family name."""
    cores = name.of(CORE)
    family = [token for token in cores if token.family] or list(cores[-1:])
    return named(name.text, family, "", name.orthography)


def given_alone(name: Name) -> Name | None:
    """The name cut to its given name, where a comma, capitals or a patronymic tell which that is."""
    from translit.matching.persons.reading.token import CORES, NOT_FAMILY

    for token, code, place in zip(name.tokens, name.codes, name.places, strict=True):
        if code == CORES and place == NOT_FAMILY:
            return named(name.text, [token], "", name.orthography)
    return None
