"""Learns `tables/match/languages.tsv`: which runs of letters speak for which of six languages in Cyrillic.

    python -m translit.learn.language_runs TRAIN_FOLDER          (writes the table and prints scores)

To the weights of a regression, which learns from the contrast of the languages, those of a model of each language's
letters are added (see `language_letters`), which learns from three times as many names.

A fifth of the entities is never learned from, so that these scores and benchmarks/languages.py are
of the table as it is.

TRAIN_FOLDER holds slavner_parallel, names_uk_ru and rigour_nameparts_cyr (.tsv.gz with the columns entity_id, lang,
name). Macedonian and Serbian names are few there: those with letters that no other language has, and Bulgarian ones
as Macedonian and Serbian respell them, where that shows.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from translit.arrays import Float64s, Int64s
from translit.data import folder
from translit.learn.language_letters import letter_weights
from translit.learn.material import rows
from translit.writing.language_model import LANGUAGES, SCALE, language_chances, runs_of, words_of

MOST, MOST_LETTERS = 9000, 30000  # names of one language: for the regression, and for the letter models
FEWEST = 4  # times a run must be seen
RIDGE = 3e-4  # chosen on the held-out fifth among 1e-3, 3e-4 and 1e-4
ROUNDS = 400
LEAST, SMALL = 8, 2  # hundredths of a nat below which a run isn't kept, and below which one weight of a run isn't
LETTERS_COUNT = 0.2  # set by hand: how much the letter models count; 0.3 and 0.4 are as good within 0.004
RESPELLED = {  # Bulgarian letters as Macedonian writes them in borrowed names
    "ия": "ија", "йо": "јо", "ьо": "јо", "й": "ј", "ъ": "а", "щ": "шт", "ь": "", "ю": "ју", "я": "ја", "дж": "џ",
}  # fmt: skip
Named = tuple[str, str, frozenset[str]]  # entity, name, languages it may be in


def material(train: Path, most: int = MOST) -> list[Named]:
    """Names with the languages that they are in, at most so many of each."""
    found: dict[str, list[Named]] = defaultdict(list)
    for file in ("slavner_parallel", "names_uk_ru"):
        for entity, languages, name in rows(train / f"{file}.tsv.gz"):
            among = frozenset(languages.split("|")) & set(LANGUAGES)
            if among and words_of(name):
                found[min(among)].append((entity, name, among))
    for entity, _, name in rows(train / "rigour_nameparts_cyr.tsv.gz"):
        letters = set(name)
        if letters & set("ђћ"):
            found["sr"].append((entity, name, frozenset({"sr"})))
        elif letters & set("ѓќѕ"):
            found["mk"].append((entity, name, frozenset({"mk"})))
        elif letters & set("јљњџ"):
            found["sr"].append((entity, name, frozenset({"sr", "mk"})))
    for entity, name, among in list(found["bg"]):
        if among == {"bg"}:
            respelled = name
            for source, output in RESPELLED.items():
                respelled = respelled.replace(source, output).replace(source.capitalize(), output.capitalize())
            serbian = re.sub("(?<=[ои])в$", "вић", respelled)
            if serbian != respelled:
                found["sr"].append((entity, serbian, frozenset({"sr"})))
            elif respelled != name:
                found["mk"].append((entity, respelled, frozenset({"mk", "sr"})))
    generator = random.Random(1)
    return [row for language in LANGUAGES for row in generator.sample(found[language], min(most, len(found[language])))]


def held_back(entity: str) -> bool:
    """Whether the names of an entity are never learned from."""
    return crc32(entity.encode()) % 5 == 0


def fit(named: Sequence[Named]) -> tuple[list[str], Float64s]:
    """The runs, and their weights [runs + 1, languages], the last row being the constant; by Adam over all names."""
    bags = [Counter(run for word in words_of(name) for run in runs_of(word)) for _, name, _ in named]
    seen = Counter(run for bag in bags for run in bag)
    runs = sorted(run for run, count in seen.items() if count >= FEWEST)
    number = {run: place for place, run in enumerate(runs)}
    cells = [(row, number[run], count) for row, bag in enumerate(bags) for run, count in bag.items() if run in number]
    at, column, count = (np.array(part) for part in zip(*cells, strict=True))
    allowed = np.array([[language in among for language in LANGUAGES] for _, _, among in named], dtype=np.float64)
    # every language counts the same, however many names it has
    per_language = (allowed / allowed.sum(1, keepdims=True)).sum(0)
    importance = (allowed / allowed.sum(1, keepdims=True) / per_language).sum(1) * len(named) / len(LANGUAGES)
    weights = np.zeros((len(runs) + 1, len(LANGUAGES)))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        score = _scores(weights, at, column, count, len(named))
        chances = np.exp(score - score.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        inside = chances * allowed
        wrong = (chances - inside / np.maximum(inside.sum(1, keepdims=True), 1e-300)) * importance[:, None]
        slope = np.empty_like(weights)
        for language in range(len(LANGUAGES)):
            slope[:-1, language] = np.bincount(column, count * wrong[at, language], minlength=len(runs))
        slope[-1] = wrong.sum(0)
        slope = slope / len(named) + RIDGE * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return runs, weights


def with_letters(runs: Sequence[str], weights: Float64s, named: Sequence[Named]) -> tuple[list[str], Float64s]:
    """The runs and weights of the regression with those of the letter models added."""
    letters = letter_weights((name, among) for _, name, among in named)
    rows = dict(zip(runs, weights, strict=False))
    nothing = np.zeros(len(LANGUAGES))
    every = sorted(rows.keys() | letters.keys())
    joined = [rows.get(run, nothing) + LETTERS_COUNT * letters.get(run, nothing) for run in every]
    return every, np.stack([*joined, weights[-1]])


def _scores(weights: Float64s, at: Int64s, column: Int64s, count: Int64s, names: int) -> Float64s:
    columns = [np.bincount(at, count * weights[column, k], minlength=names) for k in range(len(LANGUAGES))]
    total: Float64s = np.stack(columns, axis=1) + weights[-1]
    return total


def write(path: Path, runs: Sequence[str], weights: Float64s, size: int) -> None:
    """The table: run TAB one weight a language in hundredths, empty where it is 0; the first line is the constant."""
    head = [
        f"# Runs of letters and what they say for {', '.join(LANGUAGES)}, in hundredths of a nat.",
        f"# Learned by: python -m translit.learn.language_runs TRAIN_FOLDER, from {size} names.",
        "# From: SlavNER parallel names, name lists uk/ru (MIT), name parts of OpenSanctions rigour (MIT).",
        "# Read by translit.writing.language_model.",
    ]
    lines = []
    for run, row in zip(["", *runs], np.concatenate([weights[-1:], weights[:-1]]), strict=True):
        cells = [round(float(weight) * SCALE) for weight in row]
        if not run or max(map(abs, cells)) >= LEAST:
            lines.append("\t".join([run, *(str(cell) if abs(cell) >= SMALL else "" for cell in cells)]))
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=folder("tables") / "match" / "languages.tsv")
    options = parser.parse_args()
    named = material(options.folder)
    kept = [row for row in named if not held_back(row[0])]
    more = [row for row in material(options.folder, MOST_LETTERS) if not held_back(row[0])]
    write(options.output, *with_letters(*fit(kept), more), len(more))
    right: dict[str, list[bool]] = defaultdict(list)
    for entity, name, among in named:
        if held_back(entity):
            chances = language_chances(name)
            right[min(among) if len(among) == 1 else "several"].append(max(chances, key=chances.__getitem__) in among)
    for language, answers in sorted(right.items()):
        print(f"{language}\t{len(answers)}\t{sum(answers) / len(answers):.3f}")


if __name__ == "__main__":
    main()
