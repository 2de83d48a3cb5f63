"""The command `translit`: one module for each group of commands, loaded without the engine behind them.

Answers go to standard output, everything else to standard error. The exit status is 0, 1 for data that can't be
worked, 2 for a wrong call, 130 after Ctrl-C.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from translit.cli import compare, dedupe, files, tables, writing
from translit.errors import DataError, TranslitError, UnknownScheme, UsageError

DID_YOU_MEAN = re.compile(r"\.? \(?Did you mean (?:one of: )?(.*?)\?\)?$")
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Program(click.Group):
    """The program; its help lists the commands in the order of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, as they were added."""
        return list(self.commands)


@click.group(cls=Program, invoke_without_command=True, context_settings=SETTINGS)
@click.version_option(None, "--version", package_name="translit-names", message="translit %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Finds the same name behind every spelling: exact transliteration, and matching with a probability."""
    if context.invoked_subcommand is None:
        print(context.get_help())


for command in (
    *(writing.to, writing.restore, writing.variants, writing.detect, compare.compare),
    *(files.csv, files.resolve, dedupe.dedupe, tables.schemes, tables.table),
):
    app.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        with suppress(AttributeError):  # not where a caller has put another stream there, or closed it
            stream.reconfigure(encoding="utf-8", errors=errors)  # type: ignore[union-attr]
    with suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGTERM, _terminated)
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
    except KeyboardInterrupt as error:
        return _complain(error, 130, "stopped")
    except UnicodeEncodeError as error:
        fault = error.object[error.start : error.end]
        return _complain(error, 1, f"{fault!a} isn't text; give names as UTF-8, without lone surrogates")
    except OSError as error:
        _discard_output()
        return _complain(error, 1, f"{error.filename or 'standard output'}: {error.strerror}")


def _run(arguments: list[str]) -> int:
    try:
        with app.make_context("translit", arguments) as context:
            app.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        message = DID_YOU_MEAN.sub(r"; did you mean \1", error.format_message())
        if not message.endswith("--help"):
            context_ = getattr(error, "ctx", None)
            called = ["translit", *(name for name in arguments[:1] if name in app.commands)]
            path = context_.command_path if context_ else " ".join(called)
            message = f"{message.rstrip('.')}; see {path} --help"
        raise UsageError(message[:1].lower() + message[1:]) from None
    return 0


def _complain(error: BaseException, status: int, message: str | None = None) -> int:
    with suppress(OSError):
        notes = getattr(error, "__notes__", [])
        print("; ".join([f"translit: {message or error}", *notes]), file=sys.stderr)
    return status


def _discard_output() -> None:
    """Leave nothing for the interpreter to flush into an output that takes no more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _terminated(*_: object) -> None:
    raise SystemExit(128 + signal.SIGTERM)  # leaves every `with` in order, so nothing half-written stays
