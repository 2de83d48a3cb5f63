"""Names in running text: which entities are named, and where.

Start reading in `mentions`, the door to the package. Texts go through the folders in this order:

- `inflection`: the tables of inflected names;
- `reading`: a text's language, its words, and the bases of each;
- `lookup`: what the entities' names say of each distinct word, all at once;
- `candidates`: spans of words that may name somebody, and their features, worked out once for equal words;
- `sense`: what the place and the whole document add.

Scripts without capitals have a folder of their own, `caseless`, which finds names letter by letter and by sound.

Then `selection` keeps the best spans that don't overlap, `explain` says why, `markup` writes them, and `unlisted` finds
names of persons that match nobody.
"""
