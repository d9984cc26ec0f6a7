"""The ids that registers and articles declare, and which of them are referred to."""

from collections.abc import Iterable

from pipeline.yaml_documents import Entry

PERSON = "person"
FILES = {
    "people": "registers/actors.yaml",
    "sources": "articles/ID.txt",
}  # a register has its own file
CLOSE = 0.85  # of difflib's ratio: a letter or two of a slug; what is further off is a name not yet declared


class Identifiers:
    """The ids of each register. They are unique over all together, so one id never means two things."""

    def __init__(self) -> None:
        self._registers: dict[str, dict[str, Entry]] = {}
        self._home: dict[str, tuple[str, Entry]] = {}
        self._used: set[str] = set()
        self._unread: set[str] = set()
        self._of_open_kind: set[str] = set()

    def declare(self, register: str, entry: Entry, name: str) -> None:
        """Add an id to its register; note a problem if it is taken."""
        if name in self._home:
            taken = self.location_of(name)
            entry.problem(f"the id {name!r} is taken by {taken}; ids are unique over all registers")
            return
        self._home[name] = register, entry
        self._registers.setdefault(register, {})[name] = entry
        if register == "actors" and entry.value.get("kind") == PERSON:
            self._registers.setdefault("people", {})[name] = entry

    def leave_open(self, register: str) -> None:
        """Take no id of a register for unknown, since some of it cannot be read."""
        self._unread.update({"actors", "people"} if register == "actors" else {register})

    def leave_kind_open(self, name: str) -> None:
        """Take an id wherever one is wanted, since what kind of record it names is still to be mended."""
        self._of_open_kind.add(name)

    def resolve(
        self, entry: Entry, registers: Iterable[str], kinds: Iterable[str] = (), *, required: bool = True
    ) -> bool:
        """Say whether the entry's value is an id of one of the registers; note a problem if not.

        Where `kinds` are given, a record of any other kind is noted too.
        """
        wanted, name = tuple(registers), str(entry.value)
        if name in self._of_open_kind:
            self._used.add(name)
            return True
        if any(name in self._registers.get(register, {}) for register in wanted):
            self._used.add(name)
            return self._check_kind(entry, name, tuple(kinds), required=required)
        if name in self._home:
            entry.problem(
                f"{name!r} is one of the {self._describe(name)}; an id of {' or '.join(wanted)} goes here"
            )
        elif self._unread.isdisjoint(wanted):
            entry.problem(f"unknown id {name!r}; {self._suggest(name, wanted)}")
        return False

    def report_unused(self, registers: Iterable[str]) -> None:
        """Note every entry of these registers to which nothing refers."""
        for register in registers:
            for name, entry in self._registers.get(register, {}).items():
                if name not in self._used:
                    entry.problem(f"nothing uses {name!r}; refer to it or remove it", unfinished=True)

    def location_of(self, name: str) -> str | None:
        """Return the file and line that declare an id; None if there is no such id."""
        return self._home[name][1].location if name in self._home else None

    def mark_used(self, names: Iterable[str]) -> None:
        """Mark ids as used."""
        self._used.update(names)

    def take_used(self) -> set[str]:
        """Return the ids used so far and forget them, since another process gathers them."""
        used, self._used = self._used, set()
        return used

    def _check_kind(self, entry: Entry, name: str, kinds: tuple[str, ...], *, required: bool) -> bool:
        kind = self._home[name][1].value.get("kind")
        fits = not kinds or kind in kinds
        if not fits:
            otherwise = "" if required else ", or leave the key out"
            entry.problem(f"{name!r} is of kind {kind}; one of kind {', '.join(kinds)} goes here{otherwise}")
        return fits

    def _describe(self, name: str) -> str:
        register, entry = self._home[name]
        return f"{register} (kind {entry.value['kind']})" if "kind" in entry.value else register

    def _suggest(self, name: str, registers: tuple[str, ...]) -> str:
        from difflib import get_close_matches  # noqa: PLC0415  (slow to import, needed only for problems)

        candidates = [candidate for register in registers for candidate in self._registers.get(register, {})]
        near = get_close_matches(name, candidates, n=1, cutoff=CLOSE)
        files = " or ".join(FILES.get(register, f"registers/{register}.yaml") for register in registers)
        guess = f"did you mean {near[0]!r}? If not, " if near else ""
        return f"{guess}declare it in {files}"
