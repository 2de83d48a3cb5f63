"""Sports clubs by the word that they go by, which only a text about sport gives them: «Динамо» of FC Dynamo Kyiv."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.text.candidates.found import Found
from translit.text.candidates.owner_words import rules
from translit.text.candidates.text_block import HYPHEN, PLAIN, Block
from translit.text.lookup.club_names import is_mark, is_of_sport
from translit.text.lookup.forms import Club
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.words import NOUN, Shape, TextWord

ENOUGH = 2  # different words of sport that make a text one about it: set by hand
JOINTS = frozenset((" ", "\xa0", "-"))
NEITHER: frozenset[str] = frozenset()
BESIDE = frozenset((" ", "\xa0", " «", " „", " “", ' "', "» ", "“ ", "” ", '" ', "» (", "“ (", "” (", '" (', " (", "-"))


def clubs(found: Found) -> tuple[Bools, Bools]:
    """Whether each candidate is no club, since the text isn't about sport or says another town; and whether it is one.

    A word that a club goes by counts without such a text where the club's full name stands there.
    """
    none = np.zeros(len(found), dtype=np.bool_)
    marked = found.store.clubs[found.rows]
    if not marked.any():
        return none, none
    about = _about_sport(found)[found.docs]
    short = marked == Club.SHORT
    wrong = short & ~(about | found.anchored)
    for number in np.flatnonzero(short & ~wrong).tolist():
        wrong[number] = _is_of_other_town(found, number)
    block, size = found.block, max(found.block.size - 1, 0)
    before, after = np.maximum(found.firsts - 1, 0), np.minimum(found.lasts + 1, size)
    beside = ((block.before[found.firsts] & (PLAIN | HYPHEN)) > 0) & _marks(block, before)
    beside |= ((block.after[found.lasts] & (PLAIN | HYPHEN)) > 0) & _marks(block, after)
    town = found.store.clubs[found.rows] == Club.TOWN
    return wrong, np.asarray((marked > 0) & (beside | (about & ~town)))


def _marks(block: Block, places: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Bools:
    """Whether a word of some places marks a club: FC."""
    return block.told(places, _is_mark)


def _is_mark(word: TextWord) -> bool:
    return word.shape > 0 and is_mark(word.lower)


def _is_of_sport(word: TextWord) -> bool:
    return is_of_sport(word.lower)


def _about_sport(found: Found) -> Bools:
    """Which texts of the block are about sport."""
    block = found.block
    places = np.flatnonzero(block.told(np.arange(block.size), _is_of_sport))
    pairs = np.unique(block.doc[places] * (len(block.words) + 1) + block.ids[places])
    counted = np.bincount(pairs // (len(block.words) + 1), minlength=len(block.texts))
    return np.asarray(counted >= ENOUGH)


def _is_of_other_town(found: Found, number: int) -> bool:
    """Whether a town beside a club's word isn't that of the club: минское «Динамо», Dinamo Zagreb."""
    block, first, last = found.block, int(found.firsts[number]), int(found.lasts[number])
    doc = int(block.doc[first])
    text, start = block.texts[doc], int(block.firsts[doc])
    said: frozenset[str] = NEITHER
    if first > start and text.gaps[first - start] in BESIDE:
        word = text.words[first - start - 1]
        if not word.shape or (word.language or "").split("-")[0] in rules().genitive_before:
            said |= _towns(word)
    behind = last - start + 1
    if behind < len(text.words) and text.gaps[behind] in BESIDE and text.words[behind].shape == Shape.CAPITAL:
        if text.gaps[behind] in JOINTS and not text.words[behind].bits & NOUN:
            return True  # Partizan Tivat: of the club's own town it would be the whole name
        said |= _towns(text.words[behind])
    own = _towns_of(found.gazetteer, int(found.entities[number])) if said else NEITHER
    return bool(said and own) and said.isdisjoint(own)


def _towns(word: TextWord) -> frozenset[str]:
    """The places of the tables that a word or its adjective stands for."""
    return NEITHER.union(*map(_places, (word.folded, fold(word.text))))


def _towns_of(gazetteer: Gazetteer, entity: int) -> frozenset[str]:
    """The places that the names of an entity speak of."""
    words = [folded_word(word) for name in gazetteer.index.entity(entity).names for word in words_of(name)]
    return NEITHER.union(*map(_places, words))


def _places(folded: str) -> frozenset[str]:
    """The keys of the places that a folded word stands for, in the tables of places and in those of organizations."""
    found: set[str] = set()
    for known in map(lexicon, ("organization", "place")) if folded else ():
        found.update(known.keys[one] for one in known.places.intersection(known.of_word(folded)))
    return frozenset(found)
