"""Reads seeds/: the registers, and each article with its coding; leaves out entries that are ill-formed.

The registers are read at once; an article with its coding when it is asked for, and never kept, so that
there may be any number. Reading goes on after a fault: ill-formed entries are noted and left out, so that the
quotes of all others can still be looked up in the same run. What does not belong here: positions in the text,
rows of tables.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.article_characters import read_article_text
from pipeline.contract import Contract, Field
from pipeline.entry_rules import ListRule, MappingRule, Rule
from pipeline.identifiers import Identifiers
from pipeline.language_rules import LanguageRules, read_languages
from pipeline.problems import Problems
from pipeline.row_store import natural_key
from pipeline.seed_rules import REGISTER_NAMES, SeedRules
from pipeline.source_text import SourceText
from pipeline.yaml_documents import Document, Entry

REGISTERS_WITH_IDS = ("actors", "topics", "events", "demands", "claims", "discrepancies")


class Article(NamedTuple):
    """An article with its coding: the well-formed entries of each section of the coding file."""

    id: str
    path: Path
    text: SourceText
    language: LanguageRules
    source: Entry
    sections: dict[str, list[Entry]]


class ArticleFiles(NamedTuple):
    """The paths of an article and of its coding."""

    text: Path
    coding: Path


class Seeds(NamedTuple):
    """The well-formed entries of each register, changes by version, languages, all ids, articles' paths."""

    registers: dict[str, list[Entry]]
    changes: dict[str, list[Entry]]
    languages: dict[str, LanguageRules]
    ids: Identifiers
    articles: list[ArticleFiles]
    rules: SeedRules
    problems: Problems

    def read_articles(self, articles: Iterable[ArticleFiles] | None = None) -> Iterator[Article]:
        """Yield those of these articles (all, if none are given) that can be read."""
        for files in self.articles if articles is None else articles:
            if article := self._read_article(files.text, Document(files.coding, self.problems)):
                yield article

    def _read_article(self, path: Path, document: Document) -> Article | None:
        characters, root = read_article_text(path, self.problems), document.root
        if characters is None or root.value is None:
            return None
        if not characters:
            self.problems.add(path, 1, "the article is empty")
            return None
        sections = dict(_check_sections(root, self.rules, self.ids))
        if not sections["source"]:
            return None
        (source,) = sections["source"]
        _check_metadata(source, sections["metadata"], self.rules.metadata)
        _check_bytes(path, source)
        language = self._find_language(source["language"])
        return Article(path.stem, path, SourceText(characters), language, source, sections)

    def _find_language(self, written: Entry) -> LanguageRules:
        """Return the rules of a language; where there are none, note the problem and go on with others."""
        if written.value not in self.languages:
            written.problem(
                f"nothing is known of the language {written.value!r}; choose from "
                f"{', '.join(self.languages)}, or write languages/{written.value}.yaml"
            )
        return self.languages.get(written.value, next(iter(self.languages.values())))


def read_seeds(folder: Path, contract: Contract, problems: Problems) -> Seeds:
    """Return what the folder holds; what is wrong with its form is added to `problems`."""
    rules, ids = SeedRules(contract), Identifiers()
    registers = _load_registers(folder / "registers", ids, problems)
    articles = _find_articles(folder / "articles", ids, problems)
    for files in articles:
        _check_file_name(files.text, "the article's id", contract.tables["sources"].fields["id"], problems)
    _declare_ids(registers, articles, ids, contract, problems)
    checked = {name: _select_fit(entries, rules.registers[name], ids) for name, entries in registers.items()}
    changes = {
        path.stem: _select_fit(_load_list(Document(path, problems)) or [], rules.change, ids)
        for path in sorted((folder / "changes").glob("*.yaml"))
        if _check_file_name(path, "the version", contract.tables["changes"].fields["version"], problems)
    }
    languages = read_languages(folder / "languages", contract, problems)
    return Seeds(checked, changes, languages, ids, articles, rules, problems)


def _declare_ids(
    registers: dict[str, list[Entry]],
    articles: list[ArticleFiles],
    ids: Identifiers,
    contract: Contract,
    problems: Problems,
) -> None:
    """Declare the ids of all entries and articles, before anything can refer to them."""
    for name in REGISTERS_WITH_IDS:
        kind = contract.tables[name].fields.get("kind")
        for entry in filter(_has_id, registers[name]):
            ids.declare(name, entry, entry.value["id"])
            if kind and entry.value.get("kind") not in kind.enum:
                ids.leave_kind_open(entry.value["id"])
    for files in articles:
        ids.declare("sources", Entry(Document(files.coding, problems), (), {}), files.text.stem)


