"""What the words of a place or organization may be besides: shorter forms, and names in other languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Protocol

from translit.finding.index.query import all_folded_words, folded_words
from translit.finding.index.scoring import Row
from translit.finding.index.vocabulary import Vocabulary
from translit.finding.index.word_match import Match, Reach
from translit.kinds import Kind
from translit.matching.phonetics.pivots import pivots
from translit.memo import memoized


class Matches(Protocol):
    """An index, as far as it is asked for words."""

    vocabulary: Vocabulary

    def match(self, folded: str, reach: Reach) -> Match:
        """The words that a word of a query may be."""


def rows_of_things(text: str, words: Sequence[str], kinds: Sequence[Kind], index: Matches) -> list[Row]:
    """More words of the index for the words of a query, with their places in it."""
    if not words:
        return []
    from translit.matching.places_orgs.lexicon.place_endings import shorter_forms
    from translit.matching.places_orgs.probability.features import other_names

    rows: list[Row] = []
    for place, word in enumerate(words):
        rows += [(index.match(shorter, Reach.SAME), (place, place)) for shorter in shorter_forms(word)]
    read = frozenset[str]().union(*(_read(other_names(text, kind)) for kind in kinds))
    if read:
        rows.append((index.vocabulary.listed(read), tuple(range(len(words)))))
    return [row for row in rows if len(row[0].words)]


def meanings_of(text: str, kind: Kind) -> list[tuple[tuple[str, ...], ...]]:
    """What a text asks for by the meaning of its words: see `meanings.asked_for`."""
    from translit.finding.index.meanings import asked_for

    return asked_for(text, kind)


@lru_cache(maxsize=1 << 12)
def _read(forms: tuple[str, ...]) -> frozenset[str]:
    """How the words that lead to one of these names are read; the same names come again with every spelling of one."""
    words = dict.fromkeys(chain.from_iterable(_leading.many(forms)))
    return frozenset(pivot for readings in pivots.many(words) for pivot in readings[:2])


@memoized
def _leading(forms: Sequence[str]) -> list[tuple[str, ...]]:
    """The words that lead to each name, folded: its longest, and its last with a kind that is written with it."""
    written = [form.split() for form in forms]
    folded = iter(all_folded_words(chain.from_iterable(written)))
    parts = [list(chain.from_iterable(islice(folded, len(words)))) for words in written]
    return [_leads(form, words) if words else () for form, words in zip(forms, parts, strict=True)]


def _leads(form: str, parts: Sequence[str]) -> tuple[str, ...]:
    from translit.matching.places_orgs.reading.asian_places import usual_kinds

    kinds = ["".join(folded_words(kind)) for kind in usual_kinds(form)]
    ends = dict.fromkeys((parts[-1], "".join(parts)))  # 北京市 is read as two words, 内蒙古省 as one
    return (max(parts, key=len), *(end + kind for end in ends for kind in kinds))
