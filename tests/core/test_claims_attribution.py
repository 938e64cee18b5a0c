"""Who says what: the forms that news uses, one sentence or two each."""

from __future__ import annotations

import pytest

from factcheck_gui.claims.pipeline import find_claims
from factcheck_gui.domain import Attribution


def read(text: str) -> list[Attribution]:
    return list(find_claims(text).attributions)


def parts(text: str, number: int = 0) -> tuple[str, str, list[str]]:
    one = read(text)[number]
    return one.source[-1].of(text), one.cue[0].of(text), [span.of(text) for span in one.content]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour master said two ships had sunk.",
            "The harbour master", "said", "two ships had sunk",
        ),
        (
            "Peru is blaming Chile for the spill.",
            "Peru", "is blaming", "Chile for the spill",
        ),
        (
            "The rebels, however, denied any part in the raid.",
            "The rebels", "denied", "any part in the raid",
        ),
        (
            "According to Lena Voss, the bridge was never inspected.",
            "Lena Voss", "According to", "the bridge was never inspected",
        ),
        (
            "The bridge was never inspected, according to Lena Voss.",
            "Lena Voss", "according to", "The bridge was never inspected",
        ),
        (
            "“The dam will hold,” said Ines Roth, an engineer at the water board.",
            "Ines Roth", "said", "“The dam will hold,”",
        ),
        (
            "“The dam will hold,” [Ines] Roth said on Monday.",
            "[Ines] Roth", "said", "“The dam will hold,”",
        ),
        (
            "Ines Roth, an engineer at the water board, said the dam would hold.",
            "Ines Roth", "said", "the dam would hold",
        ),
        (
            "In a letter to staff, the director wrote that the mill was closing.",
            "the director", "wrote", "the mill was closing",
        ),
        (
            "Mr. J. K. Marsh told reporters that he had paid.",
            "Mr. J. K. Marsh", "told", "he had paid",
        ),
        (
            "A spokesman for the northern Ore Miners' Union (OMU) said a guard fired first.",
            "A spokesman for the northern Ore Miners' Union (OMU)", "said", "a guard fired first",
        ),
        (
            "A spokeswoman, Dana Ruiz, confirmed the sale.",
            "A spokeswoman, Dana Ruiz", "confirmed", "the sale",
        ),
    ],
)  # fmt: skip
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert parts(text) == (source, cue, [content])


def test_a_statement_around_its_cue_has_two_contents() -> None:
    assert parts("The mill, Roth said, was sold in May.") == (
        "Roth",
        "said",
        ["The mill", "was sold in May"],
    )


def test_two_verbs_of_one_speaker_part_what_is_said() -> None:
    text = "The union denied any threat and in turn accused the owners of lying."
    assert [parts(text, number)[1:] for number in (0, 1)] == [
        ("denied", ["any threat"]),
        ("accused", ["the owners of lying"]),
    ]
    assert [one.polarity for one in read(text)] == ["negative", "positive"]


def test_direct_mixed_and_indirect_speech_are_told_apart() -> None:
    forms = [
        "“We sold it,” Roth said.",
        "Roth said the mill was “a ruin” when she sold it.",
        "Roth said the mill was sold.",
    ]
    assert [read(text)[0].quote for text in forms] == ["direct", "mixed", "indirect"]


def test_a_quotation_goes_on_in_the_next_sentence_and_paragraph() -> None:
    text = "“We left,” Roth said. “It was raining hard.\n\n“The road was gone.”"
    (one,) = read(text)
    assert "“The road was gone.”" in one.content[-1].of(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was the only publicly declared goal of the war.",
        "The United States bought the island.",
        "Peru claimed any land on the coast.",
        "She would say nothing.",
        "The man accused of theft fled.",
        "I think it will rain.",
        "The claims were false.",
        "A halt announced by the army began today.",
    ],
)
def test_no_attribution_where_nobody_states_anything(text: str) -> None:
    assert read(text) == []


def test_speaker_labels_of_a_transcript_are_sources() -> None:
    text = "BLACK: We paid.\n\nWHITE: You did not.\n\nBLACK: We paid twice.\n\nWHITE: Never."
    labels = [one.source[0].of(text) for one in read(text) if one.cue[0].of(text) == ":"]
    assert labels == ["BLACK", "WHITE", "BLACK", "WHITE"]


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in find_claims(text).claims]


def test_names_are_clean_and_pronouns_and_surnames_are_traced() -> None:
    text = (
        "[George] Marsh said the mill was sold. He added that it burned. "
        "Marsh also said nobody died. The mill was old."
    )
    assert claimants(text) == ["George Marsh", "George Marsh", "George Marsh", None]


def test_an_article_is_dropped_and_brackets_of_a_short_form_stay() -> None:
    text = "The spokesman for the Ore Union (OU) said a guard fired."
    assert claimants(text) == ["spokesman for the Ore Union (OU)"]


def test_the_claim_names_the_first_cue_of_its_speaker() -> None:
    text = "The union denied any threat and in turn accused the owners of lying to the court."
    claim = find_claims(text).claims[0]
    assert (claim.claimant, claim.cue) == ("union", "denied")


def test_a_pronoun_in_a_clause_stands_for_the_subject_of_the_sentence() -> None:
    text = "Peru has released a film which it claims proves the raid was staged."
    assert claimants(text) == ["Peru"]
