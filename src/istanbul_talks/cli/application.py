"""The command `talks`: the group of all commands, and what holds for each of them.

The commands stand in commands/, one file each, and are loaded only when they are run.
"""

import importlib
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from istanbul_talks import commands
from istanbul_talks.cli.error_reporting import reporting_errors
from istanbul_talks.errors import TalksError
from istanbul_talks.terminal.row_output import can_encode_unicode

HELP = """The explorer of a dataset of talks: who demanded and claimed what, in whose exact words.

Without a command: what is in here and what to ask. Actors, topics, events and articles may be given in any
recorded spelling. Exit status: 0 found, 1 nothing found, 2 misuse.
"""


class CommandGroup(TyperGroup):
    """The commands, loaded when run; their failures, told in one line."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the help."""
        return list(commands.NAMES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load a command; unknown ones are an error that suggests the nearest."""
        name = commands.ALIASES.get(cmd_name, cmd_name)
        if name in commands.NAMES:
            return load_command(name)
        if ctx.resilient_parsing:  # the shell asks for completions
            return None
        from difflib import get_close_matches  # noqa: PLC0415  (only for mistakes)

        near = get_close_matches(cmd_name, [*commands.NAMES, *commands.ALIASES], n=1)
        hint = f"did you mean `talks {near[0]}`?" if near else "`talks --help` lists them"
        raise TalksError(f"there is no command “{cmd_name}”; {hint}")

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(commands.called(name), commands.summary(name)) for name in commands.NAMES])

    def make_context(self, *words: Any, **options: Any) -> Any:
        """Read the options before the command; what is wrong with them is told in one line."""
        with reporting_errors():
            return super().make_context(*words, **options)

    def invoke(self, ctx: Any) -> Any:
        """Run a command and say in one line why it failed, if it did."""
        with reporting_errors(ctx.params["db"]):
            super().invoke(ctx)
            sys.stdout.flush()


class TalksCommand(TyperCommand):
    """A command; the examples in its help can be run as they stand, and its misuse leads to that help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options and arguments; an error that knows no command is one of this command."""
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            error.ctx = getattr(error, "ctx", None) or ctx  # type: ignore[attr-defined]  # (only some do)
            raise

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does."""
        from istanbul_talks.cli.help_examples import fill_examples  # noqa: PLC0415

        self.help = fill_examples(self.help or "", ctx.find_root().params["db"])
        super().format_help_text(ctx, formatter)


def load_command(name: str) -> TyperCommand:
    """Import the command's module and make a command of its function `run`, with its docstring as help."""
    module = importlib.import_module(f"{commands.__name__}.{commands.module(name)}")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=TalksCommand, help=module.__doc__)(module.run)
    command = typer.main.get_command(alone)
    assert isinstance(command, TyperCommand)
    return command


def _show_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415

        typer.echo(f"talks {version('istanbul-talks')}")
        raise typer.Exit


app = typer.Typer(
    cls=CommandGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True, help=HELP)
def select_database(
    ctx: typer.Context,
    db: Annotated[
        Path | None, typer.Option(envvar="TALKS_DB", metavar="PATH", help="Read this database instead.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Note the chosen database for the command; without a command, show the overview."""
    ctx.obj = db
    if ctx.invoked_subcommand is None:
        ctx.invoke(importlib.import_module(f"{commands.__name__}.overview").run, ctx)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if not can_encode_unicode(stream):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app(prog_name="talks")
