"""The sound keys by which a word of a text is found: of the word as it stands and of its base forms.

The base forms are those that the endings in the tables of inflection lead to, of all languages of the word's script
together, since the words of a corpus are shared by its languages. Two that differ in their last vowels only count as
one: neither the keys nor the alignment minds those.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from zlib import crc32

from translit.compiled import compiled
from translit.matching.phonetics.fold import CYRILLIC, VOWELS, fold
from translit.matching.phonetics.pivots import keys, pivots
from translit.memo import memoized
from translit.text.inflection_registry import languages_of, paths, rules

MOST_FORMS = 5  # of one word: itself and its likeliest bases
LEAST = 1e-3  # weight of an ending below which it is left out: set by hand
LONGER = 3.0  # how much likelier an ending is for each letter more: set by hand, as is
ADDED = 0.1  # how much likelier a base is that has no consonant which the form lacks
READING = "0"  # what readings begin with in the index
SUMS = 1 << 16
SHORTEST_STEM = 2  # letters before an ending, as the rules of inflection have it
_CYRILLIC = frozenset(CYRILLIC)
_VOWELS = "".join(sorted(VOWELS)) + "jйь"
_Endings = dict[str, list[tuple[str, float]]]  # ending of a form → endings of its bases and their weights


@cache
def _endings(script: str) -> _Endings:
    """What endings lead to, in any language of the script."""
    files = [path for name, path in paths().items() if name in languages_of(None, script)]
    found: _Endings = compiled(f"base-endings-{script.lower()}", files, lambda: _merged(script), code=False)
    return found


def _merged(script: str) -> _Endings:
    best: dict[str, dict[str, float]] = {}
    for language in languages_of(None, script):
        for form, made in rules(language).by_form.items():
            for rule in made:
                if not rule.derived and not rule.whole and rule.weight >= LEAST:
                    mine = best.setdefault(fold(form), {})
                    base = fold(rule.base)
                    mine[base] = max(_worth(rule.form, rule.base) * rule.weight, mine.get(base, 0.0))
    return {form: sorted(mine.items(), key=lambda pair: (-pair[1], pair[0])) for form, mine in best.items()}


def _worth(form: str, base: str) -> float:
    same = next(
        (place for place, (a, b) in enumerate(zip(form, base, strict=False)) if a != b), min(len(form), len(base))
    )
    return float(LONGER ** len(form) * (ADDED if base[same:].strip(_VOWELS) else 1.0))


@cache
def _longest(script: str) -> int:
    return max(map(len, _endings(script)))


@memoized
def forms_of(terms: Sequence[str]) -> list[tuple[str, ...]]:
    """A folded word of a text and what it may be a form of, folded too.

    >>> forms_of("путиным")[0], "путин" in forms_of("путиным"), "минск" in forms_of("минску")
    ('путиным', True, True)
    """
    return list(map(_forms, terms))


def _forms(term: str) -> tuple[str, ...]:
    script = "Cyrl" if term[-1:] in _CYRILLIC else "Latn"
    endings, size = _endings(script), len(term)
    found: dict[str, float] = {}
    for cut in range(min(_longest(script), size - SHORTEST_STEM) + 1):
        known = endings.get(term[size - cut :])
        if known:
            stem = term[: size - cut]
            for base, weight in known:
                form = stem + base
                if weight > found.get(form, 0.0):
                    found[form] = weight
    bare = term.rstrip(_VOWELS)
    kept = {bare: bare if bare in found else term}
    for form in sorted(found, key=lambda one: (-found[one], one)):
        trunk = form.rstrip(_VOWELS)
        if trunk not in kept and len(kept) < MOST_FORMS:
            kept[trunk] = trunk if trunk in found else form
    return tuple(dict.fromkeys([term, *filter(None, kept.values())]))


@memoized
def readings_of(terms: Sequence[str]) -> list[frozenset[str]]:
    """The likeliest pivots of the forms of each word, without their last vowels."""
    rows = forms_of.many(terms)
    found = iter(pivots.many([form for row in rows for form in row]))
    return [frozenset(trimmed(next(found)[0]) for _ in row) for row in rows]


def trimmed(pivot: str) -> str:
    """A pivot without its last vowels, which are the first to change with the case.

    >>> trimmed("polša"), trimmed("polšu"), trimmed("oslo"), trimmed("rio")
    ('polš', 'polš', 'osl', 'rio')
    """
    short = pivot.rstrip("aeiouyj")
    return short if len(short) > 2 else pivot


def as_reading(reading: str) -> str:
    """A reading as the index has it: a short sum, which a few share, since what is found is read again."""
    return f"{READING}{crc32(reading.encode()) % SUMS:x}"


def sound_keys(terms: Iterable[str]) -> list[tuple[str, ...]]:
    """The sound keys of folded words of texts, and their readings, under which listed names are looked up.

    >>> set(sound_keys(["путиным"])[0]) & set(keys("putin")) != set()
    True
    """
    rows = forms_of.many(terms)
    found = iter(keys.many([form for row in rows for form in row]))
    read = [tuple(dict.fromkeys([key for _ in row for key in next(found) if key])) for row in rows]
    exact = [tuple(map(as_reading, sorted(filter(None, row)))) for row in readings_of.many(terms)]
    return [(row or forms) + more for row, forms, more in zip(read, rows, exact, strict=True)]  # numbers are their own
