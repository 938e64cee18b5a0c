"""Every format of report with 10, 1,000 and 10,000 claims, beside the bare libraries.

Each claim has a reason with a citation and a link, and three pieces of evidence. ``run()`` gives
CPU seconds; how much longer a claim takes where there are ten times as many (1 is linear growth);
and how many times as long as a bare library on the same content: python-docx opening and saving
the document, xlsxwriter writing the same cells, csv the same rows, json the same values, typst
setting each claim as a heading and two paragraphs, all in the same run. python-docx adding
paragraphs one by one is quadratic: shown with 1,000.
"""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from factcheck_gui import domain
from factcheck_gui.reports import content, writing
from tests.core import report_samples as samples

SIZES = (10, 1_000, 10_000)
LINEAR = 1.5  # times; what a claim may take more where there are ten times as many
SLIM = "docx, 10,000 claims without reasons, evidence and article"
SECOND = 1.0  # wished for that


class Line(NamedTuple):
    """One figure of the run and the goal it is held to (None: only for comparison)."""

    name: str
    seconds: float
    goal: float | None = None
    unit: str = "s"


def report(claims: int, slim: bool = False) -> content.Report:
    """An article of as many paragraphs, each with a claim that is reviewed; ``slim`` leaves out
    reasons, evidence and the text around the claims."""
    said = [f"Claim {n} says that {n} cars crossed the bridge on one day." for n in range(claims)]
    about = samples.article("\n\n".join(said), "Many claims")
    proof, at, made = samples.bridge_evidence(), 0, []
    like = samples.claim(about, 1, said[0])
    for number, words in enumerate(said, 1):
        spans = (domain.Span(at, at + len(words)),)
        at += len(words) + 2
        one = replace(like, key=number, id=str(number), number=number, spans=spans, text=words)
        if slim:
            made.append(samples.judged(replace(one, spans=()), samples.given("True")))
        else:
            reason = f"Seen on *day* {number} [1]: https://example.org/{number}."
            made.append(samples.judged(one, samples.given("True", reason), evidence=proof))
    about = samples.article("", "Many claims") if slim else about
    return samples.report(content.ReportArticle(about, samples.scale(), tuple(made)))


def timed(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def run() -> Iterator[Line]:
    took: dict[tuple[str, int], float] = {}
    bare: list[Line] = []
    for size in SIZES:
        many = report(size)
        for form in writing.FORMATS.values():
            made: list[bytes] = []
            seconds = timed(lambda f=form, m=made, r=many: m.append(f.written(r, None).data))
            took[form.name, size] = seconds
            yield Line(f"{form.name}, {size:,} claims", seconds)
            if size == SIZES[-1] and form.name in BARE:
                what, floor = BARE[form.name]
                alone = floor(made[0], many)
                bare.append(Line(f"bare {what}", alone))
                name = f"{form.name}, times the bare library"
                bare.append(Line(name, seconds / max(alone, 1e-6), unit="×"))
    for form in writing.FORMATS.values():
        growth = took[form.name, SIZES[2]] / took[form.name, SIZES[1]] / (SIZES[2] / SIZES[1])
        yield Line(f"{form.name}, growth for each claim, 1,000 to 10,000", growth, LINEAR, "×")
    yield from bare
    yield Line(
        SLIM, timed(partial(writing.FORMATS["docx"].written, report(10_000, True), None)), SECOND
    )
    yield Line("bare python-docx, 1,000 headings and paragraphs", timed(_added_docx))


# ---------------------------------------------------------------- the bare libraries


def _bare_docx(data: bytes, _: content.Report) -> float:
    import docx

    return timed(lambda: docx.Document(io.BytesIO(data)).save(io.BytesIO()))


def _bare_xlsx(data: bytes, _: content.Report) -> float:
    """The same cells with the same types; reading them is not counted."""
    import openpyxl
    from xlsxwriter import Workbook

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    sheets = [list(sheet.iter_rows(values_only=True)) for sheet in book]

    def write() -> None:
        options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
        with Workbook(io.BytesIO(), options) as made:
            for rows in sheets:
                sheet = made.add_worksheet()
                for at, row in enumerate(rows):
                    for column, value in enumerate(row):
                        if value is not None:
                            sheet.write(at, column, value)

    return timed(write)


def _bare_csv(data: bytes, _: content.Report) -> float:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return timed(lambda: csv.writer(io.StringIO()).writerows(rows))


def _bare_json(data: bytes, _: content.Report) -> float:
    value = json.loads(data)
    return timed(lambda: json.dumps(value, ensure_ascii=False, indent=1).encode())


def _bare_typst(_: bytes, many: content.Report) -> float:
    import typst

    (article,) = many.articles
    words = [[c.claim.text, c.assessments[0].reason, c.evidence[0].quote] for c in article.claims]
    source = (
        b'#set document(title: "x")\n#for one in json(bytes(sys.inputs.data)) '
        b"[#heading(text(one.at(0))) #par(text(one.at(1))) #par(text(one.at(2)))]"
    )
    data = {"data": json.dumps(words)}
    ua = ["ua-1"]
    return timed(lambda: typst.compile(source, format="pdf", sys_inputs=data, pdf_standards=ua))


BARE: dict[str, tuple[str, Callable[[bytes, content.Report], float]]] = {
    "docx": ("python-docx, opening and saving the same document", _bare_docx),
    "xlsx": ("xlsxwriter, the same cells", _bare_xlsx),
    "csv": ("csv, the same rows", _bare_csv),
    "json": ("json, the same values", _bare_json),
    "pdf": ("typst, a heading and two paragraphs a claim", _bare_typst),
}


def _added_docx() -> None:
    import docx

    document = docx.Document()
    for number in range(1_000):
        document.add_heading(f"Claim {number}", 2)
        document.add_paragraph("The claim in words, and why it holds.")
    document.save(io.BytesIO())


if __name__ == "__main__":
    for line in run():
        print(f"{line.name:56} {line.seconds:8.2f} {line.unit}")
