"""The page for the printer: everything a reader needs, nothing private, nothing alive."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck_gui.reports import content, print_page
from tests.core import report_samples


def page(report: content.Report) -> str:
    return print_page.render(report)


def test_the_page_has_claims_verdicts_reasons_and_passages() -> None:
    report = report_samples.report(report_samples.bridge())
    html = page(report)
    for one in report.articles:
        for claim in content.listed(one):
            assert f"<h3>{claim.claim.number}." in html
    assert "<blockquote>" in html


def test_evidence_and_corrections_are_printed() -> None:
    html = page(report_samples.report(report_samples.bridge()))
    assert "shows 12,380 [1]. A fitter doubts it [2], [7]." in html
    assert "<small>[1] Traffic counts 2025, Road office, 1 February 2026 — supports." in html
    assert "<b>Corrected 22 November 2026.</b> We had overlooked the repair of 2003." in html
    assert "SECRET" not in html


def test_private_notes_stay_out_and_mark_up_stays_text() -> None:
    report = report_samples.report(report_samples.bridge())
    article = report.articles[0]
    first = article.claims[0]
    claim = replace(first.claim, wording="<script>alert(1)</script>", number=1)
    given = tuple(replace(one, note="PRIVATE WORDS") for one in first.assessments)
    changed = replace(article, claims=(content.ReportClaim(claim, given), *article.claims[1:]))
    html = page(replace(report, articles=(changed,)))
    assert "PRIVATE WORDS" not in html
    assert "<script" not in html
    assert set(re.findall(r"<(\w+)", html)) <= {
        "h1", "h3", "p", "b", "hr", "small", "blockquote", "em", "strong", "a", "ul", "ol", "li",
        "br",
    }  # fmt: skip
