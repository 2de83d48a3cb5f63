"""Token pairs to learn from: the same name in two spellings, from the training files and from the rule tables."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

from translit.matching.phonetics.fold import CYRILLIC, fold, is_foreign
from translit.writing.registry import scheme_of, schemes

Pair = tuple[str, str]
WORDS_A_SCHEME = 300


def rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """(entity, language, name) of a training file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            entity, language, name = line.rstrip("\n").split("\t")[:3]
            yield entity, language, name


def by_entity(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Entity → its (language, name) rows."""
    found: dict[str, list[tuple[str, str]]] = {}
    for entity, language, name in rows(path):
        found.setdefault(entity, []).append((language, name))
    return found


def is_cyrillic_token(token: str) -> bool:
    """Whether a folded token is written in Cyrillic."""
    return bool(token) and token[0] in CYRILLIC


def is_of_one_script(token: str) -> bool:
    """Whether a folded token is all Cyrillic or all Latin, and not empty."""
    return bool(token) and len({letter in CYRILLIC for letter in token}) == 1


def token_pairs(path: Path, generator: random.Random, most: int = 12) -> Iterator[Pair]:
    """Pairs of folded one-word names of one entity, Cyrillic on the left; at most `most` an entity."""
    for names in by_entity(path).values():
        tokens = sorted({fold(name) for _, name in names if " " not in name and not is_foreign(name)} - {""})
        pairs = [(a, b) for index, a in enumerate(tokens) for b in tokens[index + 1 :]]
        if len(pairs) > most:
            pairs = generator.sample(pairs, most)
        yield from map(oriented, pairs)


def phrase_pairs(path: Path, generator: random.Random, most: int = 12) -> Iterator[Pair]:
    """Pairs of folded words at the same place of two names with as many words, of one entity."""
    for names in by_entity(path).values():
        words = sorted({tuple(fold(word) for word in name.split()) for _, name in names})
        pairs = [
            (a, b)
            for index, one in enumerate(words)
            for other in words[index + 1 :]
            if len(one) == len(other)
            for a, b in zip(one, other, strict=True)
            if a and b and a != b
        ]
        yield from map(oriented, pairs if len(pairs) <= most else generator.sample(pairs, most))


def table_pairs(words: dict[str, list[str]], generator: random.Random) -> Iterator[Pair]:
    """Pairs that the rule tables give: a word and its spelling by a scheme, or two such spellings."""
    for language, known in sorted(words.items()):
        ids = [info.id for info in schemes(language)]
        for id_ in ids:
            scheme = scheme_of(id_)
            for word in generator.sample(known, min(WORDS_A_SCHEME, len(known))):
                spelling = fold(scheme.transliterate(word))
                yield oriented((fold(word), spelling))
                other = fold(scheme_of(generator.choice(ids)).transliterate(word))
                if other != spelling:
                    yield oriented((spelling, other))


def oriented(pair: Pair) -> Pair:
    """The pair with the Cyrillic token, if there is one, on the left."""
    a, b = pair
    return (b, a) if is_cyrillic_token(b) and not is_cyrillic_token(a) else pair
