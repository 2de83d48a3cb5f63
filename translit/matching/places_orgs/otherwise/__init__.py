"""Readings of a name that the other name of its pair asks for; `text_pairs` is what all of them have in common.

Of places: `stops` (words cut short), `compound_adjectives`, `han_places`. Of organizations: `read_together`, which has
`shortened_words`, `letter_names` and `misread_digits`, and `han_organizations`.
"""
