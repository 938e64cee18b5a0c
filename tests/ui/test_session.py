"""The session's rules that no single widget shows: undo order, drafts, filters, rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck_gui.documents.reading import read_pasted
from factcheck_gui.domain import FoundClaim, Reviewer, Span
from factcheck_gui.library.scales import shipped
from factcheck_gui.session import Session
from tests.conftest import Clock

TEXT = "Rents fell by 12 percent. The mayor denied it. Nobody knows why. Taxes rose in 2024."


@pytest.fixture
def session(qapp: object, tmp_path: Path, clock: Clock) -> Session:
    one = Session(clock)
    one.open_library(tmp_path / "l.factcheck")
    store = one.store
    assert store is not None
    key, _ = store.add_article(read_pasted(TEXT), shipped()["five-point"], "", clock())
    article = store.article(key)
    ends = [TEXT.index(".", start) + 1 for start in (0, 26, 47, 65)]
    spans = [Span(start, end) for start, end in zip((0, 26, 47, 65), ends, strict=True)]
    found = [
        FoundClaim((span,), span.of(TEXT), 0.9 - place / 10, place != 2)
        for place, span in enumerate(spans)
    ]
    store.add_found(article, found)
    one.articles_changed.emit()
    one.open_article(key)
    yield one
    one.close_library()


def test_step_stays_inside_the_list(session: Session) -> None:
    session.step(-1)
    first = session.claim
    for _ in range(10):
        session.step(1)
    assert session.claim != first
    assert session.claim is not None
    assert session.claim.key == session.view[-1]


def test_next_unreviewed_goes_round_and_says_when_done(session: Session) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    for _ in range(3):
        session.give_verdict(0)
        session.next_unreviewed()
    assert told == ["All claims of this article are reviewed."]


def test_a_verdict_finishes_what_is_being_typed_first(session: Session) -> None:
    session.type("reason", "seen in the record")
    session.give_verdict(1)
    mine = session.own_assessment()
    assert mine is not None
    assert (mine.verdict, mine.reason) == ("Mostly true", "seen in the record")
    session.undo()
    mine = session.own_assessment()
    assert mine is not None
    assert (mine.verdict, mine.reason) == (None, "seen in the record")


def test_typing_belongs_to_the_claim_it_was_typed_on(session: Session) -> None:
    first = session.claim
    assert first is not None
    session.type("note", "mine")
    session.step(1)
    assert session.own_assessment() is None
    session.choose_claim(first.key)
    mine = session.own_assessment()
    assert mine is not None
    assert mine.note == "mine"


def test_saved_is_said_only_after_the_write(session: Session) -> None:
    said: list[str] = []
    session.typing.connect(lambda: said.append("typing"))
    session.saved.connect(lambda: said.append("saved"))
    session.type("reason", "a")
    assert said == ["typing"]
    session.save_drafts()
    assert said == ["typing", "saved"]


def test_a_second_reviewer_makes_a_dispute_and_undo_is_theirs(session: Session) -> None:
    session.give_verdict(0)
    session.set_reviewer(Reviewer("Bo", "second"))
    assert session.own_assessment() is None
    session.give_verdict(4)
    assert session.claim is not None
    assert session.claim.state == "disputed"
    session.undo()
    assert session.claim.state == "reviewed"
    assert session.claim.verdict == "True"


def test_order_by_check_worthiness(session: Session) -> None:
    session.show_claims(by_score=True)
    assert session.reader is not None
    scores = [claim.score for claim in session.reader.claims(session.view)]
    assert scores == sorted(scores, reverse=True)


def test_undo_of_a_claim_made_by_hand_takes_it_out(session: Session) -> None:
    before = len(session.view)
    session.add_claim(Span(4, 8))
    assert len(session.view) == before + 1
    session.undo()
    assert len(session.view) == before
    session.redo()
    assert len(session.view) == before + 1


def words(session: Session) -> list[str]:
    assert session.reader is not None
    return [claim.text for claim in session.reader.claims(session.view)]


def test_split_and_merge_are_one_step_each(session: Session) -> None:
    before = words(session)
    assert session.article is not None
    session.split(TEXT.index("by 12"))
    assert words(session)[:2] == ["Rents fell", "by 12 percent."]
    session.undo()
    assert words(session) == before
    session.choose_claim(session.view[0])
    session.merge()
    assert words(session)[0] == "Rents fell by 12 percent. … The mayor denied it."
    session.undo()
    assert words(session) == before


def test_a_split_outside_the_claim_says_what_to_do(session: Session) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    before = words(session)
    session.split(TEXT.index("Taxes"))
    assert words(session) == before
    assert told == ["Put the cursor inside the claim, then press S."]


def test_a_moved_end_keeps_its_verdict_and_can_be_undone(session: Session) -> None:
    session.give_verdict(0)
    assert session.claim is not None
    session.adjust(session.claim.key, Span(0, 10))
    assert session.claim.text == "Rents fell"
    assert session.claim.verdict == "True"
    session.undo()
    assert session.claim.text == "Rents fell by 12 percent."
