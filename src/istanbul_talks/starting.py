"""Where the program `talks` begins: garbage is looked for so rarely that start-up never waits for it."""

import gc

ALLOCATIONS = 50_000
"""Objects made between two looks for garbage; Python's 700 cost a tenth of a command's time."""


def main() -> None:
    """Import the command line and run it."""
    gc.set_threshold(ALLOCATIONS)
    from istanbul_talks import cli  # noqa: PLC0415  (after the threshold, which is for its imports)

    cli.main()
