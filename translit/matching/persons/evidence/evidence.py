"""Evidence: what two names have in common and what speaks against it, as numbers, for many pairs at once.

The distances of the words come from `distance`; an assignment joins the closest; the columns of the result are named
in `FEATURES`. Every word is accounted for: near, far, or without partner.
"""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s
from translit.matching.assignment import FAR, assign
from translit.matching.persons.comparing.closeness import (
    MOST_NATS,
    NEAR,
    Columns,
    Matches,
    distances,
    information,
    scripts,
    words,
)
from translit.matching.persons.comparing.distance import SLIPPED, Block, TokenTable
from translit.matching.persons.comparing.given_lists import SPELLING
from translit.matching.persons.comparing.short_forms import short_form
from translit.matching.persons.evidence.contradictions import fathers, gender_and_generation, order
from translit.matching.persons.evidence.initial_evidence import initials
from translit.matching.persons.evidence.oddness import oddness
from translit.matching.persons.lexicon.marks import SLIP

SPELLED_ALIKE = 0.15  # set by hand: distance up to which two words are spelled alike, in two scripts too
TWO = 2  # words of two single names
LETTER_APART = 0.1  # set by hand: two known families of one orthography that sound alike are sooner two than one
UNMET = 1.0  # set by hand: mean distance where words without partner on both sides weren't joined: one of three

FEATURES = (
    "worst",  # distance of the farthest joined names (not patronymics), nats a letter
    "mean",  # mean distance
    "best",  # least distance; none of two that a list vouches for
    "worst_nats",  # the farthest in nats, not by the letter
    "spelling_nats",  # the farthest of those that no list vouches for
    "missing",  # names of the shorter side that found nothing at all
    "apart",  # the distances of near names, summed
    "single",  # one side is a single name
    "matched",  # words that found a near partner
    "both",  # words without partner on each side
    "extra",  # words that only one side has
    "fewest",  # names of the side that has fewer
    "alone",  # both sides are single names
    "chance",  # logarithm of how many pairs of words there are that may agree by chance
    "single_extra",  # one side is a single name, the other isn't
    "letters",  # letters in near names
    "family_letters",  # of those, in names that are not given names
    "coverage",  # share of the letters of both sides that are in near names
    "coverage_shorter",  # the same of the shorter side
    "information",  # how rare the near names are, summed: minus log10 of the share of bearers, less the distance
    "information_best",  # the rarest
    "given",  # some given name is near
    "not_given",  # some other name is
    "equivalent",  # the lists make two of the names one
    "by_list",  # how many are made one by the lists, being spelled otherwise
    "other_given",  # the lists know two joined names as different given names
    "translated",  # given names of two languages that the lists make one; not of two single names, nor of rulers
    "slips",  # joined names that are one slip of the keyboard apart
    "other_start",  # joined names that aren't alike and begin with letters that don't stand for each other
    "families",  # two joined names are known as different family names
    "two_families",  # and both sides are in Cyrillic, not in two orthographies; a tenth if only a letter apart
    "a_vowel_apart",  # two known family names in one orthography that differ by a vowel, or in a consonant more
    "lone_slip",  # one name is a slip apart, the others are alike, and the lists don't know the two as two names
    "odder",  # by how much the one that slipped is odder than what it stands for, in nats: see `oddness`
    "oddest",  # how odd the odder of the two is, in nats a letter
    "short_form",  # sounds that two single names share, one of them a short form, as `short_forms` tells
    "identical",  # all names of both sides are spelled identically
    "strict",  # some Latin name is spelled identically on both sides
    "strict_cyrillic",  # some Cyrillic name is
    "open",  # one name is in a script that leaves sounds open; here and below, not both are single names
    "across",  # one name is in Latin letters, the other in Cyrillic
    "latin",
    "cyrillic",
    "two_orthographies",  # both are in Cyrillic, in orthographies that their letters tell apart
    "alone_open",  # the same of two single names
    "alone_across",
    "alone_latin",
    "alone_cyrillic",
    "one_orthography",  # both names are in one Cyrillic orthography
    "crossed",  # two inexact names in crossed order, which no comma or capitals ask for
    "place_against",  # a family name joined with what the other side says isn't one, not exactly
    "family_known",  # both sides tell their family name
    "family_agrees",  # and these are near
    "family_crossed",  # or only near other words
    "family_against",  # or near nothing
    "given_against",  # they agree, and no given name does; or the first words are two given names, nothing alike
    "family_missing",  # the family name that one side tells, and the other doesn't, is near nothing
    "first_skipped",  # the first given name of one side stands later on the other
    "reordered",  # three names or more stand in another order; a half if it is the whole name backwards
    "other_word",  # of three names or more some are near, and both sides have others: a half if not as the last
    "son_against",  # the father of one side is the son on the other
    "patronymic",  # both sides have one
    "patronymic_agrees",
    "patronymic_against",  # distance above what spelling explains
    "patronymic_nats",
    "other_father",  # the fathers' given names are different by the lists
    "far_father",  # and not by their spelling only; or they have nothing in common; a half if they are a slip apart
    "remarks_against",  # the years of life, the family names at birth, or whose kin is meant, are others
    "initial_alone",  # one side is nothing but initials
    "initials_agree",
    "initials_against",
    "gender_against",
    "generation_against",
    "ruler",  # both sides are nothing but given names and one number
)


