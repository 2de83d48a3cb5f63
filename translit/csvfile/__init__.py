"""Files with a column of names: new columns are added, every other byte is kept.

Read `source` (where the text comes from; `encodings`, `encoding_guess`, `compression`), `beginning` and `dialect` (how
the file is written), `block` (records as they stand; `ragged` ones), `reader`, `add_columns` (the loop; `column_names`,
`cell_keys` and `row_names` say what a row asks for), `output` and `compressed_output` (whole or not at all), and
`resume` with `journal` (a stopped run goes on). `parallel` is the same in several processes. `entity_columns` and
`match_columns` say which columns are added, `tally` and `leftovers` what is said at the end; `doubtful`, `report`,
`review_session` and `decisions` are for people who decide.

May import: base, writing, matching, finding, text, corpus.
"""
