"""The roles of a name's words: what is a title, an initial, a particle, a patronymic, and which gender they tell.

`tokenize` knows what each word says by itself; here they are seen together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translit.matching.persons.lexicon.lists import compound_words, titles_after_comma
from translit.matching.persons.reading.compounds import compound_at, is_cut
from translit.matching.persons.reading.numerals import with_numeral
from translit.matching.persons.reading.remarks import may_tell_kin
from translit.matching.persons.reading.said_letters import with_initials
from translit.matching.persons.reading.said_together import gender_of, orthography_marks, patronymic_place
from translit.matching.persons.reading.spaced import FEWEST_LETTERS, unspaced
from translit.matching.persons.reading.syllabic import is_burmese_word, language_of, languages
from translit.matching.persons.reading.titles import NUMERALS, generation_of, is_ruler, title_gender, title_run
from translit.matching.persons.reading.token import CORE, GENERATION, INITIAL, MOST_TOKENS, PARTICLE, PATRONYMIC, Token
from translit.matching.persons.reading.tokenize import Word, read_chunks
from translit.matching.persons.reading.turkic import as_slavic, father_at
from translit.matching.phonetics.fold import fold
from translit.patterns import pattern, plain_pattern
from translit.writing.mojibake import unmangled

_BRACKET_SIGNS = frozenset('(["«“')
_BRACKETS = pattern(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|«[^«»]*»|“[^“”]*”")
_SIGNS = plain_pattern(f"[{re.escape(''.join(sorted(_BRACKET_SIGNS)))},]|[0-9]{{4}}")
_ANY_SIGN = plain_pattern(f"[{re.escape(''.join(sorted(_BRACKET_SIGNS)))},0-9]")  # which is found much faster
THREE = 3  # words: a patronymic and one more make no name
Chunks = tuple[list[str], list[str], bool]


@dataclass(slots=True)
class _Item:
    """A word on its way to a role."""

    word: Word
    family: bool
    role: str = CORE
    letters: tuple[str, ...] = ()  # of initials


def chunks_of(text: str) -> Chunks:
    """What stands between the spaces of a name, before and after a comma, and whether nothing needs sorting out.

    >>> chunks_of("Лукашенко, Александр (президент)"), chunks_of("Васіль Быкаў")
    ((['Лукашенко'], ['Александр'], False), (['Васіль', 'Быкаў'], [], True))
    """
    if not _ANY_SIGN.search(text := with_initials(unmangled(text))) or not _SIGNS.search(text):
        chunks = text.split()
        if len(chunks) < FEWEST_LETTERS and text.count(".") < FEWEST_LETTERS:
            return with_numeral(chunks), [], not may_tell_kin(chunks)
        return unspaced(text).split(), [], True
    plain = text if _BRACKET_SIGNS.isdisjoint(text) else _BRACKETS.sub(" ", text)
    before, comma, after = plain.partition(",")
    first = before.split()
    return first if comma else with_numeral(first), after.split(), False


def plain_words(chunks: Chunks) -> list[Word] | None:
    """The words of a name that are nothing but names, as most are; None where there is something to sort out."""
    before, _, plain = chunks
    if not plain:
        return None
    words: list[Word] = []
    for chunk in before:
        words += read_chunks(chunk)
    for word in words:
        if not word.simple:
            return None
    return words if len(words) <= MOST_TOKENS else None


def sort_out(text: str) -> tuple[list[Token], list[str], str, int]:
    """The tokens of any name with their roles, its titles, the gender it tells and the marks of its orthography."""
    items = _items(text)
    titles: list[str] = []
    generation: list[Word] = []
    if any(item.word.title or item.word.generation or item.word.bare in NUMERALS for item in items):
        items, titles, generation = _without_titles(items)
    items = _with_compounds(items)
    marks = orthography_marks([item.word for item in items])
    _mark_capitals(items)
    _mark_initials(items)
    names = [item for item in items if item.role == CORE and item.word.folded][:MOST_TOKENS]
    father = patronymic_place([item.word for item in names], [item.family for item in names])
    if father:
        names[father].role = PATRONYMIC
    _mark_particles(names)
    cores = [item for item in names if item.role == CORE]
    words, families = [item.word for item in cores], [item.family for item in cores]
    gender = names[father].word.known.father if father else gender_of(words, families)
    gender = gender or title_gender(titles)
    tokens: list[Token] = []
    for item in items:
        if item.letters:
            tokens += [Token(letter, fold(letter), INITIAL) for letter in item.letters]
        elif item.word.folded:
            folded = as_slavic(item.word.folded) if item.role == PATRONYMIC else item.word.folded
            tokens.append(Token(item.word.bare, folded, item.role, item.family))
    last = [Token(word.text, generation_of(word), GENERATION) for word in generation]
    return (tokens[: MOST_TOKENS - len(last)] + last)[:MOST_TOKENS], titles, gender, marks


def _items(text: str) -> list[_Item]:
    """The words of a name; those before a comma are the family name, unless only a degree follows."""
    before, after, _ = chunks_of(text)
    first = [word for chunk in before for word in read_chunks(chunk)]
    rest = [word for chunk in after for word in read_chunks(chunk)]
    if not first and not rest:  # nothing but a bracket
        first = [word for chunk in text.split() for word in read_chunks(chunk)]
    if not rest and len(first) > 1 and is_cut(first[:1], first[1:], of_god_alone=True):
        return [_Item(word, False) for word in (*first[1:], first[0])]
    family_first = not all(word.title == "suffix" or word.generation for word in rest)
    if family_first and first and is_cut(first, rest):
        first, rest = [], [*rest, *first]
    return [_Item(word, family_first) for word in first] + [_Item(word, False) for word in rest]


def _without_titles(items: list[_Item]) -> tuple[list[_Item], list[str], list[Word]]:
    """Names, titles, and the words that tell generations apart; at least one name always stays.

    A title stands before the names, a degree or a generation after one; a word in capitals in a name that isn't
    all capitals, or alone before the comma, is a name whatever it looks like.
    """
    kept: list[_Item] = []
    titles: list[str] = []
    generation: list[Word] = []
    all_caps = all(item.word.in_capitals for item in items)
    run = 0 if items[0].family or all_caps else title_run([item.word for item in items])
    titles += [item.word.text for item in items[:run]]
    items = items[run:]
    only_marked = sum(item.family for item in items) == 1
    ruler = is_ruler([item.word for item in items])
    for position, item in enumerate(items):
        word = item.word
        rest = len(items) - position - 1 + len(kept)  # words left if this one goes
        at_end = position == len(items) - 1
        stopped = word.text != word.bare and len(word.bare) < 2  # V. is an initial, XVI. a number as German writes it
        numeral = word.bare in NUMERALS and not stopped and at_end and not all_caps
        if numeral and kept and (titles or all(each.word.known.sets for each in kept)):
            generation.append(word)
            continue
        if kept and word.generation and (not word.ambiguous or word.emphatic or (at_end and len(kept) > 1)):
            generation.append(word)
            continue
        if word.title == "prefix":
            first = all(each.family != item.family for each in kept)  # after the comma as well
            first = first and (not kept or not word.ambiguous or word.bare.lower() in titles_after_comma())
            is_title = first and not at_end and rest >= (2 if word.ambiguous else 1) and len(word.bare) > 1
            is_title = is_title and not (word.in_capitals and not all_caps)
            is_title = is_title and not (word.ambiguous and ((word.known.sets and not ruler) or word.hyphened))
        else:
            is_title = word.title == "suffix" and bool(kept) and (not word.ambiguous or _is_degree(items[position:]))
        if is_title and not (item.family and only_marked):
            titles.append(word.text)
        else:
            kept.append(item)
    return kept, titles, generation


def _is_degree(items: Sequence[_Item]) -> bool:
    """Whether the first word, which may be a name, is written as a degree, and no name follows: NGUEMA MBA Manuel."""
    after = (item.word for item in items[1:] if item.family == items[0].family)
    return items[0].word.emphatic and all(word.title == "suffix" or word.generation for word in after)


def _with_compounds(items: list[_Item]) -> list[_Item]:
    """The items with Arabic compounds and Turkic patronymics as one word each."""
    if not any(item.word.folded in compound_words() for item in items):
        return items
    found: list[_Item] = []
    place, words = 0, [item.word for item in items]
    while place < len(items):
        end = next((at for at in range(place, len(items)) if items[at].family != items[place].family), len(items))
        made = compound_at(words[:end], place) or (father_at(words[:end], place) if len(items) > THREE else None)
        found.append(_Item(made[1], items[place].family) if made else items[place])
        place += made[0] if made else 1
    return found


def _mark_capitals(items: Sequence[_Item]) -> None:
    """In a name that is partly in capitals these are the family name; not in Volfovitj Aleksandr PETROVITJ."""
    capitals = [item.word.in_capitals for item in items]
    if True not in capitals or all(item.word.in_capitals or len(item.word.text) <= 2 for item in items):
        return
    if capitals == [False, False, True]:
        first, given, last = (item.word.known for item in items)
        if first.father and not first.sets and given.sets and last.father and last.strong:
            return
    for place, item in enumerate(items):
        item.family = item.family or item.word.in_capitals or _half_in_capitals(items, place)


def _half_in_capitals(items: Sequence[_Item], place: int) -> bool:
    """Whether a word is the first half of a double name whose other half is in capitals: Putina-TSIVILYOVA."""
    if not items[place].word.hyphened or place + 1 == len(items):
        return False
    return items[place + 1].word.hyphened and items[place + 1].word.in_capitals


def _mark_initials(items: Sequence[_Item]) -> None:
    """Letters that stand for names: with full stops (Вл. and Конст. too), alone, or two capitals beside one name."""
    lone = len(items) == 1 and items[0].word.text.endswith(".")
    if (len(items) < 2 and not lone) or not any(item.word.initials or item.word.maybe_initials for item in items):
        return
    all_caps = all(item.word.in_capitals or len(item.word.text) <= 2 for item in items)
    for item in items:
        cut_short = len(item.word.initials) == 1 and len(item.word.bare) > 2
        sentence = cut_short and item is items[-1] and not (items[0].family and not item.family)  # its full stop
        item.letters = () if sentence else item.word.initials
        if not item.letters and len(items) == 2 and not all_caps:
            item.letters = item.word.maybe_initials
        if item.letters:
            item.role = INITIAL


def _mark_particles(names: Sequence[_Item]) -> None:
    """Particles, where two other names remain without them (or one, if there are two of them: von der Leyen).

    A name of Chinese, Vietnamese or Burmese syllables has none: Wei Lin Na, Le Van Dung, Aung San Suu Kyi.
    """
    small = [item for item in names if item.word.particle and item.role == CORE]
    if all(item in small for item in names if item.family):  # of Хан, Мирахмад the family name is left
        small = [item for item in small if not item.family]
    if small and small[-1] is names[-1] and small[-1].word.hyphened:  # Jae-in
        small.pop()
    folded = [item.word.folded for item in names]
    if not small or all(map(is_burmese_word, folded)) or language_of(languages.many(folded)):
        return
    others = sum(item.role == CORE for item in names) - len(small)
    if others >= (2 if len(small) == 1 else 1):
        for item in small:
            item.role = PARTICLE
