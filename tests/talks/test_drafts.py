"""What is read of a draft: its running text, and the line of the file at every position."""

import io
from pathlib import Path

import pytest

from istanbul_talks.check.drafts import make_draft, read_draft
from istanbul_talks.errors import TalksError
from istanbul_talks.reanchor.read_copy import MAX_BYTES

PLAIN = [
    ("He said: “We will\nshare.”\n\nNo.", ["1 He said: “We will", "2 share.”", "4 No."]),
    ("a\r\nb\r\rc", ["1 a", "2 b", "4 c"]),
    ("\ufeffa < b, 5*3 or 2 * 3, snake_case", ["1 a < b, 5*3 or 2 * 3, snake_case"]),
]
MARKDOWN = [
    ("# A *head* ##\n\n- **We** _will_ `share` ~~it~~", ["1 A head ##", "3 - We will share"]),
    ("does ~~not\nnow~~ share ~~ it ~~ ~30, a~~b", ["1 does  share  it  ~30, ab"]),
    (
        "a [b *c*](x_y(z)/) [d][e] [f](g \"h\") ![i](j 'k')l[^1]\n\n[^1]: m\n[e]: http://n 'o'",
        ["1 a b c d f l", "3 m"],
    ),
    ("[…] [will] share [sic]", ["1 […] [will] share [sic]"]),
    ("---\ntitle: “a”\n---\nb\n```sh\necho “c”\n```\nd\n```\ne", ["4 b", "8 d", "10 e"]),
    (r"\*a\* 1\. b\_c", ["1 *a* 1. b_c"]),
    ("> We “will”\n> share\n> — Quill\n\na", ['1 "We “will”', '2 share"', "3 — Quill", "5 a"]),
    ('> We “will” "share"', ['1 “We ‘will’ "share"”']),
    ("> We share\n> -- but by day\n>\n> Only", ["1 “We share", "2 -- but by day”", "4 “Only”"]),
    (
        "> “We will,” she said\n\n> Quill: “No”\n\n> — Quill",
        ["1 “We will,” she said", "3 Quill: “No”", "5 — Quill"],
    ),
    ("`<q>` &amp; `a &amp; <b>`", ["1 <q> & a &amp; <b>"]),
    ("a<br>b &ldquo;c&rdquo; <q>d</q>\n<!-- e -->f", ["1 a", "1 b “c” “d”", "2 f"]),
]
PAGES = [
    ("<p>a\n<!-- b\n -->c <q>d <q>e</q></q> &amp;\n</p>f", ["1 a", "3 c “d ‘e’” &", "4 f"]),
    ("<p><q>a</p><p>b <q hidden>c</q>", ["1 “a”", "1 b"]),
    (
        "<body>\n<blockquote>\n <p>We\n will <i>share</i></p>\n <p>it <cite>Quill</cite></blockquote>\nb",
        ["3 “We", "4 will share”", "5 “it”", "5 — Quill", "6 b"],
    ),
    (
        "<blockquote>“We will,” she said<footer>Quill</footer></blockquote>a",
        ["1 “We will,” she said", "1 — Quill", "1 a"],
    ),
    ("<p>a <del>b\n<q>c</q></del>d <s>e</s> f</p><p>g<strike>h</strike>", ["1 a d  f", "2 g"]),
    ("<p>a <code>b</code></p><pre>c <code>d\n“e”</code></pre>f", ["1 a b", "1 c", "2 f"]),
    ("<nav>a “b”</nav>c<table><tr><td>5<td>d</table>e", ["1 c", "1 5", "1 d", "1 e"]),
    ("<div><blockquote>a<p>b</div>c", ["1 “a”", "1 “b”", "1 c"]),
]


@pytest.mark.parametrize(
    ("name", "content", "lines"),
    [
        *(("draft.txt", *case) for case in PLAIN + MARKDOWN),
        *(("draft.html", *case) for case in PAGES),
    ],
)
def test_every_position_of_a_draft_leads_to_its_line(name: str, content: str, lines: list[str]) -> None:
    draft = make_draft(content.encode(), name)
    assert len(draft.starts) == len(draft.text) + 1
    read, start = [], 0
    for line in draft.text.splitlines(keepends=True):
        if words := line.strip():
            read.append(f"{draft.line_of(start + line.index(words))} {words}")
        start += len(line)
    assert read == lines


def test_a_draft_is_a_file_or_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "draft.md"
    file.write_text("a *b*", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"<p>a <b>b</b>")))
    assert read_draft(file)[:2] == (str(file), "a b")
    assert read_draft("-").text.strip() == "a b"


def test_a_draft_is_bounded_as_a_copy_is() -> None:
    with pytest.raises(TalksError, match="- is longer than 4,000,000 bytes"):
        make_draft(b"x" * (MAX_BYTES + 1), "-")
    with pytest.raises(TalksError, match=r"draft\.md is a PDF"):
        make_draft(b"%PDF-1.7", "draft.md")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("draft.html", "<p>a</p>\n<p>b <del>c</p>\n<p>d</p>", 2),
        ("draft.html", "<p>a <s>b <del>c</s></p>", 1),
        ("draft.html", "<div>\n<strike><p>a</p></div>b</strike>", 2),
        ("draft.md", "a &amp;\n\nb <del>c\n\nd", 3),
    ],
)
def test_words_struck_out_without_an_end_are_told(name: str, content: str, line: int) -> None:
    """Catch a passage that is not read since an element before it is not closed."""
    with pytest.raises(TalksError, match=rf"{name}:{line}: what is struck out here has no end"):
        make_draft(content.encode(), name)


@pytest.mark.parametrize(
    "repeated",
    [
        *"[(>*_`\\“—< \n",
        *("[]", "[a](b", "![](", "[a]:", "> ", "```\n", "~~~a\n", "---\n", "~~a ", "~~a~b\n"),
        *("<![CDATA[", "<style>", "<q>", "&amp;"),
    ],
)
def test_a_hostile_draft_is_read_to_its_end(repeated: str) -> None:
    """Catch time that is quadratic or worse: a minute for what takes a moment."""
    draft = make_draft(("a</b>\n" + repeated * (60_000 // len(repeated))).encode(), "draft.md")
    assert draft.line_of(len(draft.text)) >= 1
