"""Languages whose names are written here, by code and by English name."""

from __future__ import annotations

LANGUAGES = {
    "ab": "Abkhaz", "ady": "Adyghe", "alt": "Altai", "av": "Avar", "az": "Azerbaijani", "ba": "Bashkir",
    "be": "Belarusian", "bg": "Bulgarian", "bua": "Buryat", "ce": "Chechen", "chm": "Mari", "cv": "Chuvash",
    "gag": "Gagauz", "inh": "Ingush", "kaa": "Karakalpak", "kbd": "Kabardian", "kjh": "Khakas",
    "kk": "Kazakh", "kv": "Komi", "ky": "Kyrgyz", "lez": "Lezgi", "mk": "Macedonian", "mn": "Mongolian",
    "os": "Ossetian", "ro": "Romanian (Moldovan Cyrillic)", "ru": "Russian", "rue": "Rusyn", "sah": "Yakut",
    "sr": "Serbian", "tg": "Tajik", "tk": "Turkmen", "tt": "Tatar", "tyv": "Tuvan", "udm": "Udmurt",
    "ug": "Uyghur", "uk": "Ukrainian", "uz": "Uzbek", "xal": "Kalmyk",
}  # fmt: skip


def code_of(name: str) -> str | None:
    """The code of a language called by its English name or its code, capitals or not.

    >>> code_of("belarusian"), code_of("BE"), code_of("Klingon")
    ('be', 'be', None)
    """
    wanted = name.strip().casefold()
    if wanted in LANGUAGES:
        return wanted
    return next((code for code, known in LANGUAGES.items() if known.split(" (")[0].casefold() == wanted), None)
