"""Check-worthiness: what raises and lowers the score, and how it is explained."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.claims.judging.clues import Place
from factcheck_gui.claims.judging.worth import explain, score


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry spent $48 million on 12 empty schools in 2019.",
        "Police arrested three men in Oslo on Friday.",
        "Unemployment fell to 4.1 percent, the lowest rate since 1974.",
        "Senator Blake voted against the bill four times.",
        "According to the audit, the company dumped acid into the Vistula because it was cheaper.",
    ],
)
def test_statements_of_fact_are_listed(sentence: str) -> None:
    assert score(sentence) >= 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "What do you think?",
        "I believe we should all try to be kinder.",
        "Subscribe to our newsletter.",
        "Learn more about our partners.",
        "Let's hope for the best.",
        "Here's another story I wanted to share.",
        "It will be a wonderful day.",
        "Thank you very much.",
    ],
)
def test_questions_opinions_pleas_and_page_talk_are_not(sentence: str) -> None:
    assert score(sentence) < 0.5


@pytest.mark.parametrize(
    "sentence",
    ["The ministry spent $48 million.", "What do you think?", "He is a legend.", "Who knows 12?"],
)
def test_the_reasons_begin_with_the_side_that_won(sentence: str) -> None:
    lowered = explain(sentence)[0].startswith("lowered: ")
    assert lowered == (score(sentence) < 0.5)


def test_a_figure_raises_the_score() -> None:
    assert score("The fire killed 40 people.") > score("The fire killed people.")


def test_a_hedge_lowers_the_score() -> None:
    assert score("The dam perhaps might fail.") < score("The dam failed.")


def test_a_headline_and_a_caption_count_less_than_the_same_words_in_the_text() -> None:
    sentence = "Fire destroys 12 homes in Porto."
    assert score(sentence, Place(heading=True)) < 0.5 < score(sentence, Place())
    assert score(sentence, Place(caption=True)) < score(sentence, Place())


def test_a_figure_inside_a_quotation_keeps_more_of_its_worth() -> None:
    with_figure = "They took 300 horses from us."
    without = "They took horses from us."
    lost = [score(one, Place()) - score(one, Place(quoted=True)) for one in (with_figure, without)]
    assert 0 < lost[0] < lost[1]


def test_the_score_is_explained_in_words() -> None:
    assert "figure" in explain("The ministry spent $48 million in 2019.")
    assert "lowered: question" in explain("Is the dam safe?")
    assert explain("The mayor denied it and accused the union.").count("accusation") == 1


@given(st.text(max_size=200))
def test_any_text_has_a_score_between_zero_and_one(text: str) -> None:
    assert 0 <= score(text) <= 1
    assert all(isinstance(reason, str) for reason in explain(text))


def test_the_month_may_is_no_hedge() -> None:
    assert "lowered: hedged" not in explain("The cap took effect on 1 May 2025.")
    assert "lowered: hedged" in explain("The cap may have taken effect in 2025.")
