"""Inflected names: the tables of `tables/inflection`, and what they say of a form or a base.

Start with `bases`, the door: `bases` and `forms` of names. `inflection_table` reads a table and `inflection_schema`
says which keys it may have, `stems`, `rules_of_table` and `inflection_rules` make of it what leads from forms to
bases, `declension` writes all forms of a whole name, `grammar` has case, gender and number; `inflection_lint` is the
linter.
"""
