"""The distinct words of many names of places and organizations as arrays, and how far any two are from one another."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.assignment import FAR
from translit.matching.phonetics.fold import VOWELS
from translit.matching.places_orgs.comparing.misread import doubtful
from translit.matching.places_orgs.comparing.near_towns import Towns
from translit.matching.places_orgs.comparing.one_language import Unions
from translit.matching.places_orgs.comparing.rarity import rarity
from translit.matching.places_orgs.comparing.strings import Strings
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.lexicon.place_endings import OWNED, OWNER, founder, ownership, settled, shorter_forms
from translit.matching.places_orgs.lexicon.town_cases import named_towns, town_cases
from translit.matching.places_orgs.reading.word import Word

MOST_CONCEPTS = 4
MOST_FORMS = 8  # the fifth is a noun without its ending, for adjectives to be held against
NO_ENDING, NO_ARTICLE = 4, 5  # a word without the Arabic article that is written with it: Alnaser, Al-Naser
TOWN = 6  # from here on the towns that a word may be in another case
ARTICLES, LEAST_BARE = ("al", "el", "ul"), 5  # letters that are left of a word without it
LEAST_READ = 3  # letters of such a word in a script without vowels
VOUCHED = 0.1  # distance of words that a list makes one
SPELLING, DIFFERENT = 0.25, 1.5  # two words that a list tells apart are at least so far, unless spelled alike
SAME_SPELLING = 0.08  # the same in one alphabet, where a letter more than a sign apart is another name: Zambia, Gambia
TRANSCRIBED = 0.2  # set by hand: up to here a word of a list is spelled as another alphabet hears it: Human, Хьюман
BARE = 2  # the form of an adjective without ending and suffix
INFLECTED = 0.1  # more for a word that agrees without its adjective's ending
_HELD = np.ones((MOST_FORMS, MOST_FORMS), dtype=np.bool_)  # which forms of two words are held against each other
_HELD[0, 0] = _HELD[0, NO_ENDING] = _HELD[NO_ENDING, 0] = _HELD[NO_ENDING, NO_ENDING] = False
_HELD[NO_ARTICLE, 1:] = _HELD[1:, NO_ARTICLE] = False
_HELD[TOWN:, 1:TOWN] = _HELD[1:TOWN, TOWN:] = False


class DistinctWords:
    """Words as arrays: `forms` (strings), `concepts`, `lengths`, what each `says` in nats, whether it names `places`.

    The first is no word, and the first string no letter.
    """

    def __init__(self, kind: str) -> None:
        self.kind, self.organizations = kind, kind == "organization"
        self._strings: dict[str, int] = {"": 0}
        self._numbers: dict[tuple[str, tuple[int, ...], str, bool], int] = {("", (), "", False): 0}
        self._words: list[tuple[str, tuple[int, ...]]] = [("", ())]
        self._says, self._phrases = [0.0], [False]

    def _word(self, word: Word) -> int:
        phrase = " " in word.text
        number = self._numbers.setdefault((word.folded, word.concepts, word.role, phrase), len(self._words))
        if number == len(self._words):
            self._words.append((word.folded, word.concepts))
            self._says.append(rarity().of(word, self.kind))
            self._phrases.append(phrase)
        return number

    def _string(self, text: str) -> int:
        return self._strings.setdefault(text, len(self._strings))

    def _describe(self) -> None:
        """Make the arrays, once all words and strings are known."""
        count = len(self._words)
        self.folded = [folded for folded, _ in self._words]
        self.concepts = np.full((count, MOST_CONCEPTS), -1, dtype=np.int32)
        self.forms = np.zeros((count, MOST_FORMS), dtype=np.int32)
        self.lengths = np.zeros(count, dtype=np.float32)
        self.says = np.array(self._says, dtype=np.float32)
        self.phrases = np.array(self._phrases, dtype=np.bool_)
        self.places = np.zeros(count, dtype=np.bool_)  # words that are names of places
        self.unlisted = np.array([bool(folded) and not concepts for folded, concepts in self._words], dtype=np.bool_)
        self.cyrillic = np.array([folded[:1] >= "а" for folded, _ in self._words], dtype=np.bool_)
        endings = [
            (0, 0) if self.organizations else (ownership(word), settled(word) or founder(word)) for word in self.folded
        ]
        self.owned, self.settled = np.array(endings, dtype=np.int8).T
        places, roles = lexicon(self.kind).places, lexicon(self.kind).roles
        self.fixed = np.zeros(count, dtype=np.bool_)  # a listed word that isn't a name: its concept alone counts
        towns = town_cases(self._words) if self.organizations else [()] * count
        for row, (folded, concepts) in enumerate(self._words):
            self.forms[row, TOWN : TOWN + len(towns[row])] = [self._string(town) for town in towns[row]]
            self.concepts[row, : len(concepts)] = concepts[:MOST_CONCEPTS]
            self.lengths[row] = len(folded)
            self.places[row] = bool(places.intersection(concepts))
            self.fixed[row] = bool(concepts) and roles[concepts[0]] != NAME
            forms = shorter_forms(folded, restored=not self.organizations)
            for column, form in enumerate([folded, *forms]):
                self.forms[row, column] = self._string(form)
            if not forms and len(folded) > 3 and folded[-1] in VOWELS:
                self.forms[row, NO_ENDING] = self._string(folded[:-1])
            if self.organizations and folded[:2] in ARTICLES and _may_be_bare(folded, bool(concepts)):
                self.forms[row, NO_ARTICLE] = self._string(folded[2:])
        self.unions = Unions(self.folded if self.organizations else [""])
        self.strings = Strings(list(self._strings))
        self.towns = None if self.organizations else Towns(self._words, self.cyrillic)
        self.told_towns = named_towns(self._words, towns) if self.organizations else [()] * count
        self.retold = ~self.unlisted | np.array([bool(found) for found in towns], dtype=np.bool_)
        as_is = [told if folded in told else () for told, folded in zip(self.told_towns, self.folded, strict=True)]
        self.a_town = self.places | np.array([bool(told) for told in as_is], dtype=np.bool_)

    def word_distances(self, a: Int32s, b: Int32s) -> tuple[Float32s, Bools, Bools, Bools]:
        """Nats a letter between words a[k] and b[k]; whether a list makes them one; whether it makes them two, or might
        if a word didn't only sound like what is listed."""
        shared = (self.concepts[a][:, :, None] == self.concepts[b][:, None, :]) & (self.concepts[a] >= 0)[:, :, None]
        listed = shared.any(axis=(1, 2))
        listed &= ~self.unions.apart(a, b) if self.organizations else True
        known = (self.concepts[a, 0] >= 0) & (self.concepts[b, 0] >= 0)
        value = np.full(len(a), FAR, dtype=np.float32)
        fixed = known & (self.fixed[a] | self.fixed[b])
        crossed = (self.cyrillic[a] != self.cyrillic[b]) & ~listed
        open_pairs = np.nonzero(~fixed | crossed)[0]
        value[open_pairs] = self._spelled(a[open_pairs], b[open_pairs])
        joined = self.phrases[a] != self.phrases[b]  # Newark isn't New York with its words joined
        value[(fixed | joined) & (value > TRANSCRIBED)] = FAR
        limit = np.where(self.cyrillic[a] == self.cyrillic[b], SAME_SPELLING, SPELLING)
        different = known & ~listed & (value > limit)
        unsure = np.zeros(len(a), dtype=np.bool_)
        if self.towns:
            unsure = doubtful(self._words, a, b, value, known & ~listed & ~fixed)
            different &= ~unsure
            different |= self.towns.near(a, b, self.concepts, value, listed)
        value[different] = np.maximum(value[different], DIFFERENT)
        vouched = np.where(listed, np.float32(VOUCHED), np.float32(FAR))
        return np.minimum(value, vouched), listed & (vouched < value), different, unsure & ~different

    def _spelled(self, a: Int32s, b: Int32s) -> Float32s:
        value = self.strings.distances(self.forms[a, 0], self.forms[b, 0])
        there_a, there_b = self.forms[a] > 0, self.forms[b] > 0
        open_ = (value > INFLECTED)[:, None, None] & _HELD & there_a[:, :, None] & there_b[:, None, :]
        other, i, j = np.nonzero(open_)
        tried = self.strings.distances(self.forms[a[other], i], self.forms[b[other], j])
        np.minimum.at(value, other, (tried + INFLECTED * ((i > 0).astype(np.float32) + (j > 0))).astype(np.float32))
        owners = np.stack([self.owned[a], self.owned[b]])
        value[(owners.min(axis=0) == OWNER) & (owners.max(axis=0) == OWNED)] = FAR
        ends = np.stack([self.settled[a], self.settled[b]])
        value[(ends.min(axis=0) > 0) & (ends[0] != ends[1])] = FAR
        both = np.nonzero((self.forms[a, BARE] > 0) & (self.forms[b, BARE] > 0))[0]  # endings that agree say nothing
        bare = self.strings.distances(self.forms[a[both], BARE], self.forms[b[both], BARE])
        value[both] = np.maximum(value[both], bare)
        letters = (self.lengths[a] == 1) & (self.lengths[b] == 1) & (self.cyrillic[a] == self.cyrillic[b])
        value[letters & (value > SPELLING)] = FAR  # averaged over a word's letters two letters are near: J&K, S&K
        return value


def _may_be_bare(folded: str, listed: bool) -> bool:
    """Whether a word may be held against others without its article; in Arabic script a listed one too: الأمل, Amal."""
    return len(folded) - 2 >= (LEAST_BARE if folded.islower() else LEAST_READ) and not (listed and folded.islower())
