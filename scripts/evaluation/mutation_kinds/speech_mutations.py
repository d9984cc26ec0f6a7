"""Corruptions of who says what: speakers, chains, cues, stances, modes, targets."""

from evaluation.mutation_kinds.sampler import REMOVED, Corruption, Hand, Kind, put

TARGETS = {"claim": "claims", "demand": "demands"}


def speaker_swapped(hand: Hand) -> Corruption | None:
    """A speaker swapped for another actor"""
    _, link = hand.entry("attributions")
    return put(link, "holder", hand.other(hand.ids("actors"), than=link.value["holder"]))


def printed_speaker_swapped(hand: Hand) -> Corruption | None:
    """The printed words for a speaker taken from another link of the article"""
    article, link = hand.entry_with("attributions", "holder_text")
    others = [each.value["holder_text"] for each in article.sections["attributions"] if "holder_text" in each]
    return put(link, "holder_text", hand.other(others, than=link.value["holder_text"]))


def cue_swapped(hand: Hand) -> Corruption | None:
    """A cue taken from another link of the article"""
    article, link = hand.entry_with("attributions", "cue")
    others = [each.value["cue"] for each in article.sections["attributions"] if "cue" in each]
    return put(link, "cue", hand.other(others, than=link.value["cue"]))


def parent_cut(hand: Hand) -> Corruption | None:
    """The outer link of an attribution cut off"""
    return put(hand.entry_with("attributions", "parent")[1], "parent", REMOVED)


def chain_closed(hand: Hand) -> Corruption | None:
    """An attribution made its own outer link"""
    _, link = hand.entry("attributions")
    return put(link, "parent", link.value["id"])


def speech_made_authors(hand: Hand) -> Corruption | None:
    """A speaker's statement put into the author's mouth"""
    return put(hand.entry_with("statements", "by")[1], "by", REMOVED)


def speech_given_to_another(hand: Hand) -> Corruption | None:
    """A statement hung on another link of the article"""
    article, statement = hand.entry_with("statements", "by")
    links = [link.value["id"] for link in article.sections["attributions"]]
    return put(statement, "by", hand.other(links, than=statement.value["by"]))


def stance_swapped(hand: Hand) -> Corruption | None:
    """A stance swapped for another that its target allows"""
    _, statement = hand.entry("statements")
    target = _target(statement.value)
    own = statement.value.get("stance", "asserts" if target == "claim" else "makes")
    return put(statement, "stance", hand.other(_stances(hand, target), than=own))


def stance_of_other_target(hand: Hand) -> Corruption | None:
    """A stance that only the other kind of target allows"""
    _, statement = hand.entry("statements")
    own = _target(statement.value)
    other = next(name for name in TARGETS if name != own)
    allowed = _stances(hand, own)
    return put(statement, "stance", hand.pick(name for name in _stances(hand, other) if name not in allowed))


def target_swapped(hand: Hand) -> Corruption | None:
    """A statement on another claim or demand"""
    _, statement = hand.entry("statements")
    target = _target(statement.value)
    return put(statement, target, hand.other(hand.ids(TARGETS[target]), than=statement.value[target]))


def mode_swapped(hand: Hand) -> Corruption | None:
    """A mode of speech swapped for another"""
    return _swapped(hand, "statements", "mode")


def certainty_swapped(hand: Hand) -> Corruption | None:
    """A certainty swapped for another"""
    return _swapped(hand, "statements", "certainty")


def distance_swapped(hand: Hand) -> Corruption | None:
    """An outer voice's distance swapped for another"""
    return _swapped(hand, "attributions", "distance")


KINDS: tuple[Kind, ...] = (
    speaker_swapped,
    printed_speaker_swapped,
    cue_swapped,
    parent_cut,
    chain_closed,
    speech_made_authors,
    speech_given_to_another,
    stance_swapped,
    stance_of_other_target,
    target_swapped,
    mode_swapped,
    certainty_swapped,
    distance_swapped,
)


def _swapped(hand: Hand, table: str, key: str) -> Corruption:
    """Put another of the values that the contract allows; left out, the value is the contract's default."""
    _, entry = hand.entry(table)
    column = hand.contract.tables[table].fields[key]
    return put(entry, key, hand.other(column.enum, than=entry.value.get(key, column.default)))


def _target(statement: dict[str, object]) -> str:
    return next(name for name in TARGETS if name in statement)


def _stances(hand: Hand, target: str) -> tuple[str, ...]:
    return hand.contract.tables["statements"].fields["stance"].values_with[f"{target}_id"]
