"""The index: names and entities by number, and words by their sound.

Read `raw_entities` (one pass over the entities), `vocabulary_parts` and `build` (what an index is made of), `storage`
(arrays and texts in a folder), `contents` (entities and names by number), `vocabulary` (which words of the index a word
may be), `query`, then `search` with `prefilter` and `scoring`. `acronyms` finds organizations by their initials;
`text_column` and `uint24` are how texts and numbers lie in files.
"""
