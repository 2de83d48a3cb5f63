"""What an index holds: entities and their names, by number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Float64s, Int64s
from translit.finding.entities.entity import Entity
from translit.finding.index import loading, storage
from translit.finding.index.attribute_lines import attributes_from
from translit.finding.index.build import Parts
from translit.finding.index.ranges import offsets_of
from translit.finding.index.uint24 import Packed
from translit.kinds import KINDS

REMEMBERED = 1 << 16  # words of queries, words and names of the index


class Contents:
    """Entities and their names by number, over arrays in memory or mapped from files."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        arrays, texts = parts.arrays, parts.texts
        self.kinds, self.name_words = arrays["kinds"], Packed(arrays, "name_words")
        self.ids, self.words, self.roles = texts["ids"], texts["words"], texts.get("roles")
        self.attributes = texts.get("attributes")
        self.entity_firsts = offsets_of(arrays["name_counts"])
        self.name_firsts = offsets_of(arrays["word_counts"])
        self.held = frozenset(np.flatnonzero(np.bincount(self.kinds)).tolist())  # numbers of the kinds
        self.persons = 0 in self.held
        self._texts: dict[int, str] = {}  # of words
        self._names: dict[int, str] = {}

    def require_whole(self) -> None:
        """Refuse to go on if a mapped file was cut short; raises DataError."""
        if self.parts.mapped:
            loading.require_whole(self.parts.mapped)

    def save(self, path: Path) -> None:
        """Write the index to a folder; see `storage.write` for the errors."""
        storage.write(path, self.parts.arrays, self.parts.texts, self.parts.about)

    def __len__(self) -> int:
        return len(self.kinds)

    def name(self, number: int) -> str:
        """The text of a name, remembered."""
        found = self._names.get(number)
        if found is None:
            if len(self._names) >= REMEMBERED:
                self._names = {}
            start, end = int(self.name_firsts[number]), int(self.name_firsts[number + 1])
            found = " ".join([self._word(word) for word in self.name_words[start:end].tolist()])
            self._names[number] = found
        return found

    def _word(self, number: int) -> str:
        """The text of a word, remembered."""
        found = self._texts.get(number)
        if found is None:
            if len(self._texts) >= REMEMBERED:
                self._texts = {}
            self._texts.update(self.words.block(number))  # those that lie beside it cost nothing more
            found = self._texts[number]
        return found

    def entity(self, number: int) -> Entity:
        """An entity with all its names."""
        self.require_whole()
        names = range(int(self.entity_firsts[number]), int(self.entity_firsts[number + 1]))
        role = self.roles[number] if self.roles else ""
        attributes = attributes_from(self.attributes[number]) if self.attributes else {}
        kind, texts = KINDS[self.kinds[number]], [self.name(name) for name in names]
        return Entity(self.ids[number], kind, texts, role, float(self.weights_of([number])[0]), attributes)

    def weights_of(self, entities: Sequence[int] | Int64s) -> Float64s:
        """How often each of these entities is talked about, beside the others."""
        weights = self.parts.arrays.get("weights")
        if weights is None:
            return np.ones(len(entities))
        return weights[np.asarray(entities, dtype=np.int64)].astype(np.float64)

    def entity_of(self, name: int) -> int:
        """The entity of one name."""
        if len(self.entity_firsts) == len(self.name_firsts):
            return name  # one name each
        wanted = self.entity_firsts.dtype.type(name)  # of the same type, else all are copied each time
        return int(np.searchsorted(self.entity_firsts, wanted, side="right")) - 1

    def entities_of(self, names: NDArray[np.integer[Any]]) -> Int64s:
        """The entity of each name."""
        if len(self.entity_firsts) == len(self.name_firsts):
            return names.astype(np.int64)  # one name each
        return np.searchsorted(self.entity_firsts, names, side="right") - 1
