"""The name, or the names, that a row gives, and what else it says: in one cell or in several."""

from __future__ import annotations

from dataclasses import dataclass

from translit.csvfile.cell_keys import SEPARATOR
from translit.patterns import pattern

# Signs between people, and "and" between two words of which the second begins with a capital (en, uk, be, ru).
_SIGNS = pattern(r"\s*[;|\n\r]+\s*")
_AND = pattern(r"(?<=\p{L}\.?)\s+(?:and|і|й|та|и|&)\s+(?=[\p{Lu}\p{Lo}])")


@dataclass(frozen=True, slots=True)
class RowNames:
    """How the cells of a key make a name: the first `count` of them, joined in their order.

    With `roles` the first cell is the family name and the second the given names. With `split` a cell may have several
    people: separated by `;`, `|` or line ends and, if `conjunctions`, by "and". The cells after the name are evidence
    for `attributes`.
    """

    count: int = 1
    roles: bool = False
    split: bool = False
    conjunctions: bool = True
    attributes: tuple[str, ...] = ()

    def of(self, key: str) -> list[str]:
        """The names of a key, one at least.

        >>> RowNames(split=True).of("Янка Купала; Якуб Колас і Максім Танк")
        ['Янка Купала', 'Якуб Колас', 'Максім Танк']
        >>> RowNames(count=2, roles=True).of("Купала\\x1fЯнка")
        ['Купала, Янка']
        """
        if self.count == 1 and not self.attributes:
            return self._parts(key) if self.split else [key]
        cells = [cell.strip() for cell in key.split(SEPARATOR)[: self.count]]
        if self.roles and all(cells):
            return [", ".join((cells[0], " ".join(cells[1:])))]
        name = " ".join(filter(None, cells))
        return self._parts(name) if self.split else [name]

    def evidence(self, key: str) -> dict[str, str] | None:
        """What the other cells of a key say; None if they say nothing.

        >>> RowNames(attributes=("birth_date",)).evidence("Янка Купала\\x1f1882")
        {'birth_date': '1882'}
        """
        cells = key.split(SEPARATOR)[self.count :] if self.attributes else []
        found = {name: cell.strip() for name, cell in zip(self.attributes, cells, strict=False) if cell.strip()}
        return found or None

    def _parts(self, name: str) -> list[str]:
        parts = [part for part in _SIGNS.split(name) if part.strip()]
        if self.conjunctions:
            parts = [each for part in parts for each in _AND.split(part) if each.strip()]
        return [part.strip(" ,") for part in parts] or [name]


WHOLE_CELL = RowNames()
