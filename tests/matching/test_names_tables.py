"""The tables of names: every file parses, its head is complete, and its lists are clean."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support import ROOT
from translit.matching.persons.comparing.short_forms import short_form
from translit.matching.phonetics.fold import fold

FOLDER = ROOT / "tables" / "names"
FILES = (
    "given",
    "patronymics",
    "titles",
    "particles",
    "family_endings",
    "korean",
    "born",
    "short_endings",
    "surnames_variants",
)
SCRIPTS = ("CYRILLIC", "LATIN")


def load(name: str) -> dict[str, Any]:
    """Read one table."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def lists(value: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of strings in a table, with the path to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}")
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield path, value
        else:
            for number, inner in enumerate(value):
                yield from lists(inner, f"{path}[{number}]")


def strings(value: Any) -> Iterator[str]:
    """Every string in a table, whatever holds it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def mixed_words(text: str) -> list[str]:
    """The words of a text that hold both Cyrillic and Latin letters."""
    found = []
    for word in re.findall(r"[^\W\d_]+", text):
        names = {unicodedata.name(char).split()[0] for char in word}
        if len(names & set(SCRIPTS)) > 1:
            found.append(word)
    return found


def sets_of_given() -> dict[str, list[str]]:
    """All forms of every set of given names."""
    return {key: row["formal"] + row["short"] for key, row in load("given")["names"].items()}


@pytest.mark.parametrize("name", FILES)
def test_head_is_complete(name: str) -> None:
    head = load(name)["table"]
    assert set(head) >= {"id", "title", "authority", "year", "source", "notes"}
    assert all(head[field] for field in ("id", "title", "authority", "source", "notes"))
    assert isinstance(head["year"], int)


@pytest.mark.parametrize("name", FILES)
def test_examples_say_why(name: str) -> None:
    rows = load(name)["examples"]
    assert rows
    for row in rows:
        assert row["why"]
        assert {"a", "b"} <= set(row) or {"text", "is"} <= set(row)


@pytest.mark.parametrize("name", FILES)
def test_text_is_composed_unicode(name: str) -> None:
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("name", FILES)
def test_no_word_mixes_scripts(name: str) -> None:
    wrong = [word for text in strings(load(name)) for word in mixed_words(text)]
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
def test_no_list_repeats_or_holds_blanks(name: str) -> None:
    for path, forms in lists(load(name), name):
        assert all(form.strip() == form and form for form in forms), path
        assert len(forms) == len(set(forms)), (path, sorted(x for x in forms if forms.count(x) > 1))


def test_given_sets_are_many_and_well_formed() -> None:
    table = load("given")["names"]
    assert len(table) >= 1800
    for key, row in table.items():
        assert re.fullmatch(r"[a-z0-9_]+", key), key
        assert set(row) == {"gender", "formal", "short"}, key
        assert row["gender"] in {"m", "f", "u"}, key
        assert row["formal"], key


def test_given_sets_never_repeat_a_form() -> None:
    for key, forms in sets_of_given().items():
        folded = [form.casefold() for form in forms]
        assert len(folded) == len(set(folded)), (key, sorted(x for x in folded if folded.count(x) > 1))


def test_given_forms_are_words_without_stress_marks() -> None:
    word = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")
    forms = (form for forms in sets_of_given().values() for form in forms)
    wrong = [form for form in forms if not word.fullmatch(form) or form[0].islower()]
    assert wrong == []


def test_given_examples_stand_in_one_set() -> None:
    sets = [set(forms) for forms in sets_of_given().values()]
    for row in load("given")["examples"]:
        assert any({row["a"], row["b"]} <= forms for forms in sets), row


def test_surname_groups_are_many_and_distinct() -> None:
    groups = load("surnames_variants")["groups"]
    assert len(groups) >= 150
    seen = [frozenset(group["forms"]) for group in groups]
    assert len(seen) == len(set(seen))
    assert all(len(group["forms"]) >= 2 and group["why"] for group in groups)


def test_surname_examples_stand_in_one_group() -> None:
    groups = [set(group["forms"]) for group in load("surnames_variants")["groups"]]
    for row in load("surnames_variants")["examples"]:
        assert any({row["a"], row["b"]} <= forms for forms in groups), row


def test_patronymic_suffixes_have_gender_and_fit_their_script() -> None:
    table = load("patronymics")
    for row in table["suffixes"] + table["words"]:
        assert row["gender"] in {"m", "f"}, row
        assert row["forms"] and row["why"]
        wanted = {"Cyrl": "CYRILLIC", "Latn": "LATIN"}[row["script"]]
        for form in row["forms"]:
            assert form == form.lower(), form
            assert all(unicodedata.name(c).startswith(wanted) for c in form if unicodedata.category(c) == "Ll"), form


def test_patronymic_examples_end_in_a_suffix_of_their_gender() -> None:
    table = load("patronymics")
    for row in table["examples"]:
        matched = [
            (len(form), suffix["gender"])
            for suffix in table["suffixes"]
            for form in suffix["forms"]
            if row["text"].lower().endswith(form)
        ]
        assert max(matched)[1] == row["is"], row


def test_irregular_patronymics_have_all_three_parts() -> None:
    for row in load("patronymics")["irregular"]:
        assert row["given"] and row["masculine"] and row["feminine"], row


def test_title_examples_are_found() -> None:
    table = load("titles")
    for row in table["examples"]:
        assert any(row["text"].lower() in words[row["is"]] for words in table["titles"].values()), row


def test_titles_are_lower_case_and_ambiguous_ones_are_listed() -> None:
    for language, words in load("titles")["titles"].items():
        every = words["prefix"] + words["suffix"] + words["generation"]
        assert all(word == word.lower() for word in every), language
        assert set(words["ambiguous"]) <= set(every), language


def test_particles_have_both_spellings() -> None:
    table = load("particles")
    for row in table["particles"]:
        assert row["latin"] and row["cyrillic"] and row["language"] and row["why"], row
        assert mixed_words(row["latin"] + " " + row["cyrillic"]) == []


def test_particle_examples_are_one_row() -> None:
    table = load("particles")
    rows = [set(row.values()) for row in table["particles"] if isinstance(row["latin"], str)]
    for example in table["examples"]:
        assert any({example["a"].lower(), example["b"].lower()} <= row for row in rows), example


def test_family_endings_say_their_gender() -> None:
    for row in load("family_endings")["endings"]:
        assert row["masculine"] or row["feminine"], row
        assert row["group"] and row["language"] and row["why"], row
        wanted = {"Cyrl": "CYRILLIC", "Latn": "LATIN"}[row["script"]]
        for form in row["masculine"] + row["feminine"]:
            assert all(unicodedata.name(char).startswith(wanted) for char in form), (row["why"], form)
        assert row["gendered"] == (set(row["masculine"]) != set(row["feminine"])), row
        assert not (row["certain"] and not row["gendered"]), row


def test_family_ending_examples_are_pairs_of_one_row() -> None:
    table = load("family_endings")
    for example in table["examples"]:
        found = any(
            example["a"].removesuffix(man) == example["b"].removesuffix(woman)
            and example["a"].endswith(man)
            and example["b"].endswith(woman)
            for row in table["endings"]
            for man in row["masculine"] or [""]
            for woman in row["feminine"]
        )
        assert found, example


def test_examples_of_short_endings_are_short_forms() -> None:
    for row in load("short_endings")["examples"]:
        assert short_form(fold(row["a"]), fold(row["b"])), row
