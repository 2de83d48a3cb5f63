"""How often `detect` is right first: words that the letter models have never seen, written by the main schemes.

    python benchmarks/detect.py TRAIN_FOLDER [--dictionaries /usr/share/hunspell]
                                [--words 20] [--letters 10] [--wrong] [--confused] [--cyrillic]
                                [--part 0] [--tables tables/match]

The tables of tables/match are measured as they are: `translit.learn.letters` never learns the tenth of all words that
`held_back` names, a name together with its forms in the sister languages. The words are drawn from that tenth, without
those that the tables know as whole words (given names, the names of seeds/): half of them names of the lists, half
words of the dictionaries. Each is written by every main scheme of its language. The figures, each of the first three
with the one before it:

strict    the first detection names the language and the scheme that wrote the word
equal     or names that scheme among its equals, those that write its original the very same way. Nothing in the word
          tells equals apart: Lukashenka is what the passport, an English newspaper and others write for Лукашэнка
sister    or the first detection is another language in which the spelling is an attested word, written by the scheme
          that it names. Nothing in the word tells these apart either: Aleksievich is Алексиевич and Алексіевіч
language  the first detection names the language, whichever scheme
shared    the spelling is an attested word of another language too, by a main scheme and among the detections. Whoever
          knew every word would have to guess here, so about half of this is out of reach for `equal`

A second table has words drawn from all words alike, those that were learned and those that are known included, as
most words that a user asks for are.

With --cyrillic the words are given as they are, and only the language is asked; a word that is attested in the
language found counts for `sister`. --part and --tables are for choosing between models: `translit.learn.letters --part
1` learns tables without a second tenth of the words, on which they can be compared before the first is looked at.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from translit.data import folder
from translit.learn.held_words import tenth
from translit.learn.letters import ALPHABETS, dictionary, known_words, words
from translit.writing.conventions import commonness
from translit.writing.detect import Detection, Models, rank
from translit.writing.letter_model import read
from translit.writing.registry import scheme_of

MAIN = 0.02  # the share of its language's spellings from which a scheme is a main one
FIGURES = ("strict", "equal", "sister", "language", "shared")
LANGUAGES = sorted(ALPHABETS)
Pools = dict[str, list[str]]  # language → words


def main() -> None:
    arguments = options()
    kinds = {"names": words(arguments.folder)}
    if (arguments.dictionaries / "be_BY.dic").exists():
        kinds["words"] = {language: dictionary(arguments.dictionaries, language) for language in LANGUAGES}
    else:
        print(
            f"names only: {arguments.dictionaries} has no dictionaries (packages hunspell-be, hunspell-ru, hunspell-uk)"
        )
    unseen = Measurement(kinds, arguments)
    for kind, found in kinds.items():
        unseen.add(kind, {language: pool(language, found[language], arguments) for language in LANGUAGES})
    print("\nwords that were not learned")
    unseen.report(every=True)
    print(f"\n{1000 * sorted(unseen.spent)[len(unseen.spent) // 2]:.1f} ms a call,", end=" ")
    print(f"{1000 * sum(unseen.spent) / len(unseen.spent):.1f} in the mean")
    if arguments.confused:
        print("\n".join(f"{times:5} {pair}" for pair, times in unseen.confused.most_common(60)))
    everything = Measurement(kinds, arguments)
    for kind, found in kinds.items():
        everything.add(kind, {language: long(found[language], arguments.letters) for language in LANGUAGES})
    print("\nwords drawn from all, those that were learned included")
    everything.report(every=False)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dictionaries", type=Path, default=Path("/usr/share/hunspell"))
    parser.add_argument("--words", type=int, default=20, help="names and as many dictionary words a scheme")
    parser.add_argument("--letters", type=int, default=10, help="letters a word")
    parser.add_argument("--wrong", action="store_true", help="print the wrong ones")
    parser.add_argument("--confused", action="store_true", help="print which scheme was taken for which")
    parser.add_argument("--cyrillic", action="store_true", help="ask for the language of Cyrillic words")
    parser.add_argument("--part", type=int, default=0, help="the tenth of the words to draw from")
    parser.add_argument("--tables", type=Path, default=folder("tables") / "match", help="where the letter models are")
    return parser.parse_args()


class Measurement:
    """The figures of some words, by kind, language and scheme."""

    def __init__(self, kinds: dict[str, Pools], arguments: argparse.Namespace) -> None:
        self.attested = {
            language: {word for pools in kinds.values() for word in pools[language]} for language in LANGUAGES
        }
        self.arguments = arguments
        self.models = models(arguments.tables)
        self.tally: Counter[tuple[str, str]] = Counter()
        self.confused: Counter[str] = Counter()
        self.spent: list[float] = []

    def add(self, kind: str, pools: Pools) -> None:
        """Detects what the main schemes make of words drawn from the pools."""
        print(f"{kind} to draw from:", ", ".join(f"{language} {len(pools[language])}" for language in LANGUAGES))
        cyrillic = self.arguments.cyrillic
        for language, id_, word in cases(pools, self.arguments.words):
            text = word.capitalize() if cyrillic else scheme_of(id_).transliterate(word.capitalize())
            started = time.perf_counter()
            detected = rank(text, self.models)
            self.spent.append(time.perf_counter() - started)
            reached = judge(detected, language, None if cyrillic else id_, text, self.attested)
            for title in ("all", kind, language, f"{language} {kind}", id_):
                self.tally.update((title, figure) for figure in (*reached, "of"))
            if "equal" not in reached:
                first = detected[0].scheme or detected[0].language if detected else "nothing"
                self.confused[f"{id_} → {first}"] += 1
                if self.arguments.wrong:
                    print(f"  {word}\t{text}\t{id_} → {first}\t{detected[0].original if detected else ''}")

    def report(self, every: bool) -> None:
        """Prints the shares, the worst first; those of the schemes only if `every`."""
        tally = self.tally
        print(f"{'':28}    of {' '.join(f'{figure:>8}' for figure in FIGURES)}")
        titles = {title for title, _ in tally if every or "-" not in title}
        for title in sorted(titles, key=lambda title: ("-" not in title, tally[title, "equal"] / tally[title, "of"])):
            shares = (f"{tally[title, figure] / tally[title, 'of']:8.3f}" for figure in FIGURES)
            print(f"{title:28} {tally[title, 'of']:5} {' '.join(shares)}")


def models(tables: Path) -> Models:
    """The letter models in a folder."""
    return cache(partial(read, tables))


def pool(language: str, found: list[str], arguments: argparse.Namespace) -> list[str]:
    """The words to draw from that weren't learned."""
    known = known_words(language)
    return [word for word in long(found, arguments.letters) if tenth(word) == arguments.part and word not in known]


