"""The word lists that comparing names needs, from `tables/names`: loaded once, looked up by folded form or reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from math import log10
from pathlib import Path
from types import MappingProxyType
from typing import Any

from translit.compiled import compiled, read_toml
from translit.data import folder
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import all_loose, pivots
from translit.memo import memoized
from translit.writing.bloom import Attested


def table(name: str) -> dict[str, Any]:
    """What a file of `tables/names` holds.

    >>> table("particles")["table"]["id"]
    'names-particles'
    """
    return read_toml("names", f"{name}.toml")


def path_of(name: str) -> Path:
    """Where a file of `tables/names` lies."""
    return folder("tables") / "names" / f"{name}.toml"


@cache
def titles() -> Mapping[str, str]:
    """Small-letter title or degree (also without its stop) → prefix or suffix."""
    found: dict[str, str] = {}
    for language in table("titles")["titles"].values():
        for role in ("prefix", "suffix"):
            for form in language.get(role, ()):
                found.setdefault(form.lower(), role)
                found.setdefault(form.lower().rstrip("."), role)
    return MappingProxyType(found)


@cache
def generations() -> frozenset[str]:
    """Small-letter words without their stop that tell a son from a father: jr, sr, iii, мл."""
    languages = table("titles")["titles"].values()
    return frozenset(form.lower().rstrip(".") for language in languages for form in language.get("generation", ()))


@cache
def stopped_generations() -> frozenset[str]:
    """Those that are only listed with a stop, here without it: Sen and Jun are names of people.

    >>> sorted(stopped_generations() & {"sen", "jun", "jr"})
    ['jun', 'sen']
    """
    languages = table("titles")["titles"].values()
    forms = {form.lower() for language in languages for form in language.get("generation", ())}
    return frozenset(form.rstrip(".") for form in forms if form.rstrip(".") not in forms)


@cache
def ambiguous_titles() -> frozenset[str]:
    """Title words that are also names: they count as titles only beside two other words."""
    languages = table("titles")["titles"].values()
    return frozenset(form.lower().rstrip(".") for language in languages for form in language.get("ambiguous", ()))


@cache
def titles_after_comma() -> frozenset[str]:
    """Of the ambiguous ones those that count as titles after the comma as well."""
    return frozenset(table("titles")["titles"]["ar"]["after_comma"])


@cache
def particles() -> frozenset[str]:
    """Folded particles of family names, in every script they are listed in."""
    rows = table("particles")["particles"]
    forms = (row.get(key, "") for row in rows for key in ("latin", "cyrillic", "belarusian", "ukrainian", "hebrew"))
    return frozenset(chain.from_iterable((fold(word) for word in form.split()) for form in forms)) - {""}


@cache
def title_genders() -> Mapping[str, str]:
    """Small-letter title without its stop → m or f, where it tells."""
    genders = table("titles")["genders"]
    return MappingProxyType({form.rstrip("."): gender for gender in ("m", "f") for form in genders[gender]})


@cache
def generation_groups() -> Mapping[str, str]:
    """Small-letter word without its stop that tells generations apart → what it says in any language: junior."""
    groups = table("titles")["generations"]
    return MappingProxyType({form.rstrip("."): group for group, forms in groups.items() for form in forms})


@cache
def compounds() -> Mapping[str, frozenset[str]]:
    """The folded parts of Arabic and Irish compounds, by what they are: servant, article …."""
    parts = table("particles")["compounds"]
    return MappingProxyType({part: frozenset(fold.many(forms)) for part, forms in parts.items()})


_NO_WORDS = ("article", "persian")  # a particle, and ends of family names that are glued or not


@cache
def compound_words() -> frozenset[str]:
    """All that make one word of several; and the words for son and daughter."""
    return frozenset(children()).union(*(forms for part, forms in compounds().items() if part not in _NO_WORDS))


@cache
def children() -> Mapping[str, str]:
    """Folded words for son and daughter that stand after the father's name among Turkic peoples → m or f.

    >>> children()["oğlu"], children()["кызы"]
    ('m', 'f')
    """
    rows = [row for row in table("patronymics")["words"] if row["language"] in ("az", "kk")]
    return MappingProxyType({fold(form): row["gender"] for row in rows for form in row["forms"]})


@cache
def sons_of() -> frozenset[str]:
    """Folded particles after which the father's name stands: bin, ibn, бен, ould."""
    return frozenset(fold.many(table("particles")["table"]["sons"]))


