"""Names of several words that are one: Abd al-Karim and Abdulkarim, Salah al-Din and Salahuddin, Ó Briain."""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.lists import compounds, table
from translit.matching.persons.lexicon.servants import of_god
from translit.matching.persons.reading.tokenize import Word, read_words
from translit.matching.phonetics.fold import CYRILLIC

# what each part is written as, in Latin letters (or those of another script, which are folded to them) and in Cyrillic
_STARTS = {
    "servant": ("abdul", "абдул"),
    "small_servant": ("ubaidul", "убайдул"),
    "father": ("abu", "абу"),
    "mother": ("umm", "умм"),
}
_ENDS = {"faith": ("uddin", "уддин"), "god": ("ullah", "улла")}


def compound_at(words: Sequence[Word], place: int) -> tuple[int, Word] | None:
    """How many words from a place on are one name, and that name; None where the word stands by itself.

    >>> words = read_words([("Abd", False), ("al", False), ("Karim", False)])
    >>> found = compound_at(words, 0)
    >>> found and (found[0], found[1].text, found[1].folded)
    (3, 'Abd al Karim', 'abdulkarim')
    """
    parts = compounds()
    after = place + 1
    if after < len(words) and words[after].folded in parts["article"]:
        after += 1
    if after >= len(words) or not words[place].folded or not words[after].folded:
        return None
    first, last = words[place].folded, words[after].folded
    for part, spellings in _STARTS.items():
        if first in parts[part] and (part != "small_servant" or _is_small_servant(first, after - place, last)):
            return after + 1 - place, one_word(words[place : after + 1], _in_script(spellings, last) + last)
    if place and first in parts["irish"] and _is_irish(words[place].bare):
        return 2, one_word(words[place : after + 1], first + last)
    for part, spellings in _ENDS.items():
        if last in parts[part] and len(first) > 1:
            return after + 1 - place, one_word(words[place : after + 1], first + _in_script(spellings, first))
    return None


def is_cut(before: Sequence[Word], after: Sequence[Word], of_god_alone: bool = False) -> bool:
    """Whether the comma stands within one name: BASIR, Haji Abdul; TURAB, Ali Abu; NEJAD, Vali Mostafa.

    `of_god_alone` leaves out all but servants of God, which needs no comma: Ghani Abdul.

    >>> def read(*words): return read_words([(word, False) for word in words])
    >>> is_cut(read("BASIR"), read("Haji", "Abdul")), is_cut(read("NEJAD"), read("Vali", "Mostafa"))
    (True, True)
    >>> is_cut(read("KHAN"), read("Haji", "Abdul")), is_cut(read("RAHMAN"), read("Inayat", "ur"))
    (False, True)
    """
    parts = compounds()
    *given, last = [word.folded for word in after] or [""]
    family = before[0].folded
    if last in parts["article"] and given:
        if not of_god_alone and last[0] in "uу":  # as South Asians say it; al and el are written behind the comma, too
            return True
        last = given[-1]
    if last in parts["servant"]:
        return of_god(family) != ""
    if of_god_alone:
        return False
    return (
        last in parts["father"] or last in parts["mother"] or (len(before) < len(after) and family in parts["persian"])
    )


def _is_small_servant(first: str, step: int, last: str) -> bool:
    """Whether Ubaid stands before a name of God with an article, or has it at its end: Obaid is a name by itself."""
    return (step > 1 or len(first) > len("ubaid")) and of_god(last) != ""


def _is_irish(written: str) -> bool:
    """Whether a word is a particle of Irish family names as it is written: Ó, not the initial O."""
    return written in table("particles")["compounds"]["irish"]


def _in_script(spellings: tuple[str, str], word: str) -> str:
    return spellings[word[0] in CYRILLIC]


def one_word(words: Sequence[Word], folded: str) -> Word:
    """The words as one that folds so.

    >>> word = one_word(read_words([("Abd", False), ("al", False), ("Karim", False)]), "abdulkarim")
    >>> word.text, word.folded
    ('Abd al Karim', 'abdulkarim')
    """
    text = " ".join(word.bare for word in words)
    (word,) = read_words([("".join(word.bare for word in words), False)])
    return word._replace(
        text=text, bare=text, folded=folded, title="", particle=False, initials=(), maybe_initials=(),
        in_capitals=any(each.in_capitals for each in words), known=known(folded),
    )  # fmt: skip
