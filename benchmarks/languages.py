"""Which language a name in Cyrillic is in: right answers on names left out, beside lingua and py3langid.

    python benchmarks/languages.py TRAIN_FOLDER

A fifth of the entities is never learned from; their names are asked for. A name that several languages write alike
counts as right with any of them. Needs lingua-language-detector and py3langid.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from translit.learn import language_runs
from translit.writing.language_model import LANGUAGES, language_chances

EACH = 400  # names of a language
REAL = ("be", "bg", "ru", "uk")  # mk and sr have too few real names in the folder


def ours(name: str) -> str:
    chances = language_chances(name)
    return max(chances, key=chances.__getitem__)


def peers() -> dict[str, Callable[[str], str]]:
    found: dict[str, Callable[[str], str]] = {}
    try:
        import lingua

        names = ("BELARUSIAN", "BULGARIAN", "MACEDONIAN", "RUSSIAN", "SERBIAN", "UKRAINIAN")
        known = dict(zip((getattr(lingua.Language, name) for name in names), LANGUAGES, strict=True))
        detector = lingua.LanguageDetectorBuilder.from_languages(*known).build()
        found["lingua"] = lambda name: known.get(detector.detect_language_of(name), "")
    except ImportError:
        print("lingua isn't installed", file=sys.stderr)
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
        identifier.set_languages(list(LANGUAGES))
        found["py3langid"] = lambda name: str(identifier.classify(name)[0])
    except ImportError:
        print("py3langid isn't installed", file=sys.stderr)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    named = language_runs.material(parser.parse_args().folder)
    asked: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for entity, name, among in named:
        if language_runs.held_back(entity) and len(asked[min(among)]) < EACH:
            asked[min(among)].append((name, among))
    for label, answer in {"translit": ours, **peers()}.items():
        start = time.process_time()
        right = {code: [answer(name) in among for name, among in asked[code]] for code in REAL}
        took = (time.process_time() - start) / sum(map(len, right.values())) * 1000
        shares = {code: sum(answers) / len(answers) for code, answers in right.items()}
        each = "  ".join(f"{code} {share:.3f}" for code, share in shares.items())
        print(f"{label:10} {each}  mean {sum(shares.values()) / len(shares):.3f}  {took:.2f} ms a name")


if __name__ == "__main__":
    main()
