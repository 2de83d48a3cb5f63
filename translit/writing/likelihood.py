"""How probable a run of letters is in a language: letter n-grams, counted on names.

The counts are in `tables/match/letters-<language>.tsv` (made by `translit.learn.letters`); a word is read with
`^` before it and `$` after it. Orders are joined by Witten–Bell interpolation: the more kinds of letters follow a
context, the more weight the shorter context gets. Lines `=word` weigh words that are known as a whole; a share of
the probability is theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp, log
from pathlib import Path

from translit.data import folder
from translit.errors import TranslitError

ORDER = 4
START, END = "^", "$"
LETTERS = 40.0  # how many letters an alphabet has, for one that was never seen
PLAIN = -log(LETTERS)
KNOWN = 0.3  # the share of names that are one of the known words
WORD = "="


class LetterModel:
    """The probability of letters after letters; without counts every letter is equally likely."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = {gram: count for gram, count in counts.items() if gram[0] != WORD}
        weights = {gram[1:]: count for gram, count in counts.items() if gram[0] == WORD}
        whole = sum(weights.values())
        self._words = {word: KNOWN * weight / whole for word, weight in weights.items()}
        self._totals: dict[str, int] = {}
        self._kinds: dict[str, int] = {}
        for gram, count in self._counts.items():
            before = gram[:-1]
            self._totals[before] = self._totals.get(before, 0) + count
            self._kinds[before] = self._kinds.get(before, 0) + 1
        self._steps: dict[str, float] = {}

    def __bool__(self) -> bool:
        """Whether anything was counted."""
        return bool(self._counts)

    def step(self, gram: str) -> float:
        """The logarithm of the probability of the last letter of `gram` after the others.

        >>> LetterModel({"a": 3, "b": 1}).step("a") > LetterModel({"a": 3, "b": 1}).step("b")
        True
        """
        found = self._steps.get(gram)
        if found is None:
            found = self._steps[gram] = log(self._chance(gram)) if self._counts else PLAIN
        return found

    def _chance(self, gram: str) -> float:
        if not gram:
            return 1.0 / LETTERS
        shorter = self._chance(gram[1:])
        before = gram[:-1]
        kinds = self._kinds.get(before, 0)
        if not kinds:
            return shorter
        return (self._counts.get(gram, 0) + kinds * shorter) / (self._totals[before] + kinds)

    def word(self, word: str) -> float:
        """The logarithm of the probability of a whole word in small letters.

        >>> round(LetterModel({}).word("дом"), 1) == round(4 * PLAIN, 1)
        True
        """
        marked = START * (ORDER - 1) + word + END
        steps = sum(self.step(marked[index - ORDER + 1 : index + 1]) for index in range(ORDER - 1, len(marked)))
        return self.whole(word, steps)

    def whole(self, word: str, steps: float) -> float:
        """The logarithm of the probability of a word whose letters one after another have that of `steps`."""
        share = self._words.get(word)
        return steps if share is None else log(exp(steps) + share)


@cache
def letter_model(language: str) -> LetterModel:
    """The model of a language; one without knowledge where no names of it were counted.

    >>> letter_model("be").word("лукашэнка") > letter_model("be").word("лукашенко")
    True
    """
    path = folder("tables") / "match" / f"letters-{language}.tsv"
    return LetterModel(read(path) if path.exists() else {})


def read(path: Path) -> dict[str, int]:
    """The counts of a table of n-grams.

    Raises TranslitError if a line isn't `letters TAB number`.
    """
    counts: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        gram, tab, count = line.partition("\t")
        if not tab or not count.isdigit():
            raise TranslitError(f"{path}: line {number} isn't letters, a tab and a number; rebuild the file")
        counts[gram] = int(count)
    return counts
