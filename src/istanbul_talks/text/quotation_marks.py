"""Words of an article between quotation marks: the marks inside them become single ones, as in print."""

INNER = str.maketrans({"“": "‘", "”": "’"})


def put_in_quotes(words: str) -> str:
    """Return words between double quotation marks, with single ones for those inside."""
    return f"“{words.translate(INNER)}”"
