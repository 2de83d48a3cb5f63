"""What a word of a text may be a form of, folded: its bases by the tables of inflection, and its own letters.

Tables don't know every ending, so that a word without its last letters counts as a base too, an improbable one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from operator import itemgetter
from typing import NamedTuple

from translit.matching.phonetics.fold import fold
from translit.text.inflection.bases import bases_many
from translit.text.inflection.grammar import FIRST_DERIVED
from translit.text.inflection.inflection_registry import adapted, joined, paths
from translit.text.reading.bare_words import bare
from translit.text.reading.case_endings import has_endings, without_endings

WITHOUT_CAPITALS = ("ar", "fa", "he", "hi", "ja", "ka", "ko", "th", "zh")  # languages that `caseless` is for
ALL = -1  # every case, gender and number, as bits
ITSELF = 1.5  # cost of a word as it stands where its table gives another base, in nats; set by hand
CUT = 3.0  # cost of a word without its last letter; set by hand: seldom right
BEHIND_APOSTROPHES = frozenset(("tr", "az"))
LEAST_BEFORE = 2  # letters of a name before an apostrophe: NATO'nun, but not O'Connor
IMPROBABLE = 4.0  # what a base may cost more than the cheapest, in nats: none beyond it was needed in six languages
LEAST = 1e-4  # probability of a base, below which it costs no more
LEAST_STEM = 3  # letters of a foreign name before such an ending
LEAST_HALF = 4  # of the second half of a name whose first half is inflected too: Białymstoku
LEAST_LEFT = 4  # letters that must stay
ADAPTED = 1.0  # added for a base without the ending that the language gave to a foreign name; set by hand
POSSESSIVE = 1.5  # added for a possessive, which names its owner: Putinova zahteva; set by hand
DERIVED = 3.0  # added for a word derived from a name (an adjective, an inhabitant)


class Reading(NamedTuple):
    """A base of a word: its letters, what it costs in nats, the cases, genders and numbers of the form, derived."""

    folded: str
    cost: float
    cells: int
    derived: bool


def readings(texts: Sequence[str], language: str | None) -> list[list[Reading]]:
    """The readings of each word, its bases first; one reading for each folded base.

    >>> [reading.folded for reading in readings(["Мінску"], "be")[0]][:1]
    ['мінск']
    """
    stripped = [_without_suffix(bare(text), language) for text in texts]
    rows = _bases(stripped, language)
    for place, text in enumerate(stripped):
        if script := has_endings(text):
            rows[place] = [(base, cost, ALL, False) for base, cost in without_endings(text, script)]
            stripped[place] = rows[place][0][0]
    flat = [text for row in rows for text, *_ in row]
    folded = iter(fold.uncached(flat) if flat else ())
    own = fold.many(stripped)  # remembered, since much is asked of words as they stand
    found: list[list[Reading]] = []
    new = tuple.__new__  # as Reading(…) does, in half the time
    for row, itself in zip(rows, own, strict=True):
        best: dict[str, Reading] = {}
        for _, cost, cells, derived in row:
            letters = next(folded)
            known = best.get(letters)
            if known is None or (known.derived and not derived and cost < known.cost):  # Ruska is Rusko's first
                best[letters] = new(Reading, (letters, cost, cells, derived))
            elif cost <= known.cost + 1.0:  # several paradigms of one base: what any of them allows
                best[letters] = new(Reading, (letters, known.cost, known.cells | cells, known.derived))
        if itself and itself not in best:
            best[itself] = Reading(itself, ITSELF, ALL, False)
        elif itself and best[itself].derived:  # Polen is the country, though it may be the people
            best[itself] = Reading(itself, min(best[itself].cost, ITSELF), ALL, False)
        letters = itself[:-1]
        if len(letters) >= LEAST_LEFT and letters not in best:
            best[letters] = new(Reading, (letters, CUT, ALL, False))
        least = min([one.cost for one in best.values()], default=0.0) + IMPROBABLE
        if itself and best[itself].cost > least:  # Europos of Europos Parlamentas, which a list has in the genitive
            best[itself] = best[itself]._replace(cost=least)
        found.append([one for one in best.values() if one.cost <= least])
    return found


def _without_suffix(text: str, language: str | None) -> str:
    """A word without the endings that its language writes behind an apostrophe after a name: Prag'da, Almanya'nın.

    >>> _without_suffix("Prag'da", "tr"), _without_suffix("O'Connor", "en")
    ('Prag', "O'Connor")
    """
    if language not in BEHIND_APOSTROPHES:
        return text
    cut = min((place for sign in "'’ʼ`´" if (place := text.find(sign)) >= LEAST_BEFORE), default=len(text))
    return text[:cut]


_Base = tuple[str, float, int, bool]  # text, cost in nats, cells, whether the word is derived


def _bases(texts: Sequence[str], language: str | None) -> list[list[_Base]]:
    """The bases by the tables of inflection: text, cost in nats, cells, and whether the word is derived."""
    wanted = language if language is None or has_table(language) else ""
    if wanted == "":
        return [[(text, 0.0, ALL, False)] for text in texts]
    rows = [
        [
            (text, -log(probability if probability > LEAST else LEAST)
             + (POSSESSIVE if kind == FIRST_DERIVED else DERIVED) * (derived := kind >= FIRST_DERIVED),
             cells, derived)
            for text, cells, kind, probability, _ in bases
        ]
        for bases in bases_many(texts, wanted)
    ]  # fmt: skip
    endings, halves = adapted(wanted), joined(wanted)
    if not endings and not halves:
        return rows
    return [sorted([*row, *_without(row, endings), *_joined(row, halves)], key=itemgetter(1)) for row in rows]


def _without(row: Sequence[_Base], endings: Sequence[tuple[str, str]]) -> Iterator[_Base]:
    """The bases of a word without the endings that its language gives to foreign names: Macron of Macronas."""
    for text, cost, cells, derived in row:
        for ending, own in endings:
            if not derived and len(text) >= len(ending) + LEAST_STEM and text.lower().endswith(ending):
                yield text[: -len(ending)] + own, cost + ADAPTED, cells, False


def _joined(row: Sequence[_Base], halves: Sequence[tuple[str, str]]) -> Iterator[_Base]:
    """The bases of a word whose first half is inflected too: Białystok of Białegostoku."""
    for text, cost, cells, derived in row:
        for ending, own in halves:
            place = text.find(ending, LEAST_STEM)
            if not derived and 0 < place <= len(text) - len(ending) - LEAST_HALF:
                yield text[:place] + own + text[place + len(ending) :], cost + ADAPTED, cells, False


def has_table(language: str | None) -> bool:
    """Whether there is a table of inflection for a language.

    >>> has_table("be"), has_table("zh")
    (True, False)
    """
    if language is None:
        return False
    main = language.split("-", maxsplit=1)[0]
    return any(known.split("-")[0] == main for known in paths())


def require_language(language: str | None) -> None:
    """Refuse a language that nothing is known of, in a sentence.

    >>> require_language("Belarusian")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: ...
    """
    from translit.errors import UsageError, did_you_mean
    from translit.text.reading.language import languages

    if language is None:
        return
    known = sorted({*languages(), *paths(), *WITHOUT_CAPITALS})
    if language not in known:
        remedy = did_you_mean(language, known) or f"; use one of {', '.join(known)}, or none to have it recognised"
        raise UsageError(f"nothing is known of the language {language!r}{remedy}")
