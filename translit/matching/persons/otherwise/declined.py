"""Names in another case than the nominative: Tomaszowi Wiśniewskiemu, Владимиром Путиным, Zuzanou Čaputovou.

Who takes names from sentences leaves them as they stand. Both words have to decline alike, and the given name must be
known in the nominative and not as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from translit.compiled import read_toml
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.latin_names import native
from translit.matching.persons.lexicon.lists import is_family
from translit.matching.persons.otherwise.declined_patronymics import with_patronymic
from translit.matching.persons.otherwise.mongolian_fathers import with_father
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.memo import memoized

TWO = 2  # words
LONGEST = 4  # letters of an ending
SHORTEST = 3  # letters that have to be left of a name
_HIS = ("ego", "ého", "ого", "его")  # a family name in the genitive that no woman has
_HERS = ("ova", "eva")  # in Latin letters sooner a woman's family name than a man's in Czech or Serbian texts
Pairs = Mapping[tuple[str, str], Sequence[tuple[str, str]]]


@cache
def _pairs() -> Pairs:
    """The endings of given name and family name → those that they may have in the nominative."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    rows = (row.split("=") for text in read_toml("match", "declined.toml")["pairs"].values() for row in text.split(";"))
    for endings, nominatives in rows:
        given, family = (_ending(ending) for ending in endings.split())
        for pair in nominatives.split():
            one, _, other = pair.partition("/")
            found.setdefault((given, family), []).append((_ending(one), _ending(other)))
    return found


def _ending(written: str) -> str:
    return written.replace("-", "")


@cache
def _last_letters() -> frozenset[tuple[str, str]]:
    return frozenset((given[-1:], family[-1:]) for given, family in _pairs())


def may_be_declined(name: str) -> bool:
    """A quick look, which many names pass: two words whose last letters may be of one case.

    >>> may_be_declined("Владимиром Путиным"), may_be_declined("Владимир Путин")
    (True, False)
    """
    given, _, family = name.partition(" ")
    return family != "" and (given[-1:], family[-1]) in _last_letters() and len(name.split()) == TWO


@memoized
def nominatives(names: Sequence[str]) -> list[tuple[str, ...]]:
    """What names of two words, or with a patronymic, may be in the nominative; nothing of one that is in it.

    >>> "Tomasz Wiśniewski" in nominatives("Tomaszowi Wiśniewskiemu"), nominatives("Александра Петрова")
    (True, ())
    """
    return [
        _nominatives(name) if may_be_declined(name) else with_patronymic(name) or with_father(name) for name in names
    ]


def _nominatives(name: str) -> tuple[str, ...]:
    given, family = name.split()
    if family.endswith(_HERS):
        return ()
    hers = bool(given_names().listed(fold(given)))  # or a man's in another case
    if hers and not _is_mans(given, family):
        return ()
    found: list[str] = []
    for one in range(1, min(LONGEST, len(given) - SHORTEST) + 1):
        for other in range(1, min(LONGEST, len(family) - SHORTEST) + 1):
            for to_given, to_family in _pairs().get((given[-one:], family[-other:]), ()):
                bare = given[:-one] + to_given
                if _may_bear(bare, hers) or _may_bear(_with_e(bare), hers):
                    families = _families(family[:-other], to_family)
                    found += [
                        f"{bare} {each}" for each in families if not hers or family.endswith(_HIS) or _known(each)
                    ]
    return tuple(dict.fromkeys(found))


def _may_bear(given: str, man: bool) -> bool:
    """Whether a given name is known, and a man's if it has to be."""
    genders = {given_names().genders[number] for number, _ in given_names().listed(fold(given))}
    return "m" in genders if man else genders != set()


def _is_mans(given: str, family: str) -> bool:
    """Whether a given name that may be a woman's stands before what is no woman's family name: Jana Nowaka."""
    return given[-1] in "aа" and (family.endswith(_HIS) or not _known(family))


def _known(family: str) -> bool:
    """Whether a word is known as a family name, or as a given name, which some families have."""
    folded = fold(family)
    return bool(native(folded) or given_names().listed(folded) or is_family(pivots(folded)[0]))


def _families(stem: str, ending: str) -> list[str]:
    bare = ending.removesuffix("~")
    return [stem + bare] if bare == ending else [stem + bare, _with_e(stem + bare)]


def _with_e(word: str) -> str:
    return f"{word[:-1]}e{word[-1]}"
