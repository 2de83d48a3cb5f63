"""Scripts that are read by syllables, each by a table of `tables/match/scripts`.

Start with `readers`, which says what reads which script.
"""
