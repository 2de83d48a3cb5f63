"""Stems of words: what they end in, how they alternate, and all forms of a word by a paradigm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from translit.text.inflection.grammar import Gender, NameKind
from translit.text.inflection.inflection_table import RARE, InflectionTable, Paradigm

USUAL = 0.5  # weight of a paradigm that words for inhabitants are inflected by: set by hand


def alternated(stem: str, pairs: Mapping[str, str]) -> str:
    """A stem after the alternation of its end.

    >>> alternated("рук", {"к": "ц"})
    'руц'
    """
    for size in (3, 2, 1):
        if len(stem) >= size and (changed := pairs.get(stem[-size:])) is not None:
            return stem[:-size] + changed
    return stem


@lru_cache(maxsize=1 << 12)
def stem_ends(
    table: InflectionTable, after: tuple[str, ...], every: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a stem must end in (an empty text: anything), and what it must not."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for word in after:
        if word.startswith("~"):  # vowel harmony, which only decides what is written
            continue
        side = unwanted if word.startswith("!") else wanted
        bare = word.removeprefix("!")
        side.extend(table.classes.get(bare, (bare,)) if bare.isupper() else (bare,))
    if not wanted and every:
        wanted = sorted({letter for ends in table.classes.values() for letter in ends if len(letter) == 1})
    wanted = [end for end in wanted if end not in unwanted]
    return tuple(wanted) or ("",), tuple(end for end in unwanted if not any(end == other for other in wanted))


def forms_of_stem(table: InflectionTable, paradigm: Paradigm, stem: str) -> Iterator[str]:
    """Every form of a stem by a paradigm, those that are only read too."""
    for by_case in (paradigm.singular, paradigm.plural):
        for endings in by_case.values():
            for ending in endings:
                name, _, tail = ending.removeprefix(RARE).rpartition(":")
                yield alternated(stem, table.alternations.get(name, {})) + tail


def stem_of(table: InflectionTable, paradigm: Paradigm, word: str) -> str | None:
    """The stem of a small-letter word, or None if it isn't a base form of this paradigm."""
    stem = word[: len(word) - len(paradigm.base)]
    stems, unless = stem_ends(table, paradigm.after)
    fits = word.endswith(paradigm.base) and stem.endswith(stems) and not stem.endswith(unless)
    return stem if fits and stem and not paradigm.word and in_harmony(table, paradigm, stem) else None


def in_harmony(table: InflectionTable, paradigm: Paradigm, stem: str) -> bool:
    """Whether the last vowel of a stem is in the class that the paradigm names as `~CLASS`, if it names one.

    This decides which endings are written; in reading, those of either harmony are taken.
    """
    wanted = [vowel for word in paradigm.after if word.startswith("~") for vowel in table.classes.get(word[1:], ())]
    vowels = {vowel for ends in table.classes.get("V", ()) for vowel in ends}
    last = next((letter for letter in reversed(stem) if letter in vowels), "")
    return not wanted or not last or last in wanted


def forms_of_inhabitant(table: InflectionTable, word: str) -> set[str]:
    """All forms of a noun such as Polak, Polka by every usual paradigm that fits; only itself if none does.

    Some of them can be wrong, since endings don't tell Irec, Irca from Turek, Turka; that does no harm in reading.
    """
    wanted = NameKind.NOUN | NameKind.FAMILY | NameKind.GIVEN
    found = {word}
    for paradigm in table.paradigms:
        usual = paradigm.weight >= USUAL and paradigm.singular and not paradigm.undeclined
        if usual and paradigm.kinds & wanted:
            stem = stem_of(table, paradigm, word)
            found.update(forms_of_stem(table, paradigm, stem) if stem is not None else ())
    return found


def forms_of_adjective(table: InflectionTable, word: str) -> set[str]:
    """All forms of an adjective given in the masculine, of all genders; only itself if no paradigm fits."""
    adjectives = [one for one in table.paradigms if one.kinds & NameKind.MODIFIER and not one.undeclined]
    stems, found = {""}, {word}
    for paradigm in adjectives:
        if Gender.MASCULINE in paradigm.genders and (stem := stem_of(table, paradigm, word)) is not None:
            stems.add(stem)
            found.update(forms_of_stem(table, paradigm, stem))
    stem = max(stems, key=len)
    for paradigm in adjectives:
        if stem and Gender.MASCULINE not in paradigm.genders and stem_of(table, paradigm, stem + paradigm.base):
            found.update(forms_of_stem(table, paradigm, stem))
    return found
