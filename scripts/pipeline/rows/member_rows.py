"""Rows of the members of groups, as articles spell them out."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.row_store import RowStore
from pipeline.rows.article_coding import ArticleCoding
from pipeline.yaml_documents import Entry, note_repeat


def derive_member_entries(coding: ArticleCoding) -> None:
    """Add the quotes of one article that name members; the rows themselves are merged later."""
    known: dict[str, Entry] = {}
    for entry in coding.section("members"):
        row_id, group, member = _make_member_id(entry), entry.value["group"], entry.value["member"]
        note_repeat(known, row_id, entry, f"{member!r} is told as a member of {group!r}")
        spans = coding.locator.locate_all(entry.items_under("quote"))
        coding.add_evidence("actor_member_quotes", "actor_member_id", row_id, spans)
    coding.members.extend(known.values())


def derive_members(members: Iterable[Entry], actors: Iterable[Entry], tables: RowStore) -> None:
    """Add the members that all articles name; one that several name is one row."""
    entries = list(members)
    for entry in entries:
        tables.add("actor_members", entry, id=_make_member_id(entry))
    _report_circles(entries, actors)


def _report_circles(members: Iterable[Entry], actors: Iterable[Entry]) -> None:
    """Note each member that is its group, or that contains the group as a member or a part."""
    contents: dict[str, set[str]] = {}
    for entry in members:
        contents.setdefault(entry.value["group"], set()).add(entry.value["member"])
    for actor in actors:
        if "part_of" in actor:
            contents.setdefault(actor.value["part_of"], set()).add(actor.value["id"])
    for entry in members:
        group, member = entry.value["group"], entry.value["member"]
        if group in _list_contents(member, contents):
            entry.problem(
                f"the group {group!r} would contain itself, since its member {member!r} is or contains it; "
                "remove one of the links"
            )


def _list_contents(actor: str, contents: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield the actor and all that it contains, each once."""
    found, open_ends = {actor}, [actor]
    while open_ends:
        yield (container := open_ends.pop())
        inside = contents.get(container, set()) - found
        found |= inside
        open_ends.extend(inside)


def _make_member_id(entry: Entry) -> str:
    return f"{entry.value['group']}_{entry.value['member']}"
