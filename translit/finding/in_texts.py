"""Finding in texts, for `Resolver`: the package `text` lies above this one and is loaded when first asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translit.finding.index.search import Index
    from translit.text.mention import Mention
    from translit.text.mentions import Finder


class InTexts:
    """What finds the entities of an index in running text."""

    index: Index

    @cached_property
    def finder(self) -> Finder:
        """The finder of these entities, which remembers the words that it has met."""
        from translit.text.mentions import Finder

        return Finder(self.index)

    def find(self, text: str, language: str | None = None) -> list[Mention]:
        """The mentions of entities in a text, in order; none overlap.

        `language` is a code such as `be`; without one it is recognised. Raises UsageError if the text isn't text.

        >>> from translit import Resolver, seeds
        >>> [(one.text, one.entity.id) for one in Resolver(seeds()).find("Сустрэча з Пуціным у Мінску", "be")]
        [('Пуціным', 'putin-vladimir'), ('Мінску', 'minsk')]
        """
        return self.finder.find(text, language)

    def find_many(self, texts: Iterable[str], language: str | None = None) -> list[list[Mention]]:
        """The mentions of each of many texts, in their order."""
        return self.finder.find_many(texts, language)
