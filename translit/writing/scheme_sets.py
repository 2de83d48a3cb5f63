"""What many schemes make of a letter, asked of all of them at once.

Schemes are bits of a number. Those with the same rules for a letter are asked together, and what they chose in the
same surroundings is remembered.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translit.writing.reverse import is_long
from translit.writing.rules import Choice, choose
from translit.writing.scheme import Scheme
from translit.writing.word_restorer import ALIKE

MEMO_LIMIT = 1 << 17


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules for one first letter that some schemes share."""

    schemes: int
    lengths: tuple[int, ...]
    choices: dict[str, tuple[Choice, ...]]

    def reach(self) -> tuple[int, int]:
        """How far the rules look to the left of a letter, and to its right with the letter itself."""
        left, right = 0, 1
        for source, found in self.choices.items():
            for choice in found:
                left = max(left, choice.after.reach if choice.after else 0)
                right = max(right, len(source) + (choice.before.reach if choice.before else 0))
        return left, right

    def choose(self, text: str, position: int) -> tuple[int, str]:
        """The length of the source at a position and its output."""
        length, output = choose(self.lengths, self.choices, text, position)
        return length, plain(text[position] if output is None else output)


Verdict = dict[tuple[int, str], int]  # length of a source and its output → the schemes that choose so
# how far rules look to the left and, the letter itself included, to the right; the rules; what they chose where
Group = tuple[int, int, list[_Rules], dict[tuple[str, int], Verdict]]


def plain(text: str) -> str:
    """The form in which outputs and spellings are compared: decomposed, with two kinds of apostrophe."""
    return unicodedata.normalize("NFD", text).translate(ALIKE)


def outputs(scheme: Scheme) -> Iterator[tuple[str, str, bool]]:
    """(source, output, whether it is checked by the rules) of a scheme."""
    for source, found in scheme.choices.items():
        for choice in found:
            yield source, choice.output, not is_long(source, choice)
    for letter in scheme.letters - set(scheme.choices):
        yield letter, letter, True


class SharedRules:
    """The rules of several schemes of one language, without those for whole words."""

    def __init__(self, schemes: Iterable[Scheme]) -> None:
        rules: dict[str, dict[str, _Rules]] = {}
        for number, scheme in enumerate(schemes):
            for first, choices in _by_first(scheme).items():
                lengths = tuple(sorted({len(source) for source in choices}, reverse=True))
                _share(_Rules(1 << number, lengths, choices), rules.setdefault(first, {}))
        self._groups = {letter: _groups(found.values()) for letter, found in rules.items()}
        self._left = max(left for groups in self._groups.values() for left, _, _, _ in groups)
        self.right = {letter: max(right for _, right, _, _ in groups) for letter, groups in self._groups.items()}
        self._verdicts: dict[tuple[str, int], Verdict] = {}

    def chosen(self, text: str, start: int, right: int) -> Verdict:
        """(Length of the source, output) → the schemes that choose so at a place of an original."""
        first = start - self._left if start > self._left else 0
        key = (text[first : start + right], start - first)
        found = self._verdicts.get(key)
        if found is None:
            found = {}
            for left, width, shared, known in self._groups.get(text[start], ()):
                near = max(0, start - left)
                part = (text[near : min(start + width, start + right)], start - near)
                verdict = known.get(part)
                if verdict is None:
                    verdict = known[part] = _verdict(shared, *part)
                for chosen, schemes in verdict.items():
                    found[chosen] = found.get(chosen, 0) | schemes
            if len(self._verdicts) >= MEMO_LIMIT:
                self._verdicts.clear()
            self._verdicts[key] = found
        return found


def _by_first(scheme: Scheme) -> dict[str, dict[str, tuple[Choice, ...]]]:
    """Letter of a scheme → the sources that start with it → their rules."""
    result: dict[str, dict[str, tuple[Choice, ...]]] = {letter: {} for letter in sorted(scheme.letters)}
    for source, found in scheme.choices.items():
        short = tuple(choice for choice in found if not is_long(source, choice))
        if short and source[:1] in result:
            result[source[:1]][source] = short
    return result


def _share(rules: _Rules, known: dict[str, _Rules]) -> None:
    """Adds the rules to those known, by their text; the same ones get one more scheme."""
    text = repr(rules.choices)
    same = known.get(text)
    known[text] = rules if same is None else _Rules(same.schemes | rules.schemes, same.lengths, same.choices)


def _groups(rules: Iterable[_Rules]) -> list[Group]:
    """The rules for a letter by how far they look."""
    groups: dict[tuple[int, int], list[_Rules]] = {}
    for each in rules:
        groups.setdefault(each.reach(), []).append(each)
    return [(left, right, shared, {}) for (left, right), shared in groups.items()]


def _verdict(rules: list[_Rules], text: str, position: int) -> Verdict:
    found: Verdict = {}
    for each in rules:
        chosen = each.choose(text, position)
        found[chosen] = found.get(chosen, 0) | each.schemes
    return found
