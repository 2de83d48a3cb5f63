"""What is found in a text doesn't depend on the texts that were read before it, nor on those beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translit import Entity, Resolver
from translit.text.mention import Mention
from translit.text.mentions import Finder

ENTITIES = [
    Entity("naftogaz", "organization", ["Нафтогаз Украины", "Naftogaz Ukrajine"]),
    Entity("institute", "organization", ["Ukraiński Instytut Pamięci"]),
    Entity("ministry", "organization", ["Ministerstwo Spraw Zagranicznych", "Ministry of Foreign Affairs"]),
    Entity("bank", "organization", ["Narodowy Bank Ukrainy"]),
    Entity("ukraine", "place", ["Ukraina"]),
    Entity("norfolk", "place", ["остров Норфолк", "Norfolk Island"]),
    Entity("luk", "person", ["Aleksander Łukaszenka"]),
    *(Entity(name, "person", [f"{name} Kowalski"]) for name in ("Jan", "Piotr", "Adam")),
]
TEXTS = [
    "Prezes ukraińskiego Instytutu Pamięci milczy.",
    "Prezes ukraińskiego Naftogazu milczy.",
    "Szef ukraińskiego Naftogazu spotkał się z prezesem Narodowego Banku Ukrainy.",
    "Narodowy Bank ukraińskiego państwa milczy, a Naftogaz Ukrainy nie.",
    "W ministerstwie spraw zagranicznych nikt nie wie. Ministerstwo Spraw Zagranicznych milczy.",
    "Jan Kowalski i Adam Kowalski. Kowalski milczy. Piotra Kowalskiego nie było.",
    "Остров Норфолк мал. Министерство иностранных дел Норфолка далеко.",
    "Aleksandra Łukaszenki nie ma w Ukrainie.",
    "Milczy Narodowy. bank Ukrainy mówi. Narodowy bank Ukrainy milczy.",
    "Ministerstwo; spraw zagranicznych nikt nie zna. Ministerstwo spraw zagranicznych milczy.",
]


@pytest.fixture(scope="module")
def known() -> Resolver:
    return Resolver(ENTITIES)


def _told(found: Sequence[Mention]) -> list[tuple[int, int, str, float, str]]:
    return [(one.start, one.end, one.entity.id, one.probability, one.explanation) for one in found]


@pytest.mark.parametrize("language", ["pl", None])
def test_the_order_of_texts_doesnt_matter(known: Resolver, language: str | None) -> None:
    index = known.finder.index
    alone = [_told(Finder(index).find(text, language)) for text in TEXTS]
    together = [_told(found) for found in Finder(index).find_many(TEXTS, language)]
    backwards = [_told(found) for found in Finder(index).find_many(TEXTS[::-1], language)]
    assert together == alone
    assert backwards[::-1] == alone
    assert any(alone)


def test_what_was_met_before_doesnt_matter(known: Resolver) -> None:
    finder = Finder(known.finder.index)
    first = [_told(finder.find(text)) for text in TEXTS]
    assert [_told(finder.find(text)) for text in TEXTS] == first


@pytest.mark.parametrize("text", ["Milczy Narodowy. bank Ukrainy mówi.", "Widać Instytut; pamięci nie ma."])
def test_words_in_small_letters_beyond_the_end_of_a_sentence_are_of_no_name(known: Resolver, text: str) -> None:
    assert not known.finder.find(text, "pl")
