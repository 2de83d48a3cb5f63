"""Names that a word beside them makes another thing's: rzeki Lidy, Bäckerei Scholz, Orscha-Schule, Minsk Mazowiecki."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from translit.arrays import Bools
from translit.compiled import read_toml
from translit.kinds import PERSON, PLACE
from translit.matching.phonetics.fold import VOWELS, fold
from translit.text.candidates.candidate import Candidate
from translit.text.candidates.features import FAMILY_COLUMN
from translit.text.candidates.found import Found
from translit.text.candidates.owner_words import owners_in
from translit.text.candidates.text_block import HYPHEN, PLAIN, Block
from translit.text.inflection.grammar import ALL_CELLS, Case, cases_of
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.cues import cue_before
from translit.text.reading.readings import readings
from translit.text.reading.words import NOUN, Shape, TextWord
from translit.text.sense.bearers import prepositions

PLACES = ("streets", "waters")
DECLINED = frozenset("aаяą")  # vowels in which names of towns end that have a genitive of their own
NEAR = 0.1  # distance up to which a word is a listed name: set by hand
ADJECTIVES = ("ski", "ska", "skie", "cki", "cka", "ckie", "zki", "zka", "zkie",
              "ský", "ská", "ské", "cký", "cká", "cké", "ский", "ская", "ское", "цкий", "цкая", "цкое",
              "ський", "ська", "ське", "цький", "цька", "цьке",
              "скі", "скае", "цкі", "цкае")  # fmt: skip


BLANKS = frozenset((" ", "\xa0"))
AND = frozenset(("and", "und", "et", "i", "y", "e", "a", "и", "і", "й", "ir", "un", "ja", "és", "in", "og", "och"))


class Kinds(NamedTuple):
    """What `tables/text/kinds.toml` says: words, and how words begin, with their list."""

    words: dict[str, str]
    starts: tuple[tuple[str, str], ...]
    behind: frozenset[str]
    towns: frozenset[str]
    agreeing: frozenset[str]  # languages
    firms: frozenset[str]


@cache
def kinds() -> Kinds:
    """The words that make a name another thing's.

    >>> kinds().words["rzeki"], "mazowiecki" in kinds().towns
    ('waters', True)
    """
    raw = read_toml("text", "kinds.toml")["table"]
    said = {word: name for name in (*PLACES, "shops") for word in raw[name].split()}
    starts = tuple((word[:-1], name) for word, name in said.items() if word.endswith("-"))
    towns, behind = frozenset(map(fold, raw["towns"].split())), frozenset(raw["behind"].split())
    return Kinds(said, starts, behind, towns, frozenset(raw["agreeing"].split()), frozenset(raw["firms"].split()))


def of_other_kind(found: Found) -> Bools:
    """Whether a word beside each candidate of one word says that it is another thing's."""
    block, size = found.block, max(found.block.size - 1, 0)
    result = np.zeros(len(found), dtype=np.bool_)
    if not len(found):
        return result
    every = np.asarray(found.gazetteer.index.kinds)[found.entities]
    place = every == PLACE
    asked = (found.firsts == found.lasts) & (place | (found.store.features[found.rows, FAMILY_COLUMN] > 0))
    before, after = np.maximum(found.firsts - 1, 0), np.minimum(found.lasts + 1, size)
    plain = asked & ((block.before[found.firsts] & PLAIN) > 0) & (block.doc[before] == block.doc[found.firsts])
    near = asked & ((block.after[found.lasts] & (PLAIN | HYPHEN)) > 0) & (block.doc[after] == block.doc[found.lasts])
    near &= block.shape[after] == Shape.CAPITAL
    plain &= block.told(before, _may_be_before) & (before < found.firsts)
    near &= block.told(after, _may_be_behind) & (after > found.lasts)
    for number in np.flatnonzero(plain).tolist():
        one, previous = (block.words[int(block.ids[at[number]])] for at in (found.firsts, before))
        said = _kind(previous)
        if said and (said in PLACES) == bool(place[number]):
            result[number] = _is_of(said, one, found.candidate(number), found.gazetteer)
    firms = np.flatnonzero(asked & ~place & (after > found.lasts) & ~result & (block.doc[after] == found.docs))
    for number in firms.tolist():
        result[number] = _is_firm(block, int(found.lasts[number]))
    for number in np.flatnonzero(near & ~result).tolist():
        one, previous, word = (block.words[int(block.ids[at[number]])] for at in (found.firsts, before, after))
        result[number] = word.lower in kinds().behind or (
            place[number]
            and not cue_before(previous.lower) >> PERSON & 1
            and _is_of_town(word, one, found.candidate(number), previous.lower in prepositions())
        )
    return result


def _is_firm(block: Block, last: int) -> bool:
    """Whether what follows a family name makes a company of it: & Partners, und Söhne, GmbH."""
    doc = int(block.doc[last])
    text, place = block.texts[doc], last - int(block.firsts[doc]) + 1
    gap = text.gaps[place]
    if gap in BLANKS and text.words[place].lower in AND:
        place += 1
    elif gap not in BLANKS and gap != " & ":
        return False
    word = text.words[place] if place < len(text.words) else None
    return word is not None and word.shape > 0 and word.lower in kinds().firms


def _may_be_behind(word: TextWord) -> bool:
    """Whether a word may be one behind a name: a word of the list, the second of a town, an adjective."""
    return word.lower in kinds().behind or fold(word.text) in kinds().towns or word.folded.endswith(ADJECTIVES)


def _may_be_before(word: TextWord) -> bool:
    return _kind(word) is not None


def _kind(word: TextWord) -> str | None:
    """Which list has a word."""
    if word.lower in kinds().words:
        return kinds().words[word.lower]
    return next((name for start, name in kinds().starts if word.lower.startswith(start)), None)


def _is_of(said: str, word: TextWord, found: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a name after a word of a list isn't the owner of what the word names."""
    if said == "waters":
        return not any(owners_in(name) for name in gazetteer.index.entity(found.form.entity).names)
    last = fold(word.text)[-1:]
    if said == "streets" and last in VOWELS - DECLINED:
        return False  # улицы Тбилиси
    if said == "shops" and not word.bits & NOUN and word.language != "fr" and last in VOWELS:
        return False  # фирма Лукашенко is his, or has his name
    return _is_listed(word, found) or Case.GENITIVE not in cases_of(found.cells & ALL_CELLS)


def _is_listed(word: TextWord, found: Candidate) -> bool:
    """Whether a word of a candidate stands as the name has it, so in no other case."""
    return any(found.form.slots[slot].folded == fold(word.text) for slot in found.matches)


def _is_of_town(word: TextWord, place: TextWord, found: Candidate, is_after_preposition: bool) -> bool:
    """Whether a word is the second one of a town's name, by the table or as an adjective that agrees with the first.

    In the genitive alone it may be somebody's family name: Минска Островского.
    """
    if not kinds().towns.isdisjoint((word.folded, fold(word.text))):
        return True
    if word.language not in kinds().agreeing or not word.folded.endswith(ADJECTIVES):
        return False
    if any(one[0] < NEAR for one in word.hits.values()):
        return False
    nominative = word.folded == fold(word.text)
    if nominative or _is_listed(place, found):
        return nominative and _is_listed(place, found)
    row = readings([word.text], word.language)[0][0]
    common = set(cases_of(row.cells & found.cells & ALL_CELLS)) - {Case.ACCUSATIVE}
    return bool(common) and (is_after_preposition or common != {Case.GENITIVE})
