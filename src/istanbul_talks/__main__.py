"""Lets `python -m istanbul_talks` do what `talks` does."""

from istanbul_talks.cli import main

if __name__ == "__main__":
    main()
