"""The documents that a query finds, as the page shows them."""

from __future__ import annotations

from typing import Any

from translit.corpus.store import Corpus

DOCUMENTS, PASSAGES = 30, 3


def hits(corpus: Corpus, query: str) -> list[dict[str, Any]]:
    """The best documents with their passages; of each passage where the name stands in it.

    >>> corpus = Corpus()
    >>> _ = corpus.add([("1", "В Минске Лукашенко встретился с Путиным.")])
    >>> found = hits(corpus, "Uładzimir Pucin")
    >>> found[0]["id"], found[0]["passages"][0]["spelling"]
    ('1', 'Путиным')
    """
    return [
        {
            **{"id": hit.document_id, "title": hit.title, "source": hit.source, "date": hit.date, "url": hit.url},
            **{"language": hit.language, "probability": round(hit.probability, 4), "mentions": hit.mentions},
            "passages": [
                {"text": one.text, "start": one.offset, "spelling": one.spelling, "reason": one.reason}
                for one in hit.snippets[:PASSAGES]
            ],
        }
        for hit in corpus.search(query, DOCUMENTS)
    ]
