"""Makes `tables/match/han.tsv`, `han_families.tsv` and `han_given.txt`: how names in Chinese characters are read.

    python -m translit.learn.han_names UNIHAN_FOLDER JAPANESE_FOLDER charToRoman.json -o tables/match

UNIHAN_FOLDER holds the files Unihan_*.txt; JAPANESE_FOLDER the lists of the package japanese-personal-name-dataset. A
Japanese name is parted into the readings of its characters by a model that is learned from all names together, so
that 純一郎 teaches 純 jun, 一 ichi and 郎 rō, and names that no list has can be read as well.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from translit.learn.unihan import characters_of, dictionary_readings, unihan
from translit.matching.persons.otherwise.han_tables import repeated
from translit.matching.phonetics.romaji import romaji
from translit.writing.bloom import Attested

ROUNDS = 3  # of learning which kana belong to which character
LONGEST = 5  # kana of one character
UNKNOWN = 9.0  # nats by which a reading that no dictionary has costs more than one that has been met
LEAST, SHARE = 2, 0.01  # times a reading is met, and its share of those of its character, to be kept
MOST = 10  # readings of a character in one language
HEAD = """\
# How characters are read in names: the form that Japan writes today, where it is another; readings in given names and
# in family names of Japanese (Hepburn without length, the commonest first), in Cantonese as Hong Kong writes it, in
# Korean, in Vietnamese.
# Learned by: python -m translit.learn.han_names UNIHAN_FOLDER JAPANESE_FOLDER charToRoman.json
# From: Unihan 14 (Unicode licence); japanese-personal-name-dataset 0.4.0 (MIT); cantonese-romanisation 1.0.5 (MIT).
# Example: 純 is jun in Japanese names, soon in Cantonese, 순 in Korean.
# Read by translit.matching.persons.otherwise.han_tables.
"""
HEAD_OF_FAMILIES = """\
# Japanese family names and how they are read, the commonest first.
# Learned by: python -m translit.learn.han_names UNIHAN_FOLDER JAPANESE_FOLDER charToRoman.json
# From: japanese-personal-name-dataset 0.4.0 (MIT).
# Read by translit.matching.persons.otherwise.han_tables.
"""
HEAD_OF_GIVEN = """\
# A filter of {count} Japanese given names with their readings: a reading can be asked for, none be read out.
# Learned by: python -m translit.learn.han_names UNIHAN_FOLDER JAPANESE_FOLDER charToRoman.json
# From: japanese-personal-name-dataset 0.4.0 (MIT).
# Read by translit.matching.persons.otherwise.han_tables by way of translit.writing.bloom, which tells how.
"""
# Forms of names that the lists of Unihan lack; general knowledge.
OLD = "澤沢 濱浜 邊辺 邉辺 齋斎 齊斉 嶋島 嶌島 髙高 﨑崎 舘館 冨富 栁柳 桒桑"
CURRENT = "尭巌晃禄萌遥穣凜"  # which Unihan gives another form of today, though these are the ones in names; the same
_NOT_FIRST = tuple("ゃゅょんっー")  # kana that start no reading
Pairs = list[tuple[str, str]]


class Reader:
    """Which kana belong to which character: counts of the best ways to part all names, repeated."""

    def __init__(self, known: dict[str, Counter[str]]) -> None:
        self._known = {char: set(readings) for char, readings in known.items()}
        self._costs: dict[str, dict[str, float]] = {}
        self._count(known)

    def _count(self, counts: dict[str, Counter[str]]) -> None:
        """Take the costs of readings from how often each was met; one of the dictionaries counts once more."""
        for char in {*counts, *self._known}:
            met = counts.get(char, Counter()) + Counter(self._known.get(char, ()))
            total = sum(met.values()) + 2.0
            self._costs[char] = {reading: -math.log(count / total) for reading, count in met.items()}

    def learn(self, pairs: Pairs) -> None:
        """Part all names `ROUNDS` times, each time by what the last parting counted."""
        for _ in range(ROUNDS):
            self._count(counted(pairs, self))

    def part(self, word: str, kana: str) -> list[tuple[str, str]] | None:
        """Each character with its kana; nothing where a character would have none or too many."""
        best: dict[int, tuple[float, list[tuple[str, str]]]] = {0: (0.0, [])}
        for char in word:
            costs = self._costs.get(char, {})
            nearer: dict[int, tuple[float, list[tuple[str, str]]]] = {}
            for start, (cost, path) in best.items():
                for end in range(start + 1, min(start + LONGEST, len(kana)) + 1):
                    if kana[end : end + 1] in _NOT_FIRST:
                        continue
                    total = cost + costs.get(kana[start:end], UNKNOWN + end - start)
                    if end not in nearer or total < nearer[end][0]:
                        nearer[end] = total, [*path, (char, kana[start:end])]
            best = nearer
        return best[len(kana)][1] if len(kana) in best else None


def given_pairs(folder: Path) -> Pairs:
    """Given names of men and women: characters and kana."""
    found: set[tuple[str, str]] = set()
    for sort in ("man", "woman"):
        with (folder / f"first_name_{sort}_org.csv").open(encoding="utf-8") as file:
            found.update((word, row[0]) for row in csv.reader(file) for word in row[2:])
    return sorted(found)


def family_pairs(folder: Path) -> Pairs:
    """Family names, the commonest first: characters and kana."""
    with (folder / "last_name_org.csv").open(encoding="utf-8") as file:
        return [(row[0], row[2]) for row in csv.reader(file)]


def kept(counts: Counter[str], whole: Iterable[str] = ()) -> list[str]:
    """The readings worth keeping, in Latin letters, the commonest first; then those of whole names of one character."""
    total = sum(counts.values())
    found = [reading for reading, count in counts.most_common() if count >= LEAST and count / total >= SHARE]
    return list(dict.fromkeys(filter(None, map(romaji, [*found[:MOST], *whole]))))


class Characters:
    """The rows of the table of characters."""

    def __init__(self, properties: dict[str, dict[str, str]], hong_kong: dict[str, Sequence[str]]) -> None:
        self.properties, self.hong_kong = properties, hong_kong
        self.used = {char for char, values in properties.items() if {"kJoyoKanji", "kJinmeiyoKanji"} & values.keys()}
        self.today = {pair[0]: pair[1] for pair in OLD.split()}  # old form → the form that Japan writes today
        self.traditional: dict[str, list[str]] = {}
        for char, values in properties.items():
            for name in ("kJinmeiyoKanji", "kJoyoKanji"):
                self.today.update((char, other) for other in characters_of(values.get(name, "")))
            others = characters_of(values.get("kTraditionalVariant", ""))
            self.traditional[char] = [other for other in others if other != char]

    def form_of_today(self, char: str) -> str:
        """What Japan writes for a character: 沢 for 澤, 広 for 廣 and for 广."""
        if char in CURRENT:
            return char
        return next((self.today[one] for one in (char, *self.traditional.get(char, ())) if one in self.today), char)

    def rows(self, given: dict[str, list[str]], family: dict[str, list[str]]) -> Iterator[str]:
        """A line for each character that any language reads in names."""
        korean = self._of("kHangul", lambda value: re.findall(r"([가-힣]):", value))
        languages = (given, family, self.hong_kong, korean, self._of("kVietnamese", str.split))
        for char in sorted({*self.properties, *self.hong_kong}):
            today = self.form_of_today(char)
            cells = [" ".join(self._readings(char, today, readings)) for readings in languages]
            if any(cells[:2]) or (cells[2] and cells[3]):
                yield "\t".join([char, today if today != char else "", *cells]) + "\n"

    def _of(self, name: str, read: Callable[[str], list[str]]) -> dict[str, Sequence[str]]:
        return {char: read(values[name]) for char, values in self.properties.items() if name in values}

    def _readings(self, char: str, today: str, readings: Mapping[str, Sequence[str]]) -> Sequence[str]:
        others = (char, today, *self.traditional.get(char, ()))
        return next((readings[one] for one in others if readings.get(one)), ())


def counted(pairs: Iterable[tuple[str, str]], reader: Reader) -> dict[str, Counter[str]]:
    """How often each character has each reading in names."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for word, kana in pairs:
        for char, reading in reader.part(word, kana) or ():
            found[char][reading] += 1
    return found


