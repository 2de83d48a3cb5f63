"""How probable a run of letters is in a language: the chance of each letter after those before it.

The model is in `tables/match/letters-<language>.tsv` (made by `translit.learn.letters`); a word is read with `^`
before it and `$` after it. A line has the end of a context, then for each letter before it (`.` for none) how much
likelier than after the end alone the letters are that aren't named, and the letters that are, each with minus the
logarithm of its probability: all in tenths of nats. `ова\tн-3л8` says that after нова the letter л has e to the
power of -0.8, all others e to the power of -0.3 times as much as after ова. Lines `=word` have the words that are
known as a whole; a share of the probability is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from translit.data import folder
from translit.errors import TranslitError

ORDER = 5
START, END = "^", "$"
LETTERS = 40.0  # how many letters an alphabet has, for one that was never seen
PLAIN = -log(LETTERS)
KNOWN = 0.3  # the share of names that are one of the known words
WORD = "="
TENTHS = 10
NONE = "."  # stands before a context of no letters
NUMBERED = re.compile(r"([^\d-])(-?\d+)")


class Letters(NamedTuple):
    """What follows a context: the logarithms of the probabilities of letters, and of the weight of all others."""

    other: float
    steps: Mapping[str, float]


class LetterModel:
    """The probability of letters after letters; without contexts every letter is equally likely."""

    def __init__(self, contexts: Mapping[str, Letters], words: Collection[str] = ()) -> None:
        self._contexts = contexts
        self._words = frozenset(words)
        self._share = KNOWN / max(1, len(self._words))
        self._steps: dict[str, float] = {}

    def __bool__(self) -> bool:
        """Whether anything is known of the language."""
        return bool(self._contexts)

    def step(self, gram: str) -> float:
        """The logarithm of the probability of the last letter of `gram` after the others.

        >>> model = LetterModel({"": Letters(-3.0, {"а": -0.1})})
        >>> model.step("ба") > model.step("аб")
        True
        """
        found = self._steps.get(gram)
        if found is None:
            found = self._steps[gram] = self.look_up(gram[:-1], gram[-1])
        return found

    def look_up(self, context: str, letter: str) -> float:
        """`step` for a letter and what is before it, worked anew."""
        if not self._contexts:
            return PLAIN
        weight = 0.0
        while True:
            found = self._contexts.get(context)
            if found is not None:
                if letter in found.steps:
                    return weight + found.steps[letter]
                weight += found.other
            if not context:
                return weight + PLAIN
            context = context[1:]

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
        return log(exp(steps) + self._share) if word in self._words else steps


@cache
def letter_model(language: str) -> LetterModel:
    """The model of a language; one without knowledge where there is no table of it.

    >>> letter_model("be").word("лукашэнка") > letter_model("be").word("лукашенко")
    True
    """
    path = folder("tables") / "match" / f"letters-{language}.tsv"
    return read(path) if path.exists() else LetterModel({})


def read(path: Path) -> LetterModel:
    """The model in a table.

    Raises TranslitError for a line that isn't one of contexts or of a word.
    """
    contexts: dict[str, Letters] = {}
    words: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        if line.startswith(WORD):
            words.append(line[1:])
            continue
        ending, *fields = line.split("\t")
        try:
            for field in fields:
                (before, other), *steps = NUMBERED.findall(field)
                named = {letter: -int(step) / TENTHS for letter, step in steps}
                contexts[ending if before == NONE else before + ending] = Letters(int(other) / TENTHS, named)
        except ValueError:
            raise TranslitError(
                f"{path}: line {number} isn't the end of a context with letters and numbers; rebuild the file"
            ) from None
    return LetterModel(contexts, words)
