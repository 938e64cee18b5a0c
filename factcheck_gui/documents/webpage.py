"""A web page (HTML, XHTML, SingleFile) to a Document: the article, and beside it what was not.

Here: the order of the steps, and pieces to text. Not here: parsing (``page_tree``), taking a page
apart (``page_pieces``), deciding (``page_article``), what it says about itself (``page_metadata``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from factcheck_gui.documents import page_facts, page_metadata, page_tree, plain
from factcheck_gui.documents.page_article import article_pieces
from factcheck_gui.documents.page_pieces import Piece, pieces_of
from factcheck_gui.documents.paragraphs import WHITE
from factcheck_gui.domain import Block, Document, Furniture, storable

MEDIA_TYPE = "text/html"
CLOSE = frozenset(("item", "table"))  # kinds that stand under one another without a blank line
STATED, LITTLE = 800, 0.25  # characters of an articleBody; the share of it that a page shows
PARTING = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|tr|table|blockquote|pre|section|article|td|ul|ol)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


def read(data: bytes, name: str, *, address: str = "", charset: str = "") -> Document:
    """The article of a page; ``address`` and ``charset`` are what its container says of it.

    Paragraphs, headings, quotes, items, tables, captions and code become blocks; what is not the
    article is kept as furniture. Raises Problem where no encoding fits.
    """
    page = page_tree.parse(data, charset)
    if page.root is None:
        return _untaken(page, name)
    facts = page_facts.facts_of(page.root, page.source, address)
    fields, origins = page_metadata.metadata(facts)
    title = fields.get("title", "")
    pieces = pieces_of(page.root)
    chosen = article_pieces(pieces, page.root, page.source, title, facts.body())
    notes = page.notes
    if _shows_little(pieces, chosen, facts.body()):
        told = [Piece("paragraph", line) for line in facts.body().split("\n") if line.strip()]
        pieces, chosen = [*told, *pieces], [True] * len(told) + [False] * len(pieces)
        notes = (*notes, "The page shows little of its article: this is what it tells machines.")
    text, blocks, furniture = assemble(pieces, chosen)
    return Document(
        text, blocks, furniture, **fields, source_name=name, media_type=MEDIA_TYPE,
        encoding=page.encoding, notes=notes, origins=origins,
    )  # fmt: skip


def _shows_little(pieces: Sequence[Piece], chosen: Sequence[bool], stated: str) -> bool:
    """Whether a page waits for a script or a payment, but states its article in JSON-LD."""
    shown = sum(len(one.text) for one, good in zip(pieces, chosen, strict=True) if good)
    return len(stated) >= STATED and shown < LITTLE * len(stated)


def assemble(
    pieces: Sequence[Piece], chosen: Sequence[bool]
) -> tuple[str, tuple[Block, ...], tuple[Furniture, ...]]:
    """The text of the chosen pieces, their blocks, and the others at their places beside it."""
    parts: list[str] = []
    blocks: list[Block] = []
    aside: list[tuple[int, str]] = []
    position = 0
    for piece, good in zip(pieces, chosen, strict=True):
        clean = storable(piece.text).strip(WHITE if piece.kind != "code" else "\n\ufeff")
        if not clean.strip(WHITE):
            continue
        if not good:
            aside += [] if piece.hidden else [(position, clean)]
            continue
        near = blocks and piece.kind == blocks[-1].kind and piece.kind in CLOSE
        gap = ("\n" if near else "\n\n") if blocks else ""
        start = position + len(gap)
        position = start + len(clean)
        parts += (gap, clean)
        blocks.append(Block(piece.kind, start, position, piece.level, piece.label))
    return "".join(parts), tuple(blocks), tuple(_runs(aside))


def _runs(aside: Sequence[tuple[int, str]]) -> Iterator[Furniture]:
    """What lies at one place as one piece of furniture, a line each, with the blank line that
    parts it from the text when it is put back."""
    for at, group in groupby(aside, key=itemgetter(0)):
        words = "\n".join(text for _, text in group)
        yield Furniture(at, f"\n\n{words}" if at else f"{words}\n\n")


def _untaken(page: page_tree.Page, name: str) -> Document:
    """A page too deep or too large to be taken apart: all its words, its tags gone."""
    from factcheck_gui.documents.markdown import without_tags

    words = without_tags(PARTING.sub("\n\n", page.source))
    lines = (" ".join(line.split()) for line in words.split("\n"))
    text = storable("\n\n".join(line for line in lines if line))
    why = "This page is nested too deeply or too large to be taken apart: all its words are shown."
    return plain.from_text(
        Document(text, source_name=name, media_type=MEDIA_TYPE, encoding=page.encoding,
                 notes=(*page.notes, why))
    )  # fmt: skip
