"""What the words of a name say together: where the patronymic stands, the gender, the orthography."""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.persons.lexicon.lists import UNLISTED
from translit.matching.persons.reading.tokenize import Word

BY_FAR = 1.0  # decimal logarithms of how common two names are


def patronymic_place(words: Sequence[Word], families: Sequence[bool] = ()) -> int:
    """Where the patronymic stands, or 0: never the first of three names, the second rather than the third."""
    if len(words) < 3:
        return 0
    places: list[int] = [1, *range(len(words) - 1, 1, -1)]
    for index in places:
        word = words[index]
        possible = word.known.father and not word.hyphened and not (families and families[index])
        if possible and (word.known.strong or words[index - 1].known.sets):
            return index
    return 0


def gender_of(words: Sequence[Word], families: Sequence[bool] = ()) -> str:
    """The gender that a given name or a family name tells, in this order; nothing where they disagree.

    Of two words that may be given names the commoner one decides, if it is so by far; the last word counts if it is
    a common given name (Clinton is not), part of a word with a hyphen where nothing else does.
    """
    if len(words) < 2:
        return words[0].known.family_gender if words else ""
    last = len(words) - 1
    known = [
        word
        for place, word in enumerate(words)
        if word.known.given_gender
        and not (families and families[place])
        and (place < last or word.known.given_rarity < UNLISTED)
    ]
    known = [word for word in known if not word.hyphened] or known
    if known:
        least = min([word.known.given_rarity for word in known])
        genders = {word.known.given_gender for word in known if word.known.given_rarity <= least + BY_FAR}
    else:
        genders = {word.known.family_gender for word in words if word.known.family_gender}
    return genders.pop() if len(genders) == 1 else ""


def orthography_marks(words: Sequence[Word]) -> int:
    """The marks of Cyrillic orthographies that the words have together."""
    marks = 0
    for word in words:
        marks |= word.orthography
    return marks
