"""Quotes that lost their marks: set off on strong evidence only, and never at the text's cost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.documents.block_quotes import set_off
from factcheck_gui.documents.paragraphs import blocks_of
from factcheck_gui.documents.reading import read_bytes
from factcheck_gui.paths import seeds
from tests.core.quickness import within

OWN = "I read the report on the mill this morning and I think it’s worth your time."
ELIDED = (
    "The mill on the river burned for two days in May, and nobody has found out who lit the fire…"
)
AFTER = "“It was cold,” said Ann Lee, a weaver, who had worked there since the spring of 1990."
REPORT = "A spokesman for the town said that the mill had been insured for four million euros."
MORE = "Its owners, however, denied that they had known of the policy before the fire."


def quoted(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    found = set_off(text, blocks_of(text))
    assert [(one.start, one.end) for one in found] == [
        (one.start, one.end) for one in blocks_of(text)
    ]
    return [text[one.start : one.end] for one in found if one.kind == "quote"]


def test_the_seed_is_set_off_as_it_was_published() -> None:
    seed = next(seeds().glob("*.txt"))
    document = read_bytes(seed.read_bytes(), seed.name)
    kinds = "".join(one.kind[0] for one in document.blocks)
    assert kinds == "pqqqqppqqqppp"


def test_what_leaves_something_out_is_quoted_and_so_is_what_follows() -> None:
    assert quoted(OWN, ELIDED, ELIDED, AFTER, OWN) == [ELIDED, ELIDED, AFTER]
    assert quoted(OWN, ELIDED, ELIDED, OWN) == [ELIDED, ELIDED]
    in_brackets = ELIDED.replace("…", ". [...]")
    assert quoted(OWN, in_brackets, ELIDED, OWN) == [in_brackets, ELIDED]


def test_reports_between_an_authors_own_words_are_quoted_where_others_are() -> None:
    own = [OWN, "You know the mill.", "We won’t see it again."]
    assert quoted(own[0], ELIDED, ELIDED, own[1], REPORT, MORE, own[2])[2:] == [REPORT, MORE]


def test_ordinary_prose_is_never_set_off() -> None:
    assert quoted(OWN, REPORT, MORE, OWN) == []
    assert quoted(OWN, ELIDED, REPORT, MORE) == []  # one elision may be the author's own
    assert quoted(REPORT, ELIDED, ELIDED, MORE) == []  # nobody speaks in person
    assert quoted(OWN, "And then…", "I waited…", OWN) == []
    assert quoted(*[OWN.replace(".", "…")] * 4) == []


@given(st.lists(st.sampled_from([OWN, ELIDED, AFTER, REPORT, MORE, "…", "“", "> x…"]), max_size=12))
def test_blocks_keep_their_places(paragraphs: list[str]) -> None:
    quoted(*paragraphs)


def test_time_grows_with_the_text() -> None:
    text = "\n\n".join([OWN, ELIDED, ELIDED, '"' * 5000, "“ " * 3000, "word " * 9000] * 60)
    blocks = blocks_of(text)
    assert within(2, lambda: set_off(text, blocks))
