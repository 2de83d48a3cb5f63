"""Arab, Ethiopian and Burmese names of a father and his child: Hafez al-Assad, Bashar Hafez al-Assad."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from translit.matching.persons.evidence.word_order import PARENTS, Cells, Side
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.lists import compounds, table
from translit.matching.persons.reading.parse import Name
from translit.matching.persons.reading.syllabic import is_burmese_word
from translit.matching.persons.reading.token import PARTICLES
from translit.matching.phonetics.fold import fold
from translit.patterns import plain_pattern

FATHER = 0.95  # set by hand: of what a father after bin counts; now and then a first name is left out
FEWEST = 2  # words of the shorter name
_ARABIC, _ETHIOPIC = plain_pattern("[\u0620-\u064a]"), plain_pattern("[\u1200-\u137f]")
_BURMESE = plain_pattern("[\u1000-\u109f]")


def father_alone(one: Side, other: Side, cells: Cells, names: Callable[[], tuple[Name, Name]]) -> float:
    """Whether the shorter of two Arab names is the longer one without its first word, as the father's is: FATHER, or 0.

    >>> from translit.matching.persons.reading.parse import parse
    >>> both = tuple(parse.many(("Hafez al-Assad", "Bashar Hafez al-Assad")))
    >>> short, long = Side([0, 2], frozenset()), Side([0, 1, 3], frozenset())
    >>> father_alone(short, long, {(0, 1), (2, 3)}, lambda: both)
    0.95
    >>> father_alone(short, long, {(0, 0), (2, 3)}, lambda: both)
    0.0
    """
    if len(one.names) > len(other.names):
        return father_alone(other, one, {(j, i) for i, j in cells}, lambda: names()[::-1])
    if len(one.names) < FEWEST or len(one.names) == len(other.names):
        return 0.0
    if _begins(one, other, cells) and all(map(is_burmese, names())):
        return FATHER
    (first, *_, last), (son, father, *_, also_last) = one.names, other.names
    met = sorted(cells)
    skipped = (first, father) in cells and (last, also_last) in cells and not any(j == son for _, j in cells)
    if not skipped or len(met) != len(one.names) or met != sorted(cells, key=lambda cell: (cell[1], cell[0])):
        return 0.0
    short, long = names()
    if not (_is_arab(short, last) or _is_arab(long, also_last)):
        return 0.0
    return FATHER if _may_have_sons(long.folded[father]) and _is_given(long.folded[son]) else 0.0


def _begins(one: Side, other: Side, cells: Cells) -> bool:
    """Whether the words of the shorter name are the first of the longer one, in order."""
    return cells == set(zip(one.names, other.names[: len(one.names)], strict=True))


def _is_arab(name: Name, last: int) -> bool:
    """Whether the article stands before the last name, Abu before another, or the script tells."""
    article = last and name.codes[last - 1] == PARTICLES and name.folded[last - 1] in compounds()["article"]
    if article or not compounds()["father"].isdisjoint(name.text.lower().split()):  # Abu before another word
        return True
    if name.text.isascii():
        return False
    arabic = _ARABIC.search(name.text) and not set(table("arab_fathers")["table"]["other_letters"]) & set(name.text)
    return bool(arabic or _ETHIOPIC.search(name.text))


def is_burmese(name: Name) -> bool:
    """Whether all words of a name are of Burmese names, or it is in Burmese letters.

    >>> from translit.matching.persons.reading.parse import parse
    >>> is_burmese(parse("Aung San Suu Kyi")), is_burmese(parse("အောင်ဆန်း")), is_burmese(parse("Win Butler"))
    (True, True, False)
    """
    return all(map(is_burmese_word, name.folded)) or _BURMESE.search(name.text) is not None


def _may_have_sons(word: str) -> bool:
    return known(word).given_gender != "f"


def _is_given(word: str) -> bool:
    """Whether a folded word is listed as a given name, and as none that is left out before another; not Abu's."""
    sets = known(word).sets
    return sets != () and not word.startswith(PARENTS) and not any(number in _left_out() for number, _ in sets)


@cache
def _left_out() -> frozenset[int]:
    """The numbers of the sets of names that may be left out."""
    words = table("arab_fathers")["table"]["left_out"]
    return frozenset(number for word in words for number, _ in known(fold(word)).sets)
