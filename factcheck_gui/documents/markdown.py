"""Markdown files to a Document: plain text with its structure beside it.

Here: what becomes of each kind of Markdown. Not here: encodings, metadata values, furniture. HTML
inside is never interpreted: tags are dropped, scripts and styles with what they hold.
markdown-it-py is imported where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck_gui.documents import plain
from factcheck_gui.documents.decoding import decode
from factcheck_gui.documents.furniture_words import grade
from factcheck_gui.documents.metadata import front_matter, one_line
from factcheck_gui.documents.paragraphs import WHITE
from factcheck_gui.domain import Block, BlockKind, Document, storable

if TYPE_CHECKING:
    from markdown_it.token import Token

MEDIA_TYPE = "text/markdown"
DEEPEST = 100  # quotes, lists and emphasis inside one another
LONGEST, MOST_LINES = 2_000_000, 200_000  # more is shown as it was written
MOST_BRACKETS = 20_000  # each open one may cost the parser DEEPEST looks ahead
SILENT = re.compile(r"<(script|style|template|iframe|svg|noscript)\b", re.IGNORECASE)
TAG = re.compile(r"<(?:[A-Za-z/!?][^<>]*)>")
CELL_BREAK = " | "
SOFT_BREAK = "\r"  # a line end that is only a space; no text has this character itself


def read(data: bytes, name: str) -> Document:
    """A Markdown file as plain text and blocks. Raises Problem where its encoding is unknown.

    Links keep their words, images their description, list items their mark, tables a line a row.
    Front matter, or a first heading, makes the title. What nests too deeply or is too long to
    parse is shown as it was written, and a note says so.
    """
    decoded = decode(data)
    document = Document(
        decoded.text,
        source_name=name,
        media_type=MEDIA_TYPE,
        encoding=decoded.encoding,
        notes=decoded.notes,
    )
    fields, start = front_matter(decoded.text)
    try:
        writer = _parsed(decoded.text[start:])
    except _TooMuch as reason:
        note = f"This Markdown {reason}, so it is shown as it was written."
        return replace(plain.from_text(document), notes=(*document.notes, note))
    text, blocks = "".join(writer.parts), tuple(writer.blocks)
    return replace(document, **{"title": writer.title, **fields}, text=text, blocks=blocks)


class _TooMuch(Exception):
    """Markdown that is not taken apart, and why, as words that go on a sentence."""


def _parsed(body: str) -> Writer:
    from markdown_it import MarkdownIt

    if len(body) > LONGEST or body.count("\n") > MOST_LINES or body.count("[") > MOST_BRACKETS:
        raise _TooMuch("is too long to be taken apart")
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    writer = Writer()
    try:
        tokens = parser.parse(body)
        writer.write(tokens)
    except RecursionError as error:
        raise _TooMuch("is nested too deeply") from error
    if any(token.level >= DEEPEST - 1 for token in tokens):  # the parser drops what is deeper
        raise _TooMuch("is nested too deeply")
    return writer


# ---------------------------------------------------------------- tokens to text


@dataclass
class Writer:
    """Walks over parsed Markdown and writes text and blocks.

    ``quotes`` and ``lists`` count how many are open. ``mark`` is the mark of an item whose first
    words are still to come; ``near`` says that the next block stands one line below, not two.
    """

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    position: int = 0
    quotes: int = 0
    lists: int = 0
    mark: str = ""
    near: bool = False
    cells: list[str] = field(default_factory=list)
    in_row: bool = False
    heading: int = 0

    def write(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            step = getattr(self, "_on_" + token.type, None)
            if step:
                step(token)

    def _on_inline(self, token: Token) -> None:
        words = _words(token.children or ())
        lines = words.split(SOFT_BREAK)
        if self.in_row:
            self.cells.append(" ".join(words.split()))
        elif self.heading:
            self._add(" ".join(words.split()), "heading", self.heading)
        elif all(map(grade, lines)):
            for line in lines:  # page parts under one another are no paragraph
                self._add_paragraph(line)
                self.near = True
            self.near = False
        else:
            self._add_paragraph(" ".join(lines))

    def _add_paragraph(self, words: str) -> None:
        if self.lists:
            self._add(words, "item", self.lists)
        elif self.quotes:
            self._add(words, "quote", self.quotes)
        else:
            self._add(words, "paragraph", 0)

    def _add(self, words: str, kind: BlockKind, level: int) -> None:
        """One block; nothing for white space, so that no block is empty."""
        clean = storable(words).strip("\n\ufeff" if kind == "code" else WHITE)
        if not clean.strip(WHITE):
            return
        if kind == "heading" and not self.parts:
            self.title = one_line(clean)
        gap = ("\n" if self.near else "\n\n") if self.parts else ""
        clean, self.mark, self.near = self.mark + clean, "", False
        start = self.position + len(gap)
        self.parts += (gap, clean)
        self.position = start + len(clean)
        self.blocks.append(Block(kind, start, self.position, level))

    def _on_heading_open(self, token: Token) -> None:
        self.heading = int(token.tag[1])

    def _on_heading_close(self, token: Token) -> None:
        self.heading = 0

    def _on_blockquote_open(self, token: Token) -> None:
        self.quotes += 1

    def _on_blockquote_close(self, token: Token) -> None:
        self.quotes -= 1

    def _on_bullet_list_open(self, token: Token) -> None:
        self.near = self.lists > 0
        self.lists += 1

    def _on_bullet_list_close(self, token: Token) -> None:
        self.lists -= 1
        self.near = False

    _on_ordered_list_open = _on_bullet_list_open
    _on_ordered_list_close = _on_bullet_list_close

    def _on_list_item_open(self, token: Token) -> None:
        self.mark = f"{token.info}. " if token.info else "• "

    def _on_list_item_close(self, token: Token) -> None:
        self.mark, self.near = "", True

    def _on_fence(self, token: Token) -> None:
        self._add(token.content, "code", 0)

    _on_code_block = _on_fence

    def _on_html_block(self, token: Token) -> None:
        for paragraph in without_tags(token.content).split("\n\n"):
            self._add_paragraph(" ".join(paragraph.split()))

    def _on_tr_open(self, token: Token) -> None:
        self.in_row, self.cells = True, []

    def _on_tr_close(self, token: Token) -> None:
        self.in_row = False
        if any(self.cells):
            self._add(CELL_BREAK.join(self.cells), "paragraph", 0)
        self.near = bool(self.parts)

    def _on_table_close(self, token: Token) -> None:
        self.near = False


def _words(children: Sequence[Token]) -> str:
    """The words of a line of Markdown: links keep theirs, images their description."""
    return "".join(_pieces(children))


def _pieces(children: Sequence[Token]) -> Iterator[str]:
    silent = ""  # the name of the element whose content is being dropped
    for child in children:
        if child.type == "html_inline":
            yield "\n" if child.content[:3].lower() == "<br" else ""
            silent = _silent_after(child.content.lower(), silent)
        elif silent:
            continue
        elif child.type in ("text", "code_inline"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield SOFT_BREAK if child.type == "softbreak" else "\n"
        elif child.type == "image":
            yield _words(child.children or ())


def _silent_after(tag: str, silent: str) -> str:
    """Which element's content is dropped after this tag."""
    if silent:
        return "" if tag.startswith("</" + silent) else silent
    match = SILENT.match(tag)
    return match[1] if match and not tag.endswith("/>") else ""


def without_tags(source: str) -> str:
    """What a piece of HTML says, as text: tags and comments go, scripts and styles altogether.

    Linear in its length. Nothing is interpreted, so what looks like a tag is gone or is text.
    """
    import html

    source = _without_comments(source)
    kept: list[str] = []
    position = 0
    while match := SILENT.search(source, position):
        kept.append(source[position : match.start()])
        close = re.compile(rf"</{match[1]}\b[^<>]*>", re.IGNORECASE).search(source, match.end())
        position = close.end() if close else len(source)
    kept.append(source[position:])
    return html.unescape(TAG.sub(" ", "".join(kept)))


def _without_comments(source: str) -> str:
    first, *rest = source.split("<!--")
    return first + "".join(piece.partition("-->")[2] for piece in rest)
