"""From the text of a name to its words and the role of each: given name, family name, patronymic, title, initial.

In the order of the work: `missing` (texts that name nobody), `remarks` (what stands beside the name), `spaced` (words
written letter by letter), `digits_for_letters`, `tokenize` (what a word says by itself), `said_together` (what words
say together), `tagging` (what each is, a `token`), `parse` (the name; `parse_batch` reads many plain ones at once).
`compounds`, `titles`, `numerals`, `turkic`, `korean` and `syllabic` (Chinese, Vietnamese) each know one kind of words.
"""
