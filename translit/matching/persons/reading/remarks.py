"""What stands beside a name and tells people of one name apart: years of life, and the family name at birth."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from translit.matching.persons.lexicon.lists import table
from translit.matching.phonetics.fold import fold
from translit.patterns import pattern, plain_pattern

if TYPE_CHECKING:
    import regex

YEAR = plain_pattern(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_WORD = pattern(r"\p{L}[\p{L}\p{M}'’]+")
MOST_FORMER = 2  # words of a family name
NEAR_YEARS = 1  # years of one event as two sources have it


class Remarks(NamedTuple):
    """The years beside a name, of birth and death, and the folded words of the family name at birth."""

    years: tuple[int, ...] = ()
    former: tuple[str, ...] = ()


NO_REMARKS = Remarks()


@cache
def words_before_former() -> frozenset[str]:
    """Words after which a former family name stands: née, урожд, maiden name."""
    return frozenset(word for language in table("born")["words"].values() for word in language)


@cache
def before_former() -> regex.Pattern[str]:
    """A word after which a former family name stands, with what may stand around it."""
    longest = "|".join(map(re.escape, sorted(words_before_former(), key=len, reverse=True)))
    return pattern(rf"(?:^|[\s,;(\[])(?:{longest})(?:\.|:)?\s+(?=\p{{L}})")


def remarks_of(text: str) -> Remarks:
    """The remarks beside a name.

    >>> remarks_of("Иванов Николай (1901-1970)"), remarks_of("Anna Smith, née Jones").former
    (Remarks(years=(1901, 1970), former=()), ('jones',))
    """
    years = tuple(map(int, YEAR.findall(text)))
    word = before_former().search(text)
    former = tuple(map(fold, _WORD.findall(text[word.end() :])[:MOST_FORMER])) if word else ()
    return Remarks(years, former) if years or former else NO_REMARKS


def other_years(one: Remarks, other: Remarks) -> bool:
    """Whether both have years, and none of them is that of the other.

    >>> other_years(Remarks((1850, 1912)), Remarks((1921,))), other_years(Remarks((1850, 1912)), Remarks((1851,)))
    (True, False)
    """
    apart = all(abs(mine - its) > NEAR_YEARS for mine in one.years for its in other.years)
    return bool(one.years and other.years) and apart
