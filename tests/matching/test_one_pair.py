"""One pair of names in plain Python against arrays: the same features, the same distances, the same answer.

If a feature of `closeness`, `contradictions`, `distance` or `evidence` changes, its twin in `one_evidence` or
`one_token` has to change with it.
"""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import translit
from tests.matching.test_names_arrays import PIECES, WRITTEN
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.evidence.evidence import FEATURES
from translit.matching.persons.probability.features import Kept, features_between
from translit.matching.persons.probability.frequency import words_shared
from translit.matching.persons.single.one_pair import one_pair

WORDS = [*PIECES, "Ptn", "Putin", "Vladimir", "Volodya", "Zelensky", "Зеленский", "Зелинский", "al-Hassan", "Ибрагим"]
WORDS += ["Kim", "Jong-un", "Ким", "Чен", "Ын", "Ир", "김정은", "Moon"]
WORDS += ["محمد", "محمود", "Mahmoud", "Simon", "Simone", "Denis", "Denise", "Дениз", "Бойко", "Бойков", "Boiko"]
WORDS += ["하퍼", "Harper", "Giorgia", "Джорджа"]


def held_together(a: str, b: str) -> bool:
    """Whether plain Python worked on the pair; it gave what the arrays give."""
    a, b = sorted((a, b))
    found = one_pair(a, b)
    if found is None:
        return False
    kept: dict[int, Kept] = {}
    names, zero = Names([a, b]), np.zeros(1, dtype=np.int32)
    wanted = features_between(names, names, zero, zero + np.int32(1), kept)[0]
    pairs = zip(FEATURES, found.features.tolist(), wanted.tolist(), strict=True)
    differ = {name: (one, other) for name, one, other in pairs if one != other}
    assert not differ, (a, b)
    one, other = found.kept(), kept[0]
    assert (one.left, one.right) == (other.left, other.right)
    for name in ("distance", "marks", "assigned"):
        assert np.array_equal(getattr(one.matches, name), getattr(other.matches, name)), (name, a, b)
    return True


def test_written_names_have_the_features_that_arrays_give() -> None:
    draw = random.Random(5)
    pairs = [(draw.choice(WRITTEN), draw.choice(WRITTEN)) for _ in range(300)]
    near = [(name, other) for name, other in pairwise(WRITTEN) if name[:2] == other[:2]]
    worked = [held_together(a, b) for a, b in pairs + near[:: len(near) // 300 + 1]]
    assert sum(worked) > len(worked) / 3


@settings(max_examples=300, deadline=None)
@given(*(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join) for _ in range(2)))
def test_any_names_have_the_features_that_arrays_give(a: str, b: str) -> None:
    held_together(a, b)


def test_one_pair_and_many_answer_the_same() -> None:
    pairs = list(zip(WRITTEN[::7], WRITTEN[3::7], strict=False))[:200]
    one = [translit.compare(a, b).probability for a, b in pairs]
    few = [translit.compare_many([pair])[0] for pair in pairs]
    assert one == few == translit.compare_many(pairs).tolist()


def test_what_two_names_share_is_the_same_of_one_pair_and_of_many() -> None:
    pairs = list(zip(WRITTEN[::5][:200], WRITTEN[1::5][:200], strict=True))
    assert [words_shared([pair])[0] for pair in pairs] == words_shared(pairs)
