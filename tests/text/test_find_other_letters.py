"""Names whose letters another language reads otherwise, found by the sound of the whole name and of a part."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

LISTED = ["Mircea Lucescu", "Walter Scott", "Arturo Toscanini", "Federica Pesce"]
RESOLVER = Resolver([Entity(id=name.split()[-1], kind="person", names=[name]) for name in LISTED])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вчера Мирча Луческу уехал в Рим, и это не всё.", ["Lucescu"]),
        ("Вчора Луческу поїхав до Риму, і це не все.", ["Lucescu"]),
        ("Вчера в город приехал Вальтер Скотт, и это не всё.", ["Scott"]),
        ("Вчера в городе играл оркестр Тосканини, и это не всё.", ["Toscanini"]),
        ("Вчера Федерика Пеше уехала в Рим, и это не всё.", ["Pesce"]),
        ("Вчера в городе играл оркестр Тозини, и это не всё.", []),
        ("Вчера в город приехал Сотников, и это не всё.", []),
        ("Вчера в город приехал Лукашук, и это не всё.", []),
        ("Вчера в город приехал Пеструхин, и это не всё.", []),
    ],
)
def test_letters_of_another_language_are_read(text: str, expected: list[str]) -> None:
    assert [mention.entity.id for mention in RESOLVER.find(text)] == expected
