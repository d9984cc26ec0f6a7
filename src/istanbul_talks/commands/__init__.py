"""The commands, one file each: its docstring is its help, its function `run` does the work.

A command is thin: it names its options and runs a named query of database/sql/, or prints one thing.
What several commands share is in cli/; their names and order are in cli/command_list.py.
"""
