"""What real readers say of the reports: validators, a browser, LibreOffice, other libraries.

``make check-exports`` runs it (``python -m tests.exports``). ``make test`` does not: it needs more
than Python. Not here: what Python alone can tell, which is in ``tests/core``.
"""
