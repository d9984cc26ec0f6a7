"""Clients: programs that nobody here wrote, and what each finds in a release.

Each reading opens one artifact as a user of that program would, and counts: rows by table, nodes and edges,
references. Some clients are `libraries` of this Python, others live `apart`, in environments of their own;
`catalogue` has them all. What does not belong here: what should be found (tests/release), and any help to the
program.
"""
