"""Words of texts among the words of the entities' names, each distinct word once.

`gazetteer` holds the entities by the words of their names (`forms`, `layer`, `beginnings`); `known_words` is what they
say of each word of a block, found by sound in `hits`.
"""
