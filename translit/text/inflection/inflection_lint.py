"""Checks of a table of inflection: all faults at once, each a sentence that names the remedy."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translit.errors import counted
from translit.text.inflection import ending_counts
from translit.text.inflection.inflection_registry import paths
from translit.text.inflection.inflection_rules import Rules, build
from translit.text.inflection.inflection_schema import REQUIRED
from translit.text.inflection.inflection_table import RARE, Derivation, InflectionTable, Paradigm, load
from translit.text.inflection.stems import forms_of_adjective, forms_of_inhabitant, forms_of_stem, stem_of

FEWEST_EXAMPLES = 10
FEW_CASES = 2  # in which a word may have one form only
NAMES = {"Cyrl": "CYRILLIC", "Latn": "LATIN"}
SIGNS = "'-^"


def lint(path: Path) -> tuple[InflectionTable, list[str]]:
    """A table and every fault of it, as sentences; none means that it can be used.

    Raises TableError if the file has no usable form.
    """
    own = load(path)
    faults = [*_head(own), *_names(own), *_rows(own), *_derived(own), *_letters(own)]
    if not faults:
        faults = list(_examples(own, rules_of(own)))
    return own, faults


def rules_of(own: InflectionTable) -> Rules:
    """The rules of a table that may lie anywhere; how names end is taken from the folder beside it."""
    counts = ending_counts.load(own.path.parent / "endings" / f"{own.id}.tsv")
    if "base" not in own.head:
        return build(own, counts)
    from translit.writing.registry import transliterate

    return build(load(paths()[own.head["base"]]), counts, lambda text: transliterate(text, own.head["via"]))


def _head(own: InflectionTable) -> Iterator[str]:
    for key in REQUIRED:
        if own.head.get(key, "") == "":
            yield f"[inflection] has no {key}; state it"
    if own.path.stem != own.id:
        yield f"[inflection] id is {own.id!r} but the file is {own.path.name}; name them alike"
    if own.head.get("script") not in NAMES:
        yield f"[inflection] script is {own.head.get('script')!r}; use one of {', '.join(NAMES)}"
    if own.head.get("inflected", "all") not in ("all", "last"):
        yield f"[inflection] inflected is {own.head['inflected']!r}; use all or last"
    if ("base" in own.head) != ("via" in own.head):
        yield "[inflection] has only one of base and via; a transliterated table needs both"
    if "base" in own.head:
        if own.head["base"] not in paths():
            yield f"[inflection] base is {own.head['base']!r}; use one of {', '.join(paths())}"
        return
    if not own.paradigms:
        yield "there are no [[paradigms]]; give at least one"
    for case in dict.fromkeys(case for row in own.paradigms for case in (*row.singular, *row.plural)):
        if case not in own.weights:
            yield f"[weights] has no line for {case.value}; say how often a name stands in it"
    if sum(own.weights.values()) > 1.001:
        yield "[weights] sum to more than 1; they are shares"
    if len(own.examples) < FEWEST_EXAMPLES:
        yield f"[examples] has {counted(len(own.examples), 'line')}; give {FEWEST_EXAMPLES} or more"


def _names(own: InflectionTable) -> Iterator[str]:
    """Classes, alternations and ids: each known, used and named once."""
    used: set[str] = set()
    alternations: set[str] = set()
    for row in _all(own):
        used |= {bare for word in row.after if (bare := word.lstrip("!~")).isupper()}
        if isinstance(row, Paradigm):
            endings = (e for by_case in (row.singular, row.plural) for some in by_case.values() for e in some)
            alternations |= {ending.removeprefix(RARE).split(":")[0] for ending in endings if ":" in ending}
    for what, names, known in (("class", used, own.classes), ("alternation", alternations, own.alternations)):
        section = "classes" if what == "class" else "alternations"
        for name in sorted(names - set(known)):
            yield f"the {what} {name} is used but not in [{section}]; add it there"
        for name in sorted(set(known) - names):
            yield f"the {what} {name} in [{section}] is used by no row; remove it"
    ids = Counter(row.id for row in _all(own) if not getattr(row, "word", ""))
    for name, count in ids.items():
        if not name:
            yield f"{counted(count, 'row')} without an id; give each one"
        elif count > 1:
            yield f"the id {name!r} is used {count} times; name each row differently"


def _rows(own: InflectionTable) -> Iterator[str]:
    for row in own.paradigms:
        if not row.singular and not row.plural:
            yield f"[[paradigms]] {row.id} has neither endings nor plural; give one of them"
        elif not row.word:
            yield from _paradigm(own, row)
    for derivation in own.derivations:
        if not derivation.forms:
            yield f"[[derivations]] {derivation.id} has no forms; give them, separated by blanks"
        elif not derivation.example:
            yield f"[[derivations]] {derivation.id} has no example; give a name and forms derived from it"


def _derived(own: InflectionTable) -> Iterator[str]:
    """Words derived from names of places that the paradigms don't inflect."""
    for section, listed, forms_of in (
        ("demonyms", own.demonyms, forms_of_inhabitant),
        ("adjectives", own.adjectives, forms_of_adjective),
    ):
        for name, words in listed.items():
            for word in words:
                if len(own.head.get("cases", "").split()) > FEW_CASES and len(forms_of(own, word.lower())) == 1:
                    yield f"[{section}] {name}: no paradigm inflects {word!r}; correct it or add the paradigm"


