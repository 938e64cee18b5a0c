"""The Excel report, as openpyxl reads it."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from factcheck_gui import domain
from factcheck_gui.reports import content, sheets, table, workbook
from tests.core import report_samples as samples


def opened(*articles: content.ReportArticle, **fields: object) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook.render(samples.report(*articles, **fields))))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


def test_every_sheet_has_a_header_that_stays_and_filters() -> None:
    book = opened(samples.bridge(), samples.seed())
    assert book.sheetnames == ["Claims", "Evidence", "Assessments", "Agreement", "Scale", "About"]
    for name in book.sheetnames[:-1]:
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref.startswith("A1:")
    heads = [cell.value for cell in book["Claims"][1]]
    assert sorted(heads) == sorted(table.COLUMNS)
    assert heads[:4] == ["article_title", "claim_number", "text", "wording"]


def test_numbers_days_and_times_are_typed() -> None:
    first = rows(opened(samples.bridge())["Claims"])[0]
    assert (first["claim_number"], first["score"], first["start"]) == (1, 0.93, 37)
    assert first["published"] == datetime(2026, 11, 19)
    assert first["assessed_at"] == datetime(2026, 11, 22, 10)
    assert first["verdict"] == "Mostly true"
    assert sheets.when("summer") == "summer"
    assert sheets.when("1850-01-01") == "1850-01-01"


def test_what_was_not_chosen_has_no_sheet_and_no_column() -> None:
    chosen = {"evidence": False, "scale": False, "reasons": False, "method": False}
    book = opened(samples.bridge(), **chosen)
    assert book.sheetnames == ["Claims", "Assessments", "Agreement", "About"]
    heads = {cell.value for name in book.sheetnames for cell in book[name][1]}
    assert not heads & {"reason", "evidence", "private_notes", "private_note", "history"}
    assert "Method" not in {cell.value for cell in book["About"]["A"]}


def test_coefficients_and_scales_are_numbers_and_labels() -> None:
    both = ("Ada", "Björn")
    measured = content.Coefficient("cohen", both, 0.4, -0.1, None, 3, agreed=2)
    found = content.Agreement("Five-point", both, 3, 2, (measured,))
    one = samples.chosen(samples.report(samples.bridge(), agreement=(found,)), agreement=True)
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(one)))
    (row,) = rows(book["Coefficients"])
    assert (row["value"], row["low_95"], row["high_95"]) == (0.4, -0.1, None)
    assert (row["reviewers"], row["claims"], row["agreed"]) == ("Ada; Björn", 3, 2)
    labels = [one.text for one in samples.scale().labels]
    assert [one["verdict"] for one in rows(book["Scale"])] == labels


def test_private_notes_have_a_column_and_the_workbook_says_that_it_is_not_for_publication() -> None:
    book = opened(samples.bridge(), notes=True)
    assert rows(book["Assessments"])[0]["private_note"] == samples.NOTE
    assert samples.NOTE in rows(book["Claims"])[0]["private_notes"]
    assert book["About"]["C2"].value.startswith("Not for publication")


def test_evidence_stands_at_its_claim() -> None:
    first, second, third = rows(opened(samples.bridge())["Evidence"])
    (copy,) = samples.COUNTER.copies
    assert (first["claim_number"], first["number"], first["stance"]) == (1, 1, "supports")
    assert (first["source"], first["primary"]) == ("Traffic counts 2025", 1)
    assert (first["copies"], first["copies_sha256"]) == (copy.name, copy.sha256)
    assert (second["source"], second["anonymous"]) == ("A source that is not named", 1)
    assert (third["stance"], third["source"]) == ("nothing found", None)


def test_assessments_and_agreement_stand_side_by_side() -> None:
    book = opened(samples.bridge())
    given = rows(book["Assessments"])
    assert len(given) == 7
    assert given[0]["reason"].startswith("The counter on the *east ramp* shows 12,380 [1].")
    found = {row["claim_number"]: row for row in rows(book["Agreement"])}
    assert {number: row["agree"] for number, row in found.items()} == {1: 1, 2: None, 3: 0, 4: None}
    assert (found[3]["by Reviewer 1"], found[3]["by Reviewer 2"]) == ("False", "Unproven")


def test_private_notes_and_names_stay_at_the_desk() -> None:
    book = opened(samples.bridge())
    text = repr([rows(sheet) for sheet in book if sheet.title != "About"])
    assert "PRIVATE" not in text and "SECRET" not in text


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "{=1}", "https://x.org"])
def test_text_is_text(text: str) -> None:
    bridge = samples.bridge()
    claim = samples.claim(bridge.article, 1, "It opened", wording=text, claimant=text)
    one = samples.judged(claim, samples.given(text, text, reviewer=text))
    book = opened(replace(bridge, claims=(one,)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    mine = [cell for cell in cells if cell.value == text]
    assert len(mine) >= 5
    assert {cell.data_type for cell in mine} == {"s"} and not any(c.hyperlink for c in cells)


def test_hostile_text_is_cut_and_shown() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(samples.hostile())))
    first, second = rows(book["Claims"])
    assert "<script>alert(1)</script>" in first["wording"] and "\ufffdevil" in first["wording"]
    assert second["text"] == "w" * (workbook.CELL - 1) + "…"
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_a_cut_falls_between_characters() -> None:
    text = workbook.cut("x" + "😀" * 20_000)
    assert text.endswith("😀…") and len(text.encode("utf-16-le")) // 2 <= workbook.CELL
    assert workbook.cut("w" * workbook.CELL) == "w" * workbook.CELL


def test_words_that_look_like_excels_escapes_stay() -> None:
    bridge = samples.bridge()
    claim = samples.claim(bridge.article, 1, "It opened", wording="_x0041_ and A")
    data = workbook.render(samples.report(replace(bridge, claims=(samples.judged(claim),))))
    found = rows(openpyxl.load_workbook(io.BytesIO(data))["Claims"])[0]["wording"]
    assert found in ("_x0041_ and A", "_x005F_x0041_ and A")  # the second is how a file says it


def test_a_slim_install_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(domain.Problem, match=r"factcheck-gui\[reports\]"):
        workbook.render(samples.report(samples.bridge()))


def test_rows_are_as_high_as_their_longest_text_up_to_a_limit() -> None:
    bridge = samples.bridge()
    texts = ["short", "word " * 20, "汉" * 60, "line\n" * 3, "x" * 10_000]
    claims = [
        samples.judged(samples.claim(bridge.article, n, "It opened", wording=text))
        for n, text in enumerate(texts, 1)
    ]
    data = workbook.render(samples.report(replace(bridge, claims=tuple(claims))))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Claims"]
    heights = [sheet.row_dimensions[row].height for row in range(2, 7)]
    assert heights == [None, 45, 45, 60, 90]  # none of its own: one line
    assert sheet["D2"].value == "short" and sheet["D2"].alignment.wrap_text
    assert not sheet["B2"].alignment.wrap_text
    assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape"
