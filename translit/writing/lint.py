"""Checks of a rule table: all faults at once, each a sentence that names the remedy."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product

from translit.errors import TableError, counted
from translit.kinds import STATUSES
from translit.writing.characters import APOSTROPHE, nfc
from translit.writing.context import narrower, overlap
from translit.writing.rules import Choice
from translit.writing.scheme import CAPITALIZE, Scheme
from translit.writing.table import Table
from translit.writing.table_schema import LISTS, OTHERS, TEXT

REQUIRED = ("id", "title", "authority", "year", "language", "from", "to", "reversible", "source")
HEAD_KEYS = {*TEXT, *LISTS, *OTHERS}
FEWEST_EXAMPLES = 5


def lint(table: Table, scheme: Scheme) -> list[str]:
    """Every fault of a table, as sentences; none means that it can be used.

    `scheme` is the same table compiled (with its `via`).
    """
    return [
        *_head(table),
        *_letters(table),
        *_outputs(table),
        *_ambiguous(scheme),
        *_examples(table, scheme),
        *(_collisions(table, scheme) if table.head.get("reversible") else ()),
    ]


def named(char: str) -> str:
    """A character with its code point and Unicode name.

    >>> named("ў")
    'ў (U+045E CYRILLIC SMALL LETTER SHORT U)'
    """
    return " + ".join(f"{c} (U+{ord(c):04X} {unicodedata.name(c, 'unnamed')})" for c in char)


def _head(table: Table) -> Iterator[str]:
    for key in REQUIRED:
        if table.head.get(key, "") == "":
            yield f"[scheme] has no {key}; state it"
    for key in sorted(set(table.head) - HEAD_KEYS):
        yield f"[scheme] has the key {key!r}, which nothing reads; remove it or put it into notes"
    for section in table.unknown:
        yield f"the section {section} is read by nothing; remove it"
    if table.head.get("status", "current") not in STATUSES:
        yield f"[scheme] status is {table.head['status']!r}; use one of {', '.join(STATUSES)}"
    if table.head.get("capitals", "first") not in CAPITALIZE:
        yield f"[scheme] capitals is {table.head['capitals']!r}; use one of {', '.join(CAPITALIZE)}"
    if table.path.stem != table.id:
        yield f"[scheme] id is {table.id!r} but the file is {table.path.name}; name them alike"


def _letters(table: Table) -> Iterator[str]:
    if not table.input:
        yield "[alphabet] input is empty; list the letters the table reads"
    sources = set(table.letters) | {rule.source for rule in table.rules}
    for letter in sorted(table.input - sources - {source for source in sources if len(source) == 1}):
        if table.head.get("via") is None or table.letters:
            yield f"the letter {named(letter)} has no line in [letters]; add one"
    for source in sorted(sources):
        strange = sorted(set(source) - table.input)
        if strange:
            yield f"{source!r} uses {', '.join(map(named, strange))}, which [alphabet] input doesn't list; add it there"
        if source != source.lower() or source != nfc(source) or not source:
            yield f"{source!r} must be written small and in normal form C"
    for rule in table.rules:
        if not rule.why:
            yield f"the rule {rule} has no why; say what it is for"


def _outputs(table: Table) -> Iterator[str]:
    used: set[str] = set()
    for source, output in [*table.letters.items(), *((rule.source, rule.output) for rule in table.rules)]:
        used |= set(output)
        strange = sorted(set(output) - table.output)
        if strange:
            signs = ", ".join(map(named, strange))
            yield f"{source!r} → {output!r} writes {signs}, not in [alphabet] output; correct one of them"
    for char in sorted(table.output - used):
        yield f"[alphabet] output lists {named(char)}, which no line writes; remove it or add the line"


def _ambiguous(scheme: Scheme) -> Iterator[str]:
    for source, choices in scheme.choices.items():
        for one, other in combinations(choices, 2):
            if one.output != other.output and _tie(one, other):
                yield f"two rules for {source!r} ({one.output!r} and {other.output!r}) fit the same place; narrow one"


def _tie(one: Choice, other: Choice) -> bool:
    if not (overlap(one.after, other.after, backwards=True) and overlap(one.before, other.before, backwards=False)):
        return False
    inner = narrower(one.after, other.after) and narrower(one.before, other.before)
    outer = narrower(other.after, one.after) and narrower(other.before, one.before)
    return inner == outer


def _examples(table: Table, scheme: Scheme) -> Iterator[str]:
    if len(table.examples) < FEWEST_EXAMPLES:
        yield f"[examples] has {counted(len(table.examples), 'line')}; give {FEWEST_EXAMPLES} or more"
    for source, expected in table.examples.items():
        found = scheme.transliterate(source)
        if found != nfc(expected):
            yield f"the example {source!r} gives {found!r}, not {expected!r}; correct the rule or the example"


def allowed(table: Table, word: str) -> bool:
    """Whether a small-letter word is one the orthography could write (for what `reversible` promises)."""
    return (
        not any(sequence in f"^{word}$" for sequence in table.never)
        and not word.startswith(APOSTROPHE)
        and not word.endswith(APOSTROPHE)
        and APOSTROPHE * 2 not in word
    )


def _collisions(table: Table, scheme: Scheme, length: int = 3) -> Iterator[str]:
    """Two words of up to `length` letters with one spelling, at most five such pairs."""
    seen: dict[str, str] = {}
    shown = 0
    for size in range(1, length + 1):
        for letters in product(_telling(table, scheme), repeat=size):
            word = "".join(letters)
            if not allowed(table, word):
                continue
            written = scheme.transliterate(word) if scheme.via is not None else scheme.quick(word) or scheme.write(word)
            other = seen.setdefault(written, word)
            if other != word:
                yield (
                    f"{other!r} and {word!r} both give {written!r} though the table is declared reversible;"
                    " declare it not, or list the sequence that the orthography never writes in [alphabet] never"
                )
                shown += 1
                if shown == 5:
                    return


def _telling(table: Table, scheme: Scheme) -> list[str]:
    """The letters that a collision could need: of those that are told apart by their own signs and that every
    rule treats alike, two stand for all.
    """
    users = Counter(char for found in scheme.choices.values() for choice in found for char in set(choice.output))
    both = [side for found in scheme.choices.values() for choice in found for side in (choice.after, choice.before)]
    places = [place for side in both if side for chosen in side.alternatives for place in chosen]
    named = set("".join(table.never))
    kept: list[str] = []
    alike: Counter[tuple[bool, ...]] = Counter()
    for letter in sorted(table.input):
        output = scheme.simple.get(letter, "")
        inside = any(letter in source and source != letter for source in scheme.choices)
        if output and not inside and letter not in named and all(users[char] == 1 for char in output):
            signature = tuple(letter in place for place in places)
            alike[signature] += 1
            if alike[signature] > 2:
                continue
        kept.append(letter)
    return kept


def check(table: Table, scheme: Scheme) -> None:
    """Raise TableError with all faults of the table, if there are any."""
    faults = lint(table, scheme)
    if faults:
        raise TableError(f"{table.path.name}: " + "; ".join(faults))
