"""What pages of the site of the made-up village say and where their links lead, whole.

`python -m pytest -n 0 tests/site/test_pages.py --refresh` writes pages.txt anew; read what changed.
"""

import html
import re
from pathlib import Path

import pytest

from fixtures.kept_sections import keep_sections, read_sections
from fixtures.site_client import make_client

KEPT = Path(__file__).with_name("pages.txt")
PAGES = """
/
/-/timeline
/-/timeline?topic=water
/-/search?q=share+OR+carts
/-/search?q=carts&from=1998&to=1998-02
/-/search?q=lowertn
/-/questions/who-demanded-what-of-whom-in-whose-words
/-/questions/who-demanded-what-of-whom-in-whose-words?order=topic
/-/questions/where-the-articles-contradict-one-another-or-themselves
/-/compare
/-/compare/parking
/-/compare/share-the-well?by=speaker
/-/compare?article=well-talks&beside=mill-meeting
/-/check
/-/record/share-the-well
/-/record/lane-belongs-to-lowerton
/-/record/number-of-carts
/-/record/upperton
/-/record/ada-quill
/-/record/hill-envoys
/-/record/mill-talks
/-/record/parking
/-/record/well-talks
/-/record/well-talks_162-184
/-/record/nowhere
/-/read/well-talks?mark=all
/-/read/mill-meeting
"""

DRAFT = Path(__file__).parents[1] / "fixtures" / "drafts" / "village.md"
CHECKED = f"/-/check with {DRAFT.name}"


@pytest.fixture(scope="module")
def pages(village_db: Path, pytestconfig: pytest.Config) -> dict[str, str]:
    visit = make_client(village_db)
    shown = {path: _read_main(visit(path).text) for path in PAGES.split()}
    sent = {"draft": DRAFT.read_text(encoding="utf-8"), "all": "1"}
    shown[CHECKED] = _read_main(visit("/-/check", data=sent).text)
    keep_sections(KEPT, shown, pytestconfig)
    return shown


def _read_main(page: str) -> str:
    """Return the text of the main part of a page with the targets of its links, but for how to cite it."""
    main = page[page.index("<main") : page.index("</main>")]
    main = re.sub(r'<details id="cite">.*?</details>|<script.*?</script>', "", main, flags=re.DOTALL)
    linked = re.sub(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', r"\2 <\1>", main, flags=re.DOTALL)
    text = html.unescape(re.sub(r"</?[a-z][^>]*>", "", linked))
    return "\n".join(line for line in (" ".join(part.split()) for part in text.splitlines()) if line)


@pytest.mark.parametrize("path", [*PAGES.split(), CHECKED])
def test_a_page_says_what_it_did(pages: dict[str, str], path: str) -> None:
    """Catch a page that changed unseen: a voice, a date, a count, a link, what stands first."""
    assert pages[path] == read_sections(KEPT)[path]
