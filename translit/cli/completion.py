"""The command `completion`: what shells complete, and the man page."""

from __future__ import annotations

import click

from translit.cli.console import examples

SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog=examples(
        "completion bash > ~/.local/share/bash-completion/completions/translit",
        "completion fish > ~/.config/fish/completions/translit.fish",
        "completion man > ~/.local/share/man/man1/translit.1",
    )
)
@click.argument(
    "what", metavar="bash|zsh|fish|man", type=click.Choice((*SHELLS, "man")), help="The shell, or man for the man page."
)
def completion(what: str) -> None:
    """Print the completion script of a shell, or the man page, for you to put in its place.

    Commands, options, schemes and files are completed; zsh needs `autoload -U compinit && compinit`.
    """
    from translit.cli import COMPLETE, app

    if what == "man":
        from translit.cli.manual import manual

        print(manual(), end="")
        return
    from click.shell_completion import get_completion_class

    shell = get_completion_class(what)
    if shell is None:
        raise click.UsageError(f"there is no completion for {what}")
    print(_script(shell(app, {}, "translit", COMPLETE)))


def _script(shell: object) -> str:
    """The script; click runs a shell to learn its version first, which isn't needed here.

    That for zsh, put into a folder of functions, would give nothing when it is called the second time, since a function
    that is loaded already is called in another context.
    """
    from click.shell_completion import ShellComplete

    assert isinstance(shell, ShellComplete)
    script = str(shell.source_template % shell.source_vars())
    return script.replace("[[ $zsh_eval_context[-1] == loadautofunc ]]", '[[ "$funcstack[1]" == _translit ]]')
