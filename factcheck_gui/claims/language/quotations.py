"""Which stretches of a text stand between quotation marks.

Here: pairing of marks inside paragraphs, and quotations that run on over paragraphs (each
paragraph opens anew, only the last one closes). Not here: who is quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from factcheck_gui.domain import Span

_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_SINGLE = re.compile(r"[‘’]")
_OPEN = "“„«"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks. ``runs_on``: it continues the one before it."""

    start: int
    end: int
    closed: bool = True
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text in order, with fast answers on places."""

    items: tuple[Quotation, ...] = ()
    starts: tuple[int, ...] = field(init=False)
    lengths: tuple[int, ...] = field(init=False)  # of all before each, and of all

    def __post_init__(self) -> None:
        sizes = (one.end - one.start for one in self.items)
        object.__setattr__(self, "starts", tuple(one.start for one in self.items))
        object.__setattr__(self, "lengths", tuple(accumulate(sizes, initial=0)))

    def number_at(self, at: int) -> int | None:
        """The number of the quotation that holds offset ``at``."""
        index = bisect_right(self.starts, at) - 1
        return index if index >= 0 and at < self.items[index].end else None

    def is_quoted(self, at: int) -> bool:
        """Whether offset ``at`` lies in a quotation."""
        return self.number_at(at) is not None

    def between(self, start: int, end: int) -> range:
        """Numbers of the quotations that touch ``text[start:end]``."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.items[first].end <= start:
            first += 1
        return range(first, max(first, bisect_right(self.starts, end - 1)))

    def grown(self, span: Span) -> Span:
        """The stretch, with all of a quotation that it cuts."""
        start, end = span.start, span.end
        for at in (span.start, span.end - 1):
            number = self.number_at(at)
            if number is not None:
                start = min(start, self.items[number].start)
                end = max(end, self.items[number].end)
        return Span(start, end)

    def form_of(self, content: Sequence[Span]) -> Literal["direct", "mixed", "indirect"]:
        """Direct where all of it is quoted, mixed where some is, else indirect."""
        inside = sum(self.covered(span.start, span.end) for span in content)
        whole = sum(span.end - span.start for span in content)
        if not inside:
            return "indirect"
        return "direct" if inside >= 0.97 * whole else "mixed"

    def covered(self, start: int, end: int) -> int:
        """How many characters of ``text[start:end]`` are quoted."""
        return max(0, self._until(end) - self._until(start))

    def _until(self, at: int) -> int:
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return 0
        one = self.items[index]
        return self.lengths[index] + min(at, one.end) - one.start


def find_quotations(text: str, paragraphs: Sequence[Span]) -> Quotations:
    """Quoted stretches in order, never nested and never across paragraphs (``runs_on`` links).

    Straight marks open where a blank or a bracket comes before them and no blank after; a mark
    that makes no pair is passed over. Where a text has no double marks, ‘single ones’ count.
    """
    signs = _DOUBLE if _DOUBLE.search(text) else _SINGLE
    found: list[Quotation] = []
    for paragraph in paragraphs:
        before = found[-1] if found else None
        open_before = before is not None and not before.closed
        parts = list(_in_paragraph(text, paragraph, signs, open_before))
        if parts and open_before and parts[0].start == paragraph.start:
            parts[0] = Quotation(parts[0].start, parts[0].end, parts[0].closed, runs_on=True)
        found.extend(parts)
    return Quotations(tuple(found))


def _in_paragraph(
    text: str, paragraph: Span, signs: re.Pattern[str], open_before: bool
) -> list[Quotation]:
    parts: list[Quotation] = []
    opened: int | None = None
    for match in signs.finditer(text, paragraph.start, paragraph.end):
        opens = _opens(text, match, paragraph, opened is not None)
        if signs is _SINGLE and match.group() == "’" and _is_apostrophe(text, match):
            continue
        if not opens and opened is None:
            if open_before and not parts:  # it opened in the paragraph before
                opened = paragraph.start
            elif match.group() == '"' and text[match.start() - 1 : match.start()] in (",", ":"):
                opens = True  # said," We
        if opens and opened is None:
            opened = match.start()
        elif not opens and opened is not None:
            parts.append(Quotation(opened, match.end()))
            opened = None
    if opened is not None and _may_run_to_the_end(text, opened, paragraph):
        parts.append(Quotation(opened, paragraph.end, closed=False))
    return parts


def _opens(text: str, match: re.Match[str], paragraph: Span, inside: bool) -> bool:
    sign = match.group()
    if sign in (*_OPEN, "``", "‘"):
        return True
    if sign in "”»’":  # at the start of a paragraph a mark turned the wrong way
        return match.start() == paragraph.start and sign != "’"
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    if before.isspace() != after.isspace():
        return before.isspace()
    if before in "([—–-" and after.isalnum():
        return not inside
    return not inside and (before.isspace() or not (before.isalnum() or before in ".,!?…"))


def _is_apostrophe(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 1].isalnum()


def _may_run_to_the_end(text: str, opened: int, paragraph: Span) -> bool:
    """An unclosed mark counts where the paragraph, a sentence or a clause led to it starts."""
    before = text[max(paragraph.start, opened - 2) : opened].strip()
    return opened == paragraph.start or before[-1:] in tuple(",:.!?")
