"""Mutations: small mistakes that a coder could make, or that could befall a file; one function for each kind.

Each takes a Sampler and returns the edits that make the mistake in one place, or None where the place that
was drawn does not allow it. Its docstring is the kind's name in docs/quality.md. What does not belong here:
making the edits and seeing what catches them (mutation_runs.py).
"""

from evaluation.mutation_kinds import quote_mutations, speech_mutations, value_mutations
from evaluation.mutation_kinds.sampler import Edit, Kind, Mutation, Sampler

KINDS: tuple[Kind, ...] = (*quote_mutations.KINDS, *speech_mutations.KINDS, *value_mutations.KINDS)

__all__ = ["KINDS", "Edit", "Kind", "Mutation", "Sampler"]
