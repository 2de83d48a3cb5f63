"""Keys for joining large tables of names: each says something of two words of a name, so that few names share one.

A blocking key of one word is enough to look a name up, but a join pairs everybody who shares it, and a million
people have 50,000 namesakes called Александр. Here a key is made of two words, or of a word that isn't a known given
name and the first sound of another. Given names with listed equivalents
(Волга, Ольга) meet in the name of their set.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, permutations, product

from translit.matching.persons.lexicon.endings import father_stem
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.otherwise.other_words import other_words
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.token import CORE, INITIAL, PATRONYMIC
from translit.matching.phonetics.pivots import keys, pivots, reader

MOST = 3  # of the readings of a word and of the sets of a given name


@lru_cache(maxsize=1 << 16)
def link_keys(name: str) -> tuple[str, ...]:
    """The keys of a name for a join, in alphabetical order; two spellings of one name mostly share one.

    >>> set(link_keys("Аляксандр Лукашэнка")) & set(link_keys("Lukaschenko Alexander")) != set()
    True
    >>> set(link_keys("А. Г. Лукашенко")) & set(link_keys("Alaksandr Łukašenka")) != set()
    True
    >>> set(link_keys("Александр Лукашенко")) & set(link_keys("Александр Макаров"))
    set()
    >>> set(link_keys("安倍晋三")) & set(link_keys("Shinzo Abe")) != set()
    True
    """
    parsed = parse(name)
    words = list(dict.fromkeys(token.folded for token in parsed.of(CORE)))
    initials = {sound for token in parsed.of(INITIAL) for sound in _first(token.folded)}
    others = [pair for said in other_words(name) for pair in product(*said)]
    if len(words) == 1 and not initials and not others:
        return tuple(sorted(keys(words[0])))
    found = _of_words(words, initials).union(*(_of_words(pair, set()) for pair in others))
    given = {word: bool(given_names().sets(word)) for word in words}
    for token in parsed.of(PATRONYMIC):  # a family name misspelt is made good by the rest
        for one, other in permutations(words, 2):
            starts = [f"{word} {father}" for word in _word(one) for father in _father(token.folded)]
            found.update(f"{start} {sound}." for start in starts for sound in _first(other) if given[one])
    return tuple(sorted(found))


def _of_words(words: Sequence[str], initials: set[str]) -> set[str]:
    """The keys of the words of one reading of a name: of two, or of one and the first sound of another."""
    found: set[str] = set()
    for one, other in combinations(words, 2):
        found.update(" ".join(sorted((a, b))) for a in _word(one) for b in _word(other))
    given = {word: bool(given_names().sets(word)) for word in words}
    for word in words:
        if not given[word] or all(given.values()):
            sounds = initials.union(*(_first(other) for other in words if other != word))
            found.update(f"{key} {sound}." for key in keys(word)[:MOST] for sound in sounds)
    return found


def father_keys(name: str) -> tuple[str, ...]:
    """What the patronymic of a name says of the father's given name; nothing where there is no patronymic.

    Two names that both have such keys and share none name children of different fathers.

    >>> set(father_keys("Лилия Валерьевна Лукашенко")) & set(father_keys("Liliya Valereuna Lukashenka")) != set()
    True
    """
    return tuple(sorted({key for token in parse(name).of(PATRONYMIC) for key in _known_father(token.folded)}))


def _known_father(patronymic: str) -> tuple[str, ...]:
    return *_father(patronymic), *(f"+{key}" for key in keys(father_stem(patronymic))[:MOST])


@lru_cache(maxsize=1 << 16)
def _father(patronymic: str) -> tuple[str, ...]:
    """The sets of the father's given name, else the blocking keys of the patronymic without its ending."""
    given = given_names()
    sets = given.fathers([patronymic])[0][:MOST]
    return tuple(f"+{given.keys[number]}" for number in sets) or tuple(
        f"+{key}" for key in keys(father_stem(patronymic))[:MOST]
    )


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> tuple[str, ...]:
    """What a word adds to a key: its blocking keys, or the sets of equivalent given names it is in."""
    given = given_names()
    return tuple(f"={given.keys[number]}" for number in sorted(given.sets(word))[:MOST]) or keys(word)[:MOST]


@lru_cache(maxsize=1 << 16)
def _first(word: str) -> tuple[str, ...]:
    """The classes of the first sounds that a word may have; vowels and й count as one."""
    return tuple(sorted({reader().key_of.get(pivot[0], pivot[0]) or "a" for pivot in pivots(word) if pivot}))
