"""From the text of a name to its words, and what each is in it: name, kind, number, place, legal form.

In the order of the work: `plain_text` (what is done to the text: `asian_places`, `attached` small words,
`digits_within_words`, `joined_words`), `listed_words` (what lists say of each `word`, `numbers` and `initials`
included), then what `parse` sees in several words together: `apposition` and `seats` (whose an organization is, and
where), `country_titles`, `clubs`, `homes` (which countries write so), `qualifiers` (what stands beside a place),
`sole_letters` (`kept_letters` in another alphabet), `tied_parts`, `written_names` (scripts that tell apart what sounds
alike). `sole_traders` are businesses that are a person.
"""
