"""Colours, fonts, spacing and the one style sheet: the look of the whole app.

Two palettes of our own over Qt's Fusion style, because ``QStyleHints.setColorScheme`` does nothing
on several platforms. No other module holds a colour, a font name or a style string.
Contrast: a test holds every ink on its ground to 4.5:1 in both themes.
"""

from __future__ import annotations

from string import Template
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from factcheck_gui import paths

SANS, SERIF = "Inter", "Noto Serif"
GAP = 8  # the unit of spacing, in device-independent pixels


class Tone(NamedTuple):
    """A verdict's colour: ``fill`` behind text, ``ink`` for words on it, ``line`` for bars."""

    fill: str
    ink: str
    line: str


class Theme(NamedTuple):
    """One palette. Colours are ``#rrggbb``; use ``theme.color("ink")`` for a QColor."""

    name: str
    dark: bool
    window: str  # top bar, panes
    reading: str  # behind the article
    field: str  # text fields
    line: str  # hairlines
    ink: str
    muted: str
    faint: str  # decoration only, never text
    accent: str
    on_accent: str
    selected: str  # the current row
    current: str  # behind the current claim in the reader
    danger: str
    tones: dict[str, Tone]

    def color(self, name: str) -> QColor:
        return QColor(str(getattr(self, name)))

    def tone(self, name: str) -> Tone:
        return self.tones.get(name, self.tones["grey"])


