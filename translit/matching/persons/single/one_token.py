"""One token held against one other: `distance.token_distances` of a single pair, in plain Python.

It gives the very numbers that the arrays give (a test holds the two together) and is told from them by nothing but
speed: arrays of one pair cost more to set up than to work through. Numbers that are single there are rounded here.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA, Indel, Levenshtein

from translit.matching.alignment.costs import cost_table
from translit.matching.alignment.one import Letters, aligner
from translit.matching.assignment import FAR
from translit.matching.persons.comparing import distance as arrays
from translit.matching.persons.comparing import given_lists as lists
from translit.matching.persons.comparing import slip_pairs
from translit.matching.persons.comparing.glued_articles import without_article
from translit.matching.persons.comparing.readings_apart import SPELLED_ALIKE, two_sounds_apart
from translit.matching.persons.comparing.respelling import respelled
from translit.matching.persons.comparing.two_names import SPELLED_APART
from translit.matching.persons.comparing.unwritten import consonants_apart, ordered
from translit.matching.persons.comparing.voicing import voiced_apart
from translit.matching.persons.comparing.vowels import another_vowel
from translit.matching.persons.lexicon.endings import OTHERS
from translit.matching.persons.lexicon.given_sets import SHORT
from translit.matching.persons.lexicon.latin_names import ROMANIZED, native, two_latin_names
from translit.matching.persons.lexicon.lists import is_family
from translit.matching.persons.lexicon.marks import FAMILIES, LISTED, OTHER, SLIP, VOUCHED, VOWEL
from translit.matching.persons.lexicon.translations import translated
from translit.matching.persons.single.token_facts import TokenFacts, single
from translit.memo import MOST

SPELLING, VOWEL_APART, FAMILIES_APART = map(single, (lists.SPELLING, arrays.VOWEL_APART, arrays.FAMILIES_APART))
_EQUIVALENT, _DIMINUTIVE, _GROUPED = map(single, (lists.EQUIVALENT, lists.DIMINUTIVE, lists.GROUPED))
_TWO_NAMES, _FATHERS = single(lists.TWO_NAMES), single(lists.FATHERS_SPELLED)
_SPELLED_APART, _SPELLED_ALIKE = single(SPELLED_APART), single(SPELLED_ALIKE)


@lru_cache(maxsize=1 << 14)
def _letters(text: str) -> Letters:
    """A folded token ready for alignment."""
    return aligner(cost_table()).letters(text)


@lru_cache(maxsize=MOST)
def token_distance(one: TokenFacts, other: TokenFacts) -> tuple[float, int]:
    """Distance, in nats a letter, and marks of two tokens: `distance.token_distances`.

    >>> from translit.matching.persons.single.token_facts import facts
    >>> token_distance(facts(("ганна", False)), facts(("anna", False)))[1] & LISTED > 0
    True
    """
    lengths = (one.length + other.length) / 2
    value = FAR
    if _worth_aligning(one, other, lengths):
        cost = 0.0 if one.text == other.text else aligner(cost_table()).cost(_letters(one.text), _letters(other.text))
        value = single(min(FAR, cost / max(lengths, 3.0)))
    vouched, marks, two = _by_lists(one, other, value)
    if vouched < FAR:
        marks |= VOUCHED | (translated((one.text, other.text)) if one.sets and other.sets else 0)
    if VOWEL_APART < value < FAR and is_family(one.pivot) and is_family(other.pivot):
        if _two_families(one, other, value):
            marks |= FAMILIES
        if one.cyrillic and other.cyrillic and _a_letter_apart(one, other, value):
            marks |= VOWEL
    if SPELLING < value < FAR and (_is_slip(one, other) or _without_vowels(one, other)):
        marks |= SLIP
        value = min(value, arrays.SLIPPED)
    if two:
        value = max(value, _TWO_NAMES)
    if value < FAR and one.cyrillic != other.cyrillic and not (one.sets or other.sets):
        latin, cyrillic = (other, one) if one.cyrillic else (one, other)
        if voiced_apart((latin.text, cyrillic.text)):
            value, marks = max(value, _TWO_NAMES), marks & ~SLIP
        elif value > _SPELLED_ALIKE and not marks & SLIP and two_sounds_apart((latin.text, cyrillic.text)):
            value = max(value, _TWO_NAMES)
    if _two_by_letters(one, other, value):
        value, marks = max(value, _TWO_NAMES), marks & ~SLIP
    if vouched < value:
        return vouched, marks & ~SLIP | LISTED
    return value, marks


def _two_by_letters(one: TokenFacts, other: TokenFacts, value: float) -> bool:
    """See `two_names.two_names_by_letters`."""
    vowel = 0 < value < FAR and not (one.sets or other.sets) and another_vowel(one.text, other.text)
    across = one.open != other.open and value < _TWO_NAMES and consonants_apart(ordered(one.text, other.text))
    if across or vowel or one.derivation + other.derivation in OTHERS:
        return True
    if not _SPELLED_APART < value < FAR or one.cyrillic or other.cyrillic:
        return False
    mine, its = native(one.text), native(other.text)
    if not mine or not its:
        return False
    vague = ROMANIZED in (mine, its) or bool(one.sets and other.sets)
    return two_latin_names(one.text, other.text, vague)


def _worth_aligning(one: TokenFacts, other: TokenFacts, lengths: float) -> bool:
    doubt = one.doubt + other.doubt
    turned: int = Levenshtein.distance(one.key, other.key) - doubt
    if turned > arrays.TURNED + arrays.TURNED_BY_LETTER * lengths:
        return False
    apart: int = Indel.distance(one.sounds, other.sounds) - doubt
    return apart <= arrays.APART + arrays.APART_BY_LETTER * lengths


def _by_lists(one: TokenFacts, other: TokenFacts, value: float) -> tuple[float, int, bool]:
    """The distance that lists vouch for, the mark of two different given names, and whether they sound alike then."""
    vouched, marks, two = FAR, 0, False
    if one.sets and other.sets:
        shared = [SHORT in (form, also) for number, form in one.sets for same, also in other.sets if number == same]
        full = not all(shared)
        doubtful = full or (not shared and (value <= SPELLING or one.open or other.open))
        two = doubtful and lists.two_names(one.text, other.text, full)
        two = two or (bool(shared) and lists.set_apart(one.text, other.text))
        if shared and not two:
            vouched = _DIMINUTIVE if all(shared) else _EQUIVALENT
        elif two or value > _spelled_alike(one, other):
            marks = OTHER
    glued = one.glued != other.glued and without_article(one.text, other.text)
    if glued or (one.group >= 0 and one.group == other.group):
        vouched = _GROUPED
    return vouched, marks, two


def _spelled_alike(one: TokenFacts, other: TokenFacts) -> float:
    """The distance up to which two tokens that are listed as two names may be one in two spellings."""
    fathers = one.father and other.father and not (one.open or other.open)
    return _FATHERS if fathers else SPELLING


def _two_families(one: TokenFacts, other: TokenFacts, value: float) -> bool:
    across = one.cyrillic != other.cyrillic
    if value <= (lists.SPELLING if across else arrays.FAMILIES_APART):
        return False
    if respelled(one.text) == respelled(other.text):
        return False
    return one.cyrillic or other.cyrillic or _one_step(one, other)


def may_start(one: TokenFacts, other: TokenFacts) -> bool:
    """Whether the first letters of two tokens stand for each other."""
    return bool(cost_table().starts[one.first, other.first])


def _one_step(one: TokenFacts, other: TokenFacts) -> bool:
    """Whether they are one letter apart as they are read, or as they are spelled."""
    read = OSA.distance(one.pivot, other.pivot, score_cutoff=1) == 1
    return bool(read or OSA.distance(one.text, other.text, score_cutoff=1) == 1)


def _a_letter_apart(one: TokenFacts, other: TokenFacts, value: float) -> bool:
    return VOWEL_APART < value <= FAMILIES_APART and arrays.a_letter_apart(one.text, other.text)


def _is_slip(one: TokenFacts, other: TokenFacts) -> bool:
    if min(one.length, other.length) <= slip_pairs.SHORTEST_SLIP or one.open or other.open:
        return False
    return _one_step(one, other) or slip_pairs.drawn_alike(one.text, other.text)


def _without_vowels(one: TokenFacts, other: TokenFacts) -> bool:
    return one.key == other.key and one.only_consonants != other.only_consonants
