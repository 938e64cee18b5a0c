"""A parsed web page as the pieces of text that a person sees, in order: no judgement yet.

Here: elements to headings, paragraphs, quotes, items, tables, captions, code; what is invisible.
Not here: which pieces are the article (``page_article``). One walk without recursion, linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck_gui.domain import BlockKind

UNSEEN = frozenset(
    "script style template svg math iframe object embed canvas audio video head select "
    "datalist textarea map applet frameset title meta link param source track img input".split()
)
BREAKING = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "noscript ol optgroup option p pre section summary table tbody td tfoot th thead tr ul button "
    "amp-img".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
CONTAINERS = frozenset("article aside body div footer header main nav section td form".split())
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
PULLED = re.compile(r"pull-?_?quote|pulled-?quote|quote-?pull", re.IGNORECASE)
SPACE = re.compile(r"[ \t\n\r\f\v\xa0\u2028\u2029]+")
UNSEEN_SIGNS = str.maketrans("", "", "\xad\u200b\u2060\ufeff")  # where a word may be broken
CELL, ROW = "\t", "\n"
LONGEST_CELL = 400  # characters; a cell that holds more is layout, not data
MOST_NAMES = 300  # characters of class and id that are looked at


@dataclass(slots=True)
class Piece:
    """One run of text as a block; ``links`` counts its characters inside links.

    ``parent`` is the element around it, ``names`` the tags, classes and ids of all elements
    around it, from the outside in.
    """

    kind: BlockKind
    text: str
    level: int = 0
    label: str = ""
    links: int = 0
    hidden: bool = False
    parent: Any = None
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Frame:
    """What an open element means for the text in it."""

    element: Any
    tag: str
    names: tuple[str, ...]
    hidden: bool = False
    quotes: int = 0
    lists: int = 0
    pulled: bool = False
    linked: bool = False
    count: int = 0  # of items so far, in an ordered list; -1 in others
    style: tuple[BlockKind, int] | None = None  # of the blocks in it


@dataclass
class Walk:
    """Goes over the elements and collects pieces."""

    pieces: list[Piece] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    links: int = 0
    label: str = ""

    def run(self, root: Any) -> list[Piece]:
        from lxml import etree

        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "end":
                self._leave(element)
            elif not isinstance(element.tag, str) or element.tag in UNSEEN:
                events.skip_subtree()
                self.stack.append(self._frame(element, ""))
            elif element.tag == "table" and (text := table_text(element)):
                self._add_table(element, text)
                events.skip_subtree()
            else:
                self._enter(element)
        self._finish()
        return self.pieces

    def _enter(self, element: Any) -> None:
        tag = element.tag
        if tag in BREAKING:
            self._finish()
        elif tag == "br":
            self.words.append("\r")
        self.stack.append(frame := self._frame(element, tag))
        if tag == "li":
            self.label = self._mark(element)
        self._say(element.text, frame)

    def _leave(self, element: Any) -> None:
        frame = self.stack.pop()
        if frame.tag in BREAKING:
            self._finish(frame)
        if frame.tag == "li":
            self.label = ""
        if self.stack:
            self._say(element.tail, self.stack[-1])

    def _frame(self, element: Any, tag: str) -> _Frame:
        above = self.stack[-1] if self.stack else _Frame(None, "", ())
        named = f"{element.get('class') or ''} {element.get('id') or ''}"[:MOST_NAMES]
        names = above.names
        if tag in CONTAINERS or (tag and named.strip()):
            names = (*names, f"{tag} {named}".strip())
        frame = _Frame(
            element, tag, names, above.hidden or _is_hidden(element), above.quotes, above.lists,
            above.pulled, above.linked or tag == "a", -1, above.style,
        )  # fmt: skip
        if tag == "blockquote":
            frame.quotes += 1
        if tag in LISTS:
            frame.lists += 1
            frame.count = _start(element) if tag == "ol" else -1
        if tag in ("blockquote", "aside", "div", "figure", "p", "section", "q"):
            frame.pulled = frame.pulled or bool(PULLED.search(named))
        if own := _style(tag, frame):
            frame.style = own
        return frame

    def _mark(self, element: Any) -> str:
        """The mark of a list's item: its number, or a bullet."""
        for frame in reversed(self.stack[:-1]):
            if frame.tag in LISTS:
                if frame.count < 0:
                    return "•"
                value = element.get("value") or ""
                if value.isdecimal() and len(value) < 7:
                    frame.count = int(value)
                frame.count += 1
                return f"{frame.count - 1}."
        return "•"

    def _say(self, words: str | None, frame: _Frame) -> None:
        if words and frame.tag not in ("", "table", "tr", "ul", "ol"):
            if frame.tag == "pre" or (frame.style and frame.style[0] == "code"):
                words = words.replace("\r\n", "\n").replace("\n", "\r")
            self.words.append(words)
            if frame.linked:
                self.links += len(words.strip())

    def _finish(self, frame: _Frame | None = None) -> None:
        """Ends the run of text; two line breaks part it into pieces."""
        words, self.words = "".join(self.words).translate(UNSEEN_SIGNS), []
        links, self.links = self.links, 0
        frame = frame or (self.stack[-1] if self.stack else None)
        if frame is None or not words.strip():
            return
        style = frame.style or ("paragraph", 0)
        texts = [_code(words)] if style[0] == "code" else list(_paragraphs(words))
        whole = sum(map(len, texts)) or 1
        for text in texts:
            if text.strip():
                share = min(len(text), round(links * len(text) / whole))
                self._add(frame, *style, text, share)

    def _add(self, frame: _Frame, kind: BlockKind, level: int, text: str, links: int) -> None:
        label = ""
        if kind == "item":
            label, self.label = self.label, ""
        self.pieces.append(
            Piece(kind, text, level, label, links, frame.hidden, frame.element, frame.names)
        )

    def _add_table(self, element: Any, text: str) -> None:
        self._finish()
        self.stack.append(frame := self._frame(element, "table"))
        links = sum(len("".join(one.itertext())) for one in element.iter("a"))
        caption = next((_flat(one.itertext()) for one in element.iter("caption")), "")
        if caption:
            self._add(frame, "caption", 0, caption, 0)
        self._add(frame, "table", 0, text, links)


