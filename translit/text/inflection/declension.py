"""All forms of a whole name: each word by its paradigm, the words in one case together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from translit.checks import require_text
from translit.errors import UsageError
from translit.kinds import KINDS, Kind
from translit.text.inflection.grammar import Case, Gender, NameKind
from translit.text.inflection.inflection_registry import languages_of, script_of, table
from translit.text.inflection.inflection_table import RARE, UNIT, InflectionTable, Paradigm
from translit.text.inflection.stems import alternated, in_harmony, stem_ends

OF_PERSON = NameKind.GIVEN | NameKind.FAMILY | NameKind.PATRONYMIC
MOST_FORMS = 4  # of one name in one case: set by hand, more are no help to a reader


def forms(name: str, language: str, kind: Kind = "person", gender: str | None = None) -> dict[Case, tuple[str, ...]]:
    """All forms of a name in the nominative, by case; words that the table doesn't inflect stay as they are.

    `gender` is m or f; without it, the given name and the endings tell, and a person's name that doesn't tell is
    inflected as a man's. In names of organizations and places the noun and what agrees with it are inflected, and what
    follows stays (Council of …).

    Raises UsageError for a language without a table, an unknown kind or gender.

    >>> found = forms("Святлана Ціханоўская", "be")
    >>> found[Case.DATIVE], found[Case.ACCUSATIVE]
    (('Святлане Ціханоўскай',), ('Святлану Ціханоўскую',))
    """
    require_text(name, "the name")
    if kind not in KINDS:
        raise UsageError(f"there is no kind {kind!r}; use {', '.join(KINDS)}")
    if gender not in (None, "m", "f"):
        raise UsageError(f"the gender {gender!r} isn't known; use m or f")
    own = _table_for(name, language)
    words = name.split()
    chosen = _of_person(words, own, name, gender) if kind == "person" else _of_others(words, own)
    if own.head.get("inflected") == "last":
        chosen = [*(None for _ in words[:-1]), *chosen[-1:]]
    cases = _cases(own)
    if not words or not any(chosen):
        return dict.fromkeys(cases, (name,))
    return {
        case: tuple(
            " ".join(row)
            for row in list(
                product(
                    *(
                        _declined(own, word, paradigm, case, kind == "person")
                        for word, paradigm in zip(words, chosen, strict=True)
                    )
                )
            )[:MOST_FORMS]
        )
        for case in cases
    }


def _table_for(name: str, language: str) -> InflectionTable:
    found = languages_of(language, script_of(name))
    if language in found or not found:
        return table(language)
    return table(found[0])


def _cases(own: InflectionTable) -> tuple[Case, ...]:
    head = _origin(own).head
    return tuple(map(Case, head["cases"].split()))


def _origin(own: InflectionTable) -> InflectionTable:
    """The table that has the paradigms."""
    return table(own.head["base"]) if "base" in own.head else own


def _of_person(words: Sequence[str], own: InflectionTable, name: str, gender: str | None) -> list[Paradigm | None]:
    from translit.matching.persons.reading.parse import parse

    told = gender or parse(name).gender or "m"
    wanted = Gender.FEMININE if told == "f" else Gender.MASCULINE
    last = len(words) - 1
    found: list[Paradigm | None] = []
    for place, word in enumerate(words):
        if not word[:1].isupper() or word.endswith("."):  # a particle, an initial
            found.append(None)
            continue
        part = NameKind.FAMILY if place == last else NameKind.GIVEN | NameKind.PATRONYMIC
        found.append(_paradigm(own, word, part, wanted) or _paradigm(own, word, OF_PERSON, wanted))
    return found


def _of_others(words: Sequence[str], own: InflectionTable) -> list[Paradigm | None]:
    """The paradigms up to the noun; a modifier before it has its gender."""
    found: list[Paradigm | None] = [None] * len(words)
    for place, word in enumerate(words):
        modifier = _paradigm(own, word, NameKind.MODIFIER, None)
        head = _paradigm(own, word, NameKind.PLACE | NameKind.NOUN, None)
        following = words[place + 1] if place + 1 < len(words) else ""
        if head is None or (following and modifier is not None and _is_adjective(own, modifier, head, following)):
            found[place] = modifier
            continue
        found[place] = head
        for before in range(place):
            agreeing = (_paradigm(own, words[before], NameKind.MODIFIER, gender) for gender in head.genders)
            found[before] = next(filter(None, agreeing), found[before])
        return found
    return found


def _is_adjective(own: InflectionTable, modifier: Paradigm, noun: Paradigm, following: str) -> bool:
    """Whether a word that could be either is more probably an adjective of the following word."""
    if len(modifier.base) > len(noun.base) or noun.undeclined:
        return True
    nouns = (_paradigm(own, following, NameKind.PLACE | NameKind.NOUN, gender) for gender in modifier.genders)
    return any(found and found.singular and not found.undeclined and found.weight >= UNIT for found in nouns)


@lru_cache(maxsize=1 << 14)
def _known(language: str) -> tuple[tuple[Paradigm, tuple[str, ...], tuple[str, ...]], ...]:
    """Each paradigm with the ends that a base must and must not have before its ending."""
    own = table(language)
    rows = []
    for paradigm in own.paradigms:
        stems, unless = stem_ends(own, paradigm.after)
        rows.append((paradigm, stems, unless))
    return tuple(rows)


def _paradigm(own: InflectionTable, word: str, kinds: NameKind, gender: Gender | None) -> Paradigm | None:
    """The paradigm of a word in its base form: the most usual, and of equal ones that with the longest ending."""
    small = _spelled(own, word).lower()
    best: tuple[bool, float, int, str] = (False, 0.0, 0, "")
    found = None
    for paradigm, stems, unless in _known(_origin(own).id):
        if not paradigm.kinds & kinds or (gender is not None and gender not in paradigm.genders):
            continue
        if paradigm.word:
            if small == paradigm.word:
                return paradigm
            continue
        stem = small[: len(small) - len(paradigm.base)]
        if len(stem) < 2 or not small.endswith(paradigm.base) or not stem.endswith(stems) or stem.endswith(unless):
            continue
        if not in_harmony(_origin(own), paradigm, stem):
            continue
        rank = (not paradigm.undeclined, paradigm.weight, len(paradigm.base), paradigm.id)
        if rank > best:
            best, found = rank, paradigm
    return found


def _declined(own: InflectionTable, word: str, paradigm: Paradigm | None, case: Case, person: bool) -> tuple[str, ...]:
    by_case: Mapping[Case, tuple[str, ...]] = (paradigm.singular or paradigm.plural) if paradigm else {}
    if paradigm is None or case not in by_case:
        return (word,)
    spelled = _spelled(own, word)
    stem = spelled[: len(spelled) - len(paradigm.base)]
    endings = [ending for ending in by_case[case] if not ending.startswith(RARE)]
    if paradigm.word:
        found = [form.capitalize() if word[:1].isupper() else form for form in endings]
    else:
        found = list(dict.fromkeys(_with_ending(own, stem, ending) for ending in endings))
    if person and case is Case.GENITIVE and paradigm.genders == (Gender.MASCULINE,):
        found = found[:1]  # the other one, as Polish -u, is of things
    if case is Case.ACCUSATIVE and len(found) > 1:  # of living beings like the genitive, else like the nominative
        found = [form for form in found if (form == spelled) is not person] or found
    if word.isupper() and len(word) > 1:
        found = [form.upper() for form in found]
    return tuple(_respelled(own, form) for form in found)


def _with_ending(own: InflectionTable, stem: str, ending: str) -> str:
    name, _, tail = ending.rpartition(":")
    return alternated(stem, _origin(own).alternations.get(name, {})) + tail


def _spelled(own: InflectionTable, word: str) -> str:
    """A word in the orthography of the paradigms."""
    if "via" not in own.head:
        return word
    from translit.writing.restore import restore

    return restore(word, own.head["via"])


def _respelled(own: InflectionTable, word: str) -> str:
    if "via" not in own.head:
        return word
    from translit.writing.registry import transliterate

    return transliterate(word, own.head["via"])


def spellings(name: str, language: str, kind: Kind = "person", gender: str | None = None) -> Iterator[str]:
    """Each form of a name once, the nominative first: what to search for elsewhere.

    >>> list(spellings("Мінск", "be", "place"))[:3]
    ['Мінск', 'Мінска', 'Мінску']
    """
    yield from dict.fromkeys(form for found in forms(name, language, kind, gender).values() for form in found)
