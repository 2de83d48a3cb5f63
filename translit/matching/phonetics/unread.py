"""Words of scripts that nothing reads: equal letters sound equal, no more is known of them."""

from __future__ import annotations

_CONSONANTS, _VOWELS = "bdfgklmnprstvzčš", "aeiouy"  # that no two of fold to one sound; set by hand


def syllables_of(word: str) -> str:
    """A syllable for each letter of a word that nothing reads.

    >>> syllables_of("𐤀𐤁𐤀")[:2] == syllables_of("𐤀𐤁𐤀")[-2:]
    True
    """
    found = []
    for char in word:
        if not char.isalpha():
            continue
        consonant, vowel = divmod(ord(char) % (len(_CONSONANTS) * len(_VOWELS)), len(_VOWELS))
        found.append(_CONSONANTS[consonant] + _VOWELS[vowel])
    return "".join(found) or word
