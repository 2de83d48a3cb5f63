"""Properties that every table of the project has: linted clean, and held against words drawn from its own alphabet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translit.writing import registry
from translit.writing.batch import transliterate_many
from translit.writing.characters import APOSTROPHE, in_capitals, is_cyrillic, nfc
from translit.writing.lint import allowed, lint
from translit.writing.registry import paths, schemes
from translit.writing.restore import restore
from translit.writing.scheme import Scheme

IDS = sorted(paths())
ROMANIZATIONS = [info.id for info in schemes() if (info.reads, info.writes) == ("Cyrl", "Latn")]
REVERSIBLE = [
    info.id
    for info in schemes()
    if info.reversible or registry.scheme_of(info.id).table.head.get("back") == registry.LIKELIEST
]
LONGEST = 12  # letters of a word


def numbers(words: int, least: int) -> st.SearchStrategy[list[list[int]]]:
    """Some words as numbers of letters; from bytes, since hypothesis chooses each longer than a scheme writes it."""
    size = 1 + 2 * LONGEST

    def cut(drawn: bytes) -> list[list[int]]:
        each = [drawn[start : start + size] for start in range(0, len(drawn), size)]
        ends = [1 + 2 * (least + word[0] % (LONGEST + 1 - least)) for word in each]
        return [
            [int.from_bytes(word[place : place + 2], "big") for place in range(1, end, 2)]
            for word, end in zip(each, ends, strict=True)
        ]

    return st.binary(min_size=words * size, max_size=words * size).map(cut)


WORDS = numbers(6, least=1)
QUICKLY = settings(
    max_examples=6, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def first(scheme: Scheme) -> Scheme:
    """The scheme that reads the text: the first of a chain."""
    return scheme if scheme.via is None else first(scheme.via)


def spelled(scheme: Scheme, numbers: list[int]) -> str:
    """A word that the orthography could write, the numbers choosing its letters."""
    letters = sorted(first(scheme).letters)
    word = ""
    for number in numbers:
        letter = letters[number % len(letters)]
        if _fits(scheme, word + letter):
            word += letter
    while word and not allowed(scheme.table, word):
        word = word[:-1]
    return word


def _fits(scheme: Scheme, word: str) -> bool:
    """Whether a word could go on: `never` is looked at without the edge at its end."""
    never = [sequence for sequence in scheme.table.never if not sequence.endswith("$")]
    double = APOSTROPHE * 2 in word or word.startswith(APOSTROPHE)
    return not double and not any(sequence in f"^{word}" for sequence in never)


def written(scheme: Scheme, text: str) -> str:
    """The slow path of every table in the chain."""
    return scheme.write(nfc(text if scheme.via is None else written(scheme.via, text)))


@pytest.mark.parametrize("id_", IDS)
def test_table_lints_clean(id_: str) -> None:
    table = registry.load_table(paths()[id_])
    assert lint(table, registry.compiled(table)) == []


@pytest.mark.parametrize("id_", ROMANIZATIONS)
def test_written_words(id_: str) -> None:
    scheme = registry.scheme_of(id_)

    @QUICKLY
    @given(WORDS)
    def holds(drawn: list[list[int]]) -> None:
        for numbers in drawn:
            word = spelled(scheme, numbers)
            for text in (word, word.capitalize(), word.upper()):
                output = scheme.transliterate(text)
                assert output == written(scheme, text), "the quick path and the slow one agree"
                assert scheme.transliterate(unicodedata.normalize("NFD", text)) == output, "NFC and NFD agree"
                assert scheme.transliterate(output) == output, "what is written already stays"
            output = scheme.transliterate(word)
            strange = set(unicodedata.normalize("NFD", output)) - declared(scheme)
            assert not strange, f"{word}: {output} has {strange}, which the table doesn't declare"
            if sum(char.upper() != char for char in word) > 1:
                assert scheme.transliterate(word.upper()) == nfc(in_capitals(output, scheme.capitals))

    holds()


def declared(scheme: Scheme) -> set[str]:
    return set(unicodedata.normalize("NFD", "".join(scheme.table.output)))


@pytest.mark.parametrize("id_", REVERSIBLE)
def test_restored_words(id_: str) -> None:
    scheme = registry.scheme_of(id_)

    @QUICKLY
    @given(WORDS)
    def holds(drawn: list[list[int]]) -> None:
        for numbers in drawn:
            word = spelled(scheme, numbers)
            output = scheme.transliterate(word)
            assert restore(output, id_) == word
            capital = scheme.transliterate(word.capitalize())
            if capital != output:  # ь as a sign has no capital
                assert restore(capital, id_) == word.capitalize()

    holds()


@pytest.mark.parametrize("id_", ROMANIZATIONS)
def test_array_path_is_the_slow_path(id_: str) -> None:
    scheme = registry.scheme_of(id_)
    letters = sorted(first(scheme).letters)
    odd = [*"  -.,'’\"1XxHоО", "\N{COMBINING ACUTE ACCENT}", "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}"]
    marks = "\N{COMBINING DOUBLE INVERTED BREVE}`\N{MODIFIER LETTER PRIME}\N{GREEK SMALL LETTER BETA}"
    other = [*"·łŠéàßıÅгҐіўыЪѓј", *marks, "Ǆ", "ŉ", "Łódź", " de ", "Iñá", " ІЎЫ", " Kyïv"]
    other += [typed for typed in first(scheme).spelling for typed in (typed, typed.upper())]
    signs = letters * 6 + [letter.upper() for letter in letters] * 2 + odd + other

    @QUICKLY
    @given(numbers(8, least=0))
    def holds(drawn: list[list[int]]) -> None:
        texts = ["".join([signs[number % len(signs)] for number in word]) for word in drawn]
        texts += [*(text.upper() for text in texts), *(text.title() for text in texts)]
        assert transliterate_many(texts * 3, id_) == [written(scheme, text) for text in texts] * 3

    holds()


@pytest.mark.parametrize("id_", sorted({"be-bgnpcgn-1979", "ru-icao-9303", "uk-ua-2010", "be-mvd-2008", "be-press-de"}))
def test_candidates_are_written_alike(id_: str) -> None:
    scheme = registry.scheme_of(id_)

    @QUICKLY
    @given(WORDS)
    def holds(drawn: list[list[int]]) -> None:
        for numbers in drawn:
            output = scheme.transliterate(spelled(scheme, numbers[:8]).capitalize())
            for found in restore(output, id_, candidates=4):
                assert scheme.transliterate(found.text) == output

    holds()


def test_latin_is_left_alone() -> None:
    text = "O'Neill, d’Arc and Šeremet’s https://example.org/?q=1"
    for id_ in ROMANIZATIONS:
        assert registry.transliterate(text, id_) == text
    assert not any(map(is_cyrillic, text))
