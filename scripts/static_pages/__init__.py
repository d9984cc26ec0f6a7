"""Publishing: the site as plain files, to open from a folder or put on any server; see scripts/README.md.

The served site is visited page by page, and what it answers is written with links from file to file. What a
page says is made in src/; here is only what a folder needs instead of a server.
"""

from static_pages.site_folder import publish

__all__ = ["publish"]
