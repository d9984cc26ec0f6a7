"""A served page rewritten as a file: links between files, its content policy, and a note on its edition."""

from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from static_pages.file_addresses import FileAddress, make_link

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""The policy of the served pages, without frame-ancestors, which a page cannot set for itself."""

LINK_ATTRIBUTES = {"href", "src", "action"}
LINKS = "[href], [src], [action]"
"""Selector of the elements that link to anything."""

SERVED_ONLY = "[data-served]"
"""Selector of what only a server can offer; the templates mark it."""

Locate = Callable[[str], FileAddress | None]


def rewrite_page(html: str, file: FileAddress, locate: Locate, note: str) -> tuple[str, list[FileAddress]]:
    """Return a page as the content of a file, with a note in its footer, and the files it links to.

    `locate` returns the file for an address. A link to an address without a file becomes plain text.
    """
    tree = LexborHTMLParser(html)
    for node in tree.css(SERVED_ONLY):
        node.decompose()
    targets = list(_rewrite_links(tree, file, locate))
    _add_policy_and_note(tree, note)
    return tree.html or "", targets


def _rewrite_links(tree: LexborHTMLParser, file: FileAddress, locate: Locate) -> Iterator[FileAddress]:
    """Make every link lead to a file; yield these files."""
    for node in tree.css(LINKS):
        attributes = node.attributes
        (name,) = LINK_ATTRIBUTES & attributes.keys()
        address = attributes[name] or ""
        if not address.startswith("/"):
            address = urljoin(file.address, address)
        if urlsplit(address).scheme:
            continue
        if target := locate(address):
            node.attrs[name] = make_link(file, target)
            yield target
        else:
            _remove_link(node)


def _remove_link(node: LexborNode) -> None:
    """Replace a link by its text; remove an element that only loads something."""
    if node.tag == "a":
        node.unwrap()
    else:
        node.decompose()


def _add_policy_and_note(tree: LexborHTMLParser, note: str) -> None:
    """Write the policy into the head, before anything is loaded, and the note into the footer."""
    policy = tree.create_node("meta")
    policy.attrs["http-equiv"], policy.attrs["content"] = "Content-Security-Policy", POLICY
    if first := tree.css_first("head meta"):
        first.insert_after(policy)
    if (footer := tree.css_first("footer")) and footer.first_child:
        footer.first_child.insert_before(f"{note} ")
