"""Reads a file that people wrote, or says what stands in its place: a folder, a pipe, a dangling link."""

import stat
from pathlib import Path

from pipeline.problems import Problems

MAX_MEGABYTES = 20
"""How large a file may be: hundreds of times a register of the largest seeds that were built."""


def read_utf8(path: Path, problems: Problems) -> str | None:
    """Return the text of a file without a byte order mark; None, and note the problem, if it has none."""
    try:
        fault = _find_fault(path)
        content = b"" if fault else path.read_bytes()
    except OSError as error:
        fault = f"this cannot be read: {error.strerror}; put a file in its place"
    if fault:
        problems.add(path, 1, fault, unreadable=True)
        return None
    return _decode(path, content, problems)


def _find_fault(path: Path) -> str | None:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        return "this is no file; put a file in its place, or rename it"
    if found.st_size > MAX_MEGABYTES * 1_000_000:
        return f"this file has more than {MAX_MEGABYTES} MB, the most that is read; make several of it"
    return None


def _decode(path: Path, content: bytes, problems: Problems) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        what = f"this is not UTF-8 (byte {byte:#04x}); save the file as UTF-8"
        problems.add(path, line, what, unreadable=True)
        return None
