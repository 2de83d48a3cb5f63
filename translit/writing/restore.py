"""Back again: the text that a scheme wrote, from its spelling.

A reversible scheme has one answer; another has ranked candidates, each of which the scheme writes exactly as
the given text. Words that the scheme can't have written (XII, https) stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import overload

import regex

from translit.errors import NotReversible, UsageError
from translit.writing.letters import nfc
from translit.writing.likelihood import LetterModel, letter_model
from translit.writing.registry import scheme as scheme_of
from translit.writing.words import WordRestorer, Written, alike

NAMED_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Restored:
    """A text that the scheme could have come from, and its share of probability among those found."""

    text: str
    score: float


@overload
def restore(text: str, scheme_id: str, candidates: None = None) -> str: ...


@overload
def restore(text: str, scheme_id: str, candidates: int) -> list[Restored]: ...


def restore(text: str, scheme_id: str, candidates: int | None = None) -> str | list[Restored]:
    """The original of a text in a named scheme, or with `candidates` so many possible ones, the likeliest first.

    Each candidate is written by the scheme exactly as `text`, whichever apostrophe was typed; there are none if
    no original is. Without `candidates` a word in mixed capitals that no original gives exactly is restored as
    near as can be. A scheme whose authority publishes a table for the way back (`back`) answers by that table.

    Raises UnknownScheme if no table has this id, NotReversible if the scheme gives several originals one
    spelling and no number of candidates is given, UsageError for a number below 1.

    >>> restore("Alaksandr Łukašenka", "be-lacinka")
    'Аляксандр Лукашэнка'
    >>> [found.text for found in restore("Lukashenka", "be-bgnpcgn-1979", candidates=3)]
    ['Лукашэнка']
    """
    scheme = scheme_of(scheme_id)
    if candidates is None:
        if "back" in scheme.table.head:
            return scheme_of(scheme.table.head["back"]).transliterate(text)
        if not scheme.table.head.get("reversible"):
            raise NotReversible(
                f"{scheme.id} can't be restored to one original: {ambiguity(scheme.id)};"
                " ask for the possible ones with candidates=5"
            )
        model = letter_model(scheme.table.head.get("language", ""))
        return "".join(found[0].text for found in _pieces(nfc(text), scheme.id, 1, model))
    if candidates < 1:
        raise UsageError(f"candidates is {candidates}; ask for 1 or more")
    model = letter_model(scheme.table.head.get("language", ""))
    ranked = [
        found
        for found in originals(nfc(text), scheme.id, candidates, model)
        if found.text != nfc(text) and alike(scheme.transliterate(found.text), text)
    ][:candidates]
    whole = sum(exp(found.score - ranked[0].score) for found in ranked)
    return [Restored(found.text, round(exp(found.score - ranked[0].score) / whole, 4)) for found in ranked]


def originals(text: str, scheme_id: str, limit: int, model: LetterModel) -> list[Written]:
    """Up to about `limit` originals of a text with their log-probabilities in a letter model, the likeliest first."""
    combined = [Written("", 0.0)]
    for found in _pieces(text, scheme_id, limit, model):
        combined = [
            Written(before.text + after.text, before.score + after.score) for before in combined for after in found
        ]
        combined = sorted(combined, key=lambda written: (-written.score, written.text))[: limit + 2]
    return combined


def _pieces(text: str, scheme_id: str, limit: int, model: LetterModel) -> Iterator[list[Written]]:
    """For each run of letters of the text its originals, and for what is between them itself."""
    restorer = word_restorer(scheme_id)
    position = 0
    for match in restorer.run.finditer(text):
        if match.start() > position:
            yield [Written(text[position : match.start()], 0.0)]
        yield restorer.restore(match[0], limit, model)
        position = match.end()
    if position < len(text):
        yield [Written(text[position:], 0.0)]


@cache
def word_restorer(scheme_id: str) -> WordRestorer:
    """The inverse of a scheme for single words, made once."""
    return WordRestorer(scheme_of(scheme_id))


def ambiguity(scheme_id: str) -> str:
    """A clause that names the letters which share an output and those that leave no trace.

    >>> ambiguity("be-mvd-2008")
    'ь and ’ leave no trace'
    """
    scheme = scheme_of(scheme_id)
    while scheme.via is not None and scheme.table.head.get("from") == scheme.table.head.get("to"):
        scheme = scheme.via
    sources: dict[str, set[str]] = {}
    for source, choices in scheme.choices.items():
        for choice in choices:
            if len(source) == 1 and regex.fullmatch(r"[\p{L}\p{M}’]", source):
                sources.setdefault(choice.output, set()).add(source)
    silent = sorted(sources.pop("", ()))
    shared = [
        f"{output} stands for {' and '.join(sorted(found))}"
        for output, found in sorted(sources.items(), key=lambda item: (-len(item[1]), item[0]))
        if len(found) > 1
    ]
    clauses = shared[:NAMED_AT_MOST]
    if silent:
        clauses.append(f"{' and '.join(silent)} {'leaves' if len(silent) == 1 else 'leave'} no trace")
    return ", ".join(clauses) or "some sequences of letters read as another letter's spelling"
