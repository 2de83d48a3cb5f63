"""Places and organizations are found by what their words mean, by acronyms and inside words without spaces."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from translit import Entity, Resolver

READS_JAPANESE = pytest.mark.skipif(find_spec("icu") is None, reason="needs the extra icu")

LISTED = {
    "onb": "Österreichische Nationalbibliothek",
    "onp": "Biblioteka Narodowa",
    "mod": "Міністэрства абароны Рэспублікі Беларусь",
    "mof": "Bundesministerium der Finanzen",
    "kyoto": "京都大学",
    "osaka": "大阪大学",
    "huateng": "深圳市华腾电子有限公司",
    "samsung": "삼성전자 주식회사",
    "sncf": "SNCF",
    "vnd": "Bộ Quốc phòng",
    "naftan": "ААТ «Нафтан»",
    "naftogaz": "НАК «Нафтогаз України»",
    "kubank": "Қазақстан Ұлттық банкі",
    "court": "Bundesverfassungsgericht",
}
RESOLVER = Resolver([Entity(key, "organization", [name]) for key, name in LISTED.items()])


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("Austrian National Library", "onb"),
        ("National Library of Poland", "onp"),
        ("Ministry of Defence of Belarus", "mod"),
        ("Federal Ministry of Finance (Germany)", "mof"),
        pytest.param("Kyoto University", "kyoto", marks=READS_JAPANESE),
        ("Osaka University", "osaka"),
        ("Shenzhen Huateng Electronics Co., Ltd.", "huateng"),
        ("Samsung Electronics Co., Ltd.", "samsung"),
        ("Société nationale des chemins de fer français", "sncf"),
        ("OAO Naftan", "naftan"),
        ("National Bank of Kazakhstan", "kubank"),
    ],
)
def test_an_organization_is_found_by_what_its_name_means(query: str, wanted: str) -> None:
    assert [hit.entity.id for hit in RESOLVER.resolve(query, 1) if hit.name_probability >= 0.5] == [wanted]


@pytest.mark.parametrize(
    "query",
    [
        "Austrian State Archives",
        "Ministry of Culture of Belarus",
        "Ministry of Defence of Latvia",
        "Kyoto Station",
        "Nagoya University",
        "Shenzhen Airlines",
        "National Bank of Uzbekistan",
        "Société nationale de télévision",
        "OAO Naftaprodukt",
        "Federal Statistical Office (Germany)",
    ],
)
def test_another_one_with_the_same_words_is_not(query: str) -> None:
    assert [hit.entity.id for hit in RESOLVER.resolve(query, 1) if hit.name_probability >= 0.5] == []


def test_what_is_found_does_not_depend_on_an_index_that_was_saved(tmp_path: object) -> None:
    RESOLVER.save(f"{tmp_path}/index")
    opened = Resolver.open(f"{tmp_path}/index")
    assert [hit.entity.id for hit in opened.resolve("Austrian National Library", 1)] == ["onb"]


def test_organizations_are_found_among_persons_too() -> None:
    mixed = [Entity("p", "person", ["Austrian Library"]), Entity("o", "organization", [LISTED["onb"]])]
    assert Resolver(mixed).resolve("Austrian National Library", 1)[0].entity.id == "o"
