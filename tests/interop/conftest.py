"""An option of the tests of interoperability: to refresh the page that they compare."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh", action="store_true", help="write docs/interoperability.md anew instead of comparing it"
    )
