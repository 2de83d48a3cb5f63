"""The rows of the lists as a table of phrases, stems and readings: what a `Lexicon` is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from translit.matching.persons.lexicon.latin_names import plain
from translit.matching.phonetics.fold import cleaned, fold, is_foreign
from translit.matching.phonetics.han_variants import one_form
from translit.matching.places_orgs.lexicon.folded_words import folded_word, unlinked, words_of
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEAST_ROMANIZED, LEGAL, READ, Row
from translit.matching.places_orgs.lexicon.loose_phrases import all_read, loose_stem, tells_enough
from translit.matching.places_orgs.lexicon.unspaced import glued
from translit.patterns import pattern
from translit.text_table import ROW, TextTable

MAPS = ("phrases", "stems", "readings", "stem_readings")
LEAST_BARE = 8  # letters of a legal form that is known without the signs of its letters too
_LATIN = pattern(r"\p{Latin}")
_MIXED = pattern(r"\p{Han}.*[\p{Katakana}\p{Hiragana}]|[\p{Katakana}\p{Hiragana}].*\p{Han}")  # 米領サモア
_ASIAN = pattern(r"[\p{Han}\p{Hangul}\p{Katakana}\p{Hiragana}々ー]+")


def tabulate(rows: Sequence[Row], any_ending: bool, lettered: int | None = None) -> dict[str, Any]:
    """What a lexicon is made of; a hyphen after a form makes it a stem, which may have endings.

    Only the first `lettered` rows, or all, tell what letters a concept's words begin with.
    """
    whole = list(dict.fromkeys(form for _, _, forms in rows for form in forms if not form.endswith("-")))
    parts = {form: words_of(cleaned(unlinked(glued(form) if any_ending else form))) for form in whole}
    fold.many([word for words in parts.values() for word in words])  # remembered for what follows
    words_by_form = {form: tuple(map(folded_word, words)) for form, words in parts.items()}
    listed = ((role, form) for _, role, forms in rows for form in forms if form in parts)
    names = {words_by_form[form] for role, form in listed if _is_read(role, form, any_ending)}
    told = sorted(words for words in names if tells_enough(words))
    reading = dict(zip(told, all_read(told), strict=True))
    numbers: dict[str, int] = {}
    roles: dict[str, str] = {}
    forms_of: dict[str, list[str]] = {}
    firsts: dict[str, list[str]] = {}
    maps: dict[str, dict[str, dict[int, None]]] = {name: {} for name in MAPS}
    for place, (key, role, forms) in enumerate(rows):
        number = numbers.setdefault(key, len(numbers))
        roles.setdefault(key, role)
        mine, letters = forms_of.setdefault(key, []), firsts.setdefault(key, [])
        for form in forms:
            if " " not in form and not is_foreign(form) and place < (len(rows) if lettered is None else lettered):
                letters.append(fold(form)[:1])
            if not form.endswith("-"):
                mine.append(form)
            read = reading.get(words_by_form[form]) if form in parts and _is_read(role, form, any_ending) else None
            in_latin_alone = not any_ending and _MIXED.search(form)  # folded it lacks its characters, and is Samoa
            entries = () if in_latin_alone else _entries(role, form, words_by_form.get(form, ()), read)
            for name, key_of in entries:
                maps[name].setdefault(key_of, {})[number] = None
    lists = {"keys": list(numbers), "roles": list(roles.values())}
    lists["forms"] = [ROW.join(forms) for forms in forms_of.values()]
    lines = {
        name: TextTable.of((phrase, " ".join(map(str, row))) for phrase, row in found.items())
        for name, found in maps.items()
    }
    lists["foreign"] = sorted({" ".join(words_by_form[form]) for form in parts if is_foreign(form)})
    lines["asian"] = TextTable.of(_in_latin(forms_of.values()).items())
    starts = {name: _starts(maps[name]) for name in ("phrases", "readings")}
    return {**lists, "starts": starts, "firsts": ["".join(letters) for letters in firsts.values()], **lines}


def _entries(role: str, form: str, words: Sequence[str], read: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    """Under what a form stands in which map: a stem by its letters, other forms by folded words and their readings."""
    if form.endswith("-"):
        yield "stems", fold(form)
        if role != LEGAL and (read_stem := loose_stem(fold(form))):
            yield "stem_readings", read_stem
        return
    phrase = " ".join(words)
    yield "phrases", phrase
    yield "phrases", phrase.replace("ё", "е")  # Артёмовск is mostly written Артемовск
    if read is not None:
        yield "readings", " ".join(read)


def with_bare_letters(forms: Sequence[str]) -> list[str]:
    """Forms, and those that are long enough also without the signs of their letters.

    >>> with_bare_letters(["Spółka akcyjna", "A.Ş."])
    ['Spółka akcyjna', 'A.Ş.', 'spolka akcyjna']
    """
    long = [form for form in forms if len(form) >= LEAST_BARE and _LATIN.match(form)]
    bare = (" ".join(plain(fold(word)) for word in words_of(form)) for form in long)
    return list(dict.fromkeys([*forms, *(form for form in bare if form.isascii())]))


def _starts(phrases: Iterable[str]) -> dict[str, int]:
    """The first word of each phrase of several words → how many words the longest that it starts has."""
    found: dict[str, int] = {}
    for phrase in phrases:
        first, *rest = phrase.split(" ")
        if rest:
            found[first] = max(found.get(first, 0), len(rest) + 1)
    return found


def _in_latin(groups: Iterable[list[str]]) -> dict[str, str]:
    """Each name in Chinese characters, kana or hangul → the first Latin name of the first place that has it."""
    found: dict[str, str] = {}
    for forms in groups:
        latin = next((form for form in forms if _LATIN.match(form)), "")
        for form in forms if latin else ():
            if _ASIAN.fullmatch(form):
                found.setdefault(form, latin)
    for form in list(found):
        found.setdefault(one_form(form), found[form])
    return found


def _is_read(role: str, form: str, any_ending: bool) -> bool:
    """Whether a form is also looked up by its readings: names, and kinds of place that aren't short; where a script
    leaves vowels out, a reading says too little."""
    if is_foreign(form):
        return False
    return role in READ or (role == GENERIC and not any_ending and len(form) >= LEAST_ROMANIZED)
