"""Common words, which at the start of a sentence have a capital without being a name.

Each `tables/text/common/<language>.txt` is a filter of the frequent words of a language that its spelling dictionary
has in small letters; `translit.learn.word_filters` makes it.
"""

from __future__ import annotations

from functools import cache, lru_cache

from translit.data import folder
from translit.writing.bloom import Attested

SHARED = {"hr": "sr-Latn", "bs": "sr-Latn"}  # languages that have the words of another


@lru_cache(maxsize=1 << 14)
def is_common(lower: str, language: str | None) -> bool:
    """Whether a word is one of a language's common words; False where nothing is known of the language.

    >>> is_common("вясна", "be"), is_common("мінск", "be"), is_common("вясна", None)
    (True, False, False)
    """
    found = _words(SHARED.get(language, language)) if language else None
    return found is not None and lower in found


def has_list(language: str) -> bool:
    """Whether the common words of a language are known.

    >>> has_list("be"), has_list("zh")
    (True, False)
    """
    return _words(SHARED.get(language, language)) is not None


def is_common_anywhere(lower: str) -> bool:
    """Whether a word is a common one of any language that has a list.

    >>> is_common_anywhere("вясна"), is_common_anywhere("spring"), is_common_anywhere("нафтан")
    (True, True, False)
    """
    return any((known := _words(language)) is not None and lower in known for language in _languages())


@cache
def _languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (folder("tables") / "text" / "common").glob("*.txt")))


@cache
def _words(language: str) -> Attested | None:
    path = folder("tables") / "text" / "common" / f"{language}.txt"
    return Attested.read(path) if path.is_file() else None
