"""The evidence tab: what was found on the current claim as a list, one piece open in its place, and
how many independent sources there are. Files dropped or pasted here are kept as copies.

Not here: the form (evidence_editor.py), reading and opening files (evidence_verbs.py).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from factcheck_gui.domain import Evidence, independent_sources
from factcheck_gui.session import Session
from factcheck_gui.ui import evidence_words, theme
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.evidence_editor import EvidenceEditor
from factcheck_gui.ui.evidence_row import EvidenceRow
from factcheck_gui.ui.scrolling import scroll_down


class EvidencePanel(QScrollArea):
    """Shows the session's evidence when told to. ``brought`` when something that may be kept was
    dropped or pasted; ``left`` when it gives the focus up."""

    brought = Signal(QMimeData)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: dict[int, EvidenceRow] = {}
        self._open: int | None = None  # row id of the piece that is open, 0 for a new one
        self._claim = 0
        self.count, self._hint = prose("muted"), prose("muted")
        self._hint.setText(
            self.tr(
                "Nothing is here yet. Press E to note what you found and where, or drop a file "
                "here to keep a copy of it."
            )
        )
        self.add = QPushButton(self.tr("Add evidence"))
        self.add.setToolTip(self.tr("Key {0}").format("E"))
        self.nothing = QPushButton(self.tr("Looked, found nothing"))
        self.nothing.setToolTip(self.tr("That you looked and found nothing is an outcome, too"))
        self.editor = EvidenceEditor(session)
        self._connect()
        self._lay_out()
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_evidence)
        self.nothing.clicked.connect(self.found_nothing)
        self.editor.made.connect(self._made)
        self.editor.closed.connect(self.close_editor)
        for field in self.editor.findChildren(QWidget):
            field.installEventFilter(self)

    def _lay_out(self) -> None:
        self.page = page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(6)
        column.addWidget(self.count)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.nothing)
        buttons.addStretch(1)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addWidget(self._hint)
        self._new = QVBoxLayout()
        column.addLayout(self._new)
        column.addLayout(buttons)
        column.addStretch(1)
        scroll_down(self, page)

    # ------------------------------------------------------------ showing

    def show_claim(self) -> int:
        """Takes the evidence of the session's claim; how many pieces there are."""
        claim = self._session.claim
        if (claim.key if claim else 0) != self._claim:
            self._claim = claim.key if claim else 0
            self._open = None
        found = self._session.evidence()
        self._show_rows(found)
        count = independent_sources(found)
        self.count.setText(evidence_words.independent(count))
        self.count.setVisible(bool(found))
        self._hint.setVisible(not found and self._open is None)
        for button in (self.add, self.nothing):
            button.setEnabled(claim is not None and self._session.editable)
        self._show_editor(found)
        return len(found)

    def _show_rows(self, found: list[Evidence]) -> None:
        if [one.key for one in found] != list(self.rows):
            self._list.removeWidget(self.editor)
            for row in self.rows.values():
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = {one.key: self._row(one) for one in found}
        for one in found:
            self.rows[one.key].show_evidence(one)

    def _row(self, one: Evidence) -> EvidenceRow:
        row = EvidenceRow(one)
        row.clicked.connect(lambda _=False, key=one.key: self.toggle(key))
        row.removed.connect(lambda key=one.key: self._remove(key))
        row.stepped.connect(lambda by, key=one.key: self._step(key, by))
        self._list.addWidget(row)
        return row

    def _show_editor(self, found: list[Evidence]) -> None:
        if self._open and self._open not in self.rows:
            self._open = None
        for key, row in self.rows.items():
            row.setChecked(key == self._open)
        if self._open is None:
            self.editor.hide()
            return
        one = next((each for each in found if each.key == self._open), None)
        self._place_editor()
        self.editor.show_evidence(one)
        self.editor.show()

    def _place_editor(self) -> None:
        """Below its row, without losing the focus that a field of it may have."""
        if not self._open:
            if self._new.indexOf(self.editor) < 0:
                self._list.removeWidget(self.editor)
                self._new.addWidget(self.editor)
            return
        place = self._list.indexOf(self.rows[self._open]) + 1
        if self._list.indexOf(self.editor) != place:
            self._new.removeWidget(self.editor)
            self._list.removeWidget(self.editor)
            self._list.insertWidget(self._list.indexOf(self.rows[self._open]) + 1, self.editor)

    # ------------------------------------------------------------ opening and adding

    def add_evidence(self) -> None:
        """Opens an empty form; nothing is written until something is said in it."""
        if self._session.claim is None or not self._session.editable:
            return
        self._session.finish_typing()
        self._open = 0
        self.show_claim()
        self.editor.source.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._reveal()

    def found_nothing(self) -> None:
        """Notes that somebody looked; what was asked is typed next."""
        self.add_evidence()
        if self._open == 0:
            for button in self.editor.stances.buttons():
                button.setChecked(button.property("stance") == "nothing found")
            self.editor.begin()
            self.editor.question.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self, key: int) -> None:
        """Opens a piece of evidence, or closes the one that is open."""
        self._session.finish_typing()
        self._open = None if self._open == key else key
        self.show_claim()
        self._reveal()

    def open_number(self, number: int) -> bool:
        """Opens what ``[number]`` means; whether there is such evidence."""
        one = evidence_words.cited(self._session.evidence(), number)
        if one is None:
            return False
        self._session.finish_typing()
        self._open = one.key
        self.show_claim()
        self.rows[one.key].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._reveal()
        return True

    def evidence_to_keep(self) -> int:
        """The evidence that a copy belongs to: the one open, or a new one; 0 for none."""
        if self._open is None:
            self.add_evidence()
        return self.editor.begin() if self._open is not None else 0

    def _made(self, key: int) -> None:
        self._open = key
        self.show_claim()

    def close_editor(self) -> None:
        """Puts the form away; the focus goes to its row."""
        self._session.finish_typing()
        row = self.rows.get(self._open or 0)
        self._open = None
        self.show_claim()
        if row is None:
            self.left.emit()
        else:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _remove(self, key: int) -> None:
        if self._session.editable:
            self._session.edit_evidence(key, {"withdrawn": 1})

    def _step(self, key: int, by: int) -> None:
        keys = list(self.rows)
        place = keys.index(key) + by
        if 0 <= place < len(keys):
            self.rows[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _reveal(self) -> None:
        if self._open is not None:
            self.page.adjustSize()
            top = self.rows.get(self._open, self.editor)
            place = top.mapTo(self.page, QPoint(0, 0)).y() - theme.GAP
            self.verticalScrollBar().setValue(place)  # the form may be higher than the pane

    # ------------------------------------------------------------ what is dropped and pasted

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._session.editable and self._session.claim and keepable(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.brought.emit(event.mimeData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pasting in a field keeps what is no text; text goes into the field as ever."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            data = QGuiApplication.clipboard().mimeData()
            if event.matches(QKeySequence.StandardKey.Paste) and keepable(data):
                self.brought.emit(data)
                return True
        return super().eventFilter(watched, event)

    def apply_theme(self) -> None:
        """Draws anew what style sheets do not reach."""
        self.editor.apply_theme()
        for row in self.rows.values():
            row.update()


def keepable(data: QMimeData | None) -> bool:
    """Whether it is a picture or files, which a source can keep a copy of."""
    if data is None:
        return False
    files = any(url.isLocalFile() for url in data.urls())
    return files or (data.hasImage() and not data.hasText())