def _load_registers(folder: Path, ids: Identifiers, problems: Problems) -> dict[str, list[Entry]]:
    registers: dict[str, list[Entry]] = {name: [] for name in REGISTER_NAMES}
    files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    if not files and any(folder.parent.glob("articles/*.yaml")):
        what = "there is no register here; put actors.yaml into this folder"
        problems.add(folder, 1, what, unreadable=True)
        for name in registers:
            ids.leave_open(name)
    for name in files.keys() - registers.keys():
        what = f"no register has this name; known: {', '.join(REGISTER_NAMES)}"
        problems.add(files[name], 1, what, unreadable=True)
        for missing in registers.keys() - files.keys():
            ids.leave_open(missing)
    for name in files.keys() & registers.keys():
        entries = _load_list(Document(files[name], problems))
        registers[name] = entries or []
        if entries is None or not all(map(_has_id, entries)):
            ids.leave_open(name)
    return registers


def _has_id(entry: Entry) -> bool:
    return isinstance(entry.value, dict) and isinstance(entry.value.get("id"), str)


def _load_list(document: Document) -> list[Entry] | None:
    root = document.root
    if isinstance(root.value, list):
        return root.distinct_items()
    if root.value is not None:
        root.problem("this file is a list of entries, each beginning with a dash", unreadable=True)
    return None


def _find_articles(folder: Path, ids: Identifiers, problems: Problems) -> list[ArticleFiles]:
    """Return the articles that have a coding, in the order of their rows; each needs the other."""
    texts = {path.stem: path for path in folder.glob("*.txt")}
    if not texts:
        problems.add(
            folder,
            1,
            "there is no article here; put one or more into this folder as NAME.txt",
            unfinished=True,
        )
    codings = {path.stem: path for path in folder.glob("*.yaml")}
    if texts.keys() != codings.keys():
        ids.leave_open("sources")
    for name in sorted(texts.keys() - codings.keys()):
        problems.add(
            texts[name], 1, f"this article has no coding; write {name}.yaml beside it", unfinished=True
        )
    for name in sorted(codings.keys() - texts.keys()):
        what = f"this coding has no article; put {name}.txt beside it"
        problems.add(codings[name], 1, what, unreadable=True)
    both = sorted(texts.keys() & codings.keys(), key=lambda name: natural_key(f"{name}_"))
    return [ArticleFiles(texts[name], codings[name]) for name in both]


def _check_file_name(path: Path, what: str, column: Field, problems: Problems) -> bool:
    """Say whether the name of a file, which is the value of a column, fits it; note a problem if not."""
    fits = not column.pattern or bool(re.fullmatch(column.pattern.strip("^$"), path.stem))
    if not fits:
        problems.add(path, 1, f"the name of the file is {what} and must fit {column.pattern}; rename it")
    return fits


def _check_sections(root: Entry, rules: SeedRules, ids: Identifiers) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each section with those of its entries that are well-formed."""
    whole = MappingRule({name: _AnyValue(name == "source") for name in rules.sections})
    _select_fit([root], whole, ids)
    for name, rule in rules.sections.items():
        section = root.get(name)
        if section is None:
            yield name, []
        elif isinstance(rule, ListRule) and isinstance(section.value, list):
            yield name, _select_fit(section.distinct_items(), rule.item, ids)
        else:
            yield name, _select_fit([section], rule, ids)


def _select_fit(entries: list[Entry], rule: Rule, ids: Identifiers) -> list[Entry]:
    """Return the entries that are well-formed; the others are left out."""
    fit = [entry for entry in entries if rule.check(entry, ids)]
    if len(fit) < len(entries):
        entries[0].document.problems.mark_unreadable(entries[0].document.path)
    return fit


class _AnyValue(NamedTuple):
    """The rule of a section's name alone; its entries are checked one by one."""

    required: bool

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Accept everything."""
        return True


def _check_metadata(source: Entry, metadata: Iterable[Entry], wanted: Iterable[str]) -> None:
    """Note each bibliographic field of which a coding says nothing, not even that it is missing."""
    for name in set(wanted) - {entry.value["field"] for entry in metadata}:
        source.problem(
            f"nothing under `metadata` says {name!r}; write it, or `basis: not_stated` and why",
            unfinished=True,
        )


def _check_bytes(path: Path, source: Entry) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if source.value["sha256"] != digest:
        source["sha256"].problem(
            f"{path.name} is not the file that was received: its SHA-256 is {digest}; restore the file"
        )
