"""What the words of a place or organization may be besides: shorter forms, and names in other languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from translit.finding.index.query import folded_words
from translit.finding.index.scoring import Row
from translit.finding.index.vocabulary import Match, Reach, Vocabulary
from translit.kinds import Kind


class Matches(Protocol):
    """An index, as far as it is asked for words."""

    vocabulary: Vocabulary

    def match(self, folded: str, reach: Reach) -> Match:
        """The words that a word of a query may be."""


def rows_of_things(text: str, words: Sequence[str], kinds: Sequence[Kind], index: Matches) -> list[Row]:
    """More words of the index for the words of a query, with their places in it."""
    if not words:
        return []
    from translit.matching.places_orgs.asian_places import with_kinds
    from translit.matching.places_orgs.features import other_names
    from translit.matching.places_orgs.place_endings import shorter_forms

    rows: list[Row] = []
    for place, word in enumerate(words):
        rows += [(index.match(shorter, Reach.SAME), (place, place)) for shorter in shorter_forms(word)]
    forms = dict.fromkeys(one for kind in kinds for form in other_names(text, kind) for one in with_kinds(form))
    if forms:
        parts = [[part for word in form.split() for part in folded_words(word)] for form in forms]
        folded = [max(found, key=len) for found in parts if found]  # one word of it leads to the name
        rows.append((index.vocabulary.listed(folded), tuple(range(len(words)))))
    return [row for row in rows if len(row[0].words)]