def main() -> None:
    """Write both tables, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("unihan", type=Path)
    parser.add_argument("japanese", type=Path)
    parser.add_argument("hong_kong", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    properties = unihan(options.unihan)
    families = family_pairs(options.japanese)
    pairs = [(repeated(word), kana) for word, kana in given_pairs(options.japanese)]
    reader = Reader(dictionary_readings(properties))
    reader.learn([*pairs, *((repeated(word), kana) for word, kana in families)])
    characters = Characters(properties, json.loads(options.hong_kong.read_text(encoding="utf-8")))
    whole: dict[str, list[str]] = defaultdict(list)
    for word, kana in pairs:
        whole[word].append(kana)
    given = {char: kept(found, whole.get(char, ())) for char, found in counted(pairs, reader).items()}
    of_families = counted([(repeated(word), kana) for word, kana in families], reader)
    spoken = dictionary_readings(properties)
    chars = {*of_families, *given, *characters.used} & spoken.keys()
    family = {char: kept(of_families.get(char, Counter()), spoken[char]) for char in chars}
    (options.output / "han.tsv").write_text("".join([HEAD, *characters.rows(given, family)]), encoding="utf-8")
    known = Attested.of({f"{word} {romaji(kana)}" for word, kana in pairs})
    lines = [HEAD_OF_GIVEN.format(count=len(known)), *(f"{line}\n" for line in known.lines())]
    (options.output / "han_given.txt").write_text("".join(lines), encoding="utf-8")
    rows = (f"{word}\t{romaji(kana)}\n" for word, kana in dict(families).items())
    (options.output / "han_families.tsv").write_text("".join([HEAD_OF_FAMILIES, *rows]), encoding="utf-8")


if __name__ == "__main__":
    main()
