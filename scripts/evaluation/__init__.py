"""Measures how good the coding is, and whether `talks reanchor` errs: behind quality.py.

What does not belong here: anything that a build needs. A build works without this package and its imports.
"""

import pipeline  # noqa: F401  (first: it looks that the readers' modules are those of this checkout)
