"""The index of the seeds, which is made once, answers as one that is built anew."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from translit.finding.entities.sources import seeds
from translit.finding.index.build import build
from translit.finding.index.seed_index import seed_parts
from translit.finding.resolve import Resolver
from translit.kinds import Kind

NAMES = ["Swetlana Tichanowskaja", "Weißrussland", "习近平", "BSU", "А. Г. Лукашенко", "nobody at all"]


@pytest.mark.parametrize("kind", [None, "person", "place", "organization"])
def test_it_is_the_one_that_is_built(kind: Kind | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLIT_CACHE", str(tmp_path))
    built = build([entity for entity in seeds() if kind in (None, entity.kind)])
    for _ in range(2):  # made, and from the cache
        parts = seed_parts(kind)
        assert parts.about == built.about
        assert parts.arrays.keys() == built.arrays.keys()
        assert all(np.array_equal(parts.arrays[name], array) for name, array in built.arrays.items())
        assert {name: lines.part(0, len(lines)) for name, lines in parts.texts.items()} == {
            name: lines.part(0, len(lines)) for name, lines in built.texts.items()
        }
    assert list(tmp_path.glob(f"seed-index-{kind or 'all'}-*.json"))


def test_it_answers_as_a_resolver_of_the_seeds_does() -> None:
    one, other = Resolver.of_seeds(), Resolver(seeds())
    assert one.resolve_many(NAMES) == other.resolve_many(NAMES)
    assert Resolver.of_seeds("place").resolve("Łukašenka") == []
