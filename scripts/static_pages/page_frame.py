"""The frame of the served pages, for pages that only the static edition has (templates/)."""

from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from selectolax.lexbor import LexborHTMLParser

TEMPLATES = Path(__file__).parent / "templates"


class PageFrame:
    """A served page whose title and main part are replaced."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def fill(self, template: str, title: str, **values: object) -> str:
        """Return the page with a title, and a template with its values as the main part; all are escaped."""
        tree = LexborHTMLParser(self._page)
        head, main = tree.css("title, main")
        _, dot, dataset = head.text().partition(" · ")
        head.inner_html = escape(f"{title}{dot}{dataset}")
        main.inner_html = self._templates.get_template(template).render(title=title, **values)
        return tree.html or ""
