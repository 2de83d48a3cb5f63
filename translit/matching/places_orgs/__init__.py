"""Names of places and organizations: sister files of those in `persons`.

Read in the order of the work: `plain_text` (what is done to the text), `lexicon` (words that names share across
languages; `listed_phrases` finds them, `phrase_table` is what it is made of), `parse` (the words of a name, and what
each is in it), `arrays` (names as numbers), `accounting` (which words agree and which are left over), `evidence`,
`model`, `features` (the probability) and `explain`. Some texts are first read as the other of their pair has its words
(`text_pairs`). The others each have one kind of knowledge:

- of both: `numbers`, `rarity`, `territories`, `saints`, `drawn_digits`, `joined_words`, and of the scripts of Asia
  `unspaced`, `written_names`;
- of places: `place_kinds`, `place_endings`, `compound_adjectives` and `stops` (words cut short), `qualifiers` and
  `whereabouts` (where a place is), `towns` and `near_towns`, `asian_places`, `han_places`;
- of organizations: `initials` and `acronym_evidence`, `abbreviations`, `cuts` and `made_words` (words made of others),
  `institutions`, `seats` and `apposition` (whose it is, and where), `siblings`, `other_brands` and `ventures` (a brand
  and its branches), `sole_letters`, `sole_traders`, `han_organizations`, and what the folder `otherwise` reads.
"""
