"""Names that a street, a prize or a newspaper has, which isn't the person or place: вуліца Янкі Купалы, Kyiv Post."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools
from translit.kinds import ORGANIZATION, PERSON, PLACE
from translit.matching.persons.lexicon.lists import titles
from translit.text.candidates.features import PARTIAL_COLUMN
from translit.text.candidates.found import Found
from translit.text.candidates.text_block import HYPHEN, PLAIN, Block
from translit.text.inflection.grammar import ALL_CELLS, Case, Number, cells
from translit.text.lookup.forms import Club
from translit.text.reading.cues import cue_before
from translit.text.reading.institution_words import Said, said_by
from translit.text.reading.readings import has_table
from translit.text.reading.words import Shape, TextWord
from translit.text.sense.may_be_parts import may_be_parts
from translit.text.sense.named_words import named
from translit.text.sense.parts_of_names import is_part_of_name, lists_of, parts
from translit.text.sense.titled import BLANKS, is_titled

GENITIVE, NOMINATIVE = (cells([case], numbers=[Number.SINGULAR]) for case in (Case.GENITIVE, Case.NOMINATIVE))
WITHOUT_CASES = frozenset(("en", "fr", "de", "es", "it", "pt", "bg", "mk", "nl"))
WITHOUT_GENITIVE = frozenset(("hu", "et"))  # where the name of a street has no ending of its own, or none that tells
NAMED_AFTER = frozenset(("after", "for", "nach", "après"))
DOTS = frozenset((". ", ".\xa0", "."))
QUOTED = frozenset((" «", " „", " “", ' "'))
ABBREVIATED = frozenset(("им", "ім", "im"))


def named_after(found: Found) -> Bools:
    """Whether each candidate is but the name of a street, an institution, a newspaper or a club."""
    block = found.block
    result = np.zeros(len(found), dtype=np.bool_)
    if not len(found):
        return result
    kinds = np.asarray(found.gazetteer.index.kinds)[found.entities]
    size = max(block.size - 1, 0)
    before, after = np.maximum(found.firsts - 1, 0), np.minimum(found.lasts + 1, size)
    is_before = (before < found.firsts) & (block.doc[before] == block.doc[found.firsts])
    is_after = (after > found.lasts) & (block.doc[after] == block.doc[found.lasts])
    told = is_before & block.told(before, _may_stand_before)
    told |= is_after & block.told(after, _may_stand_behind)
    partial = (kinds == ORGANIZATION) & (found.store.features[found.rows, PARTIAL_COLUMN] > 0)
    club = found.store.clubs[found.rows] == Club.SHORT
    for number in np.flatnonzero(told & ((kinds == PERSON) | partial | club)).tolist():
        first, last = int(found.firsts[number]), int(found.lasts[number])
        result[number] = (is_before[number] and _is_of_street(found, number, first)) or (
            is_after[number] and _is_before_thing(found, number, last)
        )
    for number in np.flatnonzero(told & (kinds == PLACE) & (found.firsts == found.lasts)).tolist():
        result[number] = is_after[number] and _is_in_title(block, int(found.lasts[number]))
    town = ((kinds == PLACE) | (found.store.clubs[found.rows] == Club.TOWN)) & ~result
    for number in may_be_parts(found, np.flatnonzero(town)).tolist():
        first, last = int(found.firsts[number]), int(found.lasts[number])
        doc = int(block.doc[first])
        start = int(block.firsts[doc])
        result[number] = is_part_of_name(block.texts[doc], first - start, last - start, found.candidate(number)) or (
            first == last and is_titled(block, first, last)  # «Красный замок» is a place
        )
    single = partial & (found.firsts == found.lasts)
    result |= single & block.told(found.firsts, _is_owner)  # a Belarusian leader
    for number in np.flatnonzero(single & is_after & ~result & block.told(found.firsts, _is_university)).tolist():
        result[number] = _is_elsewhere(block, int(found.lasts[number]))
    clubs = partial & (found.firsts == found.lasts) & is_after & (block.shape[after] == Shape.CAPITAL)
    clubs &= (block.after[found.lasts] & (PLAIN | HYPHEN)) > 0
    for number in np.flatnonzero(clubs).tolist():  # Dynamo of another city
        result[number] |= "clubs" in lists_of(_word(block, int(found.firsts[number])).lower)
    return result


def _may_stand_before(word: TextWord) -> bool:
    lower, lists = word.lower, ("streets", "sites", "short", "institutions", "named")
    return any(named().has(name, lower) for name in lists) or lower in NAMED_AFTER or is_title(lower)


def _may_stand_behind(word: TextWord) -> bool:
    return any(named().has(name, word.lower) for name in ("behind", "behind_genitive", "titles"))


def _is_university(word: TextWord) -> bool:
    return "universities" in lists_of(word.lower)


def _is_owner(word: TextWord) -> bool:
    return said_by(word.text) == Said.OWNER


def is_title(lower: str) -> bool:
    """Whether a word may stand between a street and a person's name: улица Академика Сахарова."""
    return lower in titles() or cue_before(lower) == 1 << PERSON


