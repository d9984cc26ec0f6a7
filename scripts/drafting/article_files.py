"""Begins a new article: its text, the head of its coding, its author, and its entry in the contract."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from drafting.draft_yaml import format_flow
from istanbul_talks.database.outputs import FileOutput, stage_outputs
from istanbul_talks.text.sentence_ends import split_sentences
from pipeline.article_characters import read_article_text
from pipeline.contract import Contract, read_contract
from pipeline.entry_rules import TODO
from pipeline.json_layout import format_json
from pipeline.language_rules import LanguageRules
from pipeline.problems import BuildError, Problems
from pipeline.seeds import Seeds, read_seeds
from pipeline.source_text import SourceText

LABEL_WORDS = 5
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class NewArticle(NamedTuple):
    """A text as it was received, its id, and the day it was published, where that is known."""

    path: Path
    characters: str
    id: str
    published: str | None
    language: LanguageRules

    @property
    def heading(self) -> str | None:
        """The first line, where it is no sentence."""
        line = self.characters.strip().partition("\n")[0].strip("#* \t\r")
        whole = len(split_sentences(line, self.language.sentences)) == 1 and not re.search(
            r"[.!][”\"’']*(?:\[\d+\])*$", line
        )
        return line if whole else None

    @property
    def label(self) -> str:
        """The heading, else the opening words."""
        return self.heading or f"{' '.join(self.characters.split()[:LABEL_WORDS])} …"


def begin_article(text: Path, name: str, published: str | None, folder: Path, package: Path) -> list[Path]:
    """Write what is known of a new article into the seeds and the contract; return the files.

    Raises BuildError where the id or the text cannot be taken, OutputError where another file is in the way;
    nothing is written then.
    """
    contract, problems = read_contract(package), Problems()
    seeds = read_seeds(folder, contract, problems)
    language = next(iter(seeds.languages.values()))
    article = NewArticle(text, read_article_text(text, problems) or "", name, published, language)
    problems.raise_blocking(draft=True)
    if faults := list(_find_faults(article, seeds, contract)):
        raise BuildError(faults)
    actors = folder / "registers" / "actors.yaml"
    files = {
        folder / "articles" / f"{name}.txt": text.read_bytes(),
        folder / "articles" / f"{name}.yaml": _format_coding(article, seeds, contract).encode(),
        actors: _add_author(actors, article).encode(),
        package: _add_source(package, article).encode(),
    }
    edited = (actors, package)
    with stage_outputs(*(FileOutput(path, force=path in edited or None) for path in files)) as staged:
        for new, content in zip(staged, files.values(), strict=True):
            new.write_bytes(content)
    return list(files)


def _find_faults(article: NewArticle, seeds: Seeds, contract: Contract) -> Iterator[str]:
    pattern = contract.tables["sources"].fields["id"].pattern or ""
    if not re.fullmatch(pattern, article.id):
        yield f"the id {article.id!r} does not fit {pattern}"
    if not article.characters.strip():
        yield f"{article.path} is empty"
    if article.published and not DAY.fullmatch(article.published):
        yield f"{article.published!r} is not a day; write it as YYYY-MM-DD"
    for name in (article.id, f"{article.id}-author"):
        if place := seeds.ids.location_of(name):
            yield f"the id {name!r} is taken by {place}; choose another"


def _format_coding(article: NewArticle, seeds: Seeds, contract: Contract) -> str:
    languages = list(seeds.languages)
    source = {
        "label": article.label,
        "author": f"{article.id}-author",
        "seed_file": article.path.name,
        "sha256": hashlib.sha256(article.path.read_bytes()).hexdigest(),
        "language": languages[0] if len(languages) == 1 else TODO,
        "extent": "complete",
        "extent_note": TODO,
    }
    lines = [f"# Coding of {article.id}.txt.", "source:"]
    lines += [f"  {key}: {format_flow(value)}" for key, value in source.items()]
    lines += ["", "metadata:", *(f"- {format_flow(row)}" for row in _list_metadata(article, contract))]
    return "\n".join([*lines, ""])


def _list_metadata(article: NewArticle, contract: Contract) -> Iterator[dict[str, Any]]:
    """Yield an entry for each bibliographic field: what is known, else what to look for."""
    known: dict[str, dict[str, Any]] = {}
    if article.heading:
        once = len(SourceText(article.characters).find(article.heading)) == 1
        quote = article.heading if once else {"exact": article.heading, "occurrence": 1}
        known["title"] = {"value": article.heading, "basis": "stated", "quote": quote}
    column = contract.tables["source_metadata"].fields["field"]
    needing_more = {field for fields in column.values_with.values() for field in fields}
    for field in filter(lambda field: field not in needing_more, column.enum or ()):
        if field.startswith("original"):
            value = field == "original_date" and article.published
            yield {"field": field, "value": value or TODO, "basis": "external", "rationale": TODO}
        else:
            yield {"field": field, **known.get(field, {"basis": "not_stated", "rationale": TODO})}


def _add_author(path: Path, article: NewArticle) -> str:
    """Return the register of actors with the article's author at its end."""
    actor = {
        "id": f"{article.id}-author",
        "name": f"author of “{article.label.removesuffix(' …')}”",
        "kind": "unnamed",
        "description": "Speaks where this article quotes nobody.",
    }
    lines = "\n  ".join(f"{key}: {format_flow(value)}" for key, value in actor.items())
    register = path.read_text(encoding="utf-8") if path.exists() else ""
    return f"{register.rstrip()}\n- {lines}\n".lstrip()


def _add_source(package: Path, article: NewArticle) -> str:
    """Return the contract with the article among its sources."""
    contract = json.loads(package.read_text(encoding="utf-8"))
    contract.setdefault("sources", []).append({"title": article.label})
    return format_json(contract)
