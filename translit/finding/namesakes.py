"""Who else may be meant by a name: people who aren't listed and bear it as well, and listed ones whose name is as near.

How common a word of a name is, is counted in the list itself, since no table knows of whom the list is: a thousand
Belarusians have other family names than a thousand Russians. The share in the table of frequent names counts as a list
in which the word was seen once; it is all that counts where the list is short.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from translit.finding.index.search import Index
from translit.kinds import KINDS
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.lists import masculine
from translit.matching.persons.probability.frequency import Borne, words_borne, words_shared
from translit.matching.phonetics.pivots import pivots

PERSON = KINDS.index("person")
SPOKEN_OF = 1e3  # people who may be meant though they aren't listed, beside a list that is no longer; set by hand
UNLISTED = 11.0  # and for each one more who is listed: set so that 99 answers of 100 are right
CHANCE = 0.2  # set by hand: what each listed one who shares the other words adds to the odds of a word that is near
EXACT, FAR = 1.0, 2.0  # nats of a word up to which it is the same name, and from which it may be any other that is near
LEAST = 1e-12  # of a share: beyond one in a million million there is nobody else


class Others(NamedTuple):
    """How many people who aren't listed may have a name, and how many listed ones have one as near by chance."""

    bearers: float
    near: float


class Namesakes:
    """Counts the words of names in an index of persons."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._listed = int(np.count_nonzero(index.kinds == PERSON))
        self._beyond = max(self._listed - SPOKEN_OF, 0.0)
        self._of_names = len(index) / max(len(index.name_firsts) - 1, 1)  # entities for each name
        self._counted: dict[str, float] = {}

    def others(self, names: Sequence[str], agreeing: Sequence[str | None]) -> list[Others]:
        """Who else may be meant by each name; `agreeing` has the listed name that agrees best with it, or None.

        >>> from translit.finding.entities.entity import Entity
        >>> from translit.finding.index.build import build
        >>> few = Namesakes(Index(build([Entity("1", names=["Владимир Каратаев"])])))
        >>> alone, whole = few.others(["Vladimir", "Vladimir Karataev"], ["Владимир Каратаев"] * 2)
        >>> alone.bearers > 10, whole.bearers < 0.01
        (True, True)
        """
        some = [place for place, other in enumerate(agreeing) if other is not None]
        shared = dict(zip(some, words_shared([(names[place], agreeing[place] or "") for place in some]), strict=True))
        rest = [place for place in range(len(names)) if place not in shared]
        shared |= zip(rest, words_borne([names[place] for place in rest]), strict=True)
        return [self._others(shared[place]) for place in range(len(names))]

    def _others(self, words: Sequence[Borne]) -> Others:
        shares = [self._share(each) for each in words]
        people = SPOKEN_OF + UNLISTED * self._beyond
        bearers = people * max(float(np.prod(shares)), LEAST) if words else 0.0
        worst = max(range(len(words)), key=lambda place: words[place].nats, default=0)
        far = words[worst].nats - EXACT if words else 0.0
        if far <= 0.0:
            return Others(bearers, 0.0)
        rest = float(np.prod(shares[:worst] + shares[worst + 1 :]))
        return Others(bearers, CHANCE * self._beyond * rest * min(far / (FAR - EXACT), 1.0))

    def _share(self, word: Borne) -> float:
        """The share of people who bear a word, by the table and by how many others in the list have it."""
        share: float = 10.0**-word.rarity
        if not word.word or not self._beyond:
            return share
        others = max(self._count(word.word) - 1.0, 0.0)
        if known(word.word).strong:  # Василевич reads as Васильевич does, which is borne by many more
            others = min(others, share * self._listed)
        return (1.0 + others) / (1.0 / share + self._listed)

    def _count(self, word: str) -> float:
        """How many people in the list bear a folded word, women and men."""
        found = self._counted.get(word)
        if found is None:
            (reading, *_) = pivots(word) or ("",)
            theirs = masculine(reading) or [reading + "a"] * reading.endswith(("ov", "ev", "in", "yn"))
            found = self._counted[word] = self._index.vocabulary.listed([reading, *theirs]).names * self._of_names
        return found
