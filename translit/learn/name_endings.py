"""Count how names of each language end, for `tables/inflection/endings`.

Run it: python -m translit.learn.name_endings TRAIN_FOLDER tables/inflection/endings
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from translit.data import folder
from translit.learn.material import rows
from translit.text.ending_counts import LONGEST
from translit.writing.characters import nfc
from translit.writing.registry import transliterate

FEWEST = 3  # names with an ending, for it to be written
NEIGHBOURS = {"sk": "cs", "hr": "sl", "sr-Latn": "sl", "mk": "bg", "sr": "bg", "et": "en", "fi": "en", "hu": "en",
              "de": "en", "fr": "en"}  # fmt: skip
TRANSLITERATED = {  # language → (language of the originals, scheme)
    "be-Latn": [("be", "be-lacinka")],
    "lt": [("be", "be-press-lt-endings"), ("ru", "ru-press-lt-endings")],
    "lv": [("be", "be-press-lv-endings"), ("ru", "ru-press-lv-endings")],
}
HEAD = """# How names end in the language {id}: an ending (in the first line none: all names; ^ is
# the start of a word) and how many names have it.
# Learned by: python -m translit.learn.name_endings TRAIN_FOLDER tables/inflection/endings
# From: {source}. Only counts, of endings that {fewest} names or more share.
"""


def names(train: Path) -> Iterator[tuple[str, str]]:
    """(language, name) of the lists of base forms."""
    for file in ("slavner_parallel.tsv.gz", "names_uk_ru.tsv.gz"):
        for _, languages, name in rows(train / file):
            for language in languages.split("|"):
                yield language, name


def words(listed: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """The words of the names of each language, small, each once with 1."""
    found: dict[str, Counter[str]] = {}
    for language, name in listed:
        for word in nfc(name).replace("-", " ").split():
            if word.isalpha() and word[:1].isupper() and len(word) > 2:
                found.setdefault(language, Counter())[word.lower()] = 1
    return found


def endings(counted: Iterable[str]) -> Counter[str]:
    """How many words have each ending; `^` stands before the first letter of a word."""
    found: Counter[str] = Counter()
    for word in (f"^{one}" for one in counted):
        found.update(word[len(word) - size :] for size in range(min(LONGEST, len(word)) + 1))
    return found


def main(arguments: list[str]) -> None:
    """Write a file for each language."""
    train, out = Path(arguments[0]), Path(arguments[1])
    out.mkdir(exist_ok=True)
    known = words(names(train))
    source = "SlavNER parallel names; for Russian and Ukrainian also name lists uk/ru (MIT)"
    for language, ways in TRANSLITERATED.items():
        known[language] = Counter()
        for original, scheme in ways:
            known[language].update(transliterate(word.capitalize(), scheme).lower() for word in known[original])
    for language, neighbour in NEIGHBOURS.items():
        known[language] = known[neighbour]
    for language, counted in sorted(known.items()):
        if not (folder("tables") / "inflection" / f"{language}.toml").is_file():
            continue
        found = endings(counted)
        kept = sorted((end, count) for end, count in found.items() if count >= FEWEST or end == "")
        said = source
        if language in NEIGHBOURS:
            said += f"; names of {NEIGHBOURS[language]} stand in, since there is no list"
        elif language in TRANSLITERATED:
            said += "; transliterated by " + ", ".join(scheme for _, scheme in TRANSLITERATED[language])
        text = HEAD.format(id=language, source=said, fewest=FEWEST) + "".join(f"{e}\t{c}\n" for e, c in kept)
        (out / f"{language}.tsv").write_text(text, encoding="utf-8")
        print(f"{language}: {len(counted)} words, {len(kept)} endings")


if __name__ == "__main__":
    main(sys.argv[1:])
