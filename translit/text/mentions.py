"""Names in running text: the door to the package.

`Finder` looks for the entities of an index in texts; `Resolver.find` and `translit find` call it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from translit.checks import require_list, require_text
from translit.finding.entities.entity import Entity
from translit.finding.index.search import Index
from translit.text.candidate import Candidate
from translit.text.explain import explain
from translit.text.features import NAMES, describe
from translit.text.gazetteer import Gazetteer
from translit.text.language import language_of
from translit.text.lookup import fill
from translit.text.model import probabilities
from translit.text.readings import require_language
from translit.text.selection import Choice, select
from translit.text.spans import candidates
from translit.text.thing_spans import beside_things
from translit.text.words import Text, Words, split

BLOCK = 1 << 20  # characters of texts that are looked at together
SAMPLE = 1 << 13  # characters of a text by which its language is recognised
LETTERS = re.compile(r"[^\W\d_]+")
REMEMBERED = 1 << 17  # written words of a language
LEAST = 0.5  # probability below which a span is no mention


@dataclass(frozen=True)
class MentionCandidate:
    """An entity that a mention may mean."""

    entity: Entity
    probability: float
    matched_name: str


@dataclass(frozen=True)
class Mention:
    """A place in a text that names an entity: `text` stands there from character `start` to before `end`."""

    start: int
    end: int
    text: str
    entity: Entity
    probability: float
    candidates: tuple[MentionCandidate, ...] = field(repr=False)
    explanation: str = field(default="", repr=False)


class Finder:
    """Finds the entities of an index in texts.

    >>> from translit.finding.entities.sources import seeds
    >>> from translit.finding.index.build import build
    >>> finder = Finder(Index(build(seeds())))
    >>> [(one.text, one.entity.id) for one in finder.find("Łukašenka sustreŭsia z Pucinym.", "be-Latn")]
    [('Łukašenka', 'lukashenka-alaksandar'), ('Pucinym', 'pucin-uladzimir')]
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self.gazetteer = Gazetteer(index)
        self._words: dict[str | None, Words] = {}

    def prepare(self) -> None:
        """Load what finding needs, so that processes which are started afterwards share it."""
        self.find("", None)
        _ = self.gazetteer.layers

    def find(self, text: str, language: str | None = None, threshold: float = LEAST) -> list[Mention]:
        """The mentions of a text, in order; none overlap.

        Raises UsageError if the text isn't text, or there is nothing known of the language.
        """
        require_text(text, "the text")
        require_language(language)
        return next(self.find_each([text], language, threshold))

    def find_many(
        self, texts: Iterable[str], language: str | None = None, threshold: float = LEAST
    ) -> list[list[Mention]]:
        """The mentions of many texts, in their order."""
        require_list(texts, "the texts")
        require_language(language)
        return list(self.find_each(texts, language, threshold))

    def find_each(
        self, texts: Iterable[str], language: str | None = None, threshold: float = LEAST
    ) -> Iterator[list[Mention]]:
        """The same one after another, so that memory doesn't grow with their number."""
        for block in _blocks(texts):
            for text, found in self.candidates(block, language):
                chances = probabilities(_rows(found))
                yield [self._mention(text, choice) for choice in select(found, chances, threshold)]

    def candidates(self, texts: Sequence[str], language: str | None = None) -> list[tuple[Text, list[Candidate]]]:
        """The candidates of some texts, with their features."""
        result: list[tuple[Text, list[Candidate]]] = []
        languages = [language or self._language(text) for text in texts]
        every = [split(text, self._known(used)) for text, used in zip(texts, languages, strict=True)]
        for used in dict.fromkeys(languages):
            mine = [text for text, own in zip(every, languages, strict=True) if own == used]
            fill(dict.fromkeys(word for text in mine for word in text.words if word.shape), self.gazetteer, used)
            if self.gazetteer.things:
                beside = dict.fromkeys(word for text in mine for word in beside_things(text, self.gazetteer))
                fill(beside, self.gazetteer, used)
        for text in every:
            found = candidates(text, self.gazetteer)
            describe(found, text)
            result.append((text, found))
        return result

    def _language(self, text: str) -> str | None:
        return language_of(LETTERS.findall(text[:SAMPLE]))

    def _known(self, language: str | None) -> Words:
        known = self._words.get(language)
        if known is None or len(known) > REMEMBERED:
            known = self._words[language] = Words()
        return known

    def _mention(self, text: Text, choice: Choice) -> Mention:
        best = choice.ranked[0][0]
        start, end = text.starts[best.first] + text.words[best.first].elided, text.end(best.last)
        options = tuple(
            MentionCandidate(self.index.entity(one.form.entity), chance, self.gazetteer.name(one.form.number))
            for one, chance in choice.ranked
        )
        first = options[0]
        reason = explain(best, text)
        return Mention(start, end, text.text[start:end], first.entity, first.probability, options, reason)


def _rows(found: Sequence[Candidate]) -> np.ndarray:
    return np.array([one.features for one in found], dtype=np.float32).reshape(len(found), len(NAMES))


def _blocks(texts: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    size = 0
    for number, text in enumerate(texts, 1):
        require_text(text, f"text {number}")
        block.append(text)
        size += len(text)
        if size > BLOCK:
            yield block
            block, size = [], 0
    if block:
        yield block
