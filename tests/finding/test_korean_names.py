"""Korean names are looked up by their syllables, however these are joined and in whatever letters."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

NAMES = ["Kim Jong-un", "Kim Jong-il", "Park Geun-hye", "Ли Чхан Хо", "반기문", "Roh Moo-hyun", "Kim Philby"]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver([Entity(name, "person", [name]) for name in NAMES])


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("Ким Чен Ын", "Kim Jong-un"),
        ("Kim Jongun", "Kim Jong-un"),
        ("김정일", "Kim Jong-il"),
        ("Пак Кынхе", "Park Geun-hye"),
        ("LEE Chang Ho", "Ли Чхан Хо"),
        ("Пан Ги Мун", "반기문"),
        ("Но Му Хён", "Roh Moo-hyun"),
        ("Ким Филби", "Kim Philby"),
    ],
)
def test_the_one_is_found(resolver: Resolver, query: str, wanted: str) -> None:
    found = [candidate.entity.id for candidate in resolver.resolve(query) if candidate.name_probability > 0.5]
    assert found == [wanted]
