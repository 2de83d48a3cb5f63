"""Names in running text: the door to the package.

`Finder` looks for the entities of an index in texts; `Resolver.find` and `translit find` call it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from translit.checks import require_list, require_text
from translit.finding.entities.entity import Entity
from translit.finding.index.search import Index
from translit.memory import collector_resting
from translit.text.candidates.candidate_rows import Store
from translit.text.candidates.derived import as_name, derived
from translit.text.candidates.found import Found
from translit.text.candidates.span_ends import end_of, first_of
from translit.text.candidates.text_block import Block, Written
from translit.text.caseless.units import has_any
from translit.text.explain import explain
from translit.text.lookup.beside import beside_things
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.lookup.known_words import fill
from translit.text.mention import Mention, MentionCandidate
from translit.text.reading.bare_words import article_letters
from translit.text.reading.readings import require_language
from translit.text.reading.slices import blocks
from translit.text.reading.text_reader import Reader
from translit.text.reading.words import Text
from translit.text.selection import Choice, select
from translit.text.sense.overall import describe

if TYPE_CHECKING:
    from translit.text.caseless.caseless_finder import CaselessFinder

REMEMBERED = 1 << 18  # written words, and rows of what they may be, together about 250 MB; then all are forgotten
LEAST = 0.5  # probability below which a span is no mention


class Finder:
    """Finds the entities of an index in texts.

    >>> from translit.finding.entities.sources import seeds
    >>> from translit.finding.index.build import build
    >>> finder = Finder(Index(build(seeds())))
    >>> [(one.text, one.entity.id) for one in finder.find("Łukašenka sustreŭsia z Pucinym.", "be-Latn")]
    [('Łukašenka', 'lukashenka-alaksandar'), ('Pucinym', 'putin-vladimir')]
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self.gazetteer = Gazetteer(index)
        self._store, self._written = Store(), Written()
        self._reader = Reader(self._written.words)
        self._entities: dict[int, Entity] = {}

    def prepare(self) -> None:
        """Load what finding needs, so that processes which are started afterwards share it."""
        self.find("", None)
        self.gazetteer.prepare_tables()

    def find(self, text: str, language: str | None = None, threshold: float = LEAST) -> list[Mention]:
        """The mentions of a text, in order; none overlap.

        Raises UsageError if the text isn't text, or there is nothing known of the language.
        """
        require_text(text, "the text")
        return next(self.find_each([text], language, threshold))

    def find_many(
        self, texts: Iterable[str], language: str | None = None, threshold: float = LEAST
    ) -> list[list[Mention]]:
        """The mentions of many texts, in their order."""
        require_list(texts, "the texts")
        return list(self.find_each(texts, language, threshold))

    def find_each(
        self,
        texts: Iterable[str],
        language: str | None = None,
        threshold: float = LEAST,
        *,
        all_names: bool = False,
        adjectives: bool = False,
        scheme: str | None = None,
    ) -> Iterator[list[Mention]]:
        """The same one after another, so that memory doesn't grow with their number.

        With `all_names` also the names of persons that match no entity, in their normal form, written by `scheme` if
        one is given; `unlisted.clustered` puts those of one person together. With `adjectives` also words derived from
        names of places.
        """
        require_language(language)
        pending: list[Mention] = []  # of the slices of a long text so far
        for block in blocks(texts):
            with collector_resting():
                found = self.candidates([one.text for one in block], language, adjectives)
                every = select(found, found.probabilities, threshold)
                rows = zip(block, found.block.texts, every, strict=True)
                answers = [
                    [self._mention(text, found, choice, part.start) for choice in chosen] for part, text, chosen in rows
                ]
            for part, text, chosen, cased in zip(block, found.block.texts, every, answers, strict=True):
                mentions = [*cased, *self._without_capitals(part.text, part.start, threshold)]
                if all_names:
                    mentions.extend(self._unlisted(text, chosen, scheme, part.start))
                mentions.sort(key=lambda mention: mention.start)
                if not part.last:
                    pending += mentions
                elif pending:
                    yield pending + mentions
                    pending = []
                else:
                    yield mentions

    def _without_capitals(self, text: str, offset: int, threshold: float) -> list[Mention]:
        """The mentions in scripts without capitals."""
        if not has_any(text):
            return []
        mentions = []
        for one in self._caseless.find(text):
            if one.meant[0][1] >= threshold:
                options = tuple(
                    MentionCandidate(self._entity(number), chance, name) for number, chance, name in one.meant
                )
                start, end, best = one.start, one.end, options[0]
                mentions.append(
                    Mention(
                        *(start + offset, end + offset, text[start:end], best.entity, best.probability, options),
                        f"{text[start:end]} ~ {best.matched_name}; {one.reason}",
                    )
                )
        return mentions

    @cached_property
    def _caseless(self) -> CaselessFinder:
        from translit.text.caseless.caseless_finder import CaselessFinder

        return CaselessFinder(self.gazetteer)

    def _unlisted(self, text: Text, chosen: Sequence[Choice], scheme: str | None, offset: int) -> list[Mention]:
        """The names of persons besides the chosen spans."""
        from translit.text.unlisted import as_mention, unlisted

        taken = {place for choice in chosen for place in range(choice.first, choice.last + 1)}
        found = [as_mention(text, one, scheme) for one in unlisted(text, taken)]
        return [replace(one, start=one.start + offset, end=one.end + offset) for one in found] if offset else found

    def candidates(self, texts: Sequence[str], language: str | None = None, adjectives: bool = False) -> Found:
        """The candidates of some texts, with their features."""
        self._make_room()
        every, numbers = self._reader.read(texts, language)
        block = Block(every, numbers, self._written)
        fill((word for word in block.words if word.shape or adjectives), self.gazetteer)
        if self.gazetteer.things:
            fill(beside_things(block, self.gazetteer), self.gazetteer)
        found = Found(block, self._store, self.gazetteer)
        describe(found)
        if adjectives:
            more = [(doc, one) for doc, text in enumerate(every) for one in derived(text, self.gazetteer)]
            found.add(more, [as_name(one) for _, one in more])
        return found

    def _make_room(self) -> None:
        """Forget all words if they are many."""
        if len(self._store) > REMEMBERED or len(self._written.words) > REMEMBERED:
            self._store, self._written = Store(), Written()
            self._reader = Reader(self._written.words)

    def _entity(self, number: int) -> Entity:
        found = self._entities.get(number)
        if found is None:
            if len(self._entities) > REMEMBERED:
                self._entities = {}
            found = self._entities[number] = self.index.entity(number)
        return found

    def _mention(self, text: Text, found: Found, choice: Choice, offset: int) -> Mention:
        options = []
        for number, chance in choice.ranked:
            form = found.candidate(number).form
            options.append(MentionCandidate(self._entity(form.entity), chance, form.text))
        number, probability = choice.ranked[0]
        best = found.candidate(number)
        reason = explain(best, found.features_of(number), text, choice.first - best.first)
        first = first_of(text, choice.first, best)
        word = text.words[first]
        start = text.starts[first] + (article_letters(word.text) if best.resolved else word.elided)
        end = end_of(text, choice.first, choice.last, best)
        written = text.text[start:end]
        entity = options[0].entity
        return Mention(start + offset, end + offset, written, entity, probability, tuple(options), reason)
