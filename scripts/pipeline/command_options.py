"""Options: what several scripts may be told, each declared once: where things are, which page is filled."""

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter, _ActionsContainer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DATABASE = ROOT / "build" / "istanbul-talks.db"


class Options(ArgumentParser):
    """The parser of a script's command line, described by the script's docstring as it is written."""

    def __init__(self, description: str | None) -> None:
        super().__init__(description=description, formatter_class=RawDescriptionHelpFormatter)

    def add_seeds(self) -> None:
        """Add --seeds and --package: what a dataset is made from."""
        self.add_argument(
            "--seeds", type=present, default=f"{ROOT}/seeds", help="articles and coding (seeds/)"
        )
        self.add_package()

    def add_package(self) -> None:
        """Add --package: the contract."""
        self.add_argument("--package", type=present, default=f"{ROOT}/datapackage.json", help="the contract")

    def add_database(self, what: str) -> None:
        """Add --database: what it is for."""
        self.add_argument("--database", type=Path, default=DATABASE, help=f"{what} (build/{DATABASE.name})")

    def add_out(self, folder: str) -> None:
        """Add --out: the folder of build/ that is made."""
        path = ROOT / "build" / folder
        self.add_argument("--out", type=Path, default=path, help=f"the folder to make (build/{folder}/)")

    def add_page(self, page: str) -> None:
        """Add --page: the page of the repository that is filled."""
        self.add_argument("--page", type=present, default=f"{ROOT}/{page}", help=f"the page to fill ({page})")


def add_check(options: _ActionsContainer) -> None:
    """Add --check to a parser, or to a group of which only one option may be given."""
    options.add_argument("--check", action="store_true", help="write nothing; say whether it is up to date")


def present(name: str) -> Path:
    """Return a path; the parser tells of one at which there is nothing."""
    path = Path(name)
    if not path.exists():
        raise ArgumentTypeError(f"there is no {name}")
    return path


def positive(word: str) -> int:
    """Return a whole number from 1 on; the parser tells of any other word."""
    if not word.isdecimal() or int(word) < 1:
        raise ArgumentTypeError(f"{word!r} is no whole number from 1 on")
    return int(word)
