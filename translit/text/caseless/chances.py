"""What `compare` says of pairs, remembered: the same few strings stand in text after text."""

from __future__ import annotations

from collections.abc import Sequence

from translit.kinds import Kind
from translit.matching.compare import compare_many

MOST = 1 << 16  # pairs


class Chances:
    """How probably what stands in a text and a listed name are one, by kind."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, Kind], float] = {}

    def many(self, pairs: Sequence[tuple[str, str]], kind: Kind = "person") -> list[float]:
        """The probability of each pair."""
        if len(self._found) > MOST:
            self._found = {}
        found = self._found
        new = [pair for pair in dict.fromkeys(pairs) if (*pair, kind) not in found]
        if new:
            found.update(zip([(*pair, kind) for pair in new], compare_many(new, kind).tolist(), strict=True))
        return [found[(*pair, kind)] for pair in pairs]
