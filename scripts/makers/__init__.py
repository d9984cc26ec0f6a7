"""The makers: they turn seeds/ into data/ and the database. One entry, `build`; see scripts/README.md."""

from makers.building import build, stale_csvs
from makers.problems import BuildError
from makers.report import Report

__all__ = ["BuildError", "Report", "build", "stale_csvs"]
