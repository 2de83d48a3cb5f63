"""How often names of a language end in given letters: what makes one base form more probable than another.

Counted from lists of base forms by `python -m translit.learn.name_endings` into `tables/inflection/endings/<id>.tsv`.
"""

from __future__ import annotations

from pathlib import Path

LONGEST = 5  # letters of an ending that are counted
PRIOR = 20.0  # names that a shorter ending counts for: chosen on two topics of news, right on two others
LETTER = 1 / 14  # chance of one more letter in a word, about the perplexity of names' letters: set by hand
SELDOM = PRIOR * LETTER  # what an ending counts for, seen or not
TEMPER = 0.7  # set by hand: lists hold other names than the news, so that their counts say less than they seem to
UNSEEN = tuple(float(LETTER ** (TEMPER * max(length - LONGEST, 0))) for length in range(256))  # letters before the end


class EndingCounts:
    """The share of names that end in certain letters.

    >>> endings = EndingCounts({"": 10, "а": 6, "ка": 4})
    >>> endings.share("ка") > endings.share("ба") > 0
    True
    """

    def __init__(self, counts: dict[str, int]) -> None:
        self.counts = counts
        self.total = max(counts.get("", 0), 1)
        self._shares: dict[str, float] = {"": 1.0}
        self.tempered: dict[str, float] = {}

    def share(self, end: str) -> float:
        """The smoothed share of names with this end, of which at most `LONGEST` letters count."""
        return self._share(end[-LONGEST:])

    def _share(self, end: str) -> float:
        known = self._shares.get(end)
        if known is None:
            less, counts = end[1:], self.counts
            known = self._share(less) * (counts.get(end, 0) + SELDOM) / (counts.get(less, 0) + PRIOR)
            self._shares[end] = known
        return known

    def temper(self, end: str) -> float:
        """The tempered share of an ending, kept in `tempered`."""
        found = self.tempered[end] = float(self._share(end) ** TEMPER)
        return found


def load(path: Path) -> EndingCounts:
    """The counts in a file; none, so that all ends are alike, if there is no such file."""
    if not path.is_file():
        return EndingCounts({})
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return EndingCounts({end: int(count) for end, count in rows})
