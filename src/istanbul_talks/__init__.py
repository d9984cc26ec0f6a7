"""The readers: the `talks` command and the Datasette plugin.

They read only the database, which holds the records, the schema (its tables `contract_…`) and the views. What
makes or changes data belongs in scripts/; facts about the talks belong in the data.
"""
