"""Validate CITATION.cff and turn it into a reference. Usage: python citation_file.py CITATION.cff."""

import json
import sys
from pathlib import Path

from cffconvert import Citation

citation = Citation(Path(sys.argv[1]).read_text(encoding="utf-8"))
citation.validate()
print(json.dumps({"reference": citation.as_bibtex().count("@misc{")}))
