"""What each word may be by itself, worked out once: the rows that all its places share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from translit.arrays import Float32s, Float64s, Int64s
from translit.text.candidate import Candidate
from translit.text.features import ALONE, alone_features, given_alone
from translit.text.gazetteer import Gazetteer
from translit.text.spans import alone, standing
from translit.text.words import Text, TextWord


class Rows:
    """Candidates as columns: features that don't depend on the text, entity, kind, how good beside rivals."""

    def __init__(self, candidates: Sequence[Candidate], texts: Sequence[Text]) -> None:
        self.candidates = list(candidates)
        values = [alone_features(one, text) for one, text in zip(candidates, texts, strict=True)]
        self.features: Float32s = np.array(values, dtype=np.float32).reshape(len(values), len(ALONE))
        self.entities = np.array([one.form.entity for one in candidates], dtype=np.int64)
        self.standing: Float64s = np.array([standing(one) for one in candidates], dtype=np.float64)
        self.given_alone = np.array([given_alone(one) for one in candidates], dtype=np.bool_)
        self.matched = np.array([bool(one.matches) for one in candidates], dtype=np.bool_)

    def __len__(self) -> int:
        return len(self.candidates)

    def add(self, others: Rows) -> None:
        """Take the rows of others after one's own."""
        self.candidates += others.candidates
        for name in ("features", "entities", "standing", "given_alone", "matched"):
            setattr(self, name, np.concatenate([getattr(self, name), getattr(others, name)]))


class Solos(Rows):
    """The rows of words by themselves; a word remembers which are its own."""

    def __init__(self) -> None:
        super().__init__((), ())

    def fill(self, words: Iterable[TextWord], gazetteer: Gazetteer) -> None:
        """Work out what these words may be by themselves, where that wasn't done."""
        found: list[Candidate] = []
        texts: list[Text] = []
        for word in words:
            if word.solos is None:
                mine = alone(word, gazetteer)
                word.solos = len(self) + len(found), len(mine)
                found += mine
                texts += [Text(word.text, [word], [0], ["", ""])] * len(mine)
        if found:
            self.add(Rows(found, texts))

    def of(self, words: Sequence[TextWord]) -> tuple[Int64s, Int64s]:
        """The first row of each word, and how many it has."""
        told = [word.solos or (0, 0) for word in words]
        return np.array([one for one, _ in told], dtype=np.int64), np.array([n for _, n in told], dtype=np.int64)
