"""Finding the quotes of an article again in a reader's own copy of it."""
