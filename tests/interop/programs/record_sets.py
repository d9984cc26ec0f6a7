"""Let mlcroissant read every record set of a Croissant file, and count the records.

It keeps what it has unzipped by the name of the zip alone, and would read the last release again: its cache
is a new folder. Usage: python record_sets.py croissant.json
"""

import json
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as cache:
    os.environ["CROISSANT_CACHE"] = cache
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=sys.argv[1])
    counts = {found.id: sum(1 for _ in dataset.records(found.id)) for found in dataset.metadata.record_sets}
print(json.dumps(counts))
