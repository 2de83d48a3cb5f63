"""Which of an entity's names a service shows: its first, one in a language, or one written by a scheme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from translit.errors import UnknownScheme
from translit.finding.entities.entity import Entity
from translit.service.refusal import Refusal
from translit.writing.characters import is_cyrillic
from translit.writing.detect import detect
from translit.writing.registry import scheme_of, schemes


@dataclass(frozen=True, slots=True)
class Label:
    """How names are shown; `scheme` and `language` are empty for the first name of an entity."""

    language: str = ""
    scheme: str = ""

    def name(self, entity: Entity) -> str:
        """The name to show of an entity.

        >>> minsk = Entity(id="minsk", kind="place", names=["Мінск", "Минск", "Minsk"])
        >>> label_of("be-lacinka").name(minsk), label_of("ru").name(minsk), label_of("").name(minsk)
        ('Minsk', 'Минск', 'Мінск')
        """
        if not self.language:
            return entity.name
        original = next((name for name in entity.names if self.language in _languages(name)), None)
        if original is None:
            return entity.name
        return scheme_of(self.scheme).transliterate(original) if self.scheme else original


def label_of(wanted: str) -> Label:
    """The label that a scheme id or a language names; "" is the first name.

    Raises Refusal, with the closest schemes, for anything else.

    >>> label_of("be-lacinka")
    Label(language='be', scheme='be-lacinka')
    """
    if not wanted:
        return Label()
    if any(info.language == wanted for info in schemes()):
        return Label(wanted)
    try:
        table = scheme_of(wanted).table
    except UnknownScheme as error:
        raise Refusal(f"{error}; name a scheme or a language such as be", 404) from None
    return Label(str(table.head["language"]), table.id)


@lru_cache(maxsize=1 << 15)
def _languages(name: str) -> tuple[str, ...]:
    """The languages that a Cyrillic name may be in; a name of letters that all have is in each of them."""
    if not any(map(is_cyrillic, name)):
        return ()
    return tuple(found.language for found in detect(name[:90]) if found.probability >= 0.2)
