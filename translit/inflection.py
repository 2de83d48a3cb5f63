"""Inflection of names: what a word of a text may be a form of, and all forms of a name.

    >>> from translit import inflection
    >>> inflection.forms("Мінск", "be")[inflection.Case.GENITIVE]
    ('Мінска',)
    >>> inflection.bases("Мінску", "be")[0].text
    'Мінск'

`bases`, or `bases_many` for a list of words, gives a `Base` for each name that a word may be a form of: with its
probability, the kind of name (`NameKind`), and the cases, genders and numbers that the form can stand for. `forms`
writes a name in each `Case`. A module of its own, since its words (`Case`, `forms`) say little without it.
"""

from translit.text.inflection.bases import Base, bases, bases_many
from translit.text.inflection.declension import forms
from translit.text.inflection.grammar import Case, Gender, NameKind, Number

__all__ = ["Base", "Case", "Gender", "NameKind", "Number", "bases", "bases_many", "forms"]
