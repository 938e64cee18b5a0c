"""Marks are found by line and by place, whatever came and went."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.domain import Mark
from factcheck_gui.ui.reader.mark_index import MarkIndex, lanes
from factcheck_gui.ui.reader.offsets import make_display

TEXT = "One line.\n\nAnother line, a longer one 😀.\nLast"
MARKS = st.lists(
    st.builds(
        lambda key, start, length: Mark(key, key, start, start + length, "open", None),
        st.integers(1, 8),
        st.integers(0, len(TEXT) + 3),
        st.integers(0, 30),
    ),
    max_size=20,
)


@given(MARKS, st.lists(st.integers(1, 8)))
def test_lines_and_places_hold_the_marks_that_are_left(marks: list[Mark], gone: list[int]) -> None:
    display = make_display(TEXT)
    index = MarkIndex(display)
    left: dict[int, Mark] = {}
    for mark in marks:
        index.put(mark)
        left.pop(mark.key, None)
        if mark.start < min(mark.end, len(TEXT)):
            left[mark.key] = mark
    for key in gone:
        index.remove(key)
        left.pop(key, None)
    assert {mark.key: mark for mark in index} == left
    for number, (start, end) in enumerate(zip(display.starts, display.ends, strict=True)):
        wanted = {m.key for m in left.values() if m.start <= end and m.end > start}
        assert {mark.key for mark in index.in_line(number)} == wanted
    for offset in range(len(TEXT)):
        wanted = {m.key for m in left.values() if m.start <= offset < m.end}
        assert {mark.key for mark in index.at(offset)} == wanted


@given(MARKS)
def test_marks_in_one_lane_do_not_overlap(marks: list[Mark]) -> None:
    index = MarkIndex(make_display("x" * 90))
    for mark in marks:
        index.put(mark)
    line = index.in_line(0)
    lane = lanes(line)
    for one in line:
        for other in line:
            if one.key != other.key and one.start < other.end and other.start < one.end:
                assert lane[one.key] != lane[other.key]
