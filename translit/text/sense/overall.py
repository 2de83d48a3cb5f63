"""What the place and the whole text say of each candidate, for all candidates of a block at once."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Float64s, Int64s
from translit.finding.index.ranges import spread
from translit.text.candidates.features import (
    EXACT_COLUMN,
    KIND_COLUMN,
    OVERALL,
    PARTIAL_COLUMN,
    PERSON_COLUMN,
    PLACED,
    SCRIPT_COLUMN,
    SHARE_COLUMN,
    WORST_COLUMN,
)
from translit.text.candidates.found import Found
from translit.text.candidates.spans import CLOSE
from translit.text.candidates.text_block import BLANK, CLOSES, HYPHEN, OPENS, PLAIN, Block, Test
from translit.text.reading.words import CALENDAR, CUE, FUNCTION, NOUN, Shape
from translit.text.sense.anchoring import anchoring, of_another
from translit.text.sense.bearers import is_common_word, is_given
from translit.text.sense.german_nouns import common_nouns
from translit.text.sense.kinds_beside import of_other_kind
from translit.text.sense.named_after import named_after
from translit.text.sense.owners import of_others
from translit.text.sense.sports_clubs import clubs
from translit.text.sense.states import in_states
from translit.text.sense.strangers import contradicted
from translit.text.sense.unsaid_owners import of_unsaid

MOST_OFTEN = 5.0
WIDE = 64  # names that have a word, from which on it says little by itself
SURE = 0.1  # distance of the worst word up to which a name elsewhere confirms one: set by hand
GIVEN, CLUB = PLACED.index("listed given"), PLACED.index("club")
HALF = 0.5  # share of a name below which its words in a language of capital nouns are but a noun: set by hand
SCALE = 64.0  # more than the ways to stand are apart


def describe(found: Found) -> None:
    """Give the candidates their features; those that need the full name in the text stay only where it stands.

    They are a given name alone, what only says the kind of thing (Bank) or what an organization does and where (Polish,
    President), a small part of a longer name where all nouns have a capital, and a month or day, which must have the
    name's very letters too: Friedrich Merz doesn't make a name of März. A common word alone that only the start of a
    sentence gives a capital is no name, unless another one of its entity stands in the text; nor is a given name a
    place or organization that is spelled otherwise in its script: George is no Géorgie.
    """
    found.keep(~(contradicted(found) | of_others(found) | in_states(found) | of_other_kind(found) | named_after(found)))
    found.keep(~(of_another(found) | of_unsaid(found) | common_nouns(found)))
    wrong, announced = clubs(found)
    found.keep(~wrong)
    placed = _placed(found)
    placed[:, CLUB] = announced[~wrong]
    placed[:, -1] *= ~announced[~wrong]
    overall = _overall(found, placed[:, -1] > 0)
    rows = found.store.features[found.rows]
    single, bits = found.firsts == found.lasts, found.block.bits[found.firsts]
    noun = single & ((bits & NOUN) > 0) & (rows[:, PARTIAL_COLUMN] > 0) & (rows[:, SHARE_COLUMN] < HALF)
    month = single & ((bits & CALENDAR) > 0)
    part = found.given_alone | noun | (rows[:, KIND_COLUMN] > 0) | found.store.common[found.rows]
    kept = np.where(month, found.anchored & (rows[:, EXACT_COLUMN] > 0), found.anchored | ~part)
    kept &= ~(single & (overall[:, -1] > 0))
    kept &= ~((placed[:, GIVEN] > 0) & (rows[:, EXACT_COLUMN] == 0) & (rows[:, SCRIPT_COLUMN] > 0))
    found.placed = np.hstack([placed, overall])[kept]
    found.keep(kept)


def _placed(found: Found) -> Float32s:
    """The features that `features.PLACED` names."""
    block, first, last = found.block, found.firsts, found.lasts
    bits, sets, shape, starts = block.bits, block.given, block.shape, block.starts
    alone, thing = first == last, found.store.features[found.rows, PERSON_COLUMN] == 0
    quoted = ((block.before[first] & OPENS) > 0) & ((block.after[last] & CLOSES) > 0)
    capital = (shape == Shape.CAPITAL) | (shape == Shape.UPPER)
    size = max(block.size - 1, 0)
    before, after = np.maximum(first - 1, 0), np.minimum(last + 1, size)
    doc = block.doc
    is_before = (first > 0) & (doc[before] == doc[first]) & ((block.before[first] & PLAIN) > 0)
    is_after = (last < size) & (doc[after] == doc[last]) & ((block.after[last] & PLAIN) > 0)
    cues = np.where(is_before, bits[before] // CUE, 0)
    cue = np.where(shape[before] == Shape.LOWER, cues, 0)
    # where all nouns have a capital one before tells the kind, and one behind nothing
    kinds = np.asarray(found.gazetteer.index.kinds)[found.entities].astype(np.int64)
    title = (shape[before] == Shape.CAPITAL) & ((cues >> kinds) & 1 > 0)
    noun = (bits[after] & NOUN > 0) & ~sets[after]
    capital_before, capital_after = is_before & capital[before] & ~title, is_after & capital[after] & ~noun
    given_before = capital_before & sets[before]
    return np.column_stack([
        alone & starts[first],
        alone & (shape[first] == Shape.CAPITAL) & ((bits[first] & FUNCTION) > 0),
        alone & sets[first],
        capital_before & ~given_before & ~starts[before],
        given_before,
        capital_after,
        capital_after & sets[after],
        cue & 1 > 0,
        cue & 2 > 0,
        cue & 4 > 0,
        ((block.before[first] | block.after[last]) & HYPHEN) > 0,
        _told(found, alone & thing, is_given),
        np.zeros(len(first)),
        quoted,
        _common(found) & ~quoted,
    ]).astype(np.float32)  # fmt: skip


def _told(found: Found, asked: Bools, test: Test) -> Bools:
    """Whether a test holds of the first word of those candidates that are asked for."""
    result = np.zeros(len(asked), dtype=np.bool_)
    result[asked] = found.block.told(found.firsts[asked], test)
    return result


def _common(found: Found) -> Bools:
    """Whether a candidate has a capital only because a sentence starts with it, and that word is a common one."""
    block, first = found.block, found.firsts
    before = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(block.shape > 0)])  # words with capitals
    one = (before[found.lasts + 1] - before[first] == 1) & (block.shape[first] == Shape.CAPITAL) & block.starts[first]
    return _told(found, one, is_common_word)


def _overall(found: Found, common: Bools) -> Float32s:
    """The features that `features.OVERALL` names; `common` is the last of `features.PLACED`."""
    block, entities = found.block, found.entities
    single = found.firsts == found.lasts
    often, small = block.counts
    shaped = block.shape > 0
    lower = found.most(small / np.maximum(small + often, 1))
    _, tokens = found.matches
    named, others = anchoring(found, _words(block, tokens))
    person = found.store.features[found.rows, PERSON_COLUMN] > 0
    strangers = _strangers(found)
    stranger = found.any_match(np.isin(_words(block, tokens), strangers))
    rivals, behind, ahead = _beside(found)
    better, inside = _inside(found)
    return np.column_stack([
        np.where(single, lower, 0.3 * lower),
        np.minimum(np.log2(np.maximum(found.most(np.where(shaped, often, 0)), 1)), MOST_OFTEN),
        named,
        ~named & others,
        stranger & ~named & person,
        rivals,
        behind,
        ahead,
        inside,
        better,
        single & (block.sizes[found.firsts] > WIDE),
        _exact(found),
        common & ~found.anchored & ~_confirmed(found),
    ]).astype(np.float32) if len(entities) else np.zeros((0, len(OVERALL)), dtype=np.float32)  # fmt: skip


def _confirmed(found: Found) -> Bools:
    """Whether the text has a name of each candidate's entity with a capital that no start of a sentence gives it."""
    keys = found.docs * (int(found.entities.max(initial=0)) + 1) + found.entities
    told = ~found.block.starts[found.firsts] & (found.block.shape[found.firsts] > 0)
    return np.isin(keys, keys[told & (found.store.features[found.rows, WORST_COLUMN] <= SURE)])


