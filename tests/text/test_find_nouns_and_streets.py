"""German nouns behind articles, streets and rivers in more languages, words of places that are other places."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver
from translit.kinds import Kind

LISTED: list[tuple[str, Kind, str]] = [
    ("koch", "person", "Roland Koch"),
    ("singen", "place", "Зинген"),
    ("eminescu", "person", "Mihai Eminescu"),
    ("pupin", "person", "Mihajlo Pupin"),
    ("rainis", "person", "Jānis Rainis"),
    ("tamm", "person", "Jaan Tammsaare"),
    ("bodrog", "place", "Bodrog"),
    ("comenius", "organization", "Komenského univerzita"),
    ("bosch", "organization", "Бош"),
    ("jurmala", "place", "Jurmala"),
]
RESOLVER = Resolver([Entity(id=one, kind=kind, names=[name]) for one, kind, name in LISTED])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Koch brachte die Suppe, und alle waren zufrieden.", []),
        ("Gestern sprach Koch mit den Leuten, und alle waren zufrieden.", ["koch"]),
        ("Die Koch-Regierung hat das Gesetz nicht mehr geändert.", ["koch"]),
        ("Das Singen im Wald dauert lange, und es ist sehr warm.", []),
        ("Gestern sprach Frau von der Koch mit den Leuten, und alle waren froh.", ["koch"]),
        ("Wir haben in Singen getanzt, und es war sehr warm.", ["singen"]),
        ("Locuiesc pe strada Mihai Eminescu, la etajul doi.", []),
        ("Poetul Mihai Eminescu a scris despre lună și despre codru.", ["eminescu"]),
        ("Аутобус иде преко булевара Михајла Пупина до моста.", []),
        ("Школа „Михајло Пупин“ је затворена због радова.", []),
        ("Изложба о Михајлу Пупину је отворена и биће бесплатна.", ["pupin"]),
        ("Viņš dzīvo Raiņa gatvē pie stacijas, un tas ir tālu.", []),
        ("Viņš lasa Raiņa dzejoļus, un tas ir labi.", ["rainis"]),
        ("Ta elab Tammsaare puiesteel ja töötab kodus.", []),
        ("Pri moste sa rieka Bodrog vyliala, ale nikto nebol zranený.", []),
        ("Do mesta Bodrog prišli vlaky, ale nikto nebol zranený.", ["bodrog"]),
        ("Bývá v Komenského ulici a do práce chodí pěšky.", []),
        ("Carl von Bosch war ein Maler, und er ist lange tot.", []),
        ("Die Fabrik von Bosch war groß, und sie ist noch da.", ["bosch"]),
        ("Vakar Rīgas ielās bija daudz cilvēku, un visi priecājās.", []),
        ("Vakar Jūrmalā bija daudz cilvēku, un visi priecājās.", ["jurmala"]),
    ],
)
def test_what_only_has_the_name_is_none(text: str, expected: list[str]) -> None:
    assert [mention.entity.id for mention in RESOLVER.find(text)] == expected
