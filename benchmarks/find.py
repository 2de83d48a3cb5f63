"""Speed of finding entities in texts, beside exact names by pyahocorasick and spaCy's EntityRuler, and their F1.


TEXT are files in UTF-8, each a text; without any, the articles of tests/data/articles are taken, which are full of
names. People are made up (`people.py`), the entities of seeds/ are among them. "first time": no word was met before.
"other texts": the words of the odd texts are known, the even ones are found. "words known": all were met. CPU time is
measured, so that a busy machine does not count; the best of three. The peers look for the names as they are listed, so
that their speed is a bound, not a rival's; F1 is that of each on the articles, none of which anything was learned from.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import articles
import people

from translit import Entity, Resolver, seeds
from translit.text.mentions import Finder

Spans = list[tuple[int, int, str]]


def seconds(call: Callable[[], object], times: int = 3) -> float:
    """The least CPU time of some calls."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def f1(find: Callable[[str], Spans]) -> float:
    """F1 over the articles: a mention is right if it overlaps a true one of its entity."""
    right = found = true = 0
    for article in articles.articles():
        mine = find(article.text)
        true, found = true + len(article.mentions), found + len(mine)
        for start, end, entity in article.mentions:
            right += any(one[2] == entity and one[0] < end and start < one[1] for one in mine)
    return 2 * right / max(found + true, 1)


def of_translit(known: Sequence[Entity], texts: Sequence[str], size: float) -> Iterator[tuple[str, float]]:
    """Each kind of run with MB/s."""
    start = time.process_time()
    index = Resolver(known).finder.index
    print(f"{len(known):,} entities, {size:.2f} MB of text; index built in {time.process_time() - start:.1f} s")
    finder = Finder(index)
    finder.prepare()
    yield "translit, first time", size / seconds(lambda: finder.find_many(texts), 1)
    half = Finder(index)
    half.find_many(texts[::2])
    others = texts[1::2] or texts
    part = sum(len(text.encode()) for text in others) / 1e6
    yield "translit, other texts of the kind", part / seconds(lambda: half.find_many(others), 1)
    yield "translit, words known", size / seconds(lambda: finder.find_many(texts))


def with_ahocorasick(known: Iterable[Entity]) -> Callable[[str], Spans]:
    """Finds the names as they are listed, the longest of those that overlap."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for entity in known:
        for name in entity.names:
            automaton.add_word(name, (len(name), entity.id))
    automaton.make_automaton()
    return lambda text: [(end + 1 - size, end + 1, id_) for end, (size, id_) in automaton.iter_long(text)]


def with_spacy(known: Iterable[Entity]) -> Callable[[str], Spans]:
    """Finds the names as they are listed by the tokens of spaCy's blank pipeline of many languages."""
    import spacy

    pipeline = spacy.blank("xx")
    pipeline.max_length = 1 << 30
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": one.kind, "pattern": name, "id": one.id} for one in known for name in one.names])
    return lambda text: [(one.start_char, one.end_char, one.ent_id_) for one in pipeline(text).ents]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--entities", type=int, default=10_000)
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in arguments.texts]
    texts = texts or [article.text for article in articles.articles()]
    size = sum(len(text.encode()) for text in texts) / 1e6
    made = islice(people.people(arguments.entities), arguments.entities)
    known: list[Entity] = [*seeds(), *(Entity(f"made-up:{one.number}", "person", [one.written()]) for one in made)]
    speed = dict(of_translit(known, texts, size))
    small = Resolver(seeds())
    quality = {
        "translit, words known": f1(lambda text: [(one.start, one.end, one.entity.id) for one in small.find(text)])
    }
    for name, make in (("pyahocorasick", with_ahocorasick), ("spaCy EntityRuler", with_spacy)):
        try:
            find = make(known)
        except ImportError:
            print(f"{name} isn't installed")
            continue
        speed[name] = size / seconds(lambda find=find: [find(text) for text in texts])  # type: ignore[misc]
        quality[name] = f1(make(seeds()))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # with the peers' lists, if they are there
    print(f"at most {memory:,.0f} MB of memory")
    whole = speed["translit, words known"]
    print(f"{'':36} {'MB/s':>8} {'ratio':>7} {'F1':>6}")
    for name, value in speed.items():
        print(f"{name:36} {value:8.3f} {value / whole:7.2f} {f'{quality[name]:.3f}' if name in quality else '':>6}")


if __name__ == "__main__":
    main()
