"""The main job on real input: the names of the starting article and of every demo source find the right seeds."""

from __future__ import annotations

import csv

import pytest

from tests.support import DATA
from translit.data import folder
from translit.finding.entities.sources import seeds
from translit.finding.resolve import Resolver

ARTICLE = {
    "Łukašenka": "lukashenka-alaksandar",
    "Alaksandar Łukašenka": "lukashenka-alaksandar",
    "Vladimir Putin": "putin-vladimir",
    "Putin": "putin-vladimir",
    "Donald Trump": "trump-donald",
    "Trump": "trump-donald",
    "Ursula von der Leyen": "von-der-leyen-ursula",
    "Steven Witkoff": "witkoff-steve",
    "Mario Nawfal": "nawfal-mario",
    "Yury Kozarenko": "kozarenko-yury",
    "Sviatłana Cichanoŭskaja": "tsikhanouskaya-sviatlana",
    "Minsk": "minsk",
    "Moscow": "moscow",
    "Kyiv": "kyiv",
    "Belarus": "belarus",
    "Ukraine": "ukraine",
    "Kursk province": "kursk-oblast",
    "European Union": "european-union",
    "European Commission": "european-commission",
    "NATO": "nato",
    "United Nations": "united-nations",
}


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(seeds())


def test_the_names_of_the_article(resolver: Resolver) -> None:
    found = resolver.resolve_many(list(ARTICLE))
    wrong = {
        name: hits[0].entity.id if hits else ""
        for (name, id_), hits in zip(ARTICLE.items(), found, strict=True)
        if not hits or hits[0].entity.id != id_ or (hits[0].probability < 0.5 and not hits[0].ambiguous)
    }
    assert not wrong


def test_every_row_of_the_demo(resolver: Resolver) -> None:
    with (folder("seeds") / "demo.csv").open(encoding="utf-8", newline="") as lines:
        names = [row["name"] for row in csv.DictReader(lines)]
    with (DATA / "demo_expected.csv").open(encoding="utf-8", newline="") as lines:
        expected = [row["entity_id"] for row in csv.DictReader(lines)]
    found = [hits[0].entity.id if hits and hits[0].probability >= 0.5 else "" for hits in resolver.resolve_many(names)]
    wrong = [row for row in zip(names, expected, found, strict=True) if row[1] != row[2]]
    assert not wrong
