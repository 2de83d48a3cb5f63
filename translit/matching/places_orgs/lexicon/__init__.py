"""What the lists in `tables/names` say of words and phrases: exonyms, generic words, legal forms, towns, countries.

`lexicon` is what others ask; `phrase_table` makes it of the lists, `listed_phrases` finds phrases in a row of
`folded_words`, `loose_phrases` those that are spelled otherwise, `unspaced` those in scripts without spaces.
`concepts` tells what listed phrases mean, `listed_kinds` which are kinds of place and organization. `territories` are
countries, `towns` known towns, `town_cases` towns in other cases; `place_endings` are those that make adjectives and
names of towns.
"""
