"""How often `detect` is right first: words that the letter models have never seen, written by the main schemes.

    python benchmarks/detect.py TRAIN_FOLDER [--dictionaries /usr/share/hunspell]
                                [--words 20] [--letters 10] [--wrong] [--confused] [--cyrillic]

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

With --cyrillic the words are given as they are, and only the language is asked; a word that is attested in the
language found counts for `sister`.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translit.learn.letters import ALPHABETS, dictionary, held_back, known_words, words
from translit.writing.conventions import commonness
from translit.writing.detect import Detection, detect
from translit.writing.registry import scheme

MAIN = 0.02  # the share of its language's spellings from which a scheme is a main one
FIGURES = ("strict", "equal", "sister", "language")
Pools = dict[str, list[str]]  # language → words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dictionaries", type=Path, default=Path("/usr/share/hunspell"))
    parser.add_argument("--words", type=int, default=20, help="names and as many dictionary words a scheme")
    parser.add_argument("--letters", type=int, default=10, help="letters a word")
    parser.add_argument("--wrong", action="store_true", help="print the wrong ones")
    parser.add_argument("--confused", action="store_true", help="print which scheme was taken for which")
    parser.add_argument("--cyrillic", action="store_true", help="ask for the language of Cyrillic words")
    arguments = parser.parse_args()
    kinds = {"names": words(arguments.folder)}
    if (arguments.dictionaries / "be_BY.dic").exists():
        kinds["words"] = {language: dictionary(arguments.dictionaries, language) for language in ALPHABETS}
    else:
        print(
            f"names only: {arguments.dictionaries} has no dictionaries (packages hunspell-be, hunspell-ru, hunspell-uk)"
        )
    attested = {language: {word for found in kinds.values() for word in found[language]} for language in ALPHABETS}
    tally: Counter[tuple[str, str]] = Counter()
    confused: Counter[str] = Counter()
    spent = []
    for kind, found in kinds.items():
        pools = {language: pool(language, found[language], arguments.letters) for language in ALPHABETS}
        print(f"{kind} to draw from:", ", ".join(f"{language} {len(pools[language])}" for language in ALPHABETS))
        for language, id_, word in cases(pools, arguments.words):
            text = word.capitalize() if arguments.cyrillic else scheme(id_).transliterate(word.capitalize())
            started = time.perf_counter()
            detected = detect(text)
            spent.append(time.perf_counter() - started)
            reached = judge(detected, language, None if arguments.cyrillic else id_, text, attested)
            for title in ("all", kind, language, f"{language} {kind}", id_):
                tally.update((title, figure) for figure in (*reached, "of"))
            if "equal" not in reached:
                first = detected[0].scheme or detected[0].language if detected else "nothing"
                confused[f"{id_} → {first}"] += 1
                if arguments.wrong:
                    print(f"  {word}\t{text}\t{id_} → {first}\t{detected[0].original if detected else ''}")
    print(f"\n{'':28}    of {' '.join(f'{figure:>8}' for figure in FIGURES)}")
    titles = {title for title, _ in tally}
    for title in sorted(titles, key=lambda title: ("-" not in title, tally[title, "equal"] / tally[title, "of"])):
        shares = (f"{tally[title, figure] / tally[title, 'of']:8.3f}" for figure in FIGURES)
        print(f"{title:28} {tally[title, 'of']:5} {' '.join(shares)}")
    print(f"\n{1000 * sorted(spent)[len(spent) // 2]:.1f} ms a call, {1000 * sum(spent) / len(spent):.1f} in the mean")
    if arguments.confused:
        print("\n".join(f"{times:5} {pair}" for pair, times in confused.most_common(60)))


def pool(language: str, found: list[str], letters: int) -> list[str]:
    """The words to draw from."""
    known = known_words(language)
    return [word for word in found if len(word) == letters and held_back(word) and word not in known]


def cases(pools: Pools, most: int) -> Iterator[tuple[str, str, str]]:
    """(language, main scheme, word), for each scheme words drawn at random."""
    generator = random.Random(7)
    for language in sorted(ALPHABETS):
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
    written = text if best.scheme is None else scheme(best.scheme).transliterate(best.original)
    sister = equal or (not mine and original in attested.get(best.language, ()) and written == text)
    return tuple(figure for figure, reached in zip(FIGURES, (strict, equal, sister, mine), strict=True) if reached)


if __name__ == "__main__":
    main()
