"""The groups of choices in the export window: articles, claims, format. What is told beside the
claims, and who publishes, are in export_details.py. Not here: what is done with the choices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Scale, Tally
from factcheck_gui.library.reading import Reader
from factcheck_gui.reports.content import DISPUTED_KEY
from factcheck_gui.reports.writing import FORMATS
from factcheck_gui.ui import core_words, pills, symbols, theme
from factcheck_gui.ui.article_choice import ArticleChoice
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words

_NAME, _MOST = 26, 40  # letters of a verdict in one's own words; verdicts that are offered
_ROW, _ROWS, _AROUND = 18, 7, 74  # of the list of articles, in pixels; how many are in sight


class Group(QWidget):
    """A caption, whose key leads to the group, and what stands below it. ``changed`` when another
    choice was made."""

    changed = Signal()

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = QLabel(caption)
        self.caption.setProperty("look", "caption")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 10)
        self.column.setSpacing(5)
        self.column.addWidget(self.caption)

    def radios(self, texts: Sequence[str], chosen: int) -> QButtonGroup:
        """A group of buttons, the caption's key on the chosen one; the caller lays them out."""
        group = QButtonGroup(self)
        for place, text in enumerate(texts):
            group.addButton(QRadioButton(text), place)
        group.button(chosen).setChecked(True)
        group.idToggled.connect(lambda _id, on: self._choose(group) if on else None)
        self.caption.setBuddy(group.button(chosen))
        return group

    def _choose(self, group: QButtonGroup) -> None:
        self.caption.setBuddy(group.button(group.checkedId()))
        self.changed.emit()


