"""Names of persons that match no entity: where they stand, their normal form, and which of them are one person.

A span counts if a known given name, or an initial, stands beside another word with a capital. The normal form is the
base of each word, chosen so that the words agree in case, gender and number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from translit.finding.entities.entity import Entity
from translit.text.candidates.person_spans import JOINTS
from translit.text.inflection.bases import Base, bases_many
from translit.text.mention import Mention, MentionCandidate
from translit.text.reading.bare_words import bare
from translit.text.reading.language import function_words
from translit.text.reading.readings import has_table
from translit.text.reading.words import Shape, Text, TextWord

LONGEST = 4  # words of a name
MOST_BASES = 4  # of each word that are tried together
# How sure a span is: set by hand, since texts rarely say who in them has a name; initials and one word alone tell less.
GIVEN_AND_FAMILY, INITIALS, FAMILY_ALONE = 0.9, 0.8, 0.7
PREFIX = "unlisted:"


class Unlisted(NamedTuple):
    """A span that looks like a person's name: its first and last word, its normal form, how sure it is."""

    first: int
    last: int
    name: str
    probability: float


def unlisted(text: Text, taken: set[int]) -> list[Unlisted]:
    """The spans of a text that look like names of persons and touch none of the words that are taken."""
    found = []
    families: set[str] = set()
    for first, last in _runs(text, taken):
        words = text.words[first : last + 1]
        given = any(word.sets for word in words)
        initials = any(word.shape == Shape.LETTER for word in words)
        if last > first and (given or initials):
            name = normal_form(words)
            found.append(Unlisted(first, last, name, GIVEN_AND_FAMILY if given else INITIALS))
            families.update(word.folded for word in words if word.shape != Shape.LETTER and not word.sets)
    covered = taken.union(*(range(one.first, one.last + 1) for one in found))
    full = {one.name.split()[-1]: one.name for one in found}
    for place, word in enumerate(text.words):
        if word.shape == Shape.CAPITAL and word.folded in families and place not in covered:
            name = normal_form([word])
            found.append(Unlisted(place, place, full.get(name, name), FAMILY_ALONE))
    return sorted(found)


def _runs(text: Text, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring words with capitals, as far as they may be one person's name."""
    words, place = text.words, 0
    while place < len(words):
        if not _may_be_name(text, place, taken):
            place += 1
            continue
        first = place
        while place + 1 < len(words) and place - first + 1 < LONGEST and _may_be_name(text, place + 1, taken):
            initial = words[place].shape == Shape.LETTER
            gap = text.gaps[place + 1]
            if not (gap in JOINTS or (initial and gap.strip(" \xa0") == ".")):
                break
            place += 1
        if text.starts_sentence(first) and not words[first].sets and place > first + 1:
            first += 1  # an ordinary word
        yield first, place
        place += 1


def _may_be_name(text: Text, place: int, taken: set[int]) -> bool:
    word = text.words[place]
    if place in taken or word.lower in function_words():
        return False
    if word.shape == Shape.LETTER:
        return text.gaps[place + 1].startswith(".")
    return word.shape == Shape.CAPITAL and word.text.isalpha()


def normal_form(words: Sequence[TextWord]) -> str:
    """The words in the nominative, of all their bases those that agree and are likeliest together."""
    texts, language = [bare(word.text) for word in words], words[0].language
    if not has_table(language):
        return " ".join(texts)
    rows = []
    for word, text, found in zip(words, texts, bases_many(texts, language), strict=True):
        if word.shape == Shape.LETTER:
            rows.append([Base(f"{text}.", -1, found[0].kind, 1.0, "")])
        else:
            rows.append([base for base in found if not base.kind.derived][:MOST_BASES] or list(found[:1]))
    return " ".join(base.text for base in max(product(*rows), key=_agreement))


def _agreement(bases: Sequence[Base]) -> tuple[bool, float]:
    cells, chance = -1, 1.0
    for base in bases:
        cells &= base.cells
        chance *= base.probability
    return cells != 0, chance


def as_mention(text: Text, one: Unlisted, scheme: str | None) -> Mention:
    """An unlisted name as a mention of an entity of its own, named by the normal form, written by a scheme if given."""
    name = one.name
    if scheme is not None:
        from translit.writing.registry import transliterate

        name = transliterate(name, scheme)
    entity = Entity(PREFIX + name, "person", [name])
    start, end = text.starts[one.first], text.end(one.last)
    options = (MentionCandidate(entity, one.probability, name),)
    return Mention(start, end, text.text[start:end], entity, one.probability, options, "looks like a name; not listed")


def is_unlisted(mention: Mention) -> bool:
    """Whether a mention is of nobody in the list."""
    return mention.entity.id.startswith(PREFIX)


def clustered(found: Iterable[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of many texts, their unlisted names put together as `dedupe` does: one entity a person.

    The entity is named by the form that stands in the texts most often, of equals the longest.
    """
    from translit.finding.dedupe import dedupe

    every = [list(mentions) for mentions in found]
    counted = Counter(one.entity.name for mentions in every for one in mentions if is_unlisted(one))
    if not counted:
        return every
    entity_of: dict[str, Entity] = {}
    for cluster in dedupe(sorted(counted)).clusters:
        ranked = sorted(cluster.names, key=lambda name: (-len(name.split()), -counted[name], name))
        entity = Entity(PREFIX + ranked[0], "person", ranked)
        entity_of.update(dict.fromkeys(cluster.names, entity))
    return [[_renamed(one, entity_of) if is_unlisted(one) else one for one in mentions] for mentions in every]


def _renamed(one: Mention, entity_of: dict[str, Entity]) -> Mention:
    entity = entity_of[one.entity.name]
    options = (MentionCandidate(entity, one.probability, one.entity.name),)
    return Mention(one.start, one.end, one.text, entity, one.probability, options, one.explanation)
