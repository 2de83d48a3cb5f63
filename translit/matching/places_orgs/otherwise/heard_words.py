"""Words of places that another alphabet writes as they sound, where it might translate them: लिन लेक is Lynn Lake, and
Рио Колорадо Rio Colorado.

No list has Lake, Fort, Rio and Bandar as each language of the world hears them. So a word that nothing is known of is
read as the word of the other name for a kind, or such as New, that it sounds like.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from translit.matching.places_orgs.comparing.strings import distance
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.otherwise.text_pairs import Pairs
from translit.matching.places_orgs.reading.plain_text import plain_text
from translit.patterns import pattern

# nats a letter up to which a word is another one by its sound: one that means something else, any, a long one; by hand
SURE, MOST, MOST_LONG = 0.25, 0.6, 0.5
LONG = 6  # letters up to which a word is short
LEAST = 3  # letters of a word that is told by its sound
_OTHER_SCRIPT, _SIGN = pattern(r"[^\p{Latin}\P{L}]"), pattern(r"[(),.;:/\d]")


def read_as_heard(pairs: Pairs) -> Pairs:
    """The same pairs of texts, with words of the name in Latin letters in the other, where they sound like its own.

    >>> zero = np.zeros(1, dtype=np.int32)
    >>> found = read_as_heard((["लिन लेक"], ["Lynn Lake"], zero, zero))
    >>> found[0][found[2][0]]
    'lin Lake'
    """
    left, right, rows, columns = pairs
    said, heard = ([list(map(one, texts)) for texts in (left, right)] for one in (_translatable, _unknown))
    if not any(map(any, heard)):
        return pairs
    mine, new = (list(left), list(right)), (rows.copy(), columns.copy())
    for side, (ours, theirs) in enumerate(((rows, columns), (columns, rows))):
        unknown, translated = np.array(list(map(bool, heard[side]))), np.array(list(map(bool, said[1 - side])))
        for place in np.flatnonzero(unknown[ours] & translated[theirs]).tolist():
            text = mine[side][ours[place]]
            if (reading := _beside(text, mine[1 - side][theirs[place]])) != text:
                new[side][place] = len(mine[side])
                mine[side].append(reading)
    return *mine, *new


@lru_cache(maxsize=1 << 14)
def _beside(text: str, other: str) -> str:
    """The text with what it has of the other's words by their sound; with the letters it's read by, if any is there."""
    words, said = _unknown(text), _translatable(other)
    found: dict[int, str] = {}
    near = sorted(
        (how, place, one) for place, word in enumerate(words) for one in said if (how := _heard(word, one)) < 1
    )
    for _, place, one in near:
        if place not in found and one.capitalize() not in found.values():
            found[place] = one.capitalize()
    return " ".join(found.get(place, word) for place, word in enumerate(words)) if found else text


def _heard(word: str, said: str) -> float:
    """How far a word is from one of the other name by its sound, as a share of how far it may be."""
    folded = folded_word(word)
    if _meanings(folded) & _meanings(said) or _is_listed_word(folded):
        return 1.0
    most = SURE if _meanings(folded) else MOST_LONG if len(folded) > LONG else MOST
    return distance(folded, said) / most


@lru_cache(maxsize=1 << 16)
def _translatable(text: str) -> tuple[str, ...]:
    """The folded words of a text in Latin letters that others may translate: kinds, and words such as New."""
    words = words_of(text) if not _OTHER_SCRIPT.search(text) else []
    return tuple(
        found for word in words if len(words) > 1 and len(found := folded_word(word)) >= LEAST and _meanings(found)
    )


def _meanings(folded: str) -> frozenset[int]:
    """What a folded word means that isn't a name."""
    known = lexicon("place")
    return frozenset(one for one in known.of_word(folded) if known.roles[one] != NAME)


def _is_listed_word(folded: str) -> bool:
    """Whether a folded word means something as it is written, and not only by its sound."""
    known = lexicon("place")
    return any(known.roles[one] != NAME for one in known.as_listed(folded))


@lru_cache(maxsize=1 << 16)
def _unknown(text: str) -> tuple[str, ...]:
    """The words of a text in another script, if they are several, and no listed name."""
    if not _OTHER_SCRIPT.search(text) or _SIGN.search(text) or not (" " in text or "-" in text):
        return ()
    words = words_of(plain_text(text, "place"))
    listed = lexicon("place").at(list(map(folded_word, words)), 0)[0] if words else 1
    return tuple(words) if 1 < len(words) != listed else ()
