"""The artifacts of a release: what others download, archive and cite.

One module writes one artifact; artifact_list.py has them in their order. Each is made from the released
database, which carries no running text. What does not belong here: anything that a build needs, and any
decision on the data.
"""

import pipeline  # noqa: F401  (first: it looks that the readers' citations are those of this checkout)
from artifacts.release_folder import make_release

__all__ = ["make_release"]
