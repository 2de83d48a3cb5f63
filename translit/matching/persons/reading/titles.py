"""Titles with the office that belongs to them, the gender that they tell, and the words that tell generations apart."""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.persons.lexicon.lists import generation_groups, title_genders
from translit.matching.persons.reading.tokenize import Word
from translit.matching.phonetics.fold import fold

MOST_TITLE = 6  # words among which a title with its office is looked for
NUMERALS = frozenset(  # of rulers; elsewhere a lone letter is an initial, and Xi a family name
    {"I", "V", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII"}
)
_ORDINALS = frozenset({"first", "second", "third", "fourth"})
TWO = 2  # words: a title and a name
_OF = frozenset({"of"})


def title_run(words: Sequence[Word]) -> int:
    """How many of the first words are a title with what belongs to it: Russian Foreign Minister, министр обороны РФ.

    A name that is given to people may not stand before the title; after it small words belong to it, abbreviations,
    what follows *of*, and a word before a given name that is none itself. Some name always stays.

    >>> from translit.matching.persons.reading.tokenize import read_chunks
    >>> texts = "Министр обороны РФ Андрей Белоусов", "President of Belarus Alexander Lukashenko", "Howard Dean"
    >>> [title_run([word for chunk in text.split() for word in read_chunks(chunk)]) for text in texts]
    [3, 3, 0]
    """
    some = [place for place in range(min(len(words), MOST_TITLE)) if _is_title(words, place)]
    if not some:
        return 0
    before = (word for word in words[: some[-1]] if not word.title)
    if any(word.known.sets or word.initials or word.known.strong for word in before):
        return 0
    end = some[-1] + 1
    while end < len(words) - 1 and _belongs_to_title(words, end):
        end += 1
    return end if end < len(words) else 0


def _is_title(words: Sequence[Word], place: int) -> bool:
    """Whether a word is a title; one that may be a name only right before a given name that another name follows."""
    word = words[place]
    if not word.title or len(word.bare) < 2:
        return False
    before_names = place + 2 < len(words) and bool(words[place + 1].known.sets) and not words[place + 1].title
    return not word.ambiguous or (before_names and not word.known.sets and not word.hyphened)


def _belongs_to_title(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if word.text.lower() in _OF:
        return True
    if word.particle or word.initials:
        return False
    small = word.text[:1].islower() or words[place - 1].text.lower() in _OF
    short = word.text.isupper() and 1 < len(word.bare) <= 3 and not word.known.sets
    enough = place < len(words) - 2
    return small or short or (enough and not word.known.sets and bool(words[place + 1].known.sets))


def is_ruler(words: Sequence[Word]) -> bool:
    """Whether words are a title of a man or a woman, given names and a number: Queen Elizabeth II, not Dean James III.

    >>> from translit.matching.persons.reading.tokenize import read_chunks
    >>> texts = "Queen Elizabeth II", "Dean James III", "Queen Latifah"
    >>> [is_ruler([word for chunk in text.split() for word in read_chunks(chunk)]) for text in texts]
    [True, False, False]
    """
    first, *names, last = words if len(words) > TWO else (*words, *words, *words)
    if not (last.generation or last.bare in NUMERALS) or not first.title:
        return False
    return bool(title_gender([first.text])) and all(word.known.sets for word in names)


def is_numeral(generation: str) -> bool:
    """Whether what tells generations apart is a number, as rulers have.

    >>> is_numeral("second"), is_numeral("xvi"), is_numeral("junior")
    (True, True, False)
    """
    return generation in _ORDINALS or set(generation) <= set("ivx")


def title_gender(titles: Sequence[str]) -> str:
    """The gender that titles tell, if they agree."""
    genders = {title_genders().get(title.lower().rstrip("."), "") for title in titles} - {""}
    return genders.pop() if len(genders) == 1 else ""


def generation_of(word: Word) -> str:
    """What a word that tells generations apart says in any language."""
    small = word.bare.lower()
    return generation_groups().get(small) or fold(word.bare) or word.text
