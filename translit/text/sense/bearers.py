"""Words that are a stranger's given or family name though a listed name has them too.

Georgia Rice isn't the country, nor Борис Громов a woman of the family Борис, nor Richard Wagner the Wagner Group.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from translit.arrays import Bools
from translit.compiled import read_toml
from translit.kinds import KINDS
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import UNLISTED, titles
from translit.matching.phonetics.fold import fold
from translit.text.candidates.features import FAMILY_COLUMN, INITIALS_COLUMN, PERSON_COLUMN
from translit.text.candidates.found import Found
from translit.text.candidates.text_block import HYPHEN, PLAIN, Block
from translit.text.lookup.shared_numbers import flags
from translit.text.reading.common_words import has_list, is_common
from translit.text.reading.words import CALENDAR, FUNCTION, NOUN, Shape, TextWord

OF_FAMILIES = frozenset(("von", "van", "zu", "af", "фон", "ван"))  # before family names, and before places
FEW = 2  # given names up to which a word that isn't listed letter by letter is read as one of them: set by hand


def given_of_strangers(found: Found) -> Bools:
    """Whether each candidate of one word is somebody's given name.

    A place is where no preposition stands before and a family name behind: у Лідзе Пятровіч is in the town. A family
    name alone is if it is a frequent given name before a family name, or the listed person's full name isn't in the
    text.
    """
    block, size = found.block, max(found.block.size - 1, 0)
    features = found.store.features[found.rows]
    thing, family = features[:, PERSON_COLUMN] == 0, features[:, FAMILY_COLUMN] > 0
    single = (found.firsts == found.lasts) & (block.shape[found.firsts] == Shape.CAPITAL)
    after, before = np.minimum(found.lasts + 1, size), np.maximum(found.firsts - 1, 0)
    joined = _joined(block)
    behind = joined[found.lasts + 1] & (block.shape[after] == Shape.CAPITAL)
    alone = family & ~found.anchored & (features[:, INITIALS_COLUMN] == 0)
    result = single & ((behind & (thing | family)) | alone)
    asked = np.flatnonzero(result & family)
    words, inverse = np.unique(block.ids[found.firsts[asked]], return_inverse=True)
    result[asked] = flags([is_frequent(block.words[word]) for word in words.tolist()])[inverse]
    for number in np.flatnonzero(result & ~(family & alone)).tolist():
        word, previous, following = (
            block.words[int(block.ids[places[number]])] for places in (found.firsts, before, after)
        )
        if family[number]:
            result[number] = may_be_family(following)
        else:
            free = not joined[found.firsts[number]] or previous.lower not in prepositions()
            result[number] = free and is_given(word) and (may_be_family(following) or _is_strange(following))
    return np.asarray(result)


def family_of_strangers(found: Found, covered: Bools) -> Bools:
    """Whether each candidate of one word is a place or organization behind a given name that agrees with it in case."""
    block = found.block
    before = np.maximum(found.firsts - 1, 0)
    result = (found.firsts == found.lasts) & (found.store.features[found.rows, PERSON_COLUMN] == 0)
    hyphen = ((block.before[found.firsts] & HYPHEN) > 0) & (before < found.firsts)  # Rue Alexandre-Dumas
    noble = block.told(before, is_of_families)
    result &= (_joined(block)[found.firsts] | hyphen) & ((block.shape[before] == Shape.CAPITAL) | noble)
    result &= ~covered[before]
    result &= ~block.opening[before]
    for number in np.flatnonzero(result).tolist():
        word = block.words[int(block.ids[before[number]])]
        cells = found.candidate(number).cells
        if word.lower in OF_FAMILIES and before[number]:  # Werner von Siemens, though Berlin has a Klaus from Berlin
            organization = KINDS[found.candidate(number).form.kind] == "organization"
            result[number] = organization and is_listed(block.words[int(block.ids[before[number] - 1])])
            continue
        sure = is_listed(word) or (not block.starts[before[number]] and is_given(word))  # Ако Великобритания
        result[number] = sure and any(cells & mine for _, _, mine in word.sets.values())
    return np.asarray(result)


def is_of_families(word: TextWord) -> bool:
    """Whether a word stands before family names, and before places: von."""
    return word.lower in OF_FAMILIES


def is_common_word(word: TextWord) -> bool:
    """Whether a word is a common one of its language."""
    return is_common(word.lower, word.language)


def _joined(block: Block) -> Bools:
    """Whether each word stands right after that before it, in one text."""
    joined = np.zeros(block.size + 1, dtype=np.bool_)
    joined[1:-1] = ((block.before[1:] & PLAIN) > 0) & (block.doc[1:] == block.doc[:-1])
    return joined


def is_given(word: TextWord) -> bool:
    """Whether a word is a given name by the lists, and no title or month."""
    return word.shape == Shape.CAPITAL and bool(word.sets) and (is_listed(word) or is_frequent(word))


def is_frequent(word: TextWord) -> bool:
    """Whether a word is a frequent given name, as it stands, in its base or as it is read, and no title or month."""
    if not word.sets or word.bits & (FUNCTION | CALENDAR) or word.lower in titles():
        return False
    return any(
        one.given_rarity < UNLISTED and one.given_rarity <= one.rarity and len(one.sets) <= FEW
        for one in known.many([word.folded, fold(word.text)])
    )


def is_listed(word: TextWord) -> bool:
    """Whether a word is in the lists of given names letter by letter, as it stands or in its base, and nothing else."""
    if word.bits & (FUNCTION | CALENDAR) or word.lower in titles():
        return False
    return bool(given_names().listed(word.folded) or given_names().listed(fold(word.text)))


def may_be_family(word: TextWord) -> bool:
    """Whether a word is known as a family name, or ends like one, and is no given name or kind of thing."""
    if word.bits & (FUNCTION | CALENDAR) or word.concepts or word.lower in titles():
        return False
    for one in known.many([word.folded, fold(word.text)]):
        if one.rarity < UNLISTED or one.group >= 0 or one.family or one.family_gender:
            return not given_names().listed(word.folded)
    return False


def _is_strange(word: TextWord) -> bool:
    """Whether a word with a capital is none of its language and of no table: O'Keeffe."""
    if word.bits & (FUNCTION | CALENDAR | NOUN) or word.concepts or word.hits or word.lower in titles():
        return False
    return word.language is not None and has_list(word.language) and not is_common(word.lower, word.language)


@cache
def prepositions() -> frozenset[str]:
    """The prepositions that stand before places, in all languages.

    >>> "from" in prepositions(), "teacher" in prepositions()
    (True, False)
    """
    return frozenset(" ".join(read_toml("text", "prepositions.toml")["words"].values()).split())
