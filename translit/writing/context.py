"""The contexts of a rule: what may stand on one side of a letter.

A pattern is a sequence of elements parted by spaces, read left to right; each element takes one
place beside the letter:

- the name of a class; `[аеё]` any of these letters; `аб` exactly these letters one after another;
- `start` or `end`: the edge of the word (no letter stands there);
- `space`: white space, so that a rule can see the neighbouring word;
- `!` before a class, a set or an edge: anything else (for a class or a set that includes the edge).

`after = "vowels"` holds where the letter stands after a vowel; several patterns are alternatives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translit.errors import TableError

EDGE = "\0"  # stands for every character that isn't part of a word
SPACE = " "
Place = frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """Alternatives, each a sequence of sets of characters; EDGE and SPACE stand for themselves."""

    alternatives: tuple[tuple[Place, ...], ...]

    @property
    def reach(self) -> int:
        """How many characters the context looks at, at the most."""
        return max(map(len, self.alternatives), default=0)

    @property
    def crosses_words(self) -> bool:
        """Whether the context looks over a space into the next word."""
        return any(SPACE in place and EDGE not in place for chosen in self.alternatives for place in chosen)

    def holds_before(self, text: str, end: int) -> bool:
        """Whether the characters that follow, from `end` on, fit; `text` has an edge at both ends."""
        return any(
            all(_at(text, end + offset) in place for offset, place in enumerate(chosen)) for chosen in self.alternatives
        )

    def holds_after(self, text: str, start: int) -> bool:
        """Whether the characters before `start` fit."""
        return any(
            all(_at(text, start - len(chosen) + offset) in place for offset, place in enumerate(chosen))
            for chosen in self.alternatives
        )

    def width(self, universe: int) -> float:
        """The share of all contexts in which this one holds: smaller is narrower."""
        share = 0.0
        for chosen in self.alternatives:
            part = 1.0
            for place in chosen:
                part *= len(place) / universe
            share += part
        return share


def _at(text: str, index: int) -> str:
    return text[index] if 0 <= index < len(text) else EDGE


def parse(patterns: tuple[str, ...], classes: Mapping[str, Place], letters: Place) -> Context | None:
    """The context of these patterns, or None where there is no condition.

    Raises TableError for a pattern that names no class and has letters outside the alphabet.
    """
    if not patterns:
        return None
    sequences: list[tuple[Place, ...]] = []
    singles: set[str] = set()
    for pattern in patterns:
        places = tuple(place for element in pattern.split() for place in _element(element, classes, letters))
        if not places:
            raise TableError("a context is empty; leave it out where there is no condition")
        if len(places) == 1:
            singles |= places[0]
        else:
            sequences.append(places)
    if singles:
        sequences.append((frozenset(singles),))
    return Context(tuple(sequences))


def _element(element: str, classes: Mapping[str, Place], letters: Place) -> list[Place]:
    if element == "!":
        raise TableError("a context has ! alone; say what doesn't stand there, such as !vowels")
    if element.startswith("!"):
        (place,) = _element(element[1:], classes, letters) or (frozenset(),)
        return [(letters | {EDGE, SPACE}) - place]
    if element in ("start", "end"):
        return [frozenset((EDGE, SPACE))]
    if element == "space":
        return [frozenset(SPACE)]
    if element in classes:
        return [classes[element]]
    if element.startswith("[") and element.endswith("]"):
        return [frozenset(element[1:-1])]
    strange = sorted(set(element) - letters)
    if strange:
        raise TableError(
            f"the context {element!r} is no class, edge or letters of the alphabet ({', '.join(strange)});"
            " declare the class or the letters"
        )
    return [frozenset(letter) for letter in element]


def narrower(one: Context | None, other: Context | None) -> bool:
    """Whether `one` holds only where `other` does too (equal contexts included)."""
    if other is None:
        return True
    if one is None:
        return False
    return all(any(_within(a, b) for b in other.alternatives) for a in one.alternatives)


def overlap(one: Context | None, other: Context | None, *, backwards: bool) -> bool:
    """Whether some surroundings fit both contexts; `backwards` aligns them at the right end."""
    if one is None or other is None:
        return True
    step = -1 if backwards else 1
    return any(
        all(p & q for p, q in zip(a[::step], b[::step], strict=False))
        for a in one.alternatives
        for b in other.alternatives
    )


def _within(a: tuple[Place, ...], b: tuple[Place, ...]) -> bool:
    return len(a) >= len(b) and (
        all(p <= q for p, q in zip(a, b, strict=False)) or all(p <= q for p, q in zip(a[::-1], b[::-1], strict=False))
    )
