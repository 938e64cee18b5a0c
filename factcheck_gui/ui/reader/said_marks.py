"""Who said what, shown in the article on demand: the source, the words of saying and what was said,
and the figures and dates of a claim.

Here: a Decoration of the page, and the strip that explains its looks. Not here: which spans these
are (the window's business). The looks differ in form and not only in colour: the source is framed,
the words of saying lie on a tint, what was said stands between corners, figures have a line above
them and dates a dashed one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from factcheck_gui import domain
from factcheck_gui.domain import Span
from factcheck_gui.ui import theme
from factcheck_gui.ui.lists.flow_layout import FlowLayout
from factcheck_gui.ui.reader.fragments import fragments
from factcheck_gui.ui.reader.offsets import Display, make_display
from factcheck_gui.ui.reader.placed_block import PlacedBlock

Role = Literal["source", "cue", "content", "figure", "date"]
ROLES: tuple[Role, ...] = get_args(Role)
_TONES = {"source": "green", "cue": "violet", "content": "amber", "figure": "blue", "date": "blue"}
_ARM = 7.0  # pixels of the arms of a corner


class Said(NamedTuple):
    """One place and what it is."""

    role: Role
    span: Span


def said_of(attribution: domain.Attribution) -> list[Said]:
    """The places of an attribution."""
    parts: tuple[tuple[Role, tuple[Span, ...]], ...] = (
        ("content", attribution.content),
        ("source", attribution.source),
        ("cue", attribution.cue),
    )
    return [Said(role, span) for role, spans in parts for span in spans]


def said_in(claim: domain.Claim) -> list[Said]:
    """What is shown of one claim: who said it, its figures and its dates."""
    said = said_of(claim.attribution) if claim.attribution else []
    said += [Said("figure", one.span) for one in claim.figures]
    return said + [Said("date", one.span) for one in claim.dates]


class SaidMarks:
    """Paints the places it was given."""

    def __init__(self) -> None:
        self.start(make_display(""), 0)

    def start(self, display: Display, header_lines: int) -> None:
        """Another article is shown."""
        self._display, self._header = display, header_lines
        self._lines: dict[int, list[Said]] = {}

    def show(self, said: Iterable[Said]) -> None:
        """Replaces what is shown."""
        self._lines = {}
        length = self._display.ends[-1] if self._display.ends else 0
        for one in dict.fromkeys(said):
            if not 0 <= one.span.start < one.span.end <= length:
                continue  # of a text that is not this one
            first = self._display.line_at(one.span.start)
            last = self._display.line_at(one.span.end - 1)
            for line in range(first, last + 1):
                self._lines.setdefault(line, []).append(one)

    def room(self, number: int, position: int, layout: QTextLayout) -> list[tuple[int, int, float]]:
        return []

    def paint_under(self, painter: QPainter, placed: PlacedBlock) -> None:
        for one in self._lines.get(placed.number - self._header, ()):
            if one.role == "cue":
                for box in self._boxes(placed, one.span):
                    paint_look(painter, box, one.role)

    def paint_over(self, painter: QPainter, placed: PlacedBlock) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in self._lines.get(placed.number - self._header, ()):
            if one.role == "content":
                self._corners(painter, placed, one.span)
            elif one.role != "cue":
                for box in self._boxes(placed, one.span):
                    paint_look(painter, box, one.role)
        painter.restore()

    def _boxes(self, placed: PlacedBlock, span: Span) -> list[QRectF]:
        start = self._display.to_qt(span.start) - placed.position
        end = self._display.to_qt(span.end) - placed.position
        return fragments(placed, start, end)

    def _corners(self, painter: QPainter, placed: PlacedBlock, span: Span) -> None:
        """Corners at the beginning and the end, wherever these stand."""
        boxes = self._boxes(placed, span)
        start = self._display.to_qt(span.start) - placed.position
        end = self._display.to_qt(span.end) - placed.position
        if boxes and start >= 0:
            _corner(painter, boxes[0], opening=True, mirrored=placed.right)
        if boxes and end <= placed.length:
            _corner(painter, boxes[-1], opening=False, mirrored=placed.right)


def paint_look(painter: QPainter, box: QRectF, role: Role) -> None:
    """The look of a role around a box, in the article and in the strip that explains it."""
    tone = theme.current().tone(_TONES[role])
    if role == "cue":
        painter.fillRect(box, QColor(tone.fill))
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(tone.line), 1.6)
    if role == "source":
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 3, 3)
    elif role == "content":
        _corner(painter, box, opening=True, mirrored=False)
        _corner(painter, box, opening=False, mirrored=False)
    else:
        if role == "date":
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(box.topLeft(), box.topRight())


def _corner(painter: QPainter, box: QRectF, *, opening: bool, mirrored: bool) -> None:
    painter.setPen(QPen(QColor(theme.current().tone(_TONES["content"]).line), 2))
    left = opening != mirrored
    x, inward = (box.left() - 2, _ARM) if left else (box.right() + 2, -_ARM)
    y, along = (box.top(), _ARM) if opening else (box.bottom(), -_ARM)
    painter.drawLine(QPointF(x, y), QPointF(x, y + along))
    painter.drawLine(QPointF(x, y), QPointF(x + inward, y))


class SaidLegend(QWidget):
    """A strip over the article that says what the looks mean; ``closed`` by its button."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            "source": self.tr("who said it"),
            "cue": self.tr("words of saying"),
            "content": self.tr("what was said"),
            "figure": self.tr("figure"),
            "date": self.tr("date"),
        }
        looks = FlowLayout(12)
        self.looks = {role: _look(role, words[role]) for role in ROLES}
        for look in self.looks.values():
            looks.addWidget(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addLayout(looks, 1)
        close = QToolButton()
        close.setText("×")
        close.setProperty("look", "flat")
        close.setAccessibleName(self.tr("Hide who said what"))
        close.clicked.connect(self.closed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_roles(self, roles: Iterable[str]) -> None:
        """Shows the looks that are in use."""
        used = set(roles)
        for role, look in self.looks.items():
            look.setVisible(role in used or role in ROLES[:3])


def _look(role: Role, words: str) -> QWidget:
    """A look in small and what it means."""
    look, label = QWidget(), QLabel(words)
    label.setProperty("look", "small")
    row = QHBoxLayout(look)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_Swatch(role))
    row.addWidget(label)
    return look


class _Swatch(QWidget):
    """A look in small."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._role = role
        self.setFixedSize(QSize(20, 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_look(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), self._role)
