"""The generated parts of README.md and docs/: tables, the manual of `talks`, pictures of terminal and site.

A page is refreshed by `cog_pages`; the other modules return what its blocks print.
"""

import pipeline  # noqa: F401  (first: it looks that the readers' modules are those of this checkout)
