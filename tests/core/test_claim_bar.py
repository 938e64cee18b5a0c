"""The bar of check-worthiness changes what is shown and nothing else; corrections of a claim's
details are kept, told in its history, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck_gui.domain import Attribution, DateMention, Figure, Span
from factcheck_gui.library import rows
from factcheck_gui.library.store import Store
from tests.core.library_samples import AT, ME, findings, opened, ticking


def shown(store: Store, bar: float | None, which: str = "all") -> list[int]:
    return list(store.claim_keys(1, which, bar=bar))


def test_the_bar_shows_more_or_fewer_and_always_what_was_touched(tmp_path: Path) -> None:
    store = opened(tmp_path)  # scores .90 .89 .88 .87, and .2 which is not listed
    assert shown(store, None) == [1, 2, 3, 4]
    assert store.claims_below(1) == 1
    assert shown(store, 0.0) == [1, 2, 3, 4, 5]
    assert store.claims_below(1, 0.0) == 0
    assert shown(store, 0.885) == [1, 2]
    assert store.claims_below(1, 0.885) == 3
    store.assess(4, ME, AT, {"verdict": "True"})
    assert shown(store, 1.0) == [4]
    assert shown(store, 1.0, "open") == []
    assert store.claims_below(1, 1.0) == 4
    assert store.claim_counts(1, 0.885) == {
        "all": 3, "open": 2, "disputed": 0, "clashing": 0, "contested": 0, "dismissed": 0,
    }  # fmt: skip
    assert [one.key for one in store.marks(1, bar=0.885)] == [1, 2, 4]
    assert [one.number for one in store.marks(1, [5], bar=0.0)] == [0]
    assert shown(store, None) == [1, 2, 3, 4]
    store.close()


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(bar=st.none() | st.floats(0, 1), touched=st.sets(st.integers(1, 5)))
def test_what_is_shown_and_what_lies_below_is_everything(
    tmp_path: Path, bar: float | None, touched: set[int]
) -> None:
    store = opened(tmp_path, "random.factcheck")
    for claim in touched:
        store.assess(claim, ME, AT, {"note": "seen"})
    seen = shown(store, bar)
    assert touched <= set(seen)
    assert len(seen) + store.claims_below(1, bar) == 5
    assert {one.key for one in store.marks(1, bar=bar)} == set(seen)
    store.close()


FIGURES = rows.figure_rows([Figure(Span(31, 48), 53, "people", "at least")])
DATES = rows.date_rows([DateMention(Span(52, 62), "2024-03-01", None)])
SAID = rows.attribution_row(Attribution((Span(0, 3),), (Span(4, 11),), (Span(12, 20),), "negative"))


def test_corrections_are_kept_undone_and_told(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    values = {
        "figures": FIGURES, "dates": DATES, "attribution": SAID, "claimant": "The mayor",
        "cue": "denied", "kind": "quote", "type": "opinion",
    }  # fmt: skip
    change = store.edit_claim(5, values, ME, clock())
    assert change is not None
    claim = store.claim(5)
    assert claim.figures == (Figure(Span(31, 48), 53, "people", "at least"),)
    assert claim.dates == (DateMention(Span(52, 62), "2024-03-01", None),)
    assert claim.attribution is not None
    assert (claim.attribution.polarity, claim.cue, claim.kind) == ("negative", "denied", "quote")
    assert (claim.number, claim.shown) == (5, True)  # touched
    assert store.edit_claim(5, values, ME, clock()) is None
    store.write(change.inverse(), ME, clock())
    claim = store.claim(5)
    assert (claim.figures, claim.dates, claim.attribution, claim.kind) == ((), (), None, "event")
    store.write(change, ME, clock())
    told = {one.what: (one.before, one.after) for one in store.history(5)[:7]}
    assert told["figures"] == ("", "at least 53 people")
    assert told["dates"] == ("", "2024-03-01/?")
    assert told["attribution"] == ("", "negative")
    assert told["type"] == ("fact", "opinion")
    assert findings(store) == []
    store.close()


def test_a_correction_leaves_the_rest_of_the_details_alone(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.edit_claim(1, {"figures": FIGURES}, ME, AT)
    store.edit_claim(1, {"dates": DATES}, ME, AT)
    claim = store.claim(1)
    assert (len(claim.figures), len(claim.dates)) == (1, 1)
    store.edit_claim(1, {"figures": []}, ME, AT)
    assert (store.claim(1).figures, len(store.claim(1).dates)) == ((), 1)
    with pytest.raises(ValueError, match="details"):
        store.edit_claim(1, {"details": "{}"}, ME, AT)
    store.close()
