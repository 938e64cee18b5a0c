"""The form for one piece of evidence, in its place below its row: stance, source, what it says,
the question it answers, copies.

Saved as typed, like every field of the review; a piece of evidence comes into being with the first
thing that is said of it, so one that was only looked at leaves nothing behind. Not here: the list
(evidence_panel.py), single fields (evidence_fields.py), files (evidence_verbs.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import SOURCE_KINDS, Evidence, Source
from factcheck_gui.session import Session
from factcheck_gui.ui import evidence_words, theme
from factcheck_gui.ui.copies_box import CopiesBox
from factcheck_gui.ui.disclosure import Disclosure, prose
from factcheck_gui.ui.evidence_fields import DayLine, Line, SourceLine
from factcheck_gui.ui.lists.choice_button import ChoiceButton
from factcheck_gui.ui.lists.flow_layout import FlowLayout
from factcheck_gui.ui.text_field import TextField

EVIDENCE_FIELDS = ("quote", "question", "answer", "locator", "read_on")


class EvidenceEditor(QFrame):
    """Shows one piece of the session's evidence, or an empty form for a new one. ``made`` brings
    the row id of a new one, ``closed`` when it is done with."""

    made = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.key = 0  # the evidence's row id; 0 for one that is not there yet
        self._source: Source | None = None
        self._making = False
        self.setProperty("look", "card")
        self._make_fields()
        self._connect()
        self._lay_out()
        self.hide()

    # ------------------------------------------------------------ building

    def _make_fields(self) -> None:
        self.stances = QButtonGroup(self)
        for name, word in evidence_words.stances():
            button = QPushButton(word)
            button.setCheckable(True)
            button.setProperty("look", "chip")
            button.setProperty("stance", name)
            self.stances.addButton(button)
        self.source = SourceLine(
            self.tr("Source"), self.tr("Title of the source"), self._session.find_sources
        )
        self.source_lines: dict[str, Line] = {
            "author": Line(self.tr("Author")), "publisher": Line(self.tr("Publisher")),
            "url": Line(self.tr("Web address"), "https://"),
            "published": DayLine(self.tr("Date of the source"), self.tr("Its date: 2024-03-02")),
            "conflict": Line(self.tr("Conflict of interest")),
        }  # fmt: skip
        kinds = [(one, evidence_words.source_kind(one)) for one in SOURCE_KINDS]
        self.kind = ChoiceButton(self.tr("Kind of source"), kinds)
        self.primary = QCheckBox(self.tr("First-hand"))
        self.primary.setToolTip(self.tr("The record itself, or a person who was there"))
        self.anonymous = QCheckBox(self.tr("Anonymous"))
        self.anonymous.setToolTip(self.tr("You know who it is; the report does not say it"))
        self.quote = TextField(
            self.tr("What it says"), self.tr("What it says, word for word"), (2, 8), self
        )
        self.locator = Line(self.tr("Where in it"), self.tr("Page, minute, table"))
        self.read_on = DayLine(self.tr("Date read"), self.tr("Read on: 2024-03-02"))
        self.question = TextField(self.tr("Question"), self.tr("What was asked"), (1, 4), self)
        self.answer = TextField(self.tr("Answer"), self.tr("What came out"), (1, 6), self)
        self.copies, self.shared = CopiesBox(), prose("small")
        self.wrong = prose("danger")
        self.other = QPushButton(self.tr("Another source"))
        self.remove = QPushButton(self.tr("Remove"))
        self.done = QPushButton(self.tr("Done"))

    def _connect(self) -> None:
        for name in EVIDENCE_FIELDS:
            self._follow(getattr(self, name), partial(self._evidence_field, name))
        for name, line in self.source_lines.items():
            self._follow(line, partial(self._source_field, name))
        self._follow(self.source, self._title_field)
        for day in self._days():
            day.judged.connect(self._name_wrong_days)
        self.stances.buttonClicked.connect(
            lambda button: self.set_stance(button.property("stance"))
        )
        self.source.picked.connect(self._use_source)
        self.kind.chosen.connect(lambda kind: self._set_source({"kind": kind}))
        for name, box in (("primary", self.primary), ("anonymous", self.anonymous)):
            box.clicked.connect(lambda on, n=name: self._set_source({n: int(on)}))
        self.copies.remove_wanted.connect(self._session.remove_copy)
        self.other.clicked.connect(self._leave_source)
        self.remove.clicked.connect(self.take_out)
        self.done.clicked.connect(self.closed)

    def _days(self) -> list[DayLine]:
        lines = (self.source_lines["published"], self.read_on)
        return [one for one in lines if isinstance(one, DayLine)]

    def _name_wrong_days(self) -> None:
        """Says which days are none."""
        wrong = [one for one in self._days() if not one.is_day()]
        names = ", ".join(one.accessibleName() for one in wrong)
        how = self.tr("A day is written 2024-03-02, or 2024-03, or 2024.")
        self.wrong.setText(f"{names}: {how}")
        self.wrong.setVisible(bool(wrong))

    def _follow(self, field: Line | TextField | SourceLine, name: Callable[[], str]) -> None:
        """What is typed into a field goes where ``name`` says, which may have to be made first."""
        field.typed.connect(lambda text: self._type(name, text))
        field.left.connect(self._session.finish_typing)
        field.escaped.connect(self.closed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(theme.GAP - 2)
        stances = FlowLayout(theme.GAP - 2)
        for button in self.stances.buttons():
            stances.addWidget(button)
        column.addLayout(stances)
        column.addWidget(_caption(self.tr("SOURCE"), self.source))
        column.addLayout(_row(self.source, self.other))
        column.addWidget(self.shared)
        self._details = self._source_details()
        self.more = Disclosure(self._details)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)
        column.addWidget(_caption(self.tr("WHAT IT SAYS"), self.quote))
        column.addWidget(self.quote)
        column.addLayout(_row(self.locator, self.read_on))
        column.addWidget(_caption(self.tr("QUESTION AND ANSWER"), self.question))
        for widget in (self.question, self.answer, self.wrong):
            column.addWidget(widget)
        column.addWidget(_caption(self.tr("KEPT COPIES"), self.copies))
        column.addWidget(self.copies)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        column.addLayout(buttons)
        self.wrong.hide()
        for one, following in pairwise(self._stops()):
            QWidget.setTabOrder(one, following)

    def _stops(self) -> list[QWidget]:
        """What Tab reaches, in the order of the eye."""
        about = [self.source_lines[one] for one in ("author", "publisher", "url", "published")]
        marks = [self.kind, self.primary, self.anonymous, self.source_lines["conflict"]]
        said = [self.quote, self.locator, self.read_on, self.question, self.answer]
        kept = [self.copies.file, self.copies.paste, self.remove, self.done]
        source = [self.source, self.other, self.more]
        return [*self.stances.buttons(), *source, *about, *marks, *said, *kept]

    def _source_details(self) -> QWidget:
        box, lines = QWidget(), self.source_lines
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GAP - 2)
        grid.addWidget(lines["author"], 0, 0)
        grid.addWidget(lines["publisher"], 0, 1)
        grid.addWidget(lines["url"], 1, 0)
        grid.addWidget(lines["published"], 1, 1)
        about = _row(self.kind, self.primary, self.anonymous)
        about.addStretch(1)
        grid.addLayout(about, 2, 0, 1, 2)
        grid.addWidget(lines["conflict"], 3, 0, 1, 2)
        return box

    # ------------------------------------------------------------ showing

    def show_evidence(self, one: Evidence | None) -> None:
        """Fills the form; None for a new one."""
        if self._making:
            return
        other = self.key != (one.key if one else 0)
        self.key, self._source = (one.key, one.source) if one else (0, None)
        stance = one.stance if one else "supports"
        for button in self.stances.buttons():
            button.setChecked(button.property("stance") == stance)
        for name in EVIDENCE_FIELDS:
            stored = str(getattr(one, name)) if one else ""
            getattr(self, name).show_text(self._typed(self._place("evidence", name), stored))
        self._show_source(self._source)
        self._show_editable()
        self._name_wrong_days()
        if other:  # a day that is none is not left behind a closed disclosure
            wrong = any(not one.is_day() for one in self._days())
            self.more.setChecked(wrong or (bool(self._source) and not self._described()))

    def _show_source(self, source: Source | None) -> None:
        title = self._typed(self._title_place(), source.title if source else "")
        self.source.show_text(title)
        self.source.offers = source is None
        for name, line in self.source_lines.items():
            stored = str(getattr(source, name)) if source else ""
            line.show_text(self._typed(self._place("source", name), stored))
        self.kind.put(source.kind if source else "document")
        self.primary.setChecked(bool(source and source.primary))
        self.anonymous.setChecked(bool(source and source.anonymous))
        reader = self._session.reader
        count = reader.served_by(source.key) if reader and source else 0
        self.shared.setText(
            self.tr("It serves {0} claims: what you change here changes for all.").format(count)
        )
        self.shared.setVisible(count > 1)
        about = evidence_words.source_line(source).partition(" · ")[2] if source else ""
        self.more.setText(about or self.tr("More about the source"))
        copies = source.copies if source else ()
        self.copies.show_copies(copies, editable=self._session.editable)

    def _described(self) -> bool:
        return any(line.text() for line in self.source_lines.values())

    def _show_editable(self) -> None:
        editable = self._session.editable
        for field in (self.quote, self.question, self.answer):
            field.setReadOnly(not editable)
        for line in (self.locator, self.read_on, self.source, *self.source_lines.values()):
            line.setReadOnly(not editable)
        boxes = (*self.stances.buttons(), self.kind, self.primary, self.anonymous)
        for widget in (*boxes, self.remove):
            widget.setEnabled(editable)
        self.remove.setVisible(self.key != 0)
        self.other.setVisible(editable and self._source is not None)

    def _typed(self, place: str, stored: str) -> str:
        typed = self._session.typed(place) if place else None
        return stored if typed is None else typed

    # ------------------------------------------------------------ where things are typed

    def _place(self, what: str, name: str) -> str:
        """The session's name for a field, "" while there is no such thing yet."""
        key = self.key if what == "evidence" else self._source.key if self._source else 0
        return f"{what} {key} {name}" if key else ""

    def _title_place(self) -> str:
        return self._place("source", "title") or self._place("evidence", "source")

    def _evidence_field(self, name: str) -> str:
        return self._place("evidence", name) if self.begin() else ""

    def _source_field(self, name: str) -> str:
        self._begin_source()
        return self._place("source", name)

    def _title_field(self) -> str:
        return self._title_place() if self.begin() else ""

    def _type(self, name: Callable[[], str], text: str) -> None:
        place = name()
        if place:
            self._session.type(place, text)

    def begin(self) -> int:
        """Makes the evidence if it is not there yet: its row id, 0 where it cannot be."""
        if not self.key and self._session.editable:
            button = self.stances.checkedButton()
            stance = button.property("stance") if button else "supports"
            values = {"stance": stance, "read_on": self.read_on.text() or self._today()}
            self._making = True  # what is being typed must not be overwritten by what is stored
            self.key = self._session.add_evidence(values)
            if self.key:
                self.read_on.show_text(values["read_on"])
                self._show_editable()
                self.made.emit(self.key)
            self._making = False
        return self.key

    def _today(self) -> str:
        return self._session.clock().astimezone().date().isoformat()

    def _begin_source(self) -> int:
        key = self.begin()
        if key and self._source is None:
            self._making = True
            made = self._session.begin_source(key)
            self._making = False
            reader = self._session.reader
            self._source = reader.source(made) if reader and made else None
            self.source.offers = self._source is None
            self.other.setVisible(self._source is not None)
        return self._source.key if self._source else 0

    # ------------------------------------------------------------ choices

    def set_stance(self, stance: str) -> None:
        """What the evidence says to the claim."""
        if self.key:
            self._session.edit_evidence(self.key, {"stance": stance})
        else:
            self.begin()

    def _set_source(self, values: dict[str, object]) -> None:
        source = self._begin_source()
        if source:
            self._session.edit_source(source, values)

    def _use_source(self, source: int) -> None:
        if self.begin():
            self._session.use_source(self.key, source)
            self.quote.setFocus()

    def _leave_source(self) -> None:
        if self.key:
            self._session.use_source(self.key, None)
            self.source.setFocus()

    def take_out(self) -> None:
        """Takes the evidence out; undo brings it back."""
        if self.key:
            self._session.edit_evidence(self.key, {"withdrawn": 1})

    def apply_theme(self) -> None:
        """Draws anew what style sheets do not reach."""
        self.more.draw()


def _caption(text: str, buddy: QWidget) -> QLabel:
    caption = QLabel(text)
    caption.setProperty("look", "caption")
    caption.setBuddy(buddy)
    return caption


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GAP - 2)
    for widget in widgets:
        row.addWidget(widget)
    return row
