"""Other readings of a name, which is also compared in them: start with `other_readings`, which says what they are.

`han` reads Chinese characters in the language that comes nearest to the other name, by `han_tables`; `han_korean` in
Korean, `han_foreign` those that stand for the sounds of a foreign name, `han_spoken` all of them where there is no
other name; `wade_giles` reads Chinese names in Latin letters, `georgian` those with an ending, `somali` those in the
orthography of Somali. `declined` and `declined_patronymics` put names of another case in the nominative,
`mongolian_fathers` one's father. `born` takes the family name that somebody was born with, `rulers` what is said of a
ruler, `other_words` what a look-up has to ask for besides.
"""
