"""The family name that somebody was born with, where a name gives it beside the present one.

Анна Иванова (урожд. Петрова), Иванова (Петрова) Анна, Anna Smith née Jones: either family name may be the one that is
meant, so such a name is also read with the other. Another given name in brackets is read so too: Robert (Bob) Dole; and
a nickname in quotes: Earvin "Magic" Johnson.
"""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import titles
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.remarks import before_former
from translit.matching.persons.reading.token import FAMILY
from translit.matching.phonetics.fold import fold
from translit.memo import memoized
from translit.patterns import pattern

_BRACKET = pattern(r"[(\[]([^()\[\]\d]{2,60})[)\]]")
_QUOTED = pattern(r"\s[\"“„«'‘]([^\"“”„«»'‘’\d]{2,30})[\"“”»'’](?=\s|$)")
_CAPITALS = pattern(r"\p{Lu}{2,4}")  # of a country, an office: RUS, CEO
_NAME = pattern(r"\p{Lu}[\p{L}\p{M}'’-]+(?: (?:\p{Ll}{1,4} )?\p{Lu}[\p{L}\p{M}'’-]+)?")
MOST_LETTERS = 120  # of a name in which a former one is looked for


@memoized
def other_names(names: Sequence[str]) -> list[tuple[str, ...]]:
    """The names that a name gives besides itself, each in full; mostly none.

    >>> other_names("Анна Иванова (урожд. Петрова)"), other_names("Иванова (Петрова) Анна Сергеевна")
    (('Анна Иванова', 'Анна Петрова'), ('Петрова Анна Сергеевна',))
    >>> other_names("Robert (Bob) Dole"), other_names("Anna Smith née Jones"), other_names("Anna Smith (RUS)")
    (('Bob Dole',), ('Anna Smith', 'Anna Jones'), ())
    """
    return [_other_names(name) for name in names]


def _other_names(name: str) -> tuple[str, ...]:
    if len(name) > MOST_LETTERS:
        return ()
    bracket = _BRACKET.search(name)
    before = before_former().search(name)
    if not (bracket or before):
        return _nicknamed(name)
    if bracket and (not before or bracket.start() <= before.start() < bracket.end()):
        first, inside, last = name[: bracket.start()], bracket[1], name[bracket.end() :]
        inside = before_former().sub("", f" {inside}")
    elif before:
        first, inside, last = name[: before.start()], name[before.end() :], ""
    inside, first, last = inside.strip(" .,"), first.strip(" ,"), last.strip(" ")
    if not first or not _NAME.fullmatch(inside) or _is_no_name(inside, name):
        return ()
    present = f"{first} {last}".strip().replace(" ,", ",")
    other = _with_other(first, inside, last, born=before is not None)
    return ((present,) if before else ()) + ((other,) if other else ())


def _nicknamed(name: str) -> tuple[str, ...]:
    """The name with a nickname in quotes for the given names before it, or for the last word if nothing follows."""
    quoted = _QUOTED.search(name)
    if quoted is None or "," in name or not _NAME.fullmatch(quoted[1].strip()) or _is_no_name(quoted[1], name):
        return ()
    before, after = name[: quoted.start()].split(), name[quoted.end() :].split()
    words = [quoted[1].strip(), *after] if after else [*before[:-1], quoted[1].strip()]
    return (" ".join(words),) if len(words) > 1 else ()


def _is_no_name(inside: str, name: str) -> bool:
    """Whether what stands in brackets is a title, an office or a country."""
    return inside.lower() in titles() or (_CAPITALS.fullmatch(inside) is not None and not name.isupper())


def _with_other(first: str, inside: str, last: str, *, born: bool) -> str:
    """The name with what stands in brackets for its family name, or for the given name before it."""
    words = f"{first} {last}".replace(" ,", ",").split()
    before = len(first.split())
    if not born and _is_given(inside.split(maxsplit=1)[0]):
        place = before - 1
    else:
        parsed = parse(" ".join(words))
        family = [word for word, at in zip(parsed.folded, parsed.places, strict=True) if at == FAMILY]
        likely = [at for at, word in enumerate(words) if fold(word.strip(",.")) in family]
        beside = [at for at in (before - 1, before, 0) if at < len(words)]
        likely += [at for at in beside if not _is_given(words[at])]
        place = [*likely, before - 1 if before > 1 else before][0]
    if not 0 <= place < len(words):
        return ""
    comma = "," * words[place].endswith(",")
    return " ".join([*words[:place], inside + comma, *words[place + 1 :]])


def _is_given(word: str) -> bool:
    return given_names().gender(fold(word.strip(",."))) != ""