def in_columns(widgets: Sequence[QWidget], columns: int = 2) -> QGridLayout:
    """Down the first column, then the next."""
    grid, rows = QGridLayout(), -(-len(widgets) // columns)
    grid.setVerticalSpacing(5)
    for place, widget in enumerate(widgets):
        grid.addWidget(widget, place % rows, place // rows)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid


# ---------------------------------------------------------------- articles


class ArticlesGroup(Group):
    """Which articles: the open one, some of a list, or all. Hidden where there is only one."""

    THIS, CHOSEN, ALL = range(3)

    def __init__(self, reader: Reader, article: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.caption.setText(self.tr("&ARTICLES"))
        self._reader, self.this = reader, article
        self._all = tuple(reader.article_keys())
        count = claim_words.whole(len(self._all))
        texts = [self.tr("This article"), self.tr("Articles of a list")]
        texts.append(self.tr("All {0} articles of the library").format(count))
        self.which = self.radios(texts, self.THIS)
        for button in self.which.buttons():
            self.column.addWidget(button)
        self._list: ArticleChoice | None = None
        self.changed.connect(self._open_list)
        self.setVisible(len(self._all) > 1)

    def _open_list(self) -> None:
        """The list is made when it is first wanted."""
        wanted = self.which.checkedId() == self.CHOSEN
        if wanted and self._list is None:
            self._list = ArticleChoice(self._reader)
            self._list.model.ticked.add(self.this)
            self._list.show_count()
            self._list.setFixedHeight(_AROUND + _ROW * min(len(self._all), _ROWS))
            self._list.changed.connect(self.changed)
            self.column.addWidget(self._list)
        if self._list:
            self._list.setVisible(wanted)

    @property
    def list(self) -> ArticleChoice | None:
        """The list, once it was opened."""
        return self._list

    def keys(self) -> tuple[int, ...]:
        """Row ids, in the order of the library."""
        which = self.which.checkedId()
        if which == self.ALL:
            return self._all
        if which == self.CHOSEN and self._list:
            ticked = self._list.model.ticked
            return tuple(key for key in self._all if key in ticked)
        return (self.this,)


# ---------------------------------------------------------------- claims


class ClaimsGroup(Group):
    """Which claims: the reviewed ones, all, or those of some verdicts."""

    REVIEWED, ALL, BY_VERDICT = range(3)

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.caption.setText(self.tr("&CLAIMS"))
        self._scale, self._tally = scale, Tally()
        self._wanted: set[str] | None = None  # verdicts that were chosen, also where none is shown
        self.which = self.radios(["", "", self.tr("By verdict")], self.REVIEWED)
        for button in self.which.buttons():
            self.column.addWidget(button)
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QWidget()
        self.column.addWidget(self._grid)
        self._none = prose("muted")
        self._none.setText(self.tr("Choose at least one verdict."))
        self.column.addWidget(self._none)
        self.changed.connect(self._show_boxes)
        self._show_boxes()

    def set_tally(self, tally: Tally) -> None:
        """Takes how many claims of each verdict the articles chosen have."""
        self._tally = tally
        reviewed = claim_words.whole(tally.reviewed + tally.disputed)
        words = (self.tr("Only reviewed claims ({0})"), self.tr("All claims ({0})"))
        for button, text, count in zip(
            self.which.buttons(), words, (reviewed, claim_words.whole(tally.claims)), strict=False
        ):
            button.setText(text.format(count))
        self._make_boxes()

    def _make_boxes(self) -> None:
        counts = dict(_counts(tally := self._tally, self._scale))
        wanted = self._wanted
        if wanted is None or not wanted & set(counts):  # of another scale: all that was judged
            wanted = set(counts) - {""}
        old = self._grid
        self._grid, self.boxes = QWidget(), {}
        for key, count in counts.items():
            name = self._name(key)
            short = name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"
            box = QCheckBox(f"{short} ({claim_words.whole(count)})".replace("&", "&&"))
            box.setToolTip(claim_words.tooltip(name) if short != name else "")
            box.setIcon(_picture(key, self._scale))
            box.setChecked(key in wanted)
            box.toggled.connect(self._tick)
            self.boxes[key] = box
        grid = in_columns(list(self.boxes.values()))
        grid.setContentsMargins(22, 0, 0, 0)
        self._grid.setLayout(grid)
        self.column.replaceWidget(old, self._grid)
        old.deleteLater()
        self.which.button(self.BY_VERDICT).setEnabled(tally.claims > 0)
        self._show_boxes()

    def _name(self, key: str) -> str:
        fixed = {"": self.tr("To review"), DISPUTED_KEY: self.tr("Disputed")}
        return fixed.get(key, " ".join(key.split()))

    def _tick(self) -> None:
        shown = {key for key, box in self.boxes.items() if box.isChecked()}
        self._wanted = (self._wanted or set()) - set(self.boxes) | shown
        self.changed.emit()

    def _show_boxes(self) -> None:
        by_verdict = self.which.checkedId() == self.BY_VERDICT
        self._grid.setVisible(by_verdict)
        self._none.setVisible(by_verdict and self.verdicts() == ())

    # ------------------------------------------------------------ what was chosen

    def verdicts(self) -> tuple[str, ...] | None:
        """As in ``content.Choices``: None lists all."""
        if self.which.checkedId() != self.BY_VERDICT:
            return None
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def remembered(self) -> str:
        """The verdicts chosen, as ``recall`` takes them."""
        return "\n".join(sorted(self._wanted)) if self._wanted is not None else "\n"

    def recall(self, which: str, verdicts: str) -> None:
        """Takes what was chosen another time; what is unknown here changes nothing."""
        if verdicts and verdicts != "\n":
            self._wanted = set(verdicts.split("\n"))
        number = int(which) if which in ("0", "1", "2") else self.REVIEWED
        self.which.button(number).setChecked(True)


def _counts(tally: Tally, scale: Scale) -> Iterable[tuple[str, int]]:
    """Verdicts and their claims: in the scale's order, others by name (of very many the usual
    ones), disputed, to review."""
    order = [one.text.casefold() for one in scale.labels]

    def place(pair: tuple[str, int]) -> tuple[int, str]:
        name = pair[0].casefold()
        return (order.index(name) if name in order else len(order), name)

    rest = ((DISPUTED_KEY, tally.disputed), ("", tally.claims - tally.reviewed - tally.disputed))
    usual = sorted(tally.verdicts, key=lambda one: -one[1])[:_MOST]
    return [*sorted(usual, key=place), *((key, n) for key, n in rest if n)]


def _picture(key: str, scale: Scale) -> QIcon:
    """The verdict's symbol in its tone."""
    label = scale.label(key)
    symbol, tone = (label.symbol, label.colour) if label else (pills.FREE_TEXT_SYMBOL, "grey")
    if key == DISPUTED_KEY:
        symbol, tone = pills.DISPUTED_SYMBOL, pills.DISPUTED_TONE
    elif not key:
        symbol = "○"
    picture = QPixmap(QSize(32, 32))
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        ink = QColor(theme.current().tone(tone).line)
        symbols.paint_symbol(painter, QRectF(5, 5, 22, 22), symbol, ink)
    picture.setDevicePixelRatio(2)
    return QIcon(picture)


# ---------------------------------------------------------------- format


class FormatGroup(Group):
    """Which kind of report, in three sorts, and a sentence on the one chosen."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.caption.setText(self.tr("F&ORMAT"))
        self._names = [name for _, names in self._sorts() for name in names]
        known = self._names.index(chosen) if chosen in self._names else 0
        self.buttons = self.radios([self._short(name) for name in self._names], known)
        for sort, names in self._sorts():
            head = QLabel(sort)
            head.setProperty("look", "small")
            self.column.addWidget(head)
            places = [self._names.index(name) for name in names]
            self.column.addLayout(in_columns([self.buttons.button(one) for one in places]))
        self._about = prose("muted")
        self.column.addWidget(self._about)
        self.changed.connect(self._tell)
        self._tell()

    def _sorts(self) -> list[tuple[str, list[str]]]:
        """Every format of the writers, each in one sort."""
        read = ["html", "pdf", "docx", "md"]
        work = ["manuscript-docx", "manuscript-html", "manuscript-pdf", "xlsx", "csv"]
        return [
            (self.tr("To read"), read),
            (self.tr("To work on"), work),
            (self.tr("For machines"), [one for one in FORMATS if one not in (*read, *work)]),
        ]

    def _short(self, name: str) -> str:
        """What a format is called here; some have one name in every language."""
        words = {
            "html": self.tr("Web page"),
            "pdf": "PDF",
            "docx": self.tr("Word document"),
            "md": "Markdown",
            "manuscript-docx": self.tr("Manuscript, Word"),
            "manuscript-html": self.tr("Manuscript, web page"),
            "manuscript-pdf": self.tr("Manuscript, PDF"),
            "xlsx": self.tr("Excel workbook"),
            "csv": self.tr("Table (CSV)"),
            "json": "JSON",
            "webannotation": self.tr("Web annotations"),
            "claimreview": "ClaimReview",
            "claimreview-html": self.tr("ClaimReview to paste"),
        }
        return words.get(name, FORMATS[name].label)

    def _tell(self) -> None:
        self._about.setText(core_words.report_format(self.name(), FORMATS[self.name()].label))

    def name(self) -> str:
        """A key of ``writing.FORMATS``."""
        return self._names[self.buttons.checkedId()]

    def choose(self, name: str) -> None:
        self.buttons.button(self._names.index(name)).setChecked(True)
