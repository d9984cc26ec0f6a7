"""The application `talks`: the group of all commands, and the options and errors that they share.

Each command is a module of commands/, imported only when it is run.
"""

import importlib
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from istanbul_talks.cli import command_list
from istanbul_talks.cli.error_reporting import reporting_errors
from istanbul_talks.errors import TalksError
from istanbul_talks.terminal.row_formats import can_encode_unicode

HELP = """The explorer of a dataset of talks: who demanded and claimed what, in whose exact words.

Without a command: what is in here and what to ask. Actors, topics, events and articles may be given in any
recorded spelling. Exit status: 0 found, 1 nothing found, 2 misuse.
"""


class CommandGroup(TyperGroup):
    """The group of commands: loads the one that is run and reports its errors in one line."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the help."""
        return list(command_list.NAMES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command; TalksError suggests the nearest name where there is none of this name."""
        name = command_list.ALIASES.get(cmd_name, cmd_name)
        if name in command_list.NAMES:
            return load_command(name)
        if ctx.resilient_parsing:  # while completing
            return None
        from difflib import get_close_matches  # noqa: PLC0415  (only for mistakes)

        near = get_close_matches(cmd_name, [*command_list.NAMES, *command_list.ALIASES], n=1)
        hint = f"did you mean `talks {near[0]}`?" if near else "`talks --help` lists them"
        raise TalksError(f"there is no command “{cmd_name}”; {hint}")

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands without loading them."""
        names = command_list.NAMES
        with formatter.section("Commands"):
            formatter.write_dl([(command_list.join_aliases(n), command_list.read_summary(n)) for n in names])

    def make_context(self, *words: Any, **options: Any) -> Any:
        """Read the options before the command; report errors in them in one line."""
        with reporting_errors():
            return super().make_context(*words, **options)

    def invoke(self, ctx: Any) -> Any:
        """Run a command, and report in one line why it failed."""
        with reporting_errors(ctx.params["db"]):
            super().invoke(ctx)
            sys.stdout.flush()


class TalksCommand(TyperCommand):
    """A command: its help has examples that run, and errors in its options lead to it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options and arguments; an error without a context gets this command's."""
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


def _import_command(name: str) -> Any:
    """Import the module of a command."""
    return importlib.import_module(f"{command_list.PACKAGE}.{command_list.get_module_name(name)}")


def load_command(name: str) -> TyperCommand:
    """Import the command's module and make a command of its function `run`, with its docstring as help."""
    module = _import_command(name)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=TalksCommand, help=module.__doc__)(module.run)
    command = typer.main.get_command(single)
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
    """Keep the chosen database for the command; without a command, run the overview."""
    ctx.obj = db
    if ctx.invoked_subcommand is None:
        ctx.invoke(_import_command("overview").run, ctx)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if not can_encode_unicode(stream):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app(prog_name="talks")
