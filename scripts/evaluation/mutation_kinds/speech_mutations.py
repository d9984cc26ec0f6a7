"""Mutations of who says what: speakers, chains, cues, stances, modes, targets."""

from evaluation.mutation_kinds.sampler import REMOVED, Kind, Mutation, Sampler, put_value

TARGETS = {"claim": "claims", "demand": "demands"}


def swap_speaker(sampler: Sampler) -> Mutation | None:
    """A speaker swapped for another actor"""
    _, link = sampler.pick_entry("attributions")
    return put_value(link, "holder", sampler.pick_other(sampler.get_ids("actors"), than=link.value["holder"]))


def swap_printed_speaker(sampler: Sampler) -> Mutation | None:
    """The printed words for a speaker taken from another link of the article"""
    article, link = sampler.pick_entry_with("attributions", "holder_text")
    others = [
        other.value["holder_text"] for other in article.sections["attributions"] if "holder_text" in other
    ]
    return put_value(link, "holder_text", sampler.pick_other(others, than=link.value["holder_text"]))


def swap_cue(sampler: Sampler) -> Mutation | None:
    """A cue taken from another link of the article"""
    article, link = sampler.pick_entry_with("attributions", "cue")
    others = [other.value["cue"] for other in article.sections["attributions"] if "cue" in other]
    return put_value(link, "cue", sampler.pick_other(others, than=link.value["cue"]))


def cut_outer_link(sampler: Sampler) -> Mutation | None:
    """The outer link of an attribution cut off"""
    return put_value(sampler.pick_entry_with("attributions", "parent")[1], "parent", REMOVED)


def close_chain(sampler: Sampler) -> Mutation | None:
    """An attribution made its own outer link"""
    _, link = sampler.pick_entry("attributions")
    return put_value(link, "parent", link.value["id"])


def give_statement_to_author(sampler: Sampler) -> Mutation | None:
    """A speaker's statement put into the author's mouth"""
    return put_value(sampler.pick_entry_with("statements", "by")[1], "by", REMOVED)


def give_statement_to_another(sampler: Sampler) -> Mutation | None:
    """A statement hung on another link of the article"""
    article, statement = sampler.pick_entry_with("statements", "by")
    links = [link.value["id"] for link in article.sections["attributions"]]
    return put_value(statement, "by", sampler.pick_other(links, than=statement.value["by"]))


def swap_stance(sampler: Sampler) -> Mutation | None:
    """A stance swapped for another that its target allows"""
    _, statement = sampler.pick_entry("statements")
    target = _get_target(statement.value)
    own = statement.value.get("stance", "asserts" if target == "claim" else "makes")
    return put_value(statement, "stance", sampler.pick_other(_get_stances(sampler, target), than=own))


def take_stance_of_other_target(sampler: Sampler) -> Mutation | None:
    """A stance that only the other kind of target allows"""
    _, statement = sampler.pick_entry("statements")
    own = _get_target(statement.value)
    other = next(name for name in TARGETS if name != own)
    allowed = _get_stances(sampler, own)
    return put_value(
        statement,
        "stance",
        sampler.pick(name for name in _get_stances(sampler, other) if name not in allowed),
    )


def swap_target(sampler: Sampler) -> Mutation | None:
    """A statement on another claim or demand"""
    _, statement = sampler.pick_entry("statements")
    target = _get_target(statement.value)
    return put_value(
        statement, target, sampler.pick_other(sampler.get_ids(TARGETS[target]), than=statement.value[target])
    )


def swap_mode(sampler: Sampler) -> Mutation | None:
    """A mode of speech swapped for another"""
    return _swap_value(sampler, "statements", "mode")


def swap_certainty(sampler: Sampler) -> Mutation | None:
    """A certainty swapped for another"""
    return _swap_value(sampler, "statements", "certainty")


def swap_distance(sampler: Sampler) -> Mutation | None:
    """An outer voice's distance swapped for another"""
    return _swap_value(sampler, "attributions", "distance")


KINDS: tuple[Kind, ...] = (
    swap_speaker,
    swap_printed_speaker,
    swap_cue,
    cut_outer_link,
    close_chain,
    give_statement_to_author,
    give_statement_to_another,
    swap_stance,
    take_stance_of_other_target,
    swap_target,
    swap_mode,
    swap_certainty,
    swap_distance,
)


def _swap_value(sampler: Sampler, table: str, key: str) -> Mutation:
    """Put another of the values that the contract allows; left out, the value is the contract's default."""
    _, entry = sampler.pick_entry(table)
    column = sampler.contract.tables[table].fields[key]
    return put_value(entry, key, sampler.pick_other(column.enum, than=entry.value.get(key, column.default)))


def _get_target(statement: dict[str, object]) -> str:
    return next(name for name in TARGETS if name in statement)


def _get_stances(sampler: Sampler, target: str) -> tuple[str, ...]:
    return sampler.contract.tables["statements"].fields["stance"].values_with[f"{target}_id"]
