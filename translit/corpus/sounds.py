"""The sound keys by which a word of a text is found: of the word as it stands and of its base forms.

The base forms are those that the endings in the tables of inflection lead to, of all languages of the word's script
together, since the words of a corpus are shared by its languages. Two that differ in their last vowels only count as
one: neither the keys nor the alignment minds those.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from translit.compiled import compiled
from translit.corpus.index_terms import as_concept, as_reading, trimmed
from translit.corpus.listed import concepts_of, listed_readings
from translit.data import folder
from translit.matching.phonetics.fold import CYRILLIC, VOWELS, fold
from translit.matching.phonetics.pivots import keys, pivots
from translit.memo import memoized
from translit.text.inflection.inflection_registry import languages_of, rules

MOST_FORMS = 5  # of one word: itself and its likeliest bases
LEAST = 1e-3  # weight of an ending below which it is left out: set by hand
LONGER = 3.0  # how much likelier an ending is for each letter more: set by hand, as is
ADDED = 0.1  # how much likelier a base is that has no consonant which the form lacks
SHORTEST_STEM = 2  # letters before an ending, as the rules of inflection have it
_HEAD = "\0" * SHORTEST_STEM  # of a word of which only the ending matters
_CYRILLIC = frozenset(CYRILLIC)
VOWELS_AND_GLIDES = "".join(sorted(VOWELS)) + "jйь"
SCRIPTS = ("Latn", "Cyrl")
_SILENT = dict.fromkeys(map(ord, VOWELS_AND_GLIDES))
_Endings = dict[str, list[tuple[str, float]]]  # ending of a form → endings of its bases and their weights


@cache
def _endings(script: str) -> _Endings:
    """What endings lead to, in any language of the script."""
    home = folder("tables") / "inflection"
    files = sorted([*home.glob("*.toml"), *home.glob("endings/*.tsv")])  # of all scripts
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
    return float(LONGER ** len(form) * (ADDED if base[same:].strip(VOWELS_AND_GLIDES) else 1.0))


@cache
def _longest(script: str) -> int:
    return max(map(len, _endings(script)))


@memoized
def forms_of(terms: Sequence[str]) -> list[tuple[str, ...]]:
    """A folded word of a text and what it may be a form of, folded too.

    >>> forms_of("путиным")[0], "путин" in forms_of("путиным"), "минск" in forms_of("минску")
    ('путиным', True, True)
    """
    longest = {script: _longest(script) for script in SCRIPTS}
    found: list[tuple[str, ...]] = []
    for term in terms:
        script = SCRIPTS[term[-1:] in _CYRILLIC]
        endings = _endings(script)
        ending = ""
        for size in range(min(longest[script], len(term)), -1, -1):
            ending = term[len(term) - size :]
            if ending in endings:
                break
        head = term[: len(term) - len(ending)].rstrip(VOWELS_AND_GLIDES)
        if len(head) >= SHORTEST_STEM:
            found.append((term, *[form for tail in _tails(script, term[len(head) :]) if (form := head + tail) != term]))
        else:
            found.append(_forms(term, script))
    return found


@lru_cache(maxsize=1 << 16)
def _tails(script: str, ending: str) -> tuple[str, ...]:
    """What may stand for the longest known ending of a word, with the vowels before it, if a consonant stands there.

    A shorter ending of the word is an ending of this one too, so the answer is the same for all such words.
    """
    return tuple(form[len(_HEAD) :] for form in _forms(_HEAD + ending, script))


def _forms(term: str, script: str) -> tuple[str, ...]:
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
    bare = term.rstrip(VOWELS_AND_GLIDES)
    kept = {bare: bare if bare in found else term}
    for form in sorted(found, key=lambda one: (-found[one], one)):
        trunk = form.rstrip(VOWELS_AND_GLIDES)
        if trunk not in kept and len(kept) < MOST_FORMS:
            kept[trunk] = trunk if trunk in found else form
    return tuple(dict.fromkeys([term, *filter(None, kept.values())]))


@memoized
def readings_of(terms: Sequence[str]) -> list[frozenset[str]]:
    """The likeliest pivots of the forms of each word, without their last vowels."""
    rows = forms_of.many(terms)
    found = iter(pivots.many([form for row in rows for form in row]))
    return [frozenset(trimmed(next(found)[0]) for _ in row) for row in rows]


def sound_keys(terms: Iterable[str]) -> list[tuple[str, ...]]:
    """The sound keys of folded words of texts, those of their readings that a list has, and what they mean by a list.

    >>> set(sound_keys(["путиным"])[0]) & set(keys("putin")) != set()
    True
    """
    terms = list(terms)
    rows = [_heard(forms) for forms in forms_of.many(terms)]
    found = iter(keys.many([form for row in rows for form in row]))
    read = [tuple(dict.fromkeys([key for _ in row for key in next(found) if key])) for row in rows]
    listed = listed_readings()
    exact = [
        (*map(as_reading, sorted(row & listed)), *map(as_concept, meant))
        for row, meant in zip(readings_of.many(terms), concepts_of.many(terms), strict=True)
    ]
    return [
        (row or tuple(forms)) + more for row, forms, more in zip(read, rows, exact, strict=True)
    ]  # numbers are their own


def _heard(forms: Sequence[str]) -> list[str]:
    """Forms of a word without those that have the consonants of another, and so its keys."""
    return list({form.translate(_SILENT): form for form in reversed(forms)}.values())
