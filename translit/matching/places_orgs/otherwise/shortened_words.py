"""Words cut short with a stop: Univ. Hosp., Zakl. Przem., Техн. унив., Inst. f.; and contractions: Natl., Engg."""

from __future__ import annotations

from functools import cache, lru_cache

from translit.compiled import read_toml
from translit.matching.persons.lexicon.latin_names import plain
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import LEGAL
from translit.patterns import pattern

SAVED = 2  # letters that a cut saves at least
LEAST_CONTRACTED, SAVED_BY_CONTRACTION = 3, 4  # letters of a contraction, and those that it leaves out
_CUT = pattern(
    r"(?<![\p{L}\p{M}\p{N}])(?<!\b\p{L}\.)(?:\p{L}?\p{Ll}[\p{Ll}\p{M}]*\.(?=[\s,)»”-]|$|\p{L}{2})|\p{L}\p{Ll}{2,6}(?![\p{L}\p{M}.]))"
)
_WORD = pattern(r"[\p{L}\p{M}]+(?![\p{L}\p{M}.])")


def has_shortened_words(text: str) -> bool:
    """Whether a text has a word that may be cut short, no legal form.

    >>> has_shortened_words("Univ. Hosp. of Bern"), has_shortened_words("Bern Natl Museum")
    (True, True)
    >>> has_shortened_words("Bern Trading Co. Ltd."), has_shortened_words("S.A. Bern")
    (False, False)
    """
    return any(_may_be_cut(found) for found in _CUT.findall(text))


def with_full_words(text: str, other: str) -> str:
    """The text with words that are cut short as the other text has them in full.

    >>> with_full_words("Inst. f. Meteorologie", "Institut für Mineralogie")
    'Institut für Meteorologie'
    >>> with_full_words("Техн. унив. Габрово", "Технически университет Габрово")
    'Технически университет Габрово'
    """
    full = [(_letters(word), word) for word in _WORD.findall(other)]
    least = 3 if text.islower() else 1  # among small letters a sole letter may be an initial
    return _CUT.sub(
        lambda found: _in_full(found[0], full) if len(found[0]) > least and _may_be_cut(found[0]) else found[0], text
    )


def _in_full(cut: str, full: list[tuple[str, str]]) -> str:
    stem = _letters(cut.rstrip("."))
    fits = [word for letters, word in full if _is_cut(stem, letters) and cut[0].isupper() >= word[0].isupper()]
    return next((word for word in fits if word[0].isupper() == cut[0].isupper()), fits[0] if fits else cut)


def _is_cut(stem: str, word: str) -> bool:
    if not stem or word[:1] != stem[:1]:
        return False
    if len(word) >= len(stem) + SAVED and word.startswith(stem):
        return True
    if len(stem) < LEAST_CONTRACTED or len(word) < len(stem) + SAVED_BY_CONTRACTION or word[-1] != stem[-1]:
        return False
    rest = iter(word)
    return all(letter in rest for letter in stem)


@lru_cache(maxsize=1 << 12)
def _letters(word: str) -> str:
    folded = fold(word)
    return plain(folded) if folded[:1] < "а" else folded


@lru_cache(maxsize=1 << 12)
def _may_be_cut(word: str) -> bool:
    folded = fold(word.rstrip("."))
    if not word.endswith("."):
        return folded in _contractions()
    known = lexicon("organization")
    return not any(known.roles[one] == LEGAL for one in known.exactly(folded))


@cache
def _contractions() -> frozenset[str]:
    """Those that are written without a stop as well."""
    return frozenset(map(fold, read_toml("names", "letter_names.toml")["table"]["contractions"]))
