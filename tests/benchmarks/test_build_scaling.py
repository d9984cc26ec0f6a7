"""Builds of replicated seeds: what is measured of them, and that memory does not grow with them."""

from pathlib import Path

import pytest

from benchmarks.build_profile import STEPS, profile_build, tabulate_profile
from benchmarks.build_scaling import BuildMeasurement, measure_build, tabulate_builds
from benchmarks.replicate_seeds import replicate_seeds
from fixtures.built_dataset import PACKAGE, ROOT
from pipeline.contract import read_contract


def _built(folder: Path, articles: int) -> BuildMeasurement:
    replicate_seeds(ROOT / "tests" / "fixtures" / "village", folder / "seeds", articles)
    return measure_build(folder / "seeds", PACKAGE, folder)


def test_every_stage_is_measured(tmp_path: Path) -> None:
    built = _built(tmp_path, 20)
    stages = profile_build(built, tmp_path / "seeds", read_contract(PACKAGE), tmp_path)
    assert {stage.name for stage in stages} > set(STEPS.values())
    assert all(stage.seconds > 0 for stage in stages)
    assert sum(stage.baseline_seconds > 0 for stage in stages) == 5
    assert sum(built.spent.values()) <= built.main
    assert "| 20 | " in tabulate_builds([built])
    assert tabulate_profile(stages, built.rows).count("\n") == len(stages) + 2


@pytest.mark.slow
def test_ten_times_the_articles_take_little_more_memory(tmp_path: Path) -> None:
    """Catch rows that are kept. How long each article takes is measured by bench.py."""
    small, large = (_built(tmp_path / str(articles), articles) for articles in (60, 600))
    assert large.rows > 9 * small.rows
    assert large.megabytes < 3 * small.megabytes
    assert large.megabytes_of_others < 3 * small.megabytes_of_others
