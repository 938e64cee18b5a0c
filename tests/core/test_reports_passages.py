"""Contexts around claims, and the article cut into marked segments without losing a character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.domain import CONTEXT, Block, Span
from factcheck_gui.reports import passages
from tests.core import report_samples as samples
from tests.core.quickness import within

TEXTS = st.text(alphabet="ab  .\n\u0301é中😀א\u200d", max_size=300)


def _spans(text: str) -> st.SearchStrategy[list[Span]]:
    place = st.integers(0, len(text))
    pair = st.tuples(place, place).map(lambda p: Span(min(p), max(p)))
    return st.lists(pair, max_size=4)


TEXT_AND_SPANS = TEXTS.flatmap(lambda text: st.tuples(st.just(text), _spans(text)))


def _quote(text: str, *words: str) -> str:
    pieces = passages.context(text, [samples.place(text, one) for one in words])
    return "".join(f"[{one.text}]" if one.claim else one.text for one in pieces)


def test_a_short_paragraph_is_quoted_whole_and_no_further() -> None:
    assert _quote("Before.\nIt is red, they say.\nAfter.", "red") == "It is [red], they say."


def test_a_long_paragraph_is_cut_at_words() -> None:
    text = "one two three four five " * 10 + "CLAIM" + " six seven eight nine ten" * 10
    quote = _quote(text, "CLAIM")
    before, after = quote.split("[CLAIM]")
    assert before.startswith("… ") and after.endswith(" …")
    assert set(before[2:].split()) <= set(text.split())
    assert set(after[:-2].split()) <= set(text.split())
    assert CONTEXT <= len(before) - 2 <= passages.REACH + passages.SLACK
    assert CONTEXT <= len(after) - 2 <= passages.REACH + passages.SLACK


def test_two_spans_are_quoted_with_what_stands_between() -> None:
    text = "It opened in 1974 and was repaired twice."
    assert _quote(text, "It opened in 1974", "repaired twice") == (
        "[It opened in 1974] and was [repaired twice]."
    )


def test_a_long_gap_or_another_paragraph_between_spans_is_left_out() -> None:
    assert _quote("A claim" + " x" * 200 + " goes on", "A claim", "goes on") == (
        "[A claim] … [goes on]"
    )
    assert _quote("A claim\ngoes on", "A claim", "goes on") == "[A claim] … [goes on]"


def test_spans_that_overlap_or_lie_outside_are_mended() -> None:
    pieces = passages.context("abcdef", [Span(2, 4), Span(1, 3), Span(5, 99), Span(3, 3)])
    assert [(p.text, p.claim) for p in pieces] == [
        ("a", False),
        ("bcd", True),
        ("e", False),
        ("f", True),
    ]
    assert passages.context("abc", [Span(1, 1)]) == ()


def test_a_word_without_end_is_cut_and_never_inside_a_letter() -> None:
    long = "x\u0301" * 50_000
    quote = _quote(long + "!" + long, "!")
    before, after = quote.split("[!]")
    assert len(quote) < 200
    assert before[2] == "x"
    assert after[:-2].endswith("\u0301")


@given(TEXT_AND_SPANS)
def test_a_context_holds_every_span_and_nothing_that_is_not_there(
    sample: tuple[str, list[Span]],
) -> None:
    text, spans = sample
    pieces = passages.context(text, spans)
    quoted = "".join(one.text for one in pieces if one.claim)
    covered = sorted({at for one in spans for at in range(one.start, one.end)})
    assert quoted == "".join(text[at] for at in covered)
    for one in pieces:
        assert one.text.removeprefix("… ").removesuffix(" …") in text or one.text == " … "


@given(TEXT_AND_SPANS)
def test_the_marked_article_is_the_article(sample: tuple[str, list[Span]]) -> None:
    text, spans = sample
    blocks = passages.whole(text, ())
    marked = passages.marked(text, blocks, [[one] for one in spans])
    shown = "".join(part.text for block in marked for part in block.segments)
    assert shown == "".join(line for line in text.split("\n") if line.strip())
    opened = [claim for block in marked for part in block.segments for claim in part.opens]
    ended = [claim for block in marked for part in block.segments for claim in part.ends]
    assert len(opened) == len(set(opened))
    assert sorted(opened) == sorted(ended)
    for number, one in enumerate(spans):
        assert (number in opened) == bool(_visible(text, one))


def _visible(text: str, span: Span) -> bool:
    """Whether a span touches a line that has more than blanks."""
    at = 0
    for line in text.split("\n"):
        start, end = max(span.start, at), min(span.end, at + len(line))
        if line.strip() and start < end:
            return True
        at += len(line) + 1
    return False


def test_the_shorter_of_two_nested_claims_gives_its_colour() -> None:
    text = "abcdefghij"
    (block,) = passages.marked(text, passages.whole(text, ()), [[Span(1, 9)], [Span(3, 5)]])
    assert [(s.text, s.claim) for s in block.segments] == [
        ("a", None),
        ("bc", 0),
        ("de", 1),
        ("fghi", 0),
        ("j", None),
    ]
    assert [s.ends for s in block.segments] == [(), (), (1,), (0,), ()]


def test_a_claim_over_two_paragraphs_has_one_beginning_and_one_number() -> None:
    text = "one two\n\nthree four"
    first, second = passages.marked(text, passages.whole(text, ()), [[Span(4, 14)]])
    assert [s.opens for s in first.segments] == [(), (0,)]
    assert [s.ends for s in first.segments] == [(), ()]
    assert [(s.text, s.ends) for s in second.segments] == [("three", (0,)), (" four", ())]


def test_text_that_no_block_holds_is_shown_as_paragraphs() -> None:
    text = "Title\nlost line\n- item\nend"
    blocks = passages.whole(text, [Block("heading", 0, 5, 1), Block("item", 16, 22)])
    assert [(b.kind, text[b.start : b.end]) for b in blocks] == [
        ("heading", "Title"),
        ("paragraph", "lost line"),
        ("item", "- item"),
        ("paragraph", "end"),
    ]
    assert passages.paragraph_numbers(blocks) == [0, 1, 2, 3]


def test_blocks_that_overlap_or_end_outside_the_text_are_mended() -> None:
    blocks = passages.whole("abcdef", [Block("quote", 0, 4, 1), Block("paragraph", 2, 99)])
    assert [(b.kind, b.start, b.end) for b in blocks] == [("quote", 0, 4), ("paragraph", 4, 6)]


def test_many_claims_take_time_in_proportion() -> None:
    text = "word " * 10_000
    claims = [[Span(n * 10, n * 10 + 9)] for n in range(5_000)]

    def mark() -> None:
        (block,) = passages.marked(text, passages.whole(text, ()), claims)
        for spans in claims:
            passages.context(text, spans)
        assert len(block.segments) >= 10_000

    assert within(2, mark)
