"""The rules of a language as they are kept in the cache: texts, of which only the rules that a word asks for are read.

To turn round the tables of all languages takes 0.7 s, to load what was made of them 0.08 s.
"""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from typing import Any

from translit.text.inflection.ending_counts import EndingCounts
from translit.text.inflection.inflection_rules import Rules
from translit.text.inflection.rules_of_table import Rule

ROW, CELL = "\n", "\t"


def packed(rules: Rules) -> dict[str, Any]:
    """Rules as what JSON holds: endings of forms, of each the bases and the number of what else the rule says."""
    bodies: dict[tuple[Any, ...], int] = {}
    rows = []
    for made in rules.by_form.values():
        cells = ((rule.base, str(bodies.setdefault((rule.ending, *rule[3:]), len(bodies)))) for rule in made)
        rows.append(CELL.join(cell for pair in cells for cell in pair))
    return {
        "forms": ROW.join(rules.by_form),
        "rows": ROW.join(rows),
        "bodies": list(bodies),
        "tails": ROW.join(sorted(rules.tails)),
        "hyphenated": rules.hyphenated,
    }


def unpacked(made: Mapping[str, Any], endings: EndingCounts) -> Rules:
    """The rules again, each read when it is asked for.

    >>> from translit.text.inflection.inflection_registry import rules
    >>> rules("ru").by_form["ского"] == unpacked(packed(rules("ru")), rules("ru").endings).by_form["ского"]
    True
    """
    return Rules(RulesByForm(made), frozenset(made["tails"].split(ROW)), endings, made["hyphenated"])


class RulesByForm(Mapping[str, "tuple[Rule, ...]"]):
    """The rules of each ending of a form."""

    def __init__(self, made: Mapping[str, Any]) -> None:
        self._rows: dict[str, str] = dict(zip(made["forms"].split(ROW), made["rows"].split(ROW), strict=True))
        self._bodies = [(*row[:7], tuple(row[7]), *row[8:]) for row in made["bodies"]]
        self._read: dict[str, tuple[Rule, ...]] = {}

    def __getitem__(self, form: str) -> tuple[Rule, ...]:
        found = self._read.get(form)
        if found is None:
            found = self._read[form] = self._rules(form)
        return found

    def keys(self) -> KeysView[str]:
        """The endings: asking whether one is among them costs what it does of a dict."""
        return self._rows.keys()

    def _rules(self, form: str) -> tuple[Rule, ...]:
        cells = self._rows[form].split(CELL)
        if len(cells) < 2:
            return ()
        pairs = zip(cells[::2], map(int, cells[1::2]), strict=True)
        return tuple(Rule(form, self._bodies[body][0], base, *self._bodies[body][1:]) for base, body in pairs)

    def __contains__(self, form: object) -> bool:
        return form in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
