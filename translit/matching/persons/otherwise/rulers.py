"""Names of rulers, popes and patriarchs: numbers in words, epithets in translation, countries that one side adds.

Иван Грозный is Ivan the Terrible, Elizabeth the Second Елизавета II, Karl XII Charles XII of Sweden. So two such names
are also read as the given name with what both say of it, where they say the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.lists import table
from translit.matching.persons.reading.numerals import ROMAN, with_numeral, written_numbers
from translit.matching.phonetics.codes import coded
from translit.matching.phonetics.fold import fold
from translit.memo import memoized

MOST_WORDS = 9
MOST_LETTERS = 80
LONGEST_RUN = 3  # words of an epithet, a title or a country
_NUMERALS = frozenset(ROMAN[1:])


class Ruler(NamedTuple):
    """A name of a ruler: given names, number, epithet, country and rank, each of them if it is said.

    `sure` tells whether it can hardly be anybody else's name.
    """

    given: tuple[str, ...]
    number: str = ""
    epithet: str = ""
    country: str = ""
    rank: str = ""
    sure: bool = False


@cache
def _forms(section: str) -> Mapping[str, str]:
    """The forms of a section of the table → what they say."""
    return {form.rstrip("."): key for key, forms in table("rulers")[section].items() for form in forms}


@cache
def _numbers() -> Mapping[tuple[str, str], str]:
    """A given name and an epithet → the number of that ruler."""
    rows = [row.split() for row in table("rulers")["numbers"]["list"]]
    return {(given, epithet): number for given, epithet, number in rows}


@cache
def telling_words() -> frozenset[str]:
    """Words in small letters of which a name of a ruler has at least one."""
    forms = [*_forms("titles"), *_forms("ordinals"), *_forms("epithets"), *_forms("single"), *map(str.lower, _NUMERALS)]
    return written_numbers().union(word for form in forms for word in form.split())


@memoized
def ruler(names: Sequence[str]) -> list[Ruler | None]:
    """The parts of a name of a ruler; None of any other name.

    >>> ruler("Queen Elizabeth the Second of England").number, ruler("Карл XII").given, ruler("Martin Luther King")
    ('II', ('карл',), None)
    """
    return [_ruler(name) for name in names]


def _ruler(name: str) -> Ruler | None:
    if len(name) > MOST_LETTERS:
        return None
    if telling_words().isdisjoint(name.lower().replace(",", " ").replace(".", " ").replace("’", "'").split()):
        return None
    words = with_numeral(name.replace(",", " ").replace("’", "'").split())
    small = [word.lower().rstrip(".") for word in words]
    if len(words) > MOST_WORDS:
        return None
    if len(words) == 1:
        given, _, epithet = _forms("single").get(small[0], "").partition(" ")
        return Ruler((given,), epithet=epithet, sure=True) if given else None
    rank, place = _run("titles", small, 0)
    first = place
    while place < len(words) and not any(_next(words, small, place)[:3]) and known(fold(small[place])).sets:
        place += 1
    said = {"number": "", "epithet": "", "country": ""}
    sure, end = bool(rank), place
    while end < len(words):
        *found, after = _next(words, small, end)
        if after == end or any(kept and new for kept, new in zip(said.values(), found, strict=True)):
            return None
        sure |= found[0] != "" or (found[1] != "" and small[end] in _forms("articles"))
        said = {key: kept or new for (key, kept), new in zip(said.items(), found, strict=True)}
        end = after
    if first == place or not (rank or said["number"] or said["epithet"]):
        return None
    sure |= said["epithet"] in table("rulers")["table"]["sure"]
    return Ruler(tuple(small[first:place]), **said, rank=rank, sure=sure)


def _next(words: Sequence[str], small: Sequence[str], place: int) -> tuple[str, str, str, int]:
    """The number, epithet or country that is said from a place on, and where it ends: there, if none is."""
    start = place + (small[place] in _forms("articles") and place + 1 < len(small))
    bare = words[place].rstrip(".")
    if bare in _NUMERALS:
        return bare, "", "", place + 1
    for section in ("ordinals", "epithets"):
        key, end = _run(section, small, start)
        if key:
            return (key, "", "", end) if section == "ordinals" else ("", key, "", end)
    after = place
    while after < len(small) - 1 and small[after] in _forms("of"):
        after += 1
    key, end = _run("countries", small, after)
    if key and end == len(small):
        return "", "", key, end
    return ("", "", " ".join(small[after:]), len(small)) if after > place else ("", "", "", place)


def _run(section: str, small: Sequence[str], place: int) -> tuple[str, int]:
    """What the longest run of words from a place on says by a section of the table, and where it ends."""
    for end in range(min(place + LONGEST_RUN, len(small)), place, -1):
        key = _forms(section).get(" ".join(small[place:end]), "")
        if key:
            return key, end
    return "", place


def as_one(a: str, b: str) -> tuple[str, str] | None:
    """The texts as which two names of rulers are to be compared, if what they say agrees.

    >>> as_one("Иван Грозный", "Ivan the Terrible"), as_one("Карл XII", "Charles XII of Sweden")
    (('Иван IV', 'Иван IV'), ('Карл XII', 'Карл XII'))
    >>> as_one("Philip the Fair", "Philip the Bold"), as_one("Пётр Чёрный", "Peter Black")
    (None, None)
    """
    one, other = ruler(a), ruler(b)
    if not (one and other and (one.sure or other.sure)) or _differ(one, other):
        return None
    given = " ".join(one.given).title()
    numbers = _number(one), _number(other)
    if all(numbers):
        return (f"{given} {numbers[0]}",) * 2 if numbers[0] == numbers[1] else None
    if one.epithet and other.epithet:
        return (f"{given} {one.epithet.title()}",) * 2
    if one.epithet or other.epithet:
        return None
    return given, " ".join([given, *filter(None, numbers)])


def ruler_codes(name: str) -> tuple[str, ...]:
    """Words that stand for a ruler's given name with the number, and with the epithet, in any language.

    >>> set(ruler_codes("Иван Грозный")) & set(ruler_codes("Ivan IV")) != set(), ruler_codes("Ivan Petrov")
    (True, ())
    """
    found = ruler(name)
    if found is None:
        return ()
    said = [each for each in (_number(found), found.epithet) if each]
    sets = sorted({number for number, _ in known(fold(found.given[0])).sets})
    return tuple(coded(f"ruler:{number}:{each}") for number in sets for each in said)


def _differ(one: Ruler, other: Ruler) -> bool:
    """Whether two rulers have other given names, or say another country, rank or epithet."""
    if len(one.given) != len(other.given) or not all(map(_one_given, one.given, other.given)):
        return True
    ranks = {one.rank, other.rank} - {"", "saint"}
    countries = {one.country, other.country} - {""}
    numbers = one.number and one.number == other.number
    epithets = {one.epithet, other.epithet} - {""}
    return len(ranks) > 1 or len(countries) > 1 or (len(epithets) > 1 and not numbers)


def _one_given(one: str, other: str) -> bool:
    if one == other or _forms("names").get(one, one) == _forms("names").get(other, other):
        return True
    mine, its = ({number for number, _ in known(fold(word)).sets} for word in (one, other))
    return not mine.isdisjoint(its)


def _number(of: Ruler) -> str:
    return of.number or _numbers().get((_forms("names").get(of.given[0], of.given[0]), of.epithet), "")
