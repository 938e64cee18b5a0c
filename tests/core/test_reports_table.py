"""The CSV report: what a spreadsheet and a program read from it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from factcheck_gui.reports import content, table
from tests.core import report_samples as samples


def rows(*articles: content.ReportArticle, **fields: object) -> list[dict[str, str]]:
    data = table.render(samples.report(*articles, **fields))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_file_has_a_mark_a_header_and_lines_that_end_as_spreadsheets_want() -> None:
    data = table.render(samples.report(samples.bridge()))
    assert data.startswith(b"\xef\xbb\xbfarticle_id,article_title,")
    assert data.endswith(b"\r\n")
    assert data.split(b"\r\n")[0].decode("utf-8-sig") == ",".join(table.COLUMNS)
    assert table.render(samples.report()).count(b"\r\n") == 1


def test_a_row_a_claim_in_order_then_the_dismissed() -> None:
    found = rows(samples.bridge())
    assert [row["claim_number"] for row in found] == ["1", "2", "3", "4", "5", "6"]
    assert [row["state"] for row in found] == [
        "reviewed",
        "reviewed",
        "disputed",
        "reviewed",
        "open",
        "dismissed",
    ]
    assert [row["verdict"] for row in found] == ["Mostly true", "True", "", "Partly", "", ""]
    assert [row["claimskg"] for row in found] == ["MIXTURE", "TRUE", "", "OTHER", "", ""]
    assert found[5]["reason"] == "vague"
    assert len(rows(samples.bridge(), only_reviewed=True)) == 4


def test_a_row_holds_what_its_columns_say() -> None:
    first, second, third = rows(samples.bridge())[:3]
    text = samples.bridge().article.text
    assert text[int(first["start"]) : int(first["end"])] == first["text"]
    assert first["wording"] == "The harbour bridge carries 12,400 cars a day."
    assert (first["claimant"], first["cue"], first["score"]) == ("The council", "says", "0.93")
    assert first["reviewers"] == "Reviewer 2; Reviewer 1" or first["reviewers"] == (
        "Reviewer 1; Reviewer 2"
    )
    assert first["assessed_at"] == "2026-11-22T10:00:00.000000Z"
    assert [text[s:e] for s, e in json.loads(second["spans"])] == [
        "It opened in 1974",
        "was repaired twice",
    ]
    assert third["contested_by"] == "4; 9"
    assert third["reason"].startswith("Reviewer 1 (False): The log has entries for 2015")


def test_a_row_tells_evidence_corrections_and_sign_off() -> None:
    first, second = rows(samples.bridge())[:2]
    counts, fitter, nothing = first["evidence"].split("\n")
    (copy,) = samples.COUNTER.copies
    assert counts == (
        "[1] Traffic counts 2025, Road office, 1 February 2026 — supports. “12,380 vehicles on an "
        "average working day” (table 3). Data. First-hand. Read 21 November 2026. "
        f"https://example.org/counts?year=2025&road=12. Copy kept: counts-2025.pdf, sha256 "
        f"{copy.sha256}"
    )
    assert fitter.startswith("[2] A source that is not named — refutes. Asked: Are lorries")
    assert nothing == "[3] nothing found. Asked: A count after 2025? Read 22 November 2026"
    assert (first["evidence_count"], first["independent_sources"]) == ("3", "2")
    assert "shows 12,380 [1]. A fitter doubts it [2], [7]." in first["reason"]
    assert (first["text_version"], first["signed_by"]) == ("2", "Editor")
    assert second["correction"] == "We had overlooked the repair of 2003."
    assert second["corrected_at"] == "2026-11-22T10:00:00.000000Z"


def test_several_articles_share_one_table() -> None:
    found = rows(samples.bridge(), samples.seed())
    assert len(found) == 6 + 18
    assert found[-1]["article_title"].startswith("It has been nearly a month")


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\n=1",
        "\r=1",
        "  =1",
        "\u00a0=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "==",
    ],
)
def test_nothing_in_a_cell_is_a_formula(text: str) -> None:
    bridge = samples.bridge()
    about = replace(
        bridge.article,
        row=replace(
            bridge.article.row, title=text, site=text, author=text, published=text, url=text
        ),
    )
    claim = samples.claim(about, 1, "It opened", claimant=text, cue=text, wording=text, kind=text)
    claim = replace(claim, text=text, type=text)
    one = samples.judged(claim, samples.given(text, text, reviewer=text))
    gone = samples.judged(replace(claim, number=2, dismissed=text))
    for row in rows(replace(bridge, article=about, claims=(one, gone))):
        for name, cell in row.items():
            assert cell.lstrip(" \u00a0")[:1] not in table._FORMULA or not cell, name
            if name in ("wording", "claimant", "site"):
                assert cell == "'" + text.replace("\r", "\n")


def test_harmless_cells_and_numbers_are_left_alone() -> None:
    assert table.cell("a = b") == "a = b"
    assert table.cell("1974") == "1974"
    assert table.cell(-0.5) == -0.5
    assert table.cell("") == ""


def test_cells_survive_newlines_quotes_and_control_characters() -> None:
    bridge = samples.bridge()
    odd = 'a\r\nb "c", d; \x00\x1b\ud800\u202ee 😀'
    claim = samples.claim(bridge.article, 1, "It opened", wording=odd)
    (row,) = rows(replace(bridge, claims=(samples.judged(claim),)))
    assert row["wording"] == 'a\nb "c", d; \u2400\u241b\ufffd\ufffde 😀'


def test_a_reason_written_before_there_is_a_verdict_is_in_the_table() -> None:
    about = samples.article("The bridge cost 4 million euros.")
    one = samples.claim(about, 1, "The bridge cost 4 million euros.")
    early = samples.given(None, "The invoice says so.")
    (row,) = rows(content.ReportArticle(about, samples.scale(), (samples.judged(one, early),)))
    assert (row["state"], row["reason"]) == ("open", "The invoice says so.")
