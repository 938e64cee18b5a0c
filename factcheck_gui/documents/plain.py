"""Plain text files, and text that was pasted, to a Document.

Here: the text as it stands, its blocks, and what a header block says. Not here: encodings
(``decoding``), the rules of paragraphs (``paragraphs``), quotes without marks (``block_quotes``),
furniture by its words (``furniture``).
"""

from __future__ import annotations

from dataclasses import replace

from factcheck_gui.documents.block_quotes import set_off
from factcheck_gui.documents.decoding import decode
from factcheck_gui.documents.furniture import cut
from factcheck_gui.documents.metadata import one_line, split_header
from factcheck_gui.documents.paragraphs import WHITE, blocks_of
from factcheck_gui.domain import Document, Problem, Span

MOST_LINES = 1_000_000  # an article of that many lines is a table or a log; it would fill memory


def read(data: bytes, name: str) -> Document:
    """A plain text file. Raises Problem where its encoding is unknown."""
    decoded = decode(data)
    return from_text(
        Document(decoded.text, source_name=name, encoding=decoded.encoding, notes=decoded.notes)
    )


def from_text(document: Document) -> Document:
    """The document with blocks, and with what its text says about itself.

    ``document.text`` is storable already and stays as it is, line breaks included, except that a
    header block goes to the fields and, like furniture, beside the text. Only a header or a first
    line ``# …`` makes a title; a text without has none. Raises Problem for over a million lines.
    """
    count = document.text.count("\n") + 1
    if count > MOST_LINES:
        raise Problem(f"This text has {count:,} lines; the most that is read is {MOST_LINES:,}.")
    fields, start = split_header(document.text)
    if start and document.text[start:].strip(WHITE):
        document = replace(cut(document, [Span(0, start)]), **fields)
    blocks = set_off(document.text, blocks_of(document.text))
    document = replace(document, blocks=blocks)
    if blocks and blocks[0].kind == "heading" and not document.title:
        heading = document.text[blocks[0].start : blocks[0].end]
        document = replace(document, title=one_line(heading.lstrip("# ")))
    return document
