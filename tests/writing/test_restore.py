"""Back from Latin: the one original of a reversible scheme, ranked ones of another."""

from __future__ import annotations

import pytest

from translit.errors import NotReversible, UnknownScheme, UsageError
from translit.writing.registry import scheme_of
from translit.writing.restore import restore
from translit.writing.reverse import Reverser


@pytest.mark.parametrize(
    ("spelling", "id_", "original"),
    [
        ("Alaksandr Łukašenka", "be-lacinka", "Аляксандр Лукашэнка"),
        ("VIERABJOVIČY", "be-lacinka", "ВЕРАБ’ЁВІЧЫ"),
        ("Šarkaŭščyna, 15.", "be-lacinka", "Шаркаўшчына, 15."),
        ("Ja dy Ty", "be-lacinka", "Я ды Ты"),
        ("Xmeljnycjkyj", "uk-dstu-9112-a", "Хмельницький"),
        ("'im'ja'", "uk-dstu-9112-a", "'ім’я'"),  # quotation marks at the edges, an apostrophe inside
        ("Jés", "uk-dstu-9112-a", "Є\N{COMBINING ACUTE ACCENT}с"),
        ("Ûžnyj", "ru-iso-9-1995", "Южный"),
    ],
)
def test_one_original(spelling: str, id_: str, original: str) -> None:
    assert restore(spelling, id_) == original


def test_what_the_scheme_cannot_have_written_stays() -> None:
    assert restore("XII QWERTY 2024 Мінск", "be-lacinka") == "XII QWERTY 2024 Мінск"


def test_the_error_names_the_letters() -> None:
    with pytest.raises(NotReversible, match="y stands for й and ы; ask for the possible ones with candidates=5"):
        restore("Lukashenka", "be-bgnpcgn-1979")
    with pytest.raises(NotReversible, match="ь and ’ leave no trace"):
        restore("Lukashenka", "be-mvd-2008")
    with pytest.raises(UnknownScheme, match="did you mean"):
        restore("Lukashenka", "be-lacinca")
    with pytest.raises(UsageError, match="ask for 1 or more"):
        restore("Lukashenka", "be-lacinka", candidates=0)


@pytest.mark.parametrize(
    ("spelling", "id_", "likeliest"),
    [
        ("Svyatlana Tsikhanowskaya", "be-bgnpcgn-1979", "Святлана Ціханоўская"),
        ("Homyel'", "be-bgnpcgn-1979", "Гомель"),  # the apostrophe as typed
        ("Kyiv", "uk-ua-2010", "Київ"),
        ("KHMELNYTSKYI", "uk-ua-2010", "ХМЕЛЬНИЦЬКИЙ"),
        ("Aleksei Navalnyi", "ru-icao-9303", "Алексей Навальный"),
        ("Wladimir Putin", "ru-press-de", "Владимир Путин"),
    ],
)
def test_the_likeliest_candidate(spelling: str, id_: str, likeliest: str) -> None:
    found = restore(spelling, id_, candidates=5)
    assert found[0].text == likeliest
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert sum(each.score for each in found) == pytest.approx(1, abs=0.01)
    assert len({each.text for each in found}) == len(found) <= 5


def test_no_candidates_for_what_the_scheme_never_writes() -> None:
    assert restore("Łódź", "be-bgnpcgn-1979", candidates=3) == []


@pytest.mark.slow
def test_every_hypothesis_is_found() -> None:
    """Against brute force: all words of three letters that give a spelling."""
    id_ = "be-bgnpcgn-1979"
    written = scheme_of(id_)
    letters = sorted(written.letters - {"’"})
    by_spelling: dict[str, set[str]] = {}
    for a in letters:
        for b in letters:
            for c in ("а", "ь", "ы", "е", "г"):
                by_spelling.setdefault(written.transliterate(a + b + c), set()).add(a + b + c)
    reverser = Reverser(written)
    for spelling, originals in by_spelling.items():
        assert originals <= {found.text for found in reverser.originals(spelling, beam=1000)}


@pytest.mark.parametrize("id_", ["be-icao-9303", "be-bgnpcgn-1979", "ru-icao-9303", "uk-ua-2010"])
def test_the_first_of_one_is_the_first_of_many(id_: str) -> None:
    for name in ("Lukashenka", "Siarhei", "Kharkiv", "Mikhail", "Olga", "Pushkin", "Natallia"):
        one, many = restore(name, id_, candidates=1), restore(name, id_, candidates=6)
        assert [found.text for found in one] == [found.text for found in many[:1]]


def test_ambiguous_letters_are_named() -> None:
    best = restore("Lukashenka", "be-icao-9303", candidates=2)[0]
    assert (best.text, best.ambiguous) == ("Лукашэнка", ("u = у or ў", "e = э or е"))
    assert restore("Łukašenka", "be-lacinka", candidates=1)[0].ambiguous == ()
    assert restore("Śnieh", "be-lacinka-classic", candidates=1)[0].text == "Снег"
