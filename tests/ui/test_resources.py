"""The shipped fonts and icons: there, readable by Qt, and enough."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from factcheck_gui import paths
from factcheck_gui.ui import theme

FONTS = sorted((paths.resources() / "fonts").glob("*.[ot]tf"))
ICONS = sorted((paths.resources() / "icons").glob("*.svg"))
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(code for code in range(0x386, 0x3CF) if code not in (0x38B, 0x38D, 0x3A2)),
    *range(0x400, 0x460),
    *range(0x490, 0x49E),
    *map(ord, "ȘșȚț‘’“”„‚«»‹›–—…•·†‡§¶©™€£°′″×÷"),
]
DEPRECATED = {0x149}  # ŉ, which Unicode advises against


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_shipped_font_covers_latin_greek_and_cyrillic(path: Path, qtbot: QtBot) -> None:
    font = QRawFont(str(path), 16)
    assert font.isValid()
    lacking = [chr(c) for c in LETTERS if c not in DEPRECATED and not font.supportsCharacter(c)]
    assert not lacking


def test_the_fonts_of_the_theme_are_the_shipped_ones(qtbot: QtBot) -> None:
    families = theme.load_fonts()
    assert {theme.SANS, theme.SERIF} <= set(families)
    assert {"Regular", "Italic", "Medium", "Semi Bold", "Bold"} <= set(
        QFontDatabase.styles(theme.SANS)
    )
    assert {"Regular", "Italic", "Bold", "Bold Italic"} <= set(QFontDatabase.styles(theme.SERIF))


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_colour_asked_for(path: Path, qtbot: QtBot) -> None:
    source = path.read_text(encoding="utf-8")
    renderer = QSvgRenderer(source.replace("currentColor", "#ff0000").encode())
    assert renderer.isValid()
    picture = QImage(32, 32, QImage.Format.Format_ARGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        renderer.render(painter)
    colours = {picture.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert len(colours) > 1, "nothing is drawn"
    if path.stem != "app":
        assert "#ff0000" in colours
        assert 'viewBox="0 0 16 16"' in source and 'stroke-width="1.5"' in source


def test_icons_have_no_colour_of_their_own() -> None:
    for path in ICONS:
        text = path.read_text(encoding="utf-8")
        assert path.stem == "app" or not re.search(r"#[0-9a-fA-F]{3,8}\b", text), path.name
