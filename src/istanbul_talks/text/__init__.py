"""The text rules: how words are compared, and what a word is. Makers (scripts/) and readers share them.

One rule serves finding a quote while building, finding names, reanchoring and the search's suggestions. What
belongs here knows only text; it imports neither the readers' other packages nor anything slow to import.
"""

GAP = "\0"
"""Takes the place of each character of an article that is not known."""
