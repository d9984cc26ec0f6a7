"""Quality: how good the coding is, measured; and the generated parts of docs/; see scripts/README.md.

What does not belong here: anything that a build needs. A build works without this package and its imports.
"""