def _exact(found: Found) -> Float64s:
    """Of the spans of each candidate's text that are a whole name, the share that has a name's very letters."""
    count = len(found.block.texts)
    rows = np.flatnonzero(found.store.wholes[found.rows])
    spans, first = np.unique(found.spans[rows], return_index=True)
    exact = np.zeros(int(found.spans.max(initial=0)) + 1)
    np.maximum.at(exact, found.spans[rows], found.store.features[found.rows[rows], EXACT_COLUMN])
    docs = found.docs[rows[first]]
    whole = np.bincount(docs, minlength=count)
    same = np.bincount(docs, weights=exact[spans], minlength=count)
    return np.asarray(((same + 1.0) / (whole + 2.0))[found.docs])


def _words(block: Block, tokens: Int64s) -> Int64s:
    """A number for what a word folds to in its text."""
    return block.doc[tokens] * (len(block.words) + 1) + block.folded[tokens]


def _strangers(found: Found) -> Int64s:
    """The words that follow a given name and are no part of a full name of an entity, as `_words`."""
    block = found.block
    covered = np.zeros(block.size, dtype=np.bool_)
    full = np.flatnonzero(found.anchors)
    covered[spread(found.firsts[full], found.lasts[full] + 1)] = True
    capital = block.shape == Shape.CAPITAL
    following = capital & ((block.before & BLANK) > 0) & ~block.given & ~covered
    following[1:] &= capital[:-1] & block.given[:-1] & (block.doc[1:] == block.doc[:-1])
    following[:1] = False
    return np.unique(_words(block, np.flatnonzero(following)))


