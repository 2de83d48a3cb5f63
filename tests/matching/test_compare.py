"""Comparing personal names: every true pair above every near miss, symmetry, explanations that add up."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import combinations
from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import translit
from tests.support import DATA
from translit.matching.alignment.align import costs, trace
from translit.matching.alignment.costs import Encoded, cost_table
from translit.matching.persons.reading.parse import parse
from translit.matching.phonetics.fold import fold

SPELLINGS = {
    "Lukashenka": [
        "Alaksandar Łukašenka", "Aliaksandr Lukashenka", "Аляксандр Лукашэнка", "Александр Григорьевич Лукашенко",
        "Олександр Лукашенко", "Alexander Lukaschenko", "Alexandre Loukachenko", "Alaksandr Łukaszenka",
        "Aliaksandras Lukašenka", "Aljaksandr Lukasjenko", "Alexander Lukashenko", "ЛУКАШЕНКО Александр",
        "А. Г. Лукашенко",
    ],
    "Tsikhanouskaya": [
        "Sviatłana Cichanoŭskaja", "Sviatlana Tsikhanouskaya", "Святлана Ціханоўская", "Светлана Тихановская",
        "Світлана Тихановська", "Swetlana Tichanowskaja", "Svetlana Tikhanovskaïa", "Swiatłana Cichanouska",
        "Sviatlana Cichanouskaja", "Svjatlana Tsichanouskaja", "Светлана Георгиевна Тихановская",
    ],
    "Zelenskyy": [
        "Volodymyr Zelenskyy", "Володимир Зеленський", "Владимир Зеленский", "Уладзімір Зяленскі",
        "Wolodymyr Selenskyj", "Volodymyr Zelensky", "Wołodymyr Zełenski", "Volodymyras Zelenskis",
        "Volodymyr Zelenskyj", "Uładzimir Zialenski",
    ],
}  # fmt: skip
NEAR_MISSES = [
    ("Viktor Lukashenko", "Александр Лукашенко"),
    ("Дмитрий Лукашенко", "Alexander Lukashenko"),
    ("Siarhei Tsikhanouski", "Светлана Тихановская"),
    ("Sergei Tikhanovsky", "Sviatlana Tsikhanouskaya"),
    ("Александр Лукашевич", "Аляксандр Лукашэнка"),
    ("Александр Викторович Лукашенко", "Александр Григорьевич Лукашенко"),
    ("В. Лукашенко", "Александр Лукашенко"),
    ("Александр Кочанов", "Александра Кочанова"),
    ("Саша Тихановский", "Саша Тихановская"),
    ("Olena Zelenska", "Володимир Зеленський"),
]
CHALLENGE = DATA / "challenge.tsv"


def test_true_pairs_stand_above_near_misses() -> None:
    true = [pair for names in SPELLINGS.values() for pair in combinations(names, 2)]
    scores = translit.compare_many(true)
    misses = translit.compare_many(NEAR_MISSES)
    worst = min(zip(scores, true, strict=True))
    best = max(zip(misses, NEAR_MISSES, strict=True))
    assert worst[0] > best[0], f"{worst} isn't above {best}"
    assert best[0] < 0.5
    assert np.mean(scores >= 0.5) > 0.95


def test_different_people_are_told_apart() -> None:
    pairs = [(a, b) for one, other in combinations(SPELLINGS, 2) for a in SPELLINGS[one] for b in SPELLINGS[other]]
    assert translit.compare_many(pairs).max() < 0.1


def challenge() -> dict[str, list[dict[str, str]]]:
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    with CHALLENGE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            groups[row["group"]].append(row)
    return groups


# two names a letter apart of which the lists don't know both as family names pass for a slip of the keyboard
KNOWN_FAILURES = {"near-misses": 5}


@pytest.mark.parametrize("group", sorted(challenge()))
def test_challenge_group(group: str) -> None:
    rows = challenge()[group]
    scores = translit.compare_many([(row["name_a"], row["name_b"]) for row in rows])
    wrong = [
        f"{score:.2f} {row['name_a']} | {row['name_b']} ({row['why']})"
        for row, score in zip(rows, scores, strict=True)
        if (score >= 0.5) != (row["label"] == "1")
    ]
    most = KNOWN_FAILURES.get(group, round(0.05 * len(rows)))
    assert len(wrong) <= most, f"{group}: {1 - len(wrong) / len(rows):.3f}\n" + "\n".join(wrong)


names = st.text(alphabet="абвгджзіклмнёяью’АЛСaeiklmnoszšžčłŁ .,-", max_size=30)


@settings(max_examples=200, deadline=None)
@given(names, names)
def test_symmetric_and_bounded(a: str, b: str) -> None:
    one, other = translit.compare_many([(a, b), (b, a)])
    assert one == other
    assert 0.0 <= one <= 1.0


def test_the_order_of_the_pairs_changes_nothing() -> None:
    pairs = [(a, b) for group in SPELLINGS.values() for a, b in combinations(group, 2)] + NEAR_MISSES
    scores = translit.compare_many(pairs)
    assert np.array_equal(scores[::-1], translit.compare_many(pairs[::-1]))
    assert np.array_equal(scores, [translit.compare(a, b).probability for a, b in pairs])


def test_a_name_is_most_like_itself() -> None:
    for group in SPELLINGS.values():
        own = translit.compare_many([(name, name) for name in group])
        others = translit.compare_many([(group[0], name) for name in group])
        assert own[0] >= others.max() - 0.02  # a patronymic that both scripts agree in may weigh as much


def test_explanations_add_up() -> None:
    for a, b in [*NEAR_MISSES, ("Kara-Murza Vladimir", "Владимир Карамурза"), ("", "x"), ("Л.", "Л.")]:
        explanation = translit.compare(a, b).explanation
        logit = explanation.base + sum(value for _, value in explanation.terms)
        expected = translit.compare(a, b).probability
        assert abs(1 / (1 + exp(-max(min(logit, 30), -30))) - expected) < 1e-4, (a, b)
        assert explanation.probability == pytest.approx(expected, abs=1e-6)


def test_the_explanation_joins_the_words_that_the_comparison_joined() -> None:
    glued = [
        ("Gian Franco Terenzi", "Теренци, Джанфранко"),
        ("Кім Мусон", "Kim Moo-sung"),
        ("Ха-Коэн, Давид", "David Hacohen"),
        ("Ursula von der Leyen", "Урсула Фондерляйен"),
        ("Le Duan", "Ле Дык Ань"),
        ("An Ĉol-su", "Ola T. Lånke"),
    ]
    for (a, b), chance in zip(glued, translit.compare_many(glued).tolist(), strict=True):
        assert translit.compare(a, b).explanation.probability == pytest.approx(chance, abs=1e-6), (a, b)
    pair = translit.compare("Gian Franco Terenzi", "Теренци, Джанфранко")
    assert pair.probability > 0.9
    assert "GianFranco" in str(pair.explanation)


def test_the_explanation_says_why_a_couple_is_two_people() -> None:
    text = str(translit.compare("Siarhei Tsikhanouski", "Светлана Тихановская"))
    assert "a man's name" in text and "a woman's" in text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(names, names), min_size=1, max_size=12))
def test_the_array_alignment_agrees_with_the_plain_one(pairs: list[tuple[str, str]]) -> None:
    table = cost_table()
    folded = [(fold(a), fold(b)) for a, b in pairs]
    left, right = (Encoded(table, [pair[side] for pair in folded]) for side in (0, 1))
    every = np.arange(len(pairs), dtype=np.int32)
    fast = costs(table, left, right, every, every)
    slow = [sum(step.cost for step in trace(table, a, b)) for a, b in folded]
    assert np.allclose(fast, slow, atol=1e-3)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Александр Григорьевич Лукашенко", "name patronymic name"),
        ("Лукашенко Александр Григорьевич", "name name patronymic"),
        ("А.Г. Лукашенко", "initial initial name"),
        ("Lukashenko AG", "name initial initial"),
        ("Иван Петрович Карпович", "name patronymic name"),
        ("Карпович Иван Петрович", "name name patronymic"),
        ("Ursula von der Leyen", "name particle particle name"),
        ("Sergey Yurievich TEN", "name patronymic name"),
        ("д-р Ганс Мюллер", "name name"),
        ("Martin Luther King Jr.", "name name name generation"),
        ("ЕвгенийАлексеевич Врублевский", "name patronymic name"),
        ("Паэт, Урмас", "name name"),
        ("Slavica Đukić-Dejanović", "name name name"),
        ("Moon Jae-in", "name name"),
        ("al-Assad Bashar Hafez", "particle name name name"),
    ],
)
def test_roles(text: str, roles: str) -> None:
    assert " ".join(token.role for token in parse(text).tokens) == roles


def test_unknown_kind_is_refused_in_one_sentence() -> None:
    with pytest.raises(translit.TranslitError, match="there is no kind 'ship'; use one of person, place, organization"):
        translit.compare("a", "b", kind="ship")


@pytest.mark.parametrize(
    ("a", "b", "alike", "alone"),
    [("Пётр I", "Peter I", ["I"], ()), ("Ludwig van Beethoven", "Людвиг ван Бетховен", ["ван"], ()),
     ("Иван Петров мл.", "Ivan Petrov Jr.", ["Jr."], ()), ("Salman bin Ali", "Салман бин Али", ["бин"], ()),
     ("Charles III", "Charles I", [], ("III", "I")), ("Jan de Vries", "Jan Vries", [], ("de",)),
     ("Jan van Vries", "Jan de Vries", [], ("van", "de"))],
)  # fmt: skip
def test_a_numeral_or_particle_of_both_is_a_pair(a: str, b: str, alike: list[str], alone: tuple[str, ...]) -> None:
    found = translit.compare(a, b).explanation
    assert [pair.right for pair in found.pairs if pair.role not in ("name", "given")] == alike
    assert found.alone == alone
