"""Which language and scheme a spelling is in.

A Latin spelling is taken back to the originals that each scheme could have written it from; a scheme is as likely
as its best originals are in the letter model of its language, times how common the scheme is. So one model a
language serves all its schemes, and a letter that a scheme never writes rules it out. A Cyrillic text is
weighed by the letter models directly. A language without a model counts every letter as equally likely, so it is
found only where the modelled ones can't have written the text or find it very strange.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, log

from translit.writing.conventions import commonness, language_weight
from translit.writing.letters import is_cyrillic, nfc
from translit.writing.likelihood import PLAIN, LetterModel, letter_model
from translit.writing.registry import scheme, schemes
from translit.writing.restore import originals, word_restorer

Models = Callable[[str], LetterModel]
Scored = tuple[float, str, str, str]  # log-probability, language, scheme, likeliest original
ORIGINALS = 2
FEWEST = 0.6  # letters of an original for one of its spelling, at the least
LETTERS_NAMED = 4
ASKED = 3  # schemes that tell a language's alphabet
LEAST = 1e-4  # probability below which a detection isn't listed
FOREIGN = 2.5 * PLAIN  # for a letter that the language or scheme doesn't write


@dataclass(frozen=True, slots=True)
class Detection:
    """A language and scheme that may have given a text; `scheme` is None for Cyrillic.

    `letters` are those that speak most for it, as `output = source` for a scheme; `original` is the likeliest
    text it was written from.
    """

    language: str
    scheme: str | None
    probability: float
    letters: tuple[str, ...]
    original: str


def detect(text: str) -> list[Detection]:
    """The languages and schemes that a spelling may be in, the likeliest first, with probabilities that add up to 1.

    Empty for a text without letters.

    >>> best = detect("Cichanoŭskaja")[0]
    >>> best.language, best.original
    ('be', 'Ціханоўская')
    >>> detect("Ціханоўская")[0].language
    'be'
    """
    return rank(text, letter_model)


def rank(text: str, models: Models, languages: Iterable[str] | None = None) -> list[Detection]:
    """`detect` with other letter models, or among some languages only."""
    text = nfc(text)
    known = sorted(set(languages) if languages is not None else {info.language for info in schemes()})
    if any(map(is_cyrillic, text)):
        return _cyrillic(text, models, known)
    if not any(map(str.isalpha, text)):
        return []
    return _latin(text, models, known)


def _latin(text: str, models: Models, languages: list[str]) -> list[Detection]:
    scored = [entry for language in languages if models(language) for entry in _schemes(text, language, models)]
    least = PLAIN * FEWEST * sum(map(str.isalpha, text))
    if not scored or max(scored)[0] < least + log(language_weight("")):
        rest = [language for language in languages if not models(language)]
        scored += [entry for language in rest for entry in _schemes(text, language, models)]
    return [
        Detection(language, id_, chance, _telling(id_, original, scored), _cased(text, original))
        for chance, (_, language, id_, original) in _chances(scored)
    ]


def _schemes(text: str, language: str, models: Models) -> list[Scored]:
    """The schemes of a language that have all letters of the text."""
    result: list[Scored] = []
    for id_, share in commonness(language).items():
        if word_restorer(id_).could_write(text):
            found = originals(text.lower(), id_, ORIGINALS, models(language))
            likelihood = _log_sum(written.score for written in found) + log(share * language_weight(language))
            result.append((likelihood, language, id_, found[0].text))
    return result


def _chances(scored: list[Scored]) -> list[tuple[float, Scored]]:
    """The scored ones with their probability, the likeliest first, without the negligible ones."""
    if not scored:
        return []
    best = max(scored)[0]
    whole = sum(exp(entry[0] - best) for entry in scored)
    ranked = sorted(scored, key=lambda entry: (-entry[0], entry[2]))
    chances = [(round(exp(entry[0] - best) / whole, 4), entry) for entry in ranked]
    return [chance for chance in chances if chance[0] >= LEAST]


def _log_sum(values: Iterable[float]) -> float:
    found = list(values)
    best = max(found)
    return best + log(sum(exp(value - best) for value in found))


def _cased(text: str, original: str) -> str:
    """The original in small letters with the capitals of the text: all, none, or one a word."""
    if text.isupper():
        return original.upper()
    if text == text.lower():
        return original
    words, spelled = original.split(" "), text.split(" ")
    if len(words) != len(spelled):
        return original.title()
    return " ".join(map(_cased_word, words, spelled))


def _cased_word(word: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word if like == like.lower() else word[:1].upper() + word[1:]


def _telling(id_: str, original: str, scored: list[Scored]) -> tuple[str, ...]:
    """The outputs in the text that the fewest of the other schemes give to the same letters."""
    pairs = dict.fromkeys(
        pair for pair in word_restorer(id_).pairs(original.lower()) if pair[1] and pair[0] != pair[1]
    )
    rivals = [other for _, _, other, _ in scored if other != id_]
    if not rivals:
        return tuple(f"{output} = {source}" for source, output in pairs)[:LETTERS_NAMED]
    shares = {pair: sum(pair in _outputs(other) for other in rivals) / len(rivals) for pair in pairs}
    ranked = sorted((pair for pair in pairs if shares[pair] < 0.9), key=lambda pair: shares[pair])
    return tuple(f"{output} = {source}" for source, output in ranked[:LETTERS_NAMED])


@cache
def _outputs(id_: str) -> frozenset[tuple[str, str]]:
    """Every (source, output) of a scheme."""
    choices = scheme(id_).choices
    return frozenset((source, choice.output) for source, found in choices.items() for choice in found)


def _cyrillic(text: str, models: Models, languages: list[str]) -> list[Detection]:
    words = "".join(char if char.isalpha() or char in "’'" else " " for char in text.lower()).split()
    alphabets = {language: alphabet(language) for language in languages}
    scored: list[Scored] = []
    for language in languages:
        model = models(language)
        foreign = sum(char.isalpha() and char not in alphabets[language] for word in words for char in word)
        likelihood = sum(map(model.word, words)) + foreign * FOREIGN
        scored.append((likelihood + log(language_weight(language)), language, "", text))
    letters = sorted(set(filter(str.isalpha, text.lower())))
    result = []
    for chance, (_, language, _, _) in _chances(scored):
        telling = [
            char for char in letters
            if char in alphabets[language] and any(char not in alphabets[other] for other in ("be", "ru", "uk"))
        ]
        telling.sort(key=lambda char: sum(char in found for found in alphabets.values()))
        result.append(Detection(language, None, chance, tuple(telling[:LETTERS_NAMED]), text))
    return result


@cache
def alphabet(language: str) -> frozenset[str]:
    """The letters of a language in Cyrillic: those that most of its commonest schemes read.

    >>> "ў" in alphabet("be"), "ў" in alphabet("ru")
    (True, False)
    """
    cyrillic = [scheme(id_).letters for id_ in list(commonness(language))[:ASKED]]
    return frozenset(
        letter
        for letters in cyrillic
        for letter in letters
        if 2 * sum(letter in other for other in cyrillic) > len(cyrillic)
    )