def matches(block: Block, table: TokenTable) -> Matches:
    """Which words of each pair of names go together."""
    distance, marks = table.look_up(block)
    assigned = assign(distance)
    joined = assigned & ~block.fathers
    return Matches(distance, marks, assigned, joined, joined & (distance < NEAR))


def evidence(block: Block, found: Matches) -> Float32s:
    """The features of a block of pairs of names, float32 [pairs, len(FEATURES)], from the words that go together."""
    initial = initials(block, found.assigned)
    counted = words(block, found, initial.covered_left, initial.covered_right)
    values = {
        **distances(block, found),
        **counted,
        **scripts(block, counted["alone"]),
        **information(block, found),
        **order(block, found),
        **fathers(block, found),
        **gender_and_generation(block, found),
        "initials_agree": initial.left + initial.right,
        "initials_against": initial.against,
    }
    unmet = np.asarray(counted["both"] > 0)  # a patronymic may stand against a middle name: then nothing was joined
    for name, least in (("worst", FAR), ("mean", UNMET), ("spelling_nats", MOST_NATS)):
        values[name] = np.where(unmet, np.maximum(values[name], least), values[name])
    told = (values["worst"] <= SLIPPED) & (counted["both"] == 0)  # initials beside other names are of others
    values["initials_agree"] = np.where(told, values["initials_agree"], 0)
    values["translated"] = np.where(counted["alone"] | values["ruler"], 0.0, values["translated"])
    values["lone_slip"] = _lone_slip(values)
    cyrillic = (values["cyrillic"] > 0) | (values["alone_cyrillic"] > 0)
    families = values["families"] & cyrillic & ~block.two_orthographies
    values["two_families"] = np.where(families, 1.0, np.where(values["a_vowel_apart"], LETTER_APART, 0.0))
    values["odder"], values["oddest"] = _odd(block, found, values["lone_slip"])
    values["short_form"] = _short_forms(block, values)
    result = np.empty((len(found.distance), len(FEATURES)), dtype=np.float32)
    for index, name in enumerate(FEATURES):
        result[:, index] = values[name]
    return result


def _lone_slip(values: Columns) -> Bools:
    """Whether the names are two words or more, of which one is a slip apart, and the others are alike."""
    against = np.zeros(len(values["slips"]), dtype=np.bool_)
    for name in ("families", "other_given", "missing", "both", "extra", "gender_against"):
        against |= values[name] > 0
    exact = values["apart"] - values["worst"] < SPELLED_ALIKE
    return np.asarray((values["slips"] == 1) & (values["matched"] > 1) & exact & ~against, dtype=np.bool_)


def _odd(block: Block, found: Matches, alone: Bools) -> Float32s:
    """How odd the two words are of which one is a slip of the other, [odder and oddest, pairs]; few pairs have such."""
    result = np.zeros((2, len(alone)), dtype=np.float32)
    for row in np.flatnonzero(alone).tolist():
        i, j = np.argwhere(found.joined[row] & (found.marks[row] & SLIP > 0))[0].tolist()
        result[:, row] = oddness(block.left.pivots[block.a[row, i]], block.right.pivots[block.b[row, j]])
    return result


def _short_forms(block: Block, values: Columns) -> Float32s:
    """How many sounds two single names share of which one may be a short form of the other, [pairs]."""
    result = np.zeros(len(block.a), dtype=np.float32)
    unlike = (values["alone"] > 0) & (values["worst"] > SPELLING) & ~values["equivalent"]
    single = (block.roles_a > 0).sum(axis=1) + (block.roles_b > 0).sum(axis=1) == TWO
    given = block.left.given[block.a].any(axis=1) | block.right.given[block.b].any(axis=1)
    for row in np.flatnonzero(unlike & single & given).tolist():
        one, other = int(block.a[row].max()), int(block.b[row].max())
        result[row] = short_form(block.left.tokens[one], block.right.tokens[other])
    return result
