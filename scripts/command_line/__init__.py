"""What all commands of scripts/ share: their options, and how a command ends where it fails.

What does not belong here: what a command does (the package that scripts/README.md names beside it). It
imports nothing of an extra, so that a command can say which one is missing.
"""
