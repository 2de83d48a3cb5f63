"""Names of persons, from the text to the reasons.

Read in the order of the work: `tokenize` (what a word says by itself), `tagging` (titles, initials, patronymics seen
together), `parse` (a name; `parse_batch` does many plain ones at once), `arrays` (names as numbers), `distance` and
`evidence` (words against words; `word_order` has their order), `features` (glued and split words included), `model`
(the probability), `explain`.
The folder `single` is the same for one pair without arrays: change twins together. `otherwise` has what a name may be
read as besides. The lists are in `lists`, `given_names`, `endings`; `facts` says what they know of one word.
"""
