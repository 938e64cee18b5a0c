"""The window about agreement: kappa and alpha with their intervals, the table behind each, what was
left out; every number leads to its claims. Not here: the statistics (agreement.py).
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.ui import core_words, theme
from factcheck_gui.ui.lists import claim_words

if TYPE_CHECKING:
    from factcheck_gui.agreement import Agreement, Estimate, Pair
    from factcheck_gui.domain import Claim

_SIZE = QSize(980, 640)
_FORMATS = "CSV (*.csv);;JSON (*.json)"
_MOST = 2_000  # claims that the list beside the numbers shows
Measure = Callable[[bool, tuple[str, ...]], None]
Find = Callable[[Sequence[str]], "list[Claim]"]


class AgreementDialog(QDialog):
    """``show_found`` what was measured. It asks by ``measure`` (the whole library?, whose) and for
    the claims behind a number by ``find`` (ids of claims)."""

    claim_wanted = Signal(int, int)  # row ids of an article and its claim
    save_wanted = Signal(object, object)  # the agreements, the path

    def __init__(
        self, names: Sequence[str], measure: Measure, find: Find, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Agreement of reviewers"))
        self.resize(_SIZE)
        self._measure, self._find = measure, find
        self._found: tuple[Agreement, ...] = ()
        self._behind: list[tuple[str, ...]] = []  # ids of claims, by the number of the link
        self.names = {name: QCheckBox(core_words.reviewer(name)) for name in names}
        self.which = QComboBox()
        self.which.addItems([self.tr("This article"), self.tr("All articles")])
        self.which.setAccessibleName(self.tr("Articles"))
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Agreement"))
        self.page.anchorClicked.connect(self._show_behind)
        self.claims = QListWidget()
        self.claims.setWordWrap(True)
        self.claims.setAccessibleName(self.tr("Claims behind the number"))
        self.claims.itemActivated.connect(self._open)
        self.claims.itemClicked.connect(self._open)
        self._told = QLabel()
        self._told.setProperty("look", "muted")
        self._lay_out()
        for box in self.names.values():
            box.setChecked(True)
            box.toggled.connect(self.ask)
        self.which.currentIndexChanged.connect(self.ask)

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.addWidget(self.which)
        for box in self.names.values():
            asking.addWidget(box)
        asking.addStretch(1)
        behind = QWidget()
        column = QVBoxLayout(behind)
        column.setContentsMargins(theme.GAP, 0, 0, 0)
        column.addWidget(self._told)
        column.addWidget(self.claims, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.page)
        split.addWidget(behind)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.save = QPushButton(self.tr("Export…"))
        self.save.clicked.connect(self._ask_and_save)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(asking)
        layout.addWidget(split, 1)
        layout.addLayout(foot)

    # ------------------------------------------------------------ asking

    def ask(self) -> None:
        """Asks for the agreement of those who are chosen."""
        chosen = tuple(name for name, box in self.names.items() if box.isChecked())
        self._told.setText(self.tr("Measuring…"))
        self.save.setEnabled(False)
        self._measure(self.which.currentIndex() == 1, chosen)

    def show_found(self, found: tuple[Agreement, ...]) -> None:
        """Shows what was measured, one part a scale."""
        self._found, self._behind = found, []
        self.claims.clear()
        self._told.setText(self.tr("Press a number to see its claims."))
        self.save.setEnabled(bool(found))
        parts = [self._scale(one) for one in found]
        nothing = self.tr("Two reviewers must have judged the same claims before they can agree.")
        self.page.setHtml("".join(parts) or f"<p>{html.escape(nothing)}</p>")

    # ------------------------------------------------------------ the page

    def _scale(self, one: Agreement) -> str:
        every = _once(ids for pair in one.pairs for ids in pair.cells.values())
        words = self.tr("Claims that two or more judged: {0}; unanimous: {1}.")
        head = words.format(self._link(str(one.claims), every), one.unanimous)
        rows = [
            (self.tr("Krippendorff’s alpha, nominal"), one.nominal),
            (self.tr("Krippendorff’s alpha, ordinal"), one.ordinal),
            (self.tr("Fleiss’ kappa"), one.fleiss),
        ]
        table = "".join(self._row(name, estimate, every) for name, estimate in rows)
        pairs = "".join(self._pair(pair, one.labels) for pair in one.pairs)
        left = "".join(
            f"<p>{html.escape(self._why(why))}: {self._link(str(len(ids)), ids)}</p>"
            for why, ids in one.left_out.items()
        )
        title = html.escape(one.scale)
        return f"<h3>{title}</h3><p>{head}</p><table cellpadding=4>{table}</table>{pairs}{left}"

    def _row(self, name: str, one: Estimate, claims: tuple[str, ...]) -> str:
        value = self._link(_number(one.value), claims)
        interval = "" if one.low is None else f"[{_number(one.low)}, {_number(one.high)}]"
        n = f"n = {one.n}"
        cells = (html.escape(name), f"<b>{value}</b>", interval, n)
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    def _pair(self, pair: Pair, labels: Sequence[str]) -> str:
        """Cohen's kappa of two and the table of what each said."""
        one, other = (html.escape(core_words.reviewer(n)) for n in (pair.one, pair.other))
        every = _once(pair.cells.values())
        used = [x for x in labels if any(x in cell for cell in pair.cells)]
        kappa = self._row(self.tr("Cohen’s kappa"), pair.kappa, every)
        head = "".join(f"<th>{html.escape(label)}</th>" for label in used)
        lines = ""
        for row in used:
            cells = "".join(self._cell(pair.cells.get((row, column), ())) for column in used)
            lines += f"<tr><th align=left>{html.escape(row)}</th>{cells}</tr>"
        look = f'style="border-collapse: collapse; border-color: {theme.current().line}"'
        corner = f"<th align=left>{one} ↓ · {other} →</th>"
        return (
            f"<h4>{one} · {other}</h4><table cellpadding=4>{kappa}</table>"
            f"<table border=1 cellspacing=0 cellpadding=5 {look}>"
            f"<tr>{corner}{head}</tr>{lines}</table>"
        )

    def _cell(self, ids: tuple[str, ...]) -> str:
        return f"<td align=center>{self._link(str(len(ids)), ids) if ids else '·'}</td>"

    def _link(self, words: str, ids: tuple[str, ...]) -> str:
        if not ids:
            return html.escape(words)
        self._behind.append(ids)
        colour = theme.current().accent
        place = len(self._behind) - 1
        return f'<a style="color:{colour}" href="#{place}">{html.escape(words)}</a>'

    def _why(self, why: str) -> str:
        words = {
            "rated once": self.tr("Left out, since one person alone judged them"),
            "in own words": self.tr("Left out, since a verdict is in own words"),
            "outside the order": self.tr("Left out of the ordinal alpha: outside the order"),
        }
        return words.get(why, why)

    # ------------------------------------------------------------ the claims behind a number

    def _show_behind(self, link: QUrl) -> None:
        ids = self._behind[int(link.fragment())]
        self.claims.clear()
        for claim in self._find(ids[:_MOST]):
            item = QListWidgetItem(f"{claim.number or '–'}  {claim_words.one_line(claim.text)}")
            item.setData(Qt.ItemDataRole.UserRole, (claim.article, claim.key))
            self.claims.addItem(item)
        self._told.setText(self.tr("Claims: {0}").format(claim_words.whole(len(ids))))

    def _open(self, item: QListWidgetItem) -> None:
        self.claim_wanted.emit(*item.data(Qt.ItemDataRole.UserRole))

    def _ask_and_save(self) -> None:
        start = str(Path.home() / self.tr("agreement.csv"))
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the agreement"), start, _FORMATS
        )
        if name:
            self.save_wanted.emit(self._found, Path(name))


def _once(lots: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for lot in lots for one in lot))


def _number(value: float | None) -> str:
    return "–" if value is None else claim_words.locale().toString(value, "f", 3)
