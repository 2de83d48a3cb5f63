"""Names of places and organizations: sister files of those in `persons`.

Read `lexicon` (words that names share across languages), `parse`, `arrays`, `evidence`, `model`, `features`.
"""
