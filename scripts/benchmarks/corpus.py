"""Corpus: seeds of as many made-up articles as are asked for, to measure the build with.

Each article reports one dispute (disputes.py) in about twenty sentences, which give about sixty quotes; the
number of disputes grows with the square root of the number of articles, as registers do. The same number
gives the same seeds.
"""

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from math import isqrt
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus_disputes import Dispute, Entry, Side, topics

SCENES = 14  # sentences of an article in which somebody speaks
ADJECTIVES = ("old", "wide", "steep", "muddy", "narrow", "quiet", "sunny", "windy", "green", "rocky")
PLACES = ("mill", "bridge", "orchard", "quarry", "meadow", "chapel", "pond", "barn", "grove", "ford")


class Scene(NamedTuple):
    """What a sentence is about: its number in the article, whose turn it is, who else, what, and where."""

    turn: int
    side: Side
    other: Side
    thing: str
    spot: str


class Report(NamedTuple):
    """A sentence in which somebody speaks, and the entries that code it, the outermost link first."""

    sentence: str
    statement: Entry
    chain: tuple[Entry, ...] = ()


def write_corpus(seeds: Path, articles: int) -> None:
    """Write a folder of seeds with so many articles."""
    disputes = [Dispute(number) for number in range(max(isqrt(articles), 1))]
    (seeds / "articles").mkdir(parents=True)
    for number in range(articles):
        _write_article(seeds / "articles" / f"notice-{number}", number, disputes[number % len(disputes)])
    _write_registers(seeds / "registers", disputes, articles)


def _write_registers(folder: Path, disputes: list[Dispute], articles: int) -> None:
    folder.mkdir()
    registers: dict[str, list[Entry]] = {"topics": topics()[: len(disputes)], "discrepancies": []}
    for dispute in disputes:
        for name, entries in dispute.registers().items():
            registers.setdefault(name, []).extend(entries)
        if dispute.number + len(disputes) < articles:
            registers["discrepancies"].append(_discrepancy(dispute, dispute.number + len(disputes)))
    for name, entries in registers.items():
        (folder / f"{name}.yaml").write_text(_listed(entries) or "[]\n", encoding="utf-8")


def _discrepancy(dispute: Dispute, other: int) -> Entry:
    """Return the disagreement of the first two articles on a dispute over its last sentence."""
    sides = [
        {"source": f"notice-{number}", "says": f"notice {number}", "quote": _ending(number)}
        for number in (dispute.number, other)
    ]
    return {
        "id": f"{dispute.id}-ending",
        "label": f"How the notices on {dispute.thing} end",
        "kind": "wording",
        "status": "compatible",
        "rationale": "Each prints its own number.",
        "sides": sides,
    }


def _write_article(path: Path, number: int, dispute: Dispute) -> None:
    title = f"{dispute.sides[0].village} and {dispute.sides[1].village} quarrel over {dispute.thing}"
    reports = [KINDS[scene.turn % len(KINDS)](scene) for scene in _scenes(number, dispute)]
    text = "\n\n".join([f"# {title}", _meeting(dispute), *_paragraphs(reports), f"{_ending(number)}."]) + "\n"
    path.with_suffix(".txt").write_text(text, encoding="utf-8", newline="")
    source = {
        "label": f"{title} ({number})",
        "author": f"{dispute.id}-author",
        "seed_file": f"{path.name}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "language": "en",
        "extent": "complete",
        "extent_note": "Made up.",
    }
    sections = {"metadata": _metadata(title), **_meeting_coding(dispute), **_reports_coding(reports, number)}
    coding = "".join(f"{name}:\n{_listed(entries)}" for name, entries in sections.items())
    path.with_suffix(".yaml").write_text(f"source: {json.dumps(source)}\n{coding}", encoding="utf-8")


def _scenes(number: int, dispute: Dispute) -> Iterator[Scene]:
    """Yield the scenes of an article, each at another spot, in which the sides take turns."""
    one, other = dispute.sides
    spots = [f"{adjective} {place}" for adjective in ADJECTIVES for place in PLACES]
    for turn, spot in enumerate(random.Random(number).sample(spots, SCENES)):
        yield Scene(turn, *((other, one) if turn % 2 else (one, other)), dispute.thing, spot)


def _paragraphs(reports: list[Report]) -> Iterator[str]:
    for start in range(0, len(reports), 3):
        yield " ".join(report.sentence for report in reports[start : start + 3])


def _metadata(title: str) -> Iterator[Entry]:
    yield {"field": "title", "value": title, "basis": "stated", "quote": title}
    for field in ("publisher", "date_published"):
        yield {"field": field, "basis": "not_stated", "rationale": "Nothing is printed."}


def _meeting(dispute: Dispute) -> str:
    first, second = (f"Mayor {side.mayor} of {side.village}" for side in dispute.sides)
    return f"On {_printed_day(dispute)}, {first} met {second} at the mill."


