"""Frame: pages that only the static edition has, from templates/, in the frame that all our pages have."""

from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from selectolax.lexbor import LexborHTMLParser

TEMPLATES = Path(__file__).parent / "templates"


class Frame:
    """A page of ours whose contents are exchanged."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(self, template: str, title: str, **shown: object) -> str:
        """Return a page that is titled and shows what the template makes of `shown`, everything escaped."""
        tree = LexborHTMLParser(self._page)
        head, main = tree.css("title, main")
        _, dot, dataset = head.text().partition(" · ")
        head.inner_html = escape(f"{title}{dot}{dataset}")
        main.inner_html = self._templates.get_template(template).render(title=title, **shown)
        return tree.html or ""
