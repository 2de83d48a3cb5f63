"""The words of a name with what the lists say of each: names, words, kinds, numbers, small words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from translit.compiled import read_toml
from translit.matching.persons.lexicon.latin_names import plain
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon, of_position
from translit.matching.places_orgs.lexicon.listed_kinds import kinds_of_place, narrow_kinds
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, NUMBER, SMALL, WORD
from translit.matching.places_orgs.lexicon.territories import place_groups
from translit.matching.places_orgs.lexicon.towns import not_misread, slip_in_phrase, without_ending
from translit.matching.places_orgs.reading.adjectives import of_noun, of_town
from translit.matching.places_orgs.reading.clubs import without_years
from translit.matching.places_orgs.reading.initials import state_letter
from translit.matching.places_orgs.reading.joined_words import compound
from translit.matching.places_orgs.reading.numbers import number_at, of_house
from translit.matching.places_orgs.reading.plain_text import historical_stem
from translit.matching.places_orgs.reading.small_words import with_capitals, with_last_name
from translit.matching.places_orgs.reading.state_names import is_title, state_at
from translit.matching.places_orgs.reading.word import Word
from translit.patterns import pattern

_HOUSE = pattern(r"\d+\p{L}")  # 5а
PARTICLES = frozenset(("al", "el", "ul", "ash", "e", "ye", "va", "wa"))


def generic_kinds(words: Sequence[Word], kind: str) -> frozenset[int]:
    """The kinds of place or organization that words name, though they be all of the name."""
    roles = lexicon(kind).roles
    return frozenset(one for word in words for one in word.concepts if roles[one] == GENERIC)


def kinds_named(words: Sequence[Word]) -> frozenset[int]:
    """The classes of the kinds of place that words name, where they aren't the name itself."""
    class_of, _ = kinds_of_place()
    named = (concept for word in words if word.role == GENERIC for concept in word.concepts)
    return frozenset(class_of[concept] for concept in named if concept in class_of)


def has_native_form(words: Sequence[Word]) -> bool:
    """Whether a word is a legal form of a country that writes in Latin letters: GmbH, A.Ş., not Ltd.

    >>> has_native_form(listed_words(["Özgür", "Ltd", "Şti"], "organization", 4))
    True
    """
    return any(word.role == LEGAL and plain(word.folded) in _native_forms() for word in words)


def is_romanized(words: Sequence[Word]) -> bool:
    """Whether a name has a particle of Arabic or Persian in Latin letters, whose vowels vary: Al-Huda, Bank-e Saman."""
    return any(word.folded in PARTICLES for word in words if word.role == SMALL)


@cache
def _native_forms() -> frozenset[str]:
    forms = read_toml("names", "legal_forms.toml")["table"]["native"]
    return frozenset(plain("".join(map(folded_word, words_of(form)))) for form in forms)


def listed_words(texts: list[str], kind: str, longest: int) -> list[Word]:
    """Words with what the lexicon says of them; where all would be generic or small, they are the name."""
    folded = _folded(texts, kind)
    words: list[Word] = []
    place, titled = 0, any(map(is_title, folded))
    while place < len(texts):
        if not folded[place]:
            place += 1
            continue
        found, size = _state(texts, folded, place, kind, longest) if titled else ([], 0)
        if not size:
            found, size = _words_at(texts, folded, place, kind, longest)
        words += found
        place += size
    return _seen_together(words, kind)


def _folded(texts: list[str], kind: str) -> list[str]:
    folded = [folded_word(text) for text in texts]
    if kind != "organization":
        return folded
    listed = lexicon(kind).exactly
    return [one if listed(one) else folded_word(state_letter(text)) for one, text in zip(folded, texts, strict=True)]


def _state(texts: list[str], folded: list[str], place: int, kind: str, longest: int) -> tuple[list[Word], int]:
    """The full name of a state that begins at `place`, as a word, and of how many words it is: none of anything else or
    of a longer listed name: Islamic Republic of Iran Shipping Lines."""
    size, concepts = state_at(folded, place, kind)
    if not size or lexicon(kind).at(folded, place, longest)[0] > size:
        return [], 0
    full = " ".join(texts[place : place + size])
    return [Word(full, fold(lexicon(kind).forms(concepts[0])[0]), NAME, concepts)], size


def _words_at(texts: list[str], folded: list[str], place: int, kind: str, longest: int) -> tuple[list[Word], int]:
    """The words that those from `place` on are, and how many they are in the text."""
    known, text = lexicon(kind), texts[place]
    size, concepts = known.at(folded, place, longest)
    if longest == 1:
        size, concepts = _kind_phrase(folded, place, kind) or (size, concepts)
    if kind == "place":
        concepts = of_position(concepts, place == 0 and len(texts) > 1)
        if size == 1:
            size, concepts = _as_place(folded, place, concepts)
        if text[0].isdigit() and _HOUSE.fullmatch(text):
            return [Word(text, of_house(text), NUMBER)], 1
    value, written = number_at(texts, place, kind == "place") if size == 1 else (0, 0)
    if value:
        return [Word(" ".join(texts[place : place + written]), str(value), NUMBER)], written
    if parts := _parts(text, folded[place], kind, bool(concepts)):
        return parts, 1
    if kind == "organization" and not concepts:
        concepts = of_town(folded[place])
    role = known.roles[concepts[0]] if concepts else NUMBER if folded[place].isdigit() else NAME
    letters = "".join(folded[place : place + size])
    return [Word(" ".join(texts[place : place + size]), letters.lstrip("0") or letters, role, concepts)], size


