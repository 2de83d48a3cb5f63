"""Shows the doctests of docstrings as code in the API reference; used by mkdocs.yml."""

from __future__ import annotations

import re
from typing import Any

import griffe

# a prompt, and what follows up to a blank line
DOCTEST = re.compile(r"(?:^>>> .*\n?(?:^(?!\s*$).*\n?)*)", re.MULTILINE)


class Doctests(griffe.Extension):
    """Puts a fence around each run of lines that starts with a prompt."""

    def on_instance(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Called for every module, class and function that is documented."""
        if obj.docstring:
            obj.docstring.value = DOCTEST.sub(lambda run: f"```pycon\n{run[0].rstrip()}\n```\n", obj.docstring.value)
