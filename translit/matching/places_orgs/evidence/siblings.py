"""Names that share a name without being one: a brand and its branch, a university and one of a field, two brands.

Siemens Energy is another company than Siemens, Siemens AG is not: a word that says what or where, after a brand that is
all there is of the other name, is a branch. A medical university is another than one without a field. And Роснефть is
no spelling of Русснефть: a letter for another that no orthography explains makes another brand.
"""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.places_orgs.comparing.accounting import HALF, Columns
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.comparing.word_lists import among, countries, kinds_of_organization, telling_words
from translit.matching.places_orgs.evidence.other_brands import other_brand
from translit.matching.places_orgs.evidence.ventures import shared_name, two_places, ventures
from translit.matching.places_orgs.lexicon.concepts import share as one_concept
from translit.patterns import plain_pattern

SISTERS = 0.5  # of a branch: two words that a list doesn't know to be one may be, as maritime and shipping; by hand
ELSEWHERE = 0.7  # of a branch, where two places that a brand is in differ, which counts apart from it; by hand
# of a field, where a bank of a place has a rank, a second place, or a field more, as a translation may have; by hand
RANKED, ANOTHER_PLACE, ANOTHER_FIELD = 0.6, 0.7, 0.8
PLACED = 0.5  # of a branch that a place alone makes, which may be where the brand is anyway; by hand: about even


_OF_A_PLACE = plain_pattern(
    r"..с[ьк]?к(?:ий|ая|ое|ие|і|ая|ае|ія|ий|а|е|и)$|..sk(?:y|i|iy|ii|ij|aya|aja|oe|oye)$"
)  # Невский


def siblings(things: Things, rows: Int32s, columns: Int32s, near: Float32s, distance: Float32s) -> Columns:
    """Where one side is a branch or of a field that the other lacks; where two brands differ in a letter."""
    names = ("branch", "field_surplus", "qualifier_surplus", "kinds_differ", "other_brand")
    found: Columns = {name: np.zeros(len(rows), dtype=np.bool_) for name in names}
    alone_a, alone_b = near.max(axis=2) < HALF, near.max(axis=1) < HALF
    if things.organizations and things.club_form.any():  # SK, Spor Kulübü
        clubs = among(things, "club_words")
        alone_a &= ~(clubs[things.ids[rows]] & things.club_form[columns][:, None])
        alone_b &= ~(clubs[things.ids[columns]] & things.club_form[rows][:, None])
    for short, long, left, others, share in (
        (rows, columns, alone_a, alone_b, near),
        (columns, rows, alone_b, alone_a, near.transpose(0, 2, 1)),
    ):
        whole = ~(left & (things.roles[short] > 0)).any(axis=1)
        surplus = others & (things.roles[long] > 0)
        if not things.organizations:
            found["qualifier_surplus"] |= whole & (surplus & (things.roles[long] == Code.WORD)).any(axis=1)
            continue
        branch = np.where(whole, _branch(things, short, long, surplus, share), 0.0)
        branch = np.maximum(branch, np.where(whole & _abroad(things, short, long, surplus), PLACED, 0.0))
        found["branch"] = np.maximum(found["branch"], branch)
        found["branch"] = np.maximum(found["branch"], _apposed(things, short, long, surplus))
        found["branch"] = np.maximum(found["branch"], whole & _other_club(things, short, long, surplus))
        placed = ~(left & (things.roles[short] > 0) & ~things.a_town[things.ids[short]]).any(axis=1)
        found["field_surplus"] = np.maximum(found["field_surplus"], placed * _field(things, long, surplus))
        found["field_surplus"] = np.maximum(found["field_surplus"], whole & _bare_kind(things, short, surplus))
    if things.organizations:
        found["kinds_differ"] = _other_kinds(things, rows, columns, alone_a, alone_b)
        found["kinds_differ"] |= _other_unions(things, rows, columns, alone_a, alone_b)
    if things.organizations:
        sisters = _sisters(things, rows, columns, alone_a, alone_b, near)
        found["branch"] = np.where(sisters, np.maximum(found["branch"], SISTERS), found["branch"])
        places = two_places(things, rows, columns, alone_a, alone_b, near)
        found["branch"] = np.maximum(found["branch"], np.where(places, ELSEWHERE, 0.0))
        found["branch"] = np.maximum(found["branch"], ventures(things, rows, columns, alone_a, alone_b, near))
    if things.organizations:  # names of places are respelled by languages that read them through others: Каркив
        found["other_brand"] = other_brand(things, rows, columns, distance)
    return found


