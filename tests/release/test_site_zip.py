"""The site in a release: small enough to pass on, whole, and without the articles' text."""

import zipfile
from pathlib import Path

from static_pages.link_check import find_broken_links

LARGEST = 10_000_000


def test_the_zipped_site_is_small_whole_and_shows_gaps(real_release: Path, tmp_path: Path) -> None:
    """Catch a site that is too large to send, or that does not work once it is unpacked."""
    path = real_release / "istanbul-talks-site.zip"
    assert path.stat().st_size < LARGEST
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert folder.name == path.stem
    assert find_broken_links(folder) == []
    for page in (folder / "read").iterdir():
        assert "characters …]" in page.read_text(encoding="utf-8"), page
