"""Reanchoring: the quotes of an article, found again in a reader's own copy of it."""
