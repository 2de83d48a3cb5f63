"""Names of persons, from the text to the probability. The folders, in the order of the work:

1. `lexicon`: what lists and endings say of a word.
2. `reading`: the words of a name, and the role of each. Start with `reading.parse`.
3. `comparing`: words held against words. Start with `comparing.distance`, then `comparing.closeness`.
4. `evidence`: what two names have in common and what speaks against it. Start with `evidence.evidence`.
5. `probability`: the model, and why it says what it says. Start with `probability.features`.

Two folders stand beside these: `single` is the same for one pair without arrays, so that twins change together, and
`otherwise` has what a name may be read as besides.
"""
