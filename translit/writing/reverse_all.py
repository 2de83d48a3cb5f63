"""A word back from Latin by all schemes of a language at once.

Most schemes of a language agree about most letters, so the search goes through their originals together: each
hypothesis is an original so far and the set of the schemes (bits of a number) that would have written it as these
letters. As in `reverse`, a source that was assumed is checked with the schemes' own choice of rules as soon as
enough letters to its right are known; schemes with the same rules for a letter are asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import exp, log

import regex

from translit.patterns import pattern
from translit.writing.characters import APOSTROPHES, STRESS
from translit.writing.conventions import commonness
from translit.writing.letter_model import END, ORDER, START, LetterModel
from translit.writing.registry import scheme_of
from translit.writing.restore import word_restorer
from translit.writing.scheme import Scheme
from translit.writing.scheme_sets import SharedRules, outputs, plain
from translit.writing.word_restorer import UNKNOWN

KEPT = 3  # beginnings kept for each scheme
MARGIN = 11.0  # how much less likely than the best beginning, in nats, another may be
MARKED = -4.0  # nats for stress marks, which are seldom written: an accent is a letter where some scheme writes it
PAD = START * (ORDER - 1)

STRESSED = pattern(rf"(?<=[aeiouy])[{''.join(sorted(STRESS))}]")

Edge = tuple[str, int, bool]  # source, the schemes that may write it so, whether the rules check it
Unit = tuple[int, int, str]  # where a source starts in the original, its length, its output
Partial = tuple[float, str, int, tuple[Unit, ...]]  # log-probability, original, schemes, sources to be checked
Found = list[tuple[float, str]]  # log-probability and original, the likeliest first


class JointReverser:
    """The inverse of several schemes of one language, what is before their `via` left out."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = tuple(ids)
        edges: dict[tuple[str, str, bool], int] = {}
        for number, scheme in enumerate(map(scheme_of, self.ids)):
            for source, output, checked in outputs(scheme):
                key = (plain(output), source, checked)
                edges[key] = edges.get(key, 0) | 1 << number
        self.edges: dict[str, list[Edge]] = {}
        for (output, source, checked), schemes in edges.items():
            self.edges.setdefault(output, []).append((source, schemes, checked))
        self.silent = self.edges.pop("", [])
        self.widest = max(map(len, self.edges), default=1)
        signs = {char for char in "".join(self.edges) if not char.isalpha() and not char.isspace()}
        inside = "".join(map(regex.escape, sorted(signs | APOSTROPHES)))
        self.run = regex.compile(rf"[\p{{L}}\p{{M}}{inside}]+")
        self._unsure = {id_ for id_ in self.ids if _is_unsure(scheme_of(id_))}
        self._rules = SharedRules(map(scheme_of, self.ids))

    def word(self, run: str, model: LetterModel) -> dict[str, Found]:
        """Scheme → the likeliest originals of a run of small letters and signs, quotation marks left out."""
        bare = plain(run).strip('"')
        bare = bare.strip("'") if bare.startswith("'") else bare
        found = self._of_run(bare, model)
        if found or not STRESSED.search(bare):
            return found
        found = self._of_run(STRESSED.sub("", bare), model)
        return {id_: [(score + MARKED, text) for score, text in entries] for id_, entries in found.items()}

    def _of_run(self, bare: str, model: LetterModel) -> dict[str, Found]:
        """The same for a run in the form of `plain`, every sign a letter."""
        found = self.originals(bare, model)
        if not found:
            return found
        least = max(entries[0][0] for entries in found.values()) - MARGIN
        for id_ in self._unsure & found.keys():
            entries = [entry for entry in found.pop(id_) if entry[0] >= least]
            entries = [below for entry in entries for below in _whole(id_, bare, entry, model)]
            if entries:
                found[id_] = sorted(entries, key=_likeliest)
        return found

    def originals(self, word: str, model: LetterModel) -> dict[str, Found]:
        """Scheme → the likeliest originals of a word in small letters and in the form of `plain`.

        A scheme that has rules for whole words may not write what is found as the word; the caller must see.
        """
        columns: list[list[Partial]] = [[] for _ in range(len(word) + 1)]
        columns[0].append((0.0, "", (1 << len(self.ids)) - 1, ()))
        for position in range(len(word)):
            found = _likely(columns[position])
            if position and self.silent:
                found = self._with_silent(found, model)
            for width in range(1, min(self.widest, len(word) - position) + 1):
                output = word[position : position + width]
                edges = self.edges.get(output)
                if edges is not None:
                    self._grow(found, edges, output, model, columns[position + width])
        last = _likely(columns[-1])
        return self._finished(self._with_silent(last, model) if self.silent else last, model)

    def _with_silent(self, found: list[Partial], model: LetterModel) -> list[Partial]:
        """The hypotheses and those with a letter more that leaves no trace."""
        grown: list[Partial] = []
        self._grow(found, self.silent, "", model, grown)
        return _likely(found + grown) if grown else found

    def _grow(
        self, found: list[Partial], edges: list[Edge], output: str, model: LetterModel, target: list[Partial]
    ) -> None:
        """Appends the hypotheses with one source more, where some scheme allows it."""
        step = model.step
        for score, before, schemes, pending in found:
            for source, allowed, checked in edges:
                left = schemes & allowed
                if not left:
                    continue
                text = before + source
                units = (*pending, (len(before), len(source), output)) if checked else pending
                if units:
                    left, units = self._checked(text, left, units)
                    if not left:
                        continue
                padded = PAD + text
                new = score
                for end in range(len(padded) - len(source) + 1, len(padded) + 1):
                    new += step(padded[end - ORDER : end])
                target.append((new, text, left, units))

    def _checked(self, text: str, schemes: int, units: tuple[Unit, ...]) -> tuple[int, tuple[Unit, ...]]:
        """The schemes that choose the units with enough letters to their right, and the units still to be checked."""
        kept: list[Unit] = []
        for unit in units:
            start, length, output = unit
            right = self._rules.right.get(text[start], 1)
            if len(text) < start + right:
                kept.append(unit)
                continue
            schemes &= self._rules.chosen(text, start, right).get((length, output), 0)
            if not schemes:
                return 0, ()
        return schemes, tuple(kept)

    def _finished(self, found: list[Partial], model: LetterModel) -> dict[str, Found]:
        result: dict[str, Found] = {}
        for score, text, possible, units in found:
            schemes = possible
            for start, length, output in units:
                schemes &= self._rules.chosen(text, start, len(text) - start).get((length, output), 0)
            if not schemes:
                continue
            entry = (model.whole(text, score + model.step((PAD + text)[1 - ORDER :] + END)), text)
            for number in range(schemes.bit_length()):
                if not schemes >> number & 1:
                    continue
                entries = result.setdefault(self.ids[number], [])
                if entry not in entries:
                    entries.append(entry)
        for entries in result.values():
            entries.sort(key=_likeliest)
        return result


