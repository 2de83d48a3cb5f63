"""Words of places cut short with a full stop, read as the word of the other name that they may stand for.

Via G. Garibaldi is Via Giuseppe Garibaldi, and Ostrów Wlkp. Ostrów Wielkopolski; B. Bystrica is Banská Bystrica beside
that name, and not beside Považská Bystrica.
Brackets fall where the other name has all the words without them: Limburg (Lahn), Limburg an der Lahn.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from translit.arrays import Int32s
from translit.compiled import read_toml
from translit.matching.places_orgs.comparing.abbreviations import read
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import SMALL
from translit.matching.places_orgs.otherwise.text_pairs import Pairs, read_beside
from translit.matching.places_orgs.reading.plain_text import is_address
from translit.patterns import pattern

LEAST_CONSONANTS = 3  # letters of a word that is cut to its consonants: Wlkp.
SURE = 4  # letters of a word alone that may be cut short: Bahnhofstr.
LEAST_LEFT_OUT = 2  # letters that a full stop stands for
_CUT = pattern(r"(?<![\p{L}\p{M}])(?:\p{L}[\p{L}\p{M}]{0,3}|[\p{L}\p{M}]{3,}(?:str|pl))\.")
_BRACKETS = pattern(r"\(\s*([\p{L}\p{M}.]+)\s*\)|(?<=\p{L}{3})\s?/\s?([\p{L}\p{M}]{3,})\s*$")
_APART = pattern(r"[(,]")
_SLASH = pattern(r"(?<=\p{L}{3})/(?=\p{Lu}\.)")  # Frankfurt/M.


def read_in_full(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s) -> Pairs:
    """The same pairs of texts, with words for what is cut short, where the other text has them.

    >>> import numpy as np
    >>> zero = np.zeros(1, dtype=np.int32)
    >>> found = read_in_full(["Via G. Garibaldi"], ["Via Giuseppe Garibaldi"], zero, zero)
    >>> found[0][found[2][0]]
    'Via  Giuseppe  Garibaldi'
    """
    return read_beside((left, right, rows, columns), _may_be_cut, _in_full)


def _may_be_cut(text: str) -> bool:
    return "(" in text or "/" in text or _CUT.search(text) is not None


@lru_cache(maxsize=1 << 14)
def _in_full(text: str, other: str) -> str:
    text = _SLASH.sub(" ", text)
    mine = [folded_word(word) for word in words_of(_CUT.sub(" ", text))]
    theirs = words_of(_CUT.sub(" ", other))
    words = [word for word in theirs if folded_word(word) not in mine]
    alone = len(set(mine).difference(map(folded_word, theirs)))  # words that have to find a partner first
    same = {cut[0] for cut in _CUT.finditer(other)}
    parts, end = [], 0
    for cut in _CUT.finditer(text):
        short = cut[0][:-1]
        if cut[0] in same or (not cut.start() and cut[0] in read_toml("names", "place_words.toml")["first"]):
            continue  # Via G. Garibaldi, Via G. Gramsci; с. Мирне
        fits = len(words) > alone and (mine or len(short) > SURE)
        full = next((word for word in words if fits and _stands_for(short, word)), "")
        if full:
            words.remove(full)
        elif not (len(short) == 1 and short.isupper() and len(words) < len(mine) and is_address(text)):
            continue  # of a street, the initials of whom it's called after may be left out
        parts += [text[end : cut.start()], f" {full} "]
        end = cut.end()
    return _without_brackets("".join((*parts, text[end:])), other)


def _without_brackets(text: str, other: str) -> str:
    """The text without brackets, if the other has no brackets or commas and all of its words."""
    plain = _BRACKETS.sub(lambda found: f" {found[1] or found[2]} ", text)
    theirs = set(map(folded_word, words_of(other)))
    return plain if not _APART.search(other) and theirs.issuperset(map(folded_word, words_of(plain))) else text


def _stands_for(short: str, word: str) -> bool:
    """Whether a word may be cut short to some letters, unless these are a kind of place by themselves."""
    kind = lexicon("place").at([folded_word(short)], 0)[1] if short.islower() or len(short) > 1 else ()
    known = lexicon("place")
    if any(known.roles[one] == SMALL for one in known.at([folded_word(word)], 0)[1]):
        return short.islower() and len(word) > len(short) and word.lower().startswith(short)  # Höchst i. Odw.
    if kind or len(word) < len(short) + LEAST_LEFT_OUT:
        return False
    return any(_begins(one, full) for one in read(folded_word(short)) for full in read(folded_word(word)))


def _begins(short: str, full: str) -> bool:
    if full.startswith(short):
        return True
    letters = iter(full)
    return len(short) >= LEAST_CONSONANTS and short[0] == full[0] and all(letter in letters for letter in short)
