"""A draft as a file: the coding's own format, with each sentence above what is proposed for it."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from drafting.coded_articles import Article, CodedArticles
from drafting.draft_entries import DraftEntries, Entry
from drafting.draft_yaml import format_flow
from drafting.proposals import Proposals
from istanbul_talks.database.outputs import FileOutput, write_file
from pipeline.build_steps import open_draft
from pipeline.problems import BuildError

KEPT = ("source:", "metadata:")
INTRODUCTION = """\
# A draft of {name}.yaml: proposals to check. Take what is right into seeds/articles/{name}.yaml.
# A comment behind an entry is the rule it comes from. TODO is undecided; candidates stand behind it,
# or above it with how near they are (from 0 to 1), id and content.
"""


def propose_coding(name: str, seeds: Path, package: Path, target: Path, *, force: bool) -> Path:
    """Write the draft of an article, from a build of the seeds as they are; return the file.

    Raises BuildError where the seeds do not build as a draft, OutputError where another file is in the way.
    """
    coding = seeds / "articles" / f"{name}.yaml"
    if not coding.exists():
        raise BuildError([f"there is no {coding}; begin it: python scripts/draft.py new TEXT --id {name}"])
    with open_draft(seeds, package) as (database, _):
        if not database["texts"].count_where("source_id = ?", [name]):
            raise BuildError([f"{coding}: the section source has a TODO that must be filled in first"])
        coded = CodedArticles(database.conn, None)
        entries = DraftEntries(Proposals(Article(database.conn, name), coded))
        content = format_draft(coding.read_text(encoding="utf-8"), entries).encode()
    write_file(FileOutput(target, lambda path: path.read_bytes() == content, force), content)
    return target


def format_draft(coding: str, entries: DraftEntries) -> str:
    """Return a draft, with the head of the coding as it stands."""
    parts = [INTRODUCTION.format(name=entries.article.id), _keep_head(coding), *_format_names(entries)]
    for section, proposed in entries.sections.items():
        if proposed:
            parts.append("\n".join([f"{section}:", *_format_section(section, proposed, entries)]))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _keep_head(coding: str) -> str:
    """Return the sections of a coding that a draft does not propose."""
    lines, kept = list[str](), True
    for line in coding.splitlines():
        if line and line[0] not in " -#":
            kept = line.startswith(KEPT)
        if kept:
            lines.append(line)
    return "\n".join(lines)


def _format_names(entries: DraftEntries) -> Iterator[str]:
    """Yield what is to be confirmed first: known names, new spellings, and names that nobody has."""
    proposals = entries.proposals
    known = dict.fromkeys((mention.name.actor, mention.name.form) for mention in proposals.mentions)
    actors = groupby(sorted(known), key=lambda pair: pair[0])
    forms = [f"# {actor}: {', '.join(form for _, form in pairs)}" for actor, pairs in actors]
    yield "\n".join(["# Known names: exclude under not_mentions where one means something else.", *forms])
    new = [
        f"# {name.words}" + (f": a form of {name.near.actor}? (known: {name.near.form})" if name.near else "")
        for name in proposals.new_names
    ]
    yield "\n".join(
        ["# Not in actors.yaml: declare those that speak, act or are demanded of; then propose again.", *new]
    )


def _format_section(section: str, proposed: list[Entry], entries: DraftEntries) -> Iterator[str]:
    article = entries.article
    for number, group in groupby(proposed, key=lambda entry: entry.sentence):
        yield f"# {number + 1}. {' '.join(article.text[article.sentences[number]].split())}"
        for candidate in entries.rank(section, number):
            record = candidate.record
            yield f"#   {candidate.score:.2f} {record.table.removesuffix('s')} {record.id}: {record.content}"
        yield from (line for entry in group if entry.values for line in _format_entry(entry))


def _format_entry(entry: Entry) -> Iterator[str]:
    first, *others = (f"{key}: {format_flow(value)}" for key, value in entry.values.items())
    yield f"- {first}  # {entry.rule}"
    yield from (f"  {line}" for line in others)
