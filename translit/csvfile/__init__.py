"""Files with a column of names: new columns are added, every other byte is kept.

Read `source` (where the text comes from, in which encoding), `dialect` and `block` (records as they stand), `reader`,
`add_columns` (the loop), `output` (whole or not at all) and `resume` (a stopped run goes on). `parallel` is the same in
several processes; `entity_columns` says which columns an entity adds.

May import: base, writing, matching, finding, text, corpus.
"""
