"""Back again: the text that a scheme wrote, from its spelling.

A reversible scheme has one answer; another has ranked candidates, each of which the scheme writes exactly as
the given text. Words that the scheme can't have written (XII, https) stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp
from typing import overload

import regex

from translit.checks import require_text
from translit.errors import NotReversible, UsageError
from translit.writing.characters import APOSTROPHE, TIE, as_written, nfc
from translit.writing.context import EDGE
from translit.writing.letter_model import LetterModel, letter_model
from translit.writing.registry import LIKELIEST, scheme_of
from translit.writing.scheme import Scheme
from translit.writing.word_restorer import WordRestorer, Written, alike

NAMED_AT_MOST = 6
FEWEST = 3  # originals to look for, so that the first of one is the first of many


@dataclass(frozen=True, slots=True)
class Restored:
    """A text that the scheme could have come from, and its share of probability among those found.

    `ambiguous` names the letters whose spelling has other readings too, the one read first: "e = э or е".
    """

    text: str
    score: float
    ambiguous: tuple[str, ...] = ()


@overload
def restore(text: str, scheme: str, candidates: None = None) -> str: ...


@overload
def restore(text: str, scheme: str, candidates: int) -> list[Restored]: ...


def restore(text: str, scheme: str, candidates: int | None = None) -> str | list[Restored]:
    """The original of a text in a named scheme, or with `candidates` so many possible ones, the likeliest first.

    Each candidate is written by the scheme exactly as `text`, whichever apostrophe was typed; there are none if
    no original is. Without `candidates` a word in mixed capitals that no original gives exactly is restored as
    near as can be. A scheme whose authority publishes a table for the way back (`back`) answers by that table;
    one by which only a few words are written alike, such as Gaj's Latin, by the likeliest original.

    Raises UnknownScheme if no table has this id, NotReversible if the scheme gives several originals one
    spelling and no number of candidates is given, UsageError for a number below 1 and for what isn't text.

    >>> restore("Alaksandr Łukašenka", "be-lacinka")
    'Аляксандр Лукашэнка'
    >>> [found.text for found in restore("Lukashenka", "be-bgnpcgn-1979", candidates=3)]
    ['Лукашэнка']
    """
    require_text(text, "the text")
    require_text(scheme, "the scheme's id")
    applied = scheme_of(scheme)
    text = _tied(as_written(text), applied)
    if candidates is None:
        return _one(text, applied)
    if not isinstance(candidates, int) or candidates < 1:
        raise UsageError(f"candidates is {candidates!r}; ask for 1 or more")
    model = letter_model(applied.table.head.get("language", ""))
    ranked = [
        found
        for found in originals(nfc(text), applied.id, max(candidates, FEWEST), model)
        if found.text != nfc(text) and alike(applied.transliterate(found.text), text)
    ][:candidates]
    whole = sum(exp(found.score - ranked[0].score) for found in ranked)
    return [
        Restored(found.text, round(exp(found.score - ranked[0].score) / whole, 4), ambiguous_in(found.text, applied.id))
        for found in ranked
    ]


def _tied(text: str, scheme: Scheme) -> str:
    """The text with both letters of a tie in capitals where the scheme writes them so: T͡S, typed as T͡s."""
    if TIE not in text or scheme.table.head.get("capitals") != "tied":
        return text
    return regex.sub(rf"(?<=\p{{Lu}}{TIE})\p{{Ll}}", lambda found: found[0].upper(), text)


def _one(text: str, scheme: Scheme) -> str:
    """The only original, where the scheme has but one for each spelling."""
    head = scheme.table.head
    likeliest = head.get("back") == LIKELIEST
    if "back" in head and not likeliest:
        return scheme_of(head["back"]).transliterate(text)
    if not head.get("reversible") and not likeliest:
        raise NotReversible(
            f"{scheme.id} can't be restored to one original: {ambiguity(scheme.id)};"
            " ask for the possible ones with candidates=5"
        )
    model = letter_model(head.get("language", ""))
    return "".join(found[0].text for found in _pieces(nfc(text), scheme.id, 1, model))


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


def ambiguous_in(text: str, scheme_id: str) -> tuple[str, ...]:
    """The letters of an original in whose place another would be written the same, in the order of the text.

    >>> ambiguous_in("Эйсманты", "be-icao-9303")
    ('e = э or е', 'i = й or і')
    """
    scheme = scheme_of(scheme_id)
    if scheme.table.head.get("reversible"):
        return ()
    text = scheme.prepare(text if scheme.via is None else scheme.via.transliterate(text)).lower()
    chunks = dict.fromkeys(scheme.chunks(text))
    return tuple(dict.fromkeys(letters for chunk in chunks for letters in _ambiguous_in_chunk(chunk, scheme_id)))


@lru_cache(maxsize=1 << 12)
def _ambiguous_in_chunk(text: str, scheme_id: str) -> tuple[str, ...]:
    """`ambiguous_in` of a part of a text that is worked by itself, in small letters."""
    scheme = scheme_of(scheme_id)
    written = scheme.own(text)
    padded = "".join(char if char.isalpha() or char == APOSTROPHE else EDGE for char in text)
    named: dict[str, None] = {}
    position = 0
    while position < len(text):
        length, output = scheme.choose(padded, position)
        before, source, after = text[:position], text[position : position + length], text[position + length :]
        others = [
            letter
            for letter in _readings(scheme_id).get(output or "", ())
            if letter != source and scheme.own(before + letter + after) == written
        ]
        if others and output:
            named[f"{output} = {' or '.join([source, *others])}"] = None
        position += length
    return tuple(named)


@cache
def _readings(scheme_id: str) -> dict[str, list[str]]:
    """Output → the letters that are written so somewhere."""
    found: dict[str, set[str]] = {}
    for source, choices in scheme_of(scheme_id).choices.items():
        if regex.fullmatch(r"[\p{L}\p{M}’]", source):
            for choice in choices:
                found.setdefault(choice.output, set()).add(source)
    return {output: sorted(letters) for output, letters in found.items()}


def ambiguity(scheme_id: str) -> str:
    """A clause that names the letters which share an output and those that leave no trace.

    >>> ambiguity("be-mvd-2008")
    'ь and ’ leave no trace'
    """
    scheme = scheme_of(scheme_id)
    while scheme.via is not None and scheme.table.head.get("from") == scheme.table.head.get("to"):
        scheme = scheme.via
    sources = dict(_readings(scheme.id))
    silent = sources.pop("", [])
    shared = [
        f"{output} stands for {' and '.join(found)}"
        for output, found in sorted(sources.items(), key=lambda item: (-len(item[1]), item[0]))
        if len(found) > 1
    ]
    clauses = shared[:NAMED_AT_MOST]
    if silent:
        clauses.append(f"{' and '.join(silent)} {'leaves' if len(silent) == 1 else 'leave'} no trace")
    return ", ".join(clauses) or "some sequences of letters read as another letter's spelling"
