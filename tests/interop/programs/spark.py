"""Let Spark, in local mode, read every table of a folder of Parquet, and ask it the queries of another.

A table is a file, or a folder that is partitioned by dataset. Prints how many rows each table has, and by
query (its file's name) the rows that answer it.
Usage: python spark.py PARQUET [QUERIES]
"""

import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession

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
rows, answers = {}, {}
for path in sorted(parquet.glob("[!.]*")):
    table = spark.read.parquet(str(path))
    table.createOrReplaceTempView(path.stem)
    rows[path.stem] = table.count()
for folder in queries:
    for path in sorted(folder.glob("*.sql")):
        answers[path.stem] = [list(row) for row in spark.sql(path.read_text(encoding="utf-8")).collect()]
print(json.dumps({"rows": rows, "answers": answers}))
