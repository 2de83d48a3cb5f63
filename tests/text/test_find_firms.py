"""Companies with a family name, articles before small letters, and what an institution of a genitive language has."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

RESOLVER = Resolver([
    Entity("leclerc", "person", ["Charles Leclerc", "Шарль Леклер"]),
    Entity("wagner", "person", ["Peter Wagner", "Петер Вагнер"]),
    Entity("olympia", "organization", ["Université Laval"]),
    Entity("tartu", "organization", ["Университет Тарту"]),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The firm Leclerc & Partners declined to comment.", "en", []),
        ("Leclerc and Sons has sold its last shop.", "en", []),
        ("Gestern hat die Kanzlei Wagner GmbH den Vertrag gekündigt.", "de", []),
        ("Dom zbudowała spółka Wagner i Synowie.", "pl", []),
        ("Leclerc and Sainz have won the race.", "en", ["leclerc"]),
        ("Yesterday Leclerc and his sons were in the car.", "en", ["leclerc"]),
        ("Gestern hat Wagner den Vertrag gekündigt.", "de", ["wagner"]),
        ("Wczoraj Wagner i synowie byli w domu.", "pl", ["wagner"]),
        ("Le recteur de l'université Laval est venu.", "fr", ["olympia"]),
        ("Le recteur de l'université McGill est venu.", "fr", []),
        ("L'université est fermée, et Laval aussi.", "fr", []),
        ("Seda ütles Tartu Ülikooli teadlane eile.", "et", ["tartu"]),
        ("Seda ütles Tallinna Ülikooli teadlane eile.", "et", []),
    ],
)
def test_a_company_is_nobody_and_a_university_itself(text: str, language: str, expected: list[str]) -> None:
    assert [mention.entity.id for mention in RESOLVER.find(text, language)] == expected
