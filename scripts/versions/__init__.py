"""Versions: what a version of the dataset changes against one before, and how large its number must be.

Everything follows from the two contracts and the two sets of rows. What does not belong here: how a dataset
is built (pipeline/), and what a release holds (artifacts/). docs/versions.md has the rules in words.
"""

import pipeline  # noqa: F401  (first: it looks that the readers' modules are those of this checkout)
