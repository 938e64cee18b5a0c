"""Reviews as an Excel workbook: claims, evidence, assessments, agreement, and what it all means.

The claims have the columns of the table (``table.COLUMNS``). Numbers, days and times are typed, so
that they sort and count; all text is stored as text and nothing in it becomes a formula or a link.
A cell holds 32,767 UTF-16 units: longer texts are cut and end in "…". Not here: private notes, the
article's text.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from factcheck_gui import domain
from factcheck_gui.reports import content, missing, table, wording, words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None
CELL = 32_767  # UTF-16 units that Excel keeps
_OLDEST = date(1900, 3, 1)  # Excel counts days from 1900 and takes that year for a leap year

EVIDENCE = {
    "article_title": "title of the article",
    "claim_number": "number of the claim in the article",
    "claim_id": "UUID of the claim",
    "number": "what [1] in a reason means",
    "stance": "supports, refutes, context or nothing found",
    "source": "title of the source",
    "author": "who wrote it",
    "publisher": "who published it",
    "published": "day of publication",
    "url": "its address",
    "source_kind": "document, interview, data, own check or other",
    "primary": "1 where it is first-hand",
    "anonymous": "1 where its name is known to the newsroom and not published",
    "conflict": "a conflict of interest",
    "question": "what was asked",
    "answer": "what was answered",
    "quote": "its words",
    "locator": "page, minute, table",
    "read_on": "day when it was read",
    "copies": "names of the kept copies, a line each",
    "copies_sha256": "SHA-256 of each of them",
}
ASSESSMENTS = {
    "article_title": "title of the article",
    "claim_number": "number of the claim in the article",
    "claim_id": "UUID of the claim",
    "reviewer": "who gave the verdict",
    "round": "first, second, adjudication or correction",
    "verdict": "the verdict, empty where it was taken back",
    "own_words": "1 where the verdict is no label of the scale",
    "reason": "the published reason",
    "public_note": "of a correction: what readers are told",
    "at": "when it was given, UTC",
}
AGREEMENT = {
    "article_title": "title of the article",
    "claim_number": "number of the claim in the article",
    "claim_id": "UUID of the claim",
    "agree": "1 where all first and second verdicts are the same, 0 where not, empty with only one",
}
WIDE = {"text", "wording", "reason", "evidence", "quote", "answer", "question", "public_note"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns with what they hold, and its rows."""

    name: str
    columns: dict[str, str]
    rows: Iterable[dict[str, Cell]]


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The report as XLSX. Raises Problem where the package that writes it is not installed, and
    what ``progress`` raises."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise missing.package("Excel workbooks") from error
    report = content.choose(content.public(report))
    out = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"created": report.exported_at, "title": "Fact-check report"})
        looks = _Looks.of(book)
        for one in _sheets(report, progress):
            _fill(book.add_worksheet(one.name), one, looks)
        _about(book.add_worksheet("About"), report, looks)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    head: Format
    text: Format
    day: Format
    time: Format

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        top = {"valign": "top", "text_wrap": True}
        head = {"bold": True, "bg_color": "#E4E4E8", "bottom": 1, "valign": "top"}
        return cls(
            book.add_format(head),
            book.add_format(top),
            book.add_format({**top, "num_format": "yyyy-mm-dd"}),
            book.add_format({**top, "num_format": "yyyy-mm-dd hh:mm:ss"}),
        )


def _sheets(report: content.Report, progress: domain.Progress | None) -> Iterator[Sheet]:
    yield Sheet("Claims", table.COLUMNS, _claims(report, progress))
    yield Sheet("Evidence", EVIDENCE, _evidence(report))
    yield Sheet("Assessments", ASSESSMENTS, _assessments(report))
    names = {f"by {name}": f"verdict of {name}" for name in _reviewers(report)}
    yield Sheet("Agreement", {**AGREEMENT, **names}, _agreement(report))


def _fill(sheet: Worksheet, one: Sheet, looks: _Looks) -> None:
    """Writes from the top down: rows that were written are no longer in memory."""
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(one.columns):
        sheet.set_column(column, column, 48 if name in WIDE else max(12, len(name) + 4))
        sheet.write_string(0, column, cut(name), looks.head)
    last = 0
    for last, row in enumerate(one.rows, 1):
        for column, name in enumerate(one.columns):
            value = row.get(name)
            if value not in (None, ""):
                _write(sheet, last, column, value, looks)
    sheet.autofilter(0, 0, last, len(one.columns) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: Cell, looks: _Looks) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, cut(value), looks.text)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, looks.time)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, looks.day)
    elif value is not None:
        sheet.write_number(row, column, value, looks.text)


