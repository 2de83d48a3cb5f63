"""Dates that may be whole or only a year, in the forms that files have, and how near two of them are."""

from __future__ import annotations

from functools import lru_cache

from translit.patterns import pattern

Date = tuple[int, int, int]  # year, month, day; 0 where unknown

_YEAR_FIRST = pattern(r"(\d{4})(?:[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?)?(?:[T ]\d.*)?")
_YEAR_LAST = pattern(r"(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ](\d{4})")
_DIGITS = pattern(r"(\d{4})(\d{2})(\d{2})")
_ANY_YEAR = pattern(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


@lru_cache(maxsize=1 << 14)
def date_of(text: str) -> Date | None:
    """The date in a text, as far as it is there; None if there is none.

    Where day and month can't be told apart (05/04/1960) the day comes first.

    >>> date_of("1954-08-30"), date_of("30.08.1954"), date_of("8/30/1954"), date_of("1954-08"), date_of("born in 1954")
    ((1954, 8, 30), (1954, 8, 30), (1954, 8, 30), (1954, 8, 0), (1954, 0, 0))
    >>> date_of("unknown") is None
    True
    """
    plain = text.strip()
    if found := _DIGITS.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain):
        year, month, day = (int(part or 0) for part in found.groups())
    elif found := _YEAR_LAST.fullmatch(plain):
        day, month, year = (int(part or 0) for part in found.groups())
    else:
        years = set(_ANY_YEAR.findall(plain))
        return (int(years.pop()), 0, 0) if len(years) == 1 else None
    if month > 12 >= day:
        day, month = month, day
    if month > 12 or day > 31 or not year:
        return (year, 0, 0) if year else None
    return (year, month, day) if month else (year, 0, 0)


def compare_dates(a: Date, b: Date) -> str:
    """How near two dates are: day, month or year (as far as both are known), swapped, inside, near, apart.

    >>> compare_dates((1954, 8, 30), (1954, 0, 0)), compare_dates((1954, 8, 30), (1954, 8, 30))
    ('year', 'day')
    >>> compare_dates((1954, 5, 4), (1954, 4, 5)), compare_dates((1954, 8, 30), (1954, 1, 2))
    ('swapped', 'inside')
    >>> compare_dates((1954, 8, 30), (1955, 0, 0)), compare_dates((1954, 8, 30), (1960, 8, 30))
    ('near', 'apart')
    """
    if a[0] == b[0]:
        if not (a[1] and b[1]):
            return "year"
        if a[1] == b[1]:
            if not (a[2] and b[2]):
                return "month"
            if a[2] == b[2]:
                return "day"
        elif a[1] == b[2] and a[2] == b[1]:
            return "swapped"
        return "swapped" if _one_digit(a, b) else "inside"
    if _one_digit(a, b):
        return "swapped"
    return "near" if abs(a[0] - b[0]) == 1 else "apart"


def _one_digit(a: Date, b: Date) -> bool:
    """Whether two full dates differ in one digit."""
    if not (a[2] and b[2]):
        return False
    one, other = (f"{year:04}{month:02}{day:02}" for year, month, day in (a, b))
    return sum(map(str.__ne__, one, other)) == 1
