"""How likely each letter is after those before it in names of each language, as weights of runs of letters.

A name's logarithm of probability is a sum over its letters, each after up to ORDER - 1 others. What a longer context
adds to that of a shorter one is put down to the run of letters itself, so that the sum over all runs of a word is the
model, and the runs' weights can be added to those of the regression in `language_runs`: what the regression learns
from the languages' contrast is joined by what each language looks like of itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from translit.arrays import Float64s
from translit.writing.language_model import LANGUAGES, words_of

ORDER = 4  # letters of the longest run
FEWEST = 2  # times a run must be seen to have a weight of its own; a run seen once is half of all
LETTERS = 40  # how many letters may follow where nothing is known

Counts = dict[str, Counter[str]]  # context → the letters after it


def letter_weights(names: Iterable[tuple[str, frozenset[str]]]) -> dict[str, Float64s]:
    """Run → what it adds to the logarithm of the probability of a word in each language, less their mean.

    `names` are names with the languages they may be in. Smoothed as by Witten and Bell (1991).

    >>> names = [("Іванчук", "uk"), ("Ігор", "uk"), ("Иванов", "ru"), ("Игорь", "ru")]
    >>> weights = letter_weights((name, frozenset({language})) for name, language in names)
    >>> dict(zip(LANGUAGES, weights["^і"].round(1).tolist()))["uk"] > 0
    True
    """
    counts: list[Counts] = [defaultdict(Counter) for _ in LANGUAGES]
    seen: Counter[str] = Counter()
    for name, among in names:
        places = [LANGUAGES.index(language) for language in sorted(among)]
        for word in words_of(name):
            for run in runs_ending(f"^{word}$"):
                seen[run] += 1
                for place in places:
                    counts[place][run[:-1]][run[-1]] += 1
    found: dict[str, Float64s] = {}
    known: list[dict[str, float]] = [{} for _ in LANGUAGES]
    sums = [{context: letters.total() for context, letters in each.items()} for each in counts]
    for run in sorted((run for run, count in seen.items() if count >= FEWEST), key=len):
        added = [_added(run, *each) for each in zip(counts, sums, known, strict=True)]
        found[run] = np.array(added) - np.mean(added)
    return found


def runs_ending(closed: str) -> Sequence[str]:
    """The runs of a closed word whose last letter follows something: all but those of its start.

    >>> runs_ending("^ян$")
    ['я', '^я', 'н', 'ян', '^ян', '$', 'н$', 'ян$', '^ян$']
    """
    return [closed[start : end + 1] for end in range(1, len(closed)) for start in range(end, max(end - ORDER, -1), -1)]


def _added(run: str, counts: Counts, sums: Mapping[str, int], known: dict[str, float]) -> float:
    """How much likelier the last letter is after the whole context than after the context without its first letter."""
    less = _chance(run[1:], counts, sums, known) if len(run) > 1 else 1 / LETTERS
    return float(np.log(_chance(run, counts, sums, known) / less))


def _chance(run: str, counts: Counts, sums: Mapping[str, int], known: dict[str, float]) -> float:
    """The probability of the last letter after the others."""
    chance = known.get(run)
    if chance is None:
        chance = _chance(run[1:], counts, sums, known) if len(run) > 1 else 1 / LETTERS
        following = counts.get(run[:-1])
        if following:
            seen = sums[run[:-1]]
            chance = (following.get(run[-1], 0) + len(following) * chance) / (seen + len(following))
        known[run] = chance
    return chance
