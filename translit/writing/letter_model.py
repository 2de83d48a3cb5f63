"""How probable a run of letters is in a language: the chance of each letter after those before it.

The model is in `tables/match/letters-<language>.tsv` (made by `translit.learn.letters`, as is the filter of attested
words beside it); a word is read with `^` before it and `$` after it. A line has the end of a context, then for each
letter before it (`.` for none) how much likelier than after the end alone the letters are that aren't named, and the
letters that are, each with minus the logarithm of its probability: all in tenths of nats. `ова\tн-3л8` says that after
нова the letter л has e to the power of -0.8, all others e to the power of -0.3 times as much as after ова.

Lines `=word` have the words that are known best. They share KNOWN of the probability, the attested ones ATTESTED.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from translit.data import folder
from translit.errors import TranslitError
from translit.patterns import plain_pattern
from translit.writing.bloom import Attested

ORDER = 5
START, END = "^", "$"
LETTERS = 40.0  # how many letters an alphabet has, for one that was never seen
PLAIN = -log(LETTERS)
KNOWN, ATTESTED = 0.2, 0.4  # the share of words that are one of the known, or of the attested ones
WORD = "="
TENTHS = 10
NONE = "."  # stands before a context of no letters
NUMBERED = plain_pattern(r"([^\d-])(-?\d+)")


class Letters(NamedTuple):
    """What follows a context: the logarithms of the probabilities of letters, and of the weight of all others."""

    other: float
    steps: Mapping[str, float]


class Contexts:
    """The contexts in the lines of a table, each line read when it is first asked for."""

    def __init__(self, path: Path, lines: dict[str, str]) -> None:
        self._path, self._lines = path, lines  # the end of the contexts → the fields
        self._read: dict[str, Letters] = {}

    def __bool__(self) -> bool:
        return bool(self._lines or self._read)

    def get(self, context: str) -> Letters | None:
        """What follows a context, if it is known.

        Raises TranslitError for a line that isn't one of contexts.
        """
        ending = context[1:]
        fields = self._lines.get(ending)
        if fields is not None:
            self._read.update(self._parsed(ending, fields))
            self._lines.pop(ending, None)  # only now, or another thread would take it for a line that isn't there
        return self._read.get(context)

    def _parsed(self, ending: str, fields: str) -> Iterator[tuple[str, Letters]]:
        try:
            for field in fields.split("\t"):
                (before, other), *steps = NUMBERED.findall(field)
                named = {letter: -int(step) / TENTHS for letter, step in steps}
                yield ending if before == NONE else before + ending, Letters(int(other) / TENTHS, named)
        except ValueError:
            raise TranslitError(
                f"{self._path}: the line of {ending!r} isn't one of contexts with letters and numbers; rebuild the file"
            ) from None


class LetterModel:
    """The probability of letters after letters; without contexts every letter is equally likely."""

    def __init__(
        self,
        contexts: Contexts | Mapping[str, Letters],
        known: Collection[str] = (),
        attested: Attested | None = None,
    ) -> None:
        self._contexts = contexts
        words: list[tuple[Collection[str] | Attested, float]] = [(frozenset(known), KNOWN), (attested or (), ATTESTED)]
        self._shares = [(each, share / len(each)) for each, share in words if len(each)]
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
        shares = sum(share for words, share in self._shares if word in words)
        return log(exp(steps) + shares) if shares else steps


@cache
def letter_model(language: str) -> LetterModel:
    """The model of a language; one without knowledge where there is no table of it.

    >>> letter_model("be").word("лукашэнка") > letter_model("be").word("лукашенко")
    True
    """
    return read(folder("tables") / "match", language)


def read(tables: Path, language: str) -> LetterModel:
    """The model of a language in a folder of tables; one without knowledge where it has no table of letters.

    Raises TranslitError for a table that isn't text, has a line of another kind, or has no attested words beside it.
    """
    path = tables / f"letters-{language}.tsv"
    if not path.exists():
        return LetterModel({})
    try:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    except UnicodeDecodeError:
        raise TranslitError(f"{path} isn't text in UTF-8; rebuild the file") from None
    contexts: dict[str, str] = {}
    words: list[str] = []
    for line in lines:
        ending, tab, fields = line.partition("\t")
        if tab:
            contexts[ending] = fields
        elif line.startswith(WORD):
            words.append(line[1:])
        else:
            raise TranslitError(f"{path}: the line {line[:40]!r} is neither of contexts nor a word; rebuild the file")
    return LetterModel(Contexts(path, contexts), words, Attested.read(tables / f"words-{language}.txt"))
