"""Let LibreOffice count the rows of every sheet of a workbook but the cover; fail where a page is upright.

Usage: python workbook.py WORKBOOK
"""

import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ALL_SHEETS_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

(workbook,) = map(Path, sys.argv[1:])
with tempfile.TemporaryDirectory() as folder:
    start = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    for form in (ALL_SHEETS_AS_CSV, "pdf"):
        subprocess.run(
            [*start, "--convert-to", form, "--outdir", folder, workbook], stdout=sys.stderr, check=True
        )
    counts = {}
    for sheet in Path(folder).glob("*.csv"):
        with sheet.open(encoding="utf-8", newline="") as lines:
            counts[sheet.stem.removeprefix(f"{workbook.stem}-")] = sum(1 for _ in csv.reader(lines)) - 1
    pages = re.findall(
        rb"/MediaBox ?\[ ?0 0 ([0-9.]+) ([0-9.]+)", Path(folder, f"{workbook.stem}.pdf").read_bytes()
    )
del counts["About"]
if not pages or any(float(width) < float(height) for width, height in pages):
    sys.exit("it prints pages upright")
print(json.dumps(counts))
