"""What docs/reliability.md shows, measured."""

from pathlib import Path

from command_line.shared_options import ROOT
from evaluation.fuzz_trials import DAMAGED, run_fuzz, tabulate_fuzz
from evaluation.hostile_databases import COPIES, run_hostile, tabulate_hostile
from evaluation.kill_trials import KILLS, run_kills, tabulate_kills

MADE_UP_SEEDS = ROOT / "tests" / "fixtures" / "village"
"""The smallest seeds that have everything."""


def measure_reliability(package: Path, count: int = DAMAGED) -> dict[str, str]:
    """Return the generated parts of docs/reliability.md by name."""
    return {
        "fuzz": tabulate_fuzz(run_fuzz(MADE_UP_SEEDS, package, count)),
        "hostile": tabulate_hostile(run_hostile(MADE_UP_SEEDS, package, COPIES)),
        "kills": tabulate_kills(run_kills(MADE_UP_SEEDS, package, KILLS)),
    }
