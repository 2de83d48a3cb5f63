"""What words of places and organizations stand for, as words of the index: ministry, міністэрства and 部 are one.

A translation sounds like nothing that was asked for. So each word also has a code for every concept of the tables
that it stands for, and a query asks for the codes of its words besides the words. Codes are made of the concept's key
alone, so that an index holds when tables grow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from translit.finding.index.query import MOST_WORDS, folded_words
from translit.matching.phonetics.codes import coded
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, NAME, WORD
from translit.matching.places_orgs.reading.joined_words import compound, syllabic
from translit.matching.places_orgs.reading.parse import Thing, parse_thing
from translit.patterns import pattern

MEANT = frozenset({NAME, WORD, GENERIC})
LONGEST = 5  # words of a phrase that is looked for in the index
LONG = 6  # letters from which on a word may be made of several
MOST_READ = 3  # names in one text that are asked for
# what may be read otherwise than as it stands: scripts without spaces, digits for letters, another encoding, SiemensAG
_ODD = pattern(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]|\p{L}\d|\d\p{L}|[\u0080-\u00ff]{2}|\p{Ll}{3}\p{Lu}"
)


def with_meanings(words: Sequence[str], folded: Sequence[tuple[str, ...]], kind: str) -> list[tuple[str, ...]]:
    """What each written word folds to, with the codes of what it stands for in names of one kind of thing.

    >>> both = with_meanings(["Ministry", "Міністэрства"], [("ministry",), ("міністэрства",)], "organization")
    >>> both[0][1:] == both[1][1:] != ()
    True
    """
    known = lexicon(kind)
    known.of_words(list(dict.fromkeys(part for parts in folded for part in parts)))
    return [_with_codes(word, parts, kind) for word, parts in zip(words, folded, strict=True)]


def _with_codes(word: str, parts: tuple[str, ...], kind: str) -> tuple[str, ...]:
    if _ODD.search(word):
        inside = [each for thing in parse_thing(word, kind)[:1] for each in thing.words]
        more = [part for each in inside if each.role in MEANT for part in folded_words(each.text)]
        return tuple(dict.fromkeys((*parts, *more, *_codes((one for each in inside for one in each.concepts), kind))))
    return (*parts, *_codes((one for part in parts for one in _concepts(part, kind)), kind))


def of_phrases(
    names: Iterable[Sequence[int]], folded: Sequence[tuple[str, ...]], kind: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """For the first word of each listed phrase of several words in names, as numbers of words, the phrase's codes.

    >>> words = [("quoc",), ("phong",), ("bo",)]
    >>> [number for number, _ in of_phrases([[2, 0, 1]], words, "organization")]
    [0]
    """
    known = lexicon(kind)
    single = [parts[0] if len(parts) == 1 else "" for parts in folded]
    begin: dict[tuple[int, int], bool] = {}
    seen: set[tuple[int, ...]] = set()
    for name in names:
        for place, pair in enumerate(pairwise(name)):
            if pair not in begin:
                begin[pair] = known.begins(f"{single[pair[0]]} {single[pair[1]]}")
            if begin[pair] and (key := tuple(name[place : place + LONGEST])) not in seen:
                seen.add(key)
                size, concepts = known.at([single[word] for word in key], 0)
                if size > 1:
                    yield pair[0], _codes(concepts, kind)


def _concepts(folded: str, kind: str) -> tuple[int, ...]:
    """What a folded word stands for, or the words that it is cut from."""
    known = lexicon(kind)
    found = known.of_word(folded)
    if found or kind != "organization" or len(folded) < LONG:
        return found
    return tuple(one for part in compound(folded) or syllabic(folded) or () for one in known.of_word(part))


def _codes(concepts: Iterable[int], kind: str) -> tuple[str, ...]:
    known = lexicon(kind)
    keys = (known.keys[one] for one in concepts if known.roles[one] in MEANT)
    return tuple(map(coded, dict.fromkeys(keys)))


def asked_for(text: str, kind: str) -> list[tuple[tuple[str, ...], ...]]:
    """What a query may ask for besides its words: for each of the words of a name in it, the word and its codes.

    >>> [len(words) for words in asked_for("Austrian National Library", "organization")]
    [3, 2]
    >>> asked_for("Ромашка", "organization")
    []
    """
    return list(dict.fromkeys(words for thing in parse_thing(text, kind)[:MOST_READ] for words in _asked(thing, kind)))


def _asked(thing: Thing, kind: str) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The words that count, if any stands for something or others don't count; and those that aren't where it is."""
    words = [word for word in thing.words if word.role in MEANT][:MOST_WORDS]
    if not any(word.concepts for word in words) and len(words) == len(thing.words):
        return
    rows = [tuple(dict.fromkeys((*_sounds(word.text), *_codes(word.concepts, kind)))) for word in words]
    yield tuple(rows)
    own = [word.role == NAME and not word.concepts for word in words]
    elsewhere = [lexicon(kind).places.isdisjoint(word.concepts) for word in words]
    for kept, least in ((own, 1), (elsewhere, 2)):
        if least <= sum(kept) < len(words):
            yield tuple(row for row, told in zip(rows, kept, strict=True) if told)


def _sounds(text: str) -> tuple[str, ...]:
    """How a word sounds; of a phrase, which the index has by its words, nothing."""
    return folded_words(text) if " " not in text else ()
