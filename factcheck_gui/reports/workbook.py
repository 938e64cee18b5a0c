"""Reviews as an Excel workbook: claims, evidence, assessments, agreement, and what it all means.

The claims have the columns of the table (``table.columns``). What was not chosen has no column and
no sheet. Numbers, days and times are typed, so that they sort and count; all text is stored as text
and nothing in it becomes a formula or a link. A cell holds 32,767 UTF-16 units: longer texts are
cut and end in "…". Not here: which sheets there are and their rows (``sheets``).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from factcheck_gui import domain
from factcheck_gui.reports import content, missing, sheets, wording, words
from factcheck_gui.reports.sheets import Cell, Sheet
from factcheck_gui.reports.words import Words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ABOUT = "About"  # the last sheet
CELL = 32_767  # UTF-16 units that Excel keeps
WIDE = set(
    "article_title text wording reason evidence quote answer question public_note correction "
    "conflict copies copies_sha256 history private_note private_notes meaning".split()
)
ROOM, ABOUT_ROOM = 48, 90  # letters in a line of these columns, and of the last sheet's
LINE, MOST = 15.0, 6  # points; lines of a row at most, or one could not look over the rows
A4 = 9  # as the format numbers papers
_DOUBLE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60\U0001f000-\U0003ffff]"
)


def render(report: content.Report, progress: domain.Progress | None = None) -> bytes:
    """The report as XLSX. Raises Problem where the package that writes it is not installed, and
    what ``progress`` raises."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise missing.package("Excel workbooks") from error
    report = content.choose(content.public(report))
    language = words.load(report.choices.language, report.exported_at.tzinfo or UTC)
    out = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"created": report.exported_at, "title": language("report")})
        looks = _Looks.of(book)
        made = list(sheets.sheets(report, language, progress))
        called = _called([*(one.name for one in made), ABOUT], language)
        for one in made:
            _fill(book.add_worksheet(called[one.name]), one, looks, language)
        _about(book.add_worksheet(called[ABOUT]), report, made, called, looks, language)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    head: Format
    text: Format
    long: Format  # over several lines
    day: Format
    time: Format

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        top = {"valign": "top"}
        head = {"bold": True, "bg_color": "#E4E4E8", "bottom": 1, "valign": "top"}
        return cls(
            book.add_format(head),
            book.add_format(top),
            book.add_format({**top, "text_wrap": True, "indent": 1}),  # off a number before it
            book.add_format({**top, "num_format": "yyyy-mm-dd"}),
            book.add_format({**top, "num_format": "yyyy-mm-dd hh:mm:ss"}),
        )


def _called(names: Sequence[str], language: Words) -> dict[str, str]:
    """What the sheets are called in the language, where Excel takes that: short, without its signs,
    each by another name."""
    told = [language(f"sheet_{name.casefold()}") for name in names]
    fit = all(
        0 < len(one) <= 31 and one.isprintable() and not set(one) & set("[]:*?/\\'") for one in told
    )
    different = len({one.casefold() for one in told}) == len(told)
    return dict(zip(names, told if fit and different else names, strict=True))


def _head(sheet: str, name: str, meaning: str, language: Words) -> tuple[str, str]:
    """The head of a column and what it holds."""
    if name.startswith(sheets.BY):
        who = name.removeprefix(sheets.BY)
        return language("verdict_by", who=who), language("verdict_by_means")
    return language.column(sheet, name, meaning)


def _fill(sheet: Worksheet, one: Sheet, looks: _Looks, language: Words) -> None:
    """Writes from the top down: rows that were written are no longer in memory."""
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(0)
    for column, (name, meaning) in enumerate(one.columns.items()):
        head, _ = _head(one.name, name, meaning, language)
        sheet.set_column(column, column, ROOM if name in WIDE else max(12, len(head) + 4))
        sheet.write_string(0, column, cut(head), looks.head)
    last = 0
    for last, row in enumerate(one.rows, 1):
        sheet.set_row(last, LINE * _lines_of(row))
        for column, name in enumerate(one.columns):
            value = row.get(name)
            if value not in (None, ""):
                _write(sheet, last, column, value, looks, name in WIDE)
    sheet.autofilter(0, 0, last, len(one.columns) - 1)


def _lines_of(row: Mapping[str, Cell]) -> int:
    """How many lines the longest text of a row takes: not every program looks for itself."""
    texts = (text for name, text in row.items() if name in WIDE and isinstance(text, str))
    return min(max(map(_broken, texts), default=1), MOST)


def _broken(text: str, room: int = ROOM) -> int:
    """The lines of a text in a column; signs of East Asia take the room of two letters."""
    if len(text) < room // 2 and "\n" not in text:
        return 1
    lines = text[: room * MOST].split("\n")
    wide = (
        len(line) if line.isascii() else len(line) + len(_DOUBLE.findall(line)) for line in lines
    )
    return sum(max(1, -(-letters // room)) for letters in wide)


def _write(sheet: Worksheet, row: int, column: int, value: Cell, looks: _Looks, long: bool) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, cut(value), looks.long if long else looks.text)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, looks.time)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, looks.day)
    elif value is not None:
        sheet.write_number(row, column, value, looks.text)


def cut(text: str) -> str:
    """The text as a cell can hold it: nothing invisible, at most ``CELL`` UTF-16 units.

    The library puts a text that is all ``<r>…</r>`` into the file as mark-up: it gets a space.
    """
    text = wording.visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    text += " " if text.endswith("</r>") else ""
    if len(text) * 2 <= CELL or len(data := text.encode("utf-16-le")) // 2 <= CELL:
        return text
    return data[: (CELL - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _about(
    sheet: Worksheet,
    report: content.Report,
    made: Sequence[Sheet],
    called: dict[str, str],
    looks: _Looks,
    language: Words,
) -> None:
    """What the workbook is, and what each column of the sheets holds."""
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, ABOUT_ROOM)
    sheet.set_landscape()
    sheet.set_paper(A4)
    lines = list(_lines(report, language))
    heads = len(lines)
    lines.append((language("about_sheet"), language("about_column"), language("about_meaning")))
    for one in made:
        own = {k: text for k, text in one.columns.items() if not k.startswith(sheets.BY)}
        lines += [
            (called[one.name], *_head(one.name, name, text, language)) for name, text in own.items()
        ]
        if own != one.columns:
            lines.append((called[one.name], *_head(one.name, f"{sheets.BY}…", "", language)))
    for row, line in enumerate(lines):
        sheet.set_row(row, LINE * _broken(line[2], ABOUT_ROOM))
        for column, text in enumerate(line):
            sheet.write_string(row, column, cut(text), looks.head if row == heads else looks.long)


def _lines(report: content.Report, language: Words) -> Iterator[tuple[str, str, str]]:
    included = report.choices.included
    yield language("report"), "", wording.made(report, language)
    if included.notes:
        yield language("about_private"), "", language("private")
    by = " · ".join(filter(None, (report.choices.organisation, report.reviewer)))
    yield language("about_by"), "", by
    if included.method:
        yield language("about_method"), "", wording.method(report.choices, language)
