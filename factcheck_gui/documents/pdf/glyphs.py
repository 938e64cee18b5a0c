"""The words of one PDF page, each with its box, as the page's content says them.

Here: characters to runs of words, ligatures, turned pages. Not here: reading order, and anything
over more than one page. Characters come from pdfium in logical order, so a right-to-left line is
already in reading order and must stay in it.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage  # type: ignore[import-untyped]

MOST_CHARACTERS = 200_000  # of one page; a full newspaper page has 40,000
HYPHENS = {0x02, 0xFFFE}  # what pdfium gives for a hyphen at the end of a line
HYPHEN = "\u00ad"  # how it is written here until lines are joined
WIDE_GAP = 0.8  # times the size: words further apart are not one run
SAME_LINE = 0.5  # share of the lower box that two boxes on one line have in common
RAISED = 0.85  # a note's mark is at most that size of the word before it
RAISED_TEXT = re.compile(r"[\d,*†‡§¶+−-]{1,5}|st|nd|rd|th|[a-z]")
LARGEST_STEP = 1.6  # between the sizes of two words of one run; more is a drop cap
PRIVATE = ("Co", "Cn")  # categories of characters that no text has
NO_WORDS = 0x110000


@dataclass(slots=True)
class Word:
    """A word, its box, its size in points, and whether its font is bold."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool = False
    raised: bool = False  # a small mark above the line, as of a note
    glued: bool = False  # no space before it: only the size changes there


@dataclass(slots=True)
class Run:
    """Words that follow one another on a line, in the order of the page's content."""

    words: list[Word]
    order: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def text(self) -> str:
        return joined(self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)


@dataclass(slots=True)
class PageWords:
    """What one page says: its runs, what stands turned on it, its size, unreadable characters."""

    runs: list[Run]
    turned: list[str]
    width: float
    height: float
    characters: int
    unknown: int


def overlap(one: Word | Run, other: Word | Run) -> float:
    """The share of the lower of two boxes that lies beside the other."""
    common = min(one.top, other.top) - max(one.bottom, other.bottom)
    return common / max(0.1, min(one.top - one.bottom, other.top - other.bottom))


def joined(words: list[Word]) -> str:
    """Words with a space between them; what is glued to the word before it has none."""
    parts: list[str] = []
    for word in words:
        parts += [word.text] if word.glued or not parts else [" ", word.text]
    return "".join(parts)


def page_words(page: PdfPage) -> PageWords:
    """The words of a page within its visible box, the page turned as most of its words are."""
    left, bottom, right, top = page.get_cropbox()
    textpage = page.get_textpage()
    try:
        words, angles, characters, unknown = _words(textpage, (left, bottom, right, top))
    finally:
        textpage.close()
    angle = Counter(angles).most_common(1)[0][0] if angles else 0
    upright = [word for word, one in zip(words, angles, strict=True) if one == angle]
    turned = [word.text for word, one in zip(words, angles, strict=True) if one != angle]
    width, height = right - left, top - bottom
    for word in upright:
        _turn(word, angle, left, bottom, width, height)
    if angle % 180:
        width, height = height, width
    notes = [" ".join(turned)] if turned else []
    return PageWords(list(_runs(upright)), notes, width, height, characters, unknown)


def _turn(word: Word, angle: int, left: float, bottom: float, width: float, height: float) -> None:
    """Moves a word into a page that is upright and starts at (0, 0)."""
    x0, x1 = word.left - left, word.right - left
    y0, y1 = word.bottom - bottom, word.top - bottom
    if angle == 90:
        x0, x1, y0, y1 = y0, y1, width - x1, width - x0
    elif angle == 180:
        x0, x1, y0, y1 = width - x1, width - x0, height - y1, height - y0
    elif angle == 270:
        x0, x1, y0, y1 = height - y1, height - y0, x0, x1
    word.left, word.right, word.bottom, word.top = x0, x1, y0, y1


# ---------------------------------------------------------------- characters to words


