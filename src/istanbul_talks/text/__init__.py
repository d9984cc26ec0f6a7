"""Text rules that makers and readers share: imports nothing heavy and nothing of the other packages."""
