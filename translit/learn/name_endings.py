"""Count how names of each language end, for `tables/inflection/endings`.

Run it: python -m translit.learn.name_endings TRAIN_FOLDER tables/inflection/endings
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from translit.data import folder
from translit.learn.material import rows
from translit.text.inflection.ending_counts import LONGEST
from translit.writing.characters import nfc
from translit.writing.registry import transliterate

# Names of people and places of all kinds count for more than the long list, which is of family names: set by hand.
LISTS = {"slavner_parallel.tsv.gz": 6, "names_uk_ru.tsv.gz": 1}
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
# From: {source}. Only counts, by weight (see LISTS there), of endings that {fewest} names or more share.
"""


def names(train: Path) -> Iterator[tuple[str, str, int]]:
    """(language, name, weight) of the lists of base forms."""
    for file, weight in LISTS.items():
        for _, languages, name in rows(train / file):
            for language in languages.split("|"):
                yield language, name, weight


def words(listed: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    """The words of the names of each language, small, each with the greatest weight of the lists that have it."""
    found: dict[str, dict[str, int]] = {}
    for language, name, weight in listed:
        for word in nfc(name).replace("-", " ").split():
            if word.isalpha() and word[:1].isupper() and len(word) > 2:
                known = found.setdefault(language, {})
                known[word.lower()] = max(weight, known.get(word.lower(), 0))
    return found


def endings(counted: Mapping[str, int]) -> dict[str, int]:
    """How many words have each ending, by weight; `^` stands before the first letter of a word."""
    found: dict[str, int] = {}
    for bare, weight in counted.items():
        word = f"^{bare}"
        for size in range(min(LONGEST, len(word)) + 1):
            end = word[len(word) - size :]
            found[end] = found.get(end, 0) + weight
    return found


def main(arguments: list[str]) -> None:
    """Write a file for each language."""
    train, out = Path(arguments[0]), Path(arguments[1])
    out.mkdir(exist_ok=True)
    known = words(names(train))
    source = "SlavNER parallel names; for Russian and Ukrainian also name lists uk/ru (MIT)"
    for language, ways in TRANSLITERATED.items():
        known[language] = {
            transliterate(word.capitalize(), scheme).lower(): weight
            for original, scheme in ways
            for word, weight in known[original].items()
        }
    for language, neighbour in NEIGHBOURS.items():
        known[language] = known[neighbour]
    for language, counted in sorted(known.items()):
        if not (folder("tables") / "inflection" / f"{language}.toml").is_file():
            continue
        found = endings(counted)
        fewest = FEWEST * max(counted.values())
        kept = sorted((end, count) for end, count in found.items() if count >= fewest or end == "")
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