def _words(
    textpage: PdfTextPage, visible: tuple[float, float, float, float]
) -> tuple[list[Word], list[int], int, int]:
    """Words in the order of the content, the angle of each, and how many characters there were."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    words: list[Word] = []
    angles: list[int] = []
    unknown = characters = 0
    for first, letters, box, glued in _groups(textpage, pdfium, visible):
        characters += len(letters)
        unknown += sum(1 for one in letters if one == "\ufffd" or _is_private(one))
        size, angle = _size(textpage, first, pdfium)
        bold = _bold(textpage, first, pdfium)
        words.append(Word(_clean(letters), *box, size, bold, glued=glued))
        angles.append(angle)
    return words, angles, characters, unknown


Box = tuple[float, float, float, float]


def _groups(textpage: Any, pdfium: Any, visible: Box) -> Iterator[tuple[int, str, Box, bool]]:
    """Letters that make one word: the index of the first, all, their box, whether it is glued.

    A word ends at white space, at a jump to another place, and where the size changes as it does
    before the mark of a note.
    """
    unicode, size_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetFontSize
    box_of, rect = pdfium.FPDFText_GetLooseCharBox, pdfium.FS_RECTF()
    raw, there = textpage.raw, ctypes.byref(rect)
    left, bottom, right, top = visible
    letters: list[str] = []
    glued, before = False, (0.0, 0.0)
    first, x0, y0, x1, y1, size = 0, 0.0, 0.0, 0.0, 0.0, 0.0
    for n in range(min(pdfium.FPDFText_CountChars(raw), MOST_CHARACTERS)):
        code = unicode(raw, n)
        letter = HYPHEN if code in HYPHENS else chr(code) if 0 < code < NO_WORDS else "\ufffd"
        if letter.isspace() or code == 0:
            if letters:
                yield first, "".join(letters), (x0, y0, x1, y1), glued
            letters, glued = [], False
            continue
        if not box_of(raw, n, there):
            continue
        a, b, c, d = rect.left, rect.bottom, rect.right, rect.top
        if not (left <= (a + c) / 2 <= right and bottom <= (b + d) / 2 <= top):
            continue
        this = size_of(raw, n)
        far = bool(letters) and _apart(x0, y0, x1, y1, a, b, c, d)
        if letters and (far or this != size):
            yield first, "".join(letters), (x0, y0, x1, y1), glued
            letters, glued = [], not far
        if not letters:
            first, x0, y0, x1, y1, size = n, a, b, c, d, this
        if letters and (a, c) == before and letter > "\u0590" and _is_right_to_left(letter):
            letters.insert(len(letters) - 1, letter)  # a ligature, which pdfium gives reversed
        else:
            letters.append(letter)
        before = (a, c)
        x0, y0, x1, y1 = min(x0, a), min(y0, b), max(x1, c), max(y1, d)
    if letters:
        yield first, "".join(letters), (x0, y0, x1, y1), glued


def _apart(
    x0: float, y0: float, x1: float, y1: float, a: float, b: float, c: float, d: float
) -> bool:
    """Whether a letter's box is far from that of the word so far, whatever way it is written."""
    reach = max(d - b, c - a, 1.0)
    return a > x1 + reach or c < x0 - reach or b > y1 + reach / 2 or d < y0 - reach / 2


def _size(textpage: Any, n: int, pdfium: Any) -> tuple[float, int]:
    """The size of a letter in points, and the angle it stands at: 0, 90, 180 or 270."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage.raw, n, ctypes.byref(matrix)):
        return 0.0, 0
    scale = math.hypot(matrix.c, matrix.d)
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360
    return round(pdfium.FPDFText_GetFontSize(textpage.raw, n) * scale, 1), angle


def _bold(textpage: Any, n: int, pdfium: Any) -> bool:
    """Whether a letter's font is bold, by its weight or its name."""
    name = ctypes.create_string_buffer(120)
    pdfium.FPDFText_GetFontInfo(textpage.raw, n, name, 120, None)
    known = name.value.lower()
    return b"bold" in known or b"black" in known or b"heavy" in known


def _is_right_to_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL")


def _is_private(letter: str) -> bool:
    return letter > "\x7f" and unicodedata.category(letter) in PRIVATE


def _clean(letters: str) -> str:
    """Ligatures as letters, forms of Arabic letters as the letters, halves of pairs joined."""
    if letters.isascii():
        return letters
    if any("\ud800" <= one <= "\udfff" for one in letters):
        letters = letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(
        unicodedata.normalize("NFKC", one) if "\ufb00" <= one <= "\ufeff" else one
        for one in letters
    )


# ---------------------------------------------------------------- words to runs


def _runs(words: list[Word]) -> Iterator[Run]:
    """Words that follow one another on one line without a wide gap."""
    run: list[Word] = []
    order = 0
    for word in words:
        if run and not _goes_on(run, word):
            yield _run(run, order)
            run, order = [], order + 1
        if run:
            word.raised = _is_raised(run[-1], word)
            word.glued = word.glued or word.raised  # in justified lines there is white before it
        run.append(word)
    if run:
        yield _run(run, order)


def _goes_on(run: list[Word], word: Word) -> bool:
    last = run[-1]
    if max(last.size, word.size) > LARGEST_STEP * min(last.size, word.size) and not (
        last.raised or _is_raised(last, word)
    ):
        return False
    if word.glued:
        return True
    base = last if not last.raised or len(run) == 1 else run[-2]
    gap = max(word.left - last.right, last.left - word.right)
    if gap > WIDE_GAP * max(last.size, word.size) or overlap(word, base) < SAME_LINE:
        return False
    return gap > -max(last.size, word.size)  # one that lies on the other is another line's


def _is_raised(before: Word, word: Word) -> bool:
    """Whether a word is a mark of a note: small, above the line, right after a word."""
    near = abs(word.left - before.right) < 0.25 * before.size
    small = 0.4 * before.size < word.size < RAISED * before.size
    if not RAISED_TEXT.fullmatch(word.text):
        return False
    middle = (before.bottom + before.top) / 2
    return near and small and (word.bottom + word.top) / 2 > middle + 0.05 * before.size


def _run(words: list[Word], order: int) -> Run:
    return Run(
        words,
        order,
        min(word.left for word in words),
        min(word.bottom for word in words),
        max(word.right for word in words),
        max(word.top for word in words),
    )
