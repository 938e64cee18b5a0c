"""Text, Qt's positions and the display copy agree, character by character."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from factcheck_gui import domain
from factcheck_gui.domain import Block
from factcheck_gui.ui.reader.offsets import Display, make_display, make_safest_display, units
from factcheck_gui.ui.reader.page_styles import text_lines

PIECES = [
    "plain words ", "a", " ", "\n", "\n\n", "\t", "é", "e\u0301", "\u0301", "😀", "👩‍👩‍👧", "👍🏽",
    "🇫🇷", "日本語。", "שלום ", "مرحبا ", "\ufeff", "\u200f", "\u2028", "\u2029", "\u0085", "\x0b",
    "\x0c", "\x1c", "\x00", "\x07", "\ud800", "\udc00", "\ufffc", "\ufdd0", "\ufdd1", "\uffff",
    "\u00a0", "\u00ad", "\r\n", "\r", "\U0001fffe", "𝔘𝔫𝔦", "क्षि", "각",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(st.characters(codec=None, exclude_categories=()), max_size=80),
)


def shown_by_qt(display: Display) -> QTextDocument:
    document = QTextDocument()
    document.setPlainText(display.header + display.text)
    return document


@pytest.fixture(scope="module", autouse=True)
def application(qapp: object) -> object:
    return qapp


@settings(max_examples=150)
@given(TEXTS, st.sampled_from(["", "A title\nhotair.com · 29 July\n", "😀 title\n"]))
@example("\ufeffBOM first\r\nsecond 😀", "")
@example("a" * 60 + " " + "b" * 100, "T\n")
def test_qt_counts_the_display_copy_as_expected(text: str, header: str) -> None:
    stored = domain.storable(text)
    for make in (make_display, make_safest_display):
        display = make(stored, header, longest=25)
        document = shown_by_qt(display)
        assert document.characterCount() - 1 == display.document_units
        assert document.blockCount() == len(display.starts) + header.count("\n")


@settings(max_examples=150)
@given(TEXTS, st.sampled_from(["", "Tïtle 😀\nby\n"]))
def test_every_offset_comes_back_from_qt_unchanged(text: str, header: str) -> None:
    stored = domain.storable(text)
    display = make_display(stored, header, longest=25)
    positions = [display.to_qt(offset) for offset in range(len(stored) + 1)]
    assert [display.to_text(position) for position in positions] == list(range(len(stored) + 1))
    assert positions == sorted(set(positions))
    assert all(not display.in_header(position) for position in positions)


@settings(max_examples=100)
@given(TEXTS)
def test_what_qt_selects_is_the_character_at_the_offset(text: str) -> None:
    stored = domain.storable(text)
    display = make_display(stored, "Head 😀\n", longest=25)
    document = shown_by_qt(display)
    cursor = QTextCursor(document)
    for offset, character in enumerate(stored):
        cursor.setPosition(display.to_qt(offset))
        cursor.setPosition(
            display.to_qt(offset) + units(character), QTextCursor.MoveMode.KeepAnchor
        )
        if character.isprintable() and character not in " \ufffc":
            assert cursor.selectedText() == character
        else:  # replaced by one sign, or a line break
            assert len(cursor.selectedText()) == 1 or character > "\uffff"


@settings(max_examples=100)
@given(TEXTS)
def test_lines_cover_the_text_and_none_is_too_long(text: str) -> None:
    stored = domain.storable(text)
    display = make_display(stored, longest=25)
    assert display.starts[0] == 0
    assert display.ends[-1] == len(stored)
    for number, (start, end) in enumerate(zip(display.starts, display.ends, strict=True)):
        assert 0 <= end - start <= 25
        if number:
            assert start - display.ends[number - 1] in (0, 1)
            assert (start == display.ends[number - 1]) <= (number in display.continued)
        assert display.line_at(start) == number


def test_a_position_within_a_surrogate_pair_means_the_place_after_it() -> None:
    display = make_display("a😀b")
    assert [display.to_text(position) for position in range(5)] == [0, 1, 2, 2, 3]


def test_positions_in_the_header_and_past_the_end_are_clamped() -> None:
    display = make_display("text", "Title\n")
    assert display.to_text(0) == display.to_text(6) == 0
    assert display.to_text(99) == 4
    assert display.in_header(5) and not display.in_header(6)
    assert display.header_part(0, 3) == "Tit"


def test_a_long_paragraph_breaks_after_a_sentence() -> None:
    text = "Short words here and there. " * 6 + "and no stop for a long while" * 2
    display = make_display(text, longest=100)
    assert display.text.split("\n")[0].endswith("there.")
    assert len(display.text) == len(text)  # a space became a line break


def test_a_text_without_spaces_gets_breaks_it_does_not_have_and_keeps_its_characters() -> None:
    text = "家" * 95 + "。" + "e\u0301" * 120 + "👩‍👩‍👧" * 40
    display = make_display(text, longest=100)
    lines = display.text.split("\n")
    assert "".join(lines) == text
    assert lines[0].endswith("。")
    assert not any(line[0] in "\u0301\u200d" or line[-1] == "\u200d" for line in lines)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c"])
def test_other_line_ends_are_shown_as_line_ends(sign: str) -> None:
    assert make_display(f"one{sign}two").text == "one\ntwo"


def test_lines_know_the_block_they_belong_to() -> None:
    text = "Head\n\nfirst line\nsecond line\n\nquoted words that go on"
    blocks = (
        Block("heading", 0, 4, 1),
        Block("paragraph", 6, 28),
        Block("quote", 30, len(text), 1),
    )
    lines = text_lines(make_display(text, longest=14), blocks)
    assert [(line.kind, line.first) for line in lines] == [
        ("heading", True),
        ("blank", True),
        ("paragraph", True),
        ("paragraph", False),
        ("blank", True),
        ("quote", True),
        ("quote", False),
    ]


def test_a_million_characters_are_mapped_in_a_moment(qtbot: QtBot) -> None:
    text = "Wörds 😀 and more of them. " * 40_000
    display = make_display(text)
    assert shown_by_qt(display).characterCount() - 1 == display.document_units
    assert display.to_text(display.to_qt(len(text) - 7)) == len(text) - 7
