"""A compiled scheme: one pass over the text, left to right, contexts looking at the source only.

At each letter the longest source with a fitting rule wins, among equally long ones the narrower context.
The case of the result is decided per word: a word in capitals gives a word in capitals, otherwise a
capital gives one capital. Words without a letter of the scheme's alphabet pass through unchanged.

A text is worked in chunks between spaces, each memoized: names repeat their words, so a list of a million
is mostly look-ups. A table whose rules look across a space is worked line by line.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from unicodedata import normalize

import regex

from translit.patterns import pattern
from translit.writing.characters import (
    APOSTROPHE,
    APOSTROPHES,
    INVISIBLE,
    capitalized,
    in_capitals,
    is_all_capitals,
    is_cyrillic,
    nfc,
    repair_lookalikes,
    split_stress,
    starts_capital,
    tied_capital,
    typed_for,
)
from translit.writing.context import EDGE, SPACE
from translit.writing.rules import choose, compile_choices, lengths_by_first, simple_letters
from translit.writing.table import Table, has_apostrophe

MEMO_LIMIT = 1 << 17
_SIGNS = f"[{''.join(sorted(APOSTROPHES))}]"
# An apostrophe between letters, one of them Cyrillic: d'Arc stays as it is.
APOSTROPHE_INSIDE = pattern(rf"(?<=\p{{Cyrl}}\p{{M}}*){_SIGNS}(?=\p{{L}})|(?<=[\p{{L}}\p{{M}}]){_SIGNS}(?=\p{{Cyrl}})")
PALOCHKA = pattern(r"(?<=\p{Ll}ӏ?)Ӏ")  # most keyboards have the capital only: цӀа
GRAVE = "\N{COMBINING GRAVE ACCENT}"
# и and е with a stress mark that Unicode has as one letter: Bulgarian and Macedonian tell words apart by it
ACCENTED = {char: normalize("NFD", char) for char in "ѝѐЍЀ"}
CAPITALIZE = {"first": capitalized, "whole": in_capitals, "tied": tied_capital}  # what a capital letter's output gets
WORD_CANDIDATE = pattern(r"[\p{L}\p{M}]+")


class _Memo(dict[str, str]):
    """Chunk → output, filled on demand and emptied when it grows too large."""

    def __init__(self, work: Scheme) -> None:
        self.work = work

    def __missing__(self, chunk: str) -> str:
        if len(self) >= MEMO_LIMIT:
            self.clear()
        composed = nfc(chunk)
        result = composed if composed.isascii() and not self.work.reads_ascii else self.work.quick(composed)
        if result is None:
            result = self.work.write(composed)
        self[chunk] = result
        return result


class Scheme:
    """A transliteration scheme, ready to use; made by `translit.writing.registry.scheme_of`."""

    def __init__(self, table: Table, via: Scheme | None = None) -> None:
        self.table = table
        self.via = via
        self.id = table.id
        self.choices = compile_choices(table)
        self.letters = table.input
        self.reads_ascii = any(letter.isascii() for letter in table.input)  # a table from Latin
        self.spelling = {key.lower(): value for key, value in table.spelling.items()}
        self.capitals = dict(table.capitals)
        self.keep_stress = table.head.get("stress", "keep") == "keep"
        self.capitalize = CAPITALIZE.get(table.head.get("capitals", "first"), capitalized)
        both = [side for found in self.choices.values() for choice in found for side in (choice.after, choice.before)]
        self.reach = max((side.reach for side in both if side), default=0)
        self.crosses_words = any(side.crosses_words for side in both if side)
        self.starts = lengths_by_first(self.choices)
        self.simple = simple_letters(self.choices, self.starts)
        self.typed_letters = any(set(typed) <= self.letters for typed in self.spelling)
        self.longest = max(map(len, self.choices), default=1)
        self._between = "\n" if self.crosses_words else " "  # what parts the chunks that are worked by themselves
        self._memo = _Memo(self)
        self._chunk = self._memo.__getitem__
        self._chosen: dict[tuple[str, int], tuple[int, str | None]] = {}  # what was chosen in which surroundings

    def __repr__(self) -> str:
        return f"<Scheme {self.id}>"

    def transliterate(self, text: str) -> str:
        """The text written by the scheme; what isn't in its script stays, the result is in normal form C."""
        if self.via is not None:
            text = self.via.transliterate(text)
        if text.isascii() and not self.reads_ascii:
            return text
        return self._between.join(map(self._chunk, text.split(self._between)))

    def own(self, text: str) -> str:
        """What this table alone makes of a text, its `via` left out."""
        if text.isascii() and not self.reads_ascii:
            return text
        return self._between.join(map(self._chunk, self.chunks(text)))

    def chunks(self, text: str) -> list[str]:
        """The parts of a text that are worked by themselves: no rule looks from one into another."""
        return text.split(self._between)

    def transliterate_all(self, texts: Iterable[str]) -> list[str]:
        """Each text written by the scheme; repeated words are worked once."""
        texts = list(texts) if self.via is None else self.via.transliterate_all(texts)
        between, chunk = self._between, self._chunk
        return [between.join(map(chunk, text.split(between))) for text in texts]

    def prepare(self, text: str) -> str:
        """The text as the rules read it: apostrophes, look-alikes and typed variants put right."""
        if has_apostrophe(self.table):
            text = APOSTROPHE_INSIDE.sub(APOSTROPHE, text)
        return str(WORD_CANDIDATE.sub(self._repair, text))

    def _repair(self, match: regex.Match[str]) -> str:
        word = str(match[0])
        if not any(map(is_cyrillic, word)):
            return word
        word = repair_lookalikes(word.translate(INVISIBLE), self.letters)
        for typed, meant in self.spelling.items():
            if typed in word.lower():
                word = word.replace(typed, meant).replace(typed.upper(), meant.upper())
        return str(PALOCHKA.sub("ӏ", word)) if "Ӏ" in word else word

    def write(self, text: str) -> str:
        """The slow, exact path: one chunk or line, without the memory."""
        text = self.prepare(typed_for(text.translate(INVISIBLE), self.letters) if not text.isascii() else text)
        result: list[str] = []
        if not ACCENTED.keys().isdisjoint(text):
            text = text.translate(self._accented)
        plain, stresses = split_stress(text)
        padded = self._padded(plain)
        position = 0
        while position < len(plain):
            if padded[position] in (EDGE, SPACE):
                result.append(plain[position] + stresses.get(position, ""))
                position += 1
                continue
            end = position
            while end < len(plain) and padded[end] not in (EDGE, SPACE):
                end += 1
            result.append(self._word(plain, padded, position, end, stresses))
            position = end
        return nfc("".join(result))

    @cached_property
    def _accented(self) -> dict[int, str]:
        """The letters with an accent that are read as letter and stress mark.

        Those whose output would be another letter's (ì of Ukrainian і in ISO 9) stay as they are.
        """
        outputs = {choice.output for found in self.choices.values() for choice in found}
        return {
            ord(char): parts
            for char, parts in ACCENTED.items()
            if char.lower() not in self.letters
            and not any(nfc(choice.output + GRAVE) in outputs for choice in self.choices.get(parts[0].lower(), ()))
        }

    def _padded(self, plain: str) -> str:
        """The text in small letters with everything that isn't a letter of a word as EDGE or SPACE."""
        folded = [char.lower() if len(char.lower()) == 1 else char for char in plain]
        last = len(folded) - 1
        for index, char in enumerate(folded):
            if char == APOSTROPHE:  # a letter only between letters, else a quotation mark
                beside = folded[index - 1 : index] + folded[index + 1 : index + 2]
                inside = 0 < index < last and all(map(str.isalpha, beside)) and not self.letters.isdisjoint(beside)
                if not inside or APOSTROPHE not in self.letters:
                    folded[index] = EDGE
            elif char not in self.letters and not char.isalpha():
                folded[index] = SPACE if char.isspace() else EDGE
        return "".join(folded)

    def _word(self, plain: str, padded: str, start: int, end: int, stresses: dict[int, str]) -> str:
        """The word plain[start:end] in the scheme."""
        shout = is_all_capitals(plain[start:end])
        pieces: list[str] = []
        position = start
        while position < end:
            length, output = self.choose(padded, position)
            source = plain[position : position + length]
            if output is None:
                output = source
            elif shout:
                output = in_capitals(output, self.capitals)
            elif starts_capital(source):
                output = self.capitalize(output, self.capitals)
            pieces.append(output)
            if self.keep_stress:
                pieces.extend(stresses.get(index, "") for index in range(position, position + length))
            position += length
        return "".join(pieces)

    def choose(self, padded: str, position: int) -> tuple[int, str | None]:
        """How many letters at `position` make one source, and its output (None: not in the table)."""
        return choose(self.starts.get(padded[position], ()), self.choices, padded, position)

    def quick(self, chunk: str) -> str | None:
        """What `write` gives for one word of the alphabet, small or with one capital; None for all else."""
        small = chunk.lower()
        if not self.letters.issuperset(small) or APOSTROPHE in small or len(small) != len(chunk) or self.typed_letters:
            return None
        if chunk != small and chunk[1:] != small[1:]:
            return None
        pieces: list[str] = []
        left, right = self.reach, self.reach + self.longest
        position, last = 0, len(small)
        while position < last:
            output = self.simple.get(small[position])
            if output is not None:
                pieces.append(output)
                position += 1
                continue
            start = position - left if position > left else 0
            key = (small[start : position + right], position - start)
            chosen = self._chosen.get(key)
            if chosen is None:
                chosen = self.choose(small, position)
                if len(self._chosen) < MEMO_LIMIT:
                    self._chosen[key] = chosen
            pieces.append(small[position] if chosen[1] is None else chosen[1])
            position += chosen[0]
        if chunk != small and pieces:
            pieces[0] = self.capitalize(pieces[0], self.capitals)
        return nfc("".join(pieces))
