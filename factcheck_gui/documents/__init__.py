"""Documents: a file, or pasted text, becomes a ``domain.Document``.

Here: one reader a format (``reading.py`` lists them), what all of them share, and the process
that reads hostile files. Not here: the library, claims, Qt. ``reading`` is the door.
"""
