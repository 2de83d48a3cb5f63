"""Endings of names of places: adjectives without theirs, and towns that are called after somebody."""

from __future__ import annotations

from functools import cache

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.patterns import pattern

LEAST_FOUNDER = 64  # numbers of founders begin here, above those of endings
MOST_BETWEEN = 7  # letters of an ending behind a founder's name
OWNER, OWNED = 1, 2
_OWNED = pattern(r"\w{2,}(?:ов|ев|ёв|ин|ын|ov|ev|ëv|in|yn|ow|ew)(?P<end>[оo]?)")
# what settlements of South Asia end in: two that are called so after one founder are two, Chandpur and Chandpara
_SETTLED = pattern(
    r"\w{3,}(?:(pur|pura|poor|pore|puram|пур|пура)|(para|pada|пара)|(nag[aæ]r|nagara|нагар)|([aā]b[aā]d|абад)|(ganj|gonj|gandj|гандж)|(garh|gadh|gad|гарх)"
    r"|(gaon|gav|гаон)|(gram|грам)|(kot|кот)|(giri?|гир)|(hat|хат)|(pett?ai|pet|пет)|(palli|palle|халли|halli)|(pada?v)|(wadi|vadi)|(bari|бари))"
)
_FOUNDED = pattern(r"\w{4,}[вvwў](?:к[аиуо]|k[aiyuo])")
_ADJECTIVE = pattern(
    r"(?P<stem>\w{2,}?(?P<suffix>[сц](?:ьк|к)|[sc]k))"
    r"(?:ая|ий|ый|ой|ое|ае|а|и|і|е|ія|ие|ые|ыя|aja|aya|aia|ij|iy|yj|yy|oy|oj|oi|y|i|a|e|é|ý|á|ie|oje|oye|ae|aje|as|is)"
)
_OBLIQUE = pattern(  # Уральского, Opolskiego, Zagrebačkog: of organizations, whose names stand in all cases
    r"(?P<stem>\w{2,}?(?P<suffix>[сц](?:ьк|к)|[sc]k))"
    r"(?:ого|ому|ом|ым|им|ых|их|ую|ою|ага|аму|ай|ім|іх|oho|ogo|omu|om|oy|oj|oi|uyu|iego|iemu|im|iej|ich|ą|ého|ému|ém|ých|ým|ou|og|oga|ih|u)"
)
_MASCULINE = pattern(r"\w{2,}(?:[сц]ь?к(?:ий|ій|і|ой)|[sc]k(?:iy|yj|yy|ij|yi|y|oy|oj|oi))")


def is_adjective(folded: str) -> bool:
    """Whether a name is an adjective of a town in the masculine, as a town may be called that isn't the other.

    >>> is_adjective("волжский"), is_adjective("volzhsky"), is_adjective("волжская"), is_adjective("волжск")
    (True, True, False, False)
    """
    return _MASCULINE.fullmatch(folded) is not None


def ownership(folded: str) -> int:
    """OWNER for a name such as Pushkin, OWNED for one such as Pushkino, else 0: a town may be called either, not both.

    >>> ownership("пушкин"), ownership("pushkino"), ownership("минск")
    (1, 2, 0)
    """
    found = _OWNED.fullmatch(folded)
    return 0 if not found else OWNED if found["end"] else OWNER


def settled(folded: str) -> int:
    """Which ending of settlements of South Asia a folded name has, by number; 0 if none.

    >>> settled("chandpur") == settled("чандпур"), settled("chandpur") == settled("chandpara"), settled("chandra")
    (True, False, 0)
    """
    found = _SETTLED.fullmatch(folded)
    return found.lastindex or 0 if found else 0


def founder(folded: str) -> int:
    """After whom a village in -vka is called, by number; 0 if none is listed. Two that are called after two are two.

    >>> founder("миколаївка") == founder("nikolaevka"), founder("миколаївка") == founder("mykhailivka")
    (True, False)
    >>> founder("берізка")
    0
    """
    if not _FOUNDED.fullmatch(folded):
        return 0
    for size in range(len(folded) - 2, max(2, len(folded) - MOST_BETWEEN - 1), -1):
        if number := _founders().get(folded[:size]):
            return number
    return 0


@cache
def _founders() -> dict[str, int]:
    listed: list[list[str]] = read_toml("names", "place_words.toml")["table"]["founders"]
    return {fold(stem): number for number, stems in enumerate(listed, LEAST_FOUNDER) for stem in stems}


def shorter_forms(folded: str, restored: bool = True) -> list[str]:
    """An adjective's forms without its ending, as another language may have the noun.

    In цк, as Belarusian and Ukrainian write it, is a т before ск; `restored` puts it back, as names of places need it;
    names of organizations stand in other cases too.

    >>> shorter_forms("минская"), shorter_forms("варненська"), shorter_forms("минск"), shorter_forms("камчацкі")
    (['минск', 'мин'], ['варненськ', 'варнен', 'варн'], [], ['камчацк', 'камчат'])
    """
    found = _ADJECTIVE.fullmatch(folded) or (None if restored else _OBLIQUE.fullmatch(folded))
    if not found:
        return []
    stem = found["stem"]
    bare = stem[: -len(found["suffix"])]
    if restored:
        bare += {"ц": "т", "c": "t"}.get(found["suffix"][0], "")
    root = bare[:-2] if bare.endswith(("ен", "en", "eń", "ań", "ан")) else ""
    return [form for form in (stem, bare, root) if len(form) >= 3]
