"""The whole line on the made-up seeds: what it makes, and that it never leaves anything half-made."""

import csv
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fixtures.built_dataset import Dataset
from fixtures.script_runner import run_script
from istanbul_talks.database.connection import copy_without_text
from istanbul_talks.errors import OutputError
from pipeline import BuildError, find_stale_csvs
from pipeline.contract import read_contract
from pipeline.parallel import _prepare

MakeVillage = Callable[[str], Dataset]


def test_a_quote_keeps_the_articles_own_characters(built_village: Dataset) -> None:
    rows = built_village.query(
        "SELECT exact FROM quotes WHERE id IN (SELECT quote_id FROM statements) ORDER BY exact"
    )
    assert ("the lane “belongs to Lowerton”",) in rows
    assert built_village.query(
        "SELECT holder_text FROM attributions WHERE id = 'well-talks_aunt-promised'"
    ) == [("Quill’s  aunt",)]


def test_a_cue_that_stands_twice_is_the_one_in_the_statements_sentence(built_village: Dataset) -> None:
    assert built_village.query(
        "SELECT sentences.number, text LIKE '%demanded%demanded%' FROM attributions "
        "JOIN quotes ON quotes.id = cue_quote_id JOIN sentences ON sentences.id = sentence_id "
        "JOIN texts ON texts.source_id = quotes.source_id WHERE attributions.id = 'well-talks_otter-demanded'"
    ) == [(6, 1)]


def test_the_coding_joins_and_splits_what_is_cut_wrongly(village: Dataset) -> None:
    joined = "- {join: Quill said. “But only, note: One speech.}\n"
    split = "- {split: and that Quill, note: Two halves.}\n"
    village.edit("articles/well-talks.yaml", "sentences:\n", f"sentences:\n{joined}{split}")
    village.build()
    assert village.query(
        "SELECT trim(substr(text, start_char + 1, end_char - start_char), char(10)), note FROM sentences "
        "JOIN texts USING (source_id) WHERE note IS NOT NULL ORDER BY number"
    ) == [
        ("“We will share the well,” Quill said. “But only by day.”", "One speech."),
        (
            "and that Quill’s  aunt had promised it in autumn 1997.",
            "Two halves.",
        ),
    ]


def test_the_mode_of_speech_follows_the_quotation_marks(village: Dataset) -> None:
    village.edit("articles/well-talks.yaml", "  mode: mixed\n", "")
    village.edit(
        "articles/well-talks.yaml",
        "  quote: But only by day\n  by: quill-said\n  mode: direct\n",
        "  quote: But only by day\n  by: quill-said\n",
    )
    village.build()
    assert village.query("SELECT mode, count(*) FROM statements GROUP BY mode ORDER BY mode") == [
        ("direct", 2),
        ("indirect", 3),
        ("mixed", 2),
    ]


def test_a_name_in_capitals_is_a_mention_and_names_the_holder_of_a_post(village: Dataset) -> None:
    article, coding = (village.seeds / "articles" / f"well-talks.{kind}" for kind in ("txt", "yaml"))
    old = hashlib.sha256(article.read_bytes()).hexdigest()
    for path in (article, coding):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Mayor Ada Quill", "MAYOR ADA QUI\u00adLL"), encoding="utf-8")
    village.edit("articles/well-talks.yaml", old, hashlib.sha256(article.read_bytes()).hexdigest())
    village.edit("articles/well-talks.yaml", "title: Mayor", "title: MAYOR")
    village.build()
    found = "SELECT exact FROM mentions JOIN quotes ON quotes.id = quote_id WHERE exact LIKE 'ADA QUI%LL'"
    assert village.query(f"{found} AND exact = upper(exact)") == [("ADA QUI\u00adLL",)]


@pytest.mark.parametrize(
    ("forms", "others", "cue"),
    [("plain_cues: [said, ", "plain_cues: [", "said"), ("{demand: [demand], ", "{", "demanded")],
)
def test_a_cue_is_quoted_unless_the_language_says_that_it_tells_nothing_more(
    village: Dataset, forms: str, others: str, cue: str
) -> None:
    told = "SELECT count(*) FROM statement_sentences WHERE instr(voice, ?)"
    village.build()
    assert village.query(told, f"“{cue}”") == [(0,)]
    village.edit("languages/en.yaml", forms, others)
    village.build()
    assert village.query(told, f"“{cue}”") != [(0,)]


