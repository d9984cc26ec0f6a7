"""Readme: what stands in a release and in its data package, for whoever opens them first."""

from collections.abc import Iterable, Iterator

from artifacts.release_context import Artefact, Edition
from artifacts.reproduced_shares import shares
from generated_docs.markdown_pages import table
from pipeline.table_ddl import quote_identifier

CHECKSUMS = "SHA256SUMS"


def about_release(edition: Edition, artefacts: Iterable[Artefact]) -> str:
    """Return the page that lists every artefact, and the columns of those that no other file describes."""
    artefacts = list(artefacts)
    files = [(f"`{artefact.name.format(name=edition.name)}`", artefact.description) for artefact in artefacts]
    parts = [
        *_head(edition),
        f"`sha256sum -c {CHECKSUMS}` verifies every file; `provenance.json` says what they were made from.",
        table(("file", "what it is"), files),
        *_rights(edition),
        *(part for artefact in artefacts if artefact.columns for part in _columns(edition, artefact)),
    ]
    return "\n\n".join(parts) + "\n"


def about_package(edition: Edition) -> str:
    """Return the page that lists the tables of the data package."""
    declared = [found for found in edition.contract.tables.values() if found.path]
    rows = [(f"`{found.path}`", found.description, _count(edition, found.name)) for found in declared]
    parts = [
        *_head(edition),
        "UTF-8, commas, LF. The columns are explained in `datapackage.json` and in `docs/codebook.md`; "
        "`checks/` holds the queries that find no row in the database.",
        table(("file", "one row", "rows"), rows, right=1),
        *_rights(edition),
    ]
    return "\n\n".join(parts) + "\n"


def _head(edition: Edition) -> Iterator[str]:
    package = edition.contract.package
    yield f"# {package['title']}, version {package['version']}"
    yield str(package["description"])
    yield f"Made {edition.created:%Y-%m-%d}. How to cite it: `CITATION.cff`."


def _rights(edition: Edition) -> Iterator[str]:
    licences = ", ".join(licence["title"] for licence in edition.contract.package["licenses"])
    yield "## Rights"
    yield (
        f"Coding and tables: {licences}, see `LICENSE-DATA`. The articles belong to their owners; a release "
        "leaves out their running text and carries quotations with their positions. How much of each article "
        "these reproduce, overlapping quotations counted once:"
    )
    rows = [
        (
            share.source,
            f"{share.length:,}",
            f"{share.quoted / share.length:.1%}",
            f"{share.framed / share.length:.1%}",
        )
        for share in shares(edition)
    ]
    yield table(("article", "characters", "in quotations", "with prefix and suffix"), rows, right=3)


def _columns(edition: Edition, artefact: Artefact) -> Iterator[str]:
    yield f"## {artefact.name.format(name=edition.name)}"
    yield table(("column", "what it holds"), [(f"`{name}`", said) for name, said in artefact.columns])


def _count(edition: Edition, name: str) -> int:
    (count,) = edition.database.execute(f"SELECT count(*) FROM {quote_identifier(name)}").fetchone()
    return int(count)
