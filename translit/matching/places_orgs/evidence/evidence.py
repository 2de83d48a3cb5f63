"""Evidence for two names of places or organizations: numbers for many pairs at once, named in `FEATURES`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.assignment import FAR, assign
from translit.matching.places_orgs.comparing.accounting import (
    FULL,
    HALF,
    account,
    nearness,
    repeated,
    seats_against,
)
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.comparing.distinct_words import DIFFERENT
from translit.matching.places_orgs.comparing.made_words import made_words
from translit.matching.places_orgs.comparing.whereabouts import alike
from translit.matching.places_orgs.evidence.acronym_evidence import acronyms
from translit.matching.places_orgs.evidence.institution_evidence import institutions_against, of_one_kind, two_towns
from translit.matching.places_orgs.evidence.letter_evidence import letters_against
from translit.matching.places_orgs.evidence.name_closeness import NEAR, PARTED, word_closeness, written_as_one
from translit.matching.places_orgs.evidence.place_evidence import only_of_places
from translit.matching.places_orgs.evidence.siblings import siblings
from translit.matching.places_orgs.evidence.whose import whose_missing
from translit.matching.places_orgs.lexicon.concepts import share

NAME_SAYS, WORD_SAYS = 4.5, 3.0  # nats of what is left that hardly agrees: of a name, of a word such as Upper
FEATURES = (
    "worst",  # distance of the farthest joined name of the side with fewer, nats a letter
    "covered",  # mean distance over the words of the side that is better explained by the other
    "both_covered",  # the same for the side that is worse explained
    "all_covered",  # as both_covered, generic words included
    "best",
    "whole",  # distance of the names written as one word
    "missing",  # names of the shorter side that found nothing
    "extra",  # names that only the longer side has
    "single",  # one side is a single word
    "letters",  # letters in words that are near
    "identical",  # every word is spelled the same
    "listed",  # a list makes some two names one
    "other",  # a list knows two joined names as different
    "against",  # listed words on both sides that found nothing: Austrian and French
    "proper_against",  # each side has a proper name that found nothing, beside words that agree: Amnesty, Transparency
    "generic_agrees",
    "generic_against",
    "generic_extra",
    "legal_agrees",
    "legal_against",
    "number_agrees",
    "number_against",
    "number_missing",
    "context_agrees",
    "context_against",
    "elsewhere",  # one side has a qualifier, in another country than the place: Paris, Texas
    "acronym",
    "acronym_against",
    "made",  # what a word says that is made of the beginnings of the other side's, in nats
    "acronym_translated",  # how surely one side is the acronym of the other's words in another language, from 0 to 1
    "matched",  # what the words that agree say, in nats
    "matched_rare",  # the root of the sum of its squares: a rare word counts more than several common ones
    "replaced",  # each side has one word that found nothing, one unlisted: what it says, of the side where it says less
    "listed_against",  # each side has a common word that found nothing: what it says, of the side where it says less
    "nameless",  # one side has no name, only common words: what a name of the other says that is in no list
    "lacking",  # what the side says that lacks less, and the other doesn't
    "surplus",  # what the other side lacks more
    "lacking_word",  # the same of the word that says most
    "surplus_word",
    "unshared",  # share of what the names say that isn't shared, for the side that says more
    "unshared_short",  # and for the other
    "chance",  # logarithm of how many pairs of words there are to agree by chance
    "proper_lacking",  # one side has a proper name and the other another word that found nothing: Азот, Химволокно
    "proper_surplus",  # one side has a proper name more, and nothing else differs: Raiffeisen Bank Aval
    "name_lacking",  # each side of two places has a name that found nothing
    "place_against",  # each side names a place that the other doesn't
    "place_missing",  # one side does
    "kind_against",  # two kinds of place: a region and a district
    "kind_agrees",
    "kind_alone",  # log odds where one side alone says its kind
    "known_against",  # both are listed names of organizations, of two
    "acronyms_against",  # two acronyms that differ in a letter
    "number_left",  # one side has a small number
    "bond_against",  # a place is a proper name on one side, Банк «Россия», and the owner on the other, Банк России
    "seats_against",  # the owner of one side is where the other sits: Embassy of Belarus in Lithuania, of Lithuania in
    "branch",  # one side is a brand, the other has a telling word after it: Siemens, Siemens Energy
    "field_surplus",  # one side has a field that tells apart: a medical university
    "kinds_differ",  # two kinds of organization of which none is the other: an embassy, a consulate
    "qualifier_surplus",  # one side of two places has a word such as New, the other lacks nothing
    "other_brand",  # two brands in Cyrillic that differ in a letter
    "field_against",  # two institutions of a kind with other fields: a medical university, a university
    "body_against",  # two public bodies of a kind in two places
    "person_against",  # one side reads as the name of a person
    "whose_missing",  # two public bodies, of which one side alone says of which country it is
    "letters_against",  # two names in one script by their letters, though they sound alike: 苏州, 宿州
)


def word_grid(things: Things, rows: Int32s, columns: Int32s) -> tuple[Float32s, Bools, Bools, Bools, Bools]:
    """Distance, listed, other and unsure (see Things.word_distances) of words, [pairs, slots, slots]; which are two
    towns."""
    a, b = things.ids[rows], things.ids[columns]
    whole = (a > 0)[:, :, None] & (b > 0)[:, None, :]
    codes = (a[:, :, None].astype(np.int64) << 32) | b[:, None, :]
    unique, inverse = np.unique(codes[whole], return_inverse=True)
    left, right = (unique >> 32).astype(np.int32), unique.astype(np.int32)
    value, *told = things.word_distances(left, right)
    distance, masks = np.full(whole.shape, FAR, np.float32), np.zeros((4, *whole.shape), np.bool_)
    distance[whole], masks[:3, whole] = value[inverse], np.array(told)[:, inverse]
    vouched, different, unsure, towns = masks
    if things.organizations:
        towns[whole] = two_towns(things, left, right, value)[inverse]
        towns &= of_one_kind(things, rows, columns)[:, None, None]
        distance[towns] = np.maximum(distance[towns], DIFFERENT)
    return distance, vouched, different, unsure, towns


def evidence(things: Things, rows: Int32s, columns: Int32s) -> Float32s:
    """The features of things[rows[k]] and things[columns[k]]: float32 [pairs, len(FEATURES)]."""
    distance, listed, other, unsure, towns = word_grid(things, rows, columns)
    joined = assign(distance)
    near_words = nearness(things, rows, columns, distance, joined)
    left_a, left_b = (things.ids[side] > 0 for side in (rows, columns))
    left_a, left_b = left_a & (near_words.max(axis=2) < HALF), left_b & (near_words.max(axis=1) < HALF)
    made = made_words(things, rows, columns, left_a, left_b)
    repeated(things, distance, (rows, left_a, made.a), (columns, left_b, made.b))
    found: dict[str, NDArray[Any]] = {
        **word_closeness(things, rows, columns, distance, joined, made),
        **_generic(things, rows, columns, joined),
        **_sides(things, rows, columns),
    }
    found |= account(things, rows, columns, near_words, made)
    found |= institutions_against(things, rows, columns, near_words, made, found["place_against"])
    found["body_against"] |= (joined & towns).any(axis=(1, 2))
    found |= only_of_places(things, rows, columns, found["both_covered"], joined & listed)
    found |= siblings(things, rows, columns, near_words, distance)
    found["whose_missing"] = whose_missing(things, rows, columns, near_words)
    found["letters_against"] = letters_against(things, rows, columns)
    found["seats_against"] = seats_against(things, rows, columns)
    near = joined & (distance < NEAR)
    last = Code.GENERIC if things.organizations else Code.WORD  # of places that Saint is listed says little
    core = (things.roles[rows] < last)[:, :, None] & (things.roles[columns] < last)[:, None, :]
    found["listed"] = np.asarray((near & listed & core).any(axis=(1, 2)))
    found["other"] = np.asarray((joined & other & (distance > 0.05)).any(axis=(1, 2)))
    lacking = _name_lacking(found)
    written_as_one(things, rows, columns, joined & (distance < FULL), found)
    parted = ((things.ids[rows] > 0).sum(axis=1) != (things.ids[columns] > 0).sum(axis=1)) & (found["whole"] < PARTED)
    apart = np.asarray(found["both_covered"]) > alike(things.where, rows, columns)
    apart &= ~(joined & unsure).any(axis=(1, 2))
    found["known_against"] &= things.organizations | found["other"] | apart
    lacking = np.where(parted, _name_lacking(found), lacking) | (things.other_saint(rows, columns) & ~found["listed"])
    found["name_lacking"] = lacking & (not things.organizations)
    acronyms(things, rows, columns, found)
    return np.stack([found[name].astype(np.float32) for name in FEATURES], axis=1)


def _name_lacking(found: dict[str, NDArray[Any]]) -> Bools:
    """Whether each side has a name, or a word such as Upper, that found nothing: Velké, Valašské Meziříčí."""
    return np.array((found["lacking_word"] > WORD_SAYS) & (found["surplus_word"] > NAME_SAYS) | (found["against"] > 0))


def _generic(things: Things, rows: Int32s, columns: Int32s, joined: Bools) -> dict[str, NDArray[Any]]:
    """Whether generic words agree, contradict each other or stand on one side only."""
    a, b = things.roles[rows] == Code.GENERIC, things.roles[columns] == Code.GENERIC
    agree = (joined & a[:, :, None] & b[:, None, :]).sum(axis=(1, 2))
    only_a, only_b = a.sum(axis=1) - agree, b.sum(axis=1) - agree
    return {
        "generic_agrees": agree,
        "generic_against": np.minimum(only_a, only_b),
        "generic_extra": np.abs(only_a - only_b),
    }


def _sides(things: Things, rows: Int32s, columns: Int32s) -> dict[str, NDArray[Any]]:
    """What legal forms and numbers say."""
    legal_a, legal_b = things.legal[rows], things.legal[columns]
    number_a, number_b = things.numbers[rows], things.numbers[columns]
    return {
        "legal_agrees": (legal_a & legal_b) > 0,
        "legal_against": (legal_a > 0) & (legal_b > 0) & ((legal_a & legal_b) == 0),
        "number_agrees": (number_a > 0) & (number_a == number_b),
        "number_against": (number_a > 0) & (number_b > 0) & (number_a != number_b),
        "number_missing": (number_a > 0) != (number_b > 0),
        "number_left": ((number_a > 0) != (number_b > 0)) & things.small_numbers[np.where(number_a > 0, rows, columns)],
        "known_against": (things.known[rows, 0] >= 0)
        & (things.known[columns, 0] >= 0)
        & ~share(things.known[rows], things.known[columns]),
        "bond_against": (things.bond[rows] * things.bond[columns] > 0) & (things.bond[rows] != things.bond[columns]),
        "person_against": things.person[rows] != things.person[columns],
    }
