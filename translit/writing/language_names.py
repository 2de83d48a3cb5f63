"""Languages whose names are written here, and those whose press writes them, by code and by English name."""

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

OTHERS = {
    "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "et": "Estonian",
    "fi": "Finnish", "fr": "French", "hr": "Croatian", "hu": "Hungarian", "it": "Italian", "lt": "Lithuanian",
    "lv": "Latvian", "nb": "Norwegian Bokmål", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "sk": "Slovak", "sl": "Slovene", "sv": "Swedish", "tr": "Turkish",
}  # fmt: skip


def any_code_of(name: str) -> str:
    """The code of a language called by its English name; what is no such name stays.

    >>> any_code_of("Belarusian"), any_code_of("german"), any_code_of("be-Latn"), any_code_of("Klingon")
    ('be', 'de', 'be-Latn', 'Klingon')
    """
    return code_of(name) or other_code_of(name) or name


def other_code_of(name: str) -> str | None:
    """The code of a language that isn't written in Cyrillic, by its English name or its code.

    >>> other_code_of("german"), other_code_of("Belarusian")
    ('de', None)
    """
    wanted = name.strip().casefold()
    return wanted if wanted in OTHERS else {known.casefold(): code for code, known in OTHERS.items()}.get(wanted)


def code_of(name: str) -> str | None:
    """The code of a language called by its English name or its code, capitals or not.

    >>> code_of("belarusian"), code_of("BE"), code_of("Klingon")
    ('be', 'be', None)
    """
    wanted = name.strip().casefold()
    if wanted in LANGUAGES:
        return wanted
    return next((code for code, known in LANGUAGES.items() if known.split(" (")[0].casefold() == wanted), None)
