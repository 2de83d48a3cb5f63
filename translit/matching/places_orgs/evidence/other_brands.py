"""Two brands that differ in a letter: Роснефть and Русснефть, Özgür and Özgün, Orion and Orien.

In one script a letter for another makes another brand, unless orthographies write it in turn; across scripts, and among
names that were brought into Latin letters from another script (Nour, Noor), vowels say less.
"""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.compiled import read_toml
from translit.matching.alignment.align import trace
from translit.matching.alignment.costs import cost_table
from translit.matching.persons.comparing.respelling import respelled, vowels_apart
from translit.matching.persons.lexicon.latin_names import is_latin, plain
from translit.matching.phonetics.fold import VOWELS
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.lexicon.concepts import share
from translit.matching.places_orgs.lexicon.place_endings import shorter_forms

OTHER_LETTER = 0.85  # nats from which on a letter that stands for another in Cyrillic is another: о, у, not а, о
NEVER = frozenset(map(frozenset, (("е", "и"), ("э", "и"))))  # though they are near: Вектор, Виктор
LEAST = 4  # letters of a Latin brand
NEAR = 0.85  # nats a letter, as of words that are near


def other_brand(things: Things, rows: Int32s, columns: Int32s, distance: Float32s) -> Bools:
    """Where one name of each side differs from the other's in a letter that is never written for it."""
    found = np.zeros(len(rows), dtype=np.bool_)
    ids = [np.where(things.roles[side] < Code.GENERIC, things.ids[side], 0) for side in (rows, columns)]
    same = (ids[0][:, :, None] == ids[1][:, None, :]) & (ids[0] > 0)[:, :, None]
    left = [(ids[0] > 0) & ~same.any(axis=2), (ids[1] > 0) & ~same.any(axis=1)]
    slots = [one.argmax(axis=1) for one in left]
    pairs = np.arange(len(rows))
    a, b = (one[pairs, slot] for one, slot in zip(ids, slots, strict=True))
    likely = (left[0].sum(axis=1) == 1) & (left[1].sum(axis=1) == 1)
    plain_names = things.cased[rows] & things.cased[columns] & ~things.romanized[rows] & ~things.romanized[columns]
    likely &= (distance[pairs, slots[0], slots[1]] < NEAR) & ~share(things.concepts[a], things.concepts[b])
    words = things.folded
    for pair in np.nonzero(likely)[0].tolist():
        native = bool(things.native[rows[pair]] and things.native[columns[pair]])
        one, other = sorted((words[a[pair]], words[b[pair]]))
        if max(one[:1], other[:1]) < "а":
            found[pair] = (native or plain_names[pair]) and _latin_letter(one, other, native)
        else:
            found[pair] = other_letter(one, other)
    return found


@lru_cache(maxsize=1 << 14)
def other_letter(one: str, other: str) -> bool:
    """Whether a letter of one folded word stands for another in the other, and no orthography explains it.

    Of a Latin word, which many languages may have written, only vowels are asked about.

    >>> other_letter("роснефть", "русснефть"), other_letter("дабрабыт", "добробыт"), other_letter("газпром", "гзпром")
    (True, False, False)
    >>> other_letter("rosneft", "русснефть"), other_letter("dabrabyt", "добробыт"), other_letter("вектор", "виктор")
    (True, False, True)
    """
    if one[:1] < "а" or other[:1] < "а":
        steps = trace(cost_table(), one, other)
        return any(_apart(step.left.strip("^$"), step.right.strip("^$")) for step in steps)
    one, other = (next(iter(shorter_forms(word, restored=False)), word) for word in (one, other))  # Ижорский, Ижорского
    if len(one) == len(other) and any(frozenset(pair) in NEVER for pair in zip(one, other, strict=True)):
        return True
    if respelled(one) == respelled(other):
        return False
    steps = trace(cost_table(), one, other)
    return any(step.left and step.right and step.cost >= OTHER_LETTER for step in steps)


def _apart(one: str, other: str) -> bool:
    latin, cyrillic = sorted((one, other))
    return len(latin) == 1 and latin in vowels_apart().get(cyrillic, "")


@lru_cache(maxsize=1 << 14)
def _latin_letter(one: str, other: str, native: bool) -> bool:
    """Whether two folded words in Latin letters differ in one letter that is no other spelling of it.

    In names that are `native` to a language in Latin letters any letter tells, in others those that no romanization has
    in turn.

    >>> _latin_letter("özgür", "özgün", True), _latin_letter("orien", "orion", False)
    (True, True)
    >>> _latin_letter("noor", "nour", False)
    False
    """
    if len(one) != len(other) or len(one) < LEAST or not (is_latin(one) and is_latin(other)):
        return False
    differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if one[:-1] == other[:-1] and not native:
        return False  # an ending
    if len(differ) != 1 or (plain(one) == plain(other) and (one.isascii() or other.isascii())):
        return False
    if native:
        return plain(one) == plain(other) or respelled(one) != respelled(other)
    pair = frozenset(map(plain, differ[0]))
    return len(pair) == 2 and not pair.isdisjoint(VOWELS) and pair not in _in_turn()


@cache
def _in_turn() -> frozenset[frozenset[str]]:
    """Pairs of letters, one of them a vowel, that romanizations have in turn."""
    return frozenset(map(frozenset, read_toml("match", "latin_respelling.toml")["table"]["in_turn"]))
