"""The bench for linguists: a rule table as text, what the linter says of it, what it makes of examples and words."""

from __future__ import annotations

import tempfile
import tomllib
from pathlib import Path
from typing import Any

from translit.errors import TranslitError, UnknownScheme
from translit.service.refusal import Refusal
from translit.writing.characters import nfc
from translit.writing.lint import lint
from translit.writing.registry import compiled, load_table, paths, schemes

WORDS = 500


def listed() -> list[tuple[str, str, str]]:
    """Language, id and title of every scheme."""
    return [(info.language, info.id, info.title) for info in schemes()]


def source(id_: str) -> str:
    """The text of a table.

    >>> source("be-lacinka").splitlines()[0].startswith(("#", "["))
    True
    """
    if id_ not in paths():
        raise Refusal(f"there is no table {id_!r:.60}", 404)
    return paths()[id_].read_text(encoding="utf-8")


def check(toml: str, words: str = "") -> dict[str, Any]:
    """The faults of a table, its examples with what it gives, and the words as it writes them.

    >>> found = check(source("be-lacinka"), "Мінск")
    >>> found["faults"], found["words"]
    ([], [['Мінск', 'Minsk']])
    >>> check("[scheme")["faults"][0][:30]
    'the table is no TOML: Expected'
    """
    try:
        head = tomllib.loads(toml).get("scheme")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {"faults": [f"the table is no TOML: {error}"], "examples": [], "words": []}
    id_ = str(head.get("id", "")) if isinstance(head, dict) else ""
    if not id_ or not all(char.isascii() and (char.isalnum() or char in "-.") for char in id_) or id_.startswith("."):
        fault = "[scheme] has no id of small Latin letters, digits, dots and hyphens; give one, such as be-example-2026"
        return {"faults": [fault], "examples": [], "words": []}
    with tempfile.TemporaryDirectory(prefix="translit-table-") as folder:
        path = Path(folder) / f"{id_[:100]}.toml"
        path.write_text(toml, encoding="utf-8")
        try:
            table = load_table(path)
            scheme = compiled(table)
            faults = lint(table, scheme)
        except (TranslitError, UnknownScheme) as error:
            return {"faults": [str(error).replace(f"{path}: ", "")], "examples": [], "words": []}
    examples = [[text, wanted, scheme.transliterate(text)] for text, wanted in table.examples.items()]
    return {
        "faults": faults,
        "examples": [[text, wanted, given, given == nfc(wanted)] for text, wanted, given in examples],
        "words": [[word, scheme.transliterate(word)] for word in words.splitlines()[:WORDS] if word.strip()],
    }
