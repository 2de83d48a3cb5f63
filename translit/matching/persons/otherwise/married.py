"""Spanish names of married women: Ana Torres de Molina, the wife of a Molina, was and is Ana Torres Vega."""

from __future__ import annotations

from translit.matching.persons.evidence.name_chains import is_spanish
from translit.matching.persons.lexicon.facts import known
from translit.matching.phonetics.fold import fold

OF = "de"
FEWEST, WITH_HUSBAND = 4, 3  # words: a given name, the father's family name, de, the husband's; without the first


def without_husband(name: str) -> str:
    """The name of a Spanish woman without the husband's family name after de, which stands last; nothing for others.

    >>> without_husband("Ana Torres de Molina"), without_husband("TORRES DE MOLINA, Ana")
    ('Ana Torres', 'TORRES, Ana')
    >>> without_husband("Juan Torres de Molina"), without_husband("Ana de Molina"), without_husband("Ana Torres Vega")
    ('', '', '')
    """
    families, comma, given = name.partition(",")
    words = families.split()
    if (
        len(words) < WITH_HUSBAND
        or len(words) + len(given.split()) < FEWEST
        or words[-2:-1] not in ([OF], [OF.upper()])
    ):
        return ""
    folded = fold.many([words[-3], words[-1], (given or name).split()[0]])
    if not (is_spanish(folded[0]) and is_spanish(folded[1]) and known(folded[2]).given_gender != "m"):
        return ""
    return " ".join(words[:-2]) + comma + given
