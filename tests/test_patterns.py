"""Patterns that are compiled when they are first used, and what they save."""

from __future__ import annotations

import copy
import re
import subprocess
import sys

import pytest

from translit.patterns import pattern, plain_pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    letters = pattern(r"\p{Cyrillic}+")
    assert [found[0] for found in letters.finditer("Минск, Minsk, Гомель")] == ["Минск", "Гомель"]
    assert letters.sub("-", "Минск!") == "-!"
    assert letters.pattern == r"\p{Cyrillic}+"
    assert plain_pattern("[a-z]+", re.IGNORECASE).fullmatch("Minsk")


def test_a_faulty_pattern_says_so_when_it_is_used() -> None:
    faulty = plain_pattern("[a-z")
    assert copy.copy(faulty) is not None
    with pytest.raises(re.error):
        faulty.search("a")


def test_nothing_is_compiled_and_no_heavy_module_loaded_before_it_is_needed() -> None:
    program = "import sys; import translit.matching.compare; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert {"regex", "importlib.metadata", "email", "tomllib", "html", "icu"}.isdisjoint(loaded)
