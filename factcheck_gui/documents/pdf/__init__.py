"""PDF files to a Document: ``reader`` is the door.

Here, from the glyphs up: ``glyphs`` (a page's words and where they stand), ``columns`` (the order
in which they are read), ``running`` (headers, footers, page numbers), ``lines`` (lines of a column,
tables), ``paragraphs`` (lines to paragraphs), ``joining`` (hyphens), ``structure`` (headings,
lists, notes). Only ``glyphs`` and ``reader`` know pypdfium2. Lengths are points, y grows upwards.
"""
