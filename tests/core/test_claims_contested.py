"""Claims of one article against each other: what is linked, why, and what only looks alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck_gui.claims.contesting.contested import MOST_PARTNERS, find_pairs
from factcheck_gui.claims.measuring.quantities import clash, quantity
from factcheck_gui.claims.pipeline import find_claims
from factcheck_gui.domain import Figure, FoundClaim, Span

PAIRS = Path(__file__).parents[1] / "data" / "contested"
_ARTICLE = """The week in the region was a busy one for reporters.

{first}

The weather on the coast stayed cold, and few people came to the shore.

{second}"""


def reasons(first: str, second: str) -> tuple[str, ...]:
    """Why the first statement is contested in an article that makes both."""
    text = _ARTICLE.format(first=first, second=second)
    claims = find_claims(text, published="2024-06-20").claims
    begin = text.index(first)
    claim = next(one for one in claims if one.spans[0].start == begin and one.part_of is None)
    assert len(claim.contested_by) == len(claim.contested_why)
    return claim.contested_why


def lines(name: str) -> list[str]:
    """Pairs of statements, written for this test: "one | other"."""
    return (PAIRS / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", lines("contradictions.txt"))
def test_a_contradiction_is_found(line: str) -> None:
    assert reasons(*line.split(" | "))


@pytest.mark.parametrize("line", lines("compatible.txt"))
def test_what_can_both_be_so_is_not_linked(line: str) -> None:
    assert reasons(*line.split(" | ")) == ()


def test_the_reason_names_what_differs() -> None:
    fire = "The fire burned 300 hectares of forest near the village."
    assert reasons(fire, fire.replace("300", "900")) == ("other figures: 300 against 900",)
    doors = "The museum in the old station opened its doors in May 1994."
    assert reasons(doors, doors.replace("1994", "1998")) == (
        "other dates: May 1994 against May 1998",
    )
    prices = "House prices in the capital rose sharply in the spring."
    assert reasons(prices, prices.replace("rose", "fell")) == ("opposites: rose against fell",)
    mill = "The paper mill in Leeds has closed for good."
    assert reasons(mill, mill.replace("has", "has not")) == ("one says what the other negates",)


@pytest.mark.parametrize(
    ("one", "other", "clashes"),
    [
        (Figure(Span(0, 1), 20, "km"), Figure(Span(0, 1), 12.4, "miles"), False),
        (Figure(Span(0, 1), 20, "km"), Figure(Span(0, 1), 20, "miles"), True),
        (Figure(Span(0, 1), 2, "weeks"), Figure(Span(0, 1), 14, "days"), False),
        (Figure(Span(0, 1), 0.5, "share"), Figure(Span(0, 1), 50, "%"), False),
        (Figure(Span(0, 1), 53, "people", "at least"), Figure(Span(0, 1), 60, "people"), False),
        (Figure(Span(0, 1), 53, "people", "at least"), Figure(Span(0, 1), 40, "people"), True),
        (Figure(Span(0, 1), 100, "ships", "about"), Figure(Span(0, 1), 94, "ships"), False),
        (Figure(Span(0, 1), 100, "ships", "about"), Figure(Span(0, 1), 150, "ships"), True),
        (Figure(Span(0, 1), 5, "USD"), Figure(Span(0, 1), 7, "EUR"), False),
    ],
)
def test_figures_clash_where_they_cannot_both_be_right(
    one: Figure, other: Figure, clashes: bool
) -> None:
    def read(figure: Figure) -> str:
        return f"{figure.value:g} {figure.unit}"

    first, second = quantity(one, read(one)), quantity(other, read(other))
    assert clash(first, second) is clash(second, first) is clashes


def test_many_claims_alike_cost_no_square_of_time() -> None:
    claims = []
    at = 0
    for number in range(1000):
        text = f"The mayor of the town said the bridge over the river cost {number} euros."
        figure = Figure(
            Span(at + text.index(str(number)), at + text.index(" euros")), number, "EUR"
        )
        span = Span(at, at + len(text))
        claims.append(FoundClaim((span,), text, 0.9, True, claimant="mayor", figures=(figure,)))
        at += len(text) + 1
    assert len(find_pairs(claims)) <= 40 * len(claims)


def test_no_claim_has_more_partners_than_a_person_would_read() -> None:
    """A table told in sentences: every row differs from every other in its figure."""
    text = "\n\n".join(f"The port of Aldmoor handled {n},000 boxes of tea." for n in range(11, 71))
    pairs = find_pairs(find_claims(text).claims)
    partners = [n for pair in pairs for n in (pair.one, pair.other)]
    assert 0 < max(map(partners.count, partners)) <= MOST_PARTNERS