@cache
def family_groups() -> Mapping[str, int]:
    """Folded family name → the number of its group of forms that no rule derives."""

    def make() -> dict[str, int]:
        found: dict[str, int] = {}
        for number, row in enumerate(table("surnames_variants")["groups"]):
            for form in fold.many(row["forms"]):
                found.setdefault(form, number)
        return found

    return MappingProxyType(compiled("family-groups", [path_of("surnames_variants")], make))


@cache
def korean_families() -> Mapping[str, frozenset[str]]:
    """Folded words that are Korean family names, and the names in letters of hangul → the names.

    >>> sorted(korean_families()["пан"])
    ['반', '방']
    """
    found: dict[str, set[str]] = {}
    for name, spellings in table("korean")["families"].items():
        for spelling in (unicodedata.normalize("NFD", name), *spellings.split()):
            found.setdefault(spelling, set()).add(name)
    return MappingProxyType({spelling: frozenset(names) for spelling, names in found.items()})


@cache
def known_families() -> Attested:
    """The likeliest readings of family names that are known as such: a filter, made by `translit.learn.families`.

    >>> pivots("иваненко")[0] in known_families(), pivots("иваненок")[0] in known_families()
    (True, False)
    """
    return Attested.read(folder("tables") / "match" / "families.txt")


_FEMININE = (("ova", "ov"), ("eva", "ev"), ("ina", "in"), ("yna", "yn"), ("skaia", "skij"), ("ska", "skij"))


@memoized
def is_family(readings: Sequence[str]) -> list[bool]:
    """Whether a likeliest reading is that of a known family name, of a man or a woman.

    >>> is_family(pivots("бударин")[0]), is_family(pivots("Budarina")[0]), is_family(pivots("бударник")[0])
    (True, True, False)
    """
    known = known_families()
    return [reading in known or any(form in known for form in masculine(reading)) for reading in readings]


def masculine(reading: str) -> list[str]:
    """The readings that a family name may have as a man bears it, if it is a woman's.

    >>> masculine("budarina"), masculine("budarin")
    (['budarin'], [])
    """
    return [reading.removesuffix(her) + his for her, his in _FEMININE if reading.endswith(her)]


UNLISTED = 4.7  # minus the decimal logarithm of the share of bearers of a name that no list has


@cache
def _shares(*kinds: str) -> Mapping[str, float]:
    """Loose reading of a common name, also in its feminine form → minus the decimal logarithm of its share."""
    make = partial(_counted_shares, kinds)
    return MappingProxyType(compiled(f"shares-{'-'.join(kinds)}", [path_of("frequency")], make))


def _counted_shares(kinds: Sequence[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    raw = table("frequency")
    rows = [
        (variant, -log10(row["share"]))
        for row in chain.from_iterable(raw[kind] for kind in kinds)
        for folded in fold.many(row["names"])
        for form in (folded, *_written_otherwise(folded))
        for variant in (form, *_feminine(form))
    ]
    readings = all_loose([read[0] for read in pivots.many([variant for variant, _ in rows])])
    for reading, (_, rare) in zip(readings, rows, strict=True):
        found[reading] = min(found.get(reading, UNLISTED), rare)
    return found


_BELARUSIAN = (("ов", "оў", "аў"), ("ев", "еў", "аў"), ("ёв", "ёў", "оў"))  # Іваноў; Зайцаў, Салаўёў


def _written_otherwise(folded: str) -> tuple[str, ...]:
    """The name with е for ё, and as a Belarusian one."""
    forms = (folded.replace("ё", "е"),) if "ё" in folded else ()
    endings = chain.from_iterable(others for own, *others in _BELARUSIAN if folded.endswith(own))
    return (*forms, *(folded[:-2] + ending for ending in endings))


def _feminine(folded: str) -> tuple[str, ...]:
    if folded.endswith(("ов", "ев", "ёв", "ин", "ын", "аў", "оў", "еў", "ёў", "яў")):
        return (folded.replace("ў", "в") + "а",)
    return (folded[:-2] + "ая",) if folded.endswith(("ий", "ый", "ой")) else ()


def rarities(readings: Iterable[Sequence[str]], *, given: bool = False) -> list[float]:
    """How rare names are, by the loose readings of each: minus the decimal logarithm of the share of their bearers.

    If `given`, of those who bear it as a given name.

    >>> from translit.matching.phonetics.pivots import loose_readings
    >>> ivanov, atabekov = rarities(loose_readings.many(["иванов", "атабеков"]))
    >>> ivanov < atabekov
    True
    """
    shares = _shares("given") if given else _shares("given", "family")
    return [min([shares.get(reading, UNLISTED) for reading in row], default=UNLISTED) for row in readings]
