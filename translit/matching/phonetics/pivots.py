"""Reading: a folded token as a pivot, the coarse phonemic form in which all its spellings meet.

The pivot brings candidates together (blocking keys, look-ups of given names); the weighted alignment then
decides. A letter with several readings gives several pivots, the likeliest first, at most `MOST`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, count, islice, product
from operator import add

from translit.compiled import read_toml
from translit.matching.phonetics.scripts import UNSURE, VOWELLESS
from translit.memo import memoized
from translit.patterns import plain_pattern

MOST, MOST_OPEN = 4, 16  # pivots of one token; of one with sounds that its script leaves open
SIGNS = 0xE000  # from here on letters of private use stand for units of several letters, and for unlikely readings


class _Symbols(dict[int, str]):
    """Sign of a unit → the symbols that it is read as; none for a letter that nothing is known of."""

    def __missing__(self, sign: int) -> str:
        self[sign] = ""
        return ""


class Reader:
    """Letters → pivot symbols, and pivot → blocking key, by `tables/match/reading.toml`.

    Each unit has a sign of its own, a single letter, so that tokens are read by replacing text, many at once.
    """

    def __init__(self) -> None:
        raw = read_toml("match", "reading.toml")
        self._signs: list[tuple[str, str]] = []  # letters as they stand between ends of lines → their sign
        self._symbols = _Symbols({ord("\n"): "\n"})
        self._others: dict[str, tuple[tuple[str, ...], list[str]]] = {}  # doubtful sign → readings, their signs
        signs_left = map(chr, count(SIGNS))
        units = chain.from_iterable(raw[script].items() for script in ("cyrillic", "latin", "open"))
        for letters, reading in sorted(units, key=_longest_first):  # of equals the one that is listed first
            self._add(letters, (reading,) if isinstance(reading, str) else tuple(reading), signs_left)
        self._doubtful = re.compile(f"[{''.join(self._others)}]")
        self.key_of: dict[str, str] = dict.fromkeys(raw["key"]["drop"], "")
        for symbol, members in raw["key"]["classes"].items():
            self.key_of |= dict.fromkeys(members, symbol)
        self._key_table = str.maketrans(self.key_of)

    def _add(self, letters: str, readings: tuple[str, ...], signs_left: Iterator[str]) -> None:
        sign = letters
        if len(letters) > 1:
            sign = next(signs_left)
            start, end = "\n" * (letters[0] == "-"), "\n" * (letters[-1] == "-")
            self._signs.append((start + letters.strip("-") + end, start + sign + end))
        signs = [sign, *islice(signs_left, len(readings) - 1)]
        self._symbols.update(zip(map(ord, signs), readings, strict=True))
        if len(readings) > 1:
            self._others[sign] = readings, signs

    def pivots(self, tokens: Sequence[str]) -> list[tuple[str, ...]]:
        """The pivots of each folded token, the likeliest first."""
        if not tokens:
            return []
        text = "\n" + "\n\n".join(tokens) + "\n"  # each token has both its ends
        for letters, sign in self._signs:
            text = text.replace(letters, sign)
        signs = text[1:-1].split("\n\n")
        found: list[tuple[str, ...]] = [(pivot,) for pivot in self._read(signs)]
        several = [(number, one) for number, one in enumerate(signs) if self._doubtful.search(one)]
        rows = [self._several(one, tokens[number].islower()) for number, one in several]
        for (number, _), pivots in zip(several, of_each(rows, self._read), strict=True):
            found[number] = tuple(dict.fromkeys(pivots))
        return found

    def _read(self, signs: Sequence[str]) -> list[str]:
        return _undoubled("\n".join(signs).translate(self._symbols)).split("\n")

    def _several(self, signs: str, sure: bool) -> list[str]:
        """The signs of one token with the other readings that its units may have."""
        if not sure:
            every = product(*(self._others[sign][1] if sign in self._others else sign for sign in signs))
            return ["".join(row) for row in islice(every, MOST_OPEN)]
        doubtful = tuple(dict.fromkeys(self._doubtful.findall(signs)))
        return [signs, *map(signs.translate, self._ways_to_read(doubtful))]

    @lru_cache(maxsize=1 << 14)  # noqa: B019  there is one instance
    def _ways_to_read(self, doubtful: tuple[str, ...]) -> list[dict[int, str]]:
        """In how many other ways a token with these doubtful signs may be read: what each sign turns to.

        Whoever spells a name means the same by the same letters: a unit is read alike wherever it stands.
        """
        alike: dict[tuple[str, ...], list[str]] = {}
        for sign in doubtful:
            alike.setdefault(self._others[sign][0], []).append(sign)
        ways: list[tuple[int, dict[int, str]]] = [(0, {})]  # how far down the lists its readings stand, taken together
        for readings, same in alike.items():
            turned = [{ord(sign): self._others[sign][1][number] for sign in same} for number in range(len(readings))]
            every = [(far + number, way | turn) for number, turn in enumerate(turned) for far, way in ways]
            ways = sorted(every, key=_how_far)[:MOST]
        return [way for _, way in ways[1:]]

    def keys(self, pivots: Sequence[str]) -> list[str]:
        """The blocking key of each pivot: its consonant classes; the first vowel where there is no consonant."""
        found = _undoubled("\n".join(pivots).translate(self._key_table)).split("\n") if pivots else []
        return [key or pivot[:1] for key, pivot in zip(found, pivots, strict=True)]


def _how_far(way: tuple[int, dict[int, str]]) -> int:
    return way[0]


def _longest_first(unit: tuple[str, object]) -> tuple[int, bool]:
    """The order in which units are looked for: the longest; of equals the one bound to its place."""
    letters = unit[0]
    return -len(letters.strip("-")), "-" not in letters


_DOUBLED = plain_pattern(r"([^\n])(?=\1)")


def _undoubled(text: str) -> str:
    return _DOUBLED.sub("", text)


@cache
def reader() -> Reader:
    """The project's reader."""
    return Reader()


