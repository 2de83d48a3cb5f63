"""The model of persons: signs that hold whatever is fitted, symmetry, and an explanation that computes nothing anew."""

from __future__ import annotations

from collections import Counter
from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import translit
from translit.matching.persons.evidence.evidence import FEATURES
from translit.matching.persons.probability import features as features_module
from translit.matching.persons.probability.model import CURVES, RULES, model
from translit.matching.persons.single import one_pair

WORDS = st.sampled_from(
    ["Иван", "Ivan", "Petrov", "Петров", "Анна", "bin", "al", "Jr.", "А.", "Petrovich", "Kowalska", "李", "محمد"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def test_weights_keep_their_signs() -> None:
    signs = {piece.name: piece.sign for piece in CURVES.pieces}
    for name, weight in zip(model().form.columns, model().weights.tolist(), strict=True):
        assert weight * signs[name] >= 0, name


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, st.sampled_from(sorted(RULES)))
def test_a_contradiction_never_raises_the_probability(a: str, b: str, rule: str) -> None:
    seen = translit.compare(a, b)._seen
    assert seen is not None
    features = seen.features.copy()[None]
    features[0, FEATURES.index(rule)] = 0
    without = model().probability(features)[0]
    features[0, FEATURES.index(rule)] = 1
    assert model().probability(features)[0] <= without


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, st.floats(0, 1))
def test_nearer_words_never_lower_the_probability(a: str, b: str, part: float) -> None:
    seen = translit.compare(a, b)._seen
    assert seen is not None
    features = seen.features.copy()[None]
    before = model().probability(features)[0]
    for name in ("worst", "mean", "best", "spelling_nats", "apart"):
        features[0, FEATURES.index(name)] *= np.float32(part)
    assert model().probability(features)[0] >= before - 1e-6


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES)
def test_the_order_of_two_names_makes_no_difference(a: str, b: str) -> None:
    assert translit.compare(a, b).probability == translit.compare(b, a).probability


@settings(max_examples=40, deadline=None)
@given(NAMES, NAMES)
def test_an_explanation_adds_up(a: str, b: str) -> None:
    explanation = translit.compare(a, b).explanation
    logit = explanation.base + sum(value for _, value in explanation.terms)
    assert 1 / (1 + exp(-max(min(logit, 30.0), -30.0))) == pytest.approx(explanation.probability, abs=2e-5)


def test_an_explanation_computes_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    counting = ((features_module, ("evidence", "matches", "TokenTable")), (one_pair, ("evidence", "_grid")))
    for module, names in counting:
        for name in names:
            real = getattr(module, name)

            def counted(*args: object, _name: str = name, _real: object = real) -> object:
                calls[_name] += 1
                return _real(*args)  # type: ignore[operator]

            monkeypatch.setattr(module, name, counted)
    for a, b, wanted in (
        ("Sviatłana Cichanoŭskaja", "Светлана Тихановская", {"evidence": 1, "_grid": 1}),
        ("S. Cichanoŭskaja", "Светлана Тихановская", {"evidence": 1, "matches": 1, "TokenTable": 1}),
    ):
        calls.clear()
        one_pair.one_pair.cache_clear()
        comparison = translit.compare(a, b)
        after_comparing = dict(calls)
        assert str(comparison.explanation) and comparison.explanation.to_dict()
        assert calls == after_comparing == wanted


def test_every_name_against_every_name() -> None:
    left, right = ["Иван Петров", "Анна Сидорова"], ["Ivan Petrov", "Hanna Sidarava", "Jan Kowalski"]
    found = translit.compare_matrix(left, right)
    assert found.dtype == np.float32 and found.shape == (2, 3)
    pairs = [(a, b) for a in left for b in right]
    assert found.ravel() == pytest.approx(translit.compare_many(pairs).astype(np.float32))
    assert translit.compare_matrix([], right).shape == (0, 3)
    with pytest.raises(translit.TranslitError, match="on the left"):
        translit.compare_matrix("Иван", right)
