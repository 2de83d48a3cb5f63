"""What is found for many words at once, or for the leading ones only, is what is found for each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translit import Entity, Resolver
from translit.finding.index.query import all_folded_words, folded_words
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import loose_readings, pivots
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.text.candidates import alone
from translit.text.lookup.as_read import AsRead
from translit.text.mentions import Finder

FOLDER = Path(__file__).resolve().parent.parent / "data" / "articles"
GIVEN = ("Ganna", "Maryja", "Ivan", "Piotr", "Alaksandr", "Ihar", "Siarhiej", "Viktar", "Pavieł", "Tamara", "Nina")
FAMILIES = ("Kavalova", "Kavalova", "Kawalowa", "Kovalyov", "Kavalowski", "Kavalenka")


@pytest.fixture(scope="module")
def words() -> list[str]:
    lines = [line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [json.loads(line)["text"] for line in lines]
    return list(dict.fromkeys(word.strip(".,:;«»“”()") for text in texts for word in text.split()))


@pytest.mark.parametrize("kind", ["place", "organization"])
def test_words_stand_for_the_same_in_the_tables(words: list[str], kind: str) -> None:
    folded = [one for one in dict.fromkeys(fold.many(words)) if one]
    known = lexicon(kind)
    assert known.of_words(folded) == [known.at([word], 0, 1)[1] for word in folded]


def test_words_are_read_alike(words: list[str]) -> None:
    folded = fold.many(words)
    found = AsRead(folded)
    assert all(found.pivots[one] == pivots(one) and found.loose[one] == loose_readings(one) for one in folded)
    assert all_folded_words(words) == list(map(folded_words, words))


def test_persons_left_out_are_none_that_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{given} {family}" for family in FAMILIES for given in GIVEN]
    entities = [Entity(str(number), "person", [name]) for number, name in enumerate(names)]
    entities += [Entity("one name", "person", ["Kavalova"]), Entity("town", "place", ["Kavalova"])]
    index = Resolver(entities).finder.index
    text = "Kavalova, Kavalovu, Kavalovaj, Kovalyov, Kawalowa, Kavalenki. Tamary, Nina, Viktaram. Ivanam Kavalovym."

    def told() -> list[tuple[int, int, str, float]]:
        found = Finder(index).candidates([text], "be-Latn")
        each = (found.candidate(number) for number in range(len(found)))
        return [(one.first, one.last, one.form.text, one.worst) for one in each]

    leading = told()
    monkeypatch.setattr(alone, "_leading", lambda worthy, _: list(worthy))
    assert leading == told()
    assert len(leading) > alone.MOST_ALONE


def test_of_many_namesakes_most_are_left_out() -> None:
    entities = [Entity(str(number), "person", [f"{given} Kavalova"]) for number, given in enumerate(GIVEN)]
    gazetteer = Finder(Resolver(entities).finder.index).gazetteer
    forms = [gazetteer.form(number) for number in range(len(entities))]
    places = [next(place for place, slot in enumerate(form.slots) if slot.folded == "kavalova") for form in forms]
    worthy = [(form, place, (0.01 * form.number, 0.0, -1)) for form, place in zip(forms, places, strict=True)]
    assert [form.number for form, _, _ in alone._leading(worthy, gazetteer)] == list(range(alone.MOST_ALONE))
