"""Names in running text: which entities are named, and where.

Start reading in `mentions`, the door to the package. The order of work is that of its modules: `words` splits a text,
`inflection` gives the bases of a word, `hits` looks them up among the words of the entities' names, `spans` puts
neighbouring words together, `features` describes each span with each entity, `model` gives the probability, and
`selection` keeps the best spans that don't overlap.
"""
