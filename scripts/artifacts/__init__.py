"""Releasing: the artefacts that others download, archive and cite; see scripts/README.md.

Every artefact is made from the released database, which carries no running text. What does not belong here:
anything that a build needs, and any decision on the data.
"""

from artifacts.release_folder import release

__all__ = ["release"]
