"""The parts of a Japanese name in Chinese characters: family name and given name, and how their characters are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translit.matching.persons.otherwise.han_tables import Character, character, families, in_places, repeated
from translit.matching.phonetics.romaji import romaji
from translit.patterns import plain_pattern

HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_GA = dict.fromkeys("ヶケが", ("ga", "ka", "ke"))  # between two characters
_UNSAID = "っッー"  # which pivots don't tell
_UNIT = plain_pattern("[ぁ-んァ-ヴ][ゃゅょャュョ]?|.", re.DOTALL)
_KANA_GIVEN = plain_pattern("([^ぁ-ん]{1,4})([ぁ-ん]{2,6})")  # 林原めぐみ is no 林
FAMILY, GIVEN = 3, 4  # characters of a Japanese family name and of a given name, at most


def ways_to_part(text: str) -> Iterator[tuple[str, str]]:
    """Family name and given name: as a space parts them, where kana begin, a listed family name ends, or anywhere."""
    words = text.replace("・", " ").replace("·", " ").split()
    if len(words) > 1:
        yield words[0], words[1]
        return
    word = words[0]
    if found := _KANA_GIVEN.fullmatch(word):
        yield found[1], found[2]
        return
    ways = [(word[:size], word[size:]) for size in range(1, FAMILY + 1) if 0 < len(word) - size <= GIVEN]
    yield from [way for way in ways if way[0] in families()] or ways


def other_ways_to_part(text: str) -> list[tuple[str, str]]:
    """The ways to part a name without a space that `ways_to_part` leaves out since a listed family name begins it.

    >>> list(ways_to_part("森合康行")), other_ways_to_part("森合康行")
    ([('森', '合康行')], [('森合', '康行'), ('森合康', '行')])
    """
    found = list(ways_to_part(text))
    ways = [(text[:size], text[size:]) for size in range(1, FAMILY + 1) if 0 < len(text) - size <= GIVEN]
    return [way for way in ways if way not in found] if text.isalpha() else []


def of_given(char: str) -> Sequence[str]:
    """How a character or kana is read in Japanese given names, the commonest first.

    >>> of_given("純")[:2], of_given("り")
    (('sumi', 'zumi'), ('ri',))
    """
    return (romaji(char),) if "ぁ" <= char <= "ん" else character(char).given or character(char).family


def of_family(word: str) -> list[Sequence[str]]:
    """The readings of a family name: of the whole, or of each character; of a single one both."""
    listed = families().get(word, [])
    if listed and len(word) > 1:
        return [listed]
    known = [(romaji(char),) if "ぁ" <= char <= "ん" else (*either(character(char)), *in_places(char)) for char in word]
    return [(*listed, *known[0])] if listed else list(known)


def either(char: Character) -> tuple[str, ...]:
    """The readings of a character in family names and in given names."""
    return tuple(dict.fromkeys((*char.family, *char.given)))


def of_place(name: str) -> list[Sequence[str]]:
    """The readings of each character and each syllable in kana of a place or a brand; long and doubled ones as single.

    >>> of_place("霞ヶ浦")[1], of_place("しょう"), of_place("ノ")
    (('ga', 'ka', 'ke'), [('sho',), ('u',)], [('no',)])
    """
    found: list[Sequence[str]] = []
    for unit in _UNIT.findall(repeated(name)):
        if unit in _GA and found:
            found.append(_GA[unit])
        elif "ぁ" <= (kana := unit.translate(HIRAGANA))[0] <= "ん":
            found.append((romaji(kana),))
        elif unit not in _UNSAID:
            found.append((*of_dictionary(unit), *in_places(unit)))
    return found


def of_dictionary(char: str) -> tuple[str, ...]:
    """The readings of a character, in the form that Japan writes today, in names of persons.

    >>> of_dictionary("廣")[:2]
    ('hiro', 'ko')
    """
    return either(character((character(char).today or (char,))[0]))
