"""Makes `tables/match/han_variants.tsv`: which Chinese characters are ways to write one.

    python -m translit.learn.character_variants -o tables/match

Simplified and traditional characters come from the Unicode CLDR through ICU (the extra `icu`), what Japan writes today
from `tables/match/han.tsv`. Characters that are linked by any of them are one group.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from translit.matching.persons.otherwise.han_tables import today

HEAD = """\
# Chinese characters that are written one for the other: simplified, traditional, as Japan writes them, old forms.
# Made by: python -m translit.learn.character_variants (ICU {icu})
# From: transliteration Hant-Hans of the Unicode CLDR, by way of ICU (Unicode licence); han.tsv; a few by hand.
# Example: 泽, 澤 and 沢 are one, so 毛泽东 is 毛澤東; 苏 and 宿 are two, though both are said su.
# Read by translit.matching.phonetics.han_variants.
"""
BLOCKS = ((0x3400, 0xA000), (0xF900, 0xFB00))
# forms of names that neither source has; general knowledge
MORE = "吴呉 户戸 清淸 青靑 冰氷 浜濵 产産 教敎 說説 群羣 峰峯 德悳 桑桒 柳栁 富冨 馆舘 匀勻 录彔 郎郞"


def linked() -> Iterator[tuple[str, str]]:
    """Pairs of characters that are written one for the other."""
    import icu

    simplified = icu.Transliterator.createInstance("Hant-Hans")
    for first, last in BLOCKS:
        for char in map(chr, range(first, last)):
            other = simplified.transliterate(char)
            if other != char and len(other) == 1:
                yield other, char
    yield from ((new, old) for old, new in today().items())
    yield from ((pair[0], pair[1]) for pair in MORE.split())


def groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The groups that pairs make, each in the order of Unicode.

    >>> groups([("泽", "澤"), ("沢", "澤"), ("东", "東")])
    [['东', '東'], ['沢', '泽', '澤']]
    """
    of: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = of.get(one, {one}) | of.get(other, {other})
        of.update(dict.fromkeys(joined, joined))
    return [list(group) for group in sorted({tuple(sorted(group)) for group in of.values()})]


def main() -> None:
    """Write the table."""
    import icu

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-o", "--output", type=Path, required=True, help="folder of the table")
    rows = ["".join(group) for group in groups(linked()) if len(group) > 1]
    text = HEAD.format(icu=icu.ICU_VERSION) + "".join(f"{row}\n" for row in rows)
    (options.parse_args().output / "han_variants.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
