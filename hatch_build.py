"""Build hook: puts the database into whatever is built: a wheel, an editable install, an sdist.

From a checkout, a wheel carries the database compiled from seeds/, the articles' text included, since the
checkout has it; an editable install gets it in build/, where `talks` looks when it runs from there. An sdist
leaves the articles out and carries the database without their text, ready: a wheel built from it has that
one. What the database holds is decided in scripts/, not here.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATABASE = "istanbul-talks.db"


class DatabaseHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts a database into the wheel or the sdist."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Provide the database; `version` is "standard" or "editable"."""
        build = Path(self.root) / "build"
        if self.target_name == "sdist":
            database = self._provide(build / "sdist" / DATABASE, with_text=False)
            build_data["force_include"][str(database)] = DATABASE
        else:
            database = self._provide(build / DATABASE, with_text=True)
            if version != "editable":
                build_data["force_include"][str(database)] = f"istanbul_talks/{DATABASE}"

    def _provide(self, database: Path, *, with_text: bool) -> Path:
        """Put the database into build/: the one that the sdist carries, or else compiled from seeds/."""
        carried = Path(self.root) / DATABASE
        if not carried.exists():
            return self._compile(database, with_text=with_text)
        database.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copyfile(carried, database))

    def _compile(self, database: Path, *, with_text: bool) -> Path:
        """Return the path of the database, built by the makers in scripts/."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "scripts"))
        import pipeline  # noqa: PLC0415  (found only now that scripts/ is on the path)

        try:
            pipeline.build(root / "seeds", root / "datapackage.json", database, with_text=with_text)
        except OSError as error:
            sys.exit(f"{error}")
        except pipeline.BuildError as error:
            sys.exit(f"{error}\nThe database cannot be built: mend these lines in seeds/ and install again.")
        return database
