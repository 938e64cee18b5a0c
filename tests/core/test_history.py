"""Undo and redo: the stacks alone, then everything a reviewer does against a plain dict, with
closing and reopening in between."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from factcheck_gui.domain import Change, Span
from factcheck_gui.library import file
from factcheck_gui.library.history import History, Step
from factcheck_gui.library.store import Store
from tests.core.library_samples import ME, TEXT, YOU, findings, opened, ticking


def step(label: str, *values: str) -> Step:
    changes = (Change("claim", 1, 1, {"wording": ""}, {"wording": value}) for value in values)
    return Step(label, tuple(changes))


def test_undo_takes_back_the_last_step_and_redo_gives_it_again() -> None:
    history = History()
    history.push(step("one", "a"))
    history.push(step("two", "b", "c"))
    undo = history.take_undo()
    assert undo is not None
    assert [(one.before, one.after) for one in undo.changes] == [
        ({"wording": "c"}, {"wording": ""}),
        ({"wording": "b"}, {"wording": ""}),
    ]
    assert (history.undo_label, history.redo_label) == ("two", "")
    history.undone()
    assert (history.undo_label, history.redo_label) == ("one", "two")
    assert history.take_redo() == step("two", "b", "c")
    history.redone()
    assert (history.undo_label, history.redo_label) == ("two", "")


def test_looking_at_a_step_does_not_take_it_until_it_is_written() -> None:
    history = History()
    history.push(step("one", "a"))
    assert history.take_undo() == history.take_undo()
    assert history.undo_label == "one"


def test_a_new_step_forgets_what_was_undone() -> None:
    history = History()
    history.push(step("one", "a"))
    history.undone()
    history.push(step("two", "b"))
    assert history.take_redo() is None
    assert history.undo_label == "two"


def test_a_step_without_changes_is_none() -> None:
    history = History()
    history.push(step("one", "a"))
    history.undone()
    history.push(step("nothing"))
    assert history.redo_label == "one"
    assert history.take_undo() is None


def test_the_oldest_steps_are_forgotten_beyond_the_limit() -> None:
    history = History(limit=3)
    for n in range(5):
        history.push(step(str(n), "x"))
    labels = []
    while history.undo_label:
        labels.append(history.undo_label)
        history.undone()
    assert labels == ["4", "3", "2"]
    history.clear()
    assert history.take_redo() is None


# ---------------------------------------------------------------- against a plain dict

CLAIMS = st.integers(0, 4)
WORDS = st.text(alphabet=st.sampled_from("aé😀 \n\u0301م"), max_size=4)
VERDICTS = st.sampled_from(["True", "False", "in my own words", None])
NOTHING = {"verdict": None, "free_text": False, "reason": "", "note": ""}
ASIDE = {"wording": "", "claimant": "", "dismissed": None, "withdrawn": 0}


class Desk(RuleBasedStateMachine):
    """A reviewer's day. The model: fields by thing, and two stacks of whole models."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="factcheck-")
        self.store = opened(Path(self.folder.name))
        self.clock, self.history = ticking(), History()
        self.by = ME
        self.model: dict[Any, dict[str, Any]] = {"article": {"title": "", "author": ""}}
        for claim in range(1, 6):
            self.expect_claim(claim)
        self.done: list[dict[Any, dict[str, Any]]] = []
        self.undone: list[dict[Any, dict[str, Any]]] = []

    def teardown(self) -> None:
        assert findings(self.store) == []
        self.store.close()
        self.folder.cleanup()

    def expect_claim(self, key: int) -> None:
        self.model["claim", key] = dict(ASIDE)
        for reviewer in (ME, YOU):
            self.model["assessment", key, reviewer.name] = dict(NOTHING)

    def claim(self, number: int) -> int:
        keys = [one[1] for one in self.model if one[0] == "claim"]
        return int(keys[number % len(keys)])

    def write(self, thing: Any, values: Mapping[str, Any], do: Callable[[], Change | None]) -> None:
        """Does it, and holds the answer against the model."""
        before = copy.deepcopy(self.model)
        self.model[thing].update(values)
        change = do()
        assert (change is None) == (self.model == before)
        if change:
            old = before[thing]
            told = [name for name in change.after if name != "origins"]  # which go along with it
            assert [change.before[name] for name in told] == [old[name] for name in told]
            assert [change.after[name] for name in told] == [values[name] for name in told]
            self.remember(before, change)

    def remember(self, before: dict[Any, dict[str, Any]], *changes: Change) -> None:
        self.history.push(Step("step", changes))
        self.done.append(before)
        self.undone.clear()

    @rule(claim=CLAIMS, verdict=VERDICTS)
    def give_a_verdict(self, claim: int, verdict: str | None) -> None:
        key = self.claim(claim)
        values = {"verdict": verdict, "free_text": verdict == "in my own words"}
        self.write(
            ("assessment", key, self.by.name),
            values,
            lambda: self.store.assess(key, self.by, self.clock(), values),
        )

    @rule(claim=CLAIMS, field=st.sampled_from(["reason", "note"]), text=WORDS)
    def write_a_remark(self, claim: int, field: str, text: str) -> None:
        key = self.claim(claim)
        self.store.save_draft(key, self.by, self.clock(), field, text + "…")
        self.write(
            ("assessment", key, self.by.name),
            {field: text},
            lambda: self.store.assess(key, self.by, self.clock(), {field: text}),
        )
        assert self.store.drafts(key, self.by) == {}

    @rule(claim=CLAIMS, field=st.sampled_from(["wording", "claimant"]), text=WORDS)
    def edit(self, claim: int, field: str, text: str) -> None:
        self.edit_claim(self.claim(claim), {field: text})

    @rule(claim=CLAIMS, reason=st.one_of(st.none(), WORDS))
    def dismiss_or_bring_back(self, claim: int, reason: str | None) -> None:
        self.edit_claim(self.claim(claim), {"dismissed": reason})

    def edit_claim(self, key: int, values: dict[str, Any]) -> None:
        self.write(
            ("claim", key),
            values,
            lambda: self.store.edit_claim(key, values, self.by, self.clock()),
        )

    @rule(title=WORDS)
    def name_the_article(self, title: str) -> None:
        values = {"title": title}
        self.write(
            "article", values, lambda: self.store.edit_article(1, values, self.by, self.clock())
        )

    @rule(reason=WORDS)
    def dismiss_all(self, reason: str) -> None:
        before, changes = copy.deepcopy(self.model), []
        with file.atomic(self.store.connection):
            for key in range(1, 6):
                values = {"dismissed": reason}
                changes.append(self.store.edit_claim(key, values, self.by, self.clock()))
                self.model["claim", key].update(values)
        made = [one for one in changes if one]
        if made:
            self.remember(before, *made)

    @rule(start=st.integers(0, 30), length=st.integers(1, 30))
    def add_a_claim(self, start: int, length: int) -> None:
        span = Span(start, start + length)
        change = self.store.add_claim(self.store.article(1), [span], self.by, self.clock())
        assert change.claim is not None
        assert self.store.claim(change.claim).text == TEXT[start : start + length]
        self.expect_claim(change.claim)
        before = copy.deepcopy(self.model)
        before["claim", change.claim]["withdrawn"] = 1  # what an undo of adding leaves
        self.remember(before, change)

    @rule()
    def undo(self) -> None:
        self.replay(self.history.take_undo(), self.history.undone, self.done, self.undone)

    @rule()
    def redo(self) -> None:
        self.replay(self.history.take_redo(), self.history.redone, self.undone, self.done)

    def replay(self, step: Step | None, moved: Callable[[], None], source: Any, other: Any) -> None:
        assert (step is None) == (not source)
        if step is None:
            return
        with file.atomic(self.store.connection):
            for one in step.changes:
                assert self.store.write(one, self.by, self.clock()) is not None
        moved()
        now, self.model = self.model, {**self.fresh(), **source.pop()}
        other.append(now)

    def fresh(self) -> dict[Any, dict[str, Any]]:
        """What steps before a claim was added do not know: the claim as it was left, withdrawn."""
        return copy.deepcopy(self.model)

    @rule()
    def change_seats(self) -> None:
        self.by = YOU if self.by == ME else ME

    @rule()
    @precondition(lambda self: self.done)
    def close_and_open_again(self) -> None:
        self.store.close()
        self.store = Store.open(self.store.path, self.clock())
        self.history.clear()
        self.done, self.undone = [], []

    @invariant()
    def the_library_is_what_the_dict_says(self) -> None:
        row = self.store.article(1).row
        assert self.model["article"] == {"title": row.title, "author": row.author}
        for thing, values in self.model.items():
            if thing[0] == "claim":
                claim = self.store.claim(thing[1])
                shown = (claim.listed or claim.number > 0) and not values["withdrawn"]
                assert claim.shown == shown
                got = (claim.wording, claim.claimant, claim.dismissed)
                assert got == tuple(values[name] for name in ("wording", "claimant", "dismissed"))
            elif thing[0] == "assessment":
                reviewer = ME if thing[2] == ME.name else YOU
                given = self.store.assessment(thing[1], reviewer)
                got_given = {name: getattr(given, name) for name in NOTHING} if given else NOTHING
                assert got_given == values


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=25, stateful_step_count=25)
