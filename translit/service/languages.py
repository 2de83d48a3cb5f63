"""The texts of the page in its languages: data in `texts/*.toml`, one file a language, the same keys in each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from starlette.requests import Request

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("en", "be", "uk", "ru", "pl")


class Texts:
    """The texts of one language by their keys; a key that lacks is an error, so that none lacks unseen.

    >>> load("be")["code"]
    'be'
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.all = texts

    def __getitem__(self, key: str) -> str:
        return self.all[key]


@cache
def load(language: str) -> Texts:
    """The texts of a language."""
    raw = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return Texts(MappingProxyType(raw))


def texts(request: Request) -> Texts:
    """The texts in the language of a request: `?lang=`, the cookie of an earlier choice, what the browser accepts."""
    asked = [request.query_params.get("lang", ""), request.cookies.get("lang", "")]
    return load(chosen(asked, request.headers.get("accept-language", "")))


def chosen(asked: list[str], accepted: str) -> str:
    """The first language of ours that is asked for, else the best accepted, else English.

    >>> chosen([""], "de-DE,de;q=0.9,uk;q=0.4,be;q=0.5"), chosen(["pl"], "be"), chosen(["xx"], "")
    ('be', 'pl', 'en')
    """
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")[:20]):
        tag, _, weight = part.partition(";q=")
        share = float(weight) if weight.replace(".", "", 1).isdecimal() else 1.0
        ranked.append((-share, place, tag.strip().lower()[:2]))
    wanted = [language[:2] for language in asked] + [tag for _, _, tag in sorted(ranked)]
    return next((language for language in wanted if language in LANGUAGES), "en")
