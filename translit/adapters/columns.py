"""Columns of names as plain lists: what every data frame and database adapter calls.

A missing value (None, NaN, NA) stays missing; each distinct value is worked once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cache
from os import PathLike
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from translit.errors import UsageError

if TYPE_CHECKING:
    from translit.finding.resolve import Resolver
    from translit.text.mention import Mention

T = TypeVar("T")
LEAST = 0.5  # below this probability a name counts as not found
MENTION_FIELDS = ("start", "end", "text", "entity_id", "entity_name", "probability")
FOUND_COLUMNS = ("entity_id", "entity_name", "probability")


class Found(NamedTuple):
    """The entity of a name; all None where the name is missing or nothing is probable enough."""

    entity_id: str | None = None
    entity_name: str | None = None
    probability: float | None = None


def once(values: Iterable[Hashable], work: Callable[[list[str]], Sequence[T]], missing: T, column: str) -> list[T]:
    """What `work` makes of the distinct texts, for every value; `missing` for a missing one.

    Raises UsageError, naming the column, for a value that is neither text nor missing.

    >>> once(["a", None, "a"], lambda texts: [text.upper() for text in texts], "-", "name")
    ['A', '-', 'A']
    """
    values = list(values)
    try:
        answers: dict[Any, T] = dict.fromkeys(values, missing)
    except TypeError:
        raise UsageError(f"{column} holds lists or other compound values; give a column of text") from None
    texts = [value for value in answers if isinstance(value, str)]
    if len(texts) < len(answers):
        _check_missing((value for value in answers if not isinstance(value, str)), column)
    if texts:
        answers.update(zip(texts, work(texts), strict=True))
    return list(map(answers.__getitem__, values))


def _check_missing(values: Iterable[object], column: str) -> None:
    """Raises UsageError for a value that isn't missing; NaN and NaT aren't equal to themselves, NA isn't even that."""
    for value in values:
        if value is not None and type(value).__name__ not in ("NAType", "NaTType") and value == value:  # noqa: PLR0124
            shown = repr(value)[:40]
            raise UsageError(f"{column} holds {shown}, which isn't text; turn the column into text first")


def written(values: Iterable[Hashable], scheme: str, column: str = "the column") -> list[str | None]:
    """The texts written by a scheme.

    Raises UnknownScheme if no table has this id, UsageError for a value that isn't text.

    >>> written(["Мінск", None, "Мінск"], "be-lacinka")
    ['Minsk', None, 'Minsk']
    """
    from translit.writing.batch import transliterate_many

    return once(values, lambda texts: transliterate_many(texts, scheme), None, column)


def key_lists(values: Iterable[Hashable], of: str = "words", column: str = "the column") -> list[list[str] | None]:
    """The blocking keys of each name: two spellings of one name mostly share one.

    `of` is "words" for keys of single words, "links" for keys of two words each (fewer pairs in large joins), "father"
    for what the patronymic says of the father's given name. Raises UsageError for another.

    >>> first, missing, other = key_lists(["Лукашэнка", None, "Lukaschenko"])
    >>> missing is None and not set(first).isdisjoint(other)
    True
    """
    from translit.finding.blocking import name_keys
    from translit.finding.blocking_pairs import father_keys, link_keys

    kinds: dict[str, Callable[[str], tuple[str, ...]]] = {"words": name_keys, "links": link_keys, "father": father_keys}
    if of not in kinds:
        raise UsageError(f"there are no keys of {of!r}; use one of {', '.join(kinds)}")
    return once(values, lambda texts: [list(kinds[of](text)) for text in texts], None, column)


