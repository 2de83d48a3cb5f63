"""Names in scripts without spaces (Chinese characters, kana, hangul, Thai, Khmer): cut where listed words stand."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import lru_cache

from translit.matching.phonetics.scripts import latin_word
from translit.matching.places_orgs.lexicon.listed_phrases import Lexicon
from translit.patterns import pattern
from translit.writing.characters import normalized

LEAST, LONGEST = 2, 24  # characters of a word that a name is cut at
LEAST_THAI = 3  # of letters: ยา, medicine, is in สยาม, Siam
LONGEST_PLACE = 5  # characters of a place before what no list has
DIGITS = "一二三四五六七八九"
_NUMBER = r"(?P<value>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_NUMBERED = pattern(  # of hospitals, schools and units; what begins with it may be a brand: 第一生命
    rf"第{_NUMBER}"
    r"(?=人民|中心|医院|醫院|中学|中學|中等|小学|小學|高中|高等|高级|实验|實驗|附属|附屬|建筑|汽车|机床|师|師|军|軍|集团军|炼钢|航务|工程局)"
    rf"|(?<=\p{{Han}})第{_NUMBER}(?=研究|设计|設計|工厂|工廠|工程|分[公院局]|[局院所室处處旅团團营營支总總大])"
)
_RUN = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}ー]{2,}")
_THAI = pattern(r"\p{Thai}")
_HAN = pattern(r"\p{Han}+")
_SHORT_HANGUL = pattern(r"\p{Hangul}{2}")  # read as it is written: 부산 is Pusan as well as Busan, 전남 Chonnam
_UNSPACED = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}ー]+")


def is_unspaced(form: str) -> bool:
    """Whether a listed form is a word of such a script that names are cut at.

    >>> is_unspaced("大学"), is_unspaced("部"), is_unspaced("bank")
    (True, False, False)
    """
    least = LEAST_THAI if _THAI.match(form) else LEAST
    return least <= len(form) <= LONGEST and _UNSPACED.fullmatch(form) is not None


def glued(form: str) -> str:
    """A word of Chinese characters as one word in Latin letters; others as they are.

    >>> glued("复旦"), glued("대한"), glued("Tsinghua")
    ('Fudan', '대한', 'Tsinghua')
    """
    return latin_word(form).replace(" ", "").capitalize() if _HAN.fullmatch(form) else form


def spaced(text: str, found: Lexicon, place: Callable[[str], str]) -> str:
    """The text with spaces around the listed words of names that are written without spaces.

    They and what is left between them are a word each: no family name with a given name. `place` gives the listed
    place that characters name, in Latin letters, or nothing.

    >>> from translit.matching.places_orgs.reading.asian_places import listed_place
    >>> from translit.matching.places_orgs.lexicon.lexicon import lexicon
    >>> [spaced(name, lexicon("organization"), listed_place) for name in ("复旦大学", "대한항공", "LG전자", "教育部")]
    ['Fudan Daxue', '대한항공', 'LG 전자', 'Jiaoyu ministry']
    >>> spaced("山东新华制药", lexicon("organization"), listed_place)[:8]
    'Shandong'
    >>> [spaced(name, lexicon("organization"), listed_place) for name in ("农业和卫生部", "東日本鉄道")]
    ['Nongye Weisheng ministry', 'east Riben Zhidao']
    """
    if text.isascii() or not _UNSPACED.search(text := normalized(text, "NFKC")):
        return text
    return _RUN.sub(lambda run: _words(run[0], found, place), text).strip()


def _words(run: str, found: Lexicon, place: Callable[[str], str]) -> str:
    if numbered := _NUMBERED.search(run):
        sides = (run[: numbered.start()], run[numbered.end() :])
        said = [one if (one := _words(side, found, place)) != side else _unlisted(side, place) for side in sides]
        return f" {said[0]} {_value(numbered['value'])} {said[1]} "
    parts = cut(run, found.unspaced)
    if not any(part in found.unspaced for part in parts):
        return run
    if len(parts) > 1 and parts[-1] in found.suffixes and parts[-2] in found.unspaced:
        parts = (*parts[:-1], found.suffixes[parts[-1]])
    parts = tuple(found.signs.get(part, part) for part in parts)
    words = (glued(part) if part in found.unspaced else _unlisted(part, place) for part in parts if part)
    return f" {' '.join(words)} "


def _value(digits: str) -> int:
    """The value of a number up to 99 in Chinese characters.

    >>> _value("十二"), _value("三"), _value("四十")
    (12, 3, 40)
    """
    tens, ten, units = digits.rpartition("十")
    return 10 * (DIGITS.index(tens) + 1 if tens else len(ten)) + (DIGITS.index(units) + 1 if units else 0)


def _unlisted(part: str, place: Callable[[str], str]) -> str:
    """What no list of organizations has, in Latin letters; the place that it is or starts with apart."""
    for size in (len(part), *range(min(len(part) - LEAST, LONGEST_PLACE), LEAST - 1, -1)):
        if size >= LEAST and (named := place(part[:size])) and not _SHORT_HANGUL.fullmatch(part):
            return f"{named} {glued(part[size:])}".rstrip()
    return glued(part)


@lru_cache(maxsize=1 << 14)
def cut(run: str, listed: Container[str]) -> tuple[str, ...]:
    """A run of characters as words: as few characters as may be in no listed word, then as few words as may be.

    >>> cut("村田製作所", frozenset({"製作所"}))
    ('村田', '製作所')
    """
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for end in range(1, len(run) + 1):
        unlisted, words, parts = best[end - 1]
        glued = bool(parts) and parts[-1] not in listed
        rest = (*parts[:-1], parts[-1] + run[end - 1]) if glued else (*parts, run[end - 1])
        ways = [(unlisted + 1, words + (not glued), rest)]
        for start in range(max(0, end - LONGEST), end - LEAST + 1):
            if run[start:end] in listed:
                unlisted, words, parts = best[start]
                ways.append((unlisted, words + 1, (*parts, run[start:end])))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]
