"""The site as a browser shows it: serving it, opening Chromium, and one address of every kind of page."""
