"""Makes `tables/text/common/<language>.txt`: filters of common words, which aren't names at the start of a sentence.

    python -m translit.learn.word_filters FOLDER tables/text/common

FOLDER has for each language `<language>.txt`: frequent words in small letters that a spelling dictionary takes (those
of `wordfreq` that pass `hunspell -G -d pl_PL`; where it lists none, the short words of the dictionary); and, unless
there is no dictionary, `<language>.base`: those that stand in it so. A form that doesn't and is a name by the tables is
left out (Київ, also a form of кий), and so is a country, and a word of a person's name in seeds/. Of languages without
capitals, four thousand words each, those that sound like one are left out too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from translit.finding.entities.sources import seeds
from translit.finding.resolve import Resolver
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import UNLISTED
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.lexicon.territories import territories
from translit.text.caseless.units import has_any
from translit.writing.bloom import Attested
from translit.writing.registry import transliterate

SHORTEST = 2  # letters
LIKE = 0.5  # how probably a word of a script without capitals is a name in seeds/, from which on it is left out
SCHEMES = {"be": ("be-Latn", "be-lacinka")}  # language → another that has its words in this scheme
HEAD = (
    "# A filter of {count} common words of the language {language}: a word can be asked for, none be read out.",
    "# Learned by: python -m translit.learn.word_filters FOLDER tables/text/common",
    "# From: word frequencies of wordfreq 3.1 (R. Speer, CC BY-SA 4.0), spelling dictionaries of LibreOffice 7.5,",
    "# hunspell-be 0.53, myspell-et and Voikko 2.5 (GPL, LGPL, MPL, CC BY-SA), as packaged by Debian, without names.",
    "# Example: {example}",
    "# Read by translit.writing.bloom, which tells how.",
)


def is_name(word: str) -> bool:
    """Whether the tables know a word as a name of a person or place.

    >>> is_name("київ"), is_name("вікно")
    (True, False)
    """
    places, facts = lexicon("place"), known(fold(word))
    return (
        bool(given_names().listed(fold(word)))
        or any(places.roles[number] == NAME for number in places.of_word(folded_word(word)))
        or facts.family
        or facts.rarity < UNLISTED
    )


def common(words: Sequence[str], bases: frozenset[str]) -> list[str]:
    """The common ones of words, of which those in `bases` stand in a dictionary in small letters."""
    names = {name.lower() for _, _, every in territories() for name in every}
    names.update(word.lower() for one in seeds() if one.kind == "person" for name in one.names for word in name.split())
    kept = [word for word in words if len(word) >= SHORTEST and word not in names]
    kept = [word for word in kept if word in bases or not is_name(word)]
    if not kept or not has_any(kept[0]):
        return kept
    people = Resolver([one for one in seeds() if one.kind == "person"])
    sounding = people.resolve_many(kept)  # names of the news are frequent words in any script
    return [word for word, found in zip(kept, sounding, strict=True) if not found or found[0].name_probability < LIKE]


def tables(source: Path) -> Iterator[tuple[str, list[str]]]:
    """The languages of a folder, each with its common words."""
    for path in sorted(source.glob("*.txt")):
        base = path.with_suffix(".base")
        bases = frozenset(base.read_text(encoding="utf-8").split()) if base.is_file() else frozenset()
        found = common(path.read_text(encoding="utf-8").split(), bases)
        yield path.stem, found
        if path.stem in SCHEMES:
            language, scheme = SCHEMES[path.stem]
            yield language, [transliterate(word, scheme) for word in found]


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
def main(source: Path, target: Path) -> None:
    """Write the filter of each language for which SOURCE has words."""
    target.mkdir(parents=True, exist_ok=True)
    for language, words in tables(source):
        found = Attested.of(words)
        head = [line.format(count=len(found), language=language, example=max(words[:50], key=len)) for line in HEAD]
        (target / f"{language}.txt").write_text("\n".join([*head, *found.lines()]) + "\n", encoding="utf-8")
        print(language, len(found))


if __name__ == "__main__":
    main()
