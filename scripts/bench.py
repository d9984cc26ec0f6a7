"""Measure the build and a listing against floors and peers, in one run, as ratios.

Each round runs every command once, in turn, so that a busy machine slows all alike; figures are medians of
the wall time of whole processes. `talks` and `sqlite-utils` are left out where they are not installed.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
QUERY = "SELECT * FROM demands"
RATIOS = (
    ("build of the articles", "empty process", "aim: below 20"),
    ("talks demands", "python with sqlite3", ""),
    ("talks demands", "sqlite-utils query", "aim: below 1"),
)


def main() -> int:
    """Print the median of each command and the ratios; the exit status is 0."""
    rounds = _parse().rounds
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(Path(folder))
        times = _measure(commands, rounds)
    for name, seconds in times.items():
        print(f"{name:24}{seconds * 1000:8.0f} ms")
    for name, floor, aim in RATIOS:
        if name in times and floor in times:
            print(f"{name} / {floor}: {times[name] / times[floor]:.2f}  {aim}")
    return 0


def _commands(folder: Path) -> dict[str, list[str]]:
    """Return the command lines by name; the build comes first, for the others read its database."""
    database = folder / "bench.db"
    build = [
        sys.executable,
        str(ROOT / "scripts/build.py"),
        "--data",
        str(folder / "data"),
        "--out",
        str(database),
    ]
    commands = {
        "build of the articles": build,
        "empty process": [sys.executable, "-c", "pass"],
        "python with sqlite3": [sys.executable, "-c", "import sqlite3"],
    }
    if talks := _program("talks"):
        commands["talks demands"] = [talks, "demands", "--json"]
    if sqlite_utils := _program("sqlite-utils"):
        commands["sqlite-utils query"] = [sqlite_utils, "query", str(database), QUERY]
    return commands


def _program(name: str) -> str | None:
    """Return the path of a program beside this Python, or anywhere."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def _measure(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return the median wall time of each command in seconds; a first round, to warm up, is left out."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times[name].append(time.perf_counter() - start)
    return {name: median(seconds[1:]) for name, seconds in times.items()}


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15, help="rounds after the first (15)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
