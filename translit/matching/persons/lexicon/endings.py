"""Endings of patronymics and family names, and the gender they tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from translit.matching.persons.lexicon.lists import table
from translit.matching.phonetics.fold import fold

Gender = str  # "m", "f" or "" (not known)
Said = TypeVar("Said")


@cache
def family_gender_endings() -> Mapping[str, Gender]:
    """Folded endings of family names that by themselves tell the gender in every language that has them."""
    genders: dict[str, set[Gender]] = {}
    for row in table("family_endings")["endings"]:
        if row["gendered"] and row["certain"]:
            both = set(row["masculine"]) & set(row["feminine"])
            for gender, forms in (("m", row["masculine"]), ("f", row["feminine"])):
                for form in set(forms) - both:
                    genders.setdefault(fold(form), set()).add(gender)
    return MappingProxyType({ending: found.pop() for ending, found in genders.items() if len(found) == 1})


@cache
def patronymic_suffixes() -> tuple[tuple[str, Gender, bool], ...]:
    """(folded ending, gender, strong), the longest first; a strong ending is enough to know a patronymic."""
    rows = table("patronymics")["suffixes"]
    found = {(fold(form), row["gender"], bool(row["strong"])) for row in rows for form in row["forms"]}
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))


@cache
def turkic_endings() -> Mapping[str, Gender]:
    """Folded endings of Turkic patronymics that are one word, the longest first → m or f."""
    rows = [row for row in table("patronymics")["suffixes"] if row["language"] == "kk"]
    found = {fold(form): row["gender"] for row in rows for form in row["forms"]}
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: -len(item[0]))))


def is_turkic_patronymic(token: str) -> bool:
    """Whether a folded word may be a Turkic patronymic by its ending.

    >>> is_turkic_patronymic(fold("Әбішұлы")), is_turkic_patronymic("абишевич")
    (True, False)
    """
    return token.endswith(_turkic())


@cache
def _turkic() -> tuple[str, ...]:
    return tuple(turkic_endings())


def patronymic_genders(tokens: Iterable[str]) -> list[tuple[Gender, bool]]:
    """The gender that each folded token's ending tells if it is a patronymic, and whether the ending is strong.

    >>> patronymic_genders(fold.many(["Рыгоравіч", "Nikolajewna", "Minsk"]))
    [('m', True), ('f', True), ('', False)]
    """
    by_end, none = _suffixes_by_end(), ("", ("", False))
    return [(_longest_ending(token, by_end) or none)[1] for token in tokens]


def family_genders(tokens: Iterable[str]) -> list[Gender]:
    """The gender that the ending of each folded family name tells, or nothing.

    >>> family_genders(fold.many(["Тихановская", "Лукашенко"]))
    ['f', '']
    """
    by_end, none = _family_endings_by_end(), ("", "")
    return [(_longest_ending(token, by_end) or none)[1] for token in tokens]


GENITIVE, NOMINATIVE = 1, 2


def greek_case(token: str) -> int:
    """GENITIVE or NOMINATIVE by the ending of a folded Greek word, in Greek letters or Latin ones; 0 for others.

    >>> greek_case("nikolaou"), greek_case("nikolaos"), greek_case("nikola")
    (1, 2, 0)
    """
    return GENITIVE if token.endswith("ou") else NOMINATIVE if token.endswith(("os", "is", "as", "es")) else 0


@cache
def _derived() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    endings = table("family_endings")["derived"]
    return tuple(endings["suffix"]), tuple(endings["bare"]), tuple(endings["hers"])


SUFFIXED, BARE, NOUN, HERS = 1, 2, 5, 10
OTHERS = frozenset({SUFFIXED + BARE, HERS + NOUN, HERS + SUFFIXED})  # sums that are of two families
_NO_NOUN = frozenset("аеёиоуыэюяійьїєўaeiouyjěėëáéíóúýąęůāēīōū'")  # at the end of a name
_K, _SIBILANTS, _LAST = frozenset("kкģ"), frozenset("sczсцзшšżźś"), 5


def derivation(token: str) -> int:
    """What the end of a folded family name says of how it was made, or 0.

    SUFFIXED has -ов or -ев, BARE is what this is added to; HERS is a woman's adjective in -ska or -cka, and NOUN ends
    in a consonant, in a script that writes all sounds, and has no sk or ck near its end, so that it is no spelling of
    what a man of her family has.

    >>> derivation("бойков"), derivation("boiko"), derivation("novak"), derivation("novacka"), derivation("novacki")
    (1, 2, 5, 10, 0)
    """
    suffix, bare, hers = _derived()
    if token.endswith(hers):
        return HERS
    if token.endswith(suffix):
        return SUFFIXED
    if token.endswith(bare):
        return BARE
    end = token[-_LAST:]
    is_noun = token.islower() and end[-1] not in _NO_NOUN and (_K.isdisjoint(end) or _SIBILANTS.isdisjoint(end))
    return NOUN if is_noun else 0


def father_stem(token: str) -> str:
    """A folded patronymic without its ending: the father's name, without that name's own ending.

    >>> father_stem(fold("Мікалаевіч")), father_stem(fold("Nikolajewitsch"))
    ('мікал', 'nikol')
    """
    found = _longest_ending(token, _suffixes_by_end())
    return without_ending(token[: -len(found[0])]) if found else token


_GLIDES = tuple(vowel + glide for vowel in "аоеэaoe" for glide in ("", "й", "y", "j"))


def has_glide(token: str) -> bool:
    """Whether a folded patronymic is of a name that ends in a vowel and й: Мікалай, not Міхал.

    >>> has_glide("мікалаевіч"), has_glide("михайлович"), has_glide("васильевич")
    (True, False, False)
    """
    found = _longest_ending(token, _suffixes_by_end())
    return found is not None and token.removesuffix(found[0]).endswith(_GLIDES)


def without_ending(token: str) -> str:
    """A folded given name without its last vowels.

    >>> without_ending(fold("Мікола"))
    'мікол'
    """
    return token.rstrip("аяоеёиіїыйьaeiouyjěėë") if len(token) > 3 else token


@cache
def _suffixes_by_end() -> Mapping[str, list[tuple[str, tuple[Gender, bool]]]]:
    return _by_end({form: (gender, strong) for form, gender, strong in patronymic_suffixes()})


@cache
def _family_endings_by_end() -> Mapping[str, list[tuple[str, Gender]]]:
    return _by_end(family_gender_endings())


def _by_end(endings: Mapping[str, Said]) -> Mapping[str, list[tuple[str, Said]]]:
    """The last letters of a word → its possible endings, the longest first, and what each says.

    Three letters, or two for words that have none of the longer endings.
    """
    short = {ending for ending in endings if len(ending) < 3}
    found: dict[str, list[tuple[str, Said]]] = {ending: [(ending, endings[ending])] for ending in short}
    for ending in sorted(endings.keys() - short, key=lambda ending: (-len(ending), ending)):
        found.setdefault(ending[-3:], []).append((ending, endings[ending]))
    for end in found.keys() - short:
        found[end] += found.get(end[-2:], [])
    return found


def _longest_ending(token: str, by_end: Mapping[str, list[tuple[str, Said]]]) -> tuple[str, Said] | None:
    """The longest ending that leaves at least two letters, and what it says; most words have none."""
    for found in by_end.get(token[-3:]) or by_end.get(token[-2:]) or ():
        if token.endswith(found[0], 2):
            return found
    return None
