"""What `python scripts/quality.py drafts` measures."""

from collections.abc import Mapping
from typing import Any

from evaluation.draft_lines import count_lines


def test_lines_are_counted_by_the_entry_they_belong_to() -> None:
    coding: dict[str, Any] = {
        "roles": [
            {"person": "ada-quill", "title": "Mayor", "quote": {"exact": "Mayor Ada Quill", "occurrence": 1}}
        ],
        "attributions": [{"id": "quill", "holder": "ada-quill", "cue": "said", "event": "mill-talks"}],
    }
    draft: dict[str, list[Mapping[str, Any]]] = {
        "roles": [{"person": "TODO", "title": "Mayor", "quote": "Mayor Ada Quill"}],
        "attributions": [
            {"id": "ada-said", "holder": "ada-quill", "cue": "said"},
            {"id": "ada-wants", "holder": "ada-quill", "cue": "wants"},
        ],
    }
    assert count_lines(coding, draft) == (7, 5, 3)
