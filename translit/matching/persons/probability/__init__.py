"""From evidence to the probability that two names are of one person, and the reasons for it.

`features` computes the evidence with glued and split words too, `model` weighs it, `explain` shows what it weighed;
`frequency` tells how many people share a name.
"""
