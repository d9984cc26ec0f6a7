"""Environments: where a client is installed that cannot live beside the others, or is not of Python.

Each is made in a temporary folder when it is first used, and taken away at the end. In it run the programs of
programs/, which open the files they are given and print what they found as JSON.
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
    """Where clients are installed, and the programs run that use them.

    `needs` are what must be on the path for that. subprocess.CalledProcessError where something fails.
    """

    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> list[str]:
        """What it needs that is not on the path."""
        return [program for program in self.needs if not shutil.which(program)]

    def find(self, program: str, *arguments: Path) -> Any:
        """Return what a program of programs/ prints, read as JSON."""
        return json.loads(_printed([*self.command(program), *arguments]))

    @abstractmethod
    def command(self, program: str) -> Command:
        """Return the words that start a program of programs/."""

    @abstractmethod
    def version(self, client: str) -> str:
        """Return the version of a client."""


class Here(Environment):
    """This Python, with the extra `clients`."""

    def command(self, program: str) -> Command:
        """Return the words that start a Python program."""
        return [sys.executable, PROGRAMS / program]

    def version(self, client: str) -> str:
        """Return the version of a library."""
        return metadata.version(client)


HERE = Here()


class Venv(Environment):
    """A virtual environment of Python with some requirements."""

    def __init__(self, *requirements: str, needs: tuple[str, ...] = ()) -> None:
        self.requirements = requirements
        self.needs = needs

    @cached_property
    def python(self) -> Path:
        """Its Python, with the requirements installed."""
        folder = _temporary()
        python = folder / "bin" / "python"
        _printed([sys.executable, "-m", "venv", folder])
        pip: Command = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        _printed([*pip, "install", *self.requirements])
        return python

    def command(self, program: str) -> Command:
        """Return the words that start a Python program."""
        return [self.python, PROGRAMS / program]

    def version(self, client: str) -> str:
        """Return the version of a library in it."""
        ask = f"from importlib.metadata import version; print(version('{client}'))"
        return _printed([self.python, "-c", ask])


class Npm(Environment):
    """The JavaScript libraries that programs/package.json names, and a copy of the programs beside them."""

    needs = ("node", "npm")

    @cached_property
    def folder(self) -> Path:
        """The folder, with the libraries installed."""
        folder = _temporary()
        for path in (PROGRAMS / "package.json", *PROGRAMS.glob("*.js")):
            shutil.copy(path, folder)
        _printed(["npm", "install", "--prefix", folder, "--silent", "--no-audit", "--no-fund"])
        return folder

    def command(self, program: str) -> Command:
        """Return the words that start a JavaScript program."""
        return ["node", self.folder / program]

    def version(self, client: str) -> str:
        """Return the version of a library."""
        about = self.folder / "node_modules" / client / "package.json"
        return str(json.loads(about.read_text(encoding="utf-8"))["version"])


class R(Environment):
    """The R of this machine, with its packages."""

    needs = ("Rscript",)

    def command(self, program: str) -> Command:
        """Return the words that start an R program."""
        return ["Rscript", PROGRAMS / program]

    def version(self, client: str) -> str:
        """Return the version of a package."""
        return _printed(["Rscript", "-e", f"cat(as.character(packageVersion('{client}')))"])


def _temporary() -> Path:
    """Return a new folder, which goes when this Python ends."""
    folder = tempfile.mkdtemp(prefix="client-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _printed(command: Command) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout.strip()
