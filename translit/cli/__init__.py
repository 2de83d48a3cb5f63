"""The command `translit`: a module for each command, loaded when it is called and without the engine.

Answers go to standard output, everything else to standard error. The exit status is 0, 1 for data that can't be
worked, 2 for a wrong call, 130 after Ctrl-C.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import cast

import click

from translit.errors import DataError, TranslitError, UnknownScheme, UsageError, readable
from translit.patterns import plain_pattern
from translit.signals import STOPPING

DID_YOU_MEAN = plain_pattern(r"\.? \(?Did you mean (?:one of: )?(.*?)\?\)?$")
COMPLETE = "_TRANSLIT_COMPLETE"  # set by the scripts that `translit completion` prints
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


# The commands in the order of the work. Each is the function of its own name in the module of its own name:
# to add `find`, write `cli/find.py` with a click command `find` and add a line here.
COMMANDS = (
    "to",
    "restore",
    "variants",
    "detect",
    "compare",
    "csv",
    "resolve",
    "find",
    "match",
    "review",
    "dedupe",
    "index",
    "keys",
    "corpus",
    "search",
    "query",
    "export",
    "serve",
    "inflect",
    "schemes",
    "table",
    "completion",
)


class Program(click.Group):
    """The program; a command's module is imported when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, getattr(import_module(f"translit.cli.{cmd_name}"), cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; an unknown one is told with what is near it."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None


@click.group(cls=Program, invoke_without_command=True, context_settings=SETTINGS)
@click.version_option(None, "--version", package_name="translit-names", message="translit %(version)s")
@click.option("--tables", metavar="DIR", multiple=True, help="A folder with rule tables of your own.")
@click.pass_context
def app(context: click.Context, tables: tuple[str, ...]) -> None:
    """Finds the same name behind every spelling: exact transliteration, and matching with a probability."""
    if tables:
        from translit.writing.registry import use_tables

        for folder in tables:
            use_tables(folder)
    if context.invoked_subcommand is None:
        print(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status."""
    _keep_standard_numbers()
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        with suppress(AttributeError):  # not where a caller has put another stream there, or closed it
            stream.reconfigure(encoding="utf-8", errors=errors)  # type: ignore[union-attr]
    with suppress(ValueError):  # only the main thread may
        for stopping in STOPPING[1:]:
            if signal.getsignal(stopping) is signal.SIG_DFL:  # nohup ignores one
                signal.signal(stopping, _terminated)
    try:
        if sys.stdout is None:
            raise DataError("standard output is closed; leave it open or send it to a file")
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        _discard_output()
        return 128 + signal.SIGPIPE  # as if the closed pipe had ended the process, which is what it means
    except (UsageError, UnknownScheme) as error:
        return _complain(error, 2)
    except TranslitError as error:
        return _complain(error, 1)
    except MemoryError as error:
        return _complain(error, 1, "there isn't enough memory; give less at once, or use a machine with more")
    except RecursionError as error:
        return _complain(error, 1, "the input is nested too deeply to be read")
    except KeyboardInterrupt as error:
        return _complain(error, 130, "stopped")
    except UnicodeEncodeError as error:
        fault = error.object[error.start : error.end]
        return _complain(error, 1, f"{fault!a} isn't text; give names as UTF-8, without lone surrogates")
    except OSError as error:
        _discard_output()
        return _complain(error, 1, f"{error.filename or 'standard output'}: {error.strerror}")


def _run(arguments: list[str]) -> int:
    if COMPLETE in os.environ:
        from translit.cli.complete import complete

        return complete(app, COMPLETE, os.environ[COMPLETE])
    try:
        with app.make_context("translit", arguments) as context:
            app.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        message = DID_YOU_MEAN.sub(r"; did you mean \1", " ".join(error.format_message().split()))
        if not message.endswith("--help"):
            context_ = getattr(error, "ctx", None)
            called = ["translit", *[name for name in arguments if name in COMMANDS][:1]]
            path = context_.command_path if context_ else " ".join(called)
            message = f"{message.rstrip('.')}; see {path} --help"
        raise UsageError(message[:1].lower() + message[1:]) from None
    return 0


def _complain(error: BaseException, status: int, message: str | None = None) -> int:
    with suppress(OSError, AttributeError):  # standard error may be closed
        notes = getattr(error, "__notes__", [])
        print("; ".join([f"translit: {readable(message or str(error))}", *notes]), file=sys.stderr)
    return status


def _discard_output() -> None:
    """Leave nothing for the interpreter to flush into an output that takes no more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _terminated(number: int, *_: object) -> None:
    for stopping in STOPPING:  # a second one would disturb what the first has begun
        signal.signal(stopping, signal.SIG_IGN)
    raise SystemExit(128 + number)  # leaves every `with` in order, so nothing half-written stays


def _keep_standard_numbers() -> None:
    """Let no file get the number of a standard stream that is closed: messages would be written into it."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)
