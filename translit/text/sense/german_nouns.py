"""German nouns, which have a capital without being a name: der Mann, das Essen."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools
from translit.kinds import PERSON, PLACE
from translit.text.candidates.features import FAMILY_COLUMN
from translit.text.candidates.found import Found
from translit.text.candidates.text_block import HYPHEN, PLAIN
from translit.text.reading.capitals import articles
from translit.text.reading.words import NOUN, TextWord
from translit.text.sense.bearers import is_common_word, is_of_families


def common_nouns(found: Found) -> Bools:
    """Whether each candidate is a family name alone or a common word behind an article, and no part of more.

    Family names have none (der Mann), but with a noun behind (die Merkel-Regierung), nor do towns (das Essen);
    countries and rivers may, but are no common words.
    """
    block, features = found.block, found.store.features[found.rows]
    before, size = np.maximum(found.firsts - 1, 0), max(block.size - 1, 0)
    after = np.minimum(found.lasts + 1, size)
    result = ((block.bits[found.firsts] & NOUN) > 0) & (found.firsts == found.lasts) & (before < found.firsts)
    if not result.any():
        return np.asarray(result)
    kinds = np.asarray(found.gazetteer.index.kinds)[found.entities]
    family = (kinds == PERSON) & (features[:, FAMILY_COLUMN] > 0)
    result &= family | (kinds == PLACE)
    result &= ((block.before[found.firsts] & PLAIN) > 0) & (block.doc[before] == block.doc[found.firsts])
    result &= block.told(before, _is_article)
    result &= ~block.told(np.maximum(before - 1, 0), is_of_families)  # von der Heide
    more = (block.after[found.lasts] & HYPHEN) > 0
    more |= ((block.after[found.lasts] & PLAIN) > 0) & (block.shape[after] > 0) & (block.doc[after] == found.docs)
    result &= ~more
    result &= family | block.told(found.firsts, is_common_word)
    return np.asarray(result)


def _is_article(word: TextWord) -> bool:
    return word.lower in articles()
