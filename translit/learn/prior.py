"""What is known of letters before counting: `tables/match/prior.tsv` and the endings of family names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from unidecode import unidecode

from translit.compiled import read_toml
from translit.data import folder
from translit.learn.material import Pair, is_cyrillic_token, oriented
from translit.matching.alignment.costs import LONGEST, UNLIKE
from translit.matching.phonetics.fold import ALPHABET, CYRILLIC, END, LATIN, VOWELS, fold

JOINED = 0.2  # nats more for two units that meet in a third, Cyrillic one
FARTHEST = 1.1  # nats for both halves of such a pair
USUAL, DOUBLED = 0.35, 0.2  # nats of a usual spelling, and for a doubled letter that is written once
SAME_ENDING, OTHER_GENDER = 0.3, 0.6  # nats for endings of family names


def canonical(a: str, b: str) -> Pair:
    """One of the two orders of a unit pair: Cyrillic before Latin, something before nothing, else by alphabet."""
    if not a or not b:
        return (a or b, "")
    if is_cyrillic_token(a) != is_cyrillic_token(b):
        return oriented((a, b))
    return (min(a, b), max(a, b))


@cache
def prior() -> dict[Pair, float]:
    """Unit pair → cost by hand, with pairs joined through a Cyrillic unit that both may stand for."""
    given = _listed()
    found = {canonical(*pair): cost for pair, cost in given.items()}
    near: dict[str, list[tuple[str, float]]] = {}
    for (unit, other), cost in given.items():
        if unit[0] in CYRILLIC and other:
            near.setdefault(unit, []).append((other, cost))
            if other[0] in CYRILLIC:
                near.setdefault(other, []).append((unit, cost))
    for others in near.values():
        for (one, half), (other, rest) in combinations(others, 2):
            if one != other and half + rest <= FARTHEST:
                pair = canonical(one, other)
                found[pair] = min(found.get(pair, UNLIKE), JOINED + half + rest)
    for pair, value in endings():
        found[pair] = min(found.get(pair, UNLIKE), value)
    for (unit, other), cost in given.items():  # a doubled letter that the other script writes once
        if len(unit) == len(other) == 1 and cost <= USUAL and not {unit, other} & VOWELS and unit[0] in CYRILLIC:
            found.setdefault(canonical(unit * 2, other), cost + DOUBLED)
            found.setdefault(canonical(unit, other * 2), cost + DOUBLED)
    for letter in ALPHABET:  # an accent that the other side leaves out, a doubled letter
        plain = "".join(filter(str.isalpha, unidecode(letter).lower()))
        if letter in LATIN and plain != letter:
            found.setdefault((letter, plain), 0.15)
        if letter not in VOWELS and letter != END:
            found.setdefault((letter, letter * 2), 0.1)
    return found


def endings() -> Iterator[tuple[Pair, float]]:
    """Endings of family names that are one ending in two languages or genders."""
    rows = read_toml("names", "family_endings.toml")["endings"]
    groups: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        forms = {(fold(form) + END, gender) for gender in ("masculine", "feminine") for form in row[gender]}
        groups.setdefault(row["group"], set()).update(forms)
    for _, forms in sorted(groups.items()):
        for (one, gender), (other, other_gender) in combinations(sorted(forms), 2):
            if one != other and END not in (one, other) and max(len(one), len(other)) <= LONGEST:
                yield canonical(one, other), SAME_ENDING if gender == other_gender else OTHER_GENDER


def _listed() -> dict[Pair, float]:
    """The rows of prior.tsv; what a pair costs if it stands twice is the lesser."""
    given: dict[Pair, float] = {}
    for line in (folder("tables") / "match" / "prior.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        unit, others, cost = line.split("\t")
        for other in map(_unit, others.split(" ")):
            if other != unit and max(len(unit), len(other)) <= LONGEST:
                given[unit, other] = min(float(cost), given.get((unit, other), UNLIKE))
    return given


def _unit(text: str) -> str:
    return fold(text) + (END if text.endswith(END) else "")
