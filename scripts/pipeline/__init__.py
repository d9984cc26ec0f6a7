"""The makers: they turn seeds/ into data/ and the database. One entry, `build`; see scripts/README.md."""

from pipeline.build_report import Report
from pipeline.build_steps import build, stale_csvs
from pipeline.problems import BuildError

__all__ = ["BuildError", "Report", "build", "stale_csvs"]
