"""Facts: the figures, names and dates in a draft's own words, held against those of the articles."""
