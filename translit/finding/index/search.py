"""The index: the search for names that may be the one asked for."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from translit.arrays import Float32s, Int64s, UInt16s, UInt32s
from translit.finding.index import loading
from translit.finding.index.build import Parts
from translit.finding.index.contents import REMEMBERED, Contents
from translit.finding.index.query import Query, query_of
from translit.finding.index.ranges import among
from translit.finding.index.scoring import JOINED, MANY, STEPS, Row, Scorer, best_of, each_once
from translit.finding.index.things import meanings_of, rows_of_things
from translit.finding.index.uint24 import Packed
from translit.finding.index.vocabulary import GOOD, Vocabulary
from translit.finding.index.vocabulary_parts import initial_bit
from translit.finding.index.word_match import Match, Reach
from translit.kinds import KINDS
from translit.matching.persons.otherwise.other_words import other_words
from translit.matching.phonetics.pivots import loose_readings, pivots

if TYPE_CHECKING:
    from translit.finding.index.acronyms import Acronyms

FEW = 1000  # names that are looked at whatever the first words give
CEILING = 1 << 17  # names of one word of the query that are looked at
ENOUGH = 1 << 10  # names that are scored, about, of those that several words lead to
SLACK = 0.1  # what a name may score less than the best and still be looked at, where every word is looked for widely
SURE, COMMON = 0.97, 0.002  # a word as alike as this, in this share of the names or more, is looked for no further
KEPT = 512  # names handed on for comparison
MARGIN = 0.25  # what a name may score less than the best and still be handed on


class Index(Contents):
    """Entities, their names and the vocabulary, over arrays in memory or mapped from files."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        arrays, texts = parts.arrays, parts.texts
        self.postings, self.postings_at = Packed(arrays, "postings"), arrays["postings_at"]
        self.vocabulary = Vocabulary(
            texts["keys"],
            texts["pivots"],
            arrays["key_starts"],
            arrays["pivot_firsts"],
            arrays["pivot_words"],
            (arrays["delete_sums"], arrays["delete_keys"]),
            self.postings_at,
            arrays["pivot_letters"],
        )
        self.acronyms: Acronyms | None = None
        if "acronyms" in texts:
            from translit.finding.index.acronyms import Acronyms

            self.acronyms = Acronyms(texts["acronyms"], arrays["acronym_firsts"], arrays["acronym_names"])
        self._matches: dict[tuple[str, Reach], Match] = {}
        counts = arrays["word_counts"]
        self.scorer = Scorer(
            self.name_words, counts, self.name_firsts, self.postings, self.postings_at, arrays["initials"]
        )

    @classmethod
    def open(cls, path: Path, verify: bool = True) -> Index:
        """The index of a folder; see `loading.read` for the errors."""
        return cls(loading.read(path, verify))

    def match(self, folded: str, reach: Reach = Reach.NEAR) -> Match:
        """The words that a word of a query may be, remembered."""
        key = (folded, reach)
        found = self._matches.get(key)
        if found is None:
            if len(self._matches) >= REMEMBERED:
                self._matches = {}
            found = self._matches[key] = self.vocabulary.match(folded, reach)
        return found

    def search(self, text: str, wide: bool = False, margin: float = MARGIN) -> tuple[UInt32s, Float32s]:
        """The names that may be the one asked for, at most KEPT, and their scores, best first.

        None scores `margin` less than the best. `wide` looks among more keys for every word but common ones, and
        at the names of every word; other readings and meanings of the query are asked for once, without it.
        """
        self.require_whole()
        query = query_of(text, self.persons)
        loose_readings.many(word for word in query.words if (word, Reach.NEAR) not in self._matches)  # at once
        matches = [self.match(word) for word in query.words]
        if wide:
            doubtful = [match.tops[0] < SURE or match.sizes[0] < COMMON * len(self.name_firsts) for match in matches]
            matches = [
                self.match(word, Reach.WIDE) if doubt else match
                for word, match, doubt in zip(query.words, matches, doubtful, strict=True)
            ]
        rows: list[Row] = [(match, (place,)) for place, match in enumerate(matches) if len(match.words)]
        for place, word in query.joined:
            if min(matches[place].tops[0], matches[place + 1].tops[0]) > GOOD:
                continue  # both are names by themselves
            match = self.match(word, Reach.SAME)
            if match.tops[0] > GOOD:
                rows.append((match, (place, place + 1)))
        kinds = [kind for number, kind in enumerate(KINDS) if number and number in self.held]
        if kinds:
            rows += rows_of_things(text, query.words, kinds, self)
        found = [self._scored(query, matches, rows, wide)] if rows else []
        if not wide:
            others = other_words(text) if self.persons else []
            others += [words for kind in kinds for words in meanings_of(text, kind)]
            found += [each for words in others if (each := self._of_words(words))]
        names, scores = best_of(*each_once(found), margin, KEPT)
        return names.astype(np.uint32), scores

    def _of_words(self, words: Sequence[Sequence[str]]) -> tuple[Int64s, Float32s] | None:
        """The names that have, for each word of another reading of the query, one of the forms that it may be."""
        matches = [self.vocabulary.any_of(forms) for forms in words]
        rows: list[Row] = [(match, (place,)) for place, match in enumerate(matches) if len(match.words)]
        return self._scored(_NO_QUERY, matches, rows, False) if rows else None

    def _scored(self, query: Query, matches: list[Match], rows: list[Row], wide: bool) -> tuple[Int64s, Float32s]:
        """Names found through the rarest words first, others only while they could still beat the best.

        The closest of the words that a row matches come before the others. What names may score that no
        source so far has given is at most the sum, over the rows, of the best likeness still to come.
        """
        weights = self._weights(matches)
        bits = [sum({initial_bit(pivot) for pivot in pivots(letter) if pivot}) for letter in query.initials]
        ordered = sorted(
            (far, match.sizes[far], row) for row, (match, _) in enumerate(rows) for far in (0, 1) if match.sizes[far]
        )
        count, taken = 0, 0
        for _, size, _ in ordered:
            taken += size
            if taken > (FEW if count else MANY):
                break
            count += 1
        first = [rows[row][0].words[rows[row][0].part(far)] for far, _, row in ordered[:count]]
        names = self.scorer.distinct(self.scorer.names_of(np.concatenate(first), CEILING)[0]) if first else _NONE
        scores = self.scorer.scores(names, rows, weights, bits)
        best = float(scores.max(initial=0.0))
        coming = [0.0] * len(weights)
        for far, _, row in ordered[count:]:
            match, places = rows[row]
            if len(places) == 1:
                coming[places[0]] = max(coming[places[0]], match.tops[far])
        if count == len(ordered) or sum(map(mul, weights, coming)) <= best - (SLACK if wide else 0.0):
            return names, scores
        found = self._beyond(rows, [(row, far) for far, _, row in ordered[count:]], weights, best - MARGIN)
        found = found[~among(found, np.sort(names))] if len(names) else found
        more = self.scorer.scores(found, rows, weights, bits)
        return np.concatenate([names, found]), np.concatenate([scores, more])

    def _weights(self, matches: list[Match]) -> list[float]:
        """How much each word of a query counts: the rarer the more, together 1."""
        count = len(self.name_firsts)
        weights = [log2(2 + count / (1 + sum(match.sizes))) if len(match.words) else 0.0 for match in matches]
        total = sum(weights)
        return [weight / total for weight in weights] if total else weights

    def _beyond(self, rows: list[Row], sources: list[tuple[int, int]], weights: list[float], least: float) -> Int64s:
        """The names to which further sources together may give as much as `least`."""
        lists: list[tuple[Int64s, UInt16s]] = []
        for row in sorted({row for row, _ in sources}):
            match, places = rows[row]
            left = [match.part(far) for other, far in sources if other == row]
            part = left[0] if len(left) == 1 else slice(None)
            names, sizes = self.scorer.names_of(match.words[part], CEILING)
            worth = sum(weights[place] for place in set(places)) * (JOINED if len(places) > 1 else 1.0)
            steps = np.ceil(match.likeness[part] * (worth * STEPS)).astype(np.uint16).repeat(sizes)
            lists.append((names, steps[: len(names)]))
        return self.scorer.reached(lists, max(int(least * STEPS), 1), ENOUGH)


_NONE = np.empty(0, dtype=np.int64)
_NO_QUERY = Query((), (), ())
