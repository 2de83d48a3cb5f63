"""The full name of a state is its country: Islamic Republic of Pakistan is Pakistan, Republic of China isn't China."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from translit.compiled import read_toml
from translit.matching.phonetics.fold import cleaned
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon, small_lexicon, territory_keys
from translit.matching.places_orgs.lexicon.listed_kinds import is_kind_of_place
from translit.matching.places_orgs.lexicon.listed_phrases import SMALL, WORD, Lexicon, Row
from translit.patterns import pattern

TITLES, EPITHETS, OF, REGION = "titles", "epithets", "of", "region"
SAME = "="  # of a group of states that a word tells apart: the country as it is named
LONGEST_COUNTRY = 4  # words
_INVERTED = pattern(  # Korea, Republic of; Iran (Islamic Republic of)
    r"\s*(?P<country>[^,()\[\]]*[^,()\[\]\s])\s*(?:,\s*(?P<after>[^,()\[\]]+)|\((?P<inside>[^,()\[\]]+)\)\s*)"
)


@dataclass(slots=True)
class Said:
    """What the words of a run say: concepts of titles and epithets, countries, and where its last such word ends."""

    title: bool = False
    words: set[str] = field(default_factory=set)
    only: set[str] = field(default_factory=set)  # titles that some countries alone have
    countries: frozenset[str] | None = None  # keys of the country: none yet, or those that its word may mean
    apart: Mapping[str, Any] | None = None  # the group whose word stands for the country: Korea
    end: int = 0


def upright(text: str, kind: str) -> str:
    """A name with the title of a state, or a kind of place, behind it, as lists by name have it, with the title before.

    >>> upright("Korea, Democratic People's Republic of", "place"), upright("Iran (Islamic Republic of)", "place")
    ("Democratic People's Republic of Korea", 'Islamic Republic of Iran')
    >>> upright("Murcia, Región de", "place"), upright("Kaunas (Kowno), Lithuania", "place")
    ('Región de Murcia', 'Kaunas (Kowno), Lithuania')
    """
    if kind != "place" or ("," not in text and "(" not in text) or not (found := _INVERTED.fullmatch(text)):
        return text
    title = (found["after"] or found["inside"]).strip()
    folded = [folded_word(word) for word in words_of(cleaned(title))]
    straight = f"{title} {found['country']}"
    if lexicon(kind).exactly(" ".join(map(folded_word, words_of(cleaned(straight))))):
        return straight  # Korea, North
    if found["after"] and is_kind_of_place(" ".join(word for word in folded if not _is(word, SMALL))):
        return straight
    if not any(map(is_title, folded)):
        return text
    others = [word for word in folded if not _is(word, TITLES, OF, EPITHETS, SMALL)]
    of_region = len(others) == 1 and any((OF, REGION) in _said(word) for word in folded)  # Taiwan, Province of China
    return straight if not others or (of_region and _country(others, 0, ())) else text


@lru_cache(maxsize=1 << 16)
def is_title(word: str) -> bool:
    """Whether a folded word is the title of a state.

    >>> is_title("republic"), is_title("islamic")
    (True, False)
    """
    return _is(word, TITLES, OF)


def state_at(folded: Sequence[str], place: int, kind: str) -> tuple[int, tuple[int, ...]]:
    """How many folded words from `place` on are the full name of a state, and the concepts of its country; 0 if none.

    Of a place it has to be the whole name; of an organization a title alone says nothing, as without_titles knows.

    >>> size, concepts = state_at(["islamic", "republic", "of", "pakistan"], 0, "place")
    >>> size, [lexicon("place").keys[one] for one in concepts]
    (4, ['pakistan'])
    >>> state_at(["republic", "of", "karelia"], 0, "place")
    (0, ())
    """
    if kind == "place" and (place or (listed := lexicon(kind).exactly(" ".join(folded)))):
        mine = () if place else tuple(one for one in listed if one in lexicon(kind).countries)
        return (len(folded), mine) if mine else (0, ())
    if kind == "organization" and not _said(folded[place]) and _is(folded[place], SMALL):
        return 0, ()  # its preposition tells whose it is and where it sits
    said = _run(folded, place)
    size, whole = said.end - place, said.end == len(folded)
    if said.countries is None or not (said.title or said.only) or (kind == "place") != (whole and not place):
        return 0, ()
    if kind == "organization" and not (said.apart or said.words or _parting(said.countries)):
        return 0, ()
    key = _state(said)
    return (size, (lexicon(kind).number(key),)) if key else (0, ())


def _run(folded: Sequence[str], place: int) -> Said:
    """What the words from `place` on say, as far as they are titles, epithets, small words and one country."""
    said = Said(end=place)
    while place < len(folded):
        word, size = folded[place], 1
        mine = _said(word)
        if country := _country(folded, place, mine):
            size, keys, apart = country
            both = (said.countries or keys) & keys or _region(said, (said.countries or keys) | keys)
            if not both:
                break
            said.countries, said.apart = both, said.apart or apart
        elif mine:
            for section, key in mine:
                said.title |= section == TITLES
                (said.only if section == OF else said.words).update((key,) * (section in (OF, EPITHETS)))
        elif not _is(word, SMALL) or (said.countries is not None and REGION not in said.only):
            break  # the country is the last: Belarus in the Federal Republic of Germany is two
        place += size
        said.end = place if country or mine else said.end
    return said


def _region(said: Said, keys: frozenset[str]) -> frozenset[str]:
    """Of two countries the one that is a region of the other: Macao Special Administrative Region of China."""
    return keys & _keys(_raw()[OF][REGION]["countries"]) if REGION in said.only else frozenset()


def _state(said: Said) -> str:
    """The key of the state that the words say, "" if they say none or one that no country of today is."""
    keys, raw = said.countries or frozenset(), _raw()
    if len(keys) > 1 and not said.title:  # the State of Samoa isn't American Samoa
        keys &= frozenset().union(*(_keys(raw[OF][title]["countries"]) for title in said.only))
    if said.apart is None and len(keys) != 1:
        return ""
    (only,) = keys if len(keys) == 1 else ("",)
    if not said.title and not any(only in _keys(raw[OF][title]["countries"]) for title in said.only):
        return ""
    apart = said.apart or _parting(keys)
    if apart:
        then = apart["then"] if said.words & {*apart["said"]} else apart["otherwise"]
        return only if then == SAME else _key(then) if then else ""
    needs = {_key(code): words for code, words in raw["needs"].items()}.get(only, ()) if not said.title else ()
    return only if not needs or said.words & {*needs} else ""


def _country(
    folded: Sequence[str], place: int, mine: Collection[tuple[str, str]]
) -> tuple[int, frozenset[str], Mapping[str, Any] | None] | None:
    """How many words from `place` on name a country, or are its adjective; its keys; the group that they are of."""
    if not mine and (found := _apart_words().as_listed(folded[place])):
        group = _raw()["apart"][int(_apart_words().keys[found[0]])]
        return 1, frozenset(map(_key, (group["then"], group["otherwise"]))), group
    known = lexicon("organization")
    size, concepts = known.at(folded, place, LONGEST_COUNTRY)
    if size > 1 and any(map(is_title, folded[place : place + size])):
        size, concepts = 1, known.of_word(folded[place])
    keys = frozenset(known.keys[one] for one in concepts if one in known.countries)
    return (size, keys, None) if keys and not (mine and size == 1) else None


def _said(word: str) -> list[tuple[str, str]]:
    """The section and the concept of each title and epithet that a folded word may be."""
    known = _words()
    found = (known.keys[one].partition(".") for one in known.of_word(word))
    return [(section, key) for section, _, key in found]


def _is(word: str, *sections: str) -> bool:
    if SMALL in sections:
        known = lexicon("organization")
        if any(known.roles[one] == SMALL for one in known.of_word(word)):
            return True
    return any(section in sections for section, _ in _said(word))


@cache
def _raw() -> dict[str, Any]:
    return read_toml("names", "states.toml")


@cache
def _words() -> Lexicon:
    """The titles and epithets, as concepts `section.key`."""
    return small_lexicon("state-titles", "states", lambda: list(_rows()))


def _rows() -> Iterator[Row]:
    raw = _raw()
    for section in (TITLES, EPITHETS):
        yield from ((f"{section}.{key}", WORD, forms) for key, forms in raw[section].items())
    yield from ((f"{OF}.{key}", WORD, group["forms"]) for key, group in raw[OF].items())


@cache
def _apart_words() -> Lexicon:
    groups = enumerate(_raw()["apart"])
    return small_lexicon("states-apart", "states", lambda: [(str(n), WORD, row.get("words", ())) for n, row in groups])


def _parting(keys: frozenset[str]) -> Mapping[str, Any] | None:
    """The group of states that the title of this one tells apart."""
    return next((group for group in _raw()["apart"] if keys & _keys(group.get("countries", ()))), None)


def _key(code: str) -> str:
    return territory_keys()[code]


def _keys(codes: Sequence[str]) -> frozenset[str]:
    return frozenset(map(_key, codes))
