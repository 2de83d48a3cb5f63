"""Learns `tables/match/letters-<language>.tsv`: how often letters follow letters in names of be, ru and uk.

    python -m translit.learn.letters TRAIN_FOLDER tables/match

TRAIN_FOLDER holds rigour_nameparts_cyr, names_uk_ru and slavner_parallel (.tsv.gz with the columns
entity_id, lang, name). Every distinct word counts once.
(benchmarks/detect.py counts anew, without the words it measures on.) The Cyrillic forms of tables/names/given.toml
that a language can write are its known words.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

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


def words(folder: Path) -> dict[str, list[str]]:
    """Language → its distinct words in small letters, sorted."""
    found: dict[str, set[str]] = {language: set() for language in ALPHABETS}
    for language, name in _named(folder):
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


def count(known: Sequence[str]) -> dict[str, int]:
    """n-gram → sightings in the words; the longest n-grams only if seen often enough."""
    found: Counter[str] = Counter()
    for word in known:
        marked = START * (ORDER - 1) + word + END
        for index in range(ORDER - 1, len(marked)):
            for size in range(1, ORDER + 1):
                found[marked[index - size + 1 : index + 1]] += 1
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
    for language, known in words(folder).items():
        head = [
            f"# How often letters follow letters in {len(known)} names of the language {language}"
            f" ({START} before a word, {END} after it).",
            "# Read by translit.writing.likelihood.",
            "# Learned by: python -m translit.learn.letters TRAIN_FOLDER tables/match",
            "# From: name parts of OpenSanctions rigour (MIT, from Wikidata),",
            f"# name lists uk/ru (MIT), SlavNER parallel names; counts only. {WORD}word: tables/names/given.toml.",
        ]
        lines = [f"{gram}\t{seen}" for gram, seen in count(known).items()]
        lines += [f"{WORD}{name}\t{weight}" for name, weight in given(ALPHABETS[language]).items()]
        path = target / f"letters-{language}.tsv"
        path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
