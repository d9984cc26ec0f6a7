"""The README.md of a release and of its data package."""

from collections.abc import Iterator, Sequence

from artifacts.release_context import Artifact, ReleaseContext
from artifacts.reproduced_shares import measure_shares
from generated_docs.markdown_table import format_table
from pipeline.readonly_database import count_rows

CHECKSUMS, PAGE = "SHA256SUMS", "talks.html"

LOOK = (
    f"**To look at it, open `{PAGE}` in a browser**: this one file has every record, a search, questions and "
    "SQL, and needs nothing else, no network either."
)


def describe_release(context: ReleaseContext, artifacts: Sequence[Artifact]) -> str:
    """Return the page that lists every artifact, and the columns of those that no other file describes."""
    files = [(f"`{artifact.name.format(name=context.name)}`", artifact.description) for artifact in artifacts]
    parts = [
        *_introduce(context),
        *(LOOK for artifact in artifacts if artifact.name == PAGE),
        f"`sha256sum -c {CHECKSUMS}` verifies every file; `provenance.json` says what they were made from.",
        format_table(("file", "what it is"), files),
        *_describe_rights(context),
        *(
            part
            for artifact in artifacts
            if artifact.columns
            for part in _describe_columns(context, artifact)
        ),
    ]
    return "\n\n".join(parts) + "\n"


def describe_data_package(context: ReleaseContext) -> str:
    """Return the page that lists the tables of the data package."""
    declared = [found for found in context.contract.tables.values() if found.path]
    rows = [
        (f"`{found.path}`", found.description, count_rows(context.database, found.name)) for found in declared
    ]
    parts = [
        *_introduce(context),
        "UTF-8, commas, LF. The columns are explained in `datapackage.json` and in `docs/codebook.md`; "
        "`checks/` holds the queries that find no row in the database.",
        format_table(("file", "one row", "rows"), rows, right=1),
        *_describe_rights(context),
    ]
    return "\n\n".join(parts) + "\n"


def _introduce(context: ReleaseContext) -> Iterator[str]:
    package = context.contract.package
    yield f"# {package['title']}, version {package['version']}"
    yield str(package["description"])
    yield f"Made {context.moment:%Y-%m-%d}. How to cite it: `CITATION.cff`."


def _describe_rights(context: ReleaseContext) -> Iterator[str]:
    licences = ", ".join(licence["title"] for licence in context.contract.package["licenses"])
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
        for share in measure_shares(context)
    ]
    yield format_table(("article", "characters", "in quotations", "with prefix and suffix"), rows, right=3)


def _describe_columns(context: ReleaseContext, artifact: Artifact) -> Iterator[str]:
    yield f"## {artifact.name.format(name=context.name)}"
    yield format_table(
        ("column", "what it holds"), [(f"`{name}`", description) for name, description in artifact.columns]
    )