def readings(values: Iterable[Hashable], column: str = "the column") -> list[str | None]:
    """Each name as its words are likeliest read, in alphabetical order: equal for many spellings of one name.

    >>> readings(["Лукашэнка Аляксандр", "Alaksandr Łukašenka"])
    ['alaksandr lukašenka', 'alaksandr lukašenka']
    """
    from translit.matching.persons.reading.parse import parse
    from translit.matching.persons.reading.token import CORE, PATRONYMIC
    from translit.matching.phonetics.pivots import pivots

    def work(texts: list[str]) -> list[str]:
        words = ([pivots(token.folded)[0] for token in parse(text).of(CORE, PATRONYMIC)] for text in texts)
        return [" ".join(sorted(found)) for found in words]

    return once(values, work, None, column)


def probabilities(
    left: Iterable[Hashable],
    right: Iterable[Hashable],
    kind: str = "person",
    columns: tuple[str, str] = ("the first column", "the second column"),
) -> list[float | None]:
    """The probability of each pair that both names are one; each distinct pair is worked once.

    Raises UsageError if the columns aren't equally long, for an unknown kind, and for a value that isn't text.

    >>> probabilities(["Лукашэнка", None], ["Lukashenko", "Lukashenko"])[1] is None
    True
    """
    from translit.matching.compare import compare_many

    left, right = list(left), list(right)
    if len(left) != len(right):
        raise UsageError(f"the columns have {len(left)} and {len(right)} rows; compare columns of one length")
    for values, column in zip((left, right), columns, strict=True):
        once(values, lambda texts: texts, None, column)
    pairs = list(zip(left, right, strict=True))
    answers: dict[Any, float | None] = dict.fromkeys(pairs)
    whole = [pair for pair in answers if isinstance(pair[0], str) and isinstance(pair[1], str)]
    if whole:
        answers.update(zip(whole, compare_many(whole, kind).tolist(), strict=True))
    return list(map(answers.__getitem__, pairs))


def found(
    values: Iterable[Hashable], resolver: Resolver, least: float = LEAST, column: str = "the column"
) -> list[Found]:
    """The entity of each name: id, name and probability, all None where none is at least so probable."""

    def work(texts: list[str]) -> list[Found]:
        return [
            Found(best[0].entity.id, best[0].entity.name, float(best[0].probability))
            if best and best[0].probability >= least
            else Found()
            for best in resolver.resolve_many(texts, 1)
        ]

    return once(values, work, Found(), column)


def mentions(
    values: Iterable[Hashable], resolver: Resolver, least: float = LEAST, column: str = "the column"
) -> list[list[dict[str, Any]] | None]:
    """The mentions in each text, as records with the fields of MENTION_FIELDS; None where the text is missing."""

    def work(texts: list[str]) -> list[list[dict[str, Any]] | None]:
        found = resolver.finder.find_each(texts, None, least)
        return [[_record(one) for one in mine] for mine in found]

    return once(values, work, None, column)


def _record(one: Mention) -> dict[str, Any]:
    cells = (one.start, one.end, one.text, one.entity.id, one.entity.name, float(one.probability))
    return dict(zip(MENTION_FIELDS, cells, strict=True))


def mention_type() -> Any:
    """The Arrow type of the mentions in a text."""
    import pyarrow as pa

    types = (pa.int64(), pa.int64(), pa.string(), pa.string(), pa.string(), pa.float64())
    return pa.list_(pa.struct(list(zip(MENTION_FIELDS, types, strict=True))))


def need(module: str, extra: str) -> None:
    """Raises UsageError, naming the extra to install, if a library isn't there.

    >>> need("json", "nothing")
    """
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise UsageError(f"{module} isn't installed; install it with: pip install 'translit-names[{extra}]'")


def resolver_of(resolver: Any = None) -> Any:
    """A resolver as given, opened from a path, or the one of the entities that come with translit."""
    if resolver is None:
        return _seeds()
    return _opened(str(resolver)) if isinstance(resolver, str | PathLike) else resolver


@cache
def _seeds() -> Any:
    from translit.finding.resolve import Resolver

    return Resolver.of_seeds()


@cache
def _opened(path: str) -> Any:
    from translit.finding.resolve import Resolver

    return Resolver.open(path)
