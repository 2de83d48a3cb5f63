"""Writing: rule tables loaded, checked, compiled and applied, in both directions.

Read in this order: `table` (the file and its sections), `table_schema` (its form), `context` and `rules` (what a
rule may look at, and which is tried first), `scheme` (one pass over a text), `batch` with `batch_index` (the same
for long lists, by arrays). Back again: `restore`, over `word_restorer` and `reverse` (one scheme) or
`reverse_all` (all schemes of a language at once, over `scheme_sets`). `variants` and `detect` ask all schemes;
`letter_model` and `bloom` say how probable an original is. `registry` knows which schemes there are, `lint` what
is wrong with one.

May import: base.
"""
