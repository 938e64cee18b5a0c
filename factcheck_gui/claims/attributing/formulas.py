"""Whose words they are by formula, without a verb: "according to", a dash, a picture's credit.

Here: these forms, and "as X put it". Not here: verbs, nouns and adjectives (``attribution``,
``nominals``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck_gui.claims.attributing.clauses import Draft, Sentence
from factcheck_gui.claims.attributing.contents import as_said, clean, said_before
from factcheck_gui.claims.attributing.descriptions import described
from factcheck_gui.claims.language.finite import has_finite, is_finite
from factcheck_gui.claims.language.quotations import Quotations
from factcheck_gui.claims.language.subjects import left_subject, right_subject, verb_start
from factcheck_gui.claims.language.verbs import is_past_form
from factcheck_gui.claims.language.words import CLAUSE_WORDS, DASHES, ENDS, Range, Words
from factcheck_gui.domain import Attribution, Span

_LONGEST_CREDIT = 16  # tokens of "— Ann Lee, mayor of Leeds"
_LONGEST_LEAD = 3  # tokens of "In fact," or "However,"
_ASIDES = frozenset("who which whose quoting citing where".split())
_CREDITS = frozenset("image photo picture photograph illustration credit".split())


def according(sentence: Sentence, index: int) -> Draft | None:
    """The statement around the "according to" at ``index``."""
    words = sentence.words
    source = right_subject(words, index + 2, sentence.hi)
    if source is None:
        return None
    if words.low(source[0]) in ("this", "that") and not words.is_name(source[0] + 1):
        source = (source[0], source[0] + 1)
    head = said_before(sentence, index)
    leads = bool(head) and head[0][1] - head[0][0] <= _LONGEST_LEAD
    at_start = not head or (leads and not has_finite(words, *head[0]))
    description = described(words, source, sentence.hi)
    if description and at_start and words.low(description[1]) != ",":
        description = None  # what is said, and not who says it
    end = description[1] if description else source[1]
    after = _comma_after(sentence, end, min(sentence.hi, index + 40))
    begin = end if at_start and after is None else after
    rest = clean(sentence, begin, sentence.hi) if begin is not None else ()
    inside = words.low(index - 1) in (",", *DASHES) and words.low(index - 2) in CLAUSE_WORDS
    content = rest if at_start or inside else (*head, *rest)
    return Draft((source,), (index, index + 2), content) if content else None


def put_it(sentence: Sentence, index: int) -> Draft | None:
    """As in "As Ann Lee put it in a letter, the mill is a ruin"; ``index`` is at "put"."""
    words = sentence.words
    end, first = verb_start(words, sentence.lo, index)
    source = left_subject(words, max(sentence.lo, index - 60), end)
    if words.low(index + 1) != "it" or source is None or words.low(source[0] - 1) != "as":
        return None
    content = as_said(sentence, source[0] - 1, index + 2)
    return Draft((source,), (first, index + 2), content) if content else None


def _comma_after(sentence: Sentence, start: int, ceiling: int) -> int | None:
    """The comma that closes "according to X, the mayor of Y,": the last before the statement."""
    words = sentence.words
    commas = [i for i in range(start, ceiling) if words.low(i) == ","]
    stop = next((i for i in range(start, ceiling) if words.low(i) in ENDS), ceiling)
    for comma, following in zip(commas, [*commas[1:], stop], strict=False):
        if comma > stop:
            return None
        first = words.low(comma + 1)
        aside = first in _ASIDES or first[:1].isdigit() or not has_finite(words, comma, following)
        more = following < stop and _opens_clause(words, following + 1, sentence.hi)
        if not (aside and more):
            return comma
    return None


def _opens_clause(words: Words, start: int, end: int) -> bool:
    """Whether a subject and its verb, not just a verb, follow."""
    return not (is_finite(words, start) or is_past_form(words.low(start))) and has_finite(
        words, start, min(end, start + 12)
    )


def dash_credits(
    words: Words, quotations: Quotations, paragraphs: Sequence[Span]
) -> Iterator[Attribution]:
    """A quotation that fills a paragraph, a dash, a name: "We won." — Ann Lee, mayor."""
    for paragraph in paragraphs:
        numbers = quotations.between(paragraph.start, paragraph.end)
        if not numbers or quotations.items[numbers[0]].start != paragraph.start:
            continue
        last = quotations.items[numbers[-1]]
        lo, hi = words.range(last.end, paragraph.end)
        if hi - lo > _LONGEST_CREDIT or words.low(lo) not in DASHES or not words.is_name(lo + 1):
            continue
        source = right_subject(words, lo + 1, hi)
        if source:
            content = (Span(paragraph.start, last.end),)
            yield Attribution(spans_of(words, (source,)), spans_of(words, ((lo, lo + 1),)), content)


def picture_credits(words: Words, paragraphs: Sequence[Span]) -> Iterator[Attribution]:
    """A caption's last words, "Image: Ann Lee.": who made the picture, not who says the caption."""
    for paragraph in paragraphs:
        lo, hi = words.range(paragraph.start, paragraph.end)
        hi -= words.low(hi - 1) == "."
        colon = next((i for i in range(max(lo, hi - 9), hi) if words.low(i) == ":"), None)
        if colon is None or colon < lo + 2 or words.low(colon - 1) not in _CREDITS:
            continue
        parts = (colon + 1, hi), (colon - 1, colon), (lo, colon - 1)
        if colon + 1 < hi and words.low(colon - 2) in (".", ")"):
            source, cue, said = (spans_of(words, (part,)) for part in parts)
            yield Attribution(source, cue, said, stance="regards")


def spans_of(words: Words, ranges: Sequence[Range]) -> tuple[Span, ...]:
    """Token numbers as spans of the text."""
    return tuple(Span(words.starts[a], words.ends[b - 1]) for a, b in ranges)
