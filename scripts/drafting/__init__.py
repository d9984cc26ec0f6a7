"""A first coding of a new article: its files are begun, and what can be read off its words is proposed.

What is unsure is left as `TODO`, which the build refuses. What does not belong here: words of a language
(seeds/languages/), and what an article says (that is the coder's).
"""

import pipeline  # noqa: F401  (first: it looks that the text rules are those of this checkout)
