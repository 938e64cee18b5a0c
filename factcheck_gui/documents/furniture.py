"""Page parts that are not the article, and how they are taken out of a text and put back.

Here: which short lines are furniture by their words and place, for text without page structure.
Not here: the layout of web pages, which knows more. Everything is linear in the text, and careful:
a line is left in the article wherever it might be one of its sentences.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck_gui.documents.furniture_words import LONGEST, Grade, grade, is_sure
from factcheck_gui.documents.paragraphs import WHITE, blocks_of
from factcheck_gui.domain import Block, Document, Furniture, Span

LONGEST_TITLE = 150  # characters of a headline in a list of other articles
MOST_TITLES = 40  # headlines in such a list
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


# ---------------------------------------------------------------- finding


def find_furniture(text: str, blocks: Sequence[Block] = ()) -> list[Span]:
    """The page parts of a text as spans without outer white space, sorted and disjoint.

    Runs before the first and after the last paragraph; lists of other articles at the end; lone
    lines between paragraphs only where their words leave no doubt. A text that would be furniture
    from end to end is an article that looks strange: nothing is found in it.
    """
    units = list(blocks) or list(blocks_of(text))
    first = next((n for n, unit in enumerate(units) if not _unit_grade(text, unit)), len(units))
    if first == len(units):
        return []
    tail = len(units)
    while _unit_grade(text, units[tail - 1]):
        tail -= 1
    tail = max(first + 1, _list_start(text, units, tail))
    lone = [unit for unit in units[first:tail] if _is_lone(text, unit)]
    return [Span(unit.start, unit.end) for unit in (*units[:first], *lone, *units[tail:])]


def _lines(text: str, unit: Block) -> list[str]:
    """The lines of a block that may be furniture; none for code, the title and long blocks."""
    title = unit.kind == "heading" and unit.level == 1
    if title or unit.kind == "code" or unit.end - unit.start > LONGEST:
        return []
    return text[unit.start : unit.end].split("\n")


def _unit_grade(text: str, unit: Block) -> Grade:
    return min(map(grade, _lines(text, unit)), default=Grade.NONE)


def _is_lone(text: str, unit: Block) -> bool:
    """Whether a block between paragraphs is furniture without doubt."""
    lines = _lines(text, unit)
    return bool(lines) and all(map(is_sure, lines))


def _list_start(text: str, units: Sequence[Block], tail: int) -> int:
    """Where the furniture at the end begins: at the head of a list of other articles' titles.

    Goes back from ``tail`` over lines that are titles, not sentences; without a head above them
    they are the article's own.
    """
    start = tail
    for n in range(tail - 1, max(0, tail - 1 - MOST_TITLES), -1):
        found = _unit_grade(text, units[n])
        if not found and not _is_title(text, units[n]):
            break
        if found is Grade.HEAD:
            start = n
    return start


def _is_title(text: str, unit: Block) -> bool:
    if unit.end - unit.start > LONGEST_TITLE or unit.kind in ("quote", "code"):
        return False
    words = text[unit.start : unit.end]
    return "\n" not in words and not SENTENCE_END.search(words)


# ---------------------------------------------------------------- taking out, putting back


def remove_furniture(document: Document) -> Document:
    """The document without its page parts, which are kept as ``Furniture``."""
    return cut(document, find_furniture(document.text, document.blocks))


def cut(document: Document, spans: Iterable[Span]) -> Document:
    """The document without ``spans`` (sorted, disjoint) and the white space left over by them.

    Blocks move along; what was cut is kept so that ``put_back`` gives the text of before.
    """
    ranges = _with_space(document.text, spans)
    if not ranges:
        return document
    kept: list[str] = []
    pieces: list[Furniture] = []
    earlier = deque(document.furniture)
    position = gone = 0
    for start, end in ranges:
        while earlier and earlier[0].at <= start:
            pieces.append(_moved(earlier.popleft(), gone))
        kept.append(document.text[position:start])
        inside = []
        while earlier and earlier[0].at < end:
            inside.append(_moved(earlier.popleft(), start))
        pieces.append(Furniture(start - gone, put_back(document.text[start:end], inside)))
        gone += end - start
        position = end
    kept.append(document.text[position:])
    pieces.extend(_moved(one, gone) for one in earlier)
    blocks = _without(document.blocks, ranges)
    return replace(document, text="".join(kept), blocks=blocks, furniture=tuple(pieces))


def put_back(text: str, furniture: Iterable[Furniture]) -> str:
    """The text with the pieces at their places again; pieces are in order of place."""
    parts: list[str] = []
    position = 0
    for piece in furniture:
        parts += (text[position : piece.at], piece.text)
        position = piece.at
    return "".join([*parts, text[position:]])


def _moved(piece: Furniture, by: int) -> Furniture:
    return replace(piece, at=piece.at - by)


def _with_space(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Spans as ranges to cut, neighbours joined.

    Between two paragraphs the larger of the two gaps stays; at either end of the text none does.
    """
    ranges: list[tuple[int, int]] = []
    wide: list[tuple[int, int]] = []
    for span in spans:
        left, right = _grown(text, span)
        if wide and left <= wide[-1][1]:
            wide[-1] = (wide[-1][0], right)
            ranges[-1] = (ranges[-1][0], span.end)
        else:
            wide.append((left, right))
            ranges.append((span.start, span.end))
    return [_side(text, one, outer) for one, outer in zip(ranges, wide, strict=True)]


def _grown(text: str, span: Span) -> tuple[int, int]:
    left, right = span.start, span.end
    while left > 0 and text[left - 1] in WHITE:
        left -= 1
    while right < len(text) and text[right] in WHITE:
        right += 1
    return left, right


def _side(text: str, inner: tuple[int, int], outer: tuple[int, int]) -> tuple[int, int]:
    (start, end), (left, right) = inner, outer
    if left == 0 or right == len(text):
        return left, right
    if text.count("\n", left, start) >= text.count("\n", end, right):
        return start, right
    return left, end


def _without(blocks: Sequence[Block], ranges: Sequence[tuple[int, int]]) -> tuple[Block, ...]:
    """Blocks after the cut: moved, shortened, and left out where nothing remains."""
    found: list[Block] = []
    before = 0  # ranges that end at or before the block's start
    gone = 0
    for block in blocks:
        while before < len(ranges) and ranges[before][1] <= block.start:
            gone += ranges[before][1] - ranges[before][0]
            before += 1
        start, end = block.start - gone, block.end - gone
        n = before
        while n < len(ranges) and ranges[n][0] < block.end:
            low, high = ranges[n]
            start -= max(0, block.start - low)
            end -= min(high, block.end) - low
            n += 1
        if start < end:
            found.append(replace(block, start=start, end=end))
    return tuple(found)
