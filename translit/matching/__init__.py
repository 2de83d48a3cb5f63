"""Matching: are two names of one bearer?

Read `compare` first: it is the only place that knows the kinds. A name is split into words with roles
(`persons.reading`, `places_orgs.reading`), words are folded and read by sound (`phonetics`), pairs of words are
aligned (`alignment`) and held against each other (`comparing`), and what agrees or contradicts is `evidence` for a
model (`probability` in both packages, `logistic` here).

May import: base, writing.
"""
