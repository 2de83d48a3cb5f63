"""What is done to the text of a place before its words are looked up: kinds in full, the larger place last."""

from __future__ import annotations

from functools import cache

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.reading.asian_places import spelled_out
from translit.patterns import pattern

COUNTY = "maa"
SAINTS = {"St": "Saint", "Ste": "Sainte"}
TWO = 2  # words of a place after the one that it lies in: its name and its kind
_SLASH = pattern(r"(?<=\p{L}{3})\s?/\s?(\p{L}{3}[\p{L}\p{M} .'’-]*)$")  # Halle/Saale, Bozen/Bolzano
_HARD_SIGN = pattern(r"(?<=\p{Ll})(?:\"|'')(?=[aeiouy])|(?<=[B-Z])(?:\"|'')(?=[AEIOUY])")  # Pod"yachevo
_FIRST = pattern(r"\s*(\p{L}{1,2}[./])\s*(?=\p{L})")
_SAINT = pattern(r"(St|Ste)\.?[ -](?=\p{Lu})")


def placed(text: str) -> str:
    """The text of a place with what is cut short at its start in full, two names apart and kinds as words."""
    first = _FIRST.match(text) if "." in text or "/" in text else None
    short = first[1] if first and len(first[1]) == TWO and first[1][1] == "." else first[1].lower() if first else ""
    word = read_toml("names", "place_words.toml")["first"].get(short)  # с. is a village, С. the initial of somebody
    text = f"{word} {text[first.end() :]}" if first and word else text
    text = _larger_last(_with_county(_with_saint(text)))
    text = _HARD_SIGN.sub("ʺ", text) if '"' in text or "'" in text else text
    return spelled_out(_SLASH.sub(r" (=\1)", text) if "/" in text else text)


def _with_saint(text: str) -> str:
    """The text with a saint at its start in full where a listed place is written so.

    >>> _with_saint("St. Etienne"), _with_saint("St. Gallen"), _with_saint("St. Ives")
    ('Saint Etienne', 'St. Gallen', 'St. Ives')
    """
    found = _SAINT.match(text)
    if not found:
        return text
    full, known = f"{SAINTS[found[1]]} {text[found.end() :]}", lexicon("place")
    written, words = ([folded_word(word) for word in words_of(one)] for one in (text, full))
    fits = known.at(words, 0)[0] == len(words) and known.at(written, 0)[0] < len(written)
    return full if fits else text


def _with_county(text: str) -> str:
    """The text with a county that Estonian writes as one word, and other languages as two.

    >>> _with_county("Tartumaa"), _with_county("Saaremaa")
    ('Tartu county', 'Saaremaa')
    """
    word = text.strip()
    return f"{word[: -len(COUNTY)]} county" if word.endswith(COUNTY) and word in listed("counties") else text


def _larger_last(text: str) -> str:
    """A place after the region or district that it lies in, as many languages write it, before it and a comma.

    >>> _larger_last("Kauno rajono Babtų seniūnija"), _larger_last("Kauno rajonas")
    ('Babtų seniūnija, Kauno rajono', 'Kauno rajonas')
    """
    if " " not in text or "," in text:
        return text
    words = text.split()
    known = listed("larger_first")
    last = max((place for place in range(1, len(words) - TWO) if words[place].lower() in known), default=0)
    if not last:
        return text
    return f"{' '.join(words[last + 1 :])}, {' '.join(words[: last + 1])}"


@cache
def listed(section: str) -> frozenset[str]:
    """The words of a section of the table of words of places.

    >>> "Tartumaa" in listed("counties")
    True
    """
    return frozenset(read_toml("names", "place_words.toml")["table"][section])
