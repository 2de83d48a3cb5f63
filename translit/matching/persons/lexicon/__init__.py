"""What the lists in `tables/names` and the endings say of a word of a name.

`lists` reads the lists; `facts` brings together what all of them say of one word. Of given names, `given_names` finds
the forms that are one name, by the table in `given_sets`; `given_apart` has those of one origin that are two,
`translations` those in other languages, and `servants` those that mean "servant of God". `endings` tells patronymics,
family names and gender, `latin_names` knows names by their Latin letters. `marks` is what may be known of two words.
"""
