"""The entry point of the program: `talks` and `python -m istanbul_talks` do the same.

Raises the garbage collector's threshold, since the process is short-lived.
"""

import gc

ALLOCATIONS_PER_COLLECTION = 50_000
"""Allocations between two garbage collections; with Python's default of 700, starting takes dozens."""


def main() -> None:
    """Import the command line and run it."""
    gc.set_threshold(ALLOCATIONS_PER_COLLECTION)
    try:
        from istanbul_talks.cli import application  # noqa: PLC0415  (after the threshold, which is for its imports)

        application.main()
    finally:
        gc.freeze()  # the process ends; a last collection would take a tenth of its time


if __name__ == "__main__":
    main()
