"""Matching: are two names of one bearer?

Read `compare` first: it is the only place that knows the kinds. A name is split into words with roles
(`persons.parse`, `places_orgs.parse`), words are folded and read by sound (`phonetics`), pairs of words are
aligned (`alignment`), and what agrees or contradicts is evidence for a model (`evidence`, `features` and `model`
in both packages, `logistic` here).

May import: base, writing.
"""
