"""Tests of the listings: what each filter keeps, and what each format prints."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from fixtures.built_dataset import Dataset
from fixtures.reader_databases import MakeBuiltVillage
from fixtures.talks_runner import read_rows, run_talks
from istanbul_talks.database.named_queries import read_sql

OTTERBROOK = "Lower Otterbrook, a hamlet, took no part"
OTTER = "Bram Otter, who speaks for Lowerton"
QUILL = "Mayor Ada Quill of Upperton met"
IN_THE_ROOM = ("ada-quill_head_of_delegation", "bram-otter_head_of_delegation", "otterbrook_absent")

KEPT = [
    ("read", {"mill-meeting", "well-talks"}),
    ("people", {"ada-quill", "bram-otter"}),
    ("people --side lowerton", {"bram-otter"}),
    ("people --side LOWERTON", {"bram-otter"}),
    ("people --source mill-meeting --about mayor", {"ada-quill"}),
    ("people --side hill-envoys", {"ada-quill"}),
    ("people --side otterbrook", set()),
    ("people --person quill", {"ada-quill"}),
    ("people --organization upperton --status former", {"ada-quill"}),
    ("people --organization lowerton", set()),
    ("people --roles --status former", {"mill-meeting_119-153_ada-quill"}),
    ("people --roles --organization upperton", {"well-talks_76-103_ada-quill"}),
    ("people --roles --organization upperton --status former", set()),
    ("people --roles --person quill --source mill-meeting", {"mill-meeting_119-153_ada-quill"}),
    ("people --roles --side upperton", {"well-talks_76-103_ada-quill"}),
    ("people --roles --side lowerton", set()),
    ("people --roles --about mayor", {"well-talks_76-103_ada-quill"}),
    ("events --from 1998 --to 1998-02", {"mill-talks", "well-offer"}),
    ("events --from 1998-02-28", set()),
    ("events --to 1998-02-26", set()),
    ("events --by upperton --topic roads", {"mill-talks"}),
    ("events --by brook-envoys", {"mill-talks"}),
    ("events --source mill-meeting --kind talks --status occurred", {"mill-talks"}),
    ("events --status planned", set()),
    ("demands --by upperton", {"share-the-well"}),
    ("demands --by lowerton --of upperton", {"remove-carts"}),
    ("demands --by bram-otter", {"remove-carts"}),
    ("demands --said-by quill", {"remove-carts", "share-the-well"}),
    ("demands --stance rejects", {"remove-carts"}),
    ("demands --topic roads", {"remove-carts"}),
    ("demands --quantity", {"remove-carts"}),
    ("demands --kind proposal --in well-offer", {"share-the-well"}),
    ("demands --in mill-talks", {"remove-carts", "share-the-well"}),
    ("demands --in 1998", {"remove-carts", "share-the-well"}),
    ("demands --in well-offer", {"share-the-well"}),
    ("demands --in talks", {"remove-carts", "share-the-well"}),
    ("demands --in 1997", set()),
    ("demands --by brook-envoys", set()),
    ("delegations --in 1998", {f"mill-talks_{part}" for part in IN_THE_ROOM}),
    ("delegations --in well-offer", set()),
    ("demands --source mill-meeting", {"remove-carts"}),
    ("demands --about aunt", set()),
    ("claims --by aunt", {"lane-belongs-to-lowerton"}),
    ("claims --by lowerton --stance asserts", {"lane-belongs-to-lowerton"}),
    ("claims --in mill-talks", {"lane-belongs-to-lowerton"}),
    ("claims --in 1998", {"lane-belongs-to-lowerton"}),
    ("claims --in well-offer", set()),
    ("claims --mode indirect --by aunt", {"lane-belongs-to-lowerton"}),
    ("claims --mode direct --by aunt", set()),
    ("demands --mode direct", {"share-the-well"}),
    ("claims --stance denies", set()),
    ("claims --contested", set()),
    ("claims --topic parking", set()),
    ("read well-talks --mark sources", {"well-talks_2-40", "well-talks_50-63"}),
    ("read well-talks --mark sources,roles", {"well-talks_2-40", "well-talks_50-63", "well-talks_76-103"}),
    ("compare", {"parking", "roads", "water"}),
    ("disagreements --kind quantity --scope between", {"number-of-carts"}),
    ("disagreements --status compatible", set()),
    ("disagreements --topic roads", {"number-of-carts"}),
    ("disagreements --topic water", set()),
]


@pytest.mark.parametrize(("command", "ids"), KEPT)
def test_filters_keep_what_they_say(village_db: Path, command: str, ids: set[str]) -> None:
    result = run_talks(village_db, *command.split(), "--json")
    assert {row["id"] for row in json.loads(result.stdout)} == ids
    assert result.exit_code == (0 if ids else 1)


def test_the_words_are_those_that_the_filters_keep(village_db: Path) -> None:
    (demand,) = read_rows(village_db, "demands", "--stance", "rejects")
    chain = "author of the article on the meeting → the miller “According to” → Ada Quill (Quill) “refused”"
    assert demand["words"] == [
        {
            "text": "The miller → Ada Quill “refused”: “refused to remove the carts” [well-talks_413-440]",
            "voice": "The miller → Ada Quill “refused”",
            "quote": "well-talks_413-440",
            "words": "refused to remove the carts",
            "speaker": "Ada Quill",
            "stance": "rejects",
            "through": chain,
            "source": "well-talks",
        }
    ]
    piped = run_talks(village_db, "demands", "--stance", "rejects").stdout
    assert piped.splitlines()[1].endswith(f"\t{demand['words'][0]['text']}")


def test_a_listing_says_where_a_demand_was_first_put_repeated_and_said(village_db: Path) -> None:
    placed = {
        row["id"]: (row["in"], row["event"]) for row in read_rows(village_db, "demands", "--in", "1998")
    }
    assert placed == {
        "remove-carts": ("repeated: Talks at the mill", "said in: Talks at the mill"),
        "share-the-well": (
            "Talks at the mill",
            "first put in: Talks at the mill; said in: Quill offers the well",
        ),
    }


def test_a_member_is_told_with_the_words_and_posts_of_each_article(village_db: Path) -> None:
    rows = read_rows(village_db, "delegations")
    told = ("side", "delegation", "part", "name", "posts in that article", "words", "source")
    hill, brook = "those who speak for the hill", "those who speak for the brook"
    assert [tuple(row[name] for name in told) for row in rows] == [
        ("Lower Otterbrook", None, "absent", "Lower Otterbrook", None, OTTERBROOK, "well-talks"),
        ("Lowerton", brook, "head of delegation", "Bram Otter", None, "Otter asked for", "mill-meeting"),
        ("Lowerton", brook, "head of delegation", "Bram Otter", None, OTTER, "well-talks"),
        ("Upperton", hill, "head of delegation", "Ada Quill", "Mayor", QUILL, "well-talks"),
    ]


def test_a_listing_says_what_a_claim_is_about_and_where_it_was_said(village_db: Path) -> None:
    (claim,) = read_rows(village_db, "claims", "--in", "mill-talks")
    assert claim["event"] == "said in: Talks at the mill"


@pytest.mark.parametrize(
    ("aunt", "otter", "found"),
    [
        ("asserts", "denies", 2),
        ("reports", "denies", 2),
        ("asserts", "questions", 0),
        ("reports", "asserts", 0),
    ],
)
def test_a_contested_claim_is_upheld_by_one_and_denied_by_another(
    village: Dataset, aunt: str, otter: str, found: int
) -> None:
    """Catch stands that merely differ, and voices that a filter by stance takes from the claim."""
    _hold(village, "by: otter-claimed\n", otter)
    _hold(village, "by: aunt-promised\n", aunt)
    village.build()
    (asked,) = read_rows(village.database, "sql", f"SELECT count(*) AS stands FROM ({read_sql(QUESTION)})")
    assert asked["stands"] == found
    rows = json.loads(run_talks(village.database, "claims", "--contested", "--json").stdout)
    assert [len(row["words"]) for row in rows] == ([found] if found else [])
    for row in json.loads(run_talks(village.database, "claims", "--stance", "denies", "--json").stdout):
        assert len(row["words"]) == 1
        assert "an aunt of Quill" in row["claim"]
        assert "Bram Otter “claimed” (at a distance) denies" in row["claim"]


AUNT = "holder: aunt\n  holder_text: Quill's aunt\n"


def test_who_takes_back_their_own_word_contests_nothing(village: Dataset) -> None:
    """Catch a claim that the only one who upholds it denies elsewhere."""
    village.edit("articles/well-talks.yaml", AUNT, "holder: bram-otter\n")
    _hold(village, "by: aunt-promised\n", "denies")
    village.build()
    assert run_talks(village.database, "claims", "--stance", "denies", "--count").stdout == "1\n"
    assert run_talks(village.database, "claims", "--contested", "--count").stdout == "0\n"


QUESTION = "contested_claims"


def _hold(village: Dataset, by: str, stance: str) -> None:
    """Give the statement of a claim a stance."""
    village.edit("articles/well-talks.yaml", by, f"{by}  stance: {stance}\n")


GROUPED = "Upperton and Lowerton"


@pytest.fixture(scope="module")
def grouped_db(make_built_village: MakeBuiltVillage) -> Path:
    """The village in which groups are wanted of, propose and speak."""
    coding = "articles/well-talks.yaml"
    return make_built_village(
        ("registers/demands.yaml", "addressee: lowerton", "addressee: the-villages"),
        (
            coding,
            "{actor: ada-quill, part: proposer, on_behalf_of: hill-envoys}",
            "{actor: the-villages, part: proposer}",
        ),
        (coding, AUNT, "holder: the-villages\n"),
    ).database


@pytest.mark.parametrize(
    ("command", "found"),
    [
        ("events --by lowerton", {"mill-talks": None, "well-offer": GROUPED}),
        ("events --by bram-otter", {"mill-talks": None}),
        ("events --by the-villages", {"mill-talks": None, "well-offer": None}),
        ("demands --of upperton", {"remove-carts": None, "share-the-well": GROUPED}),
        ("demands --of ada-quill", {}),
        ("demands --of lowerton --said-by quill", {"share-the-well": GROUPED}),
        ("claims --by upperton", {"lane-belongs-to-lowerton": GROUPED}),
        ("claims --by upperton --stance denies", {}),
        ("claims --by upperton --mode indirect", {"lane-belongs-to-lowerton": GROUPED}),
        ("demands --said-by upperton --mode indirect", {"remove-carts": None}),
    ],
)
def test_an_actor_is_found_in_its_groups_one_step_up(
    grouped_db: Path, command: str, found: dict[str, str | None]
) -> None:
    """Catch a climb from a part's groups, and a row that does not say that it is a group's."""
    rows = json.loads(run_talks(grouped_db, *command.split(), "--json").stdout)
    assert {row["id"]: row["as one of"] for row in rows} == found


@pytest.mark.parametrize(
    ("distance", "makers"),
    [("neutral", "Lowerton; Ada Quill; Bram Otter"), ("rejecting", "Lowerton; Bram Otter")],
)
def test_all_who_make_a_demand_are_named_the_demander_first(
    village: Dataset, distance: str, makers: str
) -> None:
    """Catch a maker who is left out, and one whose making it an outer voice rejects."""
    coding = "articles/well-talks.yaml"
    village.edit(coding, "  cue: According to\n", f"  cue: According to\n  distance: {distance}\n")
    village.edit(coding, "by: quill-refused\n  stance: rejects", "by: quill-refused\n  stance: reiterates")
    village.build()
    (demand,) = read_rows(village.database, "demands", "--topic", "roads")
    assert demand["by"] == makers
    assert run_talks(village.database, "show", "remove-carts").stdout.startswith(f"{makers} → Upperton")
    found = run_talks(village.database, "demands", "--by", "ada-quill", "--count").stdout
    assert found == ("2\n" if "Quill" in makers else "1\n")


@pytest.fixture(scope="module")
def proposing_delegation_db(make_built_village: MakeBuiltVillage) -> Path:
    """The village in which a delegation proposes."""
    proposer = "actor: ada-quill, part: proposer", "actor: hill-envoys, part: proposer"
    return make_built_village(("articles/well-talks.yaml", *proposer)).database


@pytest.mark.parametrize(
    ("actor", "found"),
    [
        ("hill-envoys", {"mill-talks": None, "well-offer": None}),
        ("quill", {"mill-talks": None, "well-offer": "those who speak for the hill"}),
        ("otterbrook", {"mill-talks": None}),
    ],
)
def test_a_delegate_is_found_in_what_the_delegation_does(
    proposing_delegation_db: Path, actor: str, found: dict[str, str | None]
) -> None:
    """Catch a member in whom nobody sees the delegation, and an absent one in whom somebody does."""
    rows = json.loads(run_talks(proposing_delegation_db, "events", "--by", actor, "--json").stdout)
    assert {row["id"]: row["as one of"] for row in rows} == found


def test_a_listing_says_how_many_demands_name_nobody(village: Dataset) -> None:
    """Catch demands to nobody that are left out in silence, or counted beyond the other filters."""
    village.edit("registers/demands.yaml", "  addressee: upperton\n", "")
    village.build()
    for command, told in [
        (
            "demands --of lowerton",
            "talks: demands left out because they name nobody of whom they are wanted: 1\n",
        ),
        ("demands --of lowerton --topic water", ""),
        ("demands --by lowerton", ""),
    ]:
        result = run_talks(village.database, *command.split(), "--json")
        assert result.stderr == told
        assert len(json.loads(result.stdout)) == 1


def test_a_listing_without_an_actor_has_no_column_of_groups(village_db: Path) -> None:
    assert "as one of" not in read_rows(village_db, "demands", "--topic", "roads")[0]


def test_a_value_may_be_given_by_its_beginning(village_db: Path) -> None:
    assert run_talks(village_db, "demands", "--kind", "pro", "--count").stdout == "1\n"


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("demands --by nobody", "nothing is called “nobody”"),
        ("demands --by Uperton", "did you mean “upperton” (upperton)?"),
        ("demands --by lower", "“lower” may mean lowerton, otterbrook; give one"),
        ("demands --kind wish", "kind “wish” is not known; there are threat, condition, proposal, demand"),
        ("events --from yesterday", "“yesterday” is no date; write it as 2022"),
        ("events --from 2022-02-31", "“2022-02-31” is no date; write it as 2022"),
        ("events --from 1998-03 --to 1998-02", "--from 1998-03 lies after --to 1998-02"),
        ("events --from yesterday --to 1998", "“yesterday” is no date; write it as 2022"),
        ("events --from 1998 --to 1997-12-31", "--from 1998 lies after --to 1997-12-31"),
        ("read well-talks --mark carts", "there is no table “carts” of records; there are "),
        ("demands --columns id,colour", "there is no column “colour”; there are id, by, of"),
        ("demands --json --csv", "--json and --csv exclude each other"),
        ("demands --about '\"'", "nothing found"),
    ],
)
def test_bad_words_get_one_line_that_helps(village_db: Path, command: str, message: str) -> None:
    result = run_talks(village_db, *command.replace("'", "").split())
    assert result.exit_code in {1, 2}
    assert message in result.stderr
    assert result.stderr.startswith("talks: ")
    assert result.stderr.count("\n") == 1


def test_every_format_has_the_same_rows(village_db: Path) -> None:
    asked = ["compare", "--columns", "id,broader,demands"]
    printed = {form: run_talks(village_db, *asked, option).stdout for form, option in FORMS.items()}
    expected: list[dict[str, Any]] = [
        {"id": "roads", "broader": None, "demands": 1},
        {"id": "parking", "broader": "Roads", "demands": 1},
        {"id": "water", "broader": None, "demands": 1},
    ]
    assert json.loads(printed["json"]) == expected
    assert [json.loads(line) for line in printed["jsonl"].splitlines()] == expected
    as_text = [{name: "" if value is None else str(value) for name, value in row.items()} for row in expected]
    assert list(csv.DictReader(io.StringIO(printed["csv"]))) == as_text
    assert list(csv.DictReader(io.StringIO(printed["tsv"]), delimiter="\t")) == as_text
    assert printed["markdown"].splitlines()[2:] == [
        "| roads |  | 1 |",
        "| parking | Roads | 1 |",
        "| water |  | 1 |",
    ]


FORMS = {
    **{form: f"--{form}" for form in ("json", "csv")},
    **{form: f"--format={form}" for form in ("jsonl", "tsv", "markdown")},
}


ROW_COMMANDS = [
    *(
        ["demands"],
        ["claims"],
        ["disagreements"],
        ["events"],
        ["delegations"],
        ["people"],
        ["people", "--roles"],
    ),
    *(["search", "carts"], ["compare"], ["compare", "water"], ["compare", "remove-carts", "--speakers"]),
    *(["read"], ["read", "well-talks"], ["schema"], ["schema", "demands"], ["sql", "SELECT id FROM quotes"]),
]


@pytest.mark.parametrize("words", ROW_COMMANDS, ids=" ".join)
def test_every_command_with_rows_has_every_format(village_db: Path, words: list[str]) -> None:
    """Catch a format in which a command loses rows or columns."""
    printed = {form: run_talks(village_db, *words, option).stdout for form, option in FORMS.items()}
    rows = json.loads(printed["json"])
    assert len(rows) == int(run_talks(village_db, *words, "--count").stdout) > 0
    assert [json.loads(line) for line in printed["jsonl"].splitlines()] == rows
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        read = csv.reader(io.StringIO(printed[form]), delimiter=delimiter)
        names, *cells = read
        assert names == list(rows[0])
        assert [row[0] for row in cells] == [str(row[names[0]]) for row in rows]
    assert len(printed["markdown"].splitlines()) == len(rows) + 2
    assert run_talks(village_db, *words).stdout == printed["tsv"] or words == ["read", "well-talks"]


def test_into_a_pipe_a_row_is_one_line(village_db: Path) -> None:
    lines = run_talks(village_db, "demands").stdout.splitlines()
    assert len(lines) == 3
    assert {line.count("\t") for line in lines} == {8}


def test_sort_limit_and_count(village_db: Path) -> None:
    assert [row["id"] for row in read_rows(village_db, "compare", "--sort", "-id", "--limit", "2")] == [
        "water",
        "roads",
    ]
    by_broader = [row["broader"] for row in read_rows(village_db, "compare", "--sort", "broader")]
    assert by_broader == ["Roads", None, None]
    assert run_talks(village_db, "compare", "--count").stdout == "3\n"
    assert run_talks(village_db, "demands", "--stance", "drops", "--count").stdout == "0\n"
