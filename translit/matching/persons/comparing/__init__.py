"""Words of two names held against each other: how near they are, and which belong together.

`arrays` has the names as numbers, `distance` how far two words are from one another, `closeness` which words found a
partner and what is left over. `given_lists` asks the lists about two words. The others each have one reason why words
are nearer or farther than their letters say: `slip_pairs`, `voicing`, `vowels`, `two_names`, `respelling`, `unwritten`
(scripts without vowels), `written_words` (scripts that tell apart what sounds alike), `glued_articles`, `short_forms`.
"""
