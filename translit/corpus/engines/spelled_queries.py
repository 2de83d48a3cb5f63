"""A query of plain spellings for engines that can't be indexed anew: the likeliest first, on request in every case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from translit.corpus.query_language import require_one_name
from translit.errors import UsageError, did_you_mean
from translit.text.inflection.bases import forms
from translit.text.inflection.inflection_registry import paths
from translit.writing.variants import readings, variants

MOST = 200  # spellings: Lucene takes 1,024 clauses, and a spelling has up to five words


@dataclass(frozen=True)
class Target:
    """How an engine writes a query: one spelling, what joins them, and how many it takes at most."""

    one: Callable[[str], str]
    joiner: str
    most: int
    words: int = 1 << 20  # in all


def _phrase(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _near(text: str) -> str:
    """A phrase whose words may change places: given name first or family name first."""
    return _phrase(text) + ("~2" if " " in text else "")


def _lexemes(text: str) -> str:
    words = ("'" + word.replace("'", "''") + "'" for word in text.lower().split())
    return "(" + " <-> ".join(words) + ")"


def _fts5(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


TARGETS = {
    "lucene": Target(_near, " OR ", MOST),
    "aleph": Target(_near, " OR ", MOST),
    "datashare": Target(_near, " OR ", MOST),
    "google": Target(lambda text: '"' + text.replace('"', "") + '"', " OR ", 32, words=32),  # it reads 32 words
    "postgres": Target(_lexemes, " | ", MOST),  # for to_tsquery('simple', …)
    "fts5": Target(_fts5, " OR ", MOST),
}


def spellings(name: str, language: str | None = None, *, cases: bool = False) -> list[str]:
    """The spellings of a name, itself and its originals first; with `cases` each original and its forms too.

    >>> spellings("Лукашэнка", "be")[:2]
    ['Лукашэнка', 'Lukashenka']
    >>> "Лукашэнку" in spellings("Лукашэнка", "be", cases=True)
    True
    """
    found: dict[str, None] = {name.strip(): None}
    originals = readings(name, language)
    found |= dict.fromkeys(original for original, _, _ in originals)
    written = [one.text for one in variants(name, language)]
    if cases:
        for original, of, _ in originals:
            found |= dict.fromkeys(_forms(original, of))
    found |= dict.fromkeys(written)
    return list(found)


def _forms(name: str, language: str) -> Iterable[str]:
    if language not in paths():
        return []
    return [form for found in forms(name, language).values() for form in found]


def query_for(name: str, target: str, language: str | None = None, *, cases: bool = False) -> str:
    """A query for an engine: lucene, google, aleph, datashare, postgres or fts5.

    Raises UsageError for another engine, a language without schemes, a name without a letter, and several names.

    >>> query_for("Лукашэнка", "fts5", "be").split(" OR ")[:2]
    ['"Лукашэнка"', '"Lukashenka"']
    """
    if target not in TARGETS:
        raise UsageError(f"there is no query for {target!r}{did_you_mean(target, TARGETS)}; use {', '.join(TARGETS)}")
    if not any(map(str.isalpha, name)):
        raise UsageError("the name has no letter; give a name in any spelling")
    require_one_name(name)
    how = TARGETS[target]
    kept: list[str] = []
    words = 0
    for text in spellings(name, language, cases=cases)[: how.most]:
        words += len(text.split()) + (1 if kept else 0)
        if words > how.words and kept:
            break
        kept.append(how.one(text))
    return how.joiner.join(dict.fromkeys(kept))
