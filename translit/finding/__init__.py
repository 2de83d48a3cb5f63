"""Finding: who is it, if it is anyone here?

`entities` reads who there is, `index` finds names that sound like the one asked for, `resolve` says which entity is
meant: `best_names` compares the names, `sharing` divides the probability among namesakes, `attributes` (with
`partial_dates`) counts what else is known, and `entity_candidate` is the answer, `entity_labels` its name for a reader.
`match` joins two lists (`one_to_one`). `dedupe` needs no entities: it puts the spellings of one bearer together
(`candidate_pairs` finds what to compare, `clusters` what belongs together). `blocking` and `blocking_pairs` give keys
for joins in other programs. `in_texts` is the door to `text`, which lies above.

May import: base, writing, matching.
"""
