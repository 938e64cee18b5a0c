"""Where sentences begin and end: hard cases, each by its own rule."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.claims.splitting.sentence_model import using
from factcheck_gui.claims.splitting.sentences import (
    is_caption,
    is_heading,
    split_paragraphs,
    split_sentences,
)
from factcheck_gui.domain import Block, Span
from tests.core.quickness import grows_less, within


def sentences(text: str, blocks: tuple[Block, ...] = ()) -> list[str]:
    return [span.of(text) for span in split_sentences(text, blocks)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Amina Osei met Gov. Pat Lund at 9 a.m. on Tuesday.", "They spoke for an hour."],
        ["The U.S. Army left in Sept. 2011.", "It came back in 2014."],
        ["He was born in Washington, D.C.", "The family moved soon after."],
        ["J. K. Marsh and Samuel L. Reed own Marsh Inc. and two mills.", "Both men were fined."],
        ["“No,” she said.", "“We never signed it.”", "The lawyer agreed."],
        ["“We left.", "We never came back.”", "So it went."],
        ['"Is it true?" he asked.', "Nobody answered."],
        ["He left (the others stayed).", "(It rained.)", "She wrote: no."],
        ["The price rose 3.5 percent to $1.20.", "Nos. 4 and 5 were sold."],
        ["Wait… what was that?", "Nothing.", "It stopped..."],
        ["Prices fell.[12]", "Wages did not.[3]"],
        ["“Yes!” shouted Kim, who “had won.”", "Then it was over."],
        ["See fig. 3 and p. 12 for the rates.", "They are low."],
        ["It ended in the third quarter.The next one was worse.", ""],
        ["这是第一句。", "这是第二句！"],
        ["Yahoo! said so.", "Is it so? yes.", ""],
        ["K. L. Maurer and T.J. Huber of Va. met W. H. Stone.", "It rained."],
        ["A reporter for USA Today asked.", "Nobody knew, etc.", "Then they left."],
        ["Group B — Ghana 2 – 1 Peru", ""],
        ["Taipei, Taiwan — The fair opened on Monday.", ""],
        ["A bridge near Ulm.", "Image: Ann Lee."],
        ["1. Bread from Ulm.", "2. Milk and 3 eggs.", "It was 5."],
        ["« Nous partons. »", "Il est parti.", "„Wir gehen.“", "Er blieb.", "»Nein.«", "Gut."],
        ["It made $1.2 bn. vs. $1.1 bn. a year ago.", "Shares rose."],
        ["Q: Did you sign it?", "A: No.", "I was in Ulm.", "MS. LEE: It’s not true.", "(LAUGHTER)"],
        ["Is this true?!", "No way!!!", "Hmm…", "OK."],
        ["“They lose it,” [Ada] Moor said.", "‘It is over,’ Kim said."],
        ["Two things are missing:", "1) bread from Monday", "2) milk"],
        ["He paid 4 to 5 million euros in Aug. 2011.", "Why?", "Nobody says."],
        ["The mill closed in 1999 (its owner, a Mr. Hale, had died).", "It burned in 2003."],
    ],
)
def test_splits_at_sentence_ends_only(parts: list[str]) -> None:
    glued = {
        "It ended in the third quarter.The next one was worse.": [
            "It ended in the third quarter.",
            "The next one was worse.",
        ],
        "Is it so? yes.": ["Is it so?", "yes."],
    }
    wanted = [piece for part in parts if part for piece in glued.get(part, [part])]
    joint = "" if parts[0].startswith("这") else " "
    assert sentences(joint.join(part for part in parts if part)) == wanted


def test_words_set_off_with_a_name_are_one() -> None:
    quote = "“We waited. Nobody came to the gate, and it was cold.” — Ann Lee"
    assert sentences(f"{quote}\n\nThe gate was shut. It rained.")[0] == quote
    titled = f"{quote}, “A winter at the gate”"
    assert sentences(titled) == [titled]


def test_loose_writing_is_parted_without_stops() -> None:
    assert sentences("Hello all, We arrived yesterday. thanks to everybody!!! it was great") == [
        "Hello all, We arrived yesterday.",
        "thanks to everybody!!!",
        "it was great",
    ]


def test_without_fitted_weights_the_rules_decide() -> None:
    with using({}):
        assert sentences("Dr. Osei left. She spoke.") == ["Dr. Osei left.", "She spoke."]


@pytest.mark.parametrize(
    "piece",
    ['"', "“ ", "(", "[ (", ". ", "… ", " - ", "a", "word ", "Word The ", "a\n", "\n", ": A "],
)
def test_time_grows_with_the_length_whatever_it_holds(piece: str) -> None:
    def splitting(length: int) -> Callable[[], object]:
        return lambda: split_sentences(piece * (length // len(piece)))

    splitting(100)()
    assert within(0.5, splitting(40_000)) or grows_less(12, splitting(40_000), splitting(10_000))


def test_empty_lines_part_paragraphs_even_without_a_stop() -> None:
    assert sentences("Council cuts budget\n\nThe council met\n \nand went") == [
        "Council cuts budget",
        "The council met",
        "and went",
    ]


def test_a_single_line_break_parts_short_lines() -> None:
    assert sentences("Follow us\nShare this page\nRead more") == [
        "Follow us",
        "Share this page",
        "Read more",
    ]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "The river had risen by four metres within a day, the water board\n"
        "said on Monday, and the two bridges of the old town were closed to\n"
        "lorries until engineers could look at their piers. Nobody was hurt\n"
        "in the flood."
    )
    assert len(sentences(text)) == 2


def test_blocks_of_the_reader_are_the_paragraphs() -> None:
    text = "One title\nA line that\nGoes on here. And on."
    blocks = (Block("heading", 0, 9, 1), Block("paragraph", 10, len(text)))
    assert sentences(text, blocks) == ["One title", "A line that\nGoes on here.", "And on."]


def test_the_place_of_filing_is_no_part_of_the_first_sentence() -> None:
    assert sentences("LEEDS, England (PA) — The mill burned. Two died.") == [
        "LEEDS, England (PA) —",
        "The mill burned.",
        "Two died.",
    ]


def test_bullets_of_a_list_are_left_out() -> None:
    assert sentences("• First thing. Second thing.") == ["First thing.", "Second thing."]
    assert sentences("• Bread from Ulm • Milk • Eggs") == ["Bread from Ulm", "Milk", "Eggs"]


def test_a_headline_is_a_short_line_without_a_stop() -> None:
    text = "Mill burns in Leeds\n\nThe mill burned.\n\n“We left”"
    assert [is_heading(text, one) for one in split_paragraphs(text)] == [True, False, True]


def test_a_paragraph_with_an_image_credit_is_a_caption() -> None:
    text = "The mill in 1950. Photo: Ann Lee."
    assert is_caption(text, Span(0, len(text)))
    assert not is_caption("The photo was old.", Span(0, 18))


@given(st.text(alphabet=st.sampled_from("aB .!?…\"'“”‘’()[]\n\u3002\u0301😀-—:12,"), max_size=200))
def test_spans_are_in_order_and_hold_every_word(text: str) -> None:
    spans = split_sentences(text)
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    held = {i for one in spans for i in range(one.start, one.end)}
    assert all(i in held for i, sign in enumerate(text) if sign.isalnum())
    assert all(not (one.of(text)[0].isspace() or one.of(text)[-1].isspace()) for one in spans)


@given(st.text(max_size=300))
def test_any_unicode_is_split_without_error(text: str) -> None:
    assert all(one.of(text).strip() for one in split_sentences(text))
