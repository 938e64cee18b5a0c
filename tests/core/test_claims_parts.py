"""What a sentence asserts: its parts, their places, and what is rightly left whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui.claims.dividing.parts import find_parts
from factcheck_gui.claims.language.predicates import find_groups
from factcheck_gui.claims.language.verbs import is_doing, is_past_form, past_of, third
from factcheck_gui.claims.language.words import read_words
from factcheck_gui.claims.pipeline import find_claims
from factcheck_gui.domain import FoundClaim, slices
from tests.bench.quality_parts import read_items, score
from tests.core.quickness import within


def parts(sentence: str) -> list[str]:
    return [one.text for one in find_claims(sentence).claims if one.part_of == 0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The mill burned in 1950 and nine men died.",
            ["The mill burned in 1950", "nine men died"],
        ),
        (
            "The court freed two men and fined a third.",
            ["The court freed two men", "The court … fined a third"],
        ),
        (
            "Rain flooded the mine, killing 12 miners and trapping 30 others.",
            [
                "Rain flooded the mine",
                "Rain … killing 12 miners",
                "Rain … trapping 30 others",
            ],
        ),
        (
            "Arden Steel, which owns two mills, made a loss in 2019.",
            ["Arden Steel … made a loss in 2019", "Arden Steel … owns two mills"],
        ),
        (
            "Ann Lee, a former pilot, leads the inquiry.",
            ["Ann Lee … leads the inquiry", "Ann Lee … a former pilot"],
        ),
        (
            "Three clerks were arrested and charged with theft.",
            ["Three clerks were arrested", "Three clerks were … charged with theft"],
        ),
        (
            "The cabinet will cut taxes and build 40 schools.",
            ["The cabinet will cut taxes", "The cabinet will … build 40 schools"],
        ),
        (
            "Peru bought the ships, Chile bought the planes, and Brazil bought the tanks.",
            ["Peru bought the ships", "Chile bought the planes", "Brazil bought the tanks"],
        ),
        (
            "The ferry sank because the crew had left a door open.",
            ["The ferry sank", "the crew had left a door open"],
        ),
        (
            "Police searched a barn which was destroyed by fire in May.",
            ["Police searched a barn", "a barn … was destroyed by fire in May"],
        ),
        (
            "A man who was shot on Monday died on Friday.",
            ["A man … died on Friday", "A man … was shot on Monday"],
        ),
        (
            "The dam — which cost $4 billion — has never held water.",
            ["The dam … has never held water", "The dam … cost $4 billion"],
        ),
        (
            "Omar Said, speaking in Doha, denied the report.",
            ["Omar Said … denied the report", "Omar Said … speaking in Doha"],
        ),
        (
            "We pay the rent and they’re late with the repairs.",
            ["We pay the rent", "they’re late with the repairs"],
        ),
    ],
)
def test_a_sentence_that_asserts_several_things_is_taken_apart(
    sentence: str, expected: list[str]
) -> None:
    assert sorted(parts(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "Police arrested nine men and two women after the match.",
        "Did the mayor sign the contract and keep the money?",
        "If the dam fails, the valley floods and 4,000 people lose their homes.",
        "The minister wants to raise taxes and cut spending.",
        "The man arrested on Monday was freed on bail.",
        "A pause announced by Peru gave the town a week.",
        "Talks between Peru and Chile collapsed in June.",
        "It is unclear whether the boat sank or was sunk.",
        "The attack came after the truce had ended.",
        "The News, the Herald and the Post endorsed her.",
        "The vaccine is safe and cheap.",
        "The robots had to pick up, carry, and deposit balls coloured blue.",
    ],
)
def test_what_asserts_one_thing_is_left_whole(sentence: str) -> None:
    assert parts(sentence) == []


def test_parts_of_what_somebody_says_have_its_speaker_and_their_own_figures() -> None:
    text = "Mayor Ann Lee said the flood had cost $4 million and 300 homes had been lost."
    first, second = (one for one in find_claims(text).claims if one.part_of == 0)
    assert (first.text, second.text) == (
        "the flood had cost $4 million",
        "300 homes had been lost",
    )
    assert first.claimant == second.claimant == find_claims(text).claims[0].claimant
    assert [[figure.value for figure in one.figures] for one in (first, second)] == [[4e6], [300]]


def test_what_stands_around_a_statement_is_the_articles_own_voice() -> None:
    text = "“We won,” said Ann Lee, a retired judge from Leeds."
    (about,) = (one for one in find_claims(text).claims if one.text.startswith("Ann Lee"))
    assert (about.text, about.claimant) == ("Ann Lee … a retired judge from Leeds", None)


def test_headlines_have_no_parts() -> None:
    text = "Mill burns down and nine men die\n\nThe mill burned down in 1950 and nine men died."
    claims = find_claims(text).claims
    assert {one.part_of for one in claims} == {None, 1}


@pytest.mark.parametrize(
    ("doing", "past"),
    [
        ("killing", "killed"), ("taking", "took"), ("forcing", "forced"), ("stopping", "stopped"),
        ("carrying", "carried"), ("hitting", "hit"), ("dying", "died"), ("lying", None),
        ("employing", "employed"),
    ],
)  # fmt: skip
def test_a_participle_has_a_past_tense(doing: str, past: str | None) -> None:
    assert past_of(doing) == past


def test_forms_of_verbs() -> None:
    assert [third(one) for one in ("carry", "pass", "go", "make")] == [
        "carries", "passes", "goes", "makes",
    ]  # fmt: skip
    assert is_past_form("made") and is_past_form("captured") and not is_past_form("hundred")
    assert is_doing("killing") and not is_doing("including")


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("The troops captured in May were freed.", ["were freed"]),
        ("Part of this was due to a pause announced by Peru.", ["was"]),
        ("He had not yet been told that she left.", ["had not yet been told", "left"]),
        ("The report comes a day after Peru exchanged prisoners.", ["comes", "exchanged"]),
    ],
)
def test_finite_verbs(sentence: str, verbs: list[str]) -> None:
    words = read_words(sentence)
    found = find_groups(words, 0, len(words), frozenset())
    assert [sentence[words.starts[one.first] : words.ends[one.end - 1]] for one in found] == verbs


# ---------------------------------------------------------------- any text

_WORDS = sorted({word for item in read_items(measuring=False) for word in item.sentence.split()})
_JUMBLE = st.lists(st.sampled_from(_WORDS) | st.text(max_size=4), max_size=40).map(" ".join)


def _check(text: str, claims: tuple[FoundClaim, ...]) -> None:
    for one in claims:
        if one.part_of is None:
            continue
        whole = claims[one.part_of]
        assert whole.part_of is None and not one.listed
        assert one.spans != whole.spans
        ends = [whole.spans[0].start, *(span.end for span in one.spans)]
        for span, end in zip(one.spans, ends, strict=False):
            assert end <= span.start < span.end <= whole.spans[0].end
        assert one.text == slices(text, one.spans)
    places = [one.spans for one in claims]
    assert len(places) == len(set(places))


@given(_JUMBLE)
@settings(max_examples=150)
def test_parts_of_any_words_lie_in_their_sentence(text: str) -> None:
    _check(text, find_claims(text, published="2024-05-17").claims)


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_parts_of_any_text_lie_in_their_sentence(text: str) -> None:
    _check(text, find_claims(text).claims)


def test_a_sentence_without_end_is_left_whole_in_time() -> None:
    words = read_words("the mill burned and the men died, which was " * 20_000)
    assert find_parts(words, 0, len(words)) == []
    assert within(2, lambda: find_parts(words, 0, len(words)))


@pytest.mark.parametrize(
    "unit", ["the mill burned and he said it was ", "[(", '"', ", who ", "Ann Lee "]
)
def test_time_grows_with_the_text_and_not_faster(unit: str) -> None:
    # It takes a second or two; a square of it would take minutes.
    assert within(20, lambda: find_claims(unit * 10_000, published="2024-05-17"))


def test_the_labelled_sentences_keep_their_figures() -> None:
    """A floor, well under what ``make quality`` prints, so that a rule that breaks others shows."""
    counts = score(read_items(measuring=False))
    assert counts["parts"].precision > 0.88 and counts["parts"].recall > 0.8
    assert counts["part wordings"].precision > 0.93
    assert counts["wordings"].precision > 0.8
