"""Every ink is read on its ground: 4.5:1 in both themes (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from factcheck_gui import paths
from factcheck_gui.reports import docx
from factcheck_gui.ui import theme


def luminance(colour: str) -> float:
    parts = [value / 255 for value in QColor(colour).getRgb()[:3]]  # type: ignore[index]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
def test_words_are_read_on_every_ground(look: theme.Theme) -> None:
    pairs = {
        f"{ink} on {ground}": contrast(getattr(look, ink), getattr(look, ground))
        for ink in ("ink", "muted", "accent")
        for ground in ("window", "reading", "field", "selected")
    }
    pairs["on_accent on accent"] = contrast(look.on_accent, look.accent)
    pairs["danger on window"] = contrast(look.danger, look.window)
    for name, tone in look.tones.items():
        pairs[f"{name} ink on fill"] = contrast(tone.ink, tone.fill)
        pairs[f"ink on {name} fill"] = contrast(look.ink, tone.fill)
        pairs[f"{name} ink on reading"] = contrast(tone.ink, look.reading)
    assert {name: round(value, 2) for name, value in pairs.items() if value < 4.5} == {}


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
def test_lines_are_seen(look: theme.Theme) -> None:
    """Bars and underlines carry meaning: 3:1 (WCAG 2.2, 1.4.11)."""
    faint = {
        name: contrast(tone.line, look.reading)
        for name, tone in look.tones.items()
        if contrast(tone.line, look.reading) < 3
    }
    assert faint == {}


def _tones(text: str, kind: str) -> dict[str, str]:
    """The colours of a kind by the name of their tone, as a style sheet or a table of code has
    them."""
    return {
        name: colour.lower()
        for name, colour in re.findall(rf"--([a-z]+)-{kind}: (#[0-9a-f]{{6}})", text)
    }


def test_reports_have_the_colours_of_the_window() -> None:
    folder = paths.resources() / "reports"
    light, dark = (folder / "report.css").read_text("utf-8").split("prefers-color-scheme: dark", 1)
    for look, text in ((theme.LIGHT, light), (theme.DARK, dark)):
        for kind in ("fill", "ink", "line"):
            assert _tones(text, kind) == {k: getattr(t, kind) for k, t in look.tones.items()}
    inks = {name: tone.ink for name, tone in theme.LIGHT.tones.items()}
    fills = {name: tone.fill for name, tone in theme.LIGHT.tones.items()}
    assert {name: f"#{one.lower()}" for name, one in docx.INKS.items()} == inks
    assert {name: f"#{one.lower()}" for name, one in docx.FILLS.items()} == fills
    typst = dict(re.findall(r"#let (inks|fills) = \((.*?)\)\n", _typst(folder), re.S))
    for kind, tones in (("inks", inks), ("fills", fills)):
        assert dict(re.findall(r'(\w+): rgb\("(#\w+)"\)', typst[kind] + ")")) == tones


def _typst(folder: Path) -> str:
    return (folder / "report.typ").read_text("utf-8")
