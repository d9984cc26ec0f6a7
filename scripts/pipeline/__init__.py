"""The build: turns seeds/ into data/ and the database. Its entry for other programs is `build`."""

from pipeline.build_report import BuildReport
from pipeline.build_steps import build, find_stale_csvs
from pipeline.problems import BuildError

__all__ = ["BuildError", "BuildReport", "build", "find_stale_csvs"]