def _bare_kind(things: Things, short: Int32s, surplus: Bools) -> Bools:
    """Whether the short side is nothing but a kind, which names nobody, and the other says which: Bank, Trade Bank. The
    coast guard may be its country's."""
    named = (things.roles[short] > 0) & ~kinds_of_organization(things)[things.ids[short]]
    return np.asarray(~named.any(axis=1) & (things.many[short] > 0) & surplus.any(axis=1))


def _other_club(things: Things, short: Int32s, long: Int32s, surplus: Bools) -> Bools:
    """Whether both are sports clubs, one with nothing but its town and the other with a name beside it: FC Paris."""
    of_town = ~((things.roles[short] > 0) & ~things.a_town[things.ids[short]]).any(axis=1)
    named = (surplus & (things.roles[long] == Code.NAME)).any(axis=1)
    return np.asarray(things.sports_form[short] & things.sports_form[long] & of_town & named)


def _other_kinds(things: Things, rows: Int32s, columns: Int32s, alone_a: Bools, alone_b: Bools) -> Bools:
    """Whether each side alone says a kind of which none is the other; a club's legal form says one, and an academy is
    none but a place of learning."""
    exclusive, learned, learning = (among(things, name) for name in ("exclusive", "learned", "learning"))
    sides = []
    for side, alone in ((rows, alone_a), (columns, alone_b)):
        ids = things.ids[side]
        kinds, other = (alone & exclusive[ids]).any(axis=1), (alone & exclusive[ids] & ~learning[ids]).any(axis=1)
        sides.append((kinds, other, (alone & learned[ids]).any(axis=1), things.sports_form[side]))
    (kind_a, other_a, learned_a, club_a), (kind_b, other_b, learned_b, club_b) = sides
    found = kind_a & kind_b | learned_a & other_b | other_a & learned_b
    return np.asarray(found | club_a & ~club_b & kind_b | club_b & ~club_a & kind_a)


def _other_unions(things: Things, rows: Int32s, columns: Int32s, alone_a: Bools, alone_b: Bools) -> Bools:
    """Whether each side has a word alone that one language tells from the other's: Союз and Федерация."""
    found = np.zeros(len(rows), dtype=np.bool_)
    a, b = alone_a & things.unions.listed[things.ids[rows]], alone_b & things.unions.listed[things.ids[columns]]
    for pair in np.nonzero(a.any(axis=1) & b.any(axis=1))[0].tolist():
        one, other = things.ids[rows[pair], a[pair]], things.ids[columns[pair], b[pair]]
        found[pair] = things.unions.apart(one[:1], other[:1])[0]
    return found


def _branch(things: Things, short: Int32s, long: Int32s, surplus: Bools, share: Float32s) -> Float32s:
    """How much it counts that the short side is nothing but a brand, and the long one has telling words after it.

    A kind of organization at the end, as in Ford Motor Company, makes them a description of the brand. A place after a
    small word or in brackets may be that of the brand itself, as in Sberbank of Russia, and so may a club's town.
    """
    roles, others = things.roles[short], things.roles[long]
    count, bodies = (roles > 0).sum(axis=1), things.places | among(things, "of_any_country")
    brand = (count == 1) & ~bodies[things.ids[short, 0]] & (share[:, 0, 0] >= HALF)
    firm = (count == 2) & (share[:, 0, 0] >= HALF) & (share[:, 1, 1] >= HALF)  # Rolls-Royce
    firm &= (things.unlisted[things.ids[short, :2]] & ~things.a_town[things.ids[short, :2]]).all(axis=1)
    brand = (brand | firm) & ((roles == 0) | (roles == Code.NAME)).all(axis=1) & things.cased[long]
    telling = surplus & telling_words(things, "described")[things.ids[long]]
    telling &= ~(things.a_town[things.ids[long]] & (things.unmoved[short] & things.unmoved[long] > 0)[:, None])
    last = np.maximum((others > 0).sum(axis=1) - 1, 0)
    described = (others[np.arange(len(long)), last] == Code.GENERIC) & ~telling[np.arange(len(long)), last]
    placed = ~(telling & ~things.places[things.ids[long]]).any(axis=1) & (
        things.qualified[long] | (things.sports[long] > 0)
    )
    return np.where(brand & telling.any(axis=1) & ~described, np.where(placed, PLACED, 1.0), 0.0).astype(np.float32)


