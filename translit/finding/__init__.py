"""Finding: who is it, if it is anyone here?

`entities` reads who there is, `index` finds names that sound like the one asked for, `resolve` says which entity
is meant. `dedupe` needs no entities: it puts the spellings of one bearer together (`candidate_pairs` finds what
to compare). `blocking` and `blocking_pairs` give keys for joins in other programs.

May import: base, writing, matching.
"""
