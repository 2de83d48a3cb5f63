"""Names as arrays over their distinct tokens: what the evidence is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from translit.arrays import Bools, Int8s, Int32s
from translit.matching.alignment.costs import CostTable, Encoded, cost_table
from translit.matching.persons.comparing.glued_articles import may_be_glued
from translit.matching.persons.comparing.written_words import written_words
from translit.matching.persons.lexicon.endings import greek_case
from translit.matching.persons.lexicon.facts import Known, known
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.given_sets import FORMAL
from translit.matching.persons.lexicon.latin_names import native
from translit.matching.persons.lexicon.lists import is_family
from translit.matching.persons.reading.korean import Syllables
from translit.matching.persons.reading.missing import is_missing
from translit.matching.persons.reading.parse import GENDERS, LONGEST_NAME, Name, parse
from translit.matching.persons.reading.parse_batch import SLOTS, PlainNames
from translit.matching.persons.reading.remarks import NO_REMARKS, Remarks
from translit.matching.persons.reading.syllabic import FEWEST, MOST, languages, languages_of
from translit.matching.persons.reading.tagging import chunks_of
from translit.matching.persons.reading.token import CORES, FATHERS, PARTICLES
from translit.matching.phonetics.fold import CYRILLIC, LETTERS
from translit.matching.phonetics.one_script import may_tell
from translit.memo import memoized

MOST_SETS = 12
CLASSES = "pbfmnlrkhstd"  # classes of consonants that tell tokens apart
BLOCK = 1 << 14  # names read at once
RAREST_GIVEN = 3.3  # set by hand: a listed given name without a share is borne by one in 2,000 where it is at home
FEW = 16  # names that are sooner parsed one by one
PLACES = {letter: place for place, letter in enumerate(LETTERS, 1)}
_CYRILLIC = frozenset(CYRILLIC)
_FATHER = "\0"  # marks a word that is a patronymic, since as a name it would be another token


class Names:
    """Names as arrays, from names as they are written or from parsed ones.

    Per name: `ids`, `roles` and `places` (FAMILY, NOT_FAMILY or 0) of its tokens [names, SLOTS]; `gender`,
    `orthography` and the `counts` of tokens [names]. Per distinct token: `encoded` units and what is `known` of it:
    `sounds`, `keys`, `pivots`, `sets` and `forms` of given names, `group` of family names, `rarity`, `first` letter,
    whether it is listed as `given`, `cyrillic`, of an `open` script, or `like_patronymic`.
    Token 0 is no token.
    """

    def __init__(self, names: Sequence[str | Name], table: CostTable | None = None) -> None:
        self.table = table or cost_table()
        self._names = names
        count = len(names)
        self.ids = np.zeros((count, SLOTS), dtype=np.int32)
        self.roles, self.places = np.zeros((2, count, SLOTS), dtype=np.int8)
        self.gender, self.orthography = np.zeros((2, count), dtype=np.int8)
        self.counts = np.zeros(count, dtype=np.int64)
        self.remarks: dict[int, Remarks] = {}  # by name, what stands beside it
        self.korean: dict[int, tuple[Syllables, ...]] = {}  # by name, what its words may be
        self.written = self._written()
        index: dict[str, int] = {}  # token, a patronymic with its mark → its number
        if count < FEW:
            self._take(range(count), index)
        else:
            for start in range(0, count, BLOCK):
                self._read(start, names[start : start + BLOCK], index)
        self.tokens = ["", *(word.removeprefix(_FATHER) for word in index)]
        self._describe([False, *(word.startswith(_FATHER) for word in index)])

    def name(self, row: int) -> Name:
        """One of the names, parsed."""
        found = self._names[row]
        return parse(found) if isinstance(found, str) else found

    def _written(self) -> dict[int, tuple[str, ...]]:
        """By name, its words in a script whose letters tell names apart."""
        texts = (name if isinstance(name, str) else name.text for name in self._names)
        rows = [row for row, text in enumerate(texts) if may_tell(text)]
        return {
            row: words for row, name in zip(rows, self._parsed(rows), strict=True) if (words := written_words(name))
        }

    def _parsed(self, rows: Sequence[int]) -> list[Name]:
        """Some of the names, parsed all at once."""
        parse.many([found for row in rows if isinstance(found := self._names[row], str)])
        return [self.name(row) for row in rows]

    def _read(self, start: int, names: Sequence[str | Name], index: dict[str, int]) -> None:
        """The arrays of some names: plain ones all together, the others as they are parsed one by one."""
        written = [
            chunks_of(name[:LONGEST_NAME]) if isinstance(name, str) and not is_missing(name) else ([], [], False)
            for name in names
        ]
        found = PlainNames(written)
        rows = start + found.rows
        self.roles[rows], self.places[rows], self.counts[rows] = found.roles, found.places, found.counts
        self.gender[rows], self.orthography[rows] = found.gender, found.orthography
        for role, mark in ((CORES, ""), (FATHERS, _FATHER)):
            some = found.roles == role
            number = np.zeros(len(found.words) + 1, dtype=np.int32)
            number[found.ids[some]] = 1
            used = number.nonzero()[0]
            number[used] = _numbers((mark + found.words[word - 1].folded for word in used.tolist()), index)
            self.ids[rows] += np.where(some, number[found.ids], 0)
        rest = np.ones(len(names), dtype=np.bool_)
        rest[found.rows] = False
        self._take([start + row for row in rest.nonzero()[0].tolist()], index)

    def _take(self, rows: Sequence[int], index: dict[str, int]) -> None:
        """The arrays of names that are parsed."""
        names = self._parsed(rows)
        self.gender[rows] = [GENDERS[name.gender] for name in names]
        self.orthography[rows] = [name.orthography for name in names]
        self.counts[rows] = [len(name.codes) for name in names]
        self.remarks |= {row: name.remarks for row, name in zip(rows, names, strict=True) if name.remarks != NO_REMARKS}
        self.korean |= {row: name.korean for row, name in zip(rows, names, strict=True) if name.korean}
        used = np.zeros(self.ids.shape, dtype=np.bool_)
        used[rows] = np.arange(SLOTS) < self.counts[rows][:, None]
        words = chain.from_iterable([zip(name.folded, name.codes, strict=True) for name in names])
        self.ids[used] = _numbers((_FATHER + word if code == FATHERS else word for word, code in words), index)
        self.roles[used] = list(chain.from_iterable([name.codes for name in names]))
        self.places[used] = list(chain.from_iterable([name.places for name in names]))

    def _describe(self, father: Sequence[bool]) -> None:
        self.father = np.array(father, dtype=np.bool_)
        self.encoded = Encoded(self.table, self.tokens)
        said = dict(zip(Known._fields, zip(*known.many(self.tokens), strict=True), strict=True))
        self.sets, self.forms = _sets(list(said["sets"]), father, self.tokens)
        self.group = np.array(said["group"], dtype=np.int32)
        self.rarity = np.array(said["rarity"], dtype=np.float32)
        self.given = self.sets[:, 0] >= 0
        self.rarity[self.given] = np.minimum(self.rarity[self.given], RAREST_GIVEN)
        self.rarity[0] = 0.0
        self.forgotten = np.zeros(len(self.tokens), dtype=np.bool_)  # family names that fitting takes for unknown ones
        self.derivation = np.array(said["derivation"], dtype=np.int8)
        self.pivots = np.array(said["pivot"], dtype=object)
        self.open = np.array([not token.islower() and token != "" for token in self.tokens], dtype=np.bool_)
        self.language = self._languages()
        self.given_gender = np.array([GENDERS[gender] for gender in said["given_gender"]], dtype=np.int8)
        self.like_patronymic = np.array([gender != "" for gender in said["father"]], dtype=np.bool_)
        self.keys = np.array(said["key"], dtype=object)
        self.sounds = _sounds(said["key"])
        self.doubt = np.array(said["doubt"], dtype=np.int8)
        initials = [token[:1] for token in self.tokens]
        self.first = np.array([PLACES.get(letter, 0) for letter in initials], dtype=np.int16)
        self.glued = np.array(may_be_glued.many(self.tokens), dtype=np.bool_)
        self.cyrillic = np.array([letter in _CYRILLIC for letter in initials], dtype=np.bool_)
        self.greek = np.array(list(map(greek_case, self.tokens)), dtype=np.int8)

    def families(self, tokens: Int32s) -> Bools:
        """Which of some tokens are known as family names; asked of those alone that it matters of."""
        known = np.array(is_family.many(self.pivots[tokens].tolist()), dtype=np.bool_)
        return known & ~self.forgotten[tokens]

    def natives(self, tokens: Int32s) -> Int8s:
        """Whether some tokens are known names in Latin letters: see `latin_names`."""
        return np.array(native.many([self.tokens[token] for token in tokens.tolist()]), dtype=np.int8)

    def _languages(self) -> Int8s:
        """The language that is compared by syllables of each name, or 0: of those that have no patronymic."""
        result = np.zeros(len(self.ids), dtype=np.int8)
        names = np.isin(self.roles, (0, CORES, PARTICLES)).all(axis=1)
        some = np.flatnonzero(names & (self.counts >= FEWEST) & (self.counts <= MOST))
        said_in = np.zeros(len(self.tokens), dtype=np.int8)
        tokens = np.unique(self.ids[some])
        said_in[tokens] = languages.many([self.tokens[token] for token in tokens.tolist()])
        result[some] = languages_of(said_in[self.ids[some]], self.roles[some] > 0)
        return result


def _numbers(words: Iterable[str], index: dict[str, int]) -> list[int]:
    """The numbers of words; new ones get the next."""
    return [index.setdefault(word, len(index) + 1) for word in words]


@memoized
def father_sets(tokens: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
    """The sets of the father's given name in folded patronymics, as `Known` has those of a given name."""
    return [tuple((number, FORMAL) for number in found) for found in given_names().fathers(tokens)]


