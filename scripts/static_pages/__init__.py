"""The site as plain files, to open from a folder or put on any server.

The served site is asked page by page, and its answers are written with links from file to file. What a page
shows is made in src/; here is only what a folder needs instead of a server.
"""

import pipeline  # noqa: F401  (first: it looks that the readers' modules are those of this checkout)
from static_pages.site_folder import write_static_site

__all__ = ["write_static_site"]
