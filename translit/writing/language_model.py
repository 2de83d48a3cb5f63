"""Which of six languages a name in Cyrillic is in, by the letters it has in a row.

A logistic regression over runs of one to four letters, each word between `^` and `$`. The weights are in
`tables/match/languages.tsv`, made by `python -m translit.learn.language_runs`. A letter that a language doesn't have
speaks against it by more than any run of letters may weigh.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

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
# Set by hand: how much rarer a row of a user's file is in these, where a name is written alike in several languages.
PRIOR = {"bg": 0.5, "mk": 0.3, "sr": 0.3}
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
def _weights() -> tuple[Mapping[str, Float64s], Float64s]:
    path = folder("tables") / "match" / "languages.tsv"
    found: dict[str, Float64s] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        try:
            run, *cells = line.split("\t")
            found[run] = np.array([int(cell or 0) / SCALE for cell in cells])
        except ValueError as error:
            raise TableError(f"{path.name}: line {number} isn't a run of letters and whole numbers") from error
    return found, found.pop("")


def language_chances(text: str) -> dict[str, float]:
    """Language → the probability that a name in Cyrillic is in it; empty for a text without such letters.

    >>> max(language_chances("Ціханоўская").items(), key=lambda item: item[1])[0]
    'be'
    """
    words = words_of(text)
    if not words:
        return {}
    weights, score = _weights()
    score = score + np.log([PRIOR.get(language, 1.0) for language in LANGUAGES])
    for word in words:
        for run in runs_of(word):
            known = weights.get(run)
            if known is not None:
                score += known
        for letter in set(word):
            score += _NOT_OF[letter]
    chances = np.exp(score - score.max())
    return dict(zip(LANGUAGES, (chances / chances.sum()).tolist(), strict=True))
