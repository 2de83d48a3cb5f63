"""A request that isn't answered: the HTTP status and one sentence that says what to do."""

from __future__ import annotations

from translit.errors import UsageError


class Refusal(UsageError):
    """Raised wherever a request turns out wrong; the app makes the answer of it.

    >>> Refusal("send fewer", 413).status
    413
    """

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status
