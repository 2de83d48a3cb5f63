"""Words of two names held against each other, and what is known of the words for that.

`arrays` has the names as numbers over their `distinct_words` and `strings`, `accounting` what agrees and what either
side lacks. Of words, `rarity` tells how much they say, `word_lists` in which lists they stand, `place_kinds` and
`whereabouts` what a place is and where it lies, `institutions` what one is for, `saints` and `near_towns` what is near
without being one. `abbreviations`, `cuts` and `made_words` are words made of beginnings of the other name's.
"""
