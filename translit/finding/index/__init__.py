"""The index: names and entities by number, and words by their sound.

Read `build` (one pass over the entities), `storage` (arrays and texts in a folder), `vocabulary` (which words of
the index a word may be), `query`, then `search` with `prefilter` and `scoring`. `acronyms` finds organizations by
their initials; `text_column` and `uint24` are how texts and numbers lie in files.
"""