def _is_unsure(scheme: Scheme) -> bool:
    return scheme.via is not None or any(not checked for _, _, checked in outputs(scheme))


def _whole(id_: str, word: str, entry: tuple[float, str], model: LetterModel) -> Found:
    """What was found for a scheme with rules for whole words or with a scheme before it, if it writes the word so."""
    if plain(scheme_of(id_).own(entry[1])) != word:
        return []
    via = word_restorer(id_).via
    return [entry] if via is None else [(found.score, found.text) for found in via.find(entry[1], KEPT, model)]


def _likely(found: list[Partial]) -> list[Partial]:
    """The likeliest hypotheses of each scheme."""
    if len(found) < 2:
        return found
    found.sort(key=_by_score)
    least = found[0][0] - MARGIN
    counted = [0] * KEPT  # the schemes that have 1, 2, ... hypotheses
    kept: list[Partial] = []
    for score, text, schemes, units in found:
        if score < least:
            break
        wanted = schemes & ~counted[-1]
        if wanted:
            kept.append((score, text, wanted, units))
            carried = wanted
            for index, have in enumerate(counted):
                counted[index] = have | carried
                carried &= have
    return kept


def _by_score(partial: Partial) -> float:
    return -partial[0]


def _likeliest(entry: tuple[float, str]) -> tuple[float, str]:
    return -entry[0], entry[1]


@cache
def joint_reverser(language: str) -> JointReverser:
    """The inverse of all schemes of a language from Cyrillic to Latin, made once."""
    return JointReverser(commonness(language))


def read_all(text: str, language: str, model: LetterModel) -> dict[str, Found]:
    """Scheme of a language → the likeliest originals, in small letters, that it may have written a text from.

    A scheme that may have written one word of the text at least is listed.
    """
    reverser = joint_reverser(language)
    pieces: list[tuple[str, dict[str, Found]]] = []
    position = 0
    small = text.lower()
    for match in reverser.run.finditer(small):
        pieces += [(small[position : match.start()], {}), (match[0], reverser.word(match[0], model))]
        position = match.end()
    pieces.append((small[position:], {}))
    result: dict[str, Found] = {id_: [(0.0, "")] for _, readings in pieces for id_ in readings}
    for piece, readings in pieces:
        unknown = [(UNKNOWN * sum(map(str.isalpha, piece)), piece)]
        for id_, before in result.items():
            found = readings.get(id_, unknown)
            if len(before) == len(found) == 1:
                result[id_] = [(before[0][0] + found[0][0], before[0][1] + found[0][1])]
            else:
                both = [(a + b, one + other) for a, one in before for b, other in found]
                result[id_] = sorted(both, key=_likeliest)[:KEPT]
    return result


def log_sum(values: Sequence[float]) -> float:
    """The logarithm of the sum of numbers given by their logarithms.

    >>> log_sum([0.0, 0.0]) == log(2)
    True
    """
    best = max(values)
    return best + log(sum(exp(value - best) for value in values))
