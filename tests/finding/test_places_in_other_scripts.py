"""Places are found by their names in other languages and scripts, and by nobody else's."""

from __future__ import annotations

import pytest

import translit

LISTED = (
    *("Алеппо", "Homs", "Tyre", "大阪", "北京市", "广东省", "서울특별시", "Гомельская область", "Khreshchatyk Street"),
    *("Freistaat Bayern", "Greece", "Lebanon", "富士山", "Краснодарский край", "თბილისი", "Вена", "Чёрное море"),
)


@pytest.fixture(scope="module")
def resolver() -> translit.Resolver:
    return translit.Resolver([translit.Entity(id=name, kind="place", names=[name]) for name in LISTED])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        *(("حلب", "Алеппо"), ("حمص", "Homs"), ("صور", "Tyre"), ("Осака", "大阪"), ("Пекин", "北京市")),
        *(("北京", "北京市"), ("Гуандун", "广东省"), ("Сеул", "서울특별시"), ("Homiel Region", "Гомельская область")),
        *(("Хрещатик", "Khreshchatyk Street"), ("Бавария", "Freistaat Bayern"), ("Hellenic Republic", "Greece")),
        *(("République libanaise", "Lebanon"), ("لبنان", "Lebanon"), ("Фудзияма", "富士山")),
        *(("Krasnodar Territory", "Краснодарский край"), ("Тифлис", "თბილისი"), ("维也纳", "Вена")),
        *(("Karadeniz", "Чёрное море"), ("黑海", "Чёрное море")),
        *(("حماة", ""), ("صيدا", ""), ("Osaki", ""), ("横浜", ""), ("Гомель", ""), ("红海", "")),
        *(("Саксония", ""), ("Красноярский край", ""), ("Киото", ""), ("대전", "")),
    ],
)
def test_who_is_found(resolver: translit.Resolver, query: str, expected: str) -> None:
    found = [one.entity.id for one in resolver.resolve(query) if one.probability >= 0.5]
    assert found == ([expected] if expected else [])
