"""Where a mention ends: without the English 's, and with the quotation mark that closes one inside."""

from __future__ import annotations

from translit.text.candidate import Candidate
from translit.text.owner_words import WHOSE
from translit.text.words import Text

QUOTES = {"«": "»", "„": "“”", "“": "”", "”": "”", '"': '"', "‘": "’"}  # marks that open → marks that close them


def end_of(text: Text, first: int, last: int, best: Candidate) -> int:
    """Where the mention of a span of words ends in its text; `best` is the likeliest candidate.

    >>> from translit import Entity, Resolver
    >>> found = Resolver([Entity("hub", "organization", ["Центр «Весна»"])]).find("Центр «Весна» закрыт.")
    >>> [one.text for one in found]
    ['Центр «Весна»']
    """
    end, word = text.end(last), text.words[last]
    if word.text[-2:] in WHOSE and word.lower not in best.form.lowers:
        return end - 2
    inside, following = text.text[text.starts[first] : end], text.text[end : end + 1]
    for mark, closing in QUOTES.items():
        _, found, since = inside.rpartition(mark)
        if mark == closing and inside.count(mark) % 2 == 0:
            continue
        if found and following and following in closing and set(closing).isdisjoint(since):
            return end + 1
    return end
