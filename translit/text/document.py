"""What the whole text says of a candidate: full names elsewhere in it, rivals, how often a word stands there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log2

from translit.text.candidate import PERSON, Candidate
from translit.text.spans import standing
from translit.text.words import Shape, Text, TextWord

ANCHOR = 0.3  # distance of the worst word up to which a full name counts as one that stands in the text
MOST_OFTEN = 5.0
WIDE = 64  # names that have a word, from which on it says little by itself


class Document:
    """A text and its candidates."""

    def __init__(self, text: Text, found: Sequence[Candidate]) -> None:
        self.text = text
        self.count = Counter([word.text for word in text.words])
        self.anchored: set[int] = set()  # entities whose full name stands in the text
        self.bearers: dict[str, set[int]] = defaultdict(set)  # word → those that have it in their full name
        self.full_words: set[str] = set()  # words that stand beside a given name that no entity has
        self.spans: dict[tuple[int, int], list[float]] = defaultdict(list)
        self.at: dict[int, set[tuple[int, int]]] = defaultdict(set)  # place → the spans of several words there
        covered: set[int] = set()
        for one in found:
            value = standing(one)
            self.spans[one.first, one.last].append(value)
            if one.last > one.first:
                for place in range(one.first, one.last + 1):
                    self.at[place].add((one.first, one.last))
            if one.several and one.full and one.worst <= ANCHOR and not one.wrong_initial:
                covered.update(range(one.first, one.last + 1))
                self.anchored.add(one.form.entity)
                for place, _ in one.matches.values():
                    self.bearers[text.words[place].folded].add(one.form.entity)
        for values in self.spans.values():
            values.sort(reverse=True)
        self._take_strangers(covered)

    def _take_strangers(self, covered: set[int]) -> None:
        """The words that follow a given name and are no part of a full name of an entity."""
        words, gaps = self.text.words, self.text.gaps
        for place in range(1, len(words)):
            word, before = words[place], words[place - 1]
            names = word.shape == Shape.CAPITAL and before.shape == Shape.CAPITAL and gaps[place] == " "
            if names and before.sets and not word.sets and place not in covered:
                self.full_words.add(word.folded)

    def lower_share(self, word: TextWord) -> float:
        """How often a word stands in small letters, of all the times that it stands there."""
        if not word.shape or word.lower == word.text:
            return 0.0
        small = self.count.get(word.lower, 0)
        return small / (small + self.count[word.text])

    def features(self, found: Candidate) -> list[float]:
        """The features that `features.OVERALL` names."""
        text, entity = self.text, found.form.entity
        words = text.words[found.first : found.last + 1]
        single = len(words) == 1
        lower = max([self.lower_share(word) for word in words])
        others: set[int] = set()
        stranger = False
        for place, _ in found.matches.values():
            folded = text.words[place].folded
            others |= self.bearers.get(folded, set())
            stranger |= folded in self.full_words
        anchored = entity in self.anchored
        value = standing(found)
        values = self.spans[found.first, found.last]
        best = values[0] if values[0] > value else values[1] if len(values) > 1 else -1.0
        rivals = sum(other >= value - 0.05 for other in values) - 1
        inside, better = 0.0, 0.0
        if single or self.at:
            for place in (found.first, found.last):
                for first, last in self.at.get(place, ()):
                    if first <= found.first and last >= found.last and last - first > found.last - found.first:
                        inside = 1.0
                        better = max(better, self.spans[first, last][0] - value + 0.5)
        return [
            lower if single else 0.3 * lower,
            min(log2(max([self.count[word.text] for word in words if word.shape], default=1)), MOST_OFTEN),
            anchored,
            not anchored and bool(others - {entity}),
            stranger and not anchored and found.form.kind == PERSON,
            log2(1 + rivals),
            min(max(0.0, best - value), 1.0),
            min(max(0.0, value - best), 1.0),
            inside,
            min(max(0.0, better), 1.0),
            single and words[0].size > WIDE,
        ]
