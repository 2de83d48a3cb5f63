"""Every spelling of a name, with the schemes that give it, the commonest first.

A Latin spelling is first taken back to its likeliest originals (`detect`), and each of them is written again by every
scheme of its language.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from translit.checks import require_text
from translit.errors import UsageError, did_you_mean
from translit.kinds import KINDS
from translit.writing.characters import is_cyrillic, nfc
from translit.writing.conventions import commonness
from translit.writing.detect import rank, want_names
from translit.writing.letter_model import letter_model
from translit.writing.registry import scheme_of, schemes

LIKELY = 0.05  # the probability from which a reading of a Latin spelling is followed
READINGS = 3


@dataclass(frozen=True, slots=True)
class Variant:
    """One spelling, the schemes that write it, the originals it comes from, and how common it is.

    `commonness` is the share of the conventions that give this spelling, by tables/match/conventions.toml,
    times the probability of its original.
    """

    text: str
    schemes: tuple[str, ...]
    commonness: float
    originals: tuple[str, ...]


def variants(name: str, language: str | None = None, kind: str | None = None) -> list[Variant]:
    """Every spelling of a name, the commonest first; the original itself is not among them.

    `language` is that of the name; without it the likeliest languages serve. `kind` (person, place, organization)
    leaves out the tables for names of other kinds, such as Latvian endings of places; without it a name of several
    words is taken for a person's. Empty for a text without letters.

    Raises UsageError if there are no schemes for the language, or if the name isn't one: no text, an endless word.

    >>> [variant.text for variant in variants("Лукашэнка", "be")][:2]
    ['Lukashenka', 'Lukašenka']
    """
    want_names(name)
    if language is not None:
        require_text(language, "the language")
    languages = {info.language for info in schemes()}
    if language is not None and language not in languages:
        raise UsageError(f"there are no schemes for the language {language!r}{did_you_mean(language, languages)}")
    if kind is not None and kind not in KINDS:
        raise UsageError(f"there is no kind {kind!r}; use {', '.join(KINDS)}{did_you_mean(kind, KINDS)}")
    if kind is None and len(name.split()) > 1:
        kind = "person"
    other = {info.id for info in schemes() if info.kind and kind and info.kind != kind}
    found: dict[str, tuple[float, dict[str, None], dict[str, None]]] = {}
    for original, of, chance in readings(name, language):
        for id_, share in commonness(of).items():
            if id_ in other:
                continue
            text = scheme_of(id_).transliterate(original)
            weight, ids, originals = found.get(text, (0.0, {}, {}))
            found[text] = (weight + share * chance, ids | {id_: None}, originals | {original: None})
    result = [
        Variant(text, tuple(ids), round(weight, 4), tuple(originals))
        for text, (weight, ids, originals) in found.items()
        if not any(map(is_cyrillic, text))
    ]
    return sorted(result, key=lambda variant: (-variant.commonness, variant.text))


def readings(name: str, language: str | None = None) -> list[tuple[str, str, float]]:
    """(original, language, probability) of a name in any script: itself, if Cyrillic, in each likely language.

    >>> readings("Łukašenka", "be")
    [('Лукашэнка', 'be', 1.0)]
    """
    name = nfc(name)
    if language is not None and any(map(is_cyrillic, name)):
        return [(name, language, 1.0)]
    chances: dict[tuple[str, str], float] = {}
    for found in rank(name, letter_model, None if language is None else [language]):
        key = (found.original, found.language)
        chances[key] = chances.get(key, 0.0) + found.probability
    likely = sorted(chances.items(), key=lambda item: (-item[1], item[0]))[:READINGS]
    kept = [item for item in likely if item[1] >= LIKELY] or likely[:1]
    whole = sum(chance for _, chance in kept)
    return [(original, of, round(chance / whole, 4)) for (original, of), chance in kept]


def as_text(found: Iterable[Variant]) -> str:
    """One spelling a line, with the schemes that give it.

    >>> as_text([Variant("Minsk", ("be-press-en", "ru-press-en"), 0.4, ("Мінск",))])
    'Minsk\\tbe-press-en ru-press-en\\n'
    """
    return "".join(f"{variant.text}\t{' '.join(variant.schemes)}\n" for variant in found)


def as_csv(found: Iterable[Variant]) -> str:
    """A CSV table with a header.

    >>> as_csv([Variant("Minsk", ("be-press-en",), 0.4, ("Мінск",))]).splitlines()
    ['text,commonness,schemes,originals', 'Minsk,0.4,be-press-en,Мінск']
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["text", "commonness", "schemes", "originals"])
    for variant in found:
        row = (variant.text, variant.commonness, "|".join(variant.schemes), "|".join(variant.originals))
        writer.writerow(row)
    return target.getvalue()


def as_json(found: Iterable[Variant]) -> str:
    """A JSON list of objects.

    >>> json.loads(as_json([Variant("Minsk", ("be-press-en",), 0.4, ("Мінск",))]))[0]["text"]
    'Minsk'
    """
    rows = [
        {
            "text": variant.text,
            "commonness": variant.commonness,
            "schemes": variant.schemes,
            "originals": variant.originals,
        }
        for variant in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_query(found: Iterable[Variant]) -> str:
    """The originals and spellings in quotation marks joined by OR, as search engines read it.

    >>> as_query([Variant("Minsk", ("be-press-en",), 0.4, ("Мінск",))])
    '"Мінск" OR "Minsk"\\n'
    """
    known = list(found)
    originals = [original for variant in known for original in variant.originals]
    texts = dict.fromkeys([*originals, *(variant.text for variant in known)])
    return " OR ".join('"' + text.replace('"', " ") + '"' for text in texts) + "\n"


FORMATS: dict[str, Callable[[Iterable[Variant]], str]] = {
    "text": as_text,
    "csv": as_csv,
    "json": as_json,
    "query": as_query,
}
