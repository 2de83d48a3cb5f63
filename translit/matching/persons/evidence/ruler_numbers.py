"""The numbers of rulers, held against a letter that may be one: Wilhelm II. and Wilhelm I. are two men."""

from __future__ import annotations

from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.reading.parse import Name
from translit.matching.persons.reading.titles import is_numeral
from translit.matching.persons.reading.token import CORE, GENERATION, INITIAL


def another_number(one: Name, other: Name) -> bool:
    """Whether one name has the number of a ruler, and the other ends with a letter that is another: Wilhelm I.

    >>> from translit.matching.persons.reading.parse import parse
    >>> another_number(parse("Wilhelm II."), parse("Wilhelm I.")), another_number(parse("John II"), parse("Smith V."))
    (True, False)
    """
    numbered, lone = (one, other) if one.of(GENERATION) else (other, one)
    letters = lone.of(INITIAL)
    if len(letters) != 1 or lone.tokens[-1].role != INITIAL or not is_numeral(letters[0].folded):
        return False
    number = numbered.of(GENERATION)[-1].folded
    given = all(known(word.folded).sets for word in lone.of(CORE))
    return given and is_numeral(number) and {"i": "first"}.get(letters[0].folded, letters[0].folded) != number
