"""The order in which the runs of a page are read: bands, columns, tables.

Here: recursive cuts of a page along white space. Not here: glyphs, paragraphs, other pages. White
gutters alone cannot tell columns from tables, so the order of the page's content is heard too:
writers finish a column before the next one, and a table row by row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from factcheck_gui.documents.pdf.glyphs import SAME_LINE, Run, overlap

GUTTER = 0.7  # times the size: the narrowest white between columns
DEEPEST = 12  # cuts inside one another
FEWEST_ROWS = 2  # of a column
FULL_LINE = 0.7  # share of its column that the median line of running text fills
FEWEST_WORDS = 4  # in the median line of a column that is written row by row
MOST_SWITCHES = 0.34  # switches of side for each row, up to which a page is written by columns

Row = list[Run]
Interval = tuple[float, float]


def reading_order(runs: Sequence[Run], *, right_to_left: bool = False) -> list[list[Row]]:
    """The columns of a page in the order in which they are read, each as its rows from the top."""
    return [rows_of(column) for column in _cut(list(runs), right_to_left, DEEPEST)]


def rows_of(runs: Sequence[Run]) -> list[Row]:
    """Runs that stand beside one another make a row; rows from the top, runs from the left."""
    rows: list[Row] = []
    for run in sorted(runs, key=lambda one: -(one.top + one.bottom)):
        if rows and overlap(run, rows[-1][0]) >= SAME_LINE:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _cut(runs: list[Run], right_to_left: bool, depth: int) -> list[list[Run]]:
    """The parts of a region in reading order."""
    if len(runs) < 2 * FEWEST_ROWS or depth == 0:
        return [runs] if runs else []
    parts = _sides(runs)
    if right_to_left:
        parts.reverse()
    parts = parts or _bands(runs)
    if len(parts) == 1:
        return [runs]
    return [piece for part in parts for piece in _cut(part, right_to_left, depth - 1)]


# ---------------------------------------------------------------- columns


def _sides(runs: list[Run]) -> list[list[Run]]:
    """The two sides of the widest gutter from top to bottom of a region; [] where none is."""
    least = GUTTER * median(run.size for run in runs)
    for low, high in sorted(_free(runs, least), key=lambda one: one[0] - one[1]):
        left = [run for run in runs if run.right <= low + 0.01]
        right = [run for run in runs if run.left >= high - 0.01]
        if _are_columns(left, right):
            return [left, right]
    return []


def _free(runs: Sequence[Run], least: float) -> list[Interval]:
    """The white intervals of x between runs, at least so wide."""
    found: list[Interval] = []
    edge: float | None = None
    for run in sorted(runs, key=lambda one: one.left):
        if edge is not None and run.left - edge >= least:
            found.append((edge, run.left))
        edge = run.right if edge is None else max(edge, run.right)
    return found


def _are_columns(left: list[Run], right: list[Run]) -> bool:
    """Whether two sides of a gutter are read one after the other, and not row by row."""
    if not _beside(left, right):
        return False
    rows_left, rows_right = rows_of(left), rows_of(right)
    if min(len(rows_left), len(rows_right)) < FEWEST_ROWS:
        return False
    sides = [(run.order, 0) for run in left] + [(run.order, 1) for run in right]
    switches = sum(a[1] != b[1] for a, b in pairwise(sorted(sides)))
    shorter = min(len(rows_left), len(rows_right))
    if switches <= max(1, MOST_SWITCHES * shorter):
        return True
    return _is_prose(rows_left) and _is_prose(rows_right)


def _beside(left: list[Run], right: list[Run]) -> bool:
    low = max(min(run.bottom for run in left), min(run.bottom for run in right))
    high = min(max(run.top for run in left), max(run.top for run in right))
    return high > low


def _is_prose(rows: list[Row]) -> bool:
    """Whether most rows fill their column with several words, as those of running text do."""
    width = max(row[-1].right for row in rows) - min(row[0].left for row in rows)
    filled = median(row[-1].right - row[0].left for row in rows) / max(1.0, width)
    words = median(sum(len(run.words) for run in row) for row in rows)
    return len(rows) > FEWEST_WORDS and filled >= FULL_LINE and words >= FEWEST_WORDS


# ---------------------------------------------------------------- bands


def _bands(runs: list[Run]) -> list[list[Run]]:
    """A region cut into bands from the top: each with one set of gutters, or with none.

    Rows join a band of columns as long as white goes through all of them. A row that has nothing
    beside it, and was written after the columns, is what follows them.
    """
    least = GUTTER * median(run.size for run in runs)
    rows = rows_of(runs)
    bands: list[tuple[bool, list[Row]]] = []
    start = 0
    while start < len(rows):
        end = _columns_end(rows, start, least)
        if end:
            bands.append((True, rows[start:end]))
            start = end
        elif bands and not bands[-1][0]:
            bands[-1][1].append(rows[start])
            start += 1
        else:
            bands.append((False, [rows[start]]))
            start += 1
    return [[run for row in band for run in row] for _, band in bands]


def _columns_end(rows: list[Row], start: int, least: float) -> int:
    """Where the band of columns that begins at a row ends; 0 where none begins there."""
    if not _may_begin(rows, start):
        return 0
    left = min(row[0].left for row in rows)
    right = max(run.right for row in rows for run in row)
    free: list[Interval] = [(left, right)]
    end, furthest, parted = start, left, False
    while end < len(rows):
        narrower = _common(free, rows[end], least)
        furthest = max(furthest, rows[end][-1].left)
        within = any(high <= furthest + 0.01 for _, high in narrower)
        if not narrower or (parted and not within):
            break  # what stays white is no gutter but the room behind short lines
        free, parted = narrower, within
        end += 1
    return _trimmed(rows, start, end, free)


def _may_begin(rows: list[Row], start: int) -> bool:
    """Whether a band of columns may begin here: this row, or one of the next, has two runs."""
    return len(rows[start]) > 1 or any(len(row) > 1 for row in rows[start + 1 : start + 3])


def _common(free: list[Interval], row: Row, least: float) -> list[Interval]:
    """What stays white of intervals with one more row."""
    found: list[Interval] = []
    for low, high in free:
        edge = low
        for run in row:
            if run.left - edge >= least:
                found.append((edge, min(run.left, high)))
            edge = max(edge, run.right)
        if high - edge >= least:
            found.append((edge, high))
    return [(low, high) for low, high in found if high - low >= least]


def _trimmed(rows: list[Row], start: int, end: int, free: list[Interval]) -> int:
    """The end of a band whose gutter has columns on both sides, without what follows them."""
    for low, high in sorted(free, key=lambda one: one[0] - one[1]):
        left = [run for row in rows[start:end] for run in row if run.right <= low + 0.01]
        right = [run for row in rows[start:end] for run in row if run.left >= high - 0.01]
        if not left or not right or not _are_columns(left, right):
            continue
        last = max(run.order for run in right)
        while end > start and _only_after(rows[end - 1], high, last):
            end -= 1
        return end
    return 0


def _only_after(row: Row, gutter: float, last: int) -> bool:
    """Whether a row stands left of a gutter only and was written after all right of it."""
    return all(run.right <= gutter and run.order > last for run in row)
