"""The database as readers use it: opening it, named queries, records, look-up, citations, redirects."""
