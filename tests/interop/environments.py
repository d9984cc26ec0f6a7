"""Where a third-party program is installed that cannot live beside the others, or is not of Python.

An environment is made in a temporary folder when it is first used, and removed at exit. It runs the scripts
of programs/, which open the files they are given and print what they find as JSON.
"""

import atexit
import json
import shutil
import subprocess
import sys
import tempfile
from abc import ABC, abstractmethod
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

PROGRAMS = Path(__file__).parent / "programs"
Command = list[str | Path]


class Environment(ABC):
    """Where third-party programs are installed, and the scripts of programs/ run that use them.

    `needs` are what must be on the path for that; `language` is told where another has programs of the same
    name. subprocess.CalledProcessError where something fails.
    """

    needs: tuple[str, ...] = ()
    language = ""

    @property
    def missing(self) -> list[str]:
        """What it needs that is not on the path."""
        return [program for program in self.needs if not shutil.which(program)]

    def run(self, script: str, *arguments: Path) -> Any:
        """Return what a program of programs/ prints, read as JSON."""
        return json.loads(_run_command([*self.make_command(script), *arguments]))

    @abstractmethod
    def make_command(self, program: str) -> Command:
        """Return the words that start a program of programs/."""

    @abstractmethod
    def read_version(self, package: str) -> str:
        """Return the version of a third-party package."""


class CurrentPython(Environment):
    """This Python, with the extra `interop`."""

    def make_command(self, program: str) -> Command:
        """Return the words that start a Python program."""
        return [sys.executable, PROGRAMS / program]

    def read_version(self, package: str) -> str:
        """Return the version of a library."""
        return metadata.version(package)


CURRENT_PYTHON = CurrentPython()


class LibreOffice(CurrentPython):
    """The LibreOffice of this machine, which programs in this Python start."""

    needs = ("soffice",)

    def read_version(self, package: str) -> str:
        """Return its version."""
        _, version, *_ = _run_command(["soffice", "--version"]).split()
        return version


class Venv(Environment):
    """A virtual environment of Python with some requirements."""

    def __init__(self, *requirements: str, needs: tuple[str, ...] = ()) -> None:
        self.requirements = requirements
        self.needs = needs

    @cached_property
    def python(self) -> Path:
        """Its Python, with the requirements installed."""
        folder = _make_folder()
        python = folder / "bin" / "python"
        _run_command([sys.executable, "-m", "venv", folder])
        pip: Command = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        _run_command([*pip, "install", *self.requirements])
        return python

    def make_command(self, program: str) -> Command:
        """Return the words that start a Python program."""
        return [self.python, PROGRAMS / program]

    def read_version(self, package: str) -> str:
        """Return the version of a library in it."""
        ask = f"from importlib.metadata import version; print(version('{package}'))"
        return _run_command([self.python, "-c", ask])


class Npm(Environment):
    """The JavaScript libraries that programs/package.json names, and a copy of the programs beside them."""

    needs = ("node", "npm")

    @cached_property
    def folder(self) -> Path:
        """The folder, with the libraries installed."""
        folder = _make_folder()
        for path in (PROGRAMS / "package.json", *PROGRAMS.glob("*.js")):
            shutil.copy(path, folder)
        _run_command(["npm", "install", "--prefix", folder, "--silent", "--no-audit", "--no-fund"])
        return folder

    def make_command(self, program: str) -> Command:
        """Return the words that start a JavaScript program."""
        return ["node", self.folder / program]

    def read_version(self, package: str) -> str:
        """Return the version of a library."""
        about = self.folder / "node_modules" / package / "package.json"
        return str(json.loads(about.read_text(encoding="utf-8"))["version"])


class SystemR(Environment):
    """The R of this machine, with some packages."""

    needs = ("Rscript",)
    language = "R"

    def __init__(self, *packages: str) -> None:
        self.packages = packages

    @cached_property
    def missing(self) -> list[str]:
        """What is not on the path; where R is, which of the packages it has not."""
        ask = "cat(setdiff(commandArgs(TRUE), rownames(installed.packages())))"
        return super().missing or _run_command(["Rscript", "-e", ask, *self.packages]).split()

    def make_command(self, program: str) -> Command:
        """Return the words that start an R program."""
        return ["Rscript", PROGRAMS / program]

    def read_version(self, package: str) -> str:
        """Return the version of a package."""
        return _run_command(["Rscript", "-e", f"cat(as.character(packageVersion('{package}')))"])


def _make_folder() -> Path:
    """Return a new folder, which goes when this Python ends."""
    folder = tempfile.mkdtemp(prefix="interop-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _run_command(command: Command) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout.strip()
