"""Printing: plain text and rich, tables, columns, time axis, formats and files."""
