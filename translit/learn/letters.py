"""Learns the tables of words of be, ru and uk: which letters follow which, and which words are attested.

    python -m translit.learn.letters TRAIN_FOLDER tables/match --dictionaries /usr/share/hunspell

TRAIN_FOLDER holds rigour_nameparts_cyr, names_uk_ru and slavner_parallel (.tsv.gz with the columns entity_id, lang,
name); the names of seeds/ are added. The dictionaries are be_BY.dic, ru_RU.dic and uk_UA.dic of the Debian packages
hunspell-be 0.53, hunspell-ru and hunspell-uk 7.5.0. Every distinct word counts once, a word of a dictionary less
than a name. The Cyrillic forms of tables/names/given.toml that a language can write, and the names of seeds/, are the
words known best.

Belarusian names are few in those lists, so the Russian ones are counted too, with little weight, as Belarusian
respells them (`respelled`); they aren't attested.

A tenth of all words is never learned (`held_back`), so that benchmarks/detect.py can measure the tables as they are.
With --part a second tenth isn't either: models are compared on that one, and the first is only looked at in the end.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from translit.data import folder as data_folder
from translit.errors import DataError
from translit.learn.held_words import held_back, tenth
from translit.learn.material import rows
from translit.learn.ngrams import count, pruned
from translit.matching.persons.lexicon.lists import table
from translit.writing.bloom import Attested
from translit.writing.characters import APOSTROPHE, APOSTROPHES, nfc
from translit.writing.letter_model import END, NONE, START, TENTHS, WORD, Letters

ALPHABETS = {
    "be": "абвгґдеёжзійклмнопрстуўфхцчшыьэюя" + APOSTROPHE,
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя" + APOSTROPHE,
}
SPLIT = re.compile(r"[\s\-–,.()\"«»]+")
# marks of a Belarusian word in a list that doesn't tell languages
BELARUSIAN = re.compile("ў|і.*[ыэё]|[ыэё].*і|[аеэ]віч$|энка$|дзі|^(?!.*ськ).*ці|цкі$")
DICTIONARIES = {"be": "be_BY", "ru": "ru_RU", "uk": "uk_UA"}
IN_DICTIONARY = 0.3  # how much a word of a dictionary counts, where a name counts 1
DERIVED = 0.1  # how much a word counts that is respelled from another language
THRESHOLD = 2e-5  # how much likelihood, in nats a word, an n-gram must be worth to be kept
LETTERS = (
    "Which letters follow which in {size} words of the language {language}"
    f" ({START} before a word, {END} after it).",
    "Read by translit.writing.letter_model, which tells what the columns mean; probabilities only.",
    f"{WORD}word: the full given names of tables/names/given.toml and the words of seeds/.",
)
WORDS = (
    "A filter of {size} words that are attested in the language {language}: a word can be asked for, none be read out.",
    "Read by translit.writing.bloom, which tells how.",
)
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


def dictionary(folder: Path, language: str) -> list[str]:
    """The distinct words of a hunspell dictionary in small letters, sorted; abbreviations left out.

    Raises DataError if the dictionary isn't there.
    """
    path = folder / f"{DICTIONARIES[language]}.dic"
    if not path.exists():
        raise DataError(f"{path} is missing; install the package hunspell-{language} or name its folder")
    entries = (line.partition("/")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return _words((language, entry) for entry in entries if not entry.isupper())[language]


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


def weighted(
    names: dict[str, list[str]], dictionaries: Path, language: str, without: int | None = None
) -> dict[str, float]:
    """The words a language is learned from with their weights: its names, its dictionary, respelled names.

    Those held back are left out, and so is the part `without`.
    """
    letters = set(ALPHABETS[language])
    found = dict.fromkeys(dictionary(dictionaries, language), IN_DICTIONARY)
    if language == "be":
        found |= {
            word: DERIVED for word in map(respelled, names["ru"]) if word not in found and letters.issuperset(word)
        }
    found |= {name: 1.0 for name in [*names[language], *_given("short", "formal")] if letters.issuperset(name)}
    return {word: found[word] for word in sorted(found) if not held_back(word) and tenth(word) != without}


def known_words(language: str) -> list[str]:
    """The words that a language's table knows best, sorted.

    Those of seeds/, and the full given names of tables/names/given.toml, of whatever language, that it can write.
    """
    letters = set(ALPHABETS[language])
    found = {*_words(_seeds())[language], *(name for name in _given("formal") if letters.issuperset(name))}
    return sorted(found)


def _given(*kinds: str) -> list[str]:
    """The given names of these kinds in small letters."""
    names = table("given")["names"].values()
    return [form.lower() for name in names for kind in kinds for form in name.get(kind, ())]


def main() -> None:
    """Rebuild the tables in the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Learns which letters follow which in names of be, ru and uk.")
    parser.add_argument("train", type=Path, help="the folder of name lists")
    parser.add_argument("target", type=Path, help="the folder that gets the tables")
    parser.add_argument("--dictionaries", type=Path, required=True, help="the folder of hunspell dictionaries")
    parser.add_argument("--part", type=int, help="a second tenth to leave out, for comparing models on it")
    arguments = parser.parse_args()
    names = words(arguments.train)
    for language in ALPHABETS:
        learned = weighted(names, arguments.dictionaries, language, arguments.part)
        model = pruned(count(learned.items()), THRESHOLD * sum(learned.values()))
        lines = [*_lines(model), *(WORD + word for word in known_words(language))]
        _write(arguments.target / f"letters-{language}.tsv", _head(LETTERS, language, len(learned)), lines)
        attested = Attested.of({word for word, weight in learned.items() if weight > DERIVED})
        _write(arguments.target / f"words-{language}.txt", _head(WORDS, language, len(attested)), attested.lines())


def _head(about: Sequence[str], language: str, size: int) -> list[str]:
    first, *others = about
    return [
        f"# {first.format(language=language, size=size)}",
        "# Learned by: python -m translit.learn.letters TRAIN_FOLDER tables/match --dictionaries /usr/share/hunspell",
        "# From: name parts of OpenSanctions rigour (MIT, from Wikidata), name lists uk/ru (MIT), SlavNER parallel",
        "# names, tables/names/given.toml, seeds/, and the spelling dictionaries hunspell-be 0.53 (CC BY-SA),",
        "# hunspell-ru and hunspell-uk 7.5.0 (BSD, MPL) as packaged by Debian.",
        *(f"# {other}" for other in others),
    ]


def _write(path: Path, head: Iterable[str], lines: Iterable[str]) -> None:
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def _lines(model: Mapping[str, Letters]) -> Iterator[str]:
    """The lines of the contexts, those with the same end together."""
    fields: dict[str, list[str]] = {}
    for context, letters in model.items():
        steps = "".join(f"{letter}{round(-TENTHS * step)}" for letter, step in letters.steps.items())
        fields.setdefault(context[1:], []).append(f"{context[:1] or NONE}{round(TENTHS * letters.other)}{steps}")
    for ending, found in fields.items():
        yield "\t".join((ending, *found))


if __name__ == "__main__":
    main()
