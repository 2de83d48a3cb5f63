"""translit: the same name behind every spelling.

Write a name by a published system, and read it back::

    transliterate("Лукашэнка", "be-lacinka")     "Łukašenka"; transliterate_many for lists
    restore("Łukašenka", "be-lacinka")           "Лукашэнка"
    schemes("be")                                the systems of a language
    variants("Лукашэнка")                        every spelling, with the systems that give it
    detect("Łukašenka")                          which language and system wrote this

Ask whether two names mean the same, and find the names that do::

    compare("Łukašenka", "Лукашенко")            a probability and its reasons; compare_many for lists of pairs
    dedupe(names)                                the spellings of one bearer in one cluster
    keys("Łukašenka")                            blocking keys, for joins of your own
    Resolver(entities).resolve("Lukaschenko")    which of the entities is meant, if any
    seeds(), read_entities("people.csv")         entities to start with, and your own

Search documents of any language for a name::

    Corpus("news.db").add(documents)             (id, text) pairs, or Documents with a title, source, date and language
    Corpus("news.db").search("Lukaschenko")      the documents that name him, whatever the spelling and the case

What is wrong with a call or with data is raised as a TranslitError, in one sentence that names the remedy.
Each name is loaded when it is first used, so that `import translit` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translit.errors import TranslitError

if TYPE_CHECKING:
    from translit.corpus.documents import Document, Hit
    from translit.corpus.store import Corpus
    from translit.finding.blocking import name_keys as keys
    from translit.finding.dedupe import dedupe
    from translit.finding.entities.entity import Entity
    from translit.finding.entities.sources import read_entities, seeds
    from translit.finding.resolve import Resolver
    from translit.matching.compare import compare, compare_many, compare_matrix
    from translit.writing.batch import transliterate_many
    from translit.writing.detect import detect
    from translit.writing.registry import schemes, transliterate
    from translit.writing.restore import restore
    from translit.writing.variants import variants

    __version__: str

_HOMES = {  # public name → the module that has it, and its name there
    "transliterate": ("translit.writing.registry", "transliterate"),
    "transliterate_many": ("translit.writing.batch", "transliterate_many"),
    "restore": ("translit.writing.restore", "restore"),
    "schemes": ("translit.writing.registry", "schemes"),
    "variants": ("translit.writing.variants", "variants"),
    "detect": ("translit.writing.detect", "detect"),
    "compare": ("translit.matching.compare", "compare"),
    "compare_many": ("translit.matching.compare", "compare_many"),
    "compare_matrix": ("translit.matching.compare", "compare_matrix"),
    "keys": ("translit.finding.blocking", "name_keys"),
    "dedupe": ("translit.finding.dedupe", "dedupe"),
    "Entity": ("translit.finding.entities.entity", "Entity"),
    "read_entities": ("translit.finding.entities.sources", "read_entities"),
    "seeds": ("translit.finding.entities.sources", "seeds"),
    "Resolver": ("translit.finding.resolve", "Resolver"),
    "Corpus": ("translit.corpus.store", "Corpus"),
    "Document": ("translit.corpus.documents", "Document"),
    "Hit": ("translit.corpus.documents", "Hit"),
}

__all__ = [
    "Corpus",
    "Document",
    "Entity",
    "Hit",
    "Resolver",
    "TranslitError",
    "__version__",
    "compare",
    "compare_many",
    "compare_matrix",
    "dedupe",
    "detect",
    "keys",
    "read_entities",
    "restore",
    "schemes",
    "seeds",
    "transliterate",
    "transliterate_many",
    "variants",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "__version__":
        from importlib import metadata  # half a hundred modules

        value: Any = metadata.version("translit-names")
    elif name in _HOMES:
        module, attribute = _HOMES[name]
        value = getattr(import_module(module), attribute)
    else:
        raise AttributeError(f"module 'translit' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