LIGHT = Theme(
    name="light",
    dark=False,
    window="#fbfbf9",
    reading="#fffefb",
    field="#f5f5f3",
    line="#dededb",
    ink="#1d1d20",
    muted="#66666c",
    faint="#b9b9bd",
    accent="#2f55d4",
    on_accent="#ffffff",
    selected="#e7edfc",
    current="#e7edfc",
    danger="#b3261e",
    tones={
        "green": Tone("#d8efe2", "#14633c", "#1f7a4d"),
        "lime": Tone("#e7f1cd", "#4a5f0e", "#6f8d1a"),
        "amber": Tone("#fbeac6", "#7a4e00", "#b37400"),
        "orange": Tone("#fde0cd", "#8a3c0c", "#c4561a"),
        "red": Tone("#fadbd9", "#9c1c16", "#b3261e"),
        "grey": Tone("#e4e4e8", "#4b4b55", "#6d6d78"),
        "blue": Tone("#dbe6fb", "#23479e", "#3b66c9"),
        "violet": Tone("#ebe0f7", "#5c3490", "#7d4fb8"),
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#1e1f23",
    reading="#202125",
    field="#17181b",
    line="#37383d",
    ink="#e8e8ea",
    muted="#a0a1a8",
    faint="#5b5c63",
    accent="#8aa4ff",
    on_accent="#10131f",
    selected="#27314f",
    current="#27314f",
    danger="#ff9a92",
    tones={
        "green": Tone("#15402b", "#84dfae", "#6ed29e"),
        "lime": Tone("#36420f", "#c8de7c", "#b3cc5c"),
        "amber": Tone("#4a3508", "#f8cd76", "#f2bd55"),
        "orange": Tone("#55290f", "#fcb48a", "#f59a66"),
        "red": Tone("#571f1c", "#ffaaa3", "#ff958d"),
        "grey": Tone("#33353b", "#c4c6cd", "#9a9ca5"),
        "blue": Tone("#1f3566", "#a9c3ff", "#86a8fb"),
        "violet": Tone("#3d2a5c", "#d3b6fb", "#bd97f3"),
    },
)

_current = LIGHT


def current() -> Theme:
    """The theme that ``apply`` set last."""
    return _current


def wanted(choice: str) -> Theme:
    """The theme for a setting: "light", "dark", or "system" as the desktop says."""
    if choice in ("light", "dark"):
        return DARK if choice == "dark" else LIGHT
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def load_fonts() -> list[str]:
    """Registers the fonts shipped with the app; returns the families found."""
    families: list[str] = []
    for path in sorted((paths.resources() / "fonts").glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families


def sans(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface font."""
    font = QFont([SANS, "DejaVu Sans"])
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font


def serif(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The reading font."""
    font = QFont([SERIF, "DejaVu Serif"])
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font


BASE, SMALL, TINY = 10.0, 9.0, 8.5  # points of the interface font


def qt_palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme, so that what no style rule reaches fits as well."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, "window"),
        (role.WindowText, "ink"),
        (role.Base, "field"),
        (role.AlternateBase, "window"),
        (role.Text, "ink"),
        (role.Button, "window"),
        (role.ButtonText, "ink"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.PlaceholderText, "muted"),
        (role.ToolTipBase, "field"),
        (role.ToolTipText, "ink"),
        (role.Link, "accent"),
        (role.Mid, "line"),
    ):
        palette.setColor(which, theme.color(name))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, theme.color("faint"))
    return palette


def prepare(app: QApplication) -> None:
    """What is the same in every theme; before the first widget is made."""
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(sans(BASE))


def apply_colours(app: QApplication, theme: Theme) -> None:
    """Makes ``theme`` the current one, without the style sheet: enough for an empty frame."""
    global _current  # noqa: PLW0603 - the one look of the whole app, set here alone
    _current = theme
    app.setPalette(qt_palette(theme))


def apply(app: QApplication, theme: Theme) -> None:
    """Makes ``theme`` the look of every window."""
    apply_colours(app, theme)
    sheet = stylesheet(theme)
    if sheet != app.styleSheet():  # the same one again would polish every widget anew
        app.setStyleSheet(sheet)


def icon(name: str, color: str | None = None, size: int = 16) -> QIcon:
    """A picture of ``resources/icons`` drawn in a colour of the theme (``currentColor`` in it)."""
    path = paths.resources() / "icons" / f"{name}.svg"
    source = path.read_text(encoding="utf-8") if path.is_file() else "<svg/>"
    source = source.replace("currentColor", color or _current.ink)
    renderer = QSvgRenderer(source.encode("utf-8"))
    result = QIcon()
    for scale in (1, 2):
        picture = QPixmap(QSize(size, size) * scale)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            renderer.render(painter)
        picture.setDevicePixelRatio(scale)
        result.addPixmap(picture)
    return result


def stylesheet(theme: Theme) -> str:
    """The one style sheet. Widgets take part by object name or by the property ``look``."""
    names = theme._asdict()
    # Style sheets take pictures from files only: these two have a grey that suits both themes.
    names["icons"] = (paths.resources() / "icons").as_posix()
    return Template(_SHEET).substitute(names)


_SHEET = """
QWidget { color: $ink; }
QMainWindow, QDialog { background: $window; }
QDialog#palette { border: 1px solid $faint; }
QFrame#topbar { background: $window; border-bottom: 1px solid $line; }
QPushButton#search { text-align: left; color: $muted; background: $reading; }
QLabel#keycap { color: $muted; border: 1px solid $line; border-radius: 4px; padding: 0px 4px;
    font-size: 8pt; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }
QToolTip { background: $field; color: $ink; border: 1px solid $line; padding: 4px; }
QSplitter::handle { background: $line; }
QLabel[look="caption"] { color: $muted; font-size: 8pt; font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: 8.5pt; }
QLabel[look="title"] { font-size: 13pt; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="danger"] { color: $danger; }
QFrame[look="line"] { background: $line; border: none; max-height: 1px; }
QPushButton, QToolButton[look="button"] {
    background: $field; border: 1px solid $line; border-radius: 6px; padding: 5px 12px; }
QToolButton[look="button"] { padding: 4px; }
QPushButton:hover, QToolButton[look="button"]:hover { border-color: $muted; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $faint; }
QPushButton[look="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[look="primary"]:disabled { background: $field; color: $muted; border-color: $line; }
QPushButton[look="primary"]:focus { border: 2px solid $ink; }
QPushButton[look="marked"] { border: 1px solid $accent; color: $accent; background: $selected; }
QPushButton[look="chip"] { border-radius: 13px; padding: 4px 9px; background: transparent;
    color: $muted; }
QPushButton[look="chip"]:checked {
    border: 1px solid $accent; color: $accent; background: $selected; }
QPushButton[look="chip"]:focus { border: 2px solid $accent; }
QPushButton[look="fact"] { background: $field; border: 1px solid $line; border-radius: 6px;
    padding: 2px 7px; }
QPushButton[look="fact"]:hover { border-color: $muted; }
QPushButton[look="fact"]:focus { border: 1px solid $accent; }
QToolButton[look="disclosure"] { background: transparent; border: 1px solid transparent;
    border-radius: 6px; padding: 2px 4px 2px 0; font-weight: 600; }
QToolButton[look="disclosure"]:hover { background: $selected; }
QToolButton[look="disclosure"]:focus { border: 1px solid $accent; }
QTreeView::item { padding: 4px 2px; }
QHeaderView::section { background: $window; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: 4px; }
QFrame[look="card"] { background: $reading; border: 1px solid $line; border-radius: 6px; }
QPushButton[look="flat"], QToolButton[look="flat"] {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; }
QPushButton[look="flat"]:hover, QToolButton[look="flat"]:hover { background: $selected; }
QPushButton[look="flat"]:focus, QToolButton[look="flat"]:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    background: $field; border: 1px solid $line; border-radius: 6px; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 1px solid $accent; }
QLineEdit[look="wrong"] { border: 1px solid $danger; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $muted; border-radius: 7px;
    background: $field; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 4px solid $accent;
    background: $on_accent; }
QRadioButton:focus, QCheckBox:focus { color: $accent; }
QCheckBox::indicator, QListView::indicator { width: 13px; height: 13px;
    border: 1px solid $muted; border-radius: 3px; background: $field; }
QCheckBox::indicator:checked, QListView::indicator:checked { border: 1px solid $accent;
    background: $accent; image: url("$icons/sheet/check-$name.svg"); }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $faint; }
QCheckBox::indicator:checked:disabled { background: $faint; }
QRadioButton::indicator:checked:disabled { background: $field; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url("$icons/sheet/arrow-down.svg"); }
QAbstractSpinBox::up-arrow { image: url("$icons/sheet/arrow-up.svg"); }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; }
QComboBox QAbstractItemView { background: $window; border: 1px solid $line; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QTextEdit#reader { background: $reading; border: none;
    selection-background-color: $accent; selection-color: $on_accent; }
QTableView, QListView, QTreeView { background: $window; border: none; outline: none;
    selection-background-color: $selected; selection-color: $ink; }
QTabBar::tab { background: transparent; padding: 8px 4px; margin: 0 8px; color: $muted;
    border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar QLabel { padding: 0 6px; }
QStatusBar::item { border: none; }
QMenuBar { background: $window; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: $selected; }
QMenu { background: $window; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { border: none; background: $line; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $faint; border-radius: 3px; margin: 2px; min-height: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def notice_sheet(tone: str) -> str:
    """The strip of a notice in a tone."""
    colours = _current.tone(tone)
    return (
        f"#notice {{ background: {colours.fill}; color: {colours.ink}; border: none; }}"
        f" #notice QLabel, #notice QPushButton {{ color: {colours.ink}; }}"
    )


def app_icon() -> QIcon:
    """The app's own picture, at the sizes that window managers ask for."""
    return QIcon(str(paths.resources() / "icons" / "app.svg"))


def set_look(widget: QWidget, look: str) -> None:
    """Gives a widget that is styled already another look of the style sheet."""
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
