"""Which of six languages a name in Cyrillic is in, by the letters it has in a row.

A linear model over runs of one to four letters, each word between `^` and `$`: a logistic regression and a model of
each language's letters added up. The weights are in
`tables/match/languages.tsv`, made by `python -m translit.learn.language_runs`. A letter that a language doesn't have
speaks against it by more than any run of letters may weigh.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np

from translit.arrays import Float64s
from translit.data import folder
from translit.errors import TableError
from translit.patterns import plain_pattern

LANGUAGES = ("be", "bg", "mk", "ru", "sr", "uk")
ALPHABETS = {
    "be": "абвгґдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
LONGEST = 4  # letters of a run, its ends included
FOREIGN = -7.0  # set by hand: beyond what the runs of a whole word weigh, so that one typing error can be outweighed
# Set by hand: how much rarer a row of a user's file is in these, where a name is written alike in several languages:
# Владимир Путин and Михаил Булгаков are Bulgarian spellings too.
PRIOR = {"bg": 0.3, "mk": 0.3, "sr": 0.3}
SCALE = 100  # weights are kept as whole hundredths of a nat
_WORD = plain_pattern("[а-яёѐђѓєѕіїјљњћќѝўџґ]+")
_NOT_OF = {
    letter: np.array([0.0 if letter in ALPHABETS[language] else FOREIGN for language in LANGUAGES])
    for letter in sorted(set("".join(ALPHABETS.values())))
}


def words_of(text: str) -> list[str]:
    """The Cyrillic words of a text in small letters; Roman numerals and words of other letters are none."""
    return _WORD.findall(text.lower())


def runs_of(word: str) -> Iterator[str]:
    """The runs of letters that a word is known by.

    >>> list(runs_of("ян"))[:4]
    ['^', '^я', '^ян', '^ян$']
    """
    closed = f"^{word}$"
    for start in range(len(closed)):
        for end in range(start + 1, min(start + LONGEST, len(closed)) + 1):
            yield closed[start:end]


@cache
def _lines() -> dict[str, str]:
    """Run → its weights as they are written; most runs are never asked for."""
    path = folder("tables") / "match" / "languages.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return {run: cells for run, _, cells in (line.partition("\t") for line in lines if not line.startswith("#"))}


@lru_cache(maxsize=1 << 16)
def _weight(run: str) -> Float64s | None:
    """The weights of a run of letters in LANGUAGES, of no run the constant; None for one that says nothing.

    Raises TableError if the line of the run isn't one of whole numbers.
    """
    cells = _lines().get(run)
    if cells is None:
        return None
    try:
        return np.array([int(cell or 0) / SCALE for cell in cells.split("\t")])
    except ValueError as error:
        raise TableError(f"languages.tsv: the line of {run!r} isn't a run of letters and whole numbers") from error


def language_chances(text: str) -> dict[str, float]:
    """Language → the probability that a name in Cyrillic is in it; empty for a text without such letters.

    >>> max(language_chances("Ціханоўская").items(), key=lambda item: item[1])[0]
    'be'
    >>> round(language_chances("В. В. Путин")["ru"], 1), round(language_chances("І. Франко")["ru"], 1)
    (0.9, 0.0)
    """
    words = words_of(text)
    if not words:
        return {}
    score = np.log([PRIOR.get(language, 1.0) for language in LANGUAGES]) + _weight("")
    longest = max(map(len, words))
    for word in words:
        for run in runs_of(word) if len(word) > 1 or longest == 1 else ():  # an initial is no word of any language
            known = _weight(run)
            if known is not None:
                score += known
        for letter in set(word):
            score += _NOT_OF[letter]
    chances = np.exp(score - score.max())
    return dict(zip(LANGUAGES, (chances / chances.sum()).tolist(), strict=True))
