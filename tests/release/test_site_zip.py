"""The site in a release: small enough to pass on, whole, and without the articles' text."""

import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from fixtures.bare_propositions import FIELD, find_bare, read_propositions
from static_pages.link_check import find_broken_links

LARGEST = 10_000_000


@pytest.fixture(
    params=["village_release", pytest.param("whole_release", marks=pytest.mark.slow)],
)
def release(request: pytest.FixtureRequest) -> Path:
    """The release of the made-up seeds, and that of the real ones."""
    return Path(request.getfixturevalue(request.param))


def test_the_zipped_site_is_small_whole_and_shows_gaps(release: Path, tmp_path: Path) -> None:
    """Catch a site that is too large to send, or that does not work once it is unpacked."""
    path = release / "istanbul-talks-site.zip"
    assert path.stat().st_size < LARGEST
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert folder.name == path.stem
    assert find_broken_links(folder) == []
    for page in (folder / "read").iterdir():
        assert "characters …]" in page.read_text(encoding="utf-8"), page


def test_no_page_prints_a_claim_without_its_voice(release: Path, tmp_path: Path) -> None:
    """Catch a title, link, tooltip or cell with a proposition that nobody is named for."""
    with zipfile.ZipFile(release / "istanbul-talks-site.zip") as archive:
        archive.extractall(tmp_path)
    propositions = read_propositions(release / "istanbul-talks.db")
    bare = {
        page.relative_to(tmp_path): found
        for page in tmp_path.rglob("*.html")
        if (found := find_bare(read_page_text(page.read_text(encoding="utf-8")), propositions))
    }
    assert bare == {}


def read_page_text(page: str) -> str:
    """Return the texts of a page, titles and attributes included, but not those of the field."""
    tree = LexborHTMLParser(page)
    for name in tree.css("dt"):
        if name.text().strip() == FIELD and name.next:
            _find_next_element(name).decompose()
    for cell in tree.css(f"td.col-{FIELD}, td[data-label={FIELD}]"):
        cell.decompose()
    spoken = [
        node.attributes.get(attribute) or ""
        for attribute in ("title", "alt", "aria-label", "content")
        for node in tree.css(f"[{attribute}]")
    ]
    return "\n".join([tree.root.text(separator="\n") if tree.root else "", *spoken])


def _find_next_element(node: LexborNode) -> LexborNode:
    following = node.next
    while following and following.tag != "dd":
        following = following.next
    assert following
    return following
