"""Learns `tables/match/letters-<language>.tsv`: how often letters follow letters in names of be, ru and uk.

    python -m translit.learn.letters TRAIN_FOLDER tables/match

TRAIN_FOLDER holds wd_en_ru_tokens, rigour_nameparts_cyr, names_uk_ru and slavner_parallel (.tsv.gz with the columns
entity_id, lang, name). Every distinct word counts once.
(benchmarks/detect.py counts anew, without the words it measures on.)
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from translit.learn.material import rows
from translit.writing.letters import APOSTROPHE, APOSTROPHES, nfc
from translit.writing.likelihood import END, ORDER, START

ALPHABETS = {
    "be": "абвгґдеёжзійклмнопрстуўфхцчшыьэюя" + APOSTROPHE,
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя" + APOSTROPHE,
}
A_SIGHTING_MORE = 50_000  # words after which a long n-gram must have been seen once more to be kept
SPLIT = re.compile(r"[\s\-–,.()\"«»]+")
BELARUSIAN = re.compile("ў|і.*[ыэё]|[ыэё].*і")  # marks of a Belarusian word in a list without languages


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
    for name in ("names_uk_ru", "slavner_parallel", "wd_en_ru_tokens"):
        for _, languages, text in rows(folder / f"{name}.tsv.gz"):
            for language in languages.split("|"):
                if language in ALPHABETS:
                    yield language, text
    for _, _, text in rows(folder / "rigour_nameparts_cyr.tsv.gz"):
        if BELARUSIAN.search(text):
            yield "be", text


def count(known: Sequence[str]) -> dict[str, int]:
    """n-gram → sightings in the words; the longest n-grams only if seen often enough."""
    fewest = 2 + len(known) // A_SIGHTING_MORE
    found: Counter[str] = Counter()
    for word in known:
        marked = START * (ORDER - 1) + word + END
        for index in range(ORDER - 1, len(marked)):
            for size in range(1, ORDER + 1):
                found[marked[index - size + 1 : index + 1]] += 1
    return {gram: seen for gram, seen in sorted(found.items()) if len(gram) < ORDER or seen >= fewest}


def main() -> None:
    """Rebuild the tables in the folder named on the command line."""
    folder, target = map(Path, sys.argv[1:3])
    for language, known in words(folder).items():
        head = [
            f"# How often letters follow letters in {len(known)} names of the language {language}"
            f" ({START} before a word, {END} after it).",
            "# Read by translit.writing.likelihood.",
            "# Learned by: python -m translit.learn.letters TRAIN_FOLDER tables/match",
            "# From: Wikidata labels (CC0), name parts of OpenSanctions rigour (MIT, from Wikidata),",
            "# name lists uk/ru (MIT), SlavNER parallel names; counts only.",
        ]
        lines = [f"{gram}\t{seen}" for gram, seen in count(known).items()]
        path = target / f"letters-{language}.tsv"
        path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
