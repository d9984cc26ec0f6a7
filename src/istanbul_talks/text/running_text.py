"""Words of an article as running text shows them: without the markup of its file, quotation marks nested."""

from istanbul_talks.text.markup import strip_markup

OPENING, CLOSING, STRAIGHT = "“", "”", '"'
INNER_OPENING, INNER_CLOSING = "‘", "’"
INNER = str.maketrans({OPENING: INNER_OPENING, CLOSING: INNER_CLOSING})


def format_running_text(text: str) -> str:
    """Return a text without markup, with single quotation marks inside double ones."""
    return nest_quotation_marks("".join(strip_markup([text])))


def put_in_quotes(words: str) -> str:
    """Return words between double quotation marks, with single ones for those inside."""
    return f"{OPENING}{words.translate(INNER)}{CLOSING}"


def nest_quotation_marks(text: str) -> str:
    """Return a text in which marks inside a quotation are single ones."""
    open_marks: list[str] = []
    return "".join(_nest_mark(sign, open_marks) for sign in text)


def _nest_mark(sign: str, open_marks: list[str]) -> str:
    """Return a sign as it stands within the marks that are open, which it may open or close."""
    if sign == OPENING or (sign == STRAIGHT and STRAIGHT not in open_marks and OPENING in open_marks):
        open_marks.append(sign)
        return sign if len(open_marks) == 1 else INNER_OPENING
    if (sign == CLOSING and open_marks) or (sign == STRAIGHT and STRAIGHT in open_marks):
        open_marks.pop()
        return INNER_CLOSING if open_marks else sign
    return sign
