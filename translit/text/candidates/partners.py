"""What two words of a text say together, worked out once for each pair: the names that may have both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np

from translit.arrays import Bools, Int64s
from translit.kinds import PERSON
from translit.text.lookup.forms import Form, Part
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.lookup.shared_numbers import flags, listed, shared
from translit.text.reading.words import Shape, TextWord

MOST = 4096  # neighbours that a word remembers


def partners(pairs: Sequence[tuple[TextWord, TextWord]], gazetteer: Gazetteer) -> list[Sequence[int]]:
    """For each pair of a word and a neighbour the names of the word that the neighbour may also be a word of."""
    found = [word.partners.get(near) for word, near in pairs]
    missing = [place for place, names in enumerate(found) if names is None]
    new = [pairs[place] for place in missing]
    for place, (word, near), names in zip(missing, new, _together(new, gazetteer), strict=True):
        if not 0 < len(word.partners) <= MOST:
            word.partners = {}
        found[place] = word.partners[near] = names or ()
    return [names or () for names in found]


def _together(pairs: Sequence[tuple[TextWord, TextWord]], gazetteer: Gazetteer) -> list[list[int]]:
    """Most pairs share nothing: those that may are told by one look at all of them."""
    found: list[list[int]] = [[] for _ in pairs]
    if not pairs:
        return found
    told = _Told(pairs)
    both = told.share(lambda word: () if word.many else word.names, lambda near: () if near.many else near.names)
    for place, number in zip(*(part.tolist() for part in both[:2]), strict=True):
        found[place].append(number)
    for place, number in told.of_many(gazetteer):
        found[place].append(number)
    for place in told.both_many():
        found[place] = gazetteer.names_of_both(*pairs[place])
    around = told.share(lambda word: _around(word, gazetteer)[0], _own)[0]
    more = np.zeros(len(pairs), dtype=np.bool_)
    more[around] = True
    more |= told.initials(gazetteer)
    single = [near.shape == Shape.LETTER or near.text.isdigit() for near in told.others]
    for place in np.flatnonzero(flags(single)[told.right]).tolist():
        found[place] = _beside_single(*pairs[place], gazetteer)
    for place in np.flatnonzero(more & ~flags(single)[told.right]).tolist():
        word, near = pairs[place]
        known = set(found[place])
        found[place] += [
            number for number in word.names if number not in known and _may_be_translated(gazetteer.form(number), near)
        ]
    gazetteer.prepare(number for names in found for number in names)
    return [[number for number in names if len(gazetteer.form(number).slots) > 1] for names in found]


class _Told:
    """Pairs of words as numbers."""

    def __init__(self, pairs: Sequence[tuple[TextWord, TextWord]]) -> None:
        self.words = list(dict.fromkeys(word for word, _ in pairs))
        self.others = list(dict.fromkeys(near for _, near in pairs))
        one, other = ({word: place for place, word in enumerate(every)} for every in (self.words, self.others))
        self.left = np.fromiter((one[word] for word, _ in pairs), dtype=np.int64, count=len(pairs))
        self.right = np.fromiter((other[near] for _, near in pairs), dtype=np.int64, count=len(pairs))

    def share(
        self, of_word: Callable[[TextWord], Collection[int]], of_other: Callable[[TextWord], Collection[int]]
    ) -> tuple[Int64s, Int64s, Int64s]:
        """What is said of a word and of its neighbour too, as `shared`."""
        mine, theirs = [of_word(word) for word in self.words], [of_other(near) for near in self.others]
        return shared(listed(mine), listed(theirs), self.left, self.right)

    def of_many(self, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
        """The pairs of which one is a word of very many names, each with a name that has both words.

        Those with two such words aren't among them: see `both_many`.
        """
        wide, many = (flags([word.many for word in words]) for words in (self.words, self.others))
        for few, words, of_few, of_many, sides in (
            (~wide[self.left] & many[self.right], self.words, ~wide, self.others, (self.left, self.right)),
            (wide[self.left] & ~many[self.right], self.others, ~many, self.words, (self.right, self.left)),
        ):
            if not few.any():
                continue
            starts, names = listed([word.names if mine else () for word, mine in zip(words, of_few, strict=True)])
            which, parts = gazetteer.words_of_names(names)
            firsts = np.searchsorted(which, starts)
            found = shared((firsts, parts), listed([gazetteer.words_of(word) for word in of_many]), *sides, few)
            yield from dict.fromkeys(zip(found[0].tolist(), names[which[found[2]]].tolist(), strict=True))

    def both_many(self) -> list[int]:
        """The pairs of two words of very many names."""
        wide, many = (flags([word.many for word in words]) for words in (self.words, self.others))
        return np.flatnonzero(wide[self.left] & many[self.right]).tolist()

    def initials(self, gazetteer: Gazetteer) -> Bools:
        """The pairs of a word with an initial in its names and a given name."""
        initials = flags([_around(word, gazetteer)[1] for word in self.words])
        return np.asarray(initials[self.left] & flags([bool(near.sets) for near in self.others])[self.right])


def _own(near: TextWord) -> frozenset[int] | list[int]:
    """The sets of given names and the concepts that a word stands for, which `_around` numbers alike."""
    if not near.ready or not (near.sets or near.concepts):
        return frozenset()
    return [*(2 * number for number in near.sets), *(2 * number + 1 for number in near.concepts)]


def _around(word: TextWord, gazetteer: Gazetteer) -> tuple[frozenset[int], bool]:
    """The sets of given names and the concepts in the names of a word, by even and odd numbers; any initial."""
    if word.around is None:
        found: set[int] = set()
        initials = False
        for number in word.names:
            form = gazetteer.form(number)
            if form.kind == PERSON:
                found.update([2 * one for slot in form.slots for one in slot.sets])
                initials |= form.initials
            else:
                found.update([2 * one + 1 for slot in form.slots if slot.weight for one in slot.concepts])
        word.around = frozenset(found), initials
    return word.around


def _beside_single(word: TextWord, near: TextWord, gazetteer: Gazetteer) -> list[int]:
    """The names of a word that a number, or an initial, beside it may belong to."""
    if near.text.isdigit():
        return [number for number in word.names if _has_word(gazetteer.form(number), near.text)]
    if not near.ready:
        return []
    return [number for number in word.names if gazetteer.form(number).kind == PERSON]


def _has_word(form: Form, text: str) -> bool:
    return len(form.slots) > 1 and any(slot.text == text for slot in form.slots)


def _may_be_translated(form: Form, near: TextWord) -> bool:
    """Whether a word may be another form of a given name, an initial's name, or a translated word of the name."""
    for slot in form.slots:
        if form.kind == PERSON:
            if near.sets and (slot.part == Part.INITIAL or not slot.sets.isdisjoint(near.sets)):
                return True
        elif slot.weight and not slot.concepts.isdisjoint(near.concepts):
            return True
    return False