def test_each_article_goes_by_the_rules_of_its_own_language(village: Dataset) -> None:
    english = (village.seeds / "languages" / "en.yaml").read_text(encoding="utf-8")
    village.write("languages/nl.yaml", english.replace("plain_cues: [said, ", "plain_cues: ["))
    village.edit("articles/well-talks.yaml", "language: en", "language: nl")
    village.build()
    assert village.query(
        "SELECT DISTINCT source_id FROM statement_sentences AS told JOIN statements USING (id) "
        "WHERE instr(told.voice, '“said”')"
    ) == [("well-talks",)]


@pytest.mark.parametrize("marks", ["«»", "„“", "“”"])
def test_speech_is_direct_between_any_marks_of_the_language(village: Dataset, marks: str) -> None:
    village.edit("languages/en.yaml", '"“”"', '"“”", "«»", "„“"')
    text = village.seeds / "articles" / "well-talks.txt"
    old = hashlib.sha256(text.read_bytes()).hexdigest()
    said = f"{marks[0]}We will share\nthe well,{marks[1]} Quill"
    village.edit("articles/well-talks.txt", "“We will share the well,” Quill", said)
    village.edit("articles/well-talks.yaml", old, hashlib.sha256(text.read_bytes()).hexdigest())
    village.build()
    assert village.query(
        "SELECT mode FROM statements JOIN quotes ON quotes.id = quote_id WHERE exact LIKE 'We will%'"
    ) == [("direct",)]


def test_a_mode_that_the_quotation_marks_belie_is_found(village: Dataset) -> None:
    village.edit("articles/well-talks.yaml", "  mode: mixed\n", "  mode: direct\n")
    with pytest.raises(BuildError, match="modes_fit_quotation_marks finds 1 rows") as raised:
        village.build()
    assert "the lane “belongs to Lowerton”" in str(raised.value)


