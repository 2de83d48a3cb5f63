"""Businesses that are a person: ИП Иванов С. П., ФОП Шевченко Іван. Two of them are one if the persons are.

A sole trader is registered under the person's own name (in Russia by Federal Law 129-FZ of 2001, article 22.1; its
neighbours have the like), so that initials, order and patronymic vary as they do in names of persons.
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.token import CORE, INITIAL, PATRONYMIC
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.patterns import pattern

FORM = "legal:entrepreneur"
MOST_WORDS = 4  # of a person


@lru_cache(maxsize=1 << 14)
def trader(text: str) -> str:
    """The person whose business a name is; "" if it is no person's.

    >>> trader("ИП Иванов С. П."), trader("Ivanov Sergey Petrovich, individual entrepreneur")
    ('Иванов С. П.', 'Ivanov Sergey Petrovich')
    >>> trader("ИП «Ромашка»"), trader("ООО Иванов и партнёры")
    ('', '')
    """
    person = _form().sub("", text).strip()
    if not person or person == text.strip() or "«" in person or '"' in person:
        return ""
    name = parse(person)
    told = name.of(INITIAL, PATRONYMIC) or any(given_names().sets(token.folded) for token in name.of(CORE))
    return person if told and name.of(CORE) and 2 <= len(name.tokens) <= MOST_WORDS else ""


@cache
def _form() -> regex.Pattern[str]:
    """A form at the start of a name or at its end; the short ones in capitals, as Ip is a Chinese family name."""
    known = lexicon("organization")
    listed = sorted(known.forms(known.number(FORM)), key=lambda form: (-len(form), form))
    short, long = ([regex.escape(one) for one in listed if one.isupper() == capitals] for capitals in (True, False))
    form = f"(?:{'|'.join(short)}|(?i:{'|'.join(long)}))"
    return pattern(rf"^\s*{form}(?![\p{{L}}\p{{N}}])[\s:—–-]*|(?<![\s,])[\s,]++\(?{form}(?![\p{{L}}\p{{N}}])\)?\s*$")
