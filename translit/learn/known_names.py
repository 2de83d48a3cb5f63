"""Makes `tables/match/latin_names.txt`: a filter of names that are known as they are written in Latin letters.

    python -m translit.learn.known_names FAKER_FOLDER dist.all.last -o tables/match/latin_names.txt

FAKER_FOLDER is `faker/providers/person` of the package Faker, whose lists are of the most frequent family names and
given names of each country; dist.all.last has the family names of the United States by how many bear them (census of
1990, in the package `names`). A name of which Arabic, Persian or Indian lists have the consonants, and no list of
a country that writes it in Latin letters, counts as romanized.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from translit.matching.persons.lexicon.latin_names import ROMANIZED_MARK, SHORTEST_KNOWN, is_latin, plain
from translit.matching.persons.lexicon.lists import table
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import likeliest_keys, pivots
from translit.writing.bloom import Attested

# locales of Faker; not `en`, whose given names have every spelling
NATIVE = (
    "cs_CZ", "da_DK", "de_AT", "de_CH", "de_DE", "de_LI", "de_LU", "en_GB", "en_IE", "en_NZ", "en_US",
    "es_AR", "es_CA", "es_CL", "es_CO", "es_ES", "es_MX", "et_EE", "fi_FI", "fr_BE", "fr_CA", "fr_CH",
    "fr_FR", "fr_QC", "ga_IE", "hr_HR", "hu_HU", "is_IS", "it_IT", "lt_LT", "lv_LV", "nl_BE", "nl_NL",
    "no_NO", "pl_PL", "pt_BR", "pt_PT", "ro_RO", "sk_SK", "sl_SI", "sv_SE", "tr_TR", "zu_ZA",
)  # fmt: skip
ROMANIZED = ["az_AZ", "en_IN", "en_PK", "fr_DZ", "id_ID", "uz_UZ"]
OTHER_SCRIPTS = ["ar_AA", "ar_DZ", "ar_PS", "ar_SA", "bn_BD", "fa_IR", "gu_IN", "he_IL", "hi_IN", "mr_IN", "ne_NP"]
NISBA = ("i", "y", "ee")  # how Arabic, Persian and Indian family names mostly end
SEVERAL = 3  # countries that have a name of their own, whatever India has as well: Thomas
COMMON = 40_000  # names of the census that are taken: rarer ones are as often slips of others
HEAD = (
    "# A filter of {count} names in Latin letters: a name can be asked for, none be read out.",
    "# Learned by: python -m translit.learn.known_names faker/providers/person dist.all.last",
    "# From: lists of frequent names of 50 countries in Faker 40.63 (MIT); family names of the census of the United",
    "# States of 1990 (public domain), as the package names 0.3 has them.",
    "# Read by translit.writing.bloom, which tells how.",
)
_SPLIT = re.compile(r"[\s\-'’.()/]+")


def names_of(folder: Path, locale: str) -> Iterator[str]:
    """The words of the family names and given names of a locale, folded."""
    module = ast.parse((folder / locale / "__init__.py").read_text(encoding="utf-8"))
    for node in ast.walk(module):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and re.search("last_name|surname|first_name", target.id) and node.value:
                texts = (each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant))
                words = (word for text in texts if isinstance(text, str) for word in _SPLIT.split(text))
                yield from fold.many([word for word in words if word])


def latin(tokens: Iterable[str]) -> set[str]:
    """Those that are long enough and in Latin letters, without accents."""
    return {plain(token) for token in tokens if len(token) >= SHORTEST_KNOWN and is_latin(token)}


def written_elsewhere() -> set[str]:
    """The Latin forms of given names that Arabic has as well."""
    rows = table("given")["names"].values()
    sets = (fold.many([*row.get("formal", ()), *row.get("short", ())]) for row in rows)
    return latin(chain.from_iterable(forms for forms in sets if not all(map(str.islower, forms))))


def entries(folder: Path, census: Path) -> set[str]:
    """What the filter holds: names in Latin letters, those that were brought into them with a mark."""
    lists = [latin(names_of(folder, locale)) for locale in NATIVE]
    countries = Counter(chain.from_iterable(lists))
    romanized = latin(chain.from_iterable(names_of(folder, locale) for locale in ROMANIZED))
    rows = census.read_text(encoding="utf-8").splitlines()[:COMMON]
    common = latin(fold.many([row.split()[0].title() for row in rows]))
    elsewhere = sorted({token for locale in OTHER_SCRIPTS for token in names_of(folder, locale)})
    consonants = set(likeliest_keys(elsewhere, [read[0] for read in pivots.many(elsewhere)]))
    every = sorted({*countries, *romanized, *common})
    given = written_elsewhere()
    found = set[str]()
    for name, key in zip(every, likeliest_keys(every, [read[0] for read in pivots.many(every)]), strict=True):
        foreign = name in romanized and (key in consonants or countries[name] < SEVERAL)
        foreign |= key in consonants and (name in given or (name not in countries and name.endswith(NISBA)))
        found.add(ROMANIZED_MARK + name if foreign else name)
    return found


def main() -> None:
    """Write the filter, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("census", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    made = Attested.of(entries(options.folder, options.census))
    head = "\n".join(HEAD).format(count=len(made))
    options.output.write_text("\n".join([head, *made.lines()]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