def _abroad(things: Things, short: Int32s, long: Int32s, surplus: Bools) -> Bools:
    """Whether the short side is a brand with its kind, and the long one has nothing but a country more: Barclays Bank,
    Barclays Bank of Kenya."""
    roles = things.roles[short]
    named = (roles == Code.NAME) & ~things.places[things.ids[short]]
    found = (named.sum(axis=1) == 1) & (roles == Code.GENERIC).any(axis=1) & (roles != Code.WORD).all(axis=1)
    found &= things.qualified[long] & things.cased[long] & (things.bodies[long] == 0) & (things.sports[long] == 0)
    return np.asarray(found & surplus.any(axis=1) & ~(surplus & ~countries(things)[things.ids[long]]).any(axis=1))


def _sisters(things: Things, rows: Int32s, columns: Int32s, alone_a: Bools, alone_b: Bools, near: Float32s) -> Bools:
    """Whether both sides are one brand with another listed word each, one of them telling: Альфа Трейд, Альфа Агро; of
    a listed brand one word may be unlisted: Hyundai Steel, 현대모비스."""
    found = shared_name(things, rows, columns, near)
    brand = one_concept(
        np.where(things.roles[rows] == Code.NAME, things.concepts[things.ids[rows], 0], -1),
        np.where(things.roles[columns] == Code.NAME, things.concepts[things.ids[columns], 0], -1),
    )
    listed = np.ones(len(rows), dtype=np.bool_)
    told = np.zeros(len(rows), dtype=np.bool_)
    for side, alone in ((rows, alone_a), (columns, alone_b)):
        lacking, ids = alone & (things.roles[side] > 0), things.ids[side]
        found &= things.cased[side] & lacking.any(axis=1)
        listed &= (lacking & (things.roles[side] == Code.WORD)).any(axis=1)
        listed &= ~(lacking & things.unlisted[ids]).any(axis=1)
        told |= (lacking & telling_words(things, "described")[ids]).any(axis=1)
    return np.asarray(found & told & (listed | brand))


def _apposed(things: Things, short: Int32s, long: Int32s, surplus: Bools) -> Bools:
    """Whether the long side has a country after its name, and the short none; of a public body it may be left out."""
    named = ((things.roles[short] > 0) & (things.roles[short] < Code.GENERIC)).any(axis=1)
    apart = things.apposed[long] & ~things.apposed[short] & named
    last = np.maximum((things.roles[long] > 0).sum(axis=1) - 1, 0)
    apart &= surplus[np.arange(len(long)), last] & (things.bodies[long] == 0) & things.cased[long]
    return np.asarray(apart)


def _field(things: Things, long: Int32s, surplus: Bools) -> Float32s:
    """How much the surplus words tell, beside a kind that both sides have: a field, of what fields tell apart; of banks
    that have nothing but a place a rank, or a place more that isn't the country (Cairo Amman Bank)."""
    kinds = among(things, "fielded")[things.ids[long]] & ~surplus
    named = things.roles[long] == Code.NAME
    for called, section in ((_places, "fielded_of_places"), (_called_after_places, "fielded_of_adjectives")):
        of_kind = among(things, section)[things.ids[long]] & ~surplus
        if of_kind.any():
            of_place = named.any(axis=1) & (~named | called(things)[things.ids[long]]).all(axis=1)
            kinds |= of_kind & of_place[:, None]
    ranked = among(things, "ranked")[things.ids[long]]
    telling = (things.roles[long] == Code.WORD) & telling_words(things, "ranked")[things.ids[long]]
    fields = telling | (things.fields[long] & ~ranked)
    both = (fields & ~surplus).any(axis=1) & ~among(things, "fielded")[things.ids[long]].any(axis=1)  # a field more
    found = np.where(kinds.any(axis=1) & (surplus & fields).any(axis=1) & ~both, 1.0, 0.0)
    of_banks = among(things, "ranked_of_places")[things.ids[long]] & ~surplus
    found = np.where((kinds & of_banks).any(axis=1) & (surplus & fields).any(axis=1) & both, ANOTHER_FIELD, found)
    banks = of_banks.any(axis=1) & (named & ~surplus).any(axis=1)
    banks &= (~named | things.places[things.ids[long]]).all(axis=1)
    if banks.any():
        inner = np.concatenate([things.roles[long][:, 1:] > 0, np.zeros((len(long), 1), dtype=np.bool_)], axis=1)
        more = (surplus & named & inner & ~countries(things)[things.ids[long]]).any(axis=1)
        told = np.where((surplus & ranked).any(axis=1), RANKED, np.where(more, ANOTHER_PLACE, 0.0))
        found = np.maximum(found, np.where(banks, told, 0.0))
    return found.astype(np.float32)


def _places(things: Things) -> Bools:
    return things.places


def _called_after_places(things: Things) -> Bools:
    """The distinct words that are places, or look like adjectives of one."""
    return np.asarray(things.places | [_OF_A_PLACE.search(word) is not None for word in things.folded])
