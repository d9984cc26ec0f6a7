"""Build hook: compiles the database from seeds/ whenever the package is built.

A wheel carries the database inside the package; an editable install gets it in build/, where
`talks` looks when it runs from a checkout. What the database holds is decided in scripts/, not here.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATABASE = "istanbul-talks.db"


class DatabaseHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts a freshly built database into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the database for a wheel; `version` is "standard" or "editable". An sdist carries seeds/."""
        if self.target_name != "wheel":
            return
        database = self._build()
        if version != "editable":
            build_data["force_include"][str(database)] = f"istanbul_talks/{DATABASE}"

    def _build(self) -> Path:
        """Return the path of the database, built by the makers in scripts/."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "scripts"))
        import makers  # noqa: PLC0415  (found only now that scripts/ is on the path)

        database = root / "build" / DATABASE
        try:
            makers.build(seeds=root / "seeds", package=root / "datapackage.json", database=database)
        except makers.BuildError as error:
            sys.exit(f"{error}\nThe database cannot be built: mend these lines in seeds/ and install again.")
        return database
