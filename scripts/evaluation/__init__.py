"""Quality: how good the coding and how fast the tools are, measured; and the generated parts of docs/.

What does not belong here: anything that a build needs. A build works without this package and its imports.
"""
