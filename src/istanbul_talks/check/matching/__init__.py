"""Matching: the words between quotation marks of a draft, found in the articles, or what differs."""
