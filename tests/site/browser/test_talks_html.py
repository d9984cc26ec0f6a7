"""talks.html of a release, opened from a folder: it finds and tells what `talks` does, and loads nothing."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from fixtures.browser_helpers import fits_window, watch_page
from fixtures.built_dataset import Dataset
from fixtures.releases import PAGE, release_at_epoch
from fixtures.talks_runner import run_talks
from generated_docs.site_browser import SCHEMES, SIZES
from istanbul_talks.database.named_queries import read_query
from istanbul_talks.database.records import NOT_TOLD
from istanbul_talks.site.datasette_metadata import QUESTIONS
from static_pages import write_static_site

pytestmark = pytest.mark.browser

DATABASE = "istanbul-talks.db"
BOUND = 400_000
"""Bytes that the page may have for each article."""

SEARCHES = (
    "zelensky",
    "Kyiv’s",
    "the Kremlin",
    "cease-fire",
    '"root causes"',
    "neutral*",
    "ceasefire OR truce",
    "ukraine NOT russia",
    "(nato AND neutrality) OR army",
    "prisoner weapon",
    "of settlement on may",
    "cease fires",
    "50,000",
    "Medinsky 2022",
    "Ërdogan",
    "no such agreements",
    "AND",
    "ﬁre",
    "qqqq",
    "Zelenskiy",
    "Medinski offers",
    "30-day ceasefire",
    "pro-Russian",
    "(*[",
    "the",
)
UNANSWERED = (
    ("SELEC 1", 'near "SELEC": syntax error'),
    ("SELECT * FROM nobody", "no such table: nobody"),
    ("SELECT 1; SELECT 2", "one statement at a time"),
    ("DELETE FROM claims", "this statement returns nothing"),
    ("DELETE FROM claims RETURNING id", "attempt to write a readonly database"),
    (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
        "within 3 seconds",
    ),
    ("SELECT hex(zeroblob(200000000))", "a value would have more than 250,000 bytes"),
    ("SELECT printf('%1000000000d', 1)", "a value would have more than"),
    (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT zeroblob(200000) FROM n",
        "MB; ask for less",
    ),
    ("ATTACH ':memory:' AS other", "this statement returns nothing"),
    ("SELECT :name", "has no value"),
    ("", "no statement"),
    ("-- nothing", "no statement"),
)
"""SQL, and what is said of it."""

OWN_WORDS = """
all => all.map(dd => [...dd.childNodes].map(node => node.nodeName === "UL" ? "" : node.textContent).join(""))
"""
"""The words of a hit without the records that rest on it."""

GO_ON = """
hash => location.hash === hash || new Promise(resolve => {
  addEventListener("hashchange", () => setTimeout(resolve), { once: true });
  location.hash = hash;
})
"""

RECORDS = """
SELECT row_id FROM record_texts GROUP BY table_name
UNION ALL SELECT id FROM (SELECT id FROM quotes LIMIT 1)
UNION ALL SELECT id FROM (SELECT id FROM topics LIMIT 1)
"""
"""One record of each kind."""

UNNAMED = (
    "relations",
    "sentences",
    "attributions",
    "quantities",
    "comparisons",
    "names",
    "mentions",
    "statement_grounds",
    "event_dates",
    "source_metadata",
    "discrepancy_sides",
)
"""Tables whose records no query tells."""


def make_page(seeds: Path, target: Path) -> Path:
    """Release the page and its database, unless there is no npm; return the folder."""
    if not shutil.which("npm"):
        assert not os.environ.get("CI"), "no npm; install it"
        pytest.skip("no npm on this machine")
    folder = release_at_epoch(seeds, target, lambda name: name in {PAGE, "{name}.db"})
    assert (folder / PAGE).exists()
    return folder


@pytest.fixture(scope="session")
def folder(real_seeds: Path, shared_folder: Path) -> Path:
    return make_page(real_seeds, shared_folder / "talks-page" / "release")


@pytest.fixture(scope="session")
def hostile_page(hostile: Dataset, shared_folder: Path) -> Path:
    return make_page(hostile.seeds, shared_folder / "hostile-page" / "release")


@pytest.fixture(params=product(SIZES, SCHEMES), ids="-".join)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new page in each size and colour scheme, which loads files only."""
    size, scheme = request.param
    yield from watch_page(browser.new_context(viewport=SIZES[size], color_scheme=scheme), host=None)


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A new page on a desktop, which loads files only."""
    yield from watch_page(browser.new_context(viewport=SIZES["desktop"], accept_downloads=True), host=None)


def visit(page: Page, folder: Path, asked: str = "") -> None:
    """Open the page, or go on to another address in it where it is open."""
    address = (folder / PAGE).as_uri()
    if page.url.partition("#")[0] == address:
        page.evaluate(GO_ON, asked)
    else:
        page.goto(f"{address}{asked}")
        page.locator("#state").wait_for(state="detached")
    page.locator("#asking").wait_for(state="detached")


def make_hash(name: str, value: str) -> str:
    return f"#?{urlencode({name: value})}"


def test_the_page_is_small_and_asks_for_nothing_else(plain: Page, folder: Path, dataset: Dataset) -> None:
    requests: list[str] = []
    plain.on("request", lambda request: requests.append(request.url))
    visit(plain, folder, "#?q=neutrality")
    plain.locator(".found a").first.click()
    plain.locator("h2").first.wait_for()
    assert requests == [(folder / PAGE).as_uri()]
    ((articles,),) = dataset.query("SELECT count(*) FROM sources")
    assert (folder / PAGE).stat().st_size <= BOUND * int(str(articles))


def test_every_question_has_the_rows_of_its_sql(plain: Page, folder: Path) -> None:
    for name in QUESTIONS:
        visit(plain, folder, make_hash("question", name))
        with plain.expect_download() as download:
            plain.get_by_role("link", name="These rows as CSV").click()
        told = run_talks(folder / DATABASE, "sql", "--csv", "--", read_query(name).sql)
        assert told.exit_code == 0, told.output
        assert download.value.path().read_text("utf-8") == told.stdout, name


def test_the_search_finds_what_talks_finds(plain: Page, folder: Path) -> None:
    """Catch a hit, its place, or words shown of it that differ from those of `talks search`."""
    for typed in SEARCHES:
        visit(plain, folder, make_hash("q", typed))
        told = run_talks(folder / DATABASE, "search", "--json", "--", typed)
        expected = json.loads(told.stdout) if told.stdout.strip() else []
        found = [plain.locator(f".found dt {part}").all_inner_texts() for part in ("code", "a")]
        assert found == [[hit[part] for hit in expected] for part in ("id", "label")], typed
        hints = [
            re.findall("[Dd]id you mean “(.*?)”", text) for text in (told.output, plain.inner_text("main"))
        ]
        assert hints[0] == hints[1], typed
        shown = plain.locator(".found dd").evaluate_all(OWN_WORDS)
        total = run_talks(folder / DATABASE, "search", "--count", "--", typed).stdout.strip()
        if expected and plain.get_by_role("link", name="Show them all").count():
            plain.get_by_role("link", name="Show them all").click()
            plain.get_by_role("link", name="Show them all").wait_for(state="detached")
            assert plain.locator(".found dt").count() == int(total), typed
        words = [_read_words(hit["found"].replace("**", "")) for hit in expected]
        assert list(map(_read_words, shown)) == words, typed


def _read_words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_a_record_of_each_kind_has_an_address_and_is_told(page: Page, folder: Path, dataset: Dataset) -> None:
    for (record,) in dataset.query(RECORDS):
        visit(page, folder, f"#{record}")
        assert page.locator("[role=alert]").count() == 0, record
        assert page.locator("main > p code").last.inner_text() == record
        assert page.locator("main h1").inner_text()
        assert fits_window(page), record


def test_a_record_of_any_table_is_told_as_by_talks_show(plain: Page, folder: Path, dataset: Dataset) -> None:
    """Catch an id where `talks show` has a name or sentence, and a record that belongs to it left out."""
    for table in UNNAMED:
        ((record,),) = dataset.query(f"SELECT id FROM {table} LIMIT 1")
        visit(plain, folder, f"#{record}")
        told = json.loads(run_talks(folder / DATABASE, "show", "--json", str(record)).stdout)
        plain.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        words = _read_words(plain.inner_text("main"))
        expected = [
            column["label"] or str(column["value"] or "").replace("_", " ")
            for column in told["columns"]
            if column["name"] not in NOT_TOLD
        ]
        expected += [reference["label"] for reference in told["references"]]
        missing = [
            text for text in map(str, filter(None, expected)) if not set(_read_words(text)) <= set(words)
        ]
        assert missing == [], record


def test_a_claim_stands_after_its_voice_and_beside_its_words(
    plain: Page, folder: Path, dataset: Dataset
) -> None:
    ((record, label),) = dataset.query(
        "SELECT id, sentence FROM claims WHERE sentence LIKE '% denies: %' LIMIT 1"
    )
    visit(plain, folder, f"#{record}")
    assert plain.locator("h1").inner_text().startswith(str(label).partition("“")[0])
    told = plain.locator("blockquote").all_inner_texts()
    assert told
    said = "SELECT voice, date FROM statements LEFT JOIN statement_dates ON statement_id = statements.id"
    for voice, date in dataset.query(f"{said} WHERE statements.claim_id = '{record}'"):
        assert any(line.startswith(f"{voice}: ") and (not date or f"” ({date}) " in line) for line in told)
    assert all(re.match(r"[^“]+.*: “", line, re.DOTALL) for line in told)
    plain.locator("blockquote a").first.click()
    plain.get_by_role("heading", name="In whose words").wait_for()
    plain.go_back()
    plain.locator("blockquote").first.wait_for()
    ((side, voice),) = dataset.query("SELECT id, voice FROM discrepancy_sides LIMIT 1")
    visit(plain, folder, f"#{side}")
    assert plain.locator("h1").inner_text().startswith(f"{voice}: ")


def test_sql_of_ones_own_is_answered(plain: Page, folder: Path) -> None:
    reals = (
        "SELECT 1.0, 1e16, 1e15, 1e-5, 0.0001, -2.50, 9e999, value FROM quantities WHERE value > 9 LIMIT 1"
    )
    visit(plain, folder, make_hash("sql", reals))
    told = run_talks(folder / DATABASE, "sql", "--csv", "--", reals).stdout.splitlines()[1]
    assert ",".join(plain.locator("tbody td").all_inner_texts()) == told
    visit(plain, folder, make_hash("sql", "SELECT 'a' AS x, 1 AS x, NULL, x'ff'"))
    assert plain.locator("th").all_inner_texts() == ["x", "x_2", "NULL", "x'ff'"]
    assert plain.locator("tbody td").all_inner_texts() == ["a", "1", "", "ff"]
    plain.get_by_label("One SELECT").fill("SELECT count(*) AS n FROM quotes")
    plain.get_by_role("button", name="Ask").click()
    plain.locator("th", has_text="n").wait_for()
    assert int(plain.locator("tbody td").inner_text()) > 0
    plain.get_by_role("button", name="Ask").click()
    assert plain.evaluate("document.activeElement.textContent") == "Ask"


def test_sql_that_has_no_answer_gets_a_line(plain: Page, folder: Path) -> None:
    for sql, line in UNANSWERED:
        visit(plain, folder, make_hash("sql", sql))
        assert line in plain.get_by_role("alert").inner_text()
        visit(plain, folder, make_hash("sql", "SELECT 7 AS seven"))
        assert plain.locator("tbody td").inner_text() == "7"


def test_many_rows_and_a_long_cell_are_not_all_drawn(plain: Page, folder: Path) -> None:
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000) SELECT i FROM n"
    visit(plain, folder, make_hash("sql", many))
    assert "50,000 rows; here are the first" in plain.locator("main > [role=status]").inner_text()
    visit(plain, folder, make_hash("sql", "SELECT replace(hex(zeroblob(50000)), '00', 'ab')"))
    assert "… (100,000 characters)" in plain.locator("tbody td").inner_text()


def test_an_address_that_names_nothing_gets_a_line(plain: Page, folder: Path) -> None:
    for asked in ["#nobody", f"#{'n' * 5000}", "#?question=nothing", "#?what=1", "#%E0%A4%A"]:
        visit(plain, folder, asked)
        assert plain.get_by_role("alert").is_visible(), asked
        assert fits_window(plain), asked
    plain.get_by_role("link", name="What there is").click()
    plain.get_by_role("heading", name="Questions").wait_for()
    visit(plain, folder, "#Vladimir%20Putin")
    plain.get_by_role("link", name="Search for it").click()
    assert plain.locator(".found code").first.inner_text() == "vladimir-putin"
    visit(plain, folder, "#?q=")
    plain.get_by_role("heading", name="Questions").wait_for()


@pytest.mark.parametrize("kind", ["damaged", "cut", "old"])
def test_a_page_that_cannot_be_opened_says_so(
    browser: Browser, folder: Path, tmp_path: Path, kind: str
) -> None:
    page, content = browser.new_page(), (folder / PAGE).read_text("utf-8")
    start = content.index('id="database">')
    if kind == "damaged":
        content = f"{content[: start + 5000]}AAAAAAAA{content[start + 5008 :]}"
    elif kind == "cut":
        content = content[: start + 5000]
    else:
        page.add_init_script("delete globalThis.DecompressionStream")
    (tmp_path / PAGE).write_text(content, encoding="utf-8")
    page.goto((tmp_path / PAGE).as_uri())
    line = {"damaged": "is damaged", "cut": "Where this line stays", "old": "too old: what"}[kind]
    page.locator("#state", has_text=line).wait_for()
    assert "istanbul-talks.xlsx" in page.locator("#state").inner_text()
    page.close()


def test_without_javascript_it_says_what_it_is_and_where_the_data_are(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / PAGE).as_uri())
    assert page.get_by_text("JavaScript is off or old").is_visible()
    assert page.get_by_text("Who demanded what of whom").first.is_visible()
    context.close()


def test_markup_in_the_data_is_neither_drawn_nor_run(
    plain: Page, hostile_page: Path, hostile: Dataset
) -> None:
    records = [f"#{row_id}" for (row_id,) in hostile.query("SELECT row_id FROM records")]
    for asked in (
        "#?q=onerror",
        "#?q=share+%3Cimg+src=x%3E",
        "#?question=demands",
        "#?sql=SELECT+*+FROM+quotes",
        *records,
    ):
        visit(plain, hostile_page, asked)
        assert plain.title() != "owned"
        assert plain.locator("img, main script").count() == 0, asked
    visit(plain, hostile_page, "#?q=onerror")
    assert "onerror" in plain.inner_text("main")


def test_the_search_of_the_plain_pages_leads_to_it(plain: Page, folder: Path, tmp_path: Path) -> None:
    made = datetime(2026, 5, 15)
    write_static_site(folder / DATABASE, tmp_path / "site", made, folder / PAGE)
    plain.goto((tmp_path / "site" / "questions.html").as_uri())
    plain.get_by_label("Search all records").fill("root causes")
    plain.keyboard.press("Enter")
    plain.get_by_role("heading", name="Search: root causes").wait_for()
    plain.locator(".home").click()
    plain.get_by_role("heading", name="Questions").wait_for()


def test_it_is_used_by_keyboard(plain: Page, folder: Path) -> None:
    visit(plain, folder, "#russia")
    plain.keyboard.press("Tab")
    plain.keyboard.press("Enter")
    assert plain.evaluate("[document.activeElement.id, location.hash]") == ["main", "#russia"]
    visit(plain, folder, "#")
    plain.locator("[name=q]").focus()
    plain.keyboard.type("neutrality")
    plain.keyboard.press("Enter")
    plain.locator(".found").wait_for()
    plain.keyboard.press("Tab")
    plain.keyboard.press("Enter")
    plain.locator("main > .kind").wait_for()
    assert plain.evaluate("document.activeElement.id") == "main"


def test_axe_finds_nothing_to_complain_of(browser: Browser, folder: Path, dataset: Dataset) -> None:
    ((claim,),) = dataset.query("SELECT id FROM claims LIMIT 1")
    asked = [
        "",
        f"#{claim}",
        "#russia",
        "#nobody",
        "#?q=putin",
        "#?question=events",
        "#?sql=SELECT+1",
        "#?sql=x",
    ]
    for size, scheme in product(SIZES, SCHEMES):
        # The policy forbids the script of axe, too.
        context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        for hash_ in asked:
            visit(page, folder, hash_)
            assert fits_window(page), hash_
            report = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]})
            assert report.violations_count == 0, f"{hash_}: {report.generate_report()}"
        context.close()
