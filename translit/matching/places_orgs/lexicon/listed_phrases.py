"""Listed phrases and stems, found in a row of folded words: as they are, inflected, by their readings, in compounds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from typing import Any

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.han_variants import InAnyForm
from translit.matching.places_orgs.lexicon.concepts import REMEMBERED, Concepts
from translit.matching.places_orgs.lexicon.loose_phrases import (
    LEAST_READ,
    loose_letters,
    read,
    tells_enough,
    word_reading,
)
from translit.memo import Remembered
from translit.text_table import ROW, TextTable

NAME, WORD, GENERIC, LEGAL, SMALL, NUMBER = "name", "word", "generic", "legal form", "small word", "number"
LONGEST_PHRASE = 10
READ = (NAME, LEGAL)  # roles of phrases that are also looked up by their readings
LEAST_ROMANIZED = 6  # letters of a Latin word that is looked up by Cyrillic stems
LONGEST_READING = 4  # words of a phrase that is also looked up by its readings
ENDING = 4  # letters that may follow a stem
LONG_STEM = 5  # letters from which on a stem of an organization's word may be followed by any ending
SURE_STEM, LONG_ENDING = 6, 8  # letters from which on by a long one: интеллект-уальной

Row = tuple[str, str, Sequence[str]]  # key, role and forms of a concept


class Lexicon:
    """The phrases and stems of one kind of thing, each with its concepts."""

    def __init__(self, made: Mapping[str, Any], any_ending: bool = False) -> None:
        """From what `tabulate` made of the rows; after a long stem any ending may follow if `any_ending`."""
        self._any_ending = any_ending
        self.keys: list[str] = made["keys"]
        self.roles: list[str] = made["roles"]
        self._forms: list[str] = made["forms"]
        self.firsts: list[str] = made["firsts"]  # the letters that a concept's words start with, in any language
        self.foreign = frozenset(made["foreign"])  # phrases written in neither Latin nor Cyrillic
        self._numbers = {key: number for number, key in enumerate(self.keys)}
        self._phrases = Concepts(made["phrases"])
        self._stems = Concepts(made["stems"])
        self._readings = Concepts(made["readings"])
        self._starts: dict[str, int] = made["starts"]["phrases"]  # first word of a phrase → words of the longest
        self._starts_read: dict[str, int] = made["starts"]["readings"]
        self.in_latin = TextTable(made["asian"])  # names in Chinese characters and hangul → in Latin letters
        self._stem_readings = Concepts(made["stem_readings"])  # of Cyrillic stems, for words written in Latin letters
        self._nouns = Remembered(self._nouns_of)
        self._alone: dict[str, tuple[int, ...]] = {}  # word by itself → its concepts, as they were worked out
        self.places: frozenset[int] = frozenset()  # concepts that are places: words that tell organizations apart
        self.around: frozenset[int] = frozenset()  # those that others lie in or on: countries, regions, waters
        self.countries: frozenset[int] = frozenset()
        self.divisions: frozenset[int] = frozenset()  # towns, lands and waters that a region is called by
        self.syllables: dict[str, str] = {}  # what words are cut to in compounds: мин → министерство
        self.compounding: tuple[str, ...] = ()  # first parts of compounds, which are no stems with endings
        self.unspaced = InAnyForm()  # words in scripts that are written without spaces
        self.suffixes: dict[str, str] = {}  # signs at the end of such words: 部 → ministry
        self.signs: dict[str, str] = {}  # signs between such words: 東 → east, 和 → nothing
        self._endings = frozenset(map(fold, read_toml("names", "place_words.toml")["table"]["endings"]))

    def forms(self, concept: int) -> list[str]:
        """The forms of a concept, without stems."""
        return self._forms[concept].split(ROW) if self._forms[concept] else []

    def nouns(self, concept: int) -> frozenset[str]:
        """The folded forms of a concept that are written with a capital, as adjectives of places aren't in the tables.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> nouns = lexicon("place").nouns(lexicon("place").number("minsk"))
        >>> "мінск" in nouns, "мінскі" in nouns
        (True, False)
        """
        return self._nouns[concept]

    def _nouns_of(self, concept: int) -> frozenset[str]:
        return frozenset(fold.many([form for form in self.forms(concept) if form[:1].isupper()]))

    def number(self, key: str) -> int:
        """The number of a concept."""
        return self._numbers[key]

    def exactly(self, phrase: str) -> tuple[int, ...]:
        """The concepts of a folded phrase that is listed as it is written.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> [len(lexicon("place").exactly(word)) for word in ("linz", "linzz")]
        [1, 0]
        """
        return self._phrases[phrase]

    def listed(self) -> tuple[Container[str], Container[str]]:
        """All phrases, and all stems."""
        return self._phrases.known(), self._stems.known()

    def as_listed(self, word: str, inflected: bool = False) -> tuple[int, ...]:
        """The concepts of a folded word that is listed as it is written, or of a stem; of one with an ending, too."""
        return self._phrases[word] or (
            self._inflected(word, self._stems.__getitem__) if inflected else self._stems[word]
        )

    def at(self, words: Sequence[str], place: int, longest: int = LONGEST_PHRASE) -> tuple[int, tuple[int, ...]]:
        """How many folded words from `place` on are listed, the longest phrase first, and their concepts.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> size, concepts = lexicon("place").at(["new", "york", "state"], 0)
        >>> size, [lexicon("place").keys[number] for number in concepts]
        (2, ['new-york'])
        """
        first, most = words[place], min(longest, len(words) - place)
        written = min(most, self._starts.get(first, 1))
        heard = min(most, LONGEST_READING, self._starts_read.get(word_reading(first), 1)) if most > 1 else 1
        for size in range(max(written, heard), 1, -1):
            phrase = words[place : place + size]
            found = self._phrases[" ".join(phrase)] if size <= written else ()
            if not found and size <= heard and tells_enough(phrase):
                found = self._readings[" ".join(read(phrase))]
            if found:
                return size, found
        return 1, self.of_word(first)

    def begins_phrase(self, word: str) -> bool:
        """Whether a listed phrase of several words begins with a folded word."""
        return word in self._starts

    def begins(self, two_words: str) -> bool:
        """Whether a listed phrase of several folded words begins with these two."""
        return two_words in self._phrases.pairs

    def of_word(self, word: str) -> tuple[int, ...]:
        """The concepts of a folded word by itself.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> [lexicon("place").keys[number] for number in lexicon("place").of_word("менск")]
        ['minsk']
        """
        known, found = self._alone, self._alone.get(word)
        if found is None:
            found = self.as_listed(word, inflected=True)
            found = self._readings[word_reading(word)] if not found and tells_enough([word]) else found
            if not found and self._may_be_romanized(word):
                found = self._romanized(loose_letters(word), self._stem_readings.__getitem__)
            known[word] = found
            self._alone = known if len(known) <= REMEMBERED else {}
        return found

    def of_words(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The same of many words, which is faster.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> known, words = lexicon("organization"), ["министерством", "kamitet", "иванов"]
        >>> known.of_words(words) == [known.of_word(word) for word in words]
        True
        """
        known = self._alone
        new = [word for word in dict.fromkeys(words) if word not in known]
        known.update(zip(new, self._of_new(new), strict=True))
        self._alone = known if len(known) <= REMEMBERED else {}
        return list(map(known.__getitem__, words))

    def _of_new(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        (phrases, stems), begun = self.listed(), self._stems.beginnings().__contains__
        is_stem = stems.__contains__
        found = [self._phrases[word] if word in phrases else self._inflected(word, is_stem, begun) for word in words]
        open_ = [place for place, numbers in enumerate(found) if not numbers and tells_enough([words[place]])]
        listed = self._readings.known()
        for place, reading in zip(open_, word_reading.many([words[place] for place in open_]), strict=True):
            if reading in listed:
                found[place] = self._readings[reading]
        open_ = [place for place, mine in enumerate(found) if not mine and self._may_be_romanized(words[place])]
        is_stem = self._stem_readings.known().__contains__
        for place, loose in zip(open_, loose_letters.many([words[place] for place in open_]), strict=True):
            found[place] = self._romanized(loose, is_stem)
        return found

    def words(self, *roles: str) -> frozenset[str]:
        """The folded words of the listed phrases that have one of these roles.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> sorted(lexicon("organization").words(SMALL) & {"of", "und", "bank"})
        ['of', 'und']
        """
        wanted = [concept for concept, role in enumerate(self.roles) if role in roles]
        return frozenset(word for phrase, _ in self._phrases.of(wanted) for word in phrase.split(" "))

    def stems(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Every stem with its concepts.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> "министерств" in dict(lexicon("organization").stems())
        True
        """
        return self._stems.phrases()

    def single_words(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Every folded word and stem that is listed by itself, with its concepts.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> "bank" in dict(lexicon("organization").single_words())
        True
        """
        for table in (self._phrases, self._stems):
            yield from ((key, found) for key, found in table.phrases() if " " not in key)

    def single_words_of(self, concepts: Collection[int]) -> Iterator[tuple[str, list[int]]]:
        """The same of some concepts only, which takes a fraction of the time.

        >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
        >>> known = lexicon("place")
        >>> sorted({word for word, _ in known.single_words_of([known.number("minsk")])} & {"minsk", "менск", "brest"})
        ['minsk', 'менск']
        """
        for table in (self._phrases, self._stems):
            yield from ((key, found) for key, found in table.of(concepts) if " " not in key)

    def _inflected(
        self, word: str, is_stem: Callable[[str], object], begun: Callable[[str], bool] = bool
    ) -> tuple[int, ...]:
        """The concepts of a word that a stem begins; Belarusian ў at the start, after a vowel, is у.

        `begun` tells whether any stem begins so.
        """
        word = "у" + word[1:] if word[:1] == "ў" else word
        least = min(max(len(word) - ENDING, 2), max(len(word) - LONG_ENDING, SURE_STEM))
        for size in range(len(word), least - 1, -1) if begun(word[:least]) else ():
            if is_stem(word[:size]) and (size == len(word) or self._may_follow(word, size)):
                return self._stems[word[:size]]
        return ()

    def _may_be_romanized(self, word: str) -> bool:
        return self._any_ending and len(word) >= LEAST_ROMANIZED and "a" <= word[0] <= "z"

    def _romanized(self, loose: str, is_stem: Callable[[str], object]) -> tuple[int, ...]:
        """What a word of another language is that is written in Latin letters: kamitet, dzyarzhaunai."""
        for size in range(len(loose), max(LEAST_READ, len(loose) - LONG_ENDING) - 1, -1):
            if is_stem(loose[:size]):
                return self._stem_readings[loose[:size]]
        return ()

    def _may_follow(self, word: str, stem: int) -> bool:
        """Whether the stem of so many letters may have the ending that the word has."""
        ending = word[stem:]
        if ending in self._endings or not self._any_ending:
            return ending in self._endings
        longest = LONG_ENDING if stem >= SURE_STEM else ENDING
        return stem >= LONG_STEM and len(ending) <= longest and word[:stem] not in self.compounding