def _sets(
    given: list[tuple[tuple[int, int], ...]], father: Sequence[bool], tokens: Sequence[str]
) -> tuple[Int32s, Int8s]:
    """The sets of each token, of a patronymic the father's, -1 after the last; and their forms [tokens, MOST_SETS]."""
    fathers = [row for row, is_father in enumerate(father) if is_father]
    for row, found in zip(fathers, father_sets.many([tokens[row] for row in fathers]), strict=True):
        given[row] = found
    sets = np.full((len(given), MOST_SETS), -1, dtype=np.int32)
    forms = np.zeros((len(given), MOST_SETS), dtype=np.int8)
    for row, found in enumerate(given):
        for column, (number, form) in enumerate(found[:MOST_SETS]):
            sets[row, column], forms[row, column] = number, form
    return sets, forms


def _sounds(keys: Sequence[str]) -> Int8s:
    """How often each class of consonants is in each key [keys, CLASSES]."""
    lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
    letters = np.frombuffer("".join(keys).encode("latin-1", "replace"), dtype=np.uint8)
    cells = np.arange(len(keys)).repeat(lengths) * (len(CLASSES) + 1) + _CLASS_OF[letters]
    counts = np.bincount(cells, minlength=len(keys) * (len(CLASSES) + 1))
    return np.minimum(counts.reshape(len(keys), -1)[:, :-1], np.iinfo(np.int8).max).astype(np.int8)


_CLASS_OF = np.full(256, len(CLASSES), dtype=np.int64)
_CLASS_OF[list(CLASSES.encode())] = np.arange(len(CLASSES))
