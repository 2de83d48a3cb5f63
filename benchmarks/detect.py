"""How often `detect` is right first: words it has never seen, written by the main schemes.

    python benchmarks/detect.py TRAIN_FOLDER [--words 40] [--letters 10] [--wrong]

The letter models are counted anew without a tenth of the words, chosen by their first five letters so that forms
of one name stay together; the words measured are drawn from that tenth. Right means that the first detection's
scheme writes the very same spelling from a name of its language that is attested in the lists: the name itself, or
its twin in a sister language (Aleksievich is Алексиевич and Алексіевіч). `language` counts only those whose language
is the one the word was drawn from.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

from translit.learn.letters import ALPHABETS, WORD, counts, given, words
from translit.writing.conventions import commonness
from translit.writing.detect import rank
from translit.writing.likelihood import LetterModel
from translit.writing.registry import scheme

STEM = 5
MAIN = 0.02  # the share of its language's spellings from which a scheme is a main one


def held_back(word: str) -> bool:
    return crc32(word[:STEM].encode()) % 10 == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=40, help="words a scheme")
    parser.add_argument("--letters", type=int, default=10, help="letters a word")
    parser.add_argument("--wrong", action="store_true", help="print the wrong ones")
    arguments = parser.parse_args()
    known = words(arguments.folder)
    seen = {language: [word for word in found if not held_back(word)] for language, found in known.items()}
    attested = {language: set(found) for language, found in known.items()}

    @cache
    def model(language: str) -> LetterModel:
        if language not in known:
            return LetterModel({})
        names = {WORD + name: weight for name, weight in given(ALPHABETS[language]).items() if not held_back(name)}
        return LetterModel({**counts(seen, language), **names})

    right: Counter[str] = Counter()
    own: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for language, id_, word in cases(known, arguments.letters, arguments.words):
        spelling = scheme(id_).transliterate(word.capitalize())
        found = rank(spelling, model)
        best = found[0] if found else None
        reading = best.original.lower() if best else ""
        ok = best is not None and reading in attested.get(best.language, ()) and writes(best.scheme, reading, spelling)
        total[id_] += 1
        right[id_] += ok
        own[id_] += ok and best is not None and (best.language == language or word in attested.get(best.language, ()))
        if not ok and arguments.wrong:
            print(f"  {word}\t{id_}\t{spelling}\t{best and (best.scheme, best.probability, best.original)}")
    print(f"{'scheme':28} {'words':>5} right language")
    for id_ in sorted(total, key=lambda id_: right[id_] / total[id_]):
        print(f"{id_:28} {total[id_]:5} {right[id_] / total[id_]:.3f} {own[id_] / total[id_]:.3f}")
    for language in sorted(ALPHABETS):
        ids = [id_ for id_ in total if id_.startswith(language + "-")]
        report(language, [(total[id_], right[id_], own[id_]) for id_ in ids])
    report("all", [(total[id_], right[id_], own[id_]) for id_ in total])


def report(title: str, rows: list[tuple[int, int, int]]) -> None:
    total, right, own = map(sum, zip(*rows, strict=True))
    print(f"{title:28} {total:5} {right / total:.3f} {own / total:.3f}")


def writes(id_: str | None, original: str, spelling: str) -> bool:
    return id_ is not None and scheme(id_).transliterate(original).lower() == spelling.lower()


def cases(known: dict[str, list[str]], letters: int, most: int) -> Iterator[tuple[str, str, str]]:
    """(language, main scheme, word) of words held back."""
    generator = random.Random(7)
    for language in sorted(ALPHABETS):
        pool = [word for word in known[language] if held_back(word) and len(word) == letters]
        for id_, share in commonness(language).items():
            if share >= MAIN:
                for word in generator.sample(pool, min(most, len(pool))):
                    yield language, id_, word


if __name__ == "__main__":
    main()
