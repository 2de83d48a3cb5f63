"""Names of persons, from the text to the reasons.

Read in the order of the work: `token` and `tokenize` (what a word says by itself), `tagging` (titles, initials,
patronymics seen together), `parse` (a name; `parse_batch` does many plain ones at once), `arrays` (names as numbers),
`distance` and `closeness` (words against words), `contradictions`, `evidence`, `features` (glued and split words
included), `model` (the probability), `explain`.

The folder `single` is the same for one pair without arrays: change twins together. `otherwise` has what a name may be
read as besides. What is known of one word is in `facts`, from `lists`, `given_names` (`given_sets`), `latin_names`,
`endings` and `titles`. The others each have one kind of knowledge:

- of texts and words: `missing`, `spaced`, `remarks`, `compounds`, `turkic`, `servants`, `unwritten`;
- of two words: `marks`, `slip_pairs`, `oddness`, `respelling`, `short_forms`, `two_names`, `voicing`, `vowels`;
- of given names: `given_lists`, `given_apart`, `translations`, `first_letters`, `initial_evidence`;
- of whole names: `word_order`, `name_chains`, `frequency`.
"""
