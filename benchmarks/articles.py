"""Names found in the short articles of tests/data/articles, by language: precision, recall and F1 of `Resolver.find`.

    python benchmarks/articles.py [--split dev|test|all] [--lang be] [--threshold .5] [--misses 9] [--told] [--folder .]

The articles were written for this, by hand: inflected names, family names alone, namesakes, common words that look
like names, and articles without any. Names stand in double brackets with their entity's id: [[Лукашэнкам|id]]; the
entities are those of seeds/. Half of each language's articles, those of the split `test`, are for judging only:
whoever tunes the finder looks at `dev`, and misses of `test` aren't shown. be-Latn.jsonl is be.jsonl transliterated.
With `--folder tests/data/news --split dev` articles as a news desk writes them, in 23 languages, nine without capitals.

A found mention is right if it overlaps a true one of the same entity; `span` is the share of these with the same start
and end. --told gives the language of the article; else it is recognised.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import translit

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "articles"
MARKED = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)\]\]")
SPLITS = ("dev", "test")
Span = tuple[int, int, str]  # start, end, entity id


@dataclass(frozen=True)
class Article:
    """A short text with the names that stand in it."""

    id: str
    lang: str
    split: str
    text: str
    mentions: tuple[Span, ...]


def read_markup(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its brackets, and the spans that stood in them.

    >>> read_markup("У [[Мінску|minsk]] дождж.")
    ('У Мінску дождж.', ((2, 8, 'minsk'),))
    """
    text, spans, end = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[end : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    return text + marked[end:], tuple(spans)


def articles(lang: str | None = None, split: str = "all", folder: Path = FOLDER) -> Iterator[Article]:
    """The articles of one language or all, of one split or all."""
    for path in sorted(folder.glob("*.jsonl")):
        if lang not in (None, path.stem):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if split in ("all", row["split"]):
                yield Article(row["id"], row["lang"], row["split"], *read_markup(row["text"]))


def judged(found: Sequence[Span], true: Sequence[Span]) -> tuple[list[bool], set[int]]:
    """Which found mentions are right, and which true ones were found."""
    hit: set[int] = set()
    right = []
    for start, end, entity in found:
        places = (
            place
            for place, (begin, stop, wanted) in enumerate(true)
            if place not in hit and wanted == entity and start < stop and begin < end
        )
        place = next(places, None)
        right.append(place is not None)
        if place is not None:
            hit.add(place)
    return right, hit


def f1(right: int, found: int, true: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision, recall = right / max(found, 1), right / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=(*SPLITS, "all"), default="test")
    parser.add_argument("--lang")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--misses", type=int, default=0, help="misses to show, of the split dev only")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--told", action="store_true", help="give the language of the article")
    arguments = parser.parse_args()
    resolver = translit.Resolver(translit.seeds())
    totals = [0, 0, 0]
    shown: list[str] = []
    for lang in sorted({article.lang for article in articles(arguments.lang, folder=arguments.folder)}):
        counts = [0, 0, 0, 0]  # right, found, true, right with the same span
        for article in articles(lang, arguments.split, arguments.folder):
            language = lang if arguments.told else None
            answer = resolver.find(article.text, language=language)
            found = [(m.start, m.end, m.entity.id) for m in answer if m.probability >= arguments.threshold]
            right, hit = judged(found, article.mentions)
            counts = [
                counts[0] + sum(right),
                counts[1] + len(found),
                counts[2] + len(article.mentions),
                counts[3] + len(set(found) & set(article.mentions)),
            ]
            if article.split == "dev":
                shown += [
                    f"{article.id}\tfalse\t{article.text[s:e]}\t{i}"
                    for (s, e, i), ok in zip(found, right, strict=True)
                    if not ok
                ]
                missed = (span for place, span in enumerate(article.mentions) if place not in hit)
                shown += [f"{article.id}\tmissed\t{article.text[s:e]}\t{i}" for s, e, i in missed]
        print(f"{lang:8}", "P={:.3f} R={:.3f} F1={:.3f}".format(*f1(*counts[:3])), end=" ")
        print(f"span={counts[3] / max(counts[0], 1):.3f} of {counts[2]} mentions")
        totals = [total + count for total, count in zip(totals, counts, strict=False)]
    print(f"{'all':8}", "P={:.3f} R={:.3f} F1={:.3f}".format(*f1(*totals)))
    print("\n".join(shown[: arguments.misses]))


if __name__ == "__main__":
    main()