@memoized
def pivots(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """The pivots of each folded token, the likeliest first, at most four.

    >>> pivots("лукашэнка")[0], pivots("lukaschenko")[0], pivots("loukachenko")[1]
    ('lukašenka', 'lukašenko', 'lukačenko')
    """
    return reader().pivots(tokens)


def likeliest_keys(tokens: Sequence[str], firsts: Sequence[str]) -> list[str]:
    """The blocking keys of folded tokens with these likeliest pivots, without consonants that their script leaves open.

    >>> likeliest_keys(["лукашэнка"], ["lukašenka"]) == [keys("lukaschenko")[0]]
    True
    """
    sure = [
        pivot if token.islower() else pivots(token.translate(UNSURE))[0]
        for token, pivot in zip(tokens, firsts, strict=True)
    ]
    return reader().keys(sure)


@memoized
def keys(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """The blocking keys of each folded token, the likeliest first.

    >>> keys("лукашэнка")[0] == keys("lukaschenko")[0]
    True
    """
    return [tuple(dict.fromkeys(found)) for found in of_each(pivots.many(tokens), reader().keys)]


def of_each(rows: Sequence[Sequence[str]], work: Callable[[Sequence[str]], Sequence[str]]) -> list[tuple[str, ...]]:
    """What a function of many texts makes of the texts of each row."""
    found = iter(work([text for row in rows for text in row]))
    return [tuple(islice(found, len(row))) for row in rows]


def loose(pivot: str) -> str:
    """A pivot with the vowels and glides that languages mix up made one, for looking names up in a list.

    >>> loose(pivots("яўген")[0]) == loose(pivots("yauhen")[0])
    True
    >>> loose(pivots("сергей")[0]) == loose(pivots("sergei")[2])
    True
    """
    return all_loose([pivot])[0]


MIXED_UP = [
    ("j", ""), ("au", "av"), ("ou", "av"), ("eu", "ev"), ("o", "a"), ("ia", "a"), ("ie", "e"), ("iu", "u"),
    ("ai", "a"), ("ei", "e"), ("ui", "u"), ("i", "e"), ("ea", "a"),
]  # fmt: skip
_LOOSE = [*MIXED_UP, ("g", "h"), ("x", "h")]
_FINAL_GLIDE = plain_pattern(r"j+$|(?<=[aeou])ij*$", re.MULTILINE)


def all_loose(pivots: Sequence[str]) -> list[str]:
    """`loose` of each pivot; the last letter stays as it is."""
    if not pivots:
        return []
    trimmed = _FINAL_GLIDE.sub("", "\n".join(pivots)).split("\n")
    text = "\n".join([pivot[:-1] for pivot in trimmed])
    for before, after in _LOOSE:
        text = text.replace(before, after)
    return _undoubled("\n".join(map(add, text.split("\n"), [pivot[-1:] for pivot in trimmed]))).split("\n")


@memoized
def loose_readings(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """The loose forms of each folded token's pivots, the likeliest first; none of a word whose vowels aren't written.

    >>> set(loose_readings("сергей")) & set(loose_readings("sergei")) != set()
    True
    """
    return loose_of(tokens, pivots.many(tokens))


def loose_of(tokens: Sequence[str], read: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """`loose_readings` of folded tokens whose pivots are at hand."""
    told = [token.islower() or VOWELLESS.isdisjoint(token) for token in tokens]
    return of_each([row if is_told else () for row, is_told in zip(read, told, strict=True)], all_loose)
