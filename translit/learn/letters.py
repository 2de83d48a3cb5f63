"""Learns `tables/match/letters-<language>.tsv`: how often letters follow letters in names of be, ru and uk.

    python -m translit.learn.letters TRAIN_FOLDER tables/match

TRAIN_FOLDER holds rigour_nameparts_cyr, names_uk_ru and slavner_parallel (.tsv.gz with the columns entity_id, lang,
name); the names of seeds/ are added. Every distinct word counts once. The Cyrillic forms of tables/names/given.toml
that a language can write, and the names of seeds/, are its known words. (benchmarks/detect.py counts anew, without
the words it measures on.)

Belarusian names are few in those lists, so the Russian ones are counted too as Belarusian respells them
(`respelled`), each attested Belarusian word as much as ten of them.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from translit.data import folder as data_folder
from translit.learn.material import rows
from translit.writing.letters import APOSTROPHE, APOSTROPHES, nfc
from translit.writing.likelihood import END, ORDER, START, WORD

ALPHABETS = {
    "be": "абвгґдеёжзійклмнопрстуўфхцчшыьэюя" + APOSTROPHE,
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя" + APOSTROPHE,
}
FORMAL = 5  # how much commoner a full given name is than a short one
FEWEST = 2  # sightings of a longest n-gram that is kept
SPLIT = re.compile(r"[\s\-–,.()\"«»]+")
# marks of a Belarusian word in a list that doesn't tell languages
BELARUSIAN = re.compile("ў|і.*[ыэё]|[ыэё].*і|[аеоэ]віч$|[сц]кі$|энка$|дзі|ці")
ATTESTED = 10  # how much an attested word counts, where others are respelled from another language
RESPELLING = [
    (re.compile(source), output)
    for source, output in (
        ("(?<=[аеёиоуыэюя])в(?=[бвгджзйклмнпрстфхцчшщ]|$)", "ў"),
        ("щ", "шч"),
        ("ъ", APOSTROPHE),
        ("(?<=[жшчцр])е", "э"),
        ("(?<=[жшчцр])и", "ы"),
        ("(?<=[жшчцр])я", "а"),
        ("(?<=[жшчцр])ю", "у"),
        ("(?<=[жшчцр])ё", "о"),
        ("(?<=[бвжмпрфчш])ь", ""),
        ("т(?=[еёиюяь])", "ц"),
        ("д(?=[еёиюяь])", "дз"),
        ("(?<=[кхцчшжс])ий$", "і"),
        ("[иы]й$", "ы"),
        ("и", "і"),
        ("о", "а"),
    )
]


def words(folder: Path) -> dict[str, list[str]]:
    """Language → its distinct words in small letters, sorted."""
    return _words(_named(folder))


def _words(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {language: set() for language in ALPHABETS}
    for language, name in named:
        letters = set(ALPHABETS[language])
        for part in SPLIT.split(nfc(name).lower()):
            word = "".join(APOSTROPHE if char in APOSTROPHES else char for char in part)
            if len(word) > 1 and letters.issuperset(word):
                found[language].add(word)
    return {language: sorted(known) for language, known in found.items()}


def _named(folder: Path) -> Iterator[tuple[str, str]]:
    """(language, name) of every row whose language is one of ours."""
    for name in ("names_uk_ru", "slavner_parallel"):
        for _, languages, text in rows(folder / f"{name}.tsv.gz"):
            for language in languages.split("|"):
                if language in ALPHABETS:
                    yield language, text
    for _, _, text in rows(folder / "rigour_nameparts_cyr.tsv.gz"):
        if BELARUSIAN.search(text):
            yield "be", text
    yield from _seeds()


def _seeds() -> Iterator[tuple[str, str]]:
    for kind in ("people", "places", "organizations"):
        with (data_folder("seeds") / f"{kind}.csv").open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                for language in ALPHABETS:
                    yield language, row[f"name_{language}"].replace("|", " ")


def respelled(word: str) -> str:
    """A Russian name as Belarusian writes it, every о as if unstressed.

    >>> respelled("тимофеевич"), respelled("петровский")
    ('цімафеевіч', 'петраўскі')
    """
    for source, output in RESPELLING:
        word = source.sub(output, word)
    return word


def counts(known: Mapping[str, Sequence[str]], language: str) -> dict[str, int]:
    """The n-grams of a language, from its own words and for Belarusian from respelled Russian ones."""
    if language != "be":
        return count((word, 1) for word in known[language])
    derived = sorted({respelled(word) for word in known["ru"]})
    own = [(word, ATTESTED) for word in known["be"]]
    return count([*own, *((word, 1) for word in derived if set(ALPHABETS["be"]).issuperset(word))])


def count(weighted: Iterable[tuple[str, int]]) -> dict[str, int]:
    """n-gram → sightings in words with their weights; the longest n-grams only if seen often enough."""
    found: Counter[str] = Counter()
    for word, weight in weighted:
        marked = START * (ORDER - 1) + word + END
        for index in range(ORDER - 1, len(marked)):
            for size in range(1, ORDER + 1):
                found[marked[index - size + 1 : index + 1]] += weight
    return {gram: seen for gram, seen in sorted(found.items()) if len(gram) < ORDER or seen >= FEWEST}


def given(alphabet: str) -> dict[str, int]:
    """The given names, of whatever language, that are written in these letters alone, with their weights."""
    path = Path("tables") / "names" / "given.toml"
    names = tomllib.loads(path.read_text(encoding="utf-8"))["names"].values()
    found: dict[str, int] = {}
    for key, weight in (("short", 1), ("formal", FORMAL)):
        found |= {form.lower(): weight for name in names for form in name.get(key, ())}
    return {form: found[form] for form in sorted(found) if set(alphabet).issuperset(form)}


def main() -> None:
    """Rebuild the tables in the folder named on the command line."""
    folder, target = map(Path, sys.argv[1:3])
    found, famous = words(folder), _words(_seeds())
    for language, known in found.items():
        head = [
            f"# How often letters follow letters in {len(known)} names of the language {language}"
            f" ({START} before a word, {END} after it).",
            "# Read by translit.writing.likelihood.",
            "# Learned by: python -m translit.learn.letters TRAIN_FOLDER tables/match",
            "# From: name parts of OpenSanctions rigour (MIT, from Wikidata),",
            "# name lists uk/ru (MIT), SlavNER parallel names, seeds/; counts only.",
            f"# {WORD}word: the given names of tables/names/given.toml and the names of seeds/, with their weights.",
        ]
        lines = [f"{gram}\t{seen}" for gram, seen in counts(found, language).items()]
        whole = dict.fromkeys(famous[language], FORMAL) | given(ALPHABETS[language])
        lines += [f"{WORD}{name}\t{whole[name]}" for name in sorted(whole)]
        path = target / f"letters-{language}.tsv"
        path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
