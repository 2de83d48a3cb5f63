"""What stands beside the name of a place and tells where it is: in brackets, after a comma, a country at the end."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from unicodedata import normalize

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_kinds import is_kind_of_place, is_listed_place
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LONGEST_PHRASE, NAME, SMALL, WORD
from translit.matching.places_orgs.reading.listed_words import kinds_named, listed_words
from translit.matching.places_orgs.reading.word import Word
from translit.patterns import pattern

LEAST_TOWN = 3  # letters of a town without its ending
TOWN_CASES, TOWN_ENDINGS = "аяыиуеayiue", ("", "а", "ь", "о", "a", "o")  # endings of cases, and of nominatives
_COMPOUND = pattern(r"\s*(?P<town>[\p{L}\p{M}]{3,})-(?P<part>[\p{L}\p{M}]{4,})\s*")
_GREEK_CASES = {"ης": ("η",), "ας": ("α",), "ου": ("ος", "ο"), "ων": ("α", "ες", "οι")}
_ACUTE = "\N{COMBINING ACUTE ACCENT}"
INSIDE = ("in", "im")  # small words before the land of a town in German, and in English
BESIDE = "="  # begins what is another name, and no place that the first one lies in
BRACKETS = pattern(r"\(([^()]*)\)|\[([^\[\]]*)\]")


def bracketed(text: str, kind: str) -> tuple[str, list[str]]:
    """What stands outside and inside of brackets; a place in them belongs to the name: ICBC (Asia), Франкфурт (Одер).

    >>> bracketed("ФК Динамо (Москва)", "organization"), bracketed("Каўнас (Коўна)", "place")
    (('ФК Динамо   in Москва', []), ('Каўнас  ', ['Коўна']))
    """
    if "(" not in text and "[" not in text:
        return text, []
    inside = [found for match in BRACKETS.findall(text) for found in match if found]
    outside = BRACKETS.sub(" ", text)
    if not inside:
        return outside, []
    if kind == "place" and is_listed_place(joined := " ".join((outside, *inside))):
        return joined, []
    if not any(map(str.isalnum, outside)):
        return outside, inside
    if kind == "place" and (kinds := [part for part in inside if is_kind_of_place(part)]):
        outside = " ".join((outside, *kinds))  # Río Negro (town)
        inside = [part for part in inside if part not in kinds]
    places = [part for part in inside if not part.startswith(BESIDE) and _is_place(part, kind, outside)]
    joined = " in ".join((outside, *places)) if kind == "organization" else ", ".join((outside, *places))
    return joined if places else outside, [part for part in inside if part not in places]


def _is_place(text: str, kind: str, outside: str) -> bool:
    """Whether a text says where: nothing but listed places of an organization; of a place a region or a river, or a
    town that isn't the one outside of the brackets."""
    words = listed_words(words_of(text), kind, LONGEST_PHRASE)
    found = lexicon(kind)
    main = [word for word in words if word.role in (NAME, WORD)]
    if kind == "organization":
        return bool(main) and all(found.places.intersection(word.concepts) for word in main)
    around, mine = listed_words(words_of(outside), kind, LONGEST_PHRASE), kinds_named(words)
    said = {word.concepts for word in around if word.role == GENERIC}
    if any(kinds_named([word]) & _territories() for word in words if word.concepts not in said):
        return True  # Красное (Гомельский район)
    if not any(word.role == NAME for word in main) or not all(word.concepts for word in main):
        return bool(postal(text))
    if mine or all(found.around.intersection(word.concepts) for word in main):
        return True
    named = [one.concepts for one in around if one.role == NAME]
    if kinds_named(around) - _settlement():  # Октябрьский район (Минск)
        return True
    return len(named) == 1 and bool(named[0]) and all(set(named[0]).isdisjoint(word.concepts) for word in main)


@cache
def _territories() -> frozenset[int]:
    """The classes of kinds that a place lies in."""
    return _classes("country", "region", "district", "borough") | _settlement()


@cache
def _settlement() -> frozenset[int]:
    return _classes("settlement")


@cache
def _classes(*names: str) -> frozenset[int]:
    classes = list(read_toml("names", "place_words.toml")["kinds"])
    return frozenset(map(classes.index, names))


