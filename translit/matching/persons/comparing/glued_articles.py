"""Arabic family names with the article glued to them: Alqahtani is al-Qahtani, and Qahtani for short."""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.latin_names import NATIVE, native
from translit.matching.phonetics.pivots import pivots
from translit.memo import memoized

ARTICLES = ("al", "el", "аль", "эль")
SHORTEST = 4  # letters that have to be left


@memoized
def may_be_glued(tokens: Sequence[str]) -> list[bool]:
    """Whether each folded word may begin with an article: not one that is known as a name by itself.

    >>> may_be_glued("alqahtani"), may_be_glued("alexander"), may_be_glued("alford"), may_be_glued("qahtani")
    (True, False, False, False)
    """
    return [token.startswith(ARTICLES) and _is_articled(token) for token in tokens]


def _is_articled(token: str) -> bool:
    if not token.islower() or len(_rest(token)) < SHORTEST:
        return False
    return not given_names().listed(token) and native(token) != NATIVE


def _rest(token: str) -> str:
    return token[next(len(article) for article in ARTICLES if token.startswith(article)) :]


def without_article(one: str, other: str) -> bool:
    """Whether one of two folded words is the other with an article.

    >>> [without_article("alqahtani", other) for other in ("qahtani", "kahtani", "qahtan")]
    [True, True, False]
    """
    if may_be_glued(other):
        one, other = other, one
    rest = _rest(one)
    return rest == other or pivots(rest)[0] == pivots(other)[0]
