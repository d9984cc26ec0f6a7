"""The rows of every table, derived from the seeds: a module for each group of tables."""
