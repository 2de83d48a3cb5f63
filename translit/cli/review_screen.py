"""The screen of `translit review`: a name, its candidates with the words side by side, and one key for each answer."""

from __future__ import annotations

from typing import ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Header, Static

from translit.csvfile.doubtful import DoubtfulName
from translit.csvfile.review_session import ReviewSession
from translit.errors import counted
from translit.finding.entity_candidate import Candidate

MOST = 9  # candidates with a key of their own


class ReviewScreen(App[None]):
    """Shows one name after the other; 1 to 9 choose a candidate, 0 says that it is nobody listed."""

    CSS = "#name { padding: 1 2; } #candidates { padding: 0 2; }"
    TITLE = "translit review"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1,2,3,4,5,6,7,8,9", "choose", "1–9 it is this one", key_display=""),
        Binding("0,n", "nobody", "nobody listed", key_display="0"),
        Binding("s,space", "skip", "skip", key_display="s"),
        Binding("u,backspace", "undo", "undo", key_display="u"),
        Binding("q,escape", "quit", "stop, and go on later", key_display="q"),
    ]

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The parts of the screen."""
        yield Header()
        yield Static(id="name")
        with VerticalScroll():
            yield Static(id="candidates")
        yield Footer()

    def on_mount(self) -> None:
        """Show the first name."""
        self._show()

    def on_key(self, event: object) -> None:
        """Choose the candidate of a digit."""
        key = getattr(event, "key", "")
        name = self.session.current
        if key in "123456789" and len(key) == 1 and name is not None and int(key) <= len(name.candidates):
            self.session.decide(int(key) - 1)
            self._show()

    def action_choose(self) -> None:
        """Digits are taken by `on_key`, which knows which one it was."""

    def action_nobody(self) -> None:
        """The name is nobody listed."""
        self.session.decide(None)
        self._show()

    def action_skip(self) -> None:
        """Leave the name for another time."""
        self.session.skip()
        self._show()

    def action_undo(self) -> None:
        """Take the last step back."""
        self.session.undo()
        self._show()

    def _show(self) -> None:
        session = self.session
        self.sub_title = f"{session.place} of {len(session.names)} seen, {session.decided} decided"
        name = session.current
        if name is None:
            self.query_one("#name", Static).update(f"All names are seen; the decisions are in {session.path}. q ends.")
            self.query_one("#candidates", Static).update("")
            return
        self.query_one("#name", Static).update(_heading(name))
        shown = [part for number, each in enumerate(name.candidates[:MOST], 1) for part in _candidate(number, each)]
        self.query_one("#candidates", Static).update(Group(*shown))


def _heading(name: DoubtfulName) -> Text:
    said = [counted(name.rows, "row")]
    said += [f"{key} {value}" for key, value in (name.evidence or {}).items()]
    return Text.assemble((_visible(name.name), "bold"), "   ", (_visible(", ".join(said)), "dim"))


def _candidate(number: int, found: Candidate) -> list[Text | Table]:
    """A candidate: who it is, then the words of both names one above the other."""
    colour = "green" if found.name_probability >= 0.9 else "yellow" if found.name_probability >= 0.5 else "red"
    attributes = ", ".join(f"{key} {value}" for key, value in found.entity.attributes.items())
    head = Text.assemble(
        (f"{number}  ", "bold"),
        (_visible(found.entity.name), "bold"),
        (f"   {found.probability:.3f}", colour),
        (f"   name {found.name_probability:.3f}   ", "dim"),
        (_visible("   ".join(filter(None, (found.entity.id, found.entity.role, attributes)))), "dim"),
    )
    words = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    pairs = found.explanation.pairs
    for row in zip(*((pair.left, pair.right, _steps(pair)) for pair in pairs), strict=True):
        words.add_row("  ", *(Text(_visible(word)) for word in row))
    lines: list[Text | Table] = [head, words]
    alone = ", ".join(found.explanation.alone)
    lines += [Text(f"    only on one side: {_visible(alone)}", "dim")] if alone else []
    return [*lines, *(Text(f"    {_visible(note)}", "dim") for note in found.explanation.notes), Text("")]


def _steps(pair: object) -> str:
    """The letters of two words that differ, else the verdict."""
    steps = getattr(pair, "steps", ())
    verdict = str(getattr(pair, "verdict", ""))
    return ", ".join(f"{step.left or '∅'}~{step.right or '∅'}" for step in steps) or verdict


def _visible(text: str) -> str:
    """Text without what could move the cursor of a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
