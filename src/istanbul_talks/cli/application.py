"""The application `talks`: the group of all commands, and the options and errors that they share.

Each command is a module of commands/, imported only when it is run.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterable
from inspect import Signature
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from istanbul_talks.cli import command_list
from istanbul_talks.cli.error_reporting import reporting_errors
from istanbul_talks.errors import TalksError
from istanbul_talks.text.safe_output import printing_safely

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
        if cmd_name in command_list.NAMES:
            return load_command(cmd_name)
        if ctx.resilient_parsing:  # while completing
            return None
        near = command_list.find_nearest(cmd_name)
        hint = f"did you mean `talks {near}`?" if near else "`talks --help` lists them"
        raise TalksError(f"there is no command “{cmd_name}”; {hint}")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands without loading them, the options, and those that all listings have."""
        for group, names in command_list.GROUPS.items():
            with formatter.section(group):
                formatter.write_dl([(f"{name:13}", command_list.read_summary(name)) for name in names])
        _write_options("Options of every listing", _load_printing_options(), ctx, formatter)
        _write_options("Options", self.get_params(ctx), ctx, formatter)

    def main(self, *words: Any, **options: Any) -> Any:
        """Run the command line; nothing that is printed can do anything to a terminal."""
        with printing_safely():
            return super().main(*words, **options)

    def make_context(self, *words: Any, **options: Any) -> Any:
        """Read the options before the command; report errors in them in one line."""
        with reporting_errors():
            return super().make_context(*words, terminal_width=_measure_help(), **options)

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

    def make_context(self, *words: Any, **options: Any) -> Any:
        """Read the options and arguments; TalksError where one that is no path is not UTF-8."""
        context = super().make_context(*words, **options)
        for given in context.params.values():
            for value in given if isinstance(given, list | tuple) else [given]:
                if isinstance(value, str) and not value.isascii():
                    _check_utf8(value)
        return context

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does."""
        from istanbul_talks.cli.help_examples import fill_examples  # noqa: PLC0415

        self.help = fill_examples(self.help or "", ctx.find_root().params["db"])
        super().format_help_text(ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and options; those that all listings have only by name."""
        from istanbul_talks.terminal.row_printing import PRINTING_OPTIONS  # noqa: PLC0415

        shared = {option.name for option in PRINTING_OPTIONS}
        own = [param for param in self.get_params(ctx) if param.name not in shared]
        _write_options("Arguments", (p for p in own if p.param_type_name == "argument"), ctx, formatter)
        _write_options("Options", (p for p in own if p.param_type_name == "option"), ctx, formatter)
        if names := [name for name, _ in _list_help((p for p in self.params if p not in own), ctx)]:
            with formatter.section("As in every listing"):
                listed = ", ".join(name.replace(" ", NO_BREAK) for name in names)
                formatter.write_text(f"{listed}; `talks --help` explains them.")


def _check_utf8(argument: str) -> None:
    """Raise TalksError where an argument is not in UTF-8, which Python reads as surrogates."""
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        shown = os.fsencode(argument).decode(errors="backslashreplace")
        raise TalksError(f"“{shown}” is not UTF-8; write it in the encoding of the terminal") from error


NO_BREAK = "\N{NO-BREAK SPACE}"
"""What keeps an option and its value on one line."""


def _measure_help() -> int:
    """Return the width of the help: that of the terminal, but no more than is easily read."""
    from shutil import get_terminal_size  # noqa: PLC0415

    return min(get_terminal_size().columns, WIDEST_HELP) - 2


WIDEST_HELP = 80
"""Width of the help in a wide terminal, in characters."""


def _load_printing_options() -> list[Any]:
    """Return the options that all listings have."""
    from istanbul_talks.terminal.row_printing import PRINTING_OPTIONS  # noqa: PLC0415  (only for the help)

    def print_nothing(**_options: Any) -> None:
        """Stand for any listing."""

    print_nothing.__signature__ = Signature(PRINTING_OPTIONS)  # type: ignore[attr-defined]
    return _make_command("listing", print_nothing, None).params


def _write_options(heading: str, params: Iterable[Any], ctx: Any, formatter: Any) -> None:
    """Write a section of the help with arguments or options, if there are any."""
    if records := _list_help(params, ctx):
        with formatter.section(heading):
            formatter.write_dl(records)


def _list_help(params: Iterable[Any], ctx: Any) -> list[tuple[str, str]]:
    """Return how arguments and options are written and what they mean."""
    return [record for param in params if (record := param.get_help_record(ctx))]


def load_command(name: str) -> TyperCommand:
    """Import the command's module and make a command of its function `run`, with its docstring as help."""
    module = importlib.import_module(f"{command_list.PACKAGE}.{name}")
    return _make_command(name, module.run, module.__doc__)


def _make_command(name: str, function: Callable[..., None], help_text: str | None) -> TyperCommand:
    """Make a command of a function."""
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=TalksCommand, help=help_text)(function)
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
        from istanbul_talks.cli.overview import print_overview  # noqa: PLC0415  (only without a command)

        print_overview(db)


def main() -> None:
    """Run the command line."""
    app(prog_name="talks")
