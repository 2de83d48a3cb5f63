"""What a word of a text may be a form of, folded: its bases by the tables of inflection, and its own letters.

Tables don't know every ending, so that a word without its last letters counts as a base too, an improbable one.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from translit.matching.phonetics.fold import fold
from translit.text.grammar import FIRST_DERIVED
from translit.text.inflection import bases_many
from translit.text.inflection_registry import paths
from translit.text.words import bare

ALL = -1  # every case, gender and number, as bits
ITSELF = 1.5  # cost of a word as it stands where its table gives another base, in nats; set by hand
CUT = 3.0  # cost of a word without its last letter, and for each further letter; set by hand: seldom right
CUT_MORE = 0.7
IMPROBABLE = 4.0  # what a base may cost more than the cheapest, in nats: none beyond it was needed in six languages
LEAST = 1e-4  # probability of a base, below which it costs no more
LEAST_LEFT = 4  # letters that must stay
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
    stripped = [bare(text) for text in texts]
    rows = _bases(stripped, language)
    flat = [text for row in rows for text, *_ in row]
    folded = iter(fold.uncached(flat) if flat else ())
    own = fold.uncached(stripped) if stripped else []
    found: list[list[Reading]] = []
    for row, itself in zip(rows, own, strict=True):
        best: dict[str, Reading] = {}
        for _, cost, cells, derived in row:
            letters = next(folded)
            known = best.get(letters)
            if known is None:
                best[letters] = Reading(letters, cost, cells, derived)
            elif cost <= known.cost + 1.0:  # several paradigms of one base: what any of them allows
                best[letters] = known._replace(cells=known.cells | cells)
        if itself and itself not in best:
            best[itself] = Reading(itself, ITSELF, ALL, False)
        for cut in (1,):
            letters = itself[:-cut]
            if len(letters) >= LEAST_LEFT + (cut > 2) and letters not in best:
                best[letters] = Reading(letters, CUT + CUT_MORE * (cut - 1), ALL, False)
        least = min([one.cost for one in best.values()], default=0.0) + IMPROBABLE
        found.append([one for one in best.values() if one.cost <= least])
    return found


def _bases(texts: Sequence[str], language: str | None) -> list[list[tuple[str, float, int, bool]]]:
    """The bases by the tables of inflection: text, cost in nats, cells, and whether the word is derived."""
    wanted = language if language is None or has_table(language) else ""
    if wanted == "":
        return [[(text, 0.0, ALL, False)] for text in texts]
    return [
        [
            (text, -log(probability if probability > LEAST else LEAST) + DERIVED * (derived := kind >= FIRST_DERIVED),
             cells, derived)
            for text, cells, kind, probability, _ in bases
        ]
        for bases in bases_many(texts, wanted)
    ]  # fmt: skip


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
    from translit.text.language import languages

    if language is None:
        return
    known = sorted({*languages(), *paths()})
    if language not in known:
        remedy = did_you_mean(language, known) or f"; use one of {', '.join(known)}, or none to have it recognised"
        raise UsageError(f"nothing is known of the language {language!r}{remedy}")
