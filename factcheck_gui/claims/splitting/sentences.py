"""Where sentences begin and end: paragraphs first, then full stops and what follows them.

Here: paragraphs (also of hard-wrapped text), sentence spans, and which paragraphs are headings.
Not here: the ends of sentences within a paragraph (``sentence_ends``, ``sentence_model``), what a
sentence says. Our own, because it measured better than the packages that were tried (see
``split_sentences``); every scan looks at a bounded neighbourhood, so the time grows with the length
of the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck_gui.claims.splitting.sentence_ends import CLOSERS
from factcheck_gui.claims.splitting.sentence_model import cuts
from factcheck_gui.domain import Block, Span

_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_ITEM = re.compile(r"[-*•·–—▪◦]\s|\(?\d{1,3}[.)]\s|>\s|#")
_CREDIT = re.compile(
    r"(?:^|[\s(])(?:Image|Photo|Photograph|Photos|Video|Audio|Picture|Credit)s?(?: by| credit)?:\s"
    r"|\(?(?:AP Photo|Getty Images|REUTERS|AFP|EPA)/|Getty Images\)?$"
)
_LONGEST_CAPTION = 600
_BULLET = re.compile(r"[•▪◦‣]\s+(?=\S)")
_WIDEST_WRAP = 120  # code points; a longer line was not wrapped by hand or by a mailer
_NARROWEST_WRAP = 40
_LONGEST_WORD = 40


def split_sentences(text: str, blocks: Sequence[Block] = ()) -> list[Span]:
    """The sentences of ``text`` in order, white space at their ends left out.

    ``blocks`` are the paragraphs as the reader of the file saw them; without them empty lines
    part paragraphs, and a single line break does where the text is not hard-wrapped. Spans are
    code points, never overlap and hold every character but white space and the bullets of lists.

    Measured on whole documents, F1 of spans, on documents that were not fitted on (ten folds by
    document): English Web Treebank (development part) .90, eleven news articles .97; the rules
    alone reach .888 and .967 there. The package sentencex 1.0.32 inside the same paragraphs
    reaches .832 and .880, chiefly because it never parts sentences inside quotation marks.
    """
    return [
        sentence
        for paragraph in split_paragraphs(text, blocks)
        for sentence in sentences_of(text, paragraph)
    ]


def sentences_of(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph."""
    start = without_bullet(text, paragraph)
    ends = [start, *cuts(text, start, paragraph.end), paragraph.end]
    spans = (_trimmed(text, a, b) for a, b in pairwise(ends))
    return [Span(without_bullet(text, span), span.end) for span in spans if span]


def without_bullet(text: str, paragraph: Span) -> int:
    """Where the words of a paragraph or sentence begin: behind the bullet of a list's item."""
    bullet = _BULLET.match(text, paragraph.start, paragraph.end)
    return bullet.end() if bullet else paragraph.start


def split_paragraphs(text: str, blocks: Sequence[Block] = ()) -> list[Span]:
    """The paragraphs of ``text``: the blocks, what lies between them, cut at empty lines."""
    wrapped = not blocks and _is_wrapped(text)
    found: list[Span] = []
    for start, end, whole in _regions(text, blocks):
        for a, b in _between(_GAP, text, start, end):
            parts = [(a, b)] if whole else _lines(text, a, b, wrapped)
            found.extend(span for span in (_trimmed(text, *part) for part in parts) if span)
    return found


def is_heading(text: str, paragraph: Span) -> bool:
    """Whether a paragraph of plain text looks like a headline: one short line without a stop."""
    line = paragraph.of(text)
    if len(line) > 150 or "\n" in line or line[-1] in ".!?…:;,。！？":
        return False
    bare = line.rstrip(CLOSERS)
    return bool(bare) and bare[-1] not in ".!?…" and len(line.split()) <= 22


def is_caption(text: str, paragraph: Span) -> bool:
    """Whether a short paragraph names the maker of an image, and so describes one."""
    short = paragraph.end - paragraph.start < _LONGEST_CAPTION
    return short and _CREDIT.search(text, paragraph.start, paragraph.end) is not None


# ---------------------------------------------------------------- paragraphs


def _regions(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, bool]]:
    """Stretches of the text: (start, end, whether line breaks inside are only soft)."""
    at = 0
    for block in sorted(blocks, key=lambda one: one.start):
        start, end = max(at, block.start), min(len(text), block.end)
        if start >= end:
            continue
        if at < start:
            yield at, start, False
        yield start, end, block.kind in ("paragraph", "quote", "item")
        at = end
    if at < len(text):
        yield at, len(text), False


def _between(gap: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in gap.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], start
    while (cut := text.find("\n", at, end)) >= 0:
        spans.append((at, cut))
        at = cut + 1
    return [*spans, (at, end)]


def _is_wrapped(text: str) -> bool:
    """Whether most lines end because the next word would not have fitted."""
    full = lines = 0
    for a, b in _between(_GAP, text, 0, min(len(text), 50_000)):
        spans = _line_spans(text, a, b)
        if len(spans) < 3:
            continue
        width = max(y - x for x, y in spans)
        if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
            continue
        lines += len(spans) - 1
        full += sum(_is_full(text, x, y, width) for x, y in spans[:-1])
    return lines > 0 and full / lines > 0.6


def _is_full(text: str, start: int, end: int, width: int) -> bool:
    following = re.match(r"\S*", text[end + 1 : end + 1 + _LONGEST_WORD])
    return end - start + 1 + (following.end() if following else 0) > width


def _lines(text: str, start: int, end: int, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Parts of a paragraph at its hard line breaks."""
    spans = _line_spans(text, start, end)
    width = max(b - a for a, b in spans)
    at = start
    for (a, b), (c, d) in pairwise(spans):
        following = text[c : min(d, c + 8)].lstrip()
        soft = following[:1].islower() or (wrapped and _is_full(text, a, b, width))
        if not soft or _ITEM.match(following):
            yield at, b
            at = c
    yield at, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
