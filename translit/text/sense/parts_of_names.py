"""Places that are part of a longer name: Univerza v Ljubljani, hotelu Praha, rue de Varsovie, Polonia Warszawa.

A word of `tables/text/parts_of_names.toml` before the place or behind it makes it so, where the two read as a name: by
the capital of that word, by the nominative that stands beside it in whatever case, or by a genitive that adjoins it.
What is only in a place (Больница в Минске, the hotels of Prague) leaves it that place.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.text.candidates.candidate import Candidate
from translit.text.candidates.owner_words import rules
from translit.text.inflection.grammar import ALL_CELLS, Case, cases_of
from translit.text.reading.institution_words import Said, said_by
from translit.text.reading.readings import ALL, has_table
from translit.text.reading.words import FUNCTION, NOUN, Shape, Text, TextWord

NEAR = 0.005  # how much farther than the nearest word of a name one may be and still be as near: set by hand
MOST_BETWEEN = 4  # words between a university and its town: of Science and Technology in
MOST_LINKS = 4  # of them that are links: of the
MOST_AHEAD = 3  # words between a town and its university
BLANKS = frozenset((" ", "\xa0"))
JOINTS = frozenset((*BLANKS, "-"))
HEADS = ("universities", "halls", "houses", "streets")
WITHOUT_CASES = frozenset(("bg", "mk", "en", "de", "fr"))  # of the languages with a table of inflection
# Endings of towns whose genitive may be like the nominative.
UNDECLINED = ("и", "і", "у", "ю", "э", "о", "i", "u", "ü", "é")
# Endings of adjectives by which the tables call regions, since their kind is left out there: Минская, Zadarská.
ADJECTIVES = ("ская", "цкая", "ский", "цкий", "ська", "цька", "ський", "цький", "скае", "цкае",
              "ská", "cká", "ský", "cký", "ské", "cké", "skie", "ckie")  # fmt: skip
OF_ITSELF = ("r", "р")  # Hannover, Днепр
ALIKE = (*ADJECTIVES, "ska", "ski", "ска", "ски")
CONTENT = Said.FIELD | Said.OWNER | Said.KIND | Said.SMALL


class Words(NamedTuple):
    """A list of the table: whole words, how words begin, and how they end."""

    whole: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether the list has a word in small letters."""
        return word in self.whole or word.startswith(self.starts) or word.endswith(self.ends)


@cache
def parts() -> dict[str, Words]:
    """The lists of the table.

    >>> parts()["clubs"].has("polonię"), parts()["universities"].has("universités")
    (True, False)
    """
    raw = {
        name: row.split() for name, row in read_toml("text", "parts_of_names.toml")["table"].items() if name in LISTS
    }
    return {
        name: Words(
            frozenset(word for word in row if "-" not in (word[0], word[-1])),
            tuple(word[:-1] for word in row if word[-1] == "-"),
            tuple(word[1:] for word in row if word[0] == "-"),
        )
        for name, row in raw.items()
    }


LISTS = (
    *HEADS,
    *("of_streets", "behind_genitive", "behind", "clubs", "links", "own_links", "named_in", "other_towns", "regions"),
)


@lru_cache(maxsize=1 << 15)
def lists_of(lower: str) -> frozenset[str]:
    """The lists that have a word in small letters.

    >>> sorted(lists_of("l'hôtel")), sorted(lists_of("kluba")), sorted(lists_of("čtvrtek"))
    (['halls'], ['houses'], [])
    """
    word = lower.replace("’", "'")
    elided = word.rpartition("'")[2]  # l'avenue, but кав'ярня
    return frozenset(name for name, row in parts().items() if row.has(word) or (elided != word and row.has(elided)))


def is_part_of_name(text: Text, first: int, last: int, found: Candidate) -> bool:
    """Whether a place's name, from one word of a text to another, is but part of a longer name."""
    return _is_behind(text, first, found) or _is_before(text, last, found) or _is_of_region(text, first, last, found)


def is_head(word: TextWord) -> bool:
    """Whether a word before a place may make it part of a name: a university."""
    return not lists_of(word.lower).isdisjoint(HEADS)


def may_be_inside(word: TextWord) -> bool:
    """Whether a word may stand between such a word and the place: see `_may_be_between`."""
    return is_link(word) or _is_name(word) or bool(said_by(word.text) & CONTENT)


def may_tell_behind(word: TextWord) -> bool:
    """Whether a word behind a place may make it part of a name."""
    return not lists_of(word.lower).isdisjoint((*ADJOINING, "behind", "universities"))


def may_go_on(word: TextWord) -> bool:
    """Whether one that does may follow a word behind a place."""
    return word.shape > 0 or bool(said_by(word.text) & CONTENT)


def may_be_region(found: Candidate) -> bool:
    """Whether a name is an adjective that the tables have for a region."""
    form = found.form
    return not form.own and len(form.slots) == 1 and form.text.endswith(ADJECTIVES)


def is_club(word: TextWord) -> bool:
    """Whether a word is one that clubs have."""
    return word.shape > 0 and "clubs" in lists_of(word.lower)


def is_link(word: TextWord) -> bool:
    """Whether a word may link a university and its town."""
    return word.lower in parts()["links"].whole


def _is_name(word: TextWord) -> bool:
    return word.shape == Shape.CAPITAL and not word.bits & (FUNCTION | NOUN)