def _beside(found: Found) -> tuple[Float64s, Float64s, Float64s]:
    """Rivals of the same span about as good, how much the candidate stands behind the best, how much ahead.

    A rival of twice the weight counts twice, so that of many bearers of a name the text means the one talked about.
    """
    count = len(found)
    order = np.lexsort((found.standing, found.spans))
    span, value = found.spans[order], found.standing[order]
    keys = span * SCALE + value
    ends = np.searchsorted(span, span, side="right")
    weights = found.gazetteer.index.weights_of(found.entities[order])
    before = np.concatenate([np.zeros(1), np.cumsum(weights)])
    rivals = (before[ends] - before[np.searchsorted(keys, keys - CLOSE - 1e-9)] - weights) / weights
    best = value[ends - 1]
    second = np.where(ends - np.searchsorted(span, span) > 1, value[np.maximum(ends - 2, 0)], -1.0)
    best = np.where(best > value, best, second)
    result = np.empty((3, count))
    result[:, order] = (
        np.log2(1 + np.maximum(rivals, 0.0)),
        np.minimum(np.maximum(0.0, best - value), 1.0),
        np.minimum(np.maximum(0.0, value - best), 1.0),
    )
    return result[0], result[1], result[2]


def _inside(found: Found) -> tuple[Float64s, Float64s]:
    """How much better a longer span around the candidate's is, and whether there is one."""
    count = len(found)
    better, inside = np.zeros(count), np.zeros(count)
    longer = np.flatnonzero(found.lasts > found.firsts)
    if not len(longer):
        return better, inside
    tops = np.full(int(found.spans.max()) + 1, -np.inf)
    np.maximum.at(tops, found.spans[longer], found.standing[longer])
    longer = longer[np.unique(found.spans[longer], return_index=True)[1]]
    sizes = found.lasts[longer] + 1 - found.firsts[longer]
    places = spread(found.firsts[longer], found.lasts[longer] + 1)
    order = np.argsort(places, kind="stable")
    places, spans = places[order], longer.repeat(sizes)[order]
    start = np.searchsorted(places, found.firsts)
    end = np.searchsorted(places, found.firsts, side="right")
    mine = np.arange(count).repeat(end - start)
    around = spans[spread(start, end)]
    wider = found.lasts[around] - found.firsts[around] > found.lasts[mine] - found.firsts[mine]
    wider &= (found.firsts[around] <= found.firsts[mine]) & (found.lasts[around] >= found.lasts[mine])
    mine, around = mine[wider], around[wider]
    inside[mine] = 1.0
    np.maximum.at(better, mine, tops[found.spans[around]] - found.standing[mine] + 0.5)
    return np.minimum(better, 1.0), inside
