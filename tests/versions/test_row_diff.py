"""What a version changed: each kind of change, in a reader's words, with its weight."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from fixtures import village_versions
from fixtures.built_dataset import PACKAGE, Dataset
from fixtures.village_versions import MILL, WELL, build_and_compare, edit_schema, open_built
from pipeline.contract import Contract, parse_contract, read_contract
from versions.change_messages import ChangeSentences
from versions.changes import WEIGHTS, Weight
from versions.contract_diff import compare_contracts
from versions.row_owners import has_given_ids, list_owners
from versions.version_bump import weigh

CONTRACT = read_contract(PACKAGE)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            village_versions.add_a_claim,
            "Added in claims: quill-did-not-object, “Author of the short notice: Quill did not object.”",
        ),
        (
            village_versions.reword_a_demand,
            "Reworded in demands: share-the-well, content: “To share the well, but by day only.” instead of "
            "“To share the well by day.”",
        ),
        (
            village_versions.move_a_quote,
            "Re-anchored in demands: remove-carts, statements.quote_id: “refused to remove” "
            "(well-talks_413-430) instead of “refused to remove the carts” (well-talks_413-440).",
        ),
        (
            village_versions.correct_an_event,
            "Corrected in events: mill-talks, kind: “meeting” instead of “talks”.",
        ),
        (
            village_versions.merge_the_aunt,
            "Merged in actors: aunt, “an aunt of Quill”, is now ada-quill. The mayor speaks of herself.",
        ),
        (
            village_versions.withdraw_a_discrepancy,
            "Withdrawn in discrepancies: number-of-carts, “How many carts”. "
            "Twelve and about ten can both be true.",
        ),
        (village_versions.drop_a_column, "Withdrawn: the column topics.pax_code."),
    ],
)
def test_each_kind_of_change_is_told_in_one_sentence_and_nothing_else_is(
    first_version: Dataset, next_version: Dataset, change: Callable[[Dataset], None], told: str
) -> None:
    """Catch a change that is missed, or that draws others after it: rows that move with a merged record."""
    change(next_version)
    found = build_and_compare(first_version, next_version)
    assert list(found) == [told]
    assert [change.change for change in found.values()] == [told.split(maxsplit=1)[0].strip(":").lower()]


def test_the_weightiest_comes_first_and_decides(first_version: Dataset, next_version: Dataset) -> None:
    village_versions.change_everything(next_version)
    kinds = [change.change for change in build_and_compare(first_version, next_version).values()]
    assert kinds == ["withdrawn", "withdrawn", "merged", "added", "reworded", "re-anchored", "corrected"]
    assert weigh(build_and_compare(first_version, next_version).values()) is Weight.MAJOR


def test_nothing_changed_where_only_the_order_and_the_numbering_did(
    first_version: Dataset, next_version: Dataset
) -> None:
    """Catch rows that are taken for others because their derived ids count on."""
    first = "- {quote: refused to remove the carts, claim: lane-belongs-to-lowerton, stance: reports}\n"
    first_version.edit(WELL, "statements:\n", f"statements:\n{first}")
    first_version.build()
    next_version.edit(WELL, "\nsentences:\n", f"{first}\nsentences:\n")
    next_version.edit("registers/actors.yaml", "  - Ada Quill\n  - Quill\n", "  - Quill\n  - Ada Quill\n")
    found = build_and_compare(first_version, next_version)
    assert found == {}
    before, after = open_built(first_version).tables, open_built(next_version).tables
    assert before["statements"] != after["statements"]
    assert before["names"] == after["names"]


def test_a_row_that_comes_or_goes_is_told_on_its_record(
    first_version: Dataset, next_version: Dataset
) -> None:
    next_version.edit("registers/actors.yaml", "names: [Bram Otter, Otter]", "names: [Bram Otter]")
    next_version.edit("registers/topics.yaml", "name: Parking, broader: roads", "name: Parking")
    next_version.edit(WELL, "  organization: upperton\n", "")
    next_version.edit("registers/events.yaml", "topics: [water, parking]", "topics: [water, parking, roads]")
    next_version.edit(MILL, "  holder_text: Otter\n", "")
    assert set(build_and_compare(first_version, next_version)) == {
        "Corrected in actors: bram-otter, without “Otter” (bram-otter_Otter) in names.",
        "Corrected in topics: parking, broader_id: nothing instead of “roads”.",
        "Corrected in actors: ada-quill, roles.organization_id of “Mayor” (well-talks_76-103_ada-quill): "
        "nothing instead of “upperton”.",
        "Extended in events: mill-talks, with roads in event_topics.",
        "Corrected in sources: mill-meeting, attributions.holder_text of “asked” (mill-meeting_otter-asked): "
        "nothing instead of “Otter”.",
    }


def test_words_from_another_article_are_no_new_anchor(first_version: Dataset, next_version: Dataset) -> None:
    """Catch evidence that is exchanged for that of another article and passes as a shift of characters."""
    next_version.edit(
        "registers/discrepancies.yaml", "{exact: remove 12 carts, occurrence: 1}", "belongs to Lowerton"
    )
    (sentence,) = build_and_compare(first_version, next_version)
    assert sentence.startswith("Re-anchored in discrepancies: number-of-carts")
    next_version.edit("registers/discrepancies.yaml", "source: well-talks", "source: mill-meeting")
    next_version.edit("registers/discrepancies.yaml", "quote: belongs to Lowerton", "quote: the removal")
    kinds = {change.change for change in build_and_compare(first_version, next_version).values()}
    assert kinds == {"corrected", "extended"}


def read_another(dataset: Dataset) -> Contract:
    """Return the contract of a dataset as that of another version, which need not build today."""
    return parse_contract(dataset.package.read_text(encoding="utf-8"), dataset.package.name)


def edit(change: Callable[[dict[str, dict[str, Any]]], object]) -> Callable[[dict[str, Any]], None]:
    """Return a change of a schema, given by its columns by name."""

    def changed(schema: dict[str, Any]) -> None:
        columns = {field["name"]: field for field in schema["fields"]}
        change(columns)
        schema["fields"] = list(columns.values())

    return changed


NEW_COLUMN = {"name": "bells", "type": "string", "description": "Bells.", "empty": "none rang"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda columns: columns.pop("beneficiary_id"), "Withdrawn: the column demands.beneficiary_id."),
        (lambda columns: columns.update(bells=NEW_COLUMN), "Added: the column demands.bells."),
        (
            lambda columns: columns["content"].update(type="integer"),
            "Redefined: the column demands.content, type integer instead of type string.",
        ),
        (
            lambda columns: columns["event_id"].update(constraints={"required": True}),
            "Redefined: the column demands.event_id, required True instead of required False.",
        ),
        (
            lambda columns: columns["kind"]["constraints"]["enum"].remove("threat"),
            "Withdrawn: the value threat of demands.kind.",
        ),
        (
            lambda columns: columns["kind"]["constraints"]["enum"].append("plea"),
            "Added: the value plea of demands.kind.",
        ),
        (
            lambda columns: columns["content"].update(description="Other words."),
            "Corrected: the description of the column demands.content.",
        ),
        (
            lambda columns: columns["content"]["constraints"].update(enum=["peace", "war"]),
            "Redefined: the column demands.content, peace, war instead of any value.",
        ),
    ],
)
def test_what_changed_in_the_contract_is_told(
    first_version: Dataset,
    next_version: Dataset,
    change: Callable[[dict[str, dict[str, Any]]], object],
    told: str,
) -> None:
    edit_schema(next_version, "demands", edit(change))
    before, after = map(read_another, (first_version, next_version))
    (found,) = compare_contracts(before, after)
    sentences = ChangeSentences(open_built(first_version), open_built(first_version)._replace(contract=after))
    assert sentences.describe(found) == told


def test_tables_and_views_come_and_go(first_version: Dataset, next_version: Dataset) -> None:
    package = json.loads(next_version.package.read_text(encoding="utf-8"))
    package["resources"] = [resource for resource in package["resources"] if resource["name"] != "relations"]
    view = package["database"]["views"].pop()["name"]
    next_version.package.write_text(json.dumps(package), encoding="utf-8")
    before, after = map(read_another, (first_version, next_version))
    gone = [(change.change, change.table_name) for change in compare_contracts(before, after)]
    assert gone == [("withdrawn", "relations"), ("withdrawn", view)]
    come = [(change.change, change.table_name) for change in compare_contracts(after, before)]
    assert come == [("added", "relations"), ("added", view)]


def test_the_contract_explains_every_kind_of_change() -> None:
    """Catch a kind of change that the table cannot hold, or that has no weight."""
    assert list(CONTRACT.tables["changes"].fields["change"].enum) == list(WEIGHTS)


def test_every_row_belongs_to_a_record(first_version: Dataset) -> None:
    """Catch a table whose rows no record answers for, so that their changes could not be told."""
    version = open_built(first_version)
    for table in version.contract.tables.values():
        if (
            not table.path
            or has_given_ids(table)
            or table.name in {"redirects", "changes", "inflections", "language_forms"}
        ):
            continue
        for row in version.tables[table.name].values():
            *_, last = list_owners(version, table, row)
            assert has_given_ids(version.contract.tables[last.table]), table.name
