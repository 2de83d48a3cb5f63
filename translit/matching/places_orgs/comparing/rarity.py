"""How much a word of a name says: the natural logarithm of how rare it is among names of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import log

from translit.compiled import read_toml
from translit.data import table_rows
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, NAME, WORD
from translit.matching.places_orgs.reading.word import Word
from translit.memo import Remembered

MOST = 8.0  # nats: a word that isn't among the counted may still be borne by others: about 1 in 3,000
LEAST = 0.5
UNCOUNTED = 5.0  # of a listed word that is in no counted name: 1 in 150, as the listed words are common ones; by hand
SHORT = 4.0  # at most, of a word of one or two letters: there are about e^4 pairs of letters that words have
# by hand, at most of a place in the name of an organization: those that are held against each other are often of one
OF_A_PLACE = 4.0
OF_A_RANK = 4.5  # by hand, at most of a word such as royal, which is common though lists of firms hardly have it
# of places nothing is counted; by hand: kinds of place are few, words such as New and Lower a few dozen
OF_PLACES = {GENERIC: 1.5, WORD: 3.5, NAME: 8.0}


@dataclass(frozen=True)
class Rarity:
    """The counts of words among so many names."""

    counts: Mapping[str, int]
    names: int

    def of(self, word: Word, kind: str) -> float:
        """What a word says, in nats.

        >>> from translit.matching.places_orgs.reading.parse import parse_thing
        >>> bank, name = parse_thing("Bank Dabrabyt", "organization")[0].words
        >>> rarity().of(bank, "organization") < 4 < rarity().of(name, "organization")
        True
        """
        most = (
            OF_PLACES.get(word.role, MOST) if kind == "place" else self._of_words[word.folded, word.concepts, word.role]
        )
        return max(LEAST, min(most, MOST, SHORT if len(word.folded) <= 2 else MOST))

    @cached_property
    def _of_words(self) -> Remembered[tuple[str, tuple[int, ...], str], float]:
        return Remembered(lambda word: self._most(*word))

    def _most(self, folded: str, concepts: tuple[int, ...], role: str) -> float:
        """What a word of an organization says at most."""
        found = [self.counts[key] for key in keys_of(folded, concepts) if key in self.counts]
        common = concepts and role != NAME  # a listed organization is as rare as one that isn't listed
        most = log((self.names + 1) / (max(found) + 0.5)) if found else UNCOUNTED if common else MOST
        most = most if _ranks().isdisjoint(concepts) else min(most, OF_A_RANK)
        return min(most, OF_A_PLACE) if lexicon("organization").places.intersection(concepts) else most


@cache
def _ranks() -> frozenset[int]:
    """The words that say of what rank an organization is."""
    listed = read_toml("names", "organization_words.toml")["table"]["ranked"]
    return frozenset(map(lexicon("organization").number, listed))


def keys_of(folded: str, concepts: Sequence[int]) -> Iterator[str]:
    """What a word is counted under: its concepts, else its letters."""
    if not concepts:
        yield folded
    for concept in concepts:
        yield f"={lexicon('organization').keys[concept]}"


@cache
def rarity() -> Rarity:
    """The counts of `tables/match/organization_words.tsv`."""
    counts = {key: int(count) for key, count in table_rows("match", "organization_words.tsv")}
    return Rarity(counts, counts.pop("names"))
