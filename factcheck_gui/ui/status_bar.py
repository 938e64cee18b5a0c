"""The status bar: whether everything is saved, how far the review is, who is at the desk, the
library's name; long work shows its progress and Cancel here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from factcheck_gui.library.coverage import Coverage
from factcheck_gui.session import Session
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui import core_words, theme
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.text_field import OneLine

TOLD = 6000  # milliseconds a sentence stays
_WIDEST, _LEAST = 220, 40  # pixels of a name


class _Dot(QWidget):
    """Green when all is saved, amber while something is not; the words beside it say the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tone = "green"

    def sizeHint(self) -> QSize:
        return QSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.current().tone(self.tone).line))
            side = 8
            painter.drawEllipse(0, (self.height() - side) // 2, side, side)


class StatusBar(QStatusBar):
    """``reviewer_pressed`` when the reviewer's name is pressed."""

    reviewer_pressed = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.GAP + 4, 0, theme.GAP + 4, 0)
        self._dot, self._saved = _Dot(self), QLabel(self)
        self._progress, self._file = QLabel(self), QLabel(self)
        self.covered = QLabel(self)
        self.covered.hide()
        self._reviewer = QPushButton(self)
        self._reviewer.setProperty("look", "flat")
        self._reviewer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._reviewer.clicked.connect(self.reviewer_pressed)
        self._told = QTimer(self, singleShot=True, interval=TOLD)
        self._message = OneLine(self)  # a long path must not push the rest out of the window
        self._told.timeout.connect(lambda: self._message.show_text(""))
        self._work = self._work_box(tasks)
        for widget in (self._dot, self._saved, self._progress, self.covered, self._reviewer):
            self.addWidget(widget)
        self.addWidget(self._message, 1)
        for label in (self._file, self._label):  # names of files, which give way to Cancel
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(_LEAST)
        self.addPermanentWidget(self._work)
        self.addPermanentWidget(self._file)
        self._at = QTime()
        self._connect(session, tasks)

    def _work_box(self, tasks: Tasks) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        self._label = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("look", "flat")
        cancel.clicked.connect(tasks.cancel)
        for widget in (self._label, self._bar, cancel):
            row.addWidget(widget)
        box.hide()
        return box

    def _connect(self, session: Session, tasks: Tasks) -> None:
        session.saved.connect(self._now_saved)
        session.typing.connect(self._now_typing)
        session.told.connect(self.tell)
        session.article_opened.connect(self._show_progress)
        session.article_touched.connect(lambda _: self._show_progress())
        session.reviewer_changed.connect(self._show_reviewer)
        session.library_opened.connect(self._show_library)
        tasks.progress.connect(self._show_work)
        tasks.idle.connect(self._work.hide)

    # ------------------------------------------------------------ what it says

    def tell(self, sentence: str) -> None:
        """Shows a sentence for a while; what is saved stands beside it all the time."""
        self._message.show_text(sentence)
        self._told.start()

    def _now_saved(self) -> None:
        self._at = QTime.currentTime()
        self._dot.tone = "green"
        self._dot.update()
        self._show_saved()

    def _now_typing(self) -> None:
        self._dot.tone = "amber"
        self._dot.update()
        self._show_saved()

    def _show_saved(self) -> None:
        if self._session.unsaved:
            self._saved.setText(self.tr("Saving…"))
        elif self._session.read_only:
            self._saved.setText(self.tr("Read-only"))
        elif self._at.isValid():
            self._saved.setText(
                self.tr("All changes saved · {0}").format(self._at.toString("HH:mm"))
            )
        else:
            self._saved.setText(self.tr("All changes saved"))

    def _show_progress(self) -> None:
        session = self._session
        row = None
        if session.reader and session.article:
            row = session.reader.article_row(session.article.row.key)
        self._progress.setVisible(row is not None)
        if row:
            words = self.tr("{0} of {1} claims reviewed")
            self._progress.setText(words.format(row.tally.reviewed, row.tally.claims))

    def show_coverage(self, found: Coverage | None) -> None:
        """How much of the text to check is accounted for; None where no article is open."""
        self.covered.setVisible(found is not None)
        if found:
            percent = int(found.share * 100)  # 100 only where nothing waits
            self.covered.setText(self.tr("{0} % of the text").format(percent))
            words = self.tr("Accounted for: {0} % of the checkable text. Sentences that wait: {1}.")
            self.covered.setToolTip(claim_words.tooltip(words.format(percent, len(found.waiting))))

    def _show_reviewer(self) -> None:
        reviewer = self._session.reviewer
        name = core_words.reviewer(reviewer.name)
        rounds = {
            "first": self.tr("first round"),
            "second": self.tr("second round"),
            "adjudication": self.tr("adjudication"),
            "correction": self.tr("correction"),
        }
        shown = self._cut(name).replace("&", "&&")  # or it would mark a key
        self._reviewer.setText(f"{shown} · {rounds[reviewer.round]}")
        self._reviewer.setAccessibleName(self.tr("Reviewer: {0}").format(name))

    def _show_library(self) -> None:
        path = self._session.path
        name = path.name if path else ""
        kind = self.tr("read-only") if self._session.read_only else self.tr("offline")
        self._file.setText(f"{self._cut(name)} · {kind}")
        self._file.setToolTip(claim_words.tooltip(str(path or "")))
        self._dot.tone = "grey" if self._session.read_only else "green"
        self._dot.update()
        self._show_saved()
        self._show_reviewer()
        self._show_progress()

    def _cut(self, name: str) -> str:
        return self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST)

    def _show_work(self, label: str, done: int, total: int) -> None:
        self._label.setText(self._cut(label))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._work.show()
