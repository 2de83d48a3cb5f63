"""Pairs of names of places and organizations to learn from: from files of pairs, from lists of names, and made."""

from __future__ import annotations

import csv
import gzip
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translit.matching.places_orgs.comparing.rarity import rarity
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, WORD
from translit.matching.places_orgs.lexicon.territories import territories
from translit.matching.places_orgs.reading.parse import Thing, parse_thing

SAME, OTHERS = 6, 15  # pairs of the same, and of others, that are taken of each entity
MADE = 2000  # names that pairs are made of, at most
MADE_SUITE = "made"
RARE = 6.0  # nats that a word says from which on it tells names apart
PREFIXES = {"place": ("gw:", "slavner:LOC_"), "organization": ("slavner:ORG_",)}
FORMS = ("ООО", "ЗАО", "LLC", "JSC", "Ltd", "ОАО", "GmbH", "S.A.")


@dataclass(frozen=True)
class Pair:
    """Two names, whether they are of one, and what suite they come from."""

    a: str
    b: str
    same: bool
    suite: str


def pairs_of(paths: Sequence[Path], kind: str, generator: random.Random) -> list[Pair]:
    """All pairs that the files give, and those made of their names."""
    found: list[Pair] = []
    for path in paths:
        rows = list(_rows(path))
        if "label" in rows[0]:
            rows = [row for row in rows if row["kind"] == kind]
            found += [Pair(row["a"], row["b"], row["label"] == "1", row["suite"]) for row in rows]
        else:
            found += of_entities(_entities(rows, kind), path.name.split(".")[0], generator)
    if kind == "place":
        found += of_entities({key: names for key, _, names in territories()}, "cldr", generator)
    found = [pair for pair in found if parse_thing(pair.a, kind) and parse_thing(pair.b, kind)]
    names = list(dict.fromkeys(name for pair in found if pair.same for name in (pair.a, pair.b)))
    return [*found, *made(generator.sample(names, min(MADE, len(names))), kind, generator)]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _entities(rows: Sequence[dict[str, str]], kind: str) -> dict[str, list[str]]:
    """Entity → its distinct names, of the entities that are of this kind; entities that share a name are one."""
    found: dict[str, list[str]] = {}
    owner: dict[str, str] = {}
    for row in rows:
        if row["entity_id"].startswith(PREFIXES[kind]):
            found.setdefault(row["entity_id"], []).append(row["name"])
    merged: dict[str, list[str]] = {}
    for entity, names in found.items():
        first = next((owner[name.casefold()] for name in names if name.casefold() in owner), entity)
        owner |= {name.casefold(): first for name in names}
        merged.setdefault(first, []).extend(names)
    return {entity: list(dict.fromkeys(names)) for entity, names in merged.items()}


def of_entities(named: dict[str, list[str]], suite: str, generator: random.Random) -> Iterator[Pair]:
    """Pairs of names of one entity, and of names of two."""
    everyone = [(entity, name) for entity, names in named.items() for name in names]
    for entity, names in named.items():
        same = [(a, b) for index, a in enumerate(names) for b in names[index + 1 :]]
        for a, b in generator.sample(same, min(SAME, len(same))):
            yield Pair(a, b, True, suite)
        for other, name in generator.sample(everyone, min(OTHERS, len(everyone))):
            if other != entity and name not in names:
                yield Pair(generator.choice(names), name, False, suite)


def made(names: Sequence[str], kind: str, generator: random.Random) -> Iterator[Pair]:
    """Of each name: others that are the same for sure, and others that only look so."""
    words = [
        word.text
        for name in names
        for word in parse_thing(name, kind)[0].of(NAME)
        if rarity().of(word, kind) >= RARE and len(word.text) > 3
    ] or ["Beta"]
    for name in names:
        thing = parse_thing(name, kind)[0]
        strange = generator.choice(words)
        cased = kind == "place" or name not in (name.upper(), name.lower())
        for other, same in _variants(thing, kind, strange, cased, generator):
            if other and other.casefold() != name.casefold():
                yield Pair(name, other, same, MADE_SUITE)


def _variants(
    thing: Thing, kind: str, strange: str, cased: bool, generator: random.Random
) -> Iterator[tuple[str, bool]]:
    words = [word for word in thing.words if word.role != LEGAL and word.text]
    texts = [word.text for word in words]
    rare = [place for place, word in enumerate(words) if rarity().of(word, kind) >= RARE]
    if kind == "organization":
        yield f"{generator.choice(FORMS)} {' '.join(texts)}", True
        yield " ".join((*texts[1:], texts[0])), True
    elif len(texts) > 1:
        yield "-".join(texts), True
    if cased:  # a word more is a subsidiary; in capitals or small letters it may be any remark
        yield " ".join((*texts, strange.title())), False
    for place in rare[:1]:
        yield " ".join((*texts[:place], strange, *texts[place + 1 :])), False
        if len(rare) > 1 and cased:  # a part of the name, as a parent company or another place has it
            yield " ".join((*texts[:place], *texts[place + 1 :])), False
        if kind == "organization" and len(texts[place]) > 5:
            yield " ".join((*texts[:place], _slip(texts[place], generator), *texts[place + 1 :])), True
    common = [place for place, word in enumerate(words) if word.role in (WORD, GENERIC)]
    if kind == "organization" and rare and common:
        place = generator.choice(common)
        yield " ".join((*texts[:place], *texts[place + 1 :])), True


def _slip(word: str, generator: random.Random) -> str:
    """The word with two letters inside swapped, one doubled or left out."""
    place = generator.randrange(1, len(word) - 2)
    start, letter, rest = word[:place], word[place], word[place + 1 :]
    return generator.choice((start + rest[0] + letter + rest[1:], start + 2 * letter + rest, start + rest))
