"""The name of an entity for a reader: in a language's own letters, as its press writes it, or by a scheme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from translit.errors import UnknownScheme, UsageError, did_you_mean
from translit.finding.entities.entity import Entity
from translit.writing.characters import is_cyrillic
from translit.writing.language_names import LANGUAGES, OTHERS, code_of, other_code_of
from translit.writing.registry import nearest, paths, scheme_of, schemes

Label = Callable[[Entity], str]


def label_of(target: str) -> Label:
    """What writes the names of entities for `target`: a language (be, de, en …), or the id of a scheme.

    A name that the entity has is taken before one that is written. Raises UsageError for an unknown target.

    >>> minsk = Entity("minsk", "place", ["Мінск", "Минск"])
    >>> [label_of(target)(minsk) for target in ("ru", "be-lacinka", "pl")]
    ['Минск', 'Minsk', 'Minsk']
    """
    target = code_of(target) or other_code_of(target) or target.removeprefix("press-")
    languages = {info.language for info in schemes()}
    presses = {id_.partition("-press-")[2] for id_ in paths() if "-press-" in id_}
    if target in languages and target not in presses:
        return partial(_own, language=target)
    if target in presses:
        return partial(_press, language=target)
    try:
        return partial(_written, id_=scheme_of(target).id)
    except UnknownScheme:
        known = sorted({*languages, *presses, *LANGUAGES.values(), *OTHERS.values()})
        remedy = (
            did_you_mean(target, known) or nearest(target) or "; languages are be, de, en … or Belarusian, German …"
        )
        raise UsageError(f"{target!r} is no language and no scheme{remedy}") from None


def _own(entity: Entity, language: str) -> str:
    """The entity's name in a language that is written in Cyrillic, else its first."""
    return _in_language(entity.names, language) or entity.name


def _written(entity: Entity, id_: str) -> str:
    """The entity's name in the language of a scheme, written by it."""
    scheme = scheme_of(id_)
    name = _in_language(entity.names, str(scheme.table.head["language"]))
    name = name or next(filter(_cyrillic, entity.names), entity.name)
    return scheme.transliterate(name)


def _press(entity: Entity, language: str) -> str:
    """One of the entity's names as the press of a language writes one of them, else its first written so."""
    originals = [name for name in entity.names if _cyrillic(name)]
    if not originals:
        return entity.name
    first = _language(originals[0])
    id_ = f"{first}-press-{language}"
    if id_ not in paths():
        return entity.name
    usual = scheme_of(id_).transliterate(originals[0])
    latin = {name.casefold(): name for name in entity.names if not _cyrillic(name)}
    return latin.get(usual.casefold(), usual)


def _in_language(names: Sequence[str], language: str) -> str | None:
    """The name that is likeliest of the language, the first of equals."""
    likely = [(chance, name) for name in names if _cyrillic(name) and (chance := _chance(name, language)) > 0.2]
    return max(likely, key=lambda found: round(found[0], 2))[1] if likely else None


def _cyrillic(name: str) -> bool:
    return any(map(is_cyrillic, name))


@lru_cache(maxsize=1 << 14)
def _chances(name: str) -> dict[str, float]:
    from translit.writing.detect import detect  # it loads what commands without labels don't need

    found: dict[str, float] = {}
    for each in detect(name):
        found[each.language] = max(found.get(each.language, 0.0), each.probability)
    return found


def _chance(name: str, language: str) -> float:
    return _chances(name).get(language, 0.0)


def _language(name: str) -> str:
    return max(_chances(name), key=_chances(name).__getitem__, default="ru")
