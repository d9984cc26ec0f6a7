"""Where the program `talks` begins and ends, without looking for garbage: it is over before there is much."""

import gc

ALLOCATIONS = 50_000
"""Objects made between two looks for garbage; with Python's 700 start-up waits for dozens of looks."""


def main() -> None:
    """Import the command line and run it."""
    gc.set_threshold(ALLOCATIONS)
    try:
        from istanbul_talks import cli  # noqa: PLC0415  (after the threshold, which is for its imports)

        cli.main()
    finally:
        gc.freeze()  # what is left goes with the process; a last look at all of it takes a tenth of the time
