"""Where the program `talks` begins: `talks` and `python -m istanbul_talks` do the same.

Raises the garbage collector's threshold, since the process is short-lived.
"""

import gc

ALLOCATIONS_PER_COLLECTION = 50_000
"""Objects made between two looks for garbage; with Python's 700 start-up waits for dozens of looks."""


def main() -> None:
    """Import the command line and run it."""
    gc.set_threshold(ALLOCATIONS_PER_COLLECTION)
    try:
        from istanbul_talks.cli import application  # noqa: PLC0415  (after the threshold, which is for its imports)

        application.main()
    finally:
        gc.freeze()  # what is left goes with the process; a last look at all of it takes a tenth of the time


if __name__ == "__main__":
    main()