def long(found: list[str], letters: int) -> list[str]:
    """The words of so many letters."""
    return [word for word in found if len(word) == letters]


def cases(pools: Pools, most: int) -> Iterator[tuple[str, str, str]]:
    """(language, main scheme, word), for each scheme words drawn at random."""
    generator = random.Random(7)
    for language in LANGUAGES:
        for id_, share in commonness(language).items():
            if share >= MAIN:
                for word in generator.sample(pools[language], min(most, len(pools[language]))):
                    yield language, id_, word


def judge(
    found: list[Detection], language: str, id_: str | None, text: str, attested: dict[str, set[str]]
) -> tuple[str, ...]:
    """The figures that this answer counts for."""
    if not found:
        return ()
    best = found[0]
    original = best.original.lower()
    mine = best.language == language
    strict = mine and best.scheme == id_
    equal = strict or (mine and id_ in best.equals)
    written = text if best.scheme is None else scheme_of(best.scheme).transliterate(best.original)
    sister = equal or (not mine and original in attested.get(best.language, ()) and written == text)
    shared = any(
        other.language != language
        and other.original.lower() in attested.get(other.language, ())
        and (other.scheme is None or commonness(other.language)[other.scheme] >= MAIN)
        for other in found
    )
    figures = (strict, equal, sister, mine, shared)
    return tuple(figure for figure, reached in zip(FIGURES, figures, strict=True) if reached)


if __name__ == "__main__":
    main()
