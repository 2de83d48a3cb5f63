"""A text before anybody is looked for: its language, its words, and what each word may be a form of.

`slices` cuts texts in blocks, `paragraphs` and `language` tell theirs, `words` splits them (`bare_words` are without
what is written at them), with `capitals`, `cues` and `common_words` to say which words tell something; `readings` gives
the bases of a word.
"""