def _meeting_coding(dispute: Dispute) -> dict[str, list[Entry]]:
    words = _meeting(dispute).removesuffix(".")
    quotes = {side: f"Mayor {side.mayor} of {side.village}" for side in dispute.sides}
    date = {"text": _printed_day(dispute), "edtf": dispute.day.isoformat(), "basis": "stated"}
    participants = [
        {"actor": f"{side.id}-mayor", "part": "head_of_delegation", "on_behalf_of": side.id, "quote": quote}
        for side, quote in quotes.items()
    ]
    roles = [
        {"person": f"{side.id}-mayor", "title": "Mayor", "organization": side.id, "quote": quote}
        for side, quote in quotes.items()
    ]
    event = {"event": f"{dispute.id}-meeting", "quote": words, "date": date, "participants": participants}
    return {"roles": roles, "events": [event]}


def _printed_day(dispute: Dispute) -> str:
    return f"{dispute.day.day} {dispute.day:%B} {dispute.day.year}"


def _demanded(scene: Scene) -> Report:
    count, side = 12 + scene.turn, scene.side
    words = f"remove {count} {scene.thing} from the {scene.spot}"
    quantities = [{"text": str(count), "comparator": "=", "value": count, "unit": "piece"}]
    statement = {"demand": f"{side.id}-demand-1", "quote": words, "quantities": quantities}
    link = _link(scene, f"{side.id}-mayor", _family(side.mayor), "demanded")
    return _said(f"{_family(side.mayor)} demanded that {scene.other.village} {words}.", statement, link)


def _insisted(scene: Scene) -> Report:
    side = scene.side
    words = f"count all {scene.thing} near the {scene.spot}"
    statement = {"demand": f"{side.id}-demand-2", "quote": words, "certainty": "certain"}
    link = _link(scene, f"{side.id}-speaker", side.speaker, "insisted")
    sentence = f"For {side.village}, {side.speaker} insisted that {scene.other.village} {words}."
    return _said(sentence, statement, link)


def _refused(scene: Scene) -> Report:
    side = scene.side
    words = f"refused to touch the {scene.thing} of {side.village} in the {scene.spot}"
    statement = {"demand": f"{scene.other.id}-demand-1", "quote": words, "stance": "rejects"}
    link = _link(scene, f"{side.id}-mayor", _family(side.mayor), "refused")
    return _said(f"{_family(side.mayor)} {words}.", statement, link)


def _quoted(scene: Scene) -> Report:
    side = scene.side
    words = f"The lane along the {scene.spot} is very old"
    statement = {"claim": f"{side.id}-claim-1", "quote": words, "mode": "direct"}
    link = _link(scene, f"{side.id}-speaker", _family(side.speaker), "said")
    return _said(f"“{words},” {_family(side.speaker)} said of {side.village}.", statement, link)


def _denied(scene: Scene) -> Report:
    side, other = scene.side, scene.other
    words = f"denied that any lane along the {scene.spot} floods"
    statement = {"claim": f"{other.id}-claim-3", "quote": words, "stance": "denies"}
    link = _link(scene, f"{side.id}-mayor", _family(side.mayor), "denied")
    return _said(f"{_family(side.mayor)} {words} near {other.village}.", statement, link)


def _promised(scene: Scene) -> Report:
    """Somebody says that somebody else said it."""
    side, other = scene.side, scene.other
    teller, told = _family(side.speaker), _family(other.mayor)
    words = f"promised the lane beyond the {scene.spot}"
    statement = {"claim": f"{side.id}-claim-2", "quote": words}
    cue = {"exact": "According to", "in": f"According to {teller}, {told} {words}"}
    outer = {**_link(scene, f"{side.id}-speaker", teller, cue), "id": f"outer-{scene.turn}"}
    inner = {**_link(scene, f"{other.id}-mayor", told, "promised"), "parent": outer["id"]}
    return _said(f"According to {teller}, {told} {words} to {side.village}.", statement, outer, inner)


def _narrated(scene: Scene) -> Report:
    words = f"The lane by {scene.side.village} floods below the {scene.spot}"
    return Report(f"{words}.", {"claim": f"{scene.side.id}-claim-3", "quote": words})


KINDS = (_demanded, _insisted, _refused, _quoted, _denied, _promised, _narrated)


def _link(scene: Scene, holder: str, printed: str, cue: str | Entry) -> Entry:
    return {"id": f"link-{scene.turn}", "holder": holder, "holder_text": printed, "cue": cue}


def _said(sentence: str, statement: Entry, *chain: Entry) -> Report:
    return Report(sentence, {**statement, "by": chain[-1]["id"]}, chain)


def _family(full: str) -> str:
    return full.split()[1]


def _reports_coding(reports: list[Report], number: int) -> dict[str, Iterable[Entry]]:
    return {
        "attributions": [link for report in reports for link in report.chain],
        "statements": [report.statement for report in reports],
        "sentences": [
            {"quote": {"exact": "#", "occurrence": 1}, "reason": "heading"},
            {"quote": _ending(number), "reason": "boilerplate"},
        ],
    }


def _ending(number: int) -> str:
    return f"This was notice {number}"


def _listed(entries: Iterable[Entry]) -> str:
    """Return entries as a YAML list, one line each; JSON is YAML."""
    return "".join(f"- {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
