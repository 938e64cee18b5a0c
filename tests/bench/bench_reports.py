"""Every format of report with 10, 1,000 and 10,000 claims, beside the bare libraries.

Each claim has a reason with a citation and a link, and three pieces of evidence. ``run()`` returns
lines of CPU seconds: what matters is that ten times the claims take ten times as long. The bare
figures are python-docx adding 1,000 headings and paragraphs one by one, and xlsxwriter writing the
cells of 10,000 claims.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from factcheck_gui import domain
from factcheck_gui.reports import content, table, writing
from tests.core import report_samples as samples

SIZES = (10, 1_000, 10_000)
GOALS = {("docx", 10_000): 1.0}  # seconds, wished for claims without evidence or comments


class Line(NamedTuple):
    """One figure of the run and the goal it is held to (None: only for comparison)."""

    name: str
    seconds: float
    goal: float | None = None
    unit: str = "s"


def report(claims: int) -> content.Report:
    """An article of as many paragraphs, each with a claim that is reviewed."""
    said = [f"Claim {n} says that {n} cars crossed the bridge on one day." for n in range(claims)]
    about = samples.article("\n\n".join(said), "Many claims")
    proof, at, made = samples.bridge_evidence(), 0, []
    like = samples.claim(about, 1, said[0])
    for number, words in enumerate(said, 1):
        spans = (domain.Span(at, at + len(words)),)
        at += len(words) + 2
        one = replace(like, key=number, id=str(number), number=number, spans=spans, text=words)
        reason = f"Seen on *day* {number} [1]: https://example.org/{number}."
        made.append(samples.judged(one, samples.given("True", reason), evidence=proof))
    return samples.report(content.ReportArticle(about, samples.scale(), tuple(made)))


def timed(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def run() -> Iterator[Line]:
    for size in SIZES:
        many = report(size)
        for form in writing.FORMATS.values():
            seconds = timed(partial(form.render, many, None))
            yield Line(f"{form.name}, {size:,} claims", seconds, GOALS.get((form.name, size)))
    yield Line("bare python-docx, 1,000 headings and paragraphs", timed(_bare_docx))
    yield Line("bare xlsxwriter, the cells of 10,000 claims", timed(_bare_xlsx))


def _bare_docx() -> None:
    import docx

    document = docx.Document()
    for number in range(1_000):
        document.add_heading(f"Claim {number}", 2)
        document.add_paragraph("The claim in words, and why it holds.")
    document.save(io.BytesIO())


def _bare_xlsx() -> None:
    from xlsxwriter import Workbook

    with Workbook(io.BytesIO(), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(10_000):
            for column in range(len(table.COLUMNS)):
                sheet.write_string(row, column, f"cell {row} {column}")


if __name__ == "__main__":
    for line in run():
        print(f"{line.name:56} {line.seconds:8.2f} s")