def with_town(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a part of a town, and the town at their end: Ленинский район г. Минска, Первомайский район Минска.

    A street is mostly called after somebody, so that before its town there must be a word that says so.
    """
    main = [word for word in words if word.role in (NAME, WORD)]
    if len(main) < 2 or words[-1].role != NAME or not kinds_named(words) - _settlement():
        return words, []
    town = _town(words[-1])
    rest = words[:-1]
    while rest and (rest[-1].role == SMALL or kinds_named(rest[-1:]) == _settlement()):
        rest = rest[:-1]
    said = len(rest) < len(words) - 1
    marked = said or (rest[-1].role == GENERIC and bool(kinds_named(rest) & _classes("district", "borough")))
    return (rest, [town]) if town and marked and kinds_named(rest) else (words, [])


def in_genitive(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a place in Greek, and the town or region that it lies in, in the genitive: Νέα Ιωνία Αττικής; a kind
    is of the town itself, as it is named: Δήμος Ηρακλείου."""
    last = words[-1]
    text = normalize("NFC", normalize("NFD", last.text).replace(_ACUTE, ""))
    ending = next((one for one in _GREEK_CASES if text.endswith(one)), "")
    rest = words[:-1]
    named = any(word.role in (NAME, WORD) for word in rest)
    if last.role != NAME or not ending or (named and kinds_named(rest) - _settlement()):
        return words, []
    known = lexicon("place")
    for nominative in _GREEK_CASES[ending]:
        folded = folded_word(text.removesuffix(ending) + nominative)
        if concepts := tuple(one for one in known.exactly(folded) if one in known.places or one in known.around):
            nominative_form = replace(last, folded=folded, concepts=concepts)
            return (rest, [nominative_form]) if named else ([*rest, nominative_form], [])
    return words, []


def airport_of_town(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of an airport that has a name of its own, and its town: London Heathrow Airport is Heathrow Airport."""
    if not kinds_named(words) & _classes("airport"):
        return words, []
    names = [word for word in words if word.role == NAME]
    known = lexicon("place")
    towns = [word for word in names if any(one in known.places and one not in known.around for one in word.concepts)]
    if len(names) < 2 or not towns or (len(towns) > 1 and len(towns) < len(names)):
        return words, []
    return [word for word in words if word is not towns[0]], towns[:1]  # Barajas is a town too, in Mexico


def _town(word: Word) -> Word | None:
    """A word as the listed town that it is, or whose genitive or locative it is in a Slavic language."""
    known, stem = lexicon("place"), word.folded[:-1]
    forms = (word.folded, *((stem + end for end in TOWN_ENDINGS) if word.folded[-1:] in TOWN_CASES else ()))
    for form in forms if len(stem) >= LEAST_TOWN else ():
        concepts = tuple(one for one in known.of_word(form) if one in known.places and one not in known.around)
        if concepts:
            return replace(word, folded=form, concepts=concepts)
    return None


def with_country(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a place, and the country that stands at their end without a comma: Tripoli Libya.

    A kind of place may be called after a country, and so may be what has no name but words such as New.
    """
    countries = lexicon("place").countries
    names = [not countries.isdisjoint(word.concepts) for word in words if word.role == NAME]
    if words[-1].role != NAME or names[-2:] != [False, True] or any(word.role == GENERIC for word in words):
        return words, []
    rest = words[:-1]
    while rest[-1].role == SMALL:
        rest = rest[:-1]
    return rest, words[-1:]


def within(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a place, and the land that it lies in behind a small word: Haag in Oberbayern."""
    place = next((place for place, word in enumerate(words) if word.role == SMALL and word.folded in INSIDE), 0)
    rest = words[:place]
    named = any(word.role == NAME for word in rest) and any(word.role == NAME for word in words[place:])
    return (rest, words[place + 1 :]) if named else (words, [])


def after_comma(text: str) -> list[Word]:
    """The words of what stands after a comma, regions for their codes."""
    words = listed_words(words_of(text), "place", LONGEST_PHRASE)
    return [replace(word, concepts=postal(word.text) or word.concepts) for word in words]


def postal(text: str) -> tuple[int, ...]:
    """The regions that two or three capitals after a comma stand for.

    >>> [lexicon("place").keys[one] for one in postal("TX")], postal("Tx")
    (['land:ustx'], ())
    """
    return _postal().get(text, ())


@cache
def _postal() -> dict[str, tuple[int, ...]]:
    known = lexicon("place")
    table = read_toml("names", "place_words.toml")["postal"]
    found: dict[str, list[int]] = {code: [known.number(key)] for code, key in table["towns"].items()}
    starts = tuple(start + country for country in table["countries"] for start in ("sub:", "land:"))
    for number, key in enumerate(known.keys):
        if key.startswith(starts):
            found.setdefault(key.partition(":")[2][2:].upper(), []).append(number)
    return {code: tuple(numbers) for code, numbers in found.items()}


def part_of_town(text: str) -> str:
    """The part of a town that is written behind it, as after a comma, if the town is listed and the part isn't.

    >>> part_of_town("Berlin-Kreuzberg"), part_of_town("Brest-Litovsk"), part_of_town("Saint-Denis")
    ('Kreuzberg, Berlin', '', '')
    """
    found = _COMPOUND.fullmatch(text) if "-" in text else None
    if not found:
        return ""
    known, part = lexicon("place"), folded_word(found["part"])
    town = known.of_word(folded_word(found["town"]))
    listed = [one for one in known.of_word(part) if not known.keys[one].startswith("town:")]
    if known.places.isdisjoint(town) or listed or is_listed_place(text):
        return ""
    return f"{found['part']}, {found['town']}"
