"""Searching."""

from __future__ import annotations

import sqlite3

import numpy as np

from translit.corpus.asked import asked_words, terms_for
from translit.corpus.postings import PLACE_BITS, read
from translit.corpus.documents import Hit

WINDOW = 3


class S:
    pass


def spots_of(connection, terms):
    found = read(connection, terms.numbers)
    s = S()
    order = np.argsort(found.codes, kind="stable")
    s.codes, s.marks, s.far = found.codes[order], found.marks[order], np.asarray(terms.distances)[found.which][order] if len(order) else np.empty(0)
    return s


def search(connection: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    """Hits, best first."""
    words = asked_words(query)
    spots = [spots_of(connection, terms_for(connection, word)) for word in words]
    total = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    numbers, scores = rank(words, spots, total)
    order = np.lexsort((numbers, -scores))[:limit]
    hits = []
    for k in order.tolist():
        row = connection.execute("SELECT id, title, source, date, language, url FROM documents WHERE number = ?", (int(numbers[k]),)).fetchone()
        if row:
            hits.append(Hit(row[0], float(scores[k]), float(scores[k]), *row[1:]))
    return hits


def rank(words, spots, total: int):
    if not any(len(s.codes) for s in spots):
        return np.empty(0, dtype=np.int64), np.empty(0)
    anchors = np.unique(np.concatenate([s.codes for s in spots]))
    weights = []
    for word, s in zip(words, spots):
        df = len(np.unique(s.codes >> PLACE_BITS))
        weights.append(np.log(1 + total / (df + 0.5)) * (0.5 if word.given and len(words) > 1 else 1.0))
    sim = np.zeros((len(words), len(anchors)))
    flag = np.zeros(len(anchors), dtype=bool)
    for j, s in enumerate(spots):
        if not len(s.codes):
            continue
        near = 1 - (s.far / 0.6)
        place = np.searchsorted(s.codes, anchors)
        for shift in (-2, -1, 0, 1, 2):
            k = np.clip(place + shift, 0, len(s.codes) - 1)
            gap = np.abs(s.codes[k] - anchors)
            ok = gap <= WINDOW
            sim[j] = np.maximum(sim[j], np.where(ok, near[k] * (1 - 0.05 * gap), 0))
            flag |= (gap == 0) & (s.marks[k] == 2) & (not words[j].given)
    w = np.array(weights)
    S = (w[:, None] * sim).sum(0) / w.sum()
    given = [j for j, x in enumerate(words) if x.given]
    if given and len(words) > 1:
        lone = flag & (sim[given].max(0) == 0)
        S = np.where(lone, S * 0.5, S)
    docs = anchors >> PLACE_BITS
    numbers, first = np.unique(docs, return_index=True)
    best = np.maximum.reduceat(S, first)
    count = np.add.reduceat(S, first)
    return numbers, best + 0.05 * np.log1p(count)
