"""The name, or the names, that a row gives: in one cell or in several, one person or several in a cell."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from translit.csvfile.cell_keys import cells_of

# Signs between people, and "and" between two words that begin with capitals (English, Ukrainian, Belarusian, Russian).
_SIGNS = regex.compile(r"\s*[;|\n\r]+\s*")
_AND = regex.compile(r"(?<=\p{L}\.?)\s+(?:and|і|й|та|и|&)\s+(?=[\p{Lu}\p{Lo}])", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameColumns:
    """How the cells of a key make a name: `count` of them, joined in their order.

    With `roles` the first cell is the family name and the second the given names. With `split` a cell may have several
    people: separated by `;`, `|` or line ends and, if `conjunctions`, by "and".
    """

    count: int = 1
    roles: bool = False
    split: bool = False
    conjunctions: bool = True

    def of(self, key: str) -> list[str]:
        """The names of a key, one at least.

        >>> NameColumns(split=True).of("Янка Купала; Якуб Колас і Максім Танк")
        ['Янка Купала', 'Якуб Колас', 'Максім Танк']
        >>> NameColumns(count=2, roles=True).of("Купала\\x1fЯнка")
        ['Купала, Янка']
        """
        cells = [cell.strip() for cell in cells_of(key, self.count)[: self.count]] if self.count > 1 else [key]
        if self.roles and all(cells):
            return [", ".join((cells[0], " ".join(cells[1:])))]
        name = " ".join(filter(None, cells)) if self.count > 1 else key
        return self._parts(name) if self.split else [name]

    def _parts(self, name: str) -> list[str]:
        parts = [part for part in _SIGNS.split(name) if part.strip()]
        if self.conjunctions:
            parts = [each for part in parts for each in _AND.split(part) if each.strip()]
        return [part.strip(" ,") for part in parts] or [name]


WHOLE_CELL = NameColumns()