def cut(text: str) -> str:
    """The text as a cell can hold it: nothing invisible, at most ``CELL`` UTF-16 units."""
    text = wording.visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) * 2 <= CELL or len(data := text.encode("utf-16-le")) // 2 <= CELL:
        return text
    return data[: (CELL - 1) * 2].decode("utf-16-le", "ignore") + "…"


def when(iso: str) -> Cell:
    """An ISO date or time as Excel's own; anything else as it stands."""
    try:
        if "T" in iso:
            at = datetime.fromisoformat(iso).astimezone(UTC).replace(tzinfo=None)
            return at if at.date() >= _OLDEST else iso
        day = date.fromisoformat(iso)
        return day if day >= _OLDEST else iso
    except (ValueError, OverflowError):
        return iso


# ---------------------------------------------------------------- rows


def _claims(report: content.Report, progress: domain.Progress | None) -> Iterator[dict[str, Cell]]:
    timed = ("published", "assessed_at", "corrected_at", "signed_at")
    for number, article in enumerate(report.articles, 1):
        for row in table.rows(article):
            yield {**row, **{name: when(str(row[name])) for name in timed}}
        if progress:
            progress(number, len(report.articles))


def _each(
    report: content.Report,
) -> Iterator[tuple[content.ReportClaim, dict[str, Cell]]]:
    """Every claim of the list with the columns that name it."""
    for article in report.articles:
        for one in content.listed(article):
            title, claim = article.article.row.name, one.claim
            names = ("article_title", "claim_number", "claim_id")
            yield one, dict(zip(names, (title, claim.number, claim.id), strict=True))


def _evidence(report: content.Report) -> Iterator[dict[str, Cell]]:
    for claim, about in _each(report):
        for one in sorted(claim.evidence, key=lambda e: e.number):
            yield {**about, **_piece(one), **_source(one.source)}


def _piece(one: domain.Evidence) -> dict[str, Cell]:
    return {
        "number": one.number,
        "stance": one.stance,
        "question": one.question,
        "answer": one.answer,
        "quote": one.quote,
        "locator": one.locator,
        "read_on": when(one.read_on),
    }


def _source(one: domain.Source | None) -> dict[str, Cell]:
    if one is None:
        return {}
    return {
        "source": words.english()("unnamed") if one.anonymous else one.title,
        "author": one.author,
        "publisher": one.publisher,
        "published": when(one.published),
        "url": one.url,
        "source_kind": one.kind,
        "primary": int(one.primary),
        "anonymous": int(one.anonymous),
        "conflict": one.conflict,
        "copies": "\n".join(copy.name for copy in one.copies),
        "copies_sha256": "\n".join(copy.sha256 for copy in one.copies),
    }


def _assessments(report: content.Report) -> Iterator[dict[str, Cell]]:
    for claim, about in _each(report):
        for one in claim.assessments:
            yield {
                **about,
                "reviewer": one.reviewer,
                "round": one.round,
                "verdict": one.verdict,
                "own_words": int(one.free_text),
                "reason": content.reason(claim, one),
                "public_note": one.public_note,
                "at": when(one.at),
            }


def _reviewers(report: content.Report) -> list[str]:
    names = (a.reviewer for claim, _ in _each(report) for a in _independent(claim))
    return list(dict.fromkeys(names))


def _independent(claim: content.ReportClaim) -> list[domain.Assessment]:
    """The verdicts that were given for themselves, not over those of others."""
    return [a for a in content.latest(claim.assessments) if a.round in ("first", "second")]


def _agreement(report: content.Report) -> Iterator[dict[str, Cell]]:
    for claim, about in _each(report):
        given = {a.reviewer: a.verdict for a in _independent(claim)}
        if given:
            same = int(len(set(given.values())) == 1) if len(given) > 1 else None
            verdicts = {f"by {name}": verdict for name, verdict in given.items()}
            yield {**about, "agree": same, **verdicts}


def _about(sheet: Worksheet, report: content.Report, looks: _Looks) -> None:
    """What the workbook is, and what each column holds."""
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 90)
    made = f"{report.made_with}, exported {domain.iso(report.exported_at)}"
    who = " · ".join(one for one in (report.choices.organisation, report.reviewer) if one)
    lines = [
        ("Fact-check report", "", made),
        ("By", "", who),
        ("Method", "", wording.method(report.choices, words.english())),
        ("Sheet", "Column", "What it holds"),
    ]
    described = (("Claims", table.COLUMNS), ("Evidence", EVIDENCE))
    for name, columns in (*described, ("Assessments", ASSESSMENTS), ("Agreement", AGREEMENT)):
        lines += [(name, column, meaning) for column, meaning in columns.items()]
    lines.append(("Agreement", "by …", "the verdict of each reviewer in the first or second round"))
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            sheet.write_string(row, column, cut(text), looks.head if row == 3 else looks.text)
