"""What is done to the text of a name before its words are looked up.

Signs and endings of numbers fall, glued legal forms and compounds are parted, whom it honours is left out.
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from translit.compiled import read_toml
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.token import PATRONYMIC
from translit.matching.persons.reading.tokenize import may_be_patronymic
from translit.matching.phonetics.fold import cleaned, fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word, unlinked, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.unspaced import spaced
from translit.matching.places_orgs.reading.asian_places import listed_place
from translit.matching.places_orgs.reading.attached import detached
from translit.matching.places_orgs.reading.digits_within_words import without_drawn_digits
from translit.matching.places_orgs.reading.joined_words import compound, syllabic
from translit.matching.places_orgs.reading.plain_places import listed, placed
from translit.patterns import pattern, plain_pattern
from translit.writing.mojibake import unmangled

MOST_LETTERS = 400
LEAST_GLUED, LEAST_REST = 3, 4  # letters of a word such as North in a compound, and of the place after it
_COMMAS = str.maketrans("،，、﹐", ",,,,")  # of Arabic and Chinese
_WORD = pattern(r"\p{Latin}+")
_LONG_WORD = pattern(r"[\p{L}\p{M}]{7,}")
_LONG_LATIN = pattern(r"\p{Latin}{8,}")
_LONG_CYRILLIC = pattern(r"\p{Cyrillic}{6,}")
_ABBREVIATED = pattern(r"\b\p{Lu}{2,3}(?= \p{Lu}\p{Ll})")  # TU Dresden
_DIGIT = plain_pattern(r"\d")
_ORDINAL = pattern(  # 2nd, 16e, 3º, 2-я, 72-ая, 2-gi, 2-oji
    r"(?<=\d)(?:st|nd|rd|th|er|r?e|(?:i?è|e|é)me|[ºª]|-(?:а|gi|ga|ci|cia|sz[ya]|t[ya]|m[ya]|oji|asis|ias|iasis|as|os)"
    r"|-?(?:го|га|му|ага|[ыіои]?[йяе]|ая|ое|ые|ыя|ы))\b",
    regex.IGNORECASE,
)
_NUMBER_SIGN = pattern(  # № 2, No. 2, nr 2, č. 2
    r"(?:№|\b(?:nos?|nr|n[oº°]|num|номер)\b\.?|\b(?:č|br|бр|sz)\.)\s*(?=\d)", regex.IGNORECASE
)
_ASSIMILATED = pattern(  # before a letter that it takes
    r"(?<!\p{L})[aeu](sh|dh|th|ch|s|d|r|t|z|n)[ -](?=\1)", regex.IGNORECASE
)
_GLUED_FORM = pattern(r"(?<=\p{Ll})(?<!\bPr)(?=(?:AG|SA|SE|NV|LLC|LTD|GmbH|JSC|PLC|ООО|ОАО|ЗАО|ПАО|АО)\b)")
_HONOUR = pattern(  # имени Янки Купалы, named after Ivan Franko, im. Adama Mickiewicza
    r"\b(?:имени|имя|им\.|імя|імені|ім\.|imienia|im\.|named after|imeni)\s*(?:св\.\s*)?(?:\p{Lu}[\p{L}\p{M}'’.-]*\s*)+"
)
_HONOURED = pattern(  # Әл-Фараби атындағы, Ali Qushchi nomidagi, თბილისის is no part of it: ... ჯავახიშვილის სახელობის
    r"(?<!\p{L})(?:(?:\p{Lu}|(?=\p{Georgian}))[\p{L}\p{M}'’ʼ.-]*\s*){1,3}"
    r"(?:атындағы|атындагы|исемендәге|номидаги|nomidagi|adına|adyndaky|atındaǵı|სახელობის|անվան|vardo)(?!\p{L})\s*"
)

_HISTORICAL = pattern(  # Харківщина, Гродзеншчына, Smoleńszczyzna
    r"(?P<stem>\w{3,})(?:щин|шчын|щизн|шчызн|shchyn|shchin|ščyn|ščin|szczyzn|szczyn|schtschyn|schtschin|chtchin)[аиіыуоею'aiyueoę]\w{0,2}"
)


def historical_stem(folded: str) -> str:
    """What a name of a historical region is made of, else nothing.

    >>> historical_stem("харківщина"), historical_stem("харків")
    ('харків', '')
    """
    found = _HISTORICAL.fullmatch(folded)
    return found["stem"] if found else ""


def plain_text(text: str, kind: str) -> str:
    """The text without the signs and endings of numbers, and without glued legal forms.

    >>> [plain_text(text, "organization") for text in ("СИЗО № 2", "2nd Brigade", "SiemensAG")]
    ['СИЗО  2', '2 Brigade', 'Siemens AG']
    """
    text = unlinked(unmangled(text[:MOST_LETTERS]).translate(_COMMAS))
    text = _NUMBER_SIGN.sub(" ", text) if _DIGIT.search(text) else text
    text = spaced(detached(_exactly(text)), lexicon(kind), listed_place) if kind == "organization" else placed(text)
    plain = cleaned(_NUMBER_SIGN.sub(" ", text)) if _DIGIT.search(text) else cleaned(text)
    if _DIGIT.search(plain):
        plain = without_drawn_digits(_NUMBER_SIGN.sub(" ", _ORDINAL.sub("", plain)), kind)
    return _GLUED_FORM.sub(" ", plain) if kind == "organization" else plain


def _exactly(text: str) -> str:
    """The text with words that mean a kind of organization only with their signs in English: Bộ, but not Bo.

    >>> _exactly("Bộ Tài chính"), _exactly("Bo Derek")
    ('ministry Tài chính', 'Bo Derek')
    """
    return text if text.isascii() else _WORD.sub(lambda word: _exact().get(word[0], word[0]), text)


@cache
def _exact() -> dict[str, str]:
    listed: dict[str, str] = read_toml("names", "more_organization_words.toml")["table"]["exact"]
    return listed


def without_honour(text: str) -> str:
    """The text without whom the organization is named after.

    >>> without_honour("Uniwersytet im. Adama Mickiewicza w Poznaniu"), without_honour("Университет имени Франко")
    ('Uniwersytet w Poznaniu', 'Университет ')
    >>> without_honour("Абай атындағы Қазақ ұлттық педагогикалық университеті")
    'Қазақ ұлттық педагогикалық университеті'
    """
    return _HONOURED.sub("", _HONOUR.sub("", text))


def with_plain_article(text: str) -> str:
    """The text with the Arabic article as it is written, where it is given as it is heard; nothing without any.

    >>> with_plain_article("Kafr ash-Shaykh"), with_plain_article("Ash Fork"), with_plain_article("As-Sweida")
    ('Kafr al-Shaykh', '', 'al-Sweida')
    """
    plain = _ASSIMILATED.sub("al-", text) if " " in text or "-" in text else text
    return plain if plain != text else ""


def comma_parts(text: str) -> tuple[str, str]:
    """What stands before the first comma of a place and after it; a street before its town, whichever stands first.

    >>> comma_parts("Брест, улица Ленина"), comma_parts("Брест, Беларусь")
    ((' улица Ленина', 'Брест'), ('Брест', ' Беларусь'))
    """
    before, _, after = text.partition(",")
    if not any(map(str.isalnum, before)):
        return after, ""
    return (after, before) if is_address(after) and not is_address(before) else (before, after)


def is_address(text: str) -> bool:
    """Whether a text names a street, a square or the like.

    >>> is_address("ул. А. Пушкина"), is_address("г. Пушкин")
    (True, False)
    """
    words, found = [folded_word(word) for word in words_of(text)], lexicon("place")
    named = (found.keys[one] for word in words for one in found.of_word(word))
    return not listed("addresses").isdisjoint(named)


def is_person(text: str) -> bool:
    """Whether a text of three or four words reads as the name of a person: given name, patronymic, family name.

    >>> is_person("Борисов Кирилл Викторович"), is_person("Нижний Новгород")
    (True, False)
    """
    words = text.split()
    return 3 <= len(words) <= 4 and any(map(may_be_patronymic, words)) and bool(parse(text).of(PATRONYMIC))


def split_qualifiers(text: str) -> str:
    """The text of a place with words such as Lower and North apart that are glued to a listed place.

    >>> split_qualifiers("Niederösterreich"), split_qualifiers("Niederwald")
    ('nieder österreich', 'Niederwald')
    """
    return _LONG_WORD.sub(lambda match: " ".join(_parted(fold(match[0])) or (match[0],)), text)


@lru_cache(maxsize=1 << 14)
def _parted(word: str) -> tuple[str, str] | None:
    found = lexicon("place")
    if not found.places.isdisjoint(found.of_word(word)):
        return None
    for size in range(LEAST_GLUED, len(word) - LEAST_REST + 1):
        if word[:size] in _glued() and not found.places.isdisjoint(found.of_word(word[size:])):
            return word[:size], word[size:]
    return None


@cache
def _glued() -> frozenset[str]:
    return frozenset(map(fold, listed("glued")))


@cache
def _abbreviations() -> dict[str, str]:
    table: dict[str, str] = read_toml("names", "organization_words.toml")["abbreviations"]
    return table


def split_compounds(text: str) -> str:
    """The text with its compounds written as several words, and letters before a place in full.

    >>> [split_compounds(text) for text in ("Finanzministerium", "Минобороны", "TU Dresden")]
    ['finanz ministerium', 'министерство обороны', 'Technische Universität Dresden']
    """
    text = _ABBREVIATED.sub(lambda match: _abbreviations().get(match[0], match[0]), text)
    text = _LONG_LATIN.sub(lambda match: " ".join(compound(fold(match[0])) or (match[0],)), text)
    return _LONG_CYRILLIC.sub(lambda match: " ".join(syllabic(fold(match[0])) or (match[0],)), text)
