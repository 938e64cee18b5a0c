"""What can be undone after a merge: steps whose fields are as they left them, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from factcheck_gui.domain import Change, Span
from factcheck_gui.library.history import History, Step
from factcheck_gui.library.undoable import fields_now
from tests.core.exchange_samples import Desk, desks
from tests.core.library_samples import SCALE, findings

TRUE, FALSE = SCALE.labels[0].text, SCALE.labels[-1].text


class Deed:
    """Ada's steps, each pushed as the window does it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.history = desk, History()

    def do(self, change: Change | None) -> None:
        assert change is not None
        self.history.push(Step("", (change,)))

    def edit(self, **values: Any) -> None:
        desk = self.desk
        self.do(desk.store.edit_claim(desk.claim(0), values, desk.by, desk.clock()))

    def judge(self, verdict: str) -> None:
        desk = self.desk
        self.do(desk.store.assess(desk.claim(0), desk.by, desk.clock(), {"verdict": verdict}))

    def keep(self) -> int:
        return self.history.keep(partial(fields_now, self.desk.store))

    def undo(self) -> bool:
        step = self.history.take_undo()
        if step is None:
            return False
        for one in step.changes:
            self.desk.store.write(one, self.desk.by, self.desk.clock())
        self.history.undone()
        return True


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Deed, Desk]]:
    ada, ben = desks(tmp_path, "Ada", "Ben")
    yield Deed(ada), ben
    for one in (ada, ben):
        assert findings(one.store) == []
        one.close()


def test_steps_survive_a_merge_that_touches_other_fields(two: tuple[Deed, Desk]) -> None:
    ada, ben = two
    ada.judge(TRUE)
    ada.edit(wording="It doubled.")
    ada.edit(wording="It tripled.", claimant="The port")
    ada.judge(FALSE)
    ada.do(ada.desk.store.move_claim(1, [Span(0, 20)], ada.desk.by, ada.desk.clock()))
    ada.do(ada.desk.store.add_evidence(1, {"quote": "Eight."}, ada.desk.by, ada.desk.clock()))
    ben.store.edit_claim(ben.claim(0), {"kind": "numeric"}, ben.by, ben.clock())
    ben.store.assess(ben.claim(0), ben.by, ben.clock(), {"verdict": TRUE})
    assert ada.desk.take(ben.package()).changed
    assert ada.keep() == 0
    while ada.undo():
        pass
    claim = ada.desk.store.claim(ada.desk.claim(0))
    assert (claim.wording, claim.claimant, claim.kind) == ("", "", "numeric")
    assert ada.desk.store.evidence(1) == []
    own = ada.desk.store.assessment(claim.key, ada.desk.by)
    assert own is not None and own.verdict is None


def test_what_was_edited_on_the_other_side_cannot_be_undone(two: tuple[Deed, Desk]) -> None:
    ada, ben = two
    ada.edit(wording="It doubled.")
    ada.judge(TRUE)
    ada.edit(wording="It tripled.")
    ben.store.edit_claim(ben.claim(0), {"wording": "It fell."}, ben.by, ben.clock())
    assert ada.desk.take(ben.package()).clashes == 1
    assert ada.keep() == 2  # both edits of the wording, whose values now wait to be settled
    assert ada.undo()
    assert not ada.undo()
    assert ada.desk.store.connection.execute("SELECT COUNT(*) FROM clash").fetchone() == (2,)


def test_a_step_is_kept_whole_or_not_at_all(two: tuple[Deed, Desk]) -> None:
    ada, ben = two
    ada.edit(wording="It doubled.")
    ada.edit(wording="It tripled.", claimant="The port")
    ben.store.edit_claim(ben.claim(0), {"claimant": "The mayor"}, ben.by, ben.clock())
    assert ada.desk.take(ben.package()).clashes == 1
    assert ada.keep() == 2  # the first would put back a wording over one that stays
    assert not ada.undo()


def test_what_is_set_aside_comes_back_before_what_followed() -> None:
    history = History()

    def step(name: str) -> Step:
        return Step(name, (Change("claim", 1, 1, {"wording": ""}, {"wording": name}, None),))

    history.push(step("hers"))
    history.set_aside()
    assert (history.undo_label, history.take_undo()) == ("", None)
    history.push(step("his, blind"))
    history.set_aside()
    history.bring_back()
    assert history.undo_label == "his, blind"
    history.undone()
    assert history.undo_label == "hers"
    history.rename_reviewer("Ada", "Eve")
    history.clear()
    history.bring_back()
    assert history.undo_label == ""
