"""Two words held against each other, letters against letters.

Read `costs` (what it costs that one unit of letters stands for another), then `align` (the least cost for many pairs at
once, and `trace`, the plain form that explains). `diagonals` is the same for a few pairs, `one` for one,
`unit_matches` finds where units of several letters meet.
"""
