"""Names in running text: which entities are named, and where.

Start reading in `mentions`, the door to the package. Texts are worked in blocks. `words` splits a text, `inflection`
gives the bases of a word, and `lookup` finds them (`hits`) among the words of the entities' names (`gazetteer`); all
this is done once for each distinct word. `alone` says what a word may be by itself, `spans` puts words together;
`candidate_rows` remembers what came of it, as rows of `features` that don't depend on the text around. `text_block`
has the words of a block as columns, `found` its candidates, `overall` describes their places, all at once. `model`
gives the probabilities, and `selection` keeps the best spans that don't overlap.
"""
