"""Settling what was edited apart where a value names something else: a scale, a source, a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck_gui.domain import Problem, Scale, Span
from factcheck_gui.library.clashes import Clash, clashes
from factcheck_gui.library.scales import shipped
from factcheck_gui.library.settling import decide
from tests.core.exchange_samples import Desk, desks, shared
from tests.core.library_samples import TEXT

MINE, THEIRS = Span(0, 31), Span(4, 40)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[list[Desk]]:
    found = desks(tmp_path, "Ada", "Ben")
    yield found
    for one in found:
        one.close()


def edited_apart(ada: Desk, ben: Desk) -> Clash:
    """Both tell each other; the one thing that Ada has to settle now."""
    assert ada.take(ben.package()).clashes == 1
    ben.take(ada.package())
    (clash,) = clashes(ada.store.connection, ada.claim(0))
    return clash


def settled(ada: Desk, ben: Desk, clash: Clash, value: object) -> None:
    """Ada decides, which Ben takes as it is."""
    decide(ada.store, clash, value, ada.by, ada.clock())
    assert clashes(ada.store.connection, ada.claim(0)) == []
    assert ben.take(ada.package()).clashes == 0
    assert shared(ada.store) == shared(ben.store)


@pytest.mark.parametrize("chosen", [0, 1])
def test_a_place_is_settled_by_choosing_one(two: list[Desk], chosen: int) -> None:
    ada, ben = two
    ada.store.move_claim(ada.claim(0), [MINE], ada.by, ada.clock())
    ben.store.move_claim(ben.claim(0), [THEIRS], ben.by, ben.clock())
    clash = edited_apart(ada, ben)
    assert [one.meant for one in clash.choices] == [MINE.of(TEXT), THEIRS.of(TEXT)]
    settled(ada, ben, clash, clash.choices[chosen].value)
    for desk in two:
        assert desk.store.claim(desk.claim(0)).spans == ((MINE, THEIRS)[chosen],)


@pytest.mark.parametrize("chosen", [0, 1])
def test_a_scale_is_settled_by_choosing_one(two: list[Desk], chosen: int) -> None:
    ada, ben = two
    known = list(shipped().values())
    given: tuple[Scale, Scale] = (known[1], replace(known[1], labels=known[1].labels[1:]))
    for desk, scale in zip(two, given, strict=True):
        desk.store.use_scale(1, scale, desk.by, desk.clock())
    clash = edited_apart(ada, ben)
    assert (clash.subject, clash.field) == ("article", "scale_id")
    assert [one.meant for one in clash.choices] == list(given)
    settled(ada, ben, clash, clash.choices[chosen].value)
    assert ada.store.scale(1) == ben.store.scale(1) == given[chosen]


def test_a_source_is_settled_by_choosing_one(two: list[Desk]) -> None:
    ada, ben = two
    evidence = ada.store.add_evidence(ada.claim(0), {"quote": "Eight."}, ada.by, ada.clock())
    ben.take(ada.package())
    for desk, title in zip(two, ("The ledger", ""), strict=True):
        source = desk.store.add_source({"title": title, "url": "b.org"}, desk.by, desk.clock())
        (key,) = desk.store.connection.execute("SELECT id FROM evidence").fetchone()
        desk.store.edit_evidence(key, {"source_id": source}, desk.by, desk.clock())
    clash = edited_apart(ada, ben)
    assert [one.meant for one in clash.choices] == ["The ledger", "b.org"]
    settled(ada, ben, clash, clash.choices[0].value)
    (one,) = ada.store.evidence(ada.claim(0))
    assert (one.key, one.source and one.source.title) == (evidence.thing, "The ledger")


def test_what_did_not_come_cannot_be_chosen(two: list[Desk]) -> None:
    ada, ben = two
    ada.store.move_claim(ada.claim(0), [MINE], ada.by, ada.clock())
    ben.store.move_claim(ben.claim(0), [THEIRS], ben.by, ben.clock())
    clash = edited_apart(ada, ben)
    with pytest.raises(Problem, match="did not come"):
        decide(ada.store, clash, ["no such version", [[0, 5]]], ada.by, ada.clock())
    assert clashes(ada.store.connection, ada.claim(0)) == [clash]
