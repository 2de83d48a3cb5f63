"""Words written letter by letter: P u t i n, P.u.t.i.n."""

from __future__ import annotations

from translit.patterns import pattern

FEWEST_LETTERS = 4  # in a row; fewer may be initials
# letters with one space, full stop or the like between each two: a capital may start a word, or all are capitals
_BETWEEN = r"(?:[^\S\n]|[._\-·])"
_LETTER = r"\p{L}\p{M}*"
_RUN = pattern(rf"(?<![\p{{L}}\p{{M}}]){_LETTER}(?:{_BETWEEN}+{_LETTER}(?![\p{{L}}\p{{M}}])){{{FEWEST_LETTERS - 1},}}")
_SMALL = pattern(rf"\p{{Ll}}\p{{M}}*{_BETWEEN}+\p{{Ll}}")
_WIDE = pattern(rf"{_BETWEEN}{{2,}}")
_SIGNS = pattern(r"[^\p{L}\p{M}]+")
_CAPITAL = pattern(r"(?<=\p{Ll}\p{M}*)(?=\p{Lu})")
CAPITALS = 6  # capitals in a row from which on they are no initials: I O S I F alone may be five names


def unspaced(text: str) -> str:
    """A name with the words that are written letter by letter put together.

    Where they have wider gaps these are between words, else a capital starts one. Initials stay: J. R. R. T. Tolkien.

    >>> unspaced("V l a d i m i r   P u t i n"), unspaced("P.u.t.i.n Vladimir"), unspaced("J. R. R. T. Tolkien")
    ('Vladimir Putin', 'Putin Vladimir', 'J. R. R. T. Tolkien')
    """
    return _RUN.sub(lambda run: _together(run[0]), text)


def _together(run: str) -> str:
    capitals = sum(char.isupper() for char in run)
    letters = sum(char.isalpha() for char in run)
    if not (_SMALL.search(run) and 2 * capitals <= letters) and letters < CAPITALS:
        return run
    words = [_SIGNS.sub("", word) for word in _WIDE.split(run)]
    if len(words) > 1 and max(map(len, words)) == 1:  # full stops with a space after each
        words = ["".join(words)]
    if len(words) == 1:
        words = _CAPITAL.split(words[0])
    return " ".join(words)
