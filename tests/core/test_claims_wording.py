"""Sentences that stand alone: what is put for which words, and what is left open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui.claims.language.verbs import past_of
from factcheck_gui.claims.language.words import read_words
from factcheck_gui.claims.pipeline import find_claims
from factcheck_gui.claims.rewording.dates_spelt import MONTH_NAMES
from factcheck_gui.domain import FoundClaim
from tests.bench.quality_parts import read_items

FRIDAY = "2024-05-17"


def last_sentence(text: str, published: str | None = FRIDAY) -> FoundClaim:
    claims = find_claims(text, published=published).claims
    return [one for one in claims if one.part_of is None][-1]


def wording_of(part: str, text: str) -> str:
    claims = find_claims(text, published=FRIDAY).claims
    return next(one.wording for one in claims if one.part_of is not None and one.text == part)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Ann Lee built the mill. She sold it in 1950.", "Ann Lee sold it in 1950."),
        ("Ann Lee built the mill. Her son sold it.", "Ann Lee’s son sold it."),
        ("“No,” said [Ann] Lee. Lee then left the room.", "Ann Lee then left the room."),
        ("Daniil Orlov spoke. Police had warned Orlov’s wife.",
         "Police had warned Daniil Orlov’s wife."),
        ("There was a mill in the town of Arden. The mill had no alarm.",
         "The mill in the town of Arden had no alarm."),
        ("The Ore Mining Union (OMU) met. Nobody at OMU was asked.",
         "Nobody at the Ore Mining Union (OMU) was asked."),
        ("The High Court met in Delhi. The court freed 12 men.", "The High Court freed 12 men."),
        ("The mill burned on May 2.", "The mill burned on May 2, 2024."),
        ("The mill burned on 2 May.", "The mill burned on 2 May 2024."),
        ("The mill burned on Tuesday.", "The mill burned on Tuesday, May 14, 2024."),
        ("The mill burned on Tuesday night.", "The mill burned on Tuesday night, May 14, 2024."),
        ("The mill burned yesterday.", "The mill burned on May 16, 2024."),
        ("The mill burned last month.", "The mill burned in April 2024."),
        ("The mill burned last year.", "The mill burned in 2023."),
        ("The mill has been shut since last year.", "The mill has been shut since 2023."),
        ("The mill burned three days ago.", "The mill burned on May 14, 2024."),
    ],
)  # fmt: skip
def test_words_that_point_elsewhere_are_said_in_full(text: str, wording: str) -> None:
    assert last_sentence(text).wording == wording


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee and her sister built the mill.",
        "After her return, Ann Lee built a mill.",
        "It is likely that 12 men died.",
        "Russia has had to pull its guns back.",
        "Ann Lee said she had sold 12 mills.",
        "The mill burned in 1950.",
        "The mill burned on July 2, 2020.",
    ],
)
def test_what_stands_alone_has_no_wording_and_nothing_open(text: str) -> None:
    claim = last_sentence(text)
    assert (claim.wording, [one for one in claim.ambiguous if not one.startswith("The ")]) == (
        "",
        [],
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ann Lee met Eva Braun. She built the mill.", "She"),
        ("The clerks and the guards met. They voted to strike.", "They"),
        ("That has cost 12 lives.", "That"),
        ("Those plants cost 12 lives.", "Those plants"),
        ("A red factory burned and a grey factory shut. The factory had no alarm.", "The factory"),
        ("Ann Lee met Bo Chan. “I saw her there,” Chan said.", "her"),
        ("Ann Hart and Bob Hart left. Hart came back.", "Hart"),
    ],
)
def test_what_is_not_certain_is_left_open(text: str, word: str) -> None:
    claim = last_sentence(text)
    assert word in claim.ambiguous
    assert word in (claim.wording or claim.text)


def test_without_a_day_of_publication_a_date_is_left_open() -> None:
    claim = last_sentence("The mill burned on July 2.", published=None)
    assert (claim.wording, claim.ambiguous) == ("", ("July 2",))


def test_a_date_that_does_not_fit_its_sentence_is_left_open() -> None:
    claim = last_sentence("The mill will close on May 2.")
    assert (claim.wording, claim.ambiguous) == ("", ("May 2",))


def test_another_clinton_is_not_the_one_named_before() -> None:
    text = "Hillary Clinton spoke in Ohio. The deal was signed by President Clinton in 1994."
    assert "Hillary" not in last_sentence(text).wording


def test_a_town_is_not_the_person_of_its_name() -> None:
    text = "Valeska Paris, a nurse, gave evidence. The court sat in Paris for 12 days."
    assert "Valeska" not in last_sentence(text).wording


@pytest.mark.parametrize(
    ("part", "wording"),
    [
        ("A strike … killing 12 men", "A strike killed 12 men."),
        ("it broke a treaty", "A strike broke a treaty."),
    ],
)
def test_a_part_becomes_a_sentence(part: str, wording: str) -> None:
    assert wording_of(part, "A strike hit Arden, killing 12 men, and it broke a treaty.") == wording


def test_a_part_of_what_is_said_states_the_content_alone() -> None:
    text = "Ann Lee said she had sold the mill and that it was worthless."
    assert wording_of("she had sold the mill", text) == "Ann Lee had sold the mill."
    assert wording_of("it was worthless", text) == "The mill was worthless."


def test_an_object_is_put_where_it_belongs() -> None:
    text = "Peru condemned the raid, which Chile described as a mistake."
    assert (
        wording_of("the raid … which Chile described as a mistake", text)
        == "Chile described the raid as a mistake."
    )


def test_an_antecedent_that_is_not_certain_makes_no_wording() -> None:
    text = "He bought a house in Omak, which has 5,000 windows."
    claim = next(one for one in find_claims(text).claims if one.text.startswith("Omak"))
    assert (claim.wording, claim.ambiguous) == ("", ("which",))


# ---------------------------------------------------------------- any text

_GIVEN = {
    "is", "are", "in", "on", "the", "of", "week", "year", "years", "old", "s",
    *(month.lower() for month in MONTH_NAMES),
}  # fmt: skip
_WORDS = sorted(
    {word for item in read_items(measuring=False) for word in (item.before + item.sentence).split()}
)


def _bare(form: str) -> str:
    return form.lower().replace("’", "'").removesuffix("'s").rstrip("'")


@given(st.lists(st.sampled_from(_WORDS), min_size=4, max_size=60).map(" ".join))
@settings(max_examples=150)
def test_the_words_of_a_wording_come_from_the_article(text: str) -> None:
    article = {_bare(form) for form in read_words(text).forms}
    known = article | _GIVEN | {past_of(word) for word in article if word.endswith("ing")}
    for one in find_claims(text, published=FRIDAY).claims:
        for form in read_words(one.wording).forms:
            word = _bare(form)
            assert word in known or word.isdigit() or not word.isalpha()