def _is_of_street(found: Found, number: int, first: int) -> bool:
    """Whether the words before a person's name say that it is a street's, or that something is named so."""
    block = found.block
    place = first - 1
    word = _word(block, place)
    gap = _gap(block, first)
    if gap in QUOTED:  # Аеродром „Никола Тесла“
        return any(named().has(name, word.lower) for name in ("streets", "sites", "institutions"))
    if gap not in BLANKS and not (gap in DOTS and (named().has("short", word.lower) or word.lower in ABBREVIATED)):
        return False
    if (
        gap in BLANKS
        and is_title(word.lower)
        and not named().has("streets", word.lower)
        and _same(block, place - 1, place)
    ):
        place -= 1
        word, gap = _word(block, place), _gap(block, place + 1)
    lower, table = word.lower, named()
    if table.has("named", lower) or (gap in DOTS and lower in ABBREVIATED):
        return True
    if lower in NAMED_AFTER and _same(block, place - 1, place):
        return f"{_word(block, place - 1).lower}-{lower}" in table.words["named_pairs"]
    street = table.has("streets", lower) or (gap in DOTS and table.has("short", lower))
    institution = table.has("institutions", lower) and bool(found.anchors[number])
    partial = found.candidate(number).form.kind == ORGANIZATION  # an institution of the same name
    if partial or (word.language or "").split("-")[0] in WITHOUT_CASES or not has_table(word.language):
        return street
    told = found.candidate(number).cells & ALL_CELLS
    genitive = bool(told & GENITIVE) and not told & NOMINATIVE  # the chief of the airport Jan Novák
    return genitive and (street or institution or table.has("sites", lower))


def _is_before_thing(found: Found, number: int, last: int) -> bool:
    """Whether what is named after a person follows the name."""
    block, word = found.block, _word(found.block, last + 1)
    if not block.after[last] & (PLAIN | HYPHEN):
        return False
    if word.shape == Shape.CAPITAL and named().has("behind", word.lower):
        return True
    one = found.candidate(number)
    whose = one.derived or bool(one.cells & GENITIVE) or one.form.kind == ORGANIZATION  # Masarykova ulice
    whose |= (word.language or "") in WITHOUT_GENITIVE
    return word.shape == Shape.LOWER and named().has("behind_genitive", word.lower) and whose


def _is_in_title(block: Block, last: int) -> bool:
    """Whether a place is the first word of a newspaper's name or the like."""
    word = _word(block, last + 1)
    if not block.after[last] & (PLAIN | HYPHEN) or not named().has("titles", word.lower):
        return False
    return word.shape != Shape.LOWER or not word.text.isascii()


def _is_elsewhere(block: Block, last: int) -> bool:
    """Whether a word for a university is that of the town behind it: Uniwersytet w Białymstoku."""
    behind = last + 2
    if behind >= block.size or block.doc[behind] != block.doc[last]:
        return False
    return _word(block, last + 1).lower in parts()["links"].whole and block.shape[behind] == Shape.CAPITAL


def _word(block: Block, place: int) -> TextWord:
    return block.words[int(block.ids[place])]


def _same(block: Block, place: int, other: int) -> bool:
    return place >= 0 and bool(block.doc[place] == block.doc[other])


def _gap(block: Block, place: int) -> str:
    """What stands before a word."""
    doc = int(block.doc[place])
    return block.texts[doc].gaps[place - int(block.firsts[doc])]
