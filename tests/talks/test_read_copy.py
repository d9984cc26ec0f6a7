"""What is read of a reader's own file: text as it is, the visible text of HTML, nothing else."""

import gzip
import io
import time
import zipfile
from pathlib import Path

import pytest

from istanbul_talks.errors import TalksError
from istanbul_talks.reanchor import anchors
from istanbul_talks.reanchor.read_copy import MAX_BYTES, read_copy
from istanbul_talks.reanchor.token_agreement import TokenAgreement
from istanbul_talks.reanchor.visible_text import extract_visible_text

WORDS = "They meet at the mill."


def make_zip() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", WORDS)
    return content.getvalue()


@pytest.mark.parametrize(
    "opening",
    [
        "<!doctype html>",
        "\ufeff \n<HTML>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html>',
        "<!-- saved from url=(0029)https://example.org/ --><html>",
        "<!-- one --> <!-- > --><!doctype html >",
        "<article>",
        "<p class='x'>",
        "<body\n>",
    ],
)
def test_a_page_is_known_by_its_content(tmp_path: Path, opening: str) -> None:
    file = tmp_path / "copy"
    file.write_text(f"{opening}<b>They</b> meet at the <i>mill</i>.", encoding="utf-8")
    copy = read_copy(file)
    assert (copy.text.strip(), copy.is_html) == (WORDS, True)


@pytest.mark.parametrize(
    "text", [WORDS, f"<https://example.org> {WORDS}", f"< {WORDS} <b>", f"\ufeff{WORDS}"]
)
def test_text_is_taken_as_it_is(tmp_path: Path, text: str) -> None:
    file = tmp_path / "copy"
    file.write_text(text, encoding="utf-8")
    assert read_copy(file)[:2] == (text.removeprefix("\ufeff"), False)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n\x80", "is a PDF;"),
        (b"{\\rtf1\\ansi They meet}", "is RTF;"),
        (
            b"From: <Saved by Blink>\r\nSubject: a\r\n b\r\nContent-Type: multipart/related;\r\n\ttype=x",
            "is MHTML or a mail;",
        ),
        (make_zip(), "is a zip archive, such as DOCX, ODT or EPUB;"),
        (gzip.compress(WORDS.encode(), mtime=0), "is compressed;"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word document;"),
        (WORDS.encode("utf-16"), "is text in UTF-16 or UTF-32;"),
        (WORDS.encode("utf-16-le"), "is text in UTF-16 or UTF-32;"),
        (WORDS.encode("utf-32-be"), "is text in UTF-16 or UTF-32;"),
        (
            b'<?xml version="1.0"?><office:document>They meet</office:document>',
            "is XML, and not of a web page;",
        ),
        (f"{WORDS}\0".encode(), "holds zero bytes"),
        (b"x" * (MAX_BYTES + 1), "is longer than 4,000,000 bytes;"),
    ],
)
def test_what_is_neither_is_refused_by_its_name(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes(content)
    with pytest.raises(TalksError) as raised:
        read_copy(file)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("a<span hidden>b</span>c", "ac"),
        ("<dialog>a</dialog>b", "\n\nb"),
        ("<dialog open>a</dialog>b", "\na\nb"),
        ("a<span style='display&#58;none'>b</span>c", "ac"),
        ("a<span HIDDEN=''>b<span>c</span>d</span>e", "ae"),
        ("a<span style='color: red; display : none'>b</span>c", "ac"),
        ('a<span style="visibility:hidden">b</span>c', "ac"),
        ("a<span class='a hidden b' title=hidden>b</span>c", "abc"),
        ("a<span style='display:inline' data-x='display:none'>b</span>c", "abc"),
        ("a<span aria-hidden=true>b</span>c", "abc"),
        ("a<script>b < '<b>'</script>c<style>d</style>e<noscript>f</noscript>g", "aceg"),
        ("a<template>b<p>c</p></template><title>d</b></title>e", "a\n\ne"),
        ("a<!-- b > c -->d<!-->e<!x>f<?g>h</>i", "adefhi"),
        ("a<img hidden>b<br hidden>c", "a\nb\nc"),
        ("<p hidden>a<p>b", "\nb"),
        ("<ul><li hidden>a<li>b</ul>c", "\n\nb\nc"),
        ("<ul><li hidden>a</ul>b", "\n\nb"),
        ("<tr hidden><td>a<td>b<tr><td>c", "\n\nc"),
        ("a<b title='x > y'>b</b>&amp;&ldquo;c&#x41;", "ab&“cA"),
        ("a<b title=it's>b</b>'c'", "ab'c'"),
        ("a < b &#99999999999; &#" + "9" * 5000, "a < b \ufffd \ufffd"),
        ("a</b></p>b", "a\nb"),
        ("a<!-- b", "a"),
        ("a<b c='d", "a"),
        ("a<script>b", "a"),
    ],
)
def test_only_what_a_reader_sees_is_read(page: str, seen: str) -> None:
    found = extract_visible_text(page)
    assert "\n".join(filter(None, found.split("\n"))) == "\n".join(filter(None, seen.split("\n")))
    assert found.startswith("\n") == seen.startswith("\n")


HOSTILE = [
    *(
        "<?",
        "<!--",
        '<a b="',
        "<a b='",
        "&#",
        "&#9",
        "<![CDATA[",
        "<",
        "<a ",
        "</a",
        "</",
        "<!",
        "&amp",
        "<div>",
    ),
    *(
        "<p hidden>",
        "</span><div>",
        "<a x= ",
        "<script>",
        "<script",
        "</x",
        "<!-->",
        "<a style=",
        "='",
        "<p><li>",
    ),
    *("<!-- -->", "<?x>", " ", "x: y\n", "x", ",", "\u0301", "\u200b"),
]


@pytest.mark.parametrize("repeated", HOSTILE)
def test_a_hostile_page_is_read_to_its_end(tmp_path: Path, repeated: str) -> None:
    file = tmp_path / "copy.html"
    file.write_text(repeated * (30_000 // len(repeated)) + "<x>", encoding="utf-8")
    assert len(read_copy(file).text) <= 31_000


@pytest.mark.slow
@pytest.mark.parametrize("repeated", HOSTILE)
def test_four_times_the_page_takes_four_times_as_long(tmp_path: Path, repeated: str) -> None:
    """Catch time that is quadratic, which would be sixteen times as long."""
    times = []
    for size in (500_000, 2_000_000):
        file = tmp_path / "copy.html"
        file.write_text(repeated * (size // len(repeated.encode())), encoding="utf-8")
        before = time.process_time()
        read_copy(file)
        times.append(time.process_time() - before)
    assert times[1] < 9 * max(times[0], 0.05)


def test_words_that_stand_too_often_are_told_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchors, "MAX_PLACES", 3)
    quote = anchors.Quote("q", 5, 9, "mill", 0, 24, is_repeated=False)
    article = "The lmill mill and a lane"
    agreement = TokenAgreement(article, f"{article} mill mill mill mill")
    found = anchors._anchor_quote(agreement, quote._replace(start=10, end=14), ())
    assert (found.status, found.note) == (anchors.Status.AMBIGUOUS, "the words stand more than 3×")
