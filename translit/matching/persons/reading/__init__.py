"""From the text of a name to its words and the role of each: given name, family name, patronymic, title, initial.

In the order of the work: `missing` (texts that name nobody), `remarks` (what stands beside the name), `spaced` (words
written letter by letter), `tokenize` (what a word says by itself, a `token`), `tagging` (what words say together),
`parse` (the name; `parse_batch` reads many plain ones at once). `compounds`, `titles`, `turkic`, `korean` and
`syllabic` (Chinese and Vietnamese) each know one kind of words.
"""
