"""Paragraphs to the blocks of a Document: headings, lists, quotes, captions, notes, page parts.

Here: what a paragraph is by its size, weight, place and first words. Not here: where it ends. Notes
at the foot of pages go to the end of the text as items with their mark; where they belong the text
has the mark in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median, quantiles

from factcheck_gui.documents.composing import Composer
from factcheck_gui.documents.pdf.glyphs import Word
from factcheck_gui.documents.pdf.joining import Lexicon, join_lines
from factcheck_gui.documents.pdf.lines import MARKS, Line, Table
from factcheck_gui.documents.pdf.paragraphs import (
    ENDS_SENTENCE,
    OTHER_SIZE,
    Paragraph,
    Piece,
    is_mark,
    note_mark,
)

LARGER = 1.12  # times the text's size: a heading
SMALLER = 0.93  # times the text's size: a note, a caption
LONGEST_HEADING = 250  # characters
MOST_HEADING_LINES = 4
SET_IN = 0.8  # times the size: how far a quotation is set in on both sides
CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|photo|picture|image|chart|map|graph(?:ic)?|source|abb(?:ildung|\.)?|"
    r"tabelle|tab\.|foto|quelle|grafik|illustration)(?: ?\d+(?:\.\d+)?)? ?[.:] ",
    re.IGNORECASE,
)
GLUED_MARK = re.compile(r"(\d{1,3})(?=[A-Z“‘\"])")
ENDING_MARK = re.compile(r"(?:[a-z]|[.,;:!?”’)])(?<!\d[.,])(\d{1,3})$")
LEADERS = re.compile(r"(?:\. ?){6,}|…{3,}|_{8,}")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Context:
    """What is known of the whole document before its blocks are written."""

    body: float
    bold: bool
    lexicon: Lexicon
    levels: dict[tuple[float, bool], int]
    set_in: tuple[float, float]  # how far the text is set in from the edges of its columns
    notes: set[int] = field(default_factory=set)  # numbers of pieces that are notes


def compose(pieces: Sequence[Piece], asides: Sequence[str], body: float) -> tuple[Composer, int]:
    """The pieces written, and how many notes went to the end; ``asides`` are furniture by page."""
    composer = Composer()
    context = _context(pieces, body)
    page = 0
    for n, piece in enumerate(pieces):
        here = piece.page
        while page < here:
            composer.put_aside(asides[page])
            page += 1
        if n not in context.notes:
            _write(composer, pieces, n, context)
    for left in asides[page:]:
        composer.put_aside(left)
    for n in sorted(context.notes):
        _write_note(composer, pieces[n], context)
    return composer, len(context.notes)


def _context(pieces: Sequence[Piece], body: float) -> Context:
    paragraphs = [one for one in pieces if isinstance(one, Paragraph)]
    lines = [line for one in paragraphs for line in one.lines]
    own = [line for line in lines if abs(line.size - body) < 0.3]
    bold = sum(line.bold for line in own) * 2 > len(own)
    notes = _find_notes(pieces, body)
    lexicon = Lexicon.of([line.text for line in lines])
    context = Context(body, bold, lexicon, {}, _usual_margins(own), notes)
    looks = {
        _look(one)
        for n, one in enumerate(pieces)
        if isinstance(one, Paragraph) and n not in notes and _is_heading(one, context)
    }
    ranked = sorted(looks, reverse=True)
    context.levels = {look: min(6, n + 1) for n, look in enumerate(ranked)}
    return context


# ---------------------------------------------------------------- notes


def _find_notes(pieces: Sequence[Piece], body: float) -> set[int]:
    """Numbers of the pieces that are notes at a foot; marks of notes in the text get brackets.

    A note is smaller than the text and begins with a mark that stands raised on its page.
    """
    marks = _raised_marks(pieces)
    notes: set[int] = set()
    answered: set[tuple[int, str]] = set()
    for n, piece in enumerate(pieces):
        if not isinstance(piece, Paragraph) or piece.size > SMALLER * body:
            continue
        _part_mark(piece.first)
        mark = note_mark(piece.first)
        if mark and (piece.page, mark) in marks:
            notes.add(n)
            answered.add((piece.page, mark))
        elif n - 1 in notes and _goes_on_note(pieces[n - 1], piece):
            notes.add(n)
    _bracket(pieces, answered)
    return notes


def _part_mark(line: Line) -> None:
    """Parts a mark that is glued to the first word of a note, as in "1Minutes"."""
    word = line.words[0]
    match = GLUED_MARK.match(word.text)
    if match:
        mark = replace(word, text=match[1])
        word.text = word.text[match.end() :]
        line.words.insert(0, mark)


def _goes_on_note(before: Piece, piece: Paragraph) -> bool:
    same = isinstance(before, Paragraph) and before.last.column == piece.first.column
    return same and abs(before.size - piece.size) < 0.3


def _raised_marks(pieces: Sequence[Piece]) -> set[tuple[int, str]]:
    return {
        (line.page, mark)
        for piece in pieces
        if isinstance(piece, Paragraph)
        for line in piece.lines
        for word in line.words
        if (mark := _mark_of(word))
    }


def _mark_of(word: Word) -> str:
    """The mark of a note that a word is, or ends in where its font has raised digits."""
    if word.raised:
        return word.text.rstrip(",")
    match = ENDING_MARK.search(word.text)
    return match[1] if match else ""


def _bracket(pieces: Sequence[Piece], answered: set[tuple[int, str]]) -> None:
    """Raised marks as text: "[3]" for those that a note answers, else raised digits."""
    for piece in pieces:
        for line in piece.lines if isinstance(piece, Paragraph) else ():
            for word in line.words:
                mark = _mark_of(word)
                if mark and (line.page, mark) in answered:
                    word.text = word.text.rstrip(",").removesuffix(mark) + f"[{mark}]"
                elif word.raised and word.text.isdigit():
                    word.text = word.text.translate(SUPERSCRIPTS)


def _write_note(composer: Composer, piece: Piece, context: Context) -> None:
    if isinstance(piece, Table):
        return
    mark = note_mark(piece.first)
    text = _text(piece, context)
    composer.add(text.removeprefix(mark), "item", 1, f"[{mark}]" if mark else "")


# ---------------------------------------------------------------- what a paragraph is


def _write(composer: Composer, pieces: Sequence[Piece], n: int, context: Context) -> None:
    piece = pieces[n]
    if isinstance(piece, Table):
        _write_table(composer, piece)
        return
    text = _text(piece, context)
    apart = abs(piece.size - context.body) > OTHER_SIZE * context.body
    if LEADERS.search(text):
        composer.put_aside(text)
    elif _is_heading(piece, context):
        composer.add(text, "heading", context.levels[_look(piece)], apart=apart)
    elif CAPTION.match(text) and piece.size <= context.body * 1.02:
        composer.add(text, "caption")
    elif _is_item(pieces, n):
        mark, _, rest = text.partition(" ")
        label = "•" if mark in MARKS else mark
        near = bool(composer.blocks) and composer.blocks[-1].kind == "item"
        composer.add(rest, "item", _depth(pieces, n), label, near=near)
    elif _is_quotation(piece, context):
        composer.add(text, "quote", 1, apart=True)
    else:
        composer.add(text, apart=apart)


def _write_table(composer: Composer, table: Table) -> None:
    """A table; one with leaders of dots is a list of contents and no part of the text."""
    if LEADERS.search(" ".join(cell for row in table.rows for cell in row)):
        composer.put_aside("\n".join(" ".join(row) for row in table.rows))
    else:
        composer.add_rows(table.rows)


def _text(piece: Paragraph, context: Context) -> str:
    """The words of a paragraph; soft hyphens within lines are not seen and go."""
    lines = [line.text for line in piece.lines]
    bare = [line[:-1].replace("\u00ad", "") + line[-1:] for line in lines if line]
    return join_lines(bare, context.lexicon)


def _look(piece: Paragraph) -> tuple[float, bool]:
    return round(piece.size * 2) / 2, piece.bold


def _is_heading(piece: Paragraph, context: Context) -> bool:
    text = " ".join(line.text for line in piece.lines[: MOST_HEADING_LINES + 1])
    if len(piece.lines) > MOST_HEADING_LINES or len(text) > LONGEST_HEADING:
        return False
    if not any(one.isalpha() for one in text):
        return False
    larger = piece.size >= LARGER * context.body
    ends = ENDS_SENTENCE.search(text[-8:]) is not None and not text.endswith(("?", "!"))
    if larger:
        return not ends or piece.size >= 1.3 * context.body
    heavy = piece.bold and not context.bold and piece.size > SMALLER * context.body
    return heavy and not ends and not text.endswith(",") and len(piece.lines) < 3


def _is_item(pieces: Sequence[Piece], n: int) -> bool:
    """Whether a piece is an item of a list: a bullet, or a mark with another one beside it."""
    if not _begins_with_mark(pieces, n):
        return False
    piece = pieces[n]
    assert isinstance(piece, Paragraph)
    sure = piece.first.words[0].text in MARKS - set("–—-*")
    return sure or _begins_with_mark(pieces, n - 1) or _begins_with_mark(pieces, n + 1)


def _begins_with_mark(pieces: Sequence[Piece], n: int) -> bool:
    if not 0 <= n < len(pieces):
        return False
    piece = pieces[n]
    if isinstance(piece, Table) or len(piece.first.words) < 2:
        return False
    return is_mark(piece.first.words[0].text) and not piece.first.words[1].glued


def _depth(pieces: Sequence[Piece], n: int) -> int:
    """How deep an item lies: how many marks of its list stand further left, each once."""
    lefts: list[float] = []
    while _begins_with_mark(pieces, n) and len(lefts) < 50:
        piece = pieces[n]
        assert isinstance(piece, Paragraph)
        lefts.append(piece.first.left - piece.first.edge_left)
        n -= 1
    steps = sorted({round(one / 6) for one in lefts if one < lefts[0] - 3})
    return min(6, 1 + len(steps))


def _is_quotation(piece: Paragraph, context: Context) -> bool:
    """Whether a paragraph is set in on both sides, compared with the other ones."""
    step = SET_IN * piece.size
    left = min(_free_left(line) for line in piece.lines) - context.set_in[0]
    right = min(_free_right(line) for line in piece.lines) - context.set_in[1]
    return len(piece.lines) > 1 and left > step and right > step


def _usual_margins(lines: Sequence[Line]) -> tuple[float, float]:
    """How far most lines are set in from the edges of their columns, left and right.

    Half of the lines, so that a few headings or long lines of code do not make all else quotes.
    """
    if not lines:
        return 0.0, 0.0
    return median(map(_free_left, lines)), quantiles([0.0, *map(_free_right, lines)], n=4)[0]


def _free_left(line: Line) -> float:
    return line.left - line.edge_left


def _free_right(line: Line) -> float:
    return line.edge_right - line.right
