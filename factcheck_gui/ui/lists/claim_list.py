"""The claims pane: chips, order, filter, and the list of claims.

Here: what the pane shows and what the user asks of it. It is given keys and a way to read claims,
and says in signals what was chosen. Not here: the session, the library, verdict looks (pills.py),
wording (claim_words.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui import domain
from factcheck_gui.ui import pills, theme
from factcheck_gui.ui.empty_state import EmptyState
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.choice_button import ChoiceButton
from factcheck_gui.ui.lists.claim_model import ClaimModel
from factcheck_gui.ui.lists.filter_field import FilterField
from factcheck_gui.ui.lists.flow_layout import FlowLayout
from factcheck_gui.ui.lists.lettering import Piece, draw_pieces, has_italics, line_height
from factcheck_gui.ui.lists.paged_model import Fetch
from factcheck_gui.ui.lists.rows import RowDelegate, RowView
from factcheck_gui.ui.lists.worth_bar import WorthBar

CHIPS = ("all", "open", "contested", "disputed", "clashing", "dismissed")
ORDERS = ("article", "worth")

_PAD = 9.0  # above and below a row's words
_META_GAP = 2.0
_RIGHT = 8.0
_NUMBER_GAP, _PILL_GAP = 8.0, 6.0
_TEXT_LINES = 2
_LEAST = 40  # pixels of the list, however low the window
_WIDEST_PILL = 0.42  # of the row: a long label must leave room for the claim


class ClaimDelegate(RowDelegate):
    """Paints a claim: number, two lines of text, one of source and figures, verdict pill."""

    def __init__(self, model: ClaimModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.scale: domain.Scale | None = None

    def row_height(self) -> int:
        words, meta = line_height(theme.sans(theme.BASE)), line_height(theme.sans(theme.TINY))
        return round(2 * _PAD + _TEXT_LINES * words + _META_GAP + meta)

    def draw(self, painter: QPainter, box: QRectF, row: domain.Claim) -> None:
        look = theme.current()
        font, small = theme.sans(theme.BASE), theme.sans(theme.TINY)
        step, meta = line_height(font), line_height(small)
        pill = pills.pill_of(row, self.scale)
        size = pills.pill_size(pill, box.width() * _WIDEST_PILL)
        left = box.left() + self._gutter() + _NUMBER_GAP
        right = box.right() - _RIGHT
        room = max(right - size.width() - _PILL_GAP - left, 20.0)
        lines = self.cache.lines(row.text, font, room, _TEXT_LINES)
        tall = len(lines) * step + _META_GAP + meta
        top = box.top() + round((box.height() - tall) / 2)

        painter.setFont(font)
        painter.setPen(look.color("muted"))
        number = QRectF(box.left(), top, self._gutter(), step)
        painter.drawText(number, _NUMBER_FLAGS, str(row.number) if row.number else "–")
        painter.setPen(look.color("muted" if row.dismissed is not None else "ink"))
        lines.draw(painter, left, top, step)
        place = QRectF(right - size.width(), top + (step - size.height()) / 2, 0, 0)
        place.setSize(size)
        pills.paint_pill(painter, place, pill)
        painter.setPen(look.color("muted"))
        under = QRectF(left, top + len(lines) * step + _META_GAP, right - left, meta)
        draw_pieces(painter, under, self._pieces(row))

    def _gutter(self) -> float:
        """The right edge of the numbers: room for three digits, or what the list needs."""
        digits = max(3, len(str(self._model.rowCount())))
        metrics = QFontMetricsF(theme.sans(theme.BASE))
        return 12.0 + metrics.horizontalAdvance("0") * digits

    def _pieces(self, claim: domain.Claim) -> list[Piece]:
        plain, slanted = theme.sans(theme.TINY), theme.sans(theme.TINY)
        cue = claim_words.one_line(claim.cue)
        slanted.setItalic(has_italics(cue))
        strong = theme.sans(theme.TINY, QFont.Weight.DemiBold)
        pieces = [
            Piece(claim_words.anchor(claim), strong),
            Piece(claim_words.incomplete(claim), strong),
            Piece(claim_words.part(claim), plain),
            Piece(claim_words.voice(claim), plain),
        ]
        pieces.append(Piece(cue, slanted))
        pieces += [Piece(one, plain, spare=True) for one in claim_words.figures(claim)]
        pieces.append(Piece(claim_words.contested(claim.contested_by), plain))
        return [one for one in pieces if one.text]


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("look", "line")
    line.setFixedHeight(1)
    return line


_NUMBER_FLAGS = int(
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
)


class ClaimList(QWidget):
    """The pane. Tell it ``set_counts``, ``set_scale``, ``set_keys``; it asks by ``filter_changed``.

    ``filter_changed`` carries one of CHIPS, one of ORDERS, and the text to filter by.
    """

    claim_chosen = Signal(object)  # key
    filter_changed = Signal(str, str, str)
    menu_requested = Signal(object, QPoint)  # key, global position
    bar_moved = Signal(object)  # the least check-worthiness to show, or None for the listed ones

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = {}
        self._asked = ("all", "article", "")
        self._current: int | None = None
        self._looking = self._rewind = False
        self.model = ClaimModel(self)
        self._delegate = ClaimDelegate(self.model, self)
        self.view = RowView(self.model, self._delegate)
        self.view.setAccessibleName(self.tr("Claims"))
        self._chips = self._make_chips()
        self.order = self._make_order()
        self.field = FilterField(self.tr("Filter the claims"), self.tr("Filter claims"))
        self.empty = EmptyState(self.tr("Show all claims"))
        self.worth = WorthBar()
        self._offer = self._make_offer()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.set_counts({})
        self._show_page()

    # ------------------------------------------------------------ building

    def _make_chips(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, chip in enumerate(CHIPS):
            button = QPushButton()
            button.setObjectName(f"chip-{chip}")
            button.setProperty("look", "chip")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list
            group.addButton(button, number)
        group.button(0).setChecked(True)
        return group

    def _make_order(self) -> ChoiceButton:
        words = (self.tr("in the article"), self.tr("by check-worthiness"))
        return ChoiceButton(self.tr("Order of the claims"), tuple(zip(ORDERS, words, strict=True)))

    def _make_offer(self) -> QWidget:
        """A line that offers to search an article again that an earlier finder went through."""
        offer, words = QWidget(), QLabel(self.tr("Found by an earlier claim finder"))
        words.setProperty("look", "small")
        self.again = QPushButton(self.tr("Find again"))
        self.again.setProperty("look", "flat")
        self.again.setToolTip(
            self.tr("Claims that you have worked on stay as they are; the others are found anew.")
        )
        row = QHBoxLayout(offer)
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(words, 1)
        row.addWidget(self.again)
        offer.hide()
        return offer

    def _lay_out(self) -> None:
        chips = FlowLayout(theme.GAP - 2)
        for button in self._chips.buttons():
            chips.addWidget(button)
        asking = QHBoxLayout()
        asking.setSpacing(theme.GAP)
        asking.addWidget(self.field, 1)
        asking.addWidget(self.order)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, theme.GAP)
        head.setSpacing(theme.GAP)
        head.addLayout(chips)
        head.addLayout(asking)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        self._pages.setMinimumHeight(
            _LEAST
        )  # where room is short, the list gives way, not the head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_hairline())
        column.addWidget(self._pages, 1)
        column.addWidget(_hairline())
        column.addWidget(self._offer)
        column.addWidget(self.worth)

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self.view.menu_requested.connect(self.menu_requested)
        self._chips.idToggled.connect(lambda _number, on: self._ask() if on else None)
        self.order.chosen.connect(lambda _value: self._ask())
        self.field.settled.connect(lambda _text: self._ask())
        self.field.left.connect(self.view.setFocus)
        self.empty.button.clicked.connect(self.show_all)
        self.worth.moved.connect(self.bar_moved)

    # ------------------------------------------------------------ what the window tells it

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """The number on each chip, by the names of CHIPS; a name left out counts 0."""
        self._counts = {chip: counts.get(chip, 0) for chip in CHIPS}
        words = {
            "all": self.tr("All {n}"),
            "open": self.tr("To review {n}"),
            "contested": self.tr("Contested {n}"),
            "disputed": self.tr("Disputed {n}"),
            "clashing": self.tr("Edited apart {n}"),
            "dismissed": self.tr("Dismissed {n}"),
        }
        for button, chip in zip(self._chips.buttons(), CHIPS, strict=True):
            button.setText(words[chip].format(n=claim_words.whole(self._counts[chip])))
        for chip in ("clashing", "dismissed"):  # where there are none, nobody looks for them
            seldom = self._chips.button(CHIPS.index(chip))
            seldom.setVisible(bool(self._counts[chip]) or seldom.isChecked())
        self._show_page()

    def set_bar(self, bar: float | None, below: int) -> None:
        """Where the bar of check-worthiness stands, and how many claims lie below it."""
        self.worth.put(bar)
        self.worth.set_below(below)

    def offer_again(self, offered: bool) -> None:
        """Whether to offer that the claims be found again."""
        self._offer.setVisible(offered)

    def set_looking(self, looking: bool) -> None:
        """Whether claims are still being looked for, so that an empty list says so."""
        self._looking = looking
        self._show_page()

    def set_scale(self, scale: domain.Scale | None) -> None:
        """The rating scale whose symbols and tones the pills take."""
        self._delegate.scale = scale
        self.view.viewport().update()

    def set_keys(self, keys: Iterable[int], fetch: Fetch[domain.Claim]) -> None:
        """Replaces the list; the current claim stays current where it is still in it."""
        self.model.set_keys(keys, fetch)
        self.view.show_key(self._current)
        if self._rewind:  # another question: its answer is read from the top
            self._rewind = False
            self.view.scrollToTop()
        self._show_page()

    def append_keys(self, keys: Sequence[int]) -> None:
        """Adds claims at the end, as more of them become known."""
        self.model.append_keys(keys)
        self._show_page()

    def update_claim(self, claim: domain.Claim) -> None:
        """Repaints one claim after a change."""
        self.model.update_claim(claim)

    def set_current(self, key: int | None) -> bool:
        """Marks a claim and scrolls to it without a signal; False if the list has it not."""
        self._current = key
        return self.view.show_key(key)

    def apply_theme(self) -> None:
        """Takes fonts and colours anew after the theme has changed."""
        self.view.fit_rows()

    # ------------------------------------------------------------ what the user asks

    def asked(self) -> tuple[str, str, str]:
        """Chip, order and text as they are set now."""
        return CHIPS[self._chips.checkedId()], self.order.value(), self.field.wanted()

    def set_filter(self, chip: str, order: str, text: str = "") -> None:
        """Sets chip, order and text without a signal, as after a start."""
        with QSignalBlocker(self._chips):
            self._chips.button(CHIPS.index(chip)).setChecked(True)
        self.order.put(order)
        self.field.put(text)
        self._asked = self.asked()
        self.set_counts(self._counts)

    def follow(self, chip: str, order: str, text: str) -> None:
        """Shows what the list is asked for now, where somebody else has asked; what is being
        typed here is left alone where not."""
        if (chip, order, text) != self._asked:
            self.set_filter(chip, order, text)

    def show_all(self) -> None:
        """Takes chip and text back, so that nothing is filtered out."""
        before = self._asked
        self.set_filter("all", self.asked()[1])
        self._asked = before
        self._ask()
        self.view.setFocus()

    def _ask(self) -> None:
        self.field.settle()
        if self.asked() != self._asked:
            self._asked = self.asked()
            self._rewind = True
            self.filter_changed.emit(*self._asked)

    def _choose(self, key: int) -> None:
        self._current = key
        self.claim_chosen.emit(key)

    # ------------------------------------------------------------ nothing to show

    def _show_page(self) -> None:
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.view)
            return
        chip, _order, text = self._asked
        counts = self._counts
        if self._looking:
            self.empty.say(
                self.tr("Looking for claims…"), self.tr("They appear here as they are found.")
            )
        elif not text and not counts["all"] and not counts["dismissed"]:
            self.empty.say(
                self.tr("No claims here yet"),
                self.tr("Select words in the article and press C to add a claim."),
            )
        elif chip == "open" and not text and not counts["open"]:
            self.empty.say(
                self.tr("All claims reviewed"),
                self.tr("Press Ctrl+E to export the report, or look at the claims once more."),
                action=True,
            )
        else:
            self.empty.say(
                self.tr("Nothing matches"),
                self.tr("Change the filter, or take it back."),
                action=True,
            )
        self._pages.setCurrentWidget(self.empty)
