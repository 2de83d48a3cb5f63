"""The language of queries: names, AND, OR, NOT, brackets, "phrases" and entity:ids, as a tree.

Words beside each other are one name; operators are in capitals. NOT binds closest, then AND, then OR.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translit.errors import UsageError
from translit.patterns import pattern

LONGEST = 10_000  # characters of a query
MOST_PARTS = 64  # names and phrases in one
DEEPEST = 32  # brackets in brackets
_TOKEN = pattern(r'"(?P<phrase>[^"]*)"|(?P<sign>[()])|entity:(?P<entity>[^\s()]+)|(?P<word>[^\s()"]+)')
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True)
class Name:
    """A name in any spelling."""

    text: str


@dataclass(frozen=True)
class Phrase:
    """Words that stand one after another, in whatever case of letters."""

    text: str


@dataclass(frozen=True)
class EntityNamed:
    """An entity of the list that the corpus was annotated with, under any of its names."""

    id: str


@dataclass(frozen=True)
class Not:
    """Documents that the inner query doesn't find."""

    inner: Node


@dataclass(frozen=True)
class All:
    """Documents that every part finds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Some:
    """Documents that a part finds."""

    parts: tuple[Node, ...]


Node = Name | Phrase | EntityNamed | Not | All | Some
_Token = tuple[str, str]  # kind and text


def parse_query(text: str) -> Node:
    """A query as a tree.

    Raises UsageError, saying what is wrong, for a query without a word, with a bracket or a quotation mark left open,
    with an operator that joins nothing, and for one that is too long.

    >>> parse_query("Łukašenka AND NOT (Putin OR Макрон)")
    All(parts=(Name(text='Łukašenka'), Not(inner=Some(parts=(Name(text='Putin'), Name(text='Макрон'))))))
    """
    if len(text) > LONGEST:
        raise UsageError(f"the query has {len(text)} characters; give at most {LONGEST}, or several queries")
    if text.count('"') % 2:
        raise UsageError('the query has a quotation mark that is left open; write "the phrase"')
    tokens = _tokens(text)
    if sum(kind in ("name", "phrase", "entity") for kind, _ in tokens) > MOST_PARTS:
        raise UsageError(f"the query has more than {MOST_PARTS} names and phrases; ask several queries")
    if not tokens:
        raise UsageError("the query has no word; give a name in any spelling")
    node, place = _some(tokens, 0, 0)
    if place < len(tokens):
        raise UsageError("the query has a closing bracket too many; open it, or leave it out")
    if _is_open(node):
        raise UsageError(
            "the query, or a part of it, only says what isn't wanted; add what is, as in Minsk AND NOT Brest"
        )
    return node


def require_one_name(name: str) -> None:
    """Refuse a query of several names where one name is asked for.

    Raises UsageError.

    >>> require_one_name("Łukašenka AND Putin")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: a query for another engine is made for one name; write one for each and join them...
    """
    for word in name.split():
        if word in _OPERATORS:
            raise UsageError(
                "a query for another engine is made for one name; write one for each and join them there"
                f" (a name that has {word} in it is given in small letters)"
            )


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        value = str(match[kind])
        if kind == "word" and value in _OPERATORS:
            found.append((value, value))
        elif kind == "word":
            if found and found[-1][0] == "name":
                found[-1] = ("name", f"{found[-1][1]} {value}")
            else:
                found.append(("name", value))
        elif kind == "sign":
            found.append((value, value))
        elif value.strip():
            found.append((kind, value))
    return [token for token in found if token[0] != "name" or any(map(str.isalnum, token[1]))]


def _some(tokens: Sequence[_Token], place: int, depth: int) -> tuple[Node, int]:
    if depth > DEEPEST:
        raise UsageError(f"the query has more than {DEEPEST} brackets in brackets; write it flatter")
    parts = []
    while True:
        node, place = _all(tokens, place, depth)
        parts.append(node)
        if place >= len(tokens) or tokens[place][0] != "OR":
            return (parts[0] if len(parts) == 1 else Some(tuple(parts))), place
        place += 1


def _all(tokens: Sequence[_Token], place: int, depth: int) -> tuple[Node, int]:
    """Parts joined by AND, or by nothing: a name and a phrase beside each other are both wanted."""
    parts = []
    while True:
        node, place = _one(tokens, place, depth)
        parts.append(node)
        if place < len(tokens) and tokens[place][0] == "AND":
            place += 1
        elif place >= len(tokens) or tokens[place][0] in ("OR", ")"):
            return (parts[0] if len(parts) == 1 else All(tuple(parts))), place


def _one(tokens: Sequence[_Token], place: int, depth: int) -> tuple[Node, int]:
    if place >= len(tokens):
        raise UsageError("the query ends where a name is wanted; add a name, or write AND, OR and NOT in small letters")
    kind, text = tokens[place]
    if kind == "NOT":
        if tokens[place + 1 : place + 2] == [("NOT", "NOT")]:
            raise UsageError("the query has NOT NOT, which says nothing; write NOT once, or leave both out")
        node, place = _one(tokens, place + 1, depth)
        return Not(node), place
    if kind == "(":
        if tokens[place + 1 : place + 2] == [(")", ")")]:
            raise UsageError("the query has brackets with nothing in them; put a name into them, or leave them out")
        node, place = _some(tokens, place + 1, depth + 1)
        if place >= len(tokens):
            raise UsageError("the query has a bracket that is left open; close it")
        return node, place + 1
    if kind == "name":
        return Name(text), place + 1
    if kind == "phrase":
        return Phrase(text), place + 1
    if kind == "entity":
        return EntityNamed(text), place + 1
    if kind == ")":
        raise UsageError("the query closes a bracket where a name is wanted; add the name, or leave the bracket out")
    raise UsageError(f"the query has {text} where a name is wanted; add a name, or write the word in small letters")


def _is_open(node: Node) -> bool:
    """Whether a query, or a part of it that is looked for by itself, only says what isn't wanted."""
    if isinstance(node, Not):
        return True
    if isinstance(node, Some):
        return any(map(_is_open, node.parts))
    if isinstance(node, All):
        wanted = [part for part in node.parts if not isinstance(part, Not)]
        unwanted = [part.inner for part in node.parts if isinstance(part, Not)]
        return not wanted or any(map(_is_open, [*wanted, *unwanted]))
    return False
