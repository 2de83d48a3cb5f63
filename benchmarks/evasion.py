"""Names written so as not to be found: the share of evasions of each kind that are still taken for the name.

    python benchmarks/evasion.py [--peers] [--misses 5]

For 40 public figures and ten kinds of evasion, several variants of each are made by a fixed rule (no dice, so that the
figures come back). `above` is the share of pairs whose score passes one half, `first` the share whose name is found
first among all people of the seeds. rapidfuzz is its WRatio after its default processing, over 100; logic-v2 is that
of nomenklatura, in the environment that `make peers` makes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import translit

PEERS = Path(__file__).resolve().parent.parent / ".venv-peers" / "bin" / "python"
FIGURES = """Vladimir Putin; Dmitry Medvedev; Sergei Lavrov; Sergei Shoigu; Mikhail Mishustin; Alexander Lukashenko;
Sviatlana Tsikhanouskaya; Volodymyr Zelensky; Petro Poroshenko; Yulia Tymoshenko; Vitali Klitschko; Angela Merkel;
Olaf Scholz; Emmanuel Macron; Nicolas Sarkozy; Boris Johnson; Theresa May; Donald Trump; Barack Obama; Joe Biden;
Hillary Clinton; Kamala Harris; Viktor Orban; Donald Tusk; Andrzej Duda; Lech Walesa; Vaclav Havel; Robert Fico;
Recep Erdogan; Bashar Assad; Saddam Hussein; Muammar Gaddafi; Benjamin Netanyahu; Nelson Mandela; Narendra Modi;
Xi Jinping; Shinzo Abe; Justin Trudeau; Mikhail Gorbachev; Boris Yeltsin"""
ALIKE = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
GREEK = dict(zip("oABEHIKMNOPTXYZ", "οΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
LEET = str.maketrans("aeiosAEIOS", "4310543105")
VOWELS = "aeiou"


def figures() -> list[str]:
    return [name.strip() for name in FIGURES.replace("\n", " ").split(";")]


def lookalikes(name: str) -> Iterator[str]:
    for table in (ALIKE, GREEK):
        places = [place for place, char in enumerate(name) if char in table]
        for chosen in (places[:1], places[-1:], places[::2], places):
            yield "".join(table[char] if place in chosen else char for place, char in enumerate(name))


def zero_width(name: str) -> Iterator[str]:
    for sign in "\u200b\u200d\u2060\u00ad":
        yield name[:2] + sign + name[2:]
        yield sign.join(name)


def doubled(name: str) -> Iterator[str]:
    for place in (1, len(name) // 3, len(name) - 2):
        if name[place].isalpha():
            yield name[:place] + name[place] * 2 + name[place + 1 :]


def spaced(name: str) -> Iterator[str]:
    yield " ".join(name.replace(" ", "  "))
    yield "  ".join(" ".join(word) for word in name.split())
    yield ".".join(name)
    yield " ".join(f"{word[: len(word) // 2]} {word[len(word) // 2 :]}" for word in name.split())


def leet(name: str) -> Iterator[str]:
    yield name.translate(LEET)
    yield name.replace("o", "0").replace("i", "1")
    yield name.replace("e", "3")


def bidi(name: str) -> Iterator[str]:
    yield f"\u202a{name}\u202c"
    yield f"\u2066{name}\u2069"
    yield name[:3] + "\u200f" + name[3:]
    yield f"\u202e{name}\u202c"


def vowels_dropped(name: str) -> Iterator[str]:
    yield "".join(word[0] + "".join(char for char in word[1:] if char not in VOWELS) + " " for word in name.split())
    given, family = name.split(maxsplit=1)
    yield f"{given} {family[0]}{''.join(char for char in family[1:] if char not in VOWELS)}"
    inner = next((place for place, char in enumerate(family[1:-1], 1) if char in VOWELS), 0)
    if inner:
        yield f"{given} {family[:inner]}{family[inner + 1 :]}"


def cut(name: str) -> Iterator[str]:
    yield name[:-1]
    given, family = name.split(maxsplit=1)
    yield f"{given[:4]}. {family}"
    if len(family) > 6:
        yield f"{given} {family[:-2]}"


def glued(name: str) -> Iterator[str]:
    yield name.replace(" ", "")
    yield "".join(reversed(name.split()))
    yield name.replace(" ", "_")


def swapped(name: str) -> Iterator[str]:
    yield " ".join(reversed(name.split()))
    for word in name.split():
        middle = len(word) // 2
        if len(word) > 3 and word[middle] != word[middle - 1]:
            yield name.replace(word, word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :])


KINDS: dict[str, Callable[[str], Iterator[str]]] = {
    "look-alikes": lookalikes,
    "zero width": zero_width,
    "doubled": doubled,
    "spaced": spaced,
    "l33t": leet,
    "bidi": bidi,
    "vowels dropped": vowels_dropped,
    "cut": cut,
    "glued": glued,
    "swapped": swapped,
}


def pairs_of(kind: str) -> list[tuple[str, str]]:
    """Name and evasion, each different from the name and once."""
    return [
        (name, evasion)
        for name in figures()
        for evasion in dict.fromkeys(each.strip() for each in KINDS[kind](name))
        if evasion != name
    ]


def peer_scores(pairs: list[tuple[str, str]]) -> list[float]:
    done = subprocess.run(
        [PEERS, Path(__file__).with_name("peer_nomenklatura.py")],
        input=json.dumps(pairs),
        capture_output=True,
        text=True,
        check=True,
    )
    return list(json.loads(done.stdout)["scores"])


def main() -> None:
    from rapidfuzz import fuzz, utils

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", action="store_true", help="also logic-v2; needs `make peers`")
    parser.add_argument("--misses", type=int, default=0, help="show so many pairs of each kind that aren't found")
    given = parser.parse_args()
    strangers = [entity for entity in translit.seeds() if entity.kind == "person"]
    added = [translit.Entity(f"figure-{name}", "person", [name]) for name in figures()]
    resolver = translit.Resolver([*strangers, *added])
    print(f"{'kind':16}{'pairs':>6}{'above':>8}{'first':>8}{'WRatio':>8}" + ("logic-v2" if given.peers else ""))
    for kind in KINDS:
        pairs = pairs_of(kind)
        scores = translit.compare_many(pairs)
        found = resolver.resolve_many([evasion for _, evasion in pairs], 1)
        first = [
            bool(hits) and translit.compare(hits[0].entity.name, name).probability > 0.9
            for hits, (name, _) in zip(found, pairs, strict=True)
        ]
        ratios = [fuzz.WRatio(a, b, processor=utils.default_process) / 100 for a, b in pairs]
        line = f"{kind:16}{len(pairs):6}{(scores > 0.5).mean():8.3f}{sum(first) / len(first):8.3f}"
        line += f"{sum(ratio > 0.5 for ratio in ratios) / len(ratios):8.3f}"
        if given.peers:
            line += f"{sum(score > 0.5 for score in peer_scores(pairs)) / len(pairs):8.3f}"
        print(line)
        missed = [pair for pair, score, good in zip(pairs, scores, first, strict=True) if score <= 0.5 or not good]
        for name, evasion in missed[: given.misses]:
            print(f"    {name} / {evasion!a}: {translit.compare(name, evasion).probability:.3f}")


if __name__ == "__main__":
    main()
