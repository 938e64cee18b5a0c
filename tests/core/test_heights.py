"""Sums of heights, against the plain way of adding them up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.ui.reader.heights import Heights

HEIGHTS = st.lists(st.integers(0, 90), min_size=1, max_size=700)


@given(HEIGHTS, st.data())
def test_tops_and_places_are_as_if_added_up(heights: list[int], data: st.DataObject) -> None:
    page = Heights(heights)
    for _ in range(data.draw(st.integers(0, 5))):
        number = data.draw(st.integers(0, len(heights) - 1))
        height = data.draw(st.integers(0, 90))
        assert page.put(number, height) == height - heights[number]
        heights[number] = height
    number = data.draw(st.integers(0, len(heights)))
    assert page.top(number) == sum(heights[:number])
    assert page.total == sum(heights) == page.tops()[-1]
    y = data.draw(st.integers(-10, page.total + 10))
    found = page.at(y)
    assert 0 <= found < len(heights)
    if 0 <= y < page.total:
        assert page.top(found) <= y < page.top(found) + heights[found]


def test_no_heights_are_a_page_too() -> None:
    page = Heights()
    assert (len(page), page.total, page.at(50), page.top(0), page.tops()) == (0, 0, 0, 0, [0])
