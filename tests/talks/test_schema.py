"""Tests of `talks schema`."""

from pathlib import Path

from fixtures.talks_runner import read_rows, run_talks


def test_schema_tells_tables_columns_and_values(village_db: Path) -> None:
    assert {"demands", "evidence", "texts"} <= {row["name"] for row in read_rows(village_db, "schema")}
    columns = {row["column"]: row for row in read_rows(village_db, "schema", "demands")}
    assert columns["demander_id"]["refers to"] == "actors"
    assert "proposal: " in columns["kind"]["values"]
    assert {row["column"] for row in read_rows(village_db, "schema", "evidence")} >= {
        "table_name",
        "row_id",
        "exact",
    }
    assert run_talks(village_db, "schema", "nosuch").exit_code == 1
