"""Texts that say that no name is known: N/A, (Unknown), не указано."""

from __future__ import annotations

from functools import cache

from translit.matching.persons.lexicon.lists import table

LONGEST_MISSING = 60  # letters of what says that no name is known, said twice too
_AROUND = " ()[]{}<>*.\"'«»“”„"


@cache
def _missing() -> tuple[frozenset[str], frozenset[str]]:
    """Small-letter texts that stand where no name is known, and those of them that are people's names as well."""
    found = table("missing")
    forms = frozenset(form.lower() for forms in found["missing"].values() for form in forms)
    return forms, frozenset(found["table"]["names"])


@cache
def _starts() -> frozenset[str]:
    """The first two signs of each of them, after what may stand around it: most names begin otherwise."""
    return frozenset(form.lstrip(_AROUND)[:2] for form in _missing()[0])


def _may_start(start: str) -> bool:
    return start in _starts() or start[:1] in _starts()


def is_missing(text: str) -> bool:
    """Whether a text says that no name is known.

    >>> is_missing(" N/A"), is_missing("(Unknown)"), is_missing("Unknown Unknown"), is_missing("Nan")
    (True, True, True, False)
    """
    if len(text) > LONGEST_MISSING:
        return False
    if text[:2].isalpha() and not _may_start(text[:2].lower()):  # at a glance
        return False
    bare = text.strip()
    small = bare.lower()
    if not _may_start(small.lstrip(_AROUND)[:2]):
        return False
    forms, names = _missing()
    if small not in forms:
        bare = bare.strip(_AROUND)
        small = bare.lower()
        half = len(small) // 2
        if small[:half] == small[half + 1 :]:
            small = small[:half]
    return small in forms and (small not in names or bare[1:] != small[1:] or bare == small)
