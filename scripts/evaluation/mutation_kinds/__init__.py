"""Corruptions: small mistakes that a coder could make, or that could befall a file; one function a kind.

Each takes a Hand (hand.py) and returns the edits that make the mistake in one place, or None where the place
it drew does not allow it. Its docstring is the kind's name in docs/quality.md. What does not belong here:
carrying the edits out and seeing what catches them (mutations.py).
"""

from evaluation.mutation_kinds import quote_mutations, speech_mutations, value_mutations
from evaluation.mutation_kinds.sampler import Corruption, Edit, Hand, Kind

KINDS: tuple[Kind, ...] = (*quote_mutations.KINDS, *speech_mutations.KINDS, *value_mutations.KINDS)

__all__ = ["KINDS", "Corruption", "Edit", "Hand", "Kind"]