def _all(own: InflectionTable) -> list[Paradigm | Derivation]:
    return [*own.paradigms, *own.derivations]


def _paradigm(own: InflectionTable, row: Paradigm) -> Iterator[str]:
    where = f"[[paradigms]] {row.id}"
    if not row.example:
        yield f"{where} has no example; give a base form and some of its forms"
        return
    if ":" in row.base:
        yield f"{where}: the ending of the base, {row.base!r}, has an alternation; the base has none, so write it out"
        return
    base = row.example[0].lower()
    stem = stem_of(own, row, base)
    if stem is None:
        yield f"{where}: the example {row.example[0]!r} isn't of this paradigm; correct it, the endings or after"
        return
    made = set(forms_of_stem(own, row, stem))
    for form in row.example[1:]:
        if form.lower() not in made:
            yield f"{where}: {form!r} isn't a form of {row.example[0]!r}; correct the example or the endings"


def _letters(own: InflectionTable) -> Iterator[str]:
    """Letters of another script, which look the same and match nothing."""
    script = NAMES.get(own.head.get("script", ""))
    if script is None or "base" in own.head:
        return
    for row in _all(own):
        for text in _texts(row):
            strange = {c for c in text if c not in SIGNS and not unicodedata.name(c, "").startswith(script)}
            for char in sorted(strange):
                said = f"{char} (U+{ord(char):04X} {unicodedata.name(char, 'unnamed')})"
                yield f"{row.id}: {text!r} has {said}, which is no letter of this script; write the right one"


def _texts(row: Paradigm | Derivation) -> Iterator[str]:
    if isinstance(row, Derivation):
        yield from (row.base, *row.forms)
        return
    for by_case in (row.singular, row.plural):
        for endings in by_case.values():
            yield from (ending.removeprefix(RARE).rpartition(":")[2] for ending in endings)


def _examples(own: InflectionTable, rules: Rules) -> Iterator[str]:
    """Examples of the table must be found among the first; those of a paradigm, which may be rare, at all."""
    rows = [(form, base, [one[:2] for one in rules.analyses(form.lower())]) for form, base in own.examples.items()]
    for row in _all(own) if "base" not in own.head else ():
        forms = row.example[1:]
        rows += [(form, row.example[0], [one[:2] for one in rules.every(form.lower())]) for form in forms]
    for form, base, analyses in rows:
        small = form.lower()
        found = [(small[: len(small) - cut] + add).lower() for cut, add in analyses]
        if base.lower() not in found:
            yield f"the base of {form!r} isn't found: {base!r} isn't among {', '.join(found)}; correct the paradigm"
