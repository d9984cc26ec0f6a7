"""Checking a draft: its quotations, figures, names and days, held against what the articles say."""
