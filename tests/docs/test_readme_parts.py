"""README.md: its pictures are those of the data, and its commands run."""

import re
from pathlib import Path

from fixtures.built_dataset import PACKAGE, ROOT, Dataset
from generated_docs.readme_parts import draw_pictures, draw_svg

README = ROOT / "README.md"
PICTURES = ROOT / "docs" / "pictures"


def test_the_pictures_of_the_site_are_there_and_light() -> None:
    """Catch a picture that README.md does not show, or that makes the page slow to open."""
    shown = re.findall(r"\]\((docs/pictures/site-.+?\.png)\)", README.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(f"docs/pictures/{picture.name}" for picture in PICTURES.glob("site-*"))
    for path in shown:
        picture = (ROOT / path).read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < 150_000, path


def test_the_version_in_the_citation_is_that_of_the_dataset(dataset: Dataset) -> None:
    """Catch a version that was raised in one place only."""
    ((version,),) = dataset.query("SELECT value FROM contract_package WHERE key = 'version'")
    assert f"Version {version}." in README.read_text(encoding="utf-8")
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_page_counts_the_articles_in_words() -> None:
    """Catch “five articles”, which somebody would have to change by hand when another article comes."""
    counted = re.compile(r"\b(?:five|six|seven)\s+articles\b|these\s+five", re.IGNORECASE)
    pages = [README, ROOT / "CITATION.cff", PACKAGE, *ROOT.glob("*/README.md"), *ROOT.glob("docs/*.md")]
    found = {page.name: counted.findall(page.read_text(encoding="utf-8")) for page in pages}
    assert not {name: words for name, words in found.items() if words}


def test_a_picture_loads_nothing_from_elsewhere() -> None:
    drawing = draw_svg("talks", "\x1b[1mbold\x1b[0m <&>")
    assert not re.search(r"(url\(|href=)[\"']?http", drawing)
    assert "&lt;&amp;&gt;" in drawing


def test_an_old_picture_is_reported(tmp_path: Path, dataset: Dataset) -> None:
    page = tmp_path / "page.md"
    page.write_text("![talks topics](topics.svg)\n", encoding="utf-8")
    (picture,) = draw_pictures(page, dataset.database)
    assert picture.refresh(check=True) == 1
    assert picture.refresh() == 0
    assert picture.refresh(check=True) == 0
