"""Candidates: spans of a text that may name an entity, with features that speak for and against each.

`text_block` has the words of a block as columns. `alone` says what a word may be by itself, `spans` puts words together
(`person_spans`, `thing_spans`), `candidate_rows` remembers what came of it as rows of `features`; `found` are the
candidates of a block, and `model` gives the probabilities.
"""
