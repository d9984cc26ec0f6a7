"""What a public forge reads: the workflow that it runs, and the form for a mistake in a record."""

from pathlib import Path

import yaml


def test_the_forge_runs_what_everybody_runs(checkout: Path) -> None:
    """Catch a second list of checks, which would fall behind the first."""
    workflow = yaml.safe_load((checkout / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    assert job["steps"][-1] == {"run": "bash .ci/run"}
    assert (checkout / ".ci/run").is_file()


def test_a_mistake_is_reported_with_its_record_its_words_and_their_place(checkout: Path) -> None:
    form = yaml.safe_load((checkout / ".github/ISSUE_TEMPLATE/mistake.yml").read_text(encoding="utf-8"))
    required = [item["id"] for item in form["body"] if item.get("validations", {}).get("required")]
    assert required == ["record", "words", "place"]