def is_german_adjective(word: TextWord) -> bool:
    """Whether a word has the ending that German adjectives of places have."""
    return _main(word) == "de" and word.lower.endswith("er")


def _is_of_region(text: Text, first: int, last: int, found: Candidate) -> bool:
    """Whether the name is an adjective that the tables have for a region, and no region stands there: Минская улица."""
    form, word = found.form, text.words[first]
    if is_german_adjective(word) and first == last and not form.text.endswith(OF_ITSELF):
        return True  # Prager Zeitung: nothing but an adjective of a place takes this ending
    if not may_be_region(found):
        return False
    nearest = min(hit[0] for hit in word.hits.values()) + NEAR
    if not word.only_derived and not all(one.endswith(ALIKE) for one, hit in word.hits.items() if hit[0] <= nearest):
        return False  # Мінська, the genitive
    beside = [text.words[place].lower for place in (first - 1, last + 1) if 0 <= place < len(text.words)]
    return not any(parts()["regions"].has(word) for word in beside)


def _is_behind(text: Text, first: int, found: Candidate) -> bool:
    """Whether the words before a place make it part of a name."""
    place, linked = first - 1, ""
    if place < 0 or text.gaps[first] not in JOINTS:
        return False
    word = text.words[place]
    if is_club(word) and _may_be(Case.NOMINATIVE, text.words[first], found):
        return True
    while place >= max(first - MOST_LINKS, 0) and is_link(text.words[place]) and text.gaps[place + 1] in BLANKS:
        linked = linked or text.words[place].lower
        if text.words[place].lower not in parts()["own_links"].whole and place + 1 < first:
            return False
        place -= 1
    between: list[TextWord] = []
    while place >= 0 and text.gaps[place + 1] in JOINTS and len(between) <= MOST_BETWEEN:
        lists = lists_of(text.words[place].lower)
        if is_head(text.words[place]):
            return _names(text, place, lists, linked, between, first, found)
        if not _may_be_between(text, place):
            return False
        between.append(text.words[place])
        place -= 1
    return False


def _may_be_between(text: Text, place: int) -> bool:
    """Whether a word may stand between a university and its town: a name, or what tables have for institutions."""
    word = text.words[place]
    if _is_name(word):
        return not text.starts_sentence(place)
    return bool(said_by(word.text) & CONTENT)


def _names(
    text: Text, place: int, lists: frozenset[str], linked: str, between: list[TextWord], first: int, found: Candidate
) -> bool:
    """Whether a word of the table makes a name with the place behind it."""
    head, language = text.words[place], _main(text.words[place])
    owned = linked in parts()["own_links"].whole
    if "streets" in lists and not between:
        return owned or (not linked and language in parts()["of_streets"].whole)
    beside = not linked and len(between) <= 1 and all(word.shape for word in between)
    if beside and _may_be(Case.NOMINATIVE, text.words[first], found) and not _may_be_both(text.words[first]):
        return True
    capital = head.shape == Shape.CAPITAL and not head.bits & NOUN
    inside = capital and (head.elided > 0 or "'" in head.text or "’" in head.text or not text.starts_sentence(place))
    if "universities" not in lists:
        return "halls" in lists and inside and (owned or (not linked and not between))
    if not linked:
        return inside
    if owned or inside:
        return True
    if head.bits & NOUN:  # Karls-Universität, Technische Universität
        before = text.words[place - 1] if place and text.gaps[place] in JOINTS else None
        return before is not None and before.shape == Shape.CAPITAL and not text.starts_sentence(place - 1)
    named = capital and language in parts()["named_in"].whole
    return named or any(word.shape == Shape.CAPITAL for word in between)


def _is_before(text: Text, last: int, found: Candidate) -> bool:
    """Whether the words behind a place make it part of a name."""
    genitive = _main(text.words[last]) in rules().genitive_before
    for ahead in range(1, MOST_AHEAD + 2):
        place = last + ahead
        if place >= len(text.words) or text.gaps[place] not in JOINTS:
            return False
        word = text.words[place]
        lists = lists_of(word.lower)
        if "behind" in lists and word.shape == Shape.CAPITAL:
            return True
        if ahead == 1 and not lists.isdisjoint(ADJOINING) and (word.shape or "behind_genitive" in lists):
            return "clubs" not in lists or (genitive and _may_be(Case.GENITIVE, text.words[last], found))
        if genitive and "universities" in lists:
            return _may_be(Case.GENITIVE, text.words[last], found)
        if not word.shape and not (genitive and said_by(word.text) & CONTENT):
            return False
    return False


ADJOINING = ("behind_genitive", "other_towns", "clubs")


def _main(word: TextWord) -> str:
    return (word.language or "").split("-")[0]


def _may_be(case: Case, word: TextWord, found: Candidate) -> bool:
    """Whether the name of a place may stand in a case, or its language has none."""
    if _main(word) in WITHOUT_CASES or not has_table(word.language) or found.cells == ALL:
        return True
    return case in cases_of(found.cells & ALL_CELLS)


def _may_be_both(word: TextWord) -> bool:
    """Whether a place stands in the nominative and as well in the genitive of an owner: гостиницы Тбилиси, Гродно."""
    if _main(word) in WITHOUT_CASES or not has_table(word.language):
        return False
    return word.lower.endswith(UNDECLINED)
