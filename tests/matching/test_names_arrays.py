"""Names read many at once against names parsed one by one, which is slow and plain."""

from __future__ import annotations

import copy
import pickle
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import DATA
from translit import memo
from translit.matching.compare import compare_many
from translit.matching.persons.comparing import arrays
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.reading.parse import parse
from translit.matching.phonetics import pivots
from translit.matching.phonetics.fold import fold
from translit.memo import Memoized

CHALLENGE = DATA / "challenge.tsv"
WRITTEN = sorted(
    {
        name
        for line in CHALLENGE.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
        for name in line.split("\t")[-2:]
    }
)
PIECES = [
    "Іван", "ІВАН", "Иванович", "Petrovna", "Саша", "Кара-Мурза", "von", "der", "д-р", "Jr.", "А.", "Г.К.", "SMITH",
    "Łukašenka", "Лукашенко,", "(Іваноў)", "«Бацька»", "ЕвгенийАлексеевич", "Caшa", "Смит", "习近平", "O’Hara", "2-й",
    "", "A𢁙", "Александра", "Иванова-Петрова", "Hans", "Иоганн", "Maria", "Ким", "-", "’", "бин", "Мухаммад",
    "Robertus",
]  # fmt: skip


def described(found: Names) -> list[tuple[object, ...]]:
    """What the arrays say of each name, by its tokens' letters, since tokens may be numbered in another order."""
    tokens = np.array(found.tokens, dtype=object)
    sets = [tuple(map(tuple, (found.sets[row], found.forms[row]))) for row in range(len(tokens))]
    return [
        (
            tuple(tokens[found.ids[row]]),
            tuple(found.roles[row]),
            tuple(found.places[row]),
            found.gender[row],
            found.orthography[row],
            found.counts[row],
            tuple(sets[token] for token in found.ids[row]),
        )
        for row in range(len(found.counts))
    ]


@pytest.fixture(autouse=True)
def _few_are_read_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "FEW", 0)


def assert_as_parsed(texts: list[str]) -> None:
    assert described(Names(texts)) == described(Names([parse(text) for text in texts]))


def test_names_of_the_challenge_set() -> None:
    assert len(WRITTEN) > 500
    assert_as_parsed(WRITTEN)


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join), max_size=8))
def test_names_of_odd_pieces(texts: list[str]) -> None:
    assert_as_parsed(texts)


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_text(texts: list[str]) -> None:
    assert_as_parsed(texts)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="абвгдзжеёіцсшчьcszhkxtwyeijgrqfřžäABQ\n", max_size=9), max_size=6))
def test_a_word_reads_alike_alone_and_among_others(words: list[str]) -> None:
    folded = list(fold.uncached(words))
    assert folded == [fold.uncached([word])[0] for word in words]
    assert pivots.reader().pivots(folded) == [pivots.reader().pivots([word])[0] for word in folded]
    assert pivots.loose_readings.uncached(folded) == [pivots.loose_readings.uncached([word])[0] for word in folded]
    firsts = [found[0] for found in pivots.reader().pivots(folded)]
    assert pivots.reader().keys(firsts) == [pivots.reader().keys([pivot])[0] for pivot in firsts]


def test_answers_are_remembered_until_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[int] = []

    def double(keys: Sequence[int]) -> list[int]:
        worked.extend(keys)
        return [2 * key for key in keys]

    monkeypatch.setattr(memo, "MOST", 3)
    doubled: Memoized[int, int] = Memoized(double)
    assert doubled.many([1, 2, 1]) == [2, 4, 2]
    assert doubled(2) == 4
    assert doubled.many([3, 4, 1]) == [6, 8, 2]
    assert worked == [1, 2, 3, 4]
    assert doubled(1) == 2
    assert worked == [1, 2, 3, 4, 1]


def test_threads_that_share_what_is_remembered_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "MOST", 50)  # forgets all the time
    pairs = list(pairwise(WRITTEN))
    expected = dict(zip(pairs, compare_many(pairs).tolist(), strict=True))
    shuffled = [random.Random(seed).sample(pairs, 60) for seed in range(8)]
    with ThreadPoolExecutor(4) as pool:
        for some, found in zip(shuffled, pool.map(compare_many, shuffled), strict=True):
            assert found.tolist() == [expected[pair] for pair in some]


def test_what_remembers_is_pickled_by_name() -> None:
    assert pickle.loads(pickle.dumps(fold)) is fold
    assert copy.deepcopy(pivots.pivots) is pivots.pivots
