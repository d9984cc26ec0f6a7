"""The printer into a pipe or file: one line for each thing, marked text between asterisks."""

from collections.abc import Iterable

from istanbul_talks.terminal.marked_text import TextRun, TreeNode


class PlainTextPrinter:
    """Prints titles, definitions, passages and trees as plain lines."""

    def print_title(self, title: str, details: str) -> None:
        """Print what everything below is about."""
        print(f"{title}\t{details}")

    def print_heading(self, heading: str) -> None:
        """Print the heading of a part, after an empty line."""
        print(f"\n{heading}")

    def print_paragraph(self, text: str, indent: int = 0) -> None:
        """Print a text, indented by so many characters."""
        print(" " * indent + text)

    def print_item(self, text: str, details: str, record_id: str | None, indent: int = 0) -> None:
        """Print a text, its details and the id to which it leads, separated by tabs."""
        self.print_paragraph("\t".join([text, *filter(None, [details, record_id])]), indent)

    def print_definitions(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Print pairs of a name and its value, a line each."""
        for name, value in pairs:
            print(f"{name}\t{value}")

    def print_passage(self, runs: Iterable[TextRun], indent: int = 0) -> None:
        """Print a text with its marked runs between asterisks."""
        self.print_paragraph("".join(f"**{run.text}**" if run.marked else run.text for run in runs), indent)

    def print_tree(self, nodes: Iterable[TreeNode], indent: int = 0) -> None:
        """Print nodes, each above its children, which are indented."""
        for node in nodes:
            self.print_passage(node.runs, indent)
            self.print_tree(node.children, indent + 2)
