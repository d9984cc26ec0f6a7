"""Printing: rows in every format, and drawing in a terminal. Knows nothing of the database."""
