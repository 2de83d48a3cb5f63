"""Endings of names of places: adjectives without theirs, and towns that are called after somebody."""

from __future__ import annotations

from translit.patterns import pattern

OWNER, OWNED = 1, 2
_OWNED = pattern(r"\w{2,}(?:ов|ев|ёв|ин|ын|ov|ev|ëv|in|yn|ow|ew)(?P<end>[оo]?)")
_ADJECTIVE = pattern(
    r"(?P<stem>\w{2,}?(?P<suffix>[сц](?:ьк|к)|[sc]k))"
    r"(?:ая|ий|ый|ой|ое|ае|а|и|і|е|ія|ие|ые|ыя|aja|aya|aia|ij|iy|yj|yy|y|i|a|e|é|ý|á|ie|oje|oye|ae|aje|as|is)"
)
_MASCULINE = pattern(r"\w{2,}(?:[сц]ь?к(?:ий|ій|і)|[sc]k(?:iy|yj|yy|ij|yi|y))")


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


def shorter_forms(folded: str, restored: bool = True) -> list[str]:
    """An adjective's forms without its ending, as another language may have the noun.

    In цк, as Belarusian and Ukrainian write it, is a т before ск; `restored` puts it back, as names of places need it.

    >>> shorter_forms("минская"), shorter_forms("варненська"), shorter_forms("минск"), shorter_forms("камчацкі")
    (['минск', 'мин'], ['варненськ', 'варнен', 'варн'], [], ['камчацк', 'камчат'])
    """
    found = _ADJECTIVE.fullmatch(folded)
    if not found:
        return []
    stem = found["stem"]
    bare = stem[: -len(found["suffix"])]
    if restored:
        bare += {"ц": "т", "c": "t"}.get(found["suffix"][0], "")
    root = bare[:-2] if bare.endswith(("ен", "en", "eń", "ań", "ан")) else ""
    return [form for form in (stem, bare, root) if len(form) >= 3]
