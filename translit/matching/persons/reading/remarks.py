"""What stands beside a name and tells people of one name apart: years of life, the family name at birth, whose kin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from translit.matching.persons.lexicon.lists import table
from translit.matching.phonetics.fold import fold
from translit.patterns import pattern, plain_pattern

if TYPE_CHECKING:
    import regex

YEAR = plain_pattern(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_WORD = pattern(r"\p{L}[\p{L}\p{M}'’]+")
_POSSESSIVE = plain_pattern(r"(?:['’]s|s['’])$")
MOST_FORMER = 2  # words of a family name
NEAR_YEARS = 1  # years of one event as two sources have it


class Remarks(NamedTuple):
    """The years beside a name, of birth and death, the folded words of the family name at birth, and whose kin it is.

    `kin` is a key of `tables/names/kin.toml` where the name is of somebody beside its bearer: Trump's son.
    """

    years: tuple[int, ...] = ()
    former: tuple[str, ...] = ()
    kin: str = ""


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
    (Remarks(years=(1901, 1970), former=(), kin=''), ('jones',))
    """
    years = tuple(map(int, YEAR.findall(text)))
    word = before_former().search(text)
    former = tuple(map(fold, _WORD.findall(text[word.end() :])[:MOST_FORMER])) if word else ()
    kin = kin_of(text)
    return Remarks(years, former, kin) if years or former or kin else NO_REMARKS


class _Kin(NamedTuple):
    words: Mapping[str, str]  # → who is meant
    of: frozenset[str]
    of_capital: frozenset[str]  # those after which the first word may begin with a capital
    before: frozenset[str]


@cache
def _kin() -> _Kin:
    found = table("kin")
    words = {word: who for who, forms in found["kin"].items() for word in forms}
    of = found["of"]
    return _Kin(words, frozenset(of["words"]), frozenset(of["capital"]), frozenset(found["before"]["words"]))


def may_tell_kin(words: Sequence[str]) -> bool:
    """Whether the first or the last of the written words of a name is one for kin.

    >>> may_tell_kin(["Trump's", "son"]), may_tell_kin(["Donald", "Trump"])
    (True, False)
    """
    known = _kin().words
    return bool(words) and (words[0].lower() in known or words[-1] in known)


def kin_of(text: str) -> str:
    """Who is meant, where a name is that of a relative or of somebody who works for them; else nothing.

    >>> [kin_of(name) for name in ("Trump's son", "Witwe von Helmut Kohl", "сын Лукашенко", "Nguyen Son")]
    ['son', 'widow', 'son', '']
    """
    words = text.split()
    if len(words) <= 1 or not may_tell_kin(words):
        return ""
    found = _kin()
    if words[-1] in found.words and _POSSESSIVE.search(words[-2]):
        return found.words[words[-1]]
    first, after = words[:2]
    small = first[0].islower()
    is_kin = len(words) > 2 and after in (found.of if small else found.of_capital)
    is_kin |= first in found.before and after[0].isupper()
    return found.words.get(first.lower(), "") if is_kin else ""


def other_years(one: Remarks, other: Remarks) -> bool:
    """Whether both have years, and none of them is that of the other.

    >>> other_years(Remarks((1850, 1912)), Remarks((1921,))), other_years(Remarks((1850, 1912)), Remarks((1851,)))
    (True, False)
    """
    apart = all(abs(mine - its) > NEAR_YEARS for mine in one.years for its in other.years)
    return bool(one.years and other.years) and apart
