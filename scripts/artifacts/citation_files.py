"""The dataset and each article as citations, in the formats that programs of reference management read.

What a citation says is decided by the readers (istanbul_talks.database.citations), as for `talks cite`.
"""

from pathlib import Path

from artifacts.release_context import ReleaseContext, write_text
from istanbul_talks.database.citation_formats import Style, format_citations
from istanbul_talks.database.citations import Citation, cite_article, cite_dataset


def write_csl(context: ReleaseContext, path: Path) -> None:
    """Write CSL-JSON, which citeproc, Zotero and pandoc read."""
    _write_citations(context, path, Style.CSL_JSON)


def write_bibtex(context: ReleaseContext, path: Path) -> None:
    """Write BibTeX, which LaTeX and most reference managers read."""
    _write_citations(context, path, Style.BIBTEX)


def write_ris(context: ReleaseContext, path: Path) -> None:
    """Write RIS, which EndNote, Zotero and Mendeley read."""
    _write_citations(context, path, Style.RIS)


def cite_articles(context: ReleaseContext) -> list[Citation]:
    """Return the citation of each article, in the order of their ids."""
    sources = context.database.execute("SELECT id FROM sources ORDER BY id").fetchall()
    return [cite_article(context.database, source_id) for (source_id,) in sources]


def _write_citations(context: ReleaseContext, path: Path, style: Style) -> None:
    citations = [cite_dataset(context.database), *cite_articles(context)]
    write_text(path, f"{format_citations(citations, style)}\n")