def pieces_of(root: Any) -> list[Piece]:
    """The pieces of a parsed page, in its order; those of no visible text are left out."""
    return Walk().run(root)


def _style(tag: str, frame: _Frame) -> tuple[BlockKind, int] | None:
    """What an element makes of the blocks in it; None: what they are already."""
    if tag in HEADINGS:
        return "heading", HEADINGS[tag]
    if tag == "pre":
        return "code", 0
    if tag in ("figcaption", "caption"):
        return "caption", 0
    if tag in ("li", "dd", "dt"):
        return "item", max(1, frame.lists)
    if tag == "blockquote" or frame.pulled:
        return "quote", max(1, frame.quotes)
    return None


def _is_hidden(element: Any) -> bool:
    """Whether a browser shows nothing of an element: of ``noscript`` only one without scripts."""
    style = element.get("style")
    return (
        element.tag == "noscript"
        or element.get("hidden") is not None
        or bool(style and HIDDEN.search(style))
    )


def _start(element: Any) -> int:
    start = element.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 7 else 1


def _paragraphs(words: str) -> Iterator[str]:
    """A run of text as paragraphs: two or more line breaks part them, one stays a line end."""
    lines = [SPACE.sub(" ", line).strip() for line in SPACE.sub(_break, words).split("\r")]
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line:
            paragraph.append(line)
        elif paragraph:
            yield "\n".join(paragraph)
            paragraph = []


def _break(space: re.Match[str]) -> str:
    """White space in a source is one space, but line breaks of the page stay."""
    return "\r" * space[0].count("\r") or " "


def _code(words: str) -> str:
    return "\n".join(line.rstrip() for line in words.split("\r")).strip("\n")


def _flat(texts: Iterable[str]) -> str:
    return SPACE.sub(" ", " ".join(texts).translate(UNSEEN_SIGNS)).strip()


def table_text(table: Any) -> str:
    """A table of data as lines of cells parted by tabs; "" where it only lays a page out.

    Data are at least two rows and two columns of short cells without blocks of their own.
    """
    for one in table.iter("table", "form", "h1", "h2", "ul", "ol", "blockquote", "article", "pre"):
        if one is not table:
            return ""
    rows = []
    for row in table.iter("tr"):
        cells = [_flat(_seen(cell)) for cell in row.iterchildren("td", "th")]
        if any(len(cell) > LONGEST_CELL for cell in cells):
            return ""
        if any(cells):
            rows.append(cells)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return ""
    return ROW.join(CELL.join(cells) for cells in rows)


def _seen(cell: Any) -> Iterator[str]:
    for one in cell.iter():
        if isinstance(one.tag, str) and one.tag not in UNSEEN and one.text:
            yield one.text
        if one is not cell and one.tail:
            yield one.tail
