"""From a written word to its sounds.

Read `fold` (small letters that carry the sound), then `pivots` (the coarse form in which all spellings of a name meet,
and blocking keys); `scripts` does the same for scripts other than Latin and Cyrillic.
"""
