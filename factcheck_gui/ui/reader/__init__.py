"""The reader: the article's text with its claims marked, and finding in it."""
