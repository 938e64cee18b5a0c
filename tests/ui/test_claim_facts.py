"""What was found in a claim, shown and put right in its place, on the real window."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from factcheck_gui.domain import (
    Attribution,
    Claim,
    DateMention,
    Document,
    Entity,
    EntityKind,
    Figure,
    FoundClaim,
    Span,
)
from factcheck_gui.jobs import FINDER_NAME
from factcheck_gui.ui import fact_words, language
from factcheck_gui.ui.claim_facts import ClaimFacts
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.proposal_box import marked
from tests.core.library_samples import SCALE
from tests.ui.conftest import MakeWindow
from tests.ui.reading import select

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TEXT = (
    "The port moved 41,000 crates on 2 March 2024, the harbour master said, and it lost none.\n\n"
    "The union denied that. It counted 39,000."
)


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SAID = Attribution((place("the harbour master"),), (place("said"),), (place("The port moved"),))
# Not the kinds that a reader would name: the row shows what was found.
NAMED = (Entity(place("The port"), "place"), Entity(place("the harbour master"), "person"))
FOUND = (
    FoundClaim(
        (place("The port moved 41,000 crates on 2 March 2024, the harbour master said, and it"),),
        "", 0.84, True, "numeric", claimant="the harbour master", cue="said",
        figures=(Figure(place("41,000"), 41000, "crates", ""),),
        dates=(DateMention(place("2 March 2024"), "2024-03-02", "2024-03-02"),),
        entities=NAMED,
        why=("figure", "date", "lowered: vague"),
        wording="The port of Aldmoor moved 41,000 crates and it lost none.", ambiguous=("it",),
    ),
    FoundClaim((place("The port moved 41,000 crates"),), "", 0.8, False, part_of=0),
    FoundClaim((place("it lost none"),), "", 0.7, False, part_of=0),
    FoundClaim(
        (place("The union denied that."),), "", 0.6, True, claimant="The union", cue="denied"
    ),
)  # fmt: skip


@pytest.fixture
def open_window(window: MainWindow) -> MainWindow:
    """The window on an article whose claims are known to the letter."""
    store, session = window.session.store, window.session
    assert store is not None
    key, _ = store.add_article(Document(TEXT), SCALE, "Reviewer 1", session.clock())
    keys = store.add_found(store.article(key), FOUND, (SAID, None, None, None))
    store.link_contested([(keys[0], keys[3], "other figures: 41,000 against 39,000")])
    store.finish_finding(key, FINDER_NAME, session.clock())
    session.articles_changed.emit()
    session.open_article(key)
    window.review.facts.head.setChecked(True)
    return window


def shown(**fields: Any) -> Claim:
    """A claim with nothing in it but these fields."""
    plain = ("id", "text", "wording", "claimant", "cue", "kind", "type")
    empty = {**dict.fromkeys(plain, ""), "key": 1, "article": 1, "number": 1, "spans": ()}
    rest = {"score": 0.5, "listed": True, "shown": True, "origin": "found", "state": "open"}
    return Claim(**{**empty, **rest, "verdict": None, **fields})


def claim(window: MainWindow) -> Claim:
    assert window.session.claim is not None
    return window.session.claim


def buttons(row: QWidget) -> list[QPushButton]:
    return [one for one in row.findChildren(QPushButton) if one.isVisible()]


def fields(facts: ClaimFacts) -> list[QLineEdit]:
    return [one for one in facts.editor.findChildren(QLineEdit) if one.isVisible()]


def select_words(window: MainWindow, words: str) -> None:
    select(window.reader, place(words).start, place(words).end)


def test_the_cause_is_told_in_words(open_window: MainWindow) -> None:
    facts = open_window.review.facts
    assert facts.head.text() == "Check-worthiness 84 %"
    assert facts.score.text() == "figure, date\nLowered by: vague"
    assert [one.text() for one in buttons(facts.figures)] == ["41000 crates", "+"] or [
        one.text() for one in buttons(facts.figures)
    ] == ["41,000 crates", "+"]
    assert [one.text() for one in buttons(facts.dates)] == ["2 Mar 2024", "+"]
    assert (facts.kind.text(), facts.type.text()) == ("numeric", "fact")
    assert "said" in facts.said.text()
    assert facts.contested.text() == (
        '<a href="2">by claim 2</a> · other figures: 41,000 against 39,000'
    )


def test_names_are_told_by_kind_and_not_where_there_are_none(open_window: MainWindow) -> None:
    facts = open_window.review.facts
    assert facts.names.text() == "People: the harbour master · Places: The port"
    open_window.session.go_to_number(2)
    assert claim(open_window).text == "The union denied that."
    assert not facts.names.isVisible()


def test_the_same_name_is_told_once() -> None:
    text = "Kiel and Ines Roth of Kiel"
    spans = [Span(0, 4), Span(9, 18), Span(22, 26)]
    kinds: list[EntityKind] = ["place", "person", "place"]
    found = tuple(Entity(span, kind) for span, kind in zip(spans, kinds, strict=True))
    assert fact_words.names(shown(entities=found), text) == "People: Ines Roth · Places: Kiel"


def test_who_a_source_is_stands_beside_the_cue() -> None:
    text = "Ines Roth, an engineer, said"
    said = Attribution((Span(0, 9), Span(11, 22)), (Span(24, 28),), ())
    assert fact_words.source(shown(claimant="Ines Roth", attribution=said), text) == "an engineer"
    fuller = shown(claimant="Dr. Ines Roth", attribution=said)
    assert fact_words.source(fuller, text) == "Ines Roth … an engineer"
    assert fact_words.source(shown(), text) == ""


def test_closed_it_is_a_line_or_two(open_window: MainWindow) -> None:
    facts = open_window.review.facts
    QTest.keyClick(open_window, Key.Key_I)
    assert not facts.head.isChecked()
    assert facts.summary.isVisible()
    for words in ("figure, date", "lowered: vague", "crates", "2 Mar 2024", "contested by 2"):
        assert words in facts.summary.text()
    QTest.keyClick(open_window, Key.Key_I)
    assert not facts.summary.isVisible()


def test_a_wrong_figure_is_put_right_in_its_place_and_undone(open_window: MainWindow) -> None:
    facts, session = open_window.review.facts, open_window.session
    buttons(facts.figures)[0].click()
    qualifier, number, unit = fields(facts)
    assert (qualifier.text(), number.text(), unit.text()) == ("", "41000", "crates")
    number.setText("forty")
    QTest.keyClick(number, Key.Key_Return)
    assert facts.editor.isVisible()  # it says what is wrong and keeps what was typed
    assert claim(open_window).figures[0].value == 41000
    qualifier.setText("at least")
    number.setText("2.5 million")
    QTest.keyClick(number, Key.Key_Return)
    assert not facts.editor.isVisible()
    assert claim(open_window).figures == (Figure(place("41,000"), 2.5e6, "crates", "at least"),)
    assert session.history.undo_label == "figures"
    session.undo()
    assert claim(open_window).figures[0].value == 41000
    session.redo()
    assert session.reader is not None
    told = session.reader.history(claim(open_window).key)[0]
    assert (told.what, told.after) == ("figures", "at least 2500000 crates")


def test_figures_are_added_at_the_selection_and_removed(open_window: MainWindow) -> None:
    facts = open_window.review.facts
    select_words(open_window, "39,000")
    buttons(facts.figures)[-1].click()
    _, number, unit = fields(facts)
    assert not facts.editor.remove.isVisible()
    number.setText("39000")
    unit.setText("crates")
    facts.editor.keep.click()
    assert claim(open_window).figures[1] == Figure(place("39,000"), 39000, "crates", "")
    buttons(facts.figures)[0].click()
    facts.editor.remove.click()
    assert [one.value for one in claim(open_window).figures] == [39000]


def test_a_wrong_date_is_put_right(open_window: MainWindow) -> None:
    facts = open_window.review.facts
    buttons(facts.dates)[0].click()
    first, last = fields(facts)
    first.setText("2024-03")
    last.setText("")
    QTest.keyClick(first, Key.Key_Return)
    assert claim(open_window).dates[0].start == "2024-03-01"
    assert claim(open_window).dates[0].end == "2024-03-31"
    assert buttons(facts.dates)[0].text() == "Mar 2024"
    buttons(facts.dates)[0].click()
    first.setText("2024-13-01")
    QTest.keyClick(first, Key.Key_Return)
    assert facts.editor.isVisible()
    QTest.keyClick(first, Key.Key_Escape)
    assert not facts.editor.isVisible()
    assert claim(open_window).dates[0].end == "2024-03-31"


def test_kind_type_and_polarity_are_chosen(open_window: MainWindow) -> None:
    facts = open_window.review.facts
    facts.kind.choose("causal")
    facts.type.choose("opinion")
    facts.polarity.choose("negative")
    now = claim(open_window)
    assert (now.kind, now.type) == ("causal", "opinion")
    assert now.attribution is not None
    assert now.attribution.polarity == "negative"
    for _ in range(3):
        open_window.session.undo()
    now = claim(open_window)
    assert (now.kind, now.type) == ("numeric", "fact")
    assert now.attribution == SAID


def test_who_said_it_is_put_right_from_the_text(open_window: MainWindow) -> None:
    select_words(open_window, "The union")
    QTest.keyClick(open_window, Key.Key_1, Modifier.ControlModifier)
    select_words(open_window, "denied")
    QTest.keyClick(open_window, Key.Key_2, Modifier.ControlModifier)
    select_words(open_window, "counted 39,000")
    QTest.keyClick(open_window, Key.Key_3, Modifier.ControlModifier)
    now = claim(open_window)
    assert (now.claimant, now.cue) == ("The union", "denied")
    assert now.attribution is not None
    assert now.attribution.content == (place("counted 39,000"),)
    assert open_window.review.claimant.text() == "The union"
    assert now.verdict is None
    open_window.session.say_in_own_voice()
    now = claim(open_window)
    assert (now.claimant, now.cue, now.attribution) == ("", "", None)
    for _ in range(4):
        open_window.session.undo()
    assert claim(open_window).attribution == SAID
    assert claim(open_window).claimant == "the harbour master"


def test_without_a_selection_nobody_is_named(open_window: MainWindow) -> None:
    told: list[str] = []
    open_window.session.told.connect(told.append)
    QTest.keyClick(open_window, Key.Key_1, Modifier.ControlModifier)
    assert told == ["Select the words in the article first."]
    assert claim(open_window).attribution == SAID


# ---------------------------------------------------------------- in the reader


def test_who_said_it_is_shown_in_the_text_on_demand(open_window: MainWindow) -> None:
    reader = open_window.reader
    assert not reader.legend.isVisible()
    QTest.keyClick(open_window, Key.Key_A)
    shown = {(one.role, one.span) for line in reader._said._lines.values() for one in line}
    assert ("source", SAID.source[0]) in shown
    assert ("figure", place("41,000")) in shown
    assert reader.legend.isVisible()
    assert reader.legend.looks["date"].isVisible()
    QTest.keyClick(open_window, Key.Key_J)  # the next claim has no places
    assert reader._said._lines == {}
    QTest.keyClick(open_window, Key.Key_A, Modifier.ShiftModifier)
    shown = {(one.role, one.span) for line in reader._said._lines.values() for one in line}
    assert ("cue", SAID.cue[0]) in shown
    QTest.keyClick(open_window, Key.Key_A, Modifier.ShiftModifier)
    assert not reader.legend.isVisible()
    assert reader._said._lines == {}


# ---------------------------------------------------------------- parts and the proposed wording


def test_a_sentence_offers_its_parts(open_window: MainWindow) -> None:
    parts, session = open_window.review.parts, open_window.session
    before = list(session.view)
    assert parts.head.text() == "This sentence asserts 2 things"
    parts.head.setChecked(True)
    first = next(one for one in buttons(parts) if one.text() == "Review separately")
    assert first.accessibleName().endswith("The port moved 41,000 crates")
    first.click()
    assert len(session.view) == len(before) + 1
    assert session.view[0] == before[0]  # under its sentence
    assert claim(open_window).key == before[0]  # which stays current
    link = next(one for one in buttons(parts) if one.text() == "Claim 3")
    link.click()
    assert claim(open_window).text == "The port moved 41,000 crates"
    assert "Part of" in parts.whole.text()
    parts.whole.linkActivated.emit(str(before[0]))
    assert claim(open_window).key == before[0]
    session.undo()
    assert list(session.view) == before
    assert parts.head.text() == "This sentence asserts 2 things"


def test_all_parts_are_listed_with_a_key_as_one_step(open_window: MainWindow) -> None:
    session, before = open_window.session, len(open_window.session.view)
    QTest.keyClick(open_window, Key.Key_S, Modifier.ShiftModifier)
    assert len(session.view) == before + 2
    told: list[str] = []
    session.told.connect(told.append)
    QTest.keyClick(open_window, Key.Key_S, Modifier.ShiftModifier)
    assert told == ["This claim has no parts that wait to be listed."]
    session.undo()
    assert len(session.view) == before


def test_a_proposed_wording_is_nobody_s_until_it_is_accepted(open_window: MainWindow) -> None:
    proposal, session = open_window.review.proposal, open_window.session
    assert claim(open_window).wording == ""
    assert proposal.isVisible()
    assert "The port <b>of</b> <b>Aldmoor</b> moved 41,000 crates" in proposal.words.text()
    assert "<u>it</u>" in proposal.words.text()
    assert proposal.unclear.text() == "Unclear without the article: “it”"
    assert open_window.review.wording.toPlainText() == claim(open_window).text
    QTest.keyClick(open_window, Key.Key_W, Modifier.ShiftModifier)
    assert claim(open_window).wording == FOUND[0].wording
    assert open_window.review.wording.toPlainText() == FOUND[0].wording
    assert not proposal.isVisible()
    session.undo()
    assert claim(open_window).wording == ""
    assert proposal.isVisible()
    QTest.keyClick(open_window, Key.Key_J)
    assert not proposal.isVisible()
    assert not open_window.actions_by_id["claim.accept"].isEnabled()


def test_what_looks_like_mark_up_is_text() -> None:
    same = "<b> it & it"
    assert marked(same, ("it",), same) == "&lt;b&gt; <u>it</u> &amp; <u>it</u>"
    assert marked("a (b", ("(",), "a (b") == "a (b"
    assert marked("The <i> port moved", (), "It moved") == (
        "<b>The</b> &lt;<b>i</b>&gt; <b>port</b> moved"
    )


def test_nothing_is_put_right_in_a_library_open_for_reading(open_window: MainWindow) -> None:
    session = open_window.session
    store, session.store = session.store, None
    session.claim_chosen.emit(claim(open_window).key)
    facts = open_window.review.facts
    assert not facts.kind.isEnabled()
    assert [one.text() for one in buttons(facts.figures)][-1] != "+"
    assert not open_window.review.proposal.accept.isEnabled()
    session.store = store


# ---------------------------------------------------------------- numbers and days


@pytest.mark.parametrize(
    ("text", "value"),
    [("53", 53), ("41,000", 41000), ("2.5 million", 2.5e6), ("12 %", 12), ("-3", -3), ("0.5", 0.5)],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert fact_words.number_from(text) == value
    assert fact_words.number_from(fact_words.number_to_edit(value)) == value


@pytest.mark.parametrize("text", ["", "many", "1e999", "nan", "inf", "1.2.3", "53 people"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        fact_words.number_from(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-2-9", "2024-02-09", "2024-02-09"),
        ("9 Feb 2024", "2024-02-09", "2024-02-09"),
        ("", None, None),
    ],
)
def test_days_are_read_as_people_write_them(text: str, first: str | None, last: str | None) -> None:
    assert fact_words.day_from(text, end=False) == first
    assert fact_words.day_from(text, end=True) == last


@pytest.mark.parametrize("text", ["yesterday", "2024-13", "2024-02-30", "0000", "24"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        fact_words.day_from(text, end=False)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-03-02", "2024-03-02", "2 Mar 2024"),
        ("2024-03-01", "2024-03-31", "Mar 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-03-01", "2024-04-02", "1 Mar 2024 – 2 Apr 2024"),
        ("2024-03-01", None, "from 1 Mar 2024 on"),
        (None, "2024-03-01", "until 1 Mar 2024"),
        (None, None, "date not known"),
    ],
)
def test_intervals_read_as_people_say_them(
    qapp: QApplication, start: str | None, end: str | None, words: str
) -> None:
    assert fact_words.date_words(DateMention(Span(0, 1), start, end)) == words


# ---------------------------------------------------------------- the keyboard


def round_by_tab(window: MainWindow) -> list[QWidget]:
    window.review.wording.setFocus()
    met: list[QWidget] = []
    widget = QApplication.focusWidget()
    while widget is not None and widget not in met[:-1]:
        met += [] if met and widget is met[-1] else [widget]  # Tab goes through links inside
        QTest.keyClick(widget, Key.Key_Tab)
        widget = QApplication.focusWidget()
    return met


def test_tab_goes_round_as_the_eye_does(open_window: MainWindow) -> None:
    review = open_window.review
    review.parts.head.setChecked(True)
    wanted = [
        review.wording, review.proposal.accept, review.parts.head, *review.parts._buttons,
        *review.verdicts.buttons, review.reason, review.note,
        review.claimant, review.facts.head, review.facts.kind, review.facts.type,
        review.facts.polarity, review.facts.in_text, *review.facts.figures.buttons,
        *review.facts.dates.buttons, review.facts.contested,
    ]  # fmt: skip
    met = round_by_tab(open_window)
    assert [one for one in met if one in wanted] == wanted
    review.facts.figures.buttons[0].click()
    met = round_by_tab(open_window)
    at = met.index(review.facts.figures.buttons[-1])
    assert met[at + 1 : at + 4] == fields(review.facts)


def test_the_focus_comes_back_to_the_row_after_a_correction(open_window: MainWindow) -> None:
    facts = open_window.review.facts
    facts.figures.buttons[0].click()
    assert QApplication.focusWidget() is fields(facts)[1]
    QTest.keyClick(fields(facts)[1], Key.Key_Return)
    assert QApplication.focusWidget() in facts.figures.buttons


def test_every_control_says_what_it_is(open_window: MainWindow) -> None:
    review = open_window.review
    review.parts.head.setChecked(True)
    review.facts.figures.buttons[0].click()
    stops = [*review.parts.tab_stops(), *review.facts.tab_stops(), review.proposal.accept]
    nameless = []
    for widget in stops:
        interface = QAccessible.queryAccessibleInterface(widget)
        if widget.isVisible() and not interface.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert nameless == []


def test_the_history_tells_corrections_in_words(open_window: MainWindow) -> None:
    open_window.session.set_kind("causal")
    open_window.session.set_polarity("negative")
    open_window.review.tabs.setCurrentWidget(open_window.review.history)
    history = open_window.review.history.steps
    told = [history.item(row).text().split("\n")[1] for row in range(history.count())]
    assert told[0] == "Who said it, in the text: claims it → denies it"
    assert told[1] == "Kind of claim: numeric → causal"


def test_the_whole_of_it_is_german_in_a_german_window(
    qapp: QApplication, make_window: MakeWindow
) -> None:
    language.install(qapp, "de")
    try:
        window = make_window()
        session = window.session
        assert session.reader is not None
        claims = session.reader.claims(session.view)
        session.choose_claim(next(one.key for one in claims if one.contested_by and one.figures))
        window.review.facts.head.setChecked(True)
        window.review.parts.head.setChecked(True)
        window.toggle_said("claim")
        shown = [
            one.text()
            for one in [
                *window.review.findChildren(QLabel),
                *window.review.findChildren(QAbstractButton),
            ]
            if one.isVisible()
        ]
        english = re.compile(r"\b(by claim|separately|asserts|figure|claims it|Show|Check)\b")
        assert [words for words in shown if english.search(words)] == []
    finally:
        language.install(qapp, "en")
