"""Let Spark, in local mode, read every table of a folder of Parquet, and ask it the queries of another.

A table is a file, or a folder that is partitioned by dataset. Prints how many seconds it took to start and to
count the rows of each table; these counts; and by query (its file's name) the rows and the seconds it took.
Usage: python spark.py PARQUET [QUERIES]
"""

import json
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession

began = time.perf_counter()
parquet, *queries = map(Path, sys.argv[1:])
local = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.showConsoleProgress": "false",
    "spark.ui.enabled": "false",
}
spark = SparkSession.builder.master("local[2]").config(map=local).getOrCreate()
rows, answers, seconds = {}, {}, {}
for path in sorted(parquet.iterdir()):
    table = spark.read.parquet(str(path))
    table.createOrReplaceTempView(path.stem)
    rows[path.stem] = table.count()
start = time.perf_counter() - began
for folder in queries:
    for path in sorted(folder.glob("*.sql")):
        asked = time.perf_counter()
        answers[path.stem] = [list(row) for row in spark.sql(path.read_text(encoding="utf-8")).collect()]
        seconds[path.stem] = time.perf_counter() - asked
print(json.dumps({"start": start, "rows": rows, "answers": answers, "seconds": seconds}))
