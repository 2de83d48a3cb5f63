"""From evidence to the probability that two names are of one place or organization, and the reasons for it.

`features` computes it for many pairs, by `model`; `explain` shows what was weighed.
"""