def _seen_together(words: list[Word], kind: str) -> list[Word]:
    """Words by what stands beside them."""
    if kind == "place":
        words = _without_scope(_kinds_beside_names(_sides(_without_doubles(words))))
    else:
        words = with_last_name(with_capitals(words))
    words = without_years(words) if kind == "organization" else words
    if words and not any(word.role in (NAME, WORD) for word in words):
        named = (GENERIC, LEGAL) if any(word.role == GENERIC for word in words) else (GENERIC, LEGAL, SMALL)
        words = [replace(word, role=WORD) if word.role in named else word for word in words]
    return words


def _as_place(folded: Sequence[str], place: int, concepts: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """How many words from `place` on name a place, and what they mean: none that a word only sounds like; one with a
    slip in its second word (San Pietrobrugo), or with the ending of another language."""
    first, second = folded[place], folded[place + 1] if place + 1 < len(folded) else ""
    if second and (found := slip_in_phrase(first, second)):
        return 2, found
    return 1, not_misread(first, concepts) or without_ending(first)


def _sides(words: list[Word]) -> list[Word]:
    """The words of a place, where one such as East is no region of that name beside another name: Ανατολική Αττική."""
    known = lexicon("place")
    if sum(word.role in (NAME, WORD) for word in words) < 2:
        return words
    found = []
    for word in words:
        sides = tuple(one for one in word.concepts if known.roles[one] == WORD) if word.role == NAME else ()
        regions = (known.keys[one].startswith(("land:", "sub:")) for one in word.concepts if one not in sides)
        found.append(replace(word, role=WORD, concepts=sides) if sides and all(regions) else word)
    return found if any(word.role == NAME for word in found) else words


def _without_doubles(words: list[Word]) -> list[Word]:
    """The words of a place without those that are the name before in another language: Bozen-Bolzano."""
    if sum(word.role == NAME for word in words) < 2:
        return words
    countries = lexicon("place").countries
    found = words[:1]
    for word in words[1:]:
        before = found[-1]
        shared = set(word.concepts).intersection(before.concepts) - countries
        if not shared or word.role != NAME or before.role != NAME or word.folded == before.folded:
            found.append(word)
    return found


def _kind_phrase(folded: list[str], place: int, kind: str) -> tuple[int, tuple[int, ...]] | None:
    """A kind in several words, which say nothing one by one: Tổng công ty, бюро расследований, railway station."""
    found = lexicon(kind)
    size, concepts = found.at(folded, place)
    whole = size > 1 and found.roles[concepts[0]] == GENERIC
    return (size, concepts) if whole and (kind == "place" or narrow_kinds().isdisjoint(concepts)) else None


def _kinds_beside_names(words: list[Word]) -> list[Word]:
    """The words of a place, where a word that may be a kind is one beside another name (Canton is Guangzhou, and Canton
    of Uri isn't), and an adjective beside a kind is the listed place that it's made of (Лиссабонский округ)."""
    roles = lexicon("place").roles
    names = [word for word in words if word.role == NAME]
    found = list(words)
    if len(names) > 1:
        for place, word in enumerate(words):
            kinds = tuple(one for one in word.concepts if roles[one] == GENERIC) if word.role == NAME else ()
            found[place] = replace(word, role=GENERIC, concepts=kinds) if kinds else word
        if not any(word.role == NAME for word in found):
            found = list(words)
    if any(word.role == GENERIC for word in found):
        region = any(lexicon("place").number("region") in word.concepts for word in found)
        for place, word in enumerate(found):
            if word.role == NAME and not word.concepts:
                found[place] = replace(word, concepts=of_noun(word.folded))
            elif word.role == NAME and region:
                found[place] = replace(word, concepts=_of_region(word.concepts))
    return found


@lru_cache(maxsize=1 << 12)
def _of_region(concepts: tuple[int, ...]) -> tuple[int, ...]:
    """The places that the name of a region may be, without waters where a region has the name: 黑龙江省."""
    keys = lexicon("place").keys
    rest = tuple(one for one in concepts if keys[one] not in _waters())
    return rest if any(keys[one].startswith(("sub:", "land:")) for one in rest) else concepts


@cache
def _waters() -> frozenset[str]:
    return frozenset((*place_groups("waters"), *place_groups("more-waters")))


def _without_scope(words: list[Word]) -> list[Word]:
    """The words of an airport, where International is of its kind wherever it stands: مطار الملكة علياء الدولي."""
    known = lexicon("place")
    if not any(known.number("airport") in word.concepts for word in words):
        return words
    scopes = {known.number("international"), known.number("national")}
    return [replace(word, role=SMALL) if scopes.intersection(word.concepts) else word for word in words]


def _parts(text: str, folded: str, kind: str, listed: bool) -> list[Word]:
    """Харківщина as Харків and a region, Staatsbibliothek as two words; none of another word."""
    found = lexicon(kind)
    if kind == "place":
        stem = historical_stem(folded)
        region = Word("", "-", GENERIC, (found.number("region"),))
        return [Word(text, stem, NAME), region] if stem and (not listed or found.of_word(stem)) else []
    parts = compound(folded) if not listed and folded.startswith(found.compounding) else None
    return listed_words(list(parts), kind, 1) if parts else []
