"""Rewriting: a served page as a file: its links lead to files, it says what it is and what it may load."""

from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from static_pages.file_addresses import Place, link

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""That of the served pages, but for what a page cannot say of itself."""

LINKING = ("href", "src", "action")
SERVED_ONLY = "[data-served]"
"""What only a server can offer; the templates mark it."""

Locate = Callable[[str], Place | None]


def rewritten(html: str, place: Place, locate: Locate, note: str) -> tuple[str, list[Place]]:
    """Return a page for its place, with a note in its footer, and the places it leads to.

    `locate` gives the place of an address. A link to what has none becomes plain words.
    """
    tree = LexborHTMLParser(html)
    for node in tree.css(SERVED_ONLY):
        node.decompose()
    places = list(_relink(tree, place, locate))
    _declare(tree, note)
    return tree.html or "", places


def _relink(tree: LexborHTMLParser, place: Place, locate: Locate) -> Iterator[Place]:
    """Make every link lead to a file; yield the places they lead to."""
    for node in tree.css(", ".join(f"[{name}]" for name in LINKING)):
        (name,) = (name for name in LINKING if name in node.attributes)
        address = urljoin(place.address, node.attributes[name] or "")
        if urlsplit(address).scheme:
            continue
        if target := locate(address):
            node.attrs[name] = link(place, target)
            yield target
        else:
            _unlink(node)


def _unlink(node: LexborNode) -> None:
    """Leave the words of a link; take away what only loads something."""
    if node.tag == "a":
        node.unwrap()
    else:
        node.decompose()


def _declare(tree: LexborHTMLParser, note: str) -> None:
    """Write the policy into the head, before anything is loaded, and the note into the footer."""
    policy = tree.create_node("meta")
    policy.attrs["http-equiv"], policy.attrs["content"] = "Content-Security-Policy", POLICY
    if first := tree.css_first("head meta"):
        first.insert_after(policy)
    if (footer := tree.css_first("footer")) and footer.first_child:
        footer.first_child.insert_before(f"{note} ")
