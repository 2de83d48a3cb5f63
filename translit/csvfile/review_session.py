"""A review of doubtful names: what is decided, in which order, and undone; every decision is on the disk at once."""

from __future__ import annotations

from collections.abc import Sequence

from translit.csvfile.decisions import Decision, Decisions, Key, Verdict, decisions_in, key_of_name, write_decisions
from translit.csvfile.doubtful import DoubtfulName
from translit.errors import UsageError


class ReviewSession:
    """The doubtful names that aren't decided yet, one at hand, and the file of decisions.

    Names that were decided before, now or in an earlier session, don't come again; equal names are one decision.
    """

    def __init__(self, names: Sequence[DoubtfulName], path: str) -> None:
        self.path = path
        self.decisions: Decisions = decisions_in(path)
        self.names = [name for name in names if self.key(name) not in self.decisions]
        self.place = 0
        self._done: list[tuple[int, Key | None]] = []  # where each step was, and what it decided

    @staticmethod
    def key(name: DoubtfulName) -> Key:
        """What a decision about a name is kept by."""
        return key_of_name(name.name, name.evidence)

    @property
    def current(self) -> DoubtfulName | None:
        """The name at hand, None at the end."""
        return self.names[self.place] if self.place < len(self.names) else None

    @property
    def decided(self) -> int:
        """How many names were decided in this session."""
        return sum(key is not None for _, key in self._done)

    def decide(self, candidate: int | None) -> None:
        """The name at hand is this candidate, by its number from 0, or nobody; raises UsageError if there is none."""
        name = self.current
        if name is None:
            return
        if candidate is not None and not 0 <= candidate < len(name.candidates):
            raise UsageError(f"{name.name!r} has {len(name.candidates)} candidates; choose one of them")
        key = self.key(name)
        if candidate is None:
            self.decisions[key] = Decision(*key, Verdict.NOBODY)
        else:
            entity = name.candidates[candidate].entity
            self.decisions[key] = Decision(*key, Verdict.IS, entity.id, entity.name)
        self._done.append((self.place, key))
        self.place += 1
        self._save()

    def skip(self) -> None:
        """Leave the name at hand undecided."""
        if self.current is not None:
            self._done.append((self.place, None))
            self.place += 1

    def undo(self) -> bool:
        """Go back to the name before, which is undecided again; False if there is none."""
        if not self._done:
            return False
        self.place, key = self._done.pop()
        if key is not None:
            del self.decisions[key]
            self._save()
        return True

    def _save(self) -> None:
        write_decisions(self.path, self.decisions.values())
