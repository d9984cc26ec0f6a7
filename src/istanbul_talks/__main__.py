"""Lets `python -m istanbul_talks` do what `talks` does."""

from istanbul_talks.starting import main

if __name__ == "__main__":
    main()
