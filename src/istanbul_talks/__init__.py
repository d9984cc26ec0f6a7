"""The readers: the `talks` command and the Datasette plugin.

What belongs here only reads the database, which says all there is to know: the records, the schema (its
tables `contract_…`) and the views. What does not: anything that makes or changes data (scripts/), any file
of the repository besides the database, any fact about the talks.
"""
