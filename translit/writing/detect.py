"""Which language and scheme a spelling is in.

A Latin spelling is taken back to the originals that each scheme could have written it from. An original is as
likely as the letter model of its language has it, times how common the language and the schemes are that write it
so: schemes that give one original the same spelling can't be told apart, they are one answer. A Cyrillic text is
weighed by the letter models directly. A language without a model counts every letter as equally likely, so it is
found only where the modelled ones can't have written the text or find it very strange.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, log

from translit.checks import require_text
from translit.errors import UsageError
from translit.patterns import plain_pattern
from translit.writing.characters import as_written, capitalized, is_cyrillic
from translit.writing.conventions import commonness, language_weight
from translit.writing.language_model import LANGUAGES, language_chances, words_of
from translit.writing.letter_model import PLAIN, LetterModel, letter_model
from translit.writing.registry import scheme_of, schemes
from translit.writing.restore import originals, word_restorer
from translit.writing.reverse_all import log_sum, read_all

Models = Callable[[str], LetterModel]
Scored = tuple[float, str, str, str]  # log-probability, language, scheme, likeliest original
LONGEST = 100  # letters of a word that can be a name
ORIGINALS = 2
FEWEST = 0.75  # letters of an original for one of its spelling, as a rule at the least
LETTERS_NAMED = 4
COMMON = 0.9  # the share of schemes from which on what they write tells nothing
ASKED = 3  # schemes that tell a language's alphabet
BETWEEN = plain_pattern(r"([\s\-–—]+)")  # parts words that have a case of their own
LEAST = 1e-4  # probability below which a detection isn't listed
FOREIGN = 2.5 * PLAIN  # for a letter that the language or scheme doesn't write


@dataclass(frozen=True, slots=True)
class Detection:
    """A language and scheme that may have given a text; `scheme` is None for Cyrillic.

    `letters` are those that speak most for it, as `output = source` for a scheme; `original` is the text it was
    written from. `equals` are the other schemes that write the original just so, the commonest first, as `scheme`
    is the commonest of all; the probability is that of any of them.
    """

    language: str
    scheme: str | None
    probability: float
    letters: tuple[str, ...]
    original: str
    equals: tuple[str, ...] = ()


def detect(text: str) -> list[Detection]:
    """The languages and schemes that a spelling may be in, the likeliest first, with probabilities that add up to 1.

    Empty for a text without letters. Raises UsageError if it isn't a text of names: no text, an endless word.

    >>> best = detect("Cichanoŭskaja")[0]
    >>> best.language, best.original
    ('be', 'Ціханоўская')
    >>> detect("Ціханоўская")[0].language
    'be'
    """
    want_names(text)
    return rank(text, letter_model)


def want_names(text: object) -> None:
    """Refuse what isn't text, or has a word too long for a name, whose originals would take minutes to find.

    >>> want_names("a" * 101)
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: a word of 101 letters is no name; give one with words of 100 letters or less
    """
    require_text(text, "the name")
    longest = max(map(len, re.findall(r"[^\W\d_]+", str(text))), default=0)
    if longest > LONGEST:
        raise UsageError(f"a word of {longest} letters is no name; give one with words of {LONGEST} letters or less")


def rank(text: str, models: Models, languages: Iterable[str] | None = None) -> list[Detection]:
    """`detect` with other letter models, or among some languages only."""
    text = as_written(text)
    known = sorted(set(languages) if languages is not None else {info.language for info in schemes()})
    if any(map(is_cyrillic, text)):
        return _cyrillic(text, models, known)
    if not any(map(str.isalpha, text)):
        return []
    return _latin(text, models, known)


def _latin(text: str, models: Models, languages: list[str]) -> list[Detection]:
    scored = [entry for language in languages if models(language) for entry in _jointly(text, language, models)]
    least = PLAIN * (1 + FEWEST * sum(map(str.isalpha, text)))
    if not scored or max(scored)[0] < least + log(language_weight("")):
        rest = [language for language in languages if not models(language)]
        scored += [entry for language in rest for entry in _schemes(text, language, models)]
    return [
        Detection(language, same[0], chance, _telling(same, original), _cased(text, original), same[1:])
        for chance, language, same, original in _chances(scored)
    ]


def _jointly(text: str, language: str, models: Models) -> list[Scored]:
    """The schemes of a language with a letter model that may have written the text."""
    weight = log(language_weight(language))
    return [
        (likelihood + log(commonness(language)[id_]) + weight, language, id_, original)
        for id_, found in read_all(text, language, models(language)).items()
        for likelihood, original in found
    ]


def _schemes(text: str, language: str, models: Models) -> list[Scored]:
    """The schemes of a language without a letter model that have all letters of the text."""
    result: list[Scored] = []
    for id_, share in commonness(language).items():
        if word_restorer(id_).could_write(text):
            found = originals(text.lower(), id_, ORIGINALS, models(language))
            prior = log(share) + log(language_weight(language))
            result += [(written.score + prior, language, id_, written.text) for written in found]
    return result


def _chances(scored: list[Scored]) -> list[tuple[float, str, tuple[str, ...], str]]:
    """(probability, language, equal schemes, original), the likeliest first, without the negligible ones.

    Schemes are equal if they write the same original so: then no letter of the text tells them apart.
    """
    groups: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for likelihood, language, id_, original in scored:
        groups.setdefault((language, original), []).append((likelihood, id_))
    if not groups:
        return []
    sums = {key: log_sum([likelihood for likelihood, _ in found]) for key, found in groups.items()}
    whole = log_sum(list(sums.values()))
    ranked = sorted(groups, key=lambda key: (-sums[key], key))
    result = []
    for key in ranked:
        chance = round(exp(sums[key] - whole), 4)
        if chance >= LEAST:
            same = tuple(id_ for _, id_ in sorted(groups[key], key=lambda entry: (-entry[0], entry[1])))
            result.append((chance, key[0], same, key[1]))
    return result


def _cased(text: str, original: str) -> str:
    """The original in small letters with the capitals of the text: all, none, or one a word."""
    if text.isupper():
        return original.upper()
    if text == text.lower():
        return original
    words, spelled = BETWEEN.split(original), BETWEEN.split(text)
    if len(words) != len(spelled):
        return original.title()
    return "".join(map(_cased_word, words, spelled))


def _cased_word(word: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word if like == like.lower() else capitalized(word, {})


def _telling(same: tuple[str, ...], original: str) -> tuple[str, ...]:
    """The outputs in the text that the fewest of the schemes outside `same` give to the same letters."""
    pairs = dict.fromkeys(
        pair for pair in word_restorer(same[0]).pairs(original.lower()) if pair[1] and pair[0] != pair[1]
    )
    ids, writers = _writers()
    rivals = ids.difference(same)
    shares = {pair: len(writers.get(pair, rivals) & rivals) / len(rivals) for pair in pairs}
    ranked = sorted((pair for pair in pairs if shares[pair] < COMMON), key=lambda pair: shares[pair])
    return tuple(f"{output} = {source}" for source, output in ranked[:LETTERS_NAMED])


@cache
def _writers() -> tuple[frozenset[str], dict[tuple[str, str], set[str]]]:
    """The schemes of the languages with a letter model, and for each (source, output) those that may write so."""
    languages = {info.language for info in schemes()}
    ids = frozenset(id_ for language in languages if letter_model(language) for id_ in commonness(language))
    found: dict[tuple[str, str], set[str]] = {}
    for id_ in ids:
        for source, choices in scheme_of(id_).choices.items():
            for choice in choices:
                found.setdefault((source, choice.output), set()).add(id_)
    return ids, found


def _cyrillic(text: str, models: Models, languages: list[str]) -> list[Detection]:
    """The languages of a text in Cyrillic: six by the letters they have in a row, others by letters of their own."""
    words = words_of(text)
    if words and "".join(words) == "".join(filter(is_cyrillic, text.lower())):
        found = [(chance, language) for language, chance in language_chances(text).items() if language in languages]
        whole = sum(chance for chance, _ in found)
        chances = [(round(chance / whole, 4), language) for chance, language in found if chance >= LEAST * whole]
    else:
        chances = [(chance, language) for chance, language, *_ in _chances(_by_alphabet(text, models, languages))]
    letters = sorted(set(filter(str.isalpha, text.lower())))
    result = []
    for chance, language in sorted(chances, key=lambda row: (-row[0], row[1])):
        own = alphabet(language)
        others = [alphabet(other) for other in LANGUAGES]
        telling = [char for char in letters if char in own and any(char not in other for other in others)]
        telling.sort(key=lambda char: sum(char in other for other in others))
        result.append(Detection(language, None, chance, tuple(telling[:LETTERS_NAMED]), text))
    return result


def _by_alphabet(text: str, models: Models, languages: list[str]) -> list[Scored]:
    """Languages by their letter models, where they have one, and by the letters that they don't have."""
    words = "".join(char if char.isalpha() or char in "’'" else " " for char in text.lower()).split()
    words = [word for word in words if any(map(is_cyrillic, word))]
    scored: list[Scored] = []
    for language in languages:
        own, model = alphabet(language), models(language)
        foreign = sum(char.isalpha() and char not in own for word in words for char in word)
        likelihood = sum(map(model.word, words)) + foreign * FOREIGN
        scored.append((likelihood + log(language_weight(language)), language, "", text))
    return scored


@cache
def alphabet(language: str) -> frozenset[str]:
    """The letters of a language in Cyrillic: those that most of its commonest schemes read.

    >>> "ў" in alphabet("be"), "ў" in alphabet("ru")
    (True, False)
    """
    cyrillic = [scheme_of(id_).letters for id_ in list(commonness(language))[:ASKED]]
    return frozenset(
        letter
        for letters in cyrillic
        for letter in letters
        if 2 * sum(letter in other for other in cyrillic) > len(cyrillic)
    )
