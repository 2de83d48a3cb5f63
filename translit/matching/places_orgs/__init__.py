"""Names of places and organizations, from the text to the probability, in folders as those of `persons` are.

1. `lexicon`: words that names share across languages, and what lists say of them. Start with `lexicon.lexicon`.
2. `reading`: the words of a name, and what each is in it. Start with `reading.parse`.
3. `comparing`: words held against words. Start with `comparing.arrays`, then `comparing.accounting`.
4. `evidence`: what speaks for one name and for two. Start with `evidence.evidence`.
5. `probability`: the models, and why they say what they say. Start with `probability.features`.

The folder `otherwise` reads a name as the other of its pair has its words, before either is parsed.
"""
