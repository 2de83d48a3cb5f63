"""Writing names of several languages: each by the scheme of its own language, Latin ones from their originals."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from translit.errors import UnknownScheme, UsageError, did_you_mean
from translit.patterns import plain_pattern
from translit.writing.characters import is_cyrillic
from translit.writing.detect import detect
from translit.writing.language_names import LANGUAGES, code_of, other_code_of
from translit.writing.registry import nearest, paths, scheme_of, schemes
from translit.writing.restore import restore

AUTO, ANY = "auto", "any"
_CODE = plain_pattern("[A-Za-z]{2,3}")  # of ISO 639
PREFERRED = ("be", "ru", "uk")  # whose scheme stands for a family that is given without a language


class LanguageWriter:
    """Writes texts by a scheme, or by the schemes of its family for other languages.

    `to` is a scheme (be-lacinka) or a family (bgnpcgn, press-de). With the language "auto" that of each text is
    recognised; a text in a language for which the family has no scheme is written by `to`. `source` says what is made
    of Latin: "any" has its original recognised, a scheme read by that; else it stays. Raises UnknownScheme, UsageError.

    >>> LanguageWriter("bgnpcgn", "auto").write_all(["Ціханоўская", "Тихановская"])
    ['Tsikhanowskaya', 'Tikhanovskaya']
    >>> LanguageWriter("be-lacinka", source="any").write_all(["Lukashenka"])
    ['Łukašenka']
    """

    def __init__(self, to: str, language: str | None = None, source: str | None = None) -> None:
        self.language = None if language in (None, AUTO) else code_of(str(language))
        if language not in (None, AUTO) and self.language is None:
            known = [AUTO, *LANGUAGES, *LANGUAGES.values()]
            raise UsageError(
                f"there is no language {language!r}{did_you_mean(str(language), known)}; use auto, be, ru …"
            )
        self.auto = language == AUTO
        self.family, self.scheme = _family(to)
        own = {info.id: info.language for info in schemes()}
        self.own = str(scheme_of(self.scheme).table.head["language"]) if self.scheme not in own else own[self.scheme]
        if source not in (None, ANY):
            scheme_of(str(source))  # refuses an unknown one
        self.source = source
        self._write = lru_cache(maxsize=1 << 16)(self._written)

    def write_all(self, texts: Iterable[str], languages: Iterable[str] | None = None) -> list[str]:
        """The texts written; `languages` are those that a column gives, empty where it doesn't know.

        Raises UsageError for what is no language.
        """
        if languages is None:
            return [self._write(text, "") for text in texts]
        return [self._write(text, said) for text, said in zip(texts, languages, strict=True)]

    def _written(self, text: str, said: str) -> str:
        if not text.strip():
            return text
        language = self.language or self._said(said)
        if self.source and not any(map(is_cyrillic, text)):
            text, language = self._original(text, language)
        if language is None and (self.auto or said.strip()):  # a language that no scheme is for, such as German
            found = [each.language for each in detect(text)] if any(map(is_cyrillic, text)) else []
            language = next((each for each in found if self._has_scheme(each)), found[0] if found else None)
        return scheme_of(self.scheme_for(language)).transliterate(text)

    def _has_scheme(self, language: str) -> bool:
        """Whether the family has one for it: Ким Ир Сен may be Bulgarian, and `press-de` writes no such."""
        return language == self.own or _in_family(self.family, language) is not None

    def _said(self, text: str) -> str | None:
        if not text.strip():
            return None
        root = text.strip().replace("_", "-").partition("-")[0]  # be-BY, ru_RU
        code = code_of(text) or code_of(root)
        if code is None and other_code_of(root) is None and not _CODE.fullmatch(root):
            raise UsageError(f"the column of languages has {text!r}; give codes such as be, ru, uk, or English names")
        return code

    def _original(self, text: str, language: str | None) -> tuple[str, str | None]:
        """The original of a Latin text and its language; the text itself if nothing is likely to have given it."""
        if self.source != ANY:
            found = restore(text, str(self.source), candidates=1)
            return (found[0].text, language) if found else (text, language)
        wanted = language or (None if self.auto else self.own)
        likely = [each for each in detect(text) if wanted in (None, each.language)] or detect(text)
        if not likely:
            return text, language
        return likely[0].original, language or likely[0].language

    def scheme_for(self, language: str | None) -> str:
        """The scheme of the family for a language; that of the writer where it has none."""
        if language is None or language == self.own:
            return self.scheme
        return _in_family(self.family, language) or self.scheme


def is_family(to: str) -> bool:
    """Whether a name is that of schemes of several languages and of none of them.

    >>> is_family("bgnpcgn"), is_family("be-lacinka")
    (True, False)
    """
    return to not in paths() and any(_in_family(to, language) for language in PREFERRED)


def _family(to: str) -> tuple[str, str]:
    """The family of a scheme or of a family's name, and the scheme that stands for it."""
    if to.endswith(".toml"):
        return "", to
    for language in PREFERRED:
        found = _in_family(to, language)
        if found:
            return to, found
    try:
        scheme_of(to)
    except UnknownScheme:
        raise UnknownScheme(f"there is no scheme and no family of schemes {to!r}{nearest(to)}") from None
    return to.partition("-")[2], to


@lru_cache(maxsize=1 << 10)
def _in_family(family: str, language: str) -> str | None:
    """The scheme of a family for a language: of that name, else the newest that begins so, such as bgnpcgn-2019."""
    if not family:
        return None
    wanted = f"{language}-{family}"
    known = {info.id: info for info in schemes(language)}
    if wanted in known or wanted in paths():
        return wanted
    named = [info.id for info in known.values() if wanted in info.aliases]
    root = family.rstrip("0123456789-")
    begun = [info for info in known.values() if root and info.id.startswith(f"{language}-{root}-")]
    begun = [info for info in begun if info.id.removeprefix(f"{language}-{root}-").isdecimal()]
    dated = sorted(begun, key=lambda info: info.year)
    return named[0] if named else dated[-1].id if dated else None
