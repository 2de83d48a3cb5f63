"""What the entities' names say of each distinct word of a block of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np

from translit.arrays import Int64s
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.phonetics.fold import fold, romanized
from translit.text.lookup.as_read import AsRead
from translit.text.lookup.beginnings import concepts_of
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.lookup.hits import ALIKE, MOST_PIVOTS, NEAR, read
from translit.text.lookup.shared_numbers import flags, listed, shared
from translit.text.lookup.word_columns import Columns, Near, best, near, nearest, starts_of
from translit.text.reading.bare_words import article_letters, bare, elided_letters
from translit.text.reading.readings import ALL, CUT, Reading, readings
from translit.text.reading.words import NO_HITS, NO_SETS, Shape, TextWord

FEW = 64  # names that have a word, up to which it is looked at by itself
MOST_IDS = 200  # words of the index that a word of a text may be
NEAR_DERIVED = 0.15  # distance at which a word is derived from a name
SURELY_NOT = 12.0  # how much more a derivation may cost than the best base and still count at all, in nats
GIVEN, NICKNAME = 0.18, 0.28  # distance of forms of one given name, of which the second is short
CHEAP = 2.5  # cost of a base from which on it isn't looked up among given names
ALIKE_OPEN = 0.4  # the same of scripts without vowels, where ptn is Putin: set by hand
OTHER_SOUNDS = (("np", "mp"), ("b", "v"), ("k", "h"), ("f", "v"), ("do", "dg"), ("j", "z"))
MOST_WIDENED = 32
TOGETHER = 1 << 13  # words that are looked up at once


def fill(words: Iterable[TextWord], gazetteer: Gazetteer) -> None:
    """Look up the words that haven't been, each in its language."""
    wanted = [word for word in words if not word.ready]
    for start in range(0, len(wanted), TOGETHER):
        _fill(wanted[start : start + TOGETHER], gazetteer)


def fill_open(words: Sequence[TextWord], gazetteer: Gazetteer) -> None:
    """Look up words of scripts that leave sounds open, as they stand: in more readings, which needn't be as alike."""
    texts = [bare(romanized(word.text)) for word in words]
    rows = [[Reading(folded, 0.0, ALL, False)] if folded else [] for folded in (fold.uncached(texts) if texts else [])]
    read_as = AsRead(reading.folded for row in rows for reading in row)
    for word, row in zip(words, rows, strict=True):
        word.ready, word.folded = True, row[0].folded if row else ""
    wider = {text: widened(pivots) for text, pivots in read_as.pivots.items()}
    _take_hits(words, rows, wider, gazetteer, MOST_WIDENED, ALIKE_OPEN)
    _take_sets(list(zip(words, rows, strict=True)), read_as)
    gazetteer.prepare(number for word in words for number in word.names)


def widened(pivots: Sequence[str]) -> tuple[str, ...]:
    """Pivots of a word, and what they are where other languages write sounds that its script hasn't.

    >>> widened(("peskop", "peskof"))
    ('peskop', 'peskof', 'peshop', 'peshof', 'peskov', 'peshov')
    """
    found = dict.fromkeys(pivots)
    for sound, other in OTHER_SOUNDS:
        found |= dict.fromkeys([text.replace(sound, other) for text in found if sound in text])
        if len(found) >= MOST_WIDENED:
            break
    return tuple(found)[:MOST_WIDENED]


def _fill(words: Sequence[TextWord], gazetteer: Gazetteer) -> None:
    rows = _readings(words)
    read = AsRead(reading.folded for row in rows for reading in row)
    rows = _of_small_words(words, rows, read.loose, gazetteer)
    for word, row in zip(words, rows, strict=True):
        word.ready = True
        word.folded = row[0].folded if row else ""
        likely = min((reading.cost for reading in row if reading.derived), default=None)
        if likely is not None:
            word.adjective = max(0.0, 1 - (likely - min(reading.cost for reading in row)) / SURELY_NOT)
    _take_hits(words, rows, read.pivots, gazetteer)
    _take_sets([(word, row) for word, row in zip(words, rows, strict=True) if word.shape], read)
    if gazetteer.things:
        translated = gazetteer.translated.beginnings
        _take_concepts(
            (word, row)
            for word, row in zip(words, rows, strict=True)
            if word.folded and translated.has(read.loose[word.folded])
        )
        for word in words:
            if word.shape == Shape.UPPER and word.text.isalpha():
                _take_acronyms(word, gazetteer)
    gazetteer.prepare(number for word in words for number in word.names)


def _readings(words: Sequence[TextWord]) -> list[list[Reading]]:
    """The readings of words, those of one language together."""
    places: dict[str | None, list[int]] = {}
    for place, word in enumerate(words):
        word.elided = elided_letters(word.text) if word.shape else article_letters(word.text)
        places.setdefault(word.language, []).append(place)
    found: list[list[Reading]] = [[] for _ in words]
    for language, mine in places.items():
        texts = [words[place].text[words[place].elided :] for place in mine]
        for place, row in zip(mine, readings(texts, language), strict=True):
            found[place] = row
    return found


