"""Sports clubs by the word that they go by, in texts about sport and in others."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

LISTED = [
    "Metalist Charkiw",
    "HNK Gorica",
    "ФК Рух Львов",
    "Rabotnički Skopje",
    "Torpedo Zhodino",
    "KK Partizan Belgrade",
]
RESOLVER = Resolver([Entity(id=name, kind="organization", names=[name]) for name in LISTED])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("У матчі чемпіонату «Металіст» приймав гостей, воротар врятував команду.", ["Metalist Charkiw"]),
        ("Тренер «Металіста» задоволений: два голи за матч.", ["Metalist Charkiw"]),
        ("Трэнер «Тарпеда» пахваліў ігракоў, бо матч быў цяжкі, але гол забілі.", ["Torpedo Zhodino"]),
        ("После матча тренер жодинского «Торпедо» остался доволен.", ["Torpedo Zhodino"]),
        ("Na utakmici je košarkaški trener Partizana pohvalio igrače.", ["KK Partizan Belgrade"]),
        ("Utakmicu je odlučio gol u zadnjoj minuti, a Gorica FC slavi.", ["HNK Gorica"]),
        ("Футболісти «Руху» забили два голи у матчі в Дніпрі.", ["ФК Рух Львов"]),
        ("«Работнички» го доби натпреварот, тренерот беше среќен.", ["Rabotnički Skopje"]),
        # without sport, of another town, or a common word
        ("Завод «Металіст» отримав замовлення на труби.", []),
        ("Партизан вышел из леса и попросил воды.", []),
        ("Partizan je u šumi čekao noć, a selo je spavalo.", []),
        ("У матчі чемпіонату кримський «Металіст» пропустив гол.", []),
        ("После матча тренер московского «Торпедо» остался доволен.", []),
        ("После матча тренер «Торпедо» (Москва) остался доволен.", []),
        ("Trener je nakon utakmice hvalio Partizan Beograd.", ["KK Partizan Belgrade"]),
        ("Trener je nakon utakmice hvalio Partizan Tivat.", []),
        ("Рух грошей триває, кажуть у банку.", []),
        ("Торпеда потопила корабль у берега.", []),
    ],
)
def test_a_club_goes_by_its_word_where_sport_is_spoken_of(text: str, expected: list[str]) -> None:
    assert [mention.entity.id for mention in RESOLVER.find(text)] == expected
