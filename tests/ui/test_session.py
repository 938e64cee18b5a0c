"""The session's rules that no single widget shows: undo order, drafts, filters, rounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck_gui.documents.reading import read_pasted
from factcheck_gui.domain import FoundClaim, Problem, Reviewer, Span
from factcheck_gui.library.check import check
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
    assert session.claim is not None
    assert (session.claim.state, session.claim.verdict) == ("open", None)  # blind
    session.give_verdict(4)
    assert (session.claim.state, session.claim.verdict) == ("reviewed", "False")
    session.undo()
    assert session.claim.state == "open"
    session.give_verdict(4)
    session.set_reviewer(Reviewer("Cy", "adjudication"))
    assert (session.claim.state, session.claim.verdict) == ("disputed", None)


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
    assert words(session)[0] == "Rents fell by 12 percent. The mayor denied it."
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


# ---------------------------------------------------------------- what is typed is never lost


def refuse_writes(session: Session, refused: bool = True) -> None:
    """As on a full disk: no write to the library succeeds."""
    assert session.store is not None
    session.store.connection.execute(f"PRAGMA query_only = {int(refused)}")


def test_a_write_that_fails_is_not_called_saved_and_loses_no_typing(session: Session) -> None:
    said: list[str] = []
    session.saved.connect(lambda: said.append("saved"))
    session.problem.connect(lambda problem: said.append("problem"))
    first = session.claim
    assert first is not None
    session.type("reason", "seen in the record")
    refuse_writes(session)
    session.step(1)
    assert said == ["problem"]
    assert session.unsaved
    refuse_writes(session, False)
    session.type("reason", "of the second")
    session.choose_claim(first.key)
    mine = session.own_assessment()
    assert mine is not None
    assert mine.reason == "seen in the record"
    assert not session.unsaved
    session.step(1)
    mine = session.own_assessment()
    assert mine is not None
    assert mine.reason == "of the second"


def test_another_library_is_not_opened_while_typing_cannot_be_saved(
    session: Session, tmp_path: Path
) -> None:
    session.type("note", "mine")
    refuse_writes(session)
    with pytest.raises(Problem, match="not saved"):
        session.open_library(tmp_path / "other.factcheck")
    assert session.path == tmp_path / "l.factcheck"
    assert session.typed("note") == "mine"
    refuse_writes(session, False)
    session.open_library(tmp_path / "other.factcheck")
    session.open_library(tmp_path / "l.factcheck")
    assert session.reader is not None
    session.go_to(session.reader.article_rows()[0].key)
    mine = session.own_assessment()
    assert mine is not None
    assert mine.note == "mine"


def test_typing_without_a_pause_is_a_draft_all_the_same(session: Session, qtbot: QtBot) -> None:
    assert session.claim is not None
    assert session.store is not None
    for length in range(1, 8):  # some 0.7 s, each key well before the last one was saved
        session.type("reason", "abcdefgh"[:length])
        qtbot.wait(100)
    assert session.store.drafts(session.claim.key, session.reviewer)


def test_drafts_of_every_reviewer_and_round_are_finished_after_a_crash(
    session: Session, tmp_path: Path, clock: Clock
) -> None:
    claim = session.claim
    assert claim is not None
    second = Reviewer("Bo", "second")
    session.set_reviewer(second)
    session.type("reason", "of the second round")
    session.save_drafts()
    assert session.store is not None
    session.store.close()  # a crash: nothing is finished, the file is simply left
    session.store = session.reader = None
    again = Session(clock)
    again.open_library(tmp_path / "l.factcheck")
    assert again.reader is not None
    mine = again.reader.assessment(claim.key, second)
    assert mine is not None
    assert mine.reason == "of the second round"
    assert again.reader.left_drafts() == []
    again.close_library()


# ---------------------------------------------------------------- undo, and what is current


def test_undo_leaves_no_claim_current_that_is_not_shown(session: Session) -> None:
    session.add_claim(Span(4, 8))
    session.undo()
    assert session.claim is not None
    assert session.claim.shown
    assert session.claim.key in session.view
    session.choose_claim(session.view[0])
    session.split(TEXT.index("by 12"))
    session.choose_claim(session.view[1])
    session.undo()
    assert session.claim.text == "Rents fell by 12 percent."


def test_redo_of_a_dismissal_goes_on_to_the_neighbour(session: Session) -> None:
    second = session.view[1]
    session.dismiss()
    assert session.claim is not None
    assert session.claim.key == second
    session.undo()
    session.redo()
    assert session.claim.key == second


def test_a_bulk_dismissal_tells_the_widgets_once(session: Session) -> None:
    told: list[str] = []
    session.view_changed.connect(lambda: told.append("view"))
    session.article_touched.connect(lambda _: told.append("article"))
    session.saved.connect(lambda: told.append("saved"))
    session.dismiss_all(list(session.view))
    assert sorted(told) == ["article", "saved", "view"]
    assert session.claim is None
    told.clear()
    session.undo()
    assert told.count("article") == 1
    assert session.claim is not None


def test_a_bulk_dismissal_keeps_the_reasons_given_before(session: Session) -> None:
    first = session.view[0]
    session.dismiss("a question")
    session.show_claims("dismissed")
    assert session.dismiss_all(list(session.view)) == 0
    assert session.reader is not None
    assert session.reader.claim(first).dismissed == "a question"


def test_the_order_stays_where_the_filter_is_taken_back(session: Session) -> None:
    session.show_claims("dismissed", by_score=True)
    session.next_unreviewed()
    assert (session.chip, session.by_score) == ("all", True)
    first = session.view[0]
    session.show_claims("disputed", by_score=True)
    assert session.article is not None
    session.go_to(session.article.row.key, first)
    assert (session.chip, session.by_score) == ("all", True)


def test_a_dismissed_claim_is_gone_to_where_it_is_listed(session: Session) -> None:
    first = session.view[0]
    session.dismiss()
    assert session.article is not None
    session.go_to(session.article.row.key, first)
    assert session.chip == "dismissed"
    assert list(session.view) == [first]


def test_undo_of_the_trash_opens_the_article_again(session: Session) -> None:
    assert session.article is not None
    key = session.article.row.key
    session.trash(key)
    assert session.article is None
    session.undo()
    assert session.article is not None
    assert session.article.row.key == key
    session.redo()
    assert session.article is None


def test_an_end_may_be_drawn_over_the_other_part_of_a_claim(session: Session) -> None:
    problems: list[object] = []
    session.problem.connect(problems.append)
    session.step(1)
    session.merge()  # a sentence that is no claim lies between the two
    assert session.claim is not None
    assert session.claim.text == "The mayor denied it. … Taxes rose in 2024."
    first, second = session.claim.spans
    session.adjust(session.claim.key, Span(first.start, second.start + 4))
    assert problems == []
    assert session.claim.text == "The mayor denied it. Nobody knows why. Taxes rose in 2024."


def test_the_desk_is_empty_when_another_library_is_opened(session: Session, tmp_path: Path) -> None:
    told: list[str] = []
    session.article_opened.connect(lambda: told.append("article"))
    session.view_changed.connect(lambda: told.append("view"))
    session.claim_chosen.connect(lambda key: told.append(f"claim {key}"))
    session.open_library(tmp_path / "other.factcheck")
    assert told == ["article", "view", "claim 0"]
    assert len(session.view) == 0


def test_claims_that_are_found_grow_the_list_and_move_nothing(session: Session) -> None:
    told: list[str] = []
    session.view_changed.connect(lambda: told.append("changed"))
    session.view_grown.connect(lambda: told.append("grown"))
    store, article = session.store, session.article
    assert store is not None
    assert article is not None
    session.choose_claim(session.view[-1])
    last, first = Span(72, 76), Span(6, 10)
    for span in (last, first):
        found = FoundClaim((span,), span.of(TEXT), 0.9, True)
        session.found_claims(article.row.key, store.add_found(article, [found]))
    assert told == ["grown", "changed"]
    assert [session.reader.claim(key).spans[0] for key in session.view] == sorted(  # type: ignore[union-attr]
        (session.reader.claim(key).spans[0] for key in session.view),  # type: ignore[union-attr]
        key=lambda span: span.start,
    )


def test_a_selection_that_cuts_words_is_taken_to_whole_ones(session: Session) -> None:
    session.add_claim(Span(TEXT.index("ents fell"), TEXT.index("ll by")))
    assert session.claim is not None
    assert session.claim.text == "Rents fell"


def test_a_part_of_a_claim_keeps_who_said_it(session: Session) -> None:
    session.type("claimant", "the council")
    session.add_claim(Span(0, 10))
    assert session.claim is not None
    assert (session.claim.text, session.claim.claimant) == ("Rents fell", "the council")
    session.choose_claim(session.view[0])
    session.split(TEXT.index("percent"))
    assert session.reader is not None
    parts = [claim for claim in session.reader.claims(session.view) if claim.text == "percent."]
    assert [part.claimant for part in parts] == ["the council"]


def test_the_same_selection_twice_is_one_claim(session: Session) -> None:
    session.add_claim(Span(0, 10))
    count = len(session.view)
    session.add_claim(Span(0, 10))
    assert len(session.view) == count


def test_a_judged_claim_is_not_merged_away(session: Session) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    session.step(1)
    session.type("note", "ask again")
    session.step(-1)
    before = words(session)
    session.merge()
    assert words(session) == before
    assert "was reviewed" in told[0]


def test_a_name_written_otherwise_keeps_what_was_judged(session: Session) -> None:
    session.give_verdict(0)
    session.change_name("Ada")
    mine = session.own_assessment()
    assert mine is not None
    assert (mine.reviewer, mine.verdict) == ("Ada", "True")
    session.undo()
    assert session.claim is not None
    assert session.claim.state == "open"
    assert session.reader is not None
    assert session.reader.reviewers() == ["Ada"]
    assert list(check(session.reader.connection)) == []