def _of_small_words(
    words: Sequence[TextWord],
    rows: list[list[Reading]],
    loose: Mapping[str, Sequence[str]],
    gazetteer: Gazetteer,
) -> list[list[Reading]]:
    """The readings of words, of those in small letters only what is spelled much like a word of a longer name.

    What the tables translate is left too.
    """
    small = [place for place, word in enumerate(words) if not word.shape]
    known, translated = gazetteer.beginnings, gazetteer.translated.beginnings
    found = list(rows)
    for place in small:
        found[place] = [
            one
            for one in rows[place]
            if known.is_word(loose[one.folded]) or (one.cost < CUT and translated.has(loose[one.folded]))
        ]
    return found


def _take_hits(
    words: Sequence[TextWord],
    rows: Sequence[Sequence[Reading]],
    pivots: Mapping[str, Sequence[str]],
    gazetteer: Gazetteer,
    most: int = MOST_PIVOTS,
    least: float = ALIKE,
) -> None:
    """Which words of names each word may be, by all its bases, and the names that have them."""
    columns = Columns(rows)
    asked = read(columns.texts, pivots, most)
    number: dict[str, int] = {}
    every = []
    for number_of_layer, layer in enumerate(gazetteer.layers):
        found = near(columns, layer.finder.sounding(asked, least), layer.finder, number)
        found = _begun_alike(found, columns.words, words, list(number), gazetteer)
        every.append(found)
        owners, ids = nearest(columns, found, MOST_IDS)
        starts = starts_of(owners)
        for first, end in pairwise([*starts.tolist(), len(owners)]):
            word = words[int(owners[first])]
            word.ids = (*word.ids, *((),) * (number_of_layer - len(word.ids)), tuple(ids[first:end].tolist()))
        for owner, names, size in layer.names_of_each(owners, ids, FEW):
            word = words[owner]
            word.names = [*word.names, *names]
            word.size += size
            word.many |= size > FEW
    readings_, parts, far = (np.concatenate([found[place] for found in every]) for place in (0, 2, 3))
    texts = list(number)
    derived: dict[int, list[str]] = {}
    only: dict[int, list[str]] = {}
    for owner, part, distance, cost, cells, by_derived, by_others in zip(
        *best(columns, readings_, parts, far), strict=True
    ):
        text = texts[part]
        if words[owner].hits is NO_HITS:
            words[owner].hits = {}
        words[owner].hits[text] = (distance, cost, cells)
        if by_derived <= NEAR_DERIVED:
            derived.setdefault(owner, []).append(text)
            if by_derived < min(by_others, NEAR):
                only.setdefault(owner, []).append(text)
    for owner, mine in derived.items():
        words[owner].derived, words[owner].only_derived = frozenset(mine), frozenset(only.get(owner, ()))


def _begun_alike(
    found: Near, owners: Int64s, words: Sequence[TextWord], parts: Sequence[str], gazetteer: Gazetteer
) -> Near:
    """The same without words in small letters that don't begin like the word of the name.

    So what is found beside a word doesn't depend on why else a word in small letters was looked up.
    """
    told = flags([not word.shape and word.small is not None for word in words])
    mine = owners[found.readings]
    rows = np.flatnonzero(told[mine])
    if not len(rows):
        return found
    pairs, inverse = np.unique(mine[rows] << 32 | found.parts[rows], return_inverse=True)
    own = [[2 * one for one in gazetteer.beginnings.own(part)] for part in parts]
    kept = np.ones(len(mine), dtype=np.bool_)
    alike = np.zeros(len(pairs), dtype=np.bool_)
    beginnings = listed([word.small or () for word in words])
    alike[shared(beginnings, listed(own), pairs >> 32, pairs & 0xFFFFFFFF)[0]] = True
    kept[rows] = alike[inverse]
    return Near(found.readings[kept], found.words[kept], found.parts[kept], found.distances[kept])


def _take_sets(every: Sequence[tuple[TextWord, Sequence[Reading]]], read: AsRead) -> None:
    """The sets of given names that words may belong to, each with its cost and cases."""
    tokens = list(dict.fromkeys(reading.folded for _, row in every for reading in row if _is_cheap(reading)))
    if not tokens:
        return
    firsts = [read.pivots[token][0] for token in tokens]
    told = given_names().sets_as_read(tokens, firsts, [read.loose[token] for token in tokens])
    sets = {token: found for token, found in zip(tokens, told, strict=True) if found}
    for word, row in every:
        for reading in row:
            for number, form in sets[reading.folded].items() if _is_cheap(reading) and reading.folded in sets else ():
                distance = GIVEN if form == 1 else NICKNAME
                known = word.sets.get(number)
                if word.sets is NO_SETS:
                    word.sets = {}
                if known is None or reading.cost < known[1]:
                    word.sets[number] = (distance, reading.cost, reading.cells)


def _is_cheap(reading: Reading) -> bool:
    return reading.cost <= CHEAP and reading.folded != ""


def _take_concepts(every: Iterable[tuple[TextWord, Sequence[Reading]]]) -> None:
    """The concepts of the tables of places and organizations that words may stand for by themselves."""
    pairs = [(word, one.folded) for word, row in every for one in row if one.cost < CUT and one.folded]
    for (word, _), found in zip(pairs, concepts_of.many([folded for _, folded in pairs]), strict=True):
        if found:
            word.concepts |= found


def _take_acronyms(word: TextWord, gazetteer: Gazetteer) -> None:
    """The names of organizations whose first letters a word in capitals may be."""
    for layer in gazetteer.layers:
        if layer.index.acronyms is not None and 2 <= len(word.text) <= 8:
            for name in layer.index.acronyms.find(word.text).tolist():
                word.alone = (*word.alone, name + layer.first)
