"""Claims find their places in a newer text, or are said to be orphaned; never a wrong place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.alignment import MOST_CELLS, Words, common_runs
from factcheck_gui.anchoring import Placement, place
from factcheck_gui.domain import Span

LEAD = "The harbour of Aldmoor handled 41,000 containers in March."
QUOTE = "“Traffic has doubled since the bridge opened,” said Inês Prado, who runs the port."
DENIAL = "The mayor denied that the café quarter was flooded twice."
COUNT = "Nobody counted the boats 🚢 that left the inner basin at night."
FERRY = "Ferries carried 1.2 million people last year, the ministry says."
OLD = "\n\n".join((LEAD, f"{QUOTE} {DENIAL}", COUNT, FERRY))


def one(new: str, words: str, old: str = OLD) -> Placement:
    start = old.index(words)
    (found,) = place(old, new, [Span(start, start + len(words))])
    return found


def found_words(new: str, words: str, old: str = OLD) -> str:
    span = one(new, words, old).span
    return span.of(new) if span else ""


def test_the_same_text_leaves_every_claim_where_it_is() -> None:
    for words in (LEAD, QUOTE, "café quarter", "🚢"):
        start = OLD.index(words)
        assert one(OLD, words) == Placement("ok", Span(start, start + len(words)), start)


def test_a_sentence_that_came_in_before_moves_the_place_only() -> None:
    found = one("A storm is coming to the coast.\n\n" + OLD, DENIAL)
    assert (found.state, found.changed, found.near) == ("ok", False, OLD.index(DENIAL) + 33)


def test_other_quotes_dashes_and_spaces_are_no_change() -> None:
    new = OLD.replace("“", '"').replace("”", '"').replace(" ", "\u00a0").replace("\n\n", "  ")
    found = one(new, QUOTE)
    assert (found.state, found.changed) == ("ok", False)
    assert found.span is not None
    assert found.span.of(new) == QUOTE.translate({0x201C: '"', 0x201D: '"', 0x20: 0xA0})


def test_an_accent_encoded_otherwise_is_no_change() -> None:
    found = one(OLD.replace("é", "e\u0301"), DENIAL)
    assert (found.state, found.changed) == ("ok", False)


def test_a_figure_changed_inside_a_claim_is_told() -> None:
    new = OLD.replace("41,000", "14,000")
    found = one(new, LEAD)
    assert (found.state, found.changed) == ("ok", True)
    assert found_words(new, LEAD) == LEAD.replace("41,000", "14,000")


def test_a_word_taken_out_of_a_claim_is_told() -> None:
    new = OLD.replace("denied that", "said")
    assert one(new, DENIAL).changed
    assert found_words(new, DENIAL) == "The mayor said the café quarter was flooded twice."


def test_the_first_and_last_words_of_a_claim_may_change() -> None:
    new = OLD.replace("Nobody counted", "Few people counted").replace("at night.", "by day.")
    expected = "Few people counted the boats 🚢 that left the inner basin by day."
    assert found_words(new, COUNT) == expected


def test_a_part_of_a_sentence_keeps_its_ends() -> None:
    new = OLD.replace("The mayor denied", "On Monday the mayor denied")
    assert found_words(new, "the café quarter was flooded twice") == (
        "the café quarter was flooded twice"
    )


def test_a_claim_that_cut_into_a_word_does_so_again() -> None:
    assert found_words("Well. " + OLD, "arbour of Aldmoor handl") == "arbour of Aldmoor handl"


def test_a_paragraph_that_stands_elsewhere_is_moved() -> None:
    new = "\n\n".join((FERRY, LEAD, f"{QUOTE} {DENIAL}", COUNT))
    found = one(new, FERRY)
    assert (found.state, found.span, found.changed) == ("moved", Span(0, len(FERRY)), False)


def test_a_paragraph_moved_and_edited_is_found_and_told() -> None:
    new = "\n\n".join((FERRY.replace("million", "billion"), LEAD, f"{QUOTE} {DENIAL}", COUNT))
    found = one(new, FERRY)
    assert (found.state, found.changed) == ("moved", True)
    assert found.span == Span(0, len(FERRY))


def test_a_sentence_taken_out_is_orphaned_near_its_place() -> None:
    new = OLD.replace(f" {DENIAL}", "")
    found = one(new, DENIAL)
    assert (found.state, found.span) == ("orphaned", None)
    assert OLD.index(QUOTE) < found.near <= new.index(COUNT)


def test_a_sentence_taken_out_is_not_taken_for_one_much_like_it() -> None:
    twin = DENIAL.replace("twice", "three times")
    old = f"{LEAD}\n\n{DENIAL}\n\n{COUNT}\n\n{twin}\n\n{FERRY}"
    new = f"{LEAD}\n\n{COUNT}\n\n{twin}\n\n{FERRY}"
    assert one(new, DENIAL, old).state == "orphaned"
    assert found_words(new, twin, old) == twin


def test_of_two_copies_the_one_that_stayed_is_found() -> None:
    old = f"{DENIAL}\n\n{LEAD}\n\n{COUNT}\n\n{DENIAL}\n\n{FERRY}"
    new = f"{LEAD}\n\n{COUNT}\n\n{DENIAL}\n\n{FERRY}"
    first, last = old.index(DENIAL), old.rindex(DENIAL)
    spans = [Span(at, at + len(DENIAL)) for at in (first, last)]
    gone, stayed = place(old, new, spans)
    assert gone.state == "orphaned"
    assert stayed.span is not None and stayed.span.start == new.index(DENIAL)


def test_few_words_are_not_found_just_anywhere() -> None:
    assert one("He said so.\n\nFerries are late, the minister says.", "the ministry").span is None


def test_words_in_another_order_are_another_statement() -> None:
    old = f"{LEAD}\n\nThe dog that the old man had bitten the day before was brown.\n\n{FERRY}"
    new = f"{LEAD}\n\nThe old man that the dog had bitten the day before brown was.\n\n{FERRY}"
    assert (
        one(new, "The dog that the old man had bitten the day before was brown.", old).span is None
    )


def test_a_text_that_is_wholly_another_orphans_everything() -> None:
    new = "Rain fell on the hills. Cows stood about and waited for the evening."
    assert {one(new, words).state for words in (LEAD, QUOTE, DENIAL, FERRY)} == {"orphaned"}


@pytest.mark.parametrize("text", ["", " ", "\n", "…", "日本語の文章です。"])
def test_odd_texts_are_no_trouble(text: str) -> None:
    assert one(text, LEAD).state == "orphaned"
    (found,) = place(text + LEAD, LEAD, [Span(0, 1)])
    assert found.state in ("ok", "moved", "orphaned")


def test_scripts_without_spaces_are_compared_sign_by_sign() -> None:
    old, new = (
        "港は三月に四万個を扱った。橋が開いた。",
        "新しい港は三月に四万個を扱った。橋が開いた。",
    )
    assert found_words(new, "港は三月に四万個を扱った", old) == "港は三月に四万個を扱った"


WORDS = st.lists(
    st.sampled_from("the port of a , . “ said 12 1,200 café 🚢 مرحبا 東京 \n\n not".split(" ")),
    max_size=60,
).map(" ".join)


@given(WORDS, WORDS, st.data())
def test_whatever_the_texts_a_place_holds_what_it_says(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    (found,) = place(old, new, [Span(start, end)])
    assert 0 <= found.near <= len(new)
    assert (found.span is None) == (found.state == "orphaned")
    if found.span:
        assert 0 <= found.span.start < found.span.end <= len(new)
        here = Words.of(old)
        first, last = here.inside(Span(start, end))
        there = Words.of(new)
        began, ended = there.inside(found.span)
        same = here.forms[first:last] == there.forms[began:ended]
        assert same is not found.changed


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=20))
def test_a_distinct_sentence_survives_whatever_stands_around_it(
    body: str, before: str, behind: str
) -> None:
    old = f"{body}\n\n{FERRY}\n\n{before}"
    new = f"{before}\n\n{body}\n\n{FERRY}\n\n{behind}"
    assert found_words(new, FERRY, old) == FERRY


@given(
    st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40)
)
def test_runs_are_rising_and_hold_the_same_words(old: list[str], new: list[str]) -> None:
    at = (0, 0)
    for run in common_runs(old, new):
        assert (run.old, run.new) >= at and run.length > 0
        assert old[run.old : run.old + run.length] == new[run.new : run.new + run.length]
        at = (run.old + run.length, run.new + run.length)


def test_very_long_texts_are_aligned_by_landmarks() -> None:
    old = [f"w{n % 7919}-{n // 3}" for n in range(25_000)]
    new = ["x", *old[:9000], *["y"] * 50, *old[9500:], "z"]
    assert len(old) * len(new) > MOST_CELLS
    kept = sum(run.length for run in common_runs(old[1:], new[:-2]))
    assert kept > 24_000