def test_checks_in_processes_of_their_own_find_the_same(
    village: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    village.edit("articles/well-talks.yaml", "  mode: mixed\n", "  mode: direct\n")
    village.edit("articles/mill-meeting.yaml", "value: 10,", "value: 11,")
    found = []
    for many in (100_000, 0):
        monkeypatch.setattr("pipeline.database_builder.MANY_ROWS", many)
        with pytest.raises(BuildError) as raised:
            village.build()
        found.append(raised.value.messages)
    assert found[0] == found[1]
    assert [message.split()[1] for message in found[0]] == [
        "modes_fit_quotation_marks",
        "quantities_fit_their_words",
    ]


def test_a_process_of_a_build_that_was_killed_ends() -> None:
    """Catch processes that wait forever for a build that is gone."""
    if not (child := os.fork()):
        _prepare(str, parent=0)
        time.sleep(60)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1


def test_mentions_take_the_longest_name_and_spare_what_is_excluded(built_village: Dataset) -> None:
    rows = built_village.query("SELECT form, occurrences FROM names")
    counts = {form: count for form, count in rows}  # noqa: C416  (dict() cannot be typed)
    assert counts["Ada Quill"] == 1
    assert counts["Quill"] == 2
    assert counts["Quill's aunt"] == 1
    assert counts["the miller"] == 1


def test_one_part_in_two_articles_is_one_row(built_village: Dataset) -> None:
    part = "mill-talks_bram-otter_head_of_delegation"
    assert built_village.query("SELECT on_behalf_of_id FROM participants WHERE id = ?", part) == [
        ("brook-envoys",)
    ]
    assert built_village.query("SELECT count(*) FROM participant_quotes WHERE participant_id = ?", part) == [
        (2,)
    ]


def test_a_member_that_two_articles_name_is_one_row_with_the_words_of_both(village: Dataset) -> None:
    village.edit(
        "articles/well-talks.yaml",
        "\nroles:\n",
        "\nmembers:\n- {group: the-villages, member: upperton, quote: Ada Quill of Upperton}\nroles:\n",
    )
    village.build()
    rows = village.query("SELECT group_id, member_id FROM actor_members")
    assert rows == [("the-villages", "lowerton"), ("the-villages", "upperton")]
    evidence = "SELECT exact FROM evidence WHERE table_name = 'actor_members' AND row_id = ? ORDER BY exact"
    assert village.query(evidence, "the-villages_upperton") == [
        ("Ada Quill of Upperton",),
        ("The villages of Upperton and Lowerton",),
    ]


def test_a_group_and_its_members_are_told_of_each_other(built_village: Dataset) -> None:
    text = "SELECT text FROM records WHERE row_id = ?"
    assert "Members: Lowerton; Upperton" in str(built_village.query(text, "the-villages"))
    assert "One of: Upperton and Lowerton" in str(built_village.query(text, "lowerton"))


def test_an_event_takes_the_date_on_which_the_articles_agree(built_village: Dataset) -> None:
    dating = "edtf, earliest, latest, date_text, date_basis"
    assert built_village.query(f"SELECT {dating} FROM events WHERE id = 'mill-talks'") == [
        ("1998-02-27", "1998-02-27", "1998-02-27", "on 27 February 1998", "stated")
    ]


def test_an_event_of_two_times_has_both(village: Dataset) -> None:
    village.edit("articles/mill-meeting.yaml", "edtf: 1998-02-27", "edtf: 1998-02")
    village.edit("registers/events.yaml", "place:", 'edtf: "{1998-02-27,1998-02}"\n  place:')
    village.build()
    assert village.query("SELECT edtf, earliest, latest, date_text FROM events WHERE id = 'mill-talks'") == [
        ("{1998-02-27,1998-02}", "1998-02-01", "1998-02-28", "on 27 February 1998 … On Friday")
    ]
    assert village.query("SELECT DISTINCT edtf FROM event_periods ORDER BY edtf") == [
        ("1998-02",),
        ("1998-02-27",),
    ]


def test_a_set_holds_only_dates_that_articles_give(village: Dataset) -> None:
    village.edit("registers/events.yaml", "place:", 'edtf: "{1998-02-27,1998-03}"\n  place:')
    with pytest.raises(BuildError, match="no article dates this event"):
        village.build()


def test_chains_are_read_from_the_author_inwards(built_village: Dataset) -> None:
    assert built_village.query(
        "SELECT chain, depth FROM attribution_chains WHERE attribution_id = 'well-talks_quill-refused'"
    ) == [
        ("author of the article on the meeting → the miller “According to” → Ada Quill (Quill) “refused”", 2)
    ]


def test_two_builds_in_different_folders_give_the_same_bytes(make_village: MakeVillage) -> None:
    """Each in a process of its own, so that the order of sets differs too."""
    one, other = make_village("one"), make_village("other")
    for seed, made in (("1", one), ("2", other)):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(made.command(), env=environment, stdout=subprocess.DEVNULL, check=True)
    assert one.outputs() == other.outputs()


def test_a_folder_may_have_any_name(make_village: MakeVillage, tmp_path: Path) -> None:
    """Catch a database whose path is cut at a sign, so that another, empty one is verified instead of it."""
    make_village("50%25 #1?").build()
    assert [path.name for path in tmp_path.iterdir()] == ["50%25 #1?"]


def test_every_csv_has_the_contracts_columns(built_village: Dataset) -> None:
    for table in read_contract(built_village.package).tables.values():
        if table.path:
            with (built_village.data / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == list(table.fields)


def test_a_build_without_text_differs_in_nothing_else(
    built_village: Dataset, released_village: Dataset
) -> None:
    full, released = built_village, released_village
    assert released.query("SELECT count(*) FROM texts") == [(0,)]
    schema = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"
    assert full.query(schema) == released.query(schema)
    for (name,) in full.query(schema):
        if name != "texts" and not str(name).startswith(("sentence_texts", "sentences_fts")):
            assert full.query(f'SELECT * FROM "{name}"') == released.query(f'SELECT * FROM "{name}"')
    ((passage,),) = full.query("SELECT substr(text, 240, 80) FROM texts WHERE source_id = 'well-talks'")
    assert str(passage).encode() in full.database.read_bytes()
    assert str(passage).encode() not in released.database.read_bytes()


def test_no_text_can_be_read_out_of_the_index_of_a_release(
    built_village: Dataset, released_village: Dataset, tmp_path: Path
) -> None:
    """Catch words of an article, with their places, in an index of a database without texts."""
    full, released = built_village, released_village
    copied = copy_without_text(full.database, tmp_path)
    (quoted,) = zip(*full.query("SELECT exact FROM quotes"), strict=True)
    allowed = set(re.findall(r"[a-z0-9]+", " ".join(map(str, quoted)).lower()))
    for database, is_whole in ((full.database, True), (released.database, False), (copied, False)):
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, sentences_fts, row)")
            terms = {term for (term,) in connection.execute("SELECT term FROM terms")}
        assert "otterbrook" in terms
        assert (terms <= allowed) != is_whole


def test_what_is_not_of_the_dataset_stays_in_its_folder(village: Dataset) -> None:
    """Catch a build that clears the folder of the CSVs, or takes one of its own away."""
    others = {"README.md": "about", "notes/drafts/letter.txt": "Dear", "data.old": "mine"}
    village.build()
    for name, content in others.items():
        (village.data / name).parent.mkdir(parents=True, exist_ok=True)
        (village.data / name).write_text(content, encoding="utf-8")
    (village.data / "empty").mkdir()
    (village.data / "link").symlink_to("nowhere")
    for _ in range(2):
        village.build()
    assert {name: (village.data / name).read_text(encoding="utf-8") for name in others} == others
    assert (village.data / "empty").is_dir()
    assert (village.data / "link").readlink() == Path("nowhere")


@pytest.mark.parametrize("columns", [{"carts.csv": "id"}, {"people.csv": "id,name,phone"}])
def test_a_csv_of_something_else_is_neither_replaced_nor_kept_among_the_tables(
    village: Dataset, columns: dict[str, str]
) -> None:
    ((name, header),) = columns.items()
    village.data.mkdir()
    (village.data / name).write_text(f"{header}\n", encoding="utf-8")
    with pytest.raises(OutputError, match=f"{name} is no table of the contract, and stays"):
        village.build()
    assert [path.name for path in village.data.iterdir()] == [name]
    village.build(force=True)
    assert ((village.data / name).read_text(encoding="utf-8") == f"{header}\n") == (name == "carts.csv")


def test_a_failed_build_leaves_the_old_outputs(village: Dataset) -> None:
    village.build()
    before = village.outputs()
    village.edit("articles/well-talks.yaml", "quote: But only by day", "quote: But only at day")
    with pytest.raises(BuildError):
        village.build()
    assert village.outputs() == before
    assert sorted(path.name for path in village.folder.iterdir()) == ["build", "data", "seeds"]


def test_a_file_in_the_place_of_a_folder_stays(village: Dataset) -> None:
    """Catch a traceback, and a file of somebody's that is moved out of the way."""
    for path, wrong in (
        (village.data, f"{village.data} is no folder"),
        (village.database.parent, f"{village.database} cannot be written"),
    ):
        path.write_text("mine", encoding="utf-8")
        with pytest.raises(OutputError, match=re.escape(wrong)):
            village.build()
        assert path.read_text(encoding="utf-8") == "mine"
        path.unlink()
        shutil.rmtree(village.database.parent, ignore_errors=True)


def test_a_draft_lets_unfinished_work_pass_and_counts_it(village: Dataset) -> None:
    village.edit("articles/mill-meeting.yaml", "- {quote: They met on Quill Lane, reason: transition}", "[]")
    village.edit("articles/mill-meeting.yaml", "sentences:\n[]", "")
    with pytest.raises(BuildError, match="no code touches this sentence"):
        village.build()
    report = village.build(draft=True)
    assert [problem.file.name for problem in report.unfinished] == ["mill-meeting.txt"]
    assert report.sentences["mill-meeting"]["open"] == 1
    assert f"DRAFT: 1 unfinished\n{village.seeds}/articles/mill-meeting.txt:1: " in str(report)


def test_a_check_names_the_file_and_line_of_what_it_finds(village: Dataset) -> None:
    """Of a register's entry, and of a row that an article's coding makes."""
    village.edit("registers/claims.yaml", "topics: [roads]", "topics: []")
    village.edit("articles/well-talks.yaml", "Otter\n  cue: demanded", "Quill\n  cue: demanded")
    with pytest.raises(BuildError) as raised:
        village.build()
    assert f"    {village.seeds}/registers/claims.yaml:1: " in str(raised.value)
    assert f"    {village.seeds}/articles/well-talks.yaml:44: id='well-talks_otter-demanded', " in str(
        raised.value
    )


def test_the_check_names_the_csvs_that_are_out_of_date(village: Dataset) -> None:
    village.build()
    assert find_stale_csvs(village.seeds, village.package, village.data) == []
    village.edit("registers/topics.yaml", "name: Water", "name: The well")
    assert find_stale_csvs(village.seeds, village.package, village.data) == ["topics.csv"]
    run = run_script("build.py", *village.list_options(), "--check")
    assert run.returncode == 1
    assert "topics.csv is out of date" in run.stderr


def test_the_summary_counts_rows_spans_and_sentences(village: Dataset) -> None:
    summary = run_script("build.py", *village.list_options()).stdout
    assert "demands                      2" in summary
    assert "spans verified" in summary
    assert "11 sentences: 7 coded, 4 explained, 0 open" in summary


def test_a_form_put_in_the_middle_moves_no_other_id(village: Dataset) -> None:
    def read_rows() -> set[tuple[object, ...]]:
        village.build()
        return {*village.query("SELECT * FROM names"), *village.query("SELECT * FROM mentions")}

    before = read_rows()
    village.edit(
        "registers/actors.yaml", "[Bram Otter, Otter]", "[{form: He, source: well-talks}, Bram Otter, Otter]"
    )
    after = read_rows()
    assert before < after
    assert [row[0] for row in sorted(after - before, key=str)] == [
        "bram-otter_He_well-talks",
        "well-talks_279-281_bram-otter",
    ]
