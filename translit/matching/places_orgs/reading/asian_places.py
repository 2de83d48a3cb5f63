"""Names of places in Chinese characters, kana and hangul: listed ones in Latin letters, kinds at their end as words; in
Thai, Lao and Khmer the kind begins the name.

Mandarin readings are of persons' names, parted into family and given name, and 大阪 isn't read as Osaka says it.
"""

from __future__ import annotations

import re
from functools import cache

from translit.compiled import read_toml
from translit.matching.phonetics.han_variants import one_form
from translit.matching.phonetics.scripts import latin_word
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.patterns import pattern

OF_A_TOWN = ("station", "airport")  # kinds whose names begin with the town
LEAST_NAME = 2  # characters that are left before a kind: 京都 and 대구 are names
SURE_KINDS = ("駅", "驛", "車站", "车站")  # before which one is enough: 楠駅
_RUN = pattern(r"[\p{Han}\p{Hangul}\p{Katakana}\p{Hiragana}々ー]+|[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]+")
_WITHIN = pattern(  # 東京都新宿区, 新疆维吾尔自治区喀什市
    r"(?P<where>北海道|\p{Han}{2,3}?(?:省|都|府|県|縣|市)|\p{Han}{2,5}?(?:自治区|自治區))(?P<place>\p{Han}{2,}[市县縣区區町村郡])"
)
_HANGUL_WITHIN = pattern(  # 강원도 삼척시, 경기도수원시; no province has the metropolis 광주: 경기도 광주시 is another
    r"(?P<where>\p{Hangul}{2,3}(?:특별자치도|특별자치시|특별시|광역시|도|시(?= )))\s?"
    r"(?P<place>(?!(?:서울|부산|대구|인천|광주|대전|울산|세종)시)\p{Hangul}{1,4}[시군구읍면])"
)
_ROMANIZED = pattern(
    r"(?<=\p{Latin}{2})-(?:si|shi|do|ken|fu|gun|gu|ku|machi|ch[oō]|mura|[eŭ]u?p|my[eŏ]o?n)\b", re.IGNORECASE
)
_HANGUL = pattern(r"\p{Hangul}")
_HAN = pattern(r"[\p{Han}々]+")


def spelled_out(text: str) -> str:
    """The text with its names of places in Latin letters where they are listed, and their kinds as English words.

    >>> spelled_out("大阪府"), spelled_out("深圳市"), spelled_out("Осака"), spelled_out("서울특별시")
    ('Osaka region', 'Shenzhen city', 'Осака', 'Seoul city')
    >>> spelled_out("東京都新宿区"), spelled_out("Gangnam-gu")
    ('Shinjuku borough, Tokyo city', 'Gangnam borough')
    """
    if "-" in text:
        text = _ROMANIZED.sub(lambda found: f" {_kinds()[found[0].lower()]}", text)
    if text.isascii():
        return text
    if " " in text and (known := lexicon("place").in_latin.get(text.replace(" ", ""))):
        return known  # 러시아 연방: Korean joins and parts words at will
    text = _HANGUL_WITHIN.sub(r"\g<place>, \g<where>", text) if _HANGUL_WITHIN.fullmatch(text) else text
    return _RUN.sub(lambda run: f" {_spelled(run[0])} ", text).strip()


def within(run: str) -> tuple[str, str]:
    """A place in Chinese characters, and the larger one that is written before it, "" without one.

    >>> within("北海道釧路市"), within("釧路市")
    (('釧路市', '北海道'), ('釧路市', ''))
    """
    found = _WITHIN.fullmatch(run)
    return (found["place"], found["where"]) if found and run not in lexicon("place").in_latin else (run, "")


def _spelled(run: str) -> str:
    listed = lexicon("place").in_latin
    run = run if listed.get(run) else listed_form(run)
    known = listed.get(run)
    rest, kind = parted(run)
    if known and kind and listed.get(rest) not in (None, known):
        return f"{known} {kind}"  # 黑龙江省 is Heilongjiang, 黑龙江 the Amur
    if known:
        return known
    place, where = within(run)
    if where:
        return f"{_spelled(place)}, {_spelled(where)}"
    if kind in OF_A_TOWN and (town := next((rest[:end] for end in (3, 2) if listed.get(rest[:end])), "")) != rest:
        part = rest.removeprefix(town)
        part = _sides().get(part) or (_spelled(part) if len(part) >= LEAST_NAME else "")
        if town and part:
            return f"{listed.get(town)} {part} {kind}"  # 北京南站, 上海虹桥机场
    if kind:
        return f"{_spelled(rest)} {kind}"
    return latin_word(run).replace(" ", "") if _HAN.fullmatch(run) else run


def listed_form(run: str) -> str:
    """A name in the characters that the list has of those that are written one for the other, if it's listed so.

    >>> listed_form("祕魯") == listed_form("秘鲁")
    True
    """
    form = one_form(run)
    return form if lexicon("place").in_latin.get(form) else run


def parted(run: str) -> tuple[str, str]:
    """A name without the kind at its end or its beginning, and the kind, "" without one.

    >>> parted("神奈川県"), parted("京都"), parted("대전광역시"), parted("จังหวัดเชียงใหม่")
    (('神奈川', 'region'), ('京都', ''), ('대전', 'city'), ('เชียงใหม่', 'region'))
    """
    for prefix, kind in _kinds("prefixes").items():
        if run.startswith(prefix) and len(run) - len(prefix) >= LEAST_NAME:
            return run.removeprefix(prefix), kind
    for suffix, kind in _kinds().items():
        if run.endswith(suffix) and len(run) - len(suffix) >= (1 if suffix in SURE_KINDS else LEAST_NAME):
            return run.removesuffix(suffix), kind
    return run, ""


def listed_place(run: str) -> str:
    """The listed place that characters name, with or without its kind, in Latin letters; nothing of any other name.

    >>> listed_place("名古屋"), listed_place("深圳市"), listed_place("村田")
    ('Nagoya', 'Shenzhen', '')
    """
    known = lexicon("place").in_latin
    return known.get(run) or (known.get(parted(run)[0]) or "")


def usual_kinds(name: str) -> tuple[str, ...]:
    """The words for kinds that names in Chinese characters or hangul mostly end in; none for any other name.

    >>> usual_kinds("대구")[:2], usual_kinds("Beijing")
    (('시', '특별시'), ())
    """
    if name.isascii() or not _RUN.fullmatch(name):
        return ()
    return _usual_kinds()[_HANGUL.search(name) is not None]


@cache
def _usual_kinds() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of Chinese characters, and those of hangul."""
    listed: list[str] = read_toml("names", "place_words.toml")["table"]["usual_suffixes"]
    return tuple(one for one in listed if _HAN.match(one)), tuple(one for one in listed if _HANGUL.match(one))


@cache
def _sides() -> dict[str, str]:
    """Sides of the world before the kind of a station → the words of the list for them."""
    sides: dict[str, str] = read_toml("names", "place_words.toml")["table"]["sides"]
    return sides


@cache
def _kinds(section: str = "suffixes") -> dict[str, str]:
    """What ends or begins a name → the kind that it says, long ones first."""
    listed = read_toml("names", "place_words.toml")[section]
    found = [(suffix, kind) for kind, suffixes in listed.items() for suffix in suffixes]
    return dict(sorted(found, key=lambda one: len(one[0]), reverse=True))
