"""Reading web pages, against trafilatura called bare on the same pages in the same run.

The pages are made here, as large as news pages are (some 60 kB: menus, scripts, an article of 700
words, comments, related links), so that the measure needs no data. Both run in this process, in
turn; the lower of the rounds counts. ``python -m tests.bench.quality_pages`` measures on real ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.core import web_samples as web

PAGES, ROUNDS = 40, 3
GOAL = 3.0  # times the processor time of trafilatura, which is one judge of ours


class Line(NamedTuple):
    what: str
    value: float
    goal: float | None
    unit: str


def pages() -> list[bytes]:
    """Pages of one kind, each with words of its own."""
    return [_page(number).encode() for number in range(PAGES)]


def _page(number: int) -> str:
    menu = "".join(f"<li><a href='/section/{n}'>Section number {n}</a></li>" for n in range(150))
    text = "".join(
        f"<p class='text'>{one} This was report {number}, part {n}.</p>"
        for n in range(6)
        for one in (web.LEAD, web.SECOND, web.THIRD, web.LAST)
    )
    comments = "".join(
        f"<div class='comment'><b>Reader {n}</b><p>I saw the boats on day {n}.</p></div>"
        for n in range(60)
    )
    script = "<script>" + f"window.data_{number} = [1, 2, 3, 4, 5, 6, 7, 8];" * 400 + "</script>"
    body = f"<h1>Report {number}</h1>{text}<div class='comments'>{comments}</div>{script}"
    return web.page(body).replace("<nav><ul>", f"<nav><ul>{menu}", 1)


def run() -> Sequence[Line]:
    """Pages and megabytes a second of both, and how much slower ours is."""
    from trafilatura import bare_extraction

    from factcheck_gui.documents.reading import read_bytes

    made = pages()
    size = sum(map(len, made)) / 1e6

    def alone() -> None:
        for one in made:
            bare_extraction(one, fast=True, include_comments=False, with_metadata=True)

    def ours() -> None:
        for one in made:
            read_bytes(one, "a.html")

    ours(), alone()  # what is loaded once is not counted
    times = [(_seconds(ours), _seconds(alone)) for _ in range(ROUNDS)]
    mine, bare = (min(each) for each in zip(*times, strict=True))
    return (
        Line("web pages, a second: ours", PAGES / mine, None, "/s"),
        Line("web pages, a second: trafilatura alone", PAGES / bare, None, "/s"),
        Line("web pages, MB a second: ours", size / mine, None, "MB"),
        Line("web pages, MB a second: trafilatura alone", size / bare, None, "MB"),
        Line("web pages: times of trafilatura alone", mine / bare, GOAL, "x"),
    )


def _seconds(work: Callable[[], None]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


if __name__ == "__main__":
    for line in run():
        print(*line)
