"""Base forms of inflected words, by the tables' own examples and in general."""

from __future__ import annotations

from typing import Any

import pytest

from translit.errors import TranslitError
from translit.kinds import Kind
from translit.text.inflection.bases import bases, bases_many, forms
from translit.text.inflection.grammar import Case, Gender, NameKind, cells
from translit.text.inflection.inflection_registry import paths, rules, table

EXAMPLES = [(language, form, base) for language in paths() for form, base in table(language).examples.items()]


@pytest.mark.parametrize(("language", "form", "base"), EXAMPLES)
def test_the_base_of_every_example_is_among_the_first(language: str, form: str, base: str) -> None:
    found = bases(form, language)
    names = [one.text for one in found if not one.kind.derived][:5]
    assert base in [*names, *(one.text for one in found if one.kind.derived)]


def test_words_of_one_name_agree_in_case_gender_and_number() -> None:
    given = next(base for base in bases("Святланай", "be") if base.text == "Святлана")
    family = next(base for base in bases("Ціханоўскай", "be") if base.text == "Ціханоўская")
    assert given.cells & family.cells & cells([Case.INSTRUMENTAL], [Gender.FEMININE])
    assert not given.cells & cells([Case.GENITIVE])


def test_capitals_and_stress_marks_stay_out_of_the_way() -> None:
    assert bases("ЛУКАШЭНКАМ", "be")[0].text == "ЛУКАШЭНКА"
    assert bases("Ціхано\N{COMBINING ACUTE ACCENT}ўскай", "be")[0].text == "Ціханоўская"


def test_a_word_is_always_its_own_base_if_nothing_else() -> None:
    for word in ("X", "", "Ы", "Żółć", "北京", "123", "-", "а-", "О'Ніл"):
        found = bases(word, "be")
        assert found
        assert sum(base.probability for base in found) <= 1.001


def test_probabilities_fall_and_derived_words_are_marked() -> None:
    found = bases("Лукашэнкавай", "be")
    assert [base.probability for base in found] == sorted((base.probability for base in found), reverse=True)
    assert NameKind.POSSESSIVE in next(base.kind for base in found if base.text == "Лукашэнка")


@pytest.mark.parametrize(
    ("form", "language", "place", "kind"),
    [
        ("Polaków", "pl", "Polska", NameKind.DEMONYM),
        ("Brytyjczycy", "pl", "Wielka Brytania", NameKind.DEMONYM),
        ("britskou", "cs", "Velká Británie", NameKind.ADJECTIVE),
        ("Ircem", "sl", "Irska", NameKind.DEMONYM),
        ("Итальянские", "ru", "Италия", NameKind.ADJECTIVE),
        ("літоўцамі", "be", "Літва", NameKind.DEMONYM),
        ("Poles", "en", "Poland", NameKind.DEMONYM),
        ("Französinnen", "de", "Frankreich", NameKind.DEMONYM),
        ("Polonaises", "fr", "Pologne", NameKind.DEMONYM),
        ("lenkų", "lt", "Lenkija", NameKind.DEMONYM),
        ("krieviem", "lv", "Krievija", NameKind.DEMONYM),
    ],
)
def test_words_for_inhabitants_lead_to_their_country(form: str, language: str, place: str, kind: NameKind) -> None:
    found = next(base for base in bases(form, language) if base.text == place and base.kind.derived)
    assert found.kind & kind and found.probability > 0.1


def test_many_words_give_what_each_gives() -> None:
    words = ["Мінску", "Łukašenkam", "Варшаве", "Мінску"]
    assert bases_many(words) == [bases(word) for word in words]


@pytest.mark.parametrize("wrong", [None, 5, b"x"])
def test_what_is_no_text_is_refused_in_a_sentence(wrong: Any) -> None:
    for call in (bases, lambda word: forms(word, "be"), bases_many):
        with pytest.raises(TranslitError):
            call(wrong)
    with pytest.raises(TranslitError, match="give a list"):
        bases_many("Мінск")


def test_a_language_without_a_table_is_refused_in_a_sentence() -> None:
    with pytest.raises(TranslitError, match="no table of inflection for 'xx'"):
        bases("Мінску", "xx")


@pytest.mark.parametrize(
    ("name", "language", "kind", "case", "expected"),
    [
        ("Аляксандр Лукашэнка", "be", "person", Case.INSTRUMENTAL, "Аляксандрам Лукашэнкам"),
        ("Sviatłana Cichanoŭskaja", "be", "person", Case.GENITIVE, "Sviatłany Cichanoŭskaj"),
        ("Ангела Меркель", "ru", "person", Case.DATIVE, "Ангеле Меркель"),
        ("Александр Лукашенко", "ru", "person", Case.DATIVE, "Александру Лукашенко"),
        ("Дмитро Пєсков", "uk", "person", Case.INSTRUMENTAL, "Дмитром Пєсковим"),
        ("John Kennedy", "pl", "person", Case.GENITIVE, "Johna Kennedy'ego"),
        ("Wielka Brytania", "pl", "place", Case.LOCATIVE, "Wielkiej Brytanii"),
        ("Нижний Новгород", "ru", "place", Case.ACCUSATIVE, "Нижний Новгород"),
        ("Савет Еўропы", "be", "organization", Case.INSTRUMENTAL, "Саветам Еўропы"),
        ("ЛУКАШЭНКА", "be", "person", Case.INSTRUMENTAL, "ЛУКАШЭНКАМ"),
        ("Angela Merkel", "de", "person", Case.GENITIVE, "Angela Merkels"),
        ("Donald Trump", "en", "person", Case.GENITIVE, "Donald Trump's"),
        ("Donald Trump", "fi", "person", Case.GENITIVE, "Donald Trumpin"),
        ("Donald Trump", "hu", "person", Case.DATIVE, "Donald Trumpnak"),
        ("Vlagyimir Putyin", "hu", "person", Case.INSTRUMENTAL, "Vlagyimir Putyinnel"),
        ("Donaldas Trumpas", "lt", "person", Case.LOCATIVE, "Donalde Trumpe"),
        ("Edgars Rinkēvičs", "lv", "person", Case.DATIVE, "Edgaram Rinkēvičam"),
        ("Tomáš Novotný", "cs", "person", Case.GENITIVE, "Tomáše Novotného"),
        ("Donald Trump", "hr", "person", Case.INSTRUMENTAL, "Donaldom Trumpom"),
        ("Александар Вучић", "sr", "person", Case.INSTRUMENTAL, "Александром Вучићем"),
    ],
)
def test_forms_of_whole_names(name: str, language: str, kind: Kind, case: Case, expected: str) -> None:
    assert forms(name, language, kind)[case][0] == expected


@pytest.mark.parametrize("language", paths())
def test_every_form_leads_back_to_the_name(language: str) -> None:
    for row in table(language).paradigms:
        name = row.example[0].capitalize()
        for form in (form for made in forms(name, language).values() for form in made):
            small = form.lower().replace("’", "'")
            found = {(small[: len(small) - one.cut] + one.add).lower() for one in rules(language).every(small)}
            assert name.lower() in found, (row.id, form)


def test_the_gender_that_is_said_decides() -> None:
    assert forms("Алексиевич", "ru", gender="f")[Case.GENITIVE] == ("Алексиевич",)
    assert forms("Алексиевич", "ru", gender="m")[Case.GENITIVE] == ("Алексиевича",)
    with pytest.raises(TranslitError, match="use m or f"):
        forms("Алексиевич", "ru", gender="x")
