"""A look at a report before it is written: what is shown is what the writers made."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from factcheck_gui import previewing
from factcheck_gui.domain import Cancelled, Problem
from factcheck_gui.reports import content, preview, writing
from factcheck_gui.reports.preview import Page, Pages, Sheets, Text
from tests.core import report_samples as samples
from tests.core.library_samples import ME, fill, opened, ticking

REPORT = samples.report(samples.bridge())


def shown(format: str, report: content.Report = REPORT) -> preview.Shown:
    return preview.show(writing.FORMATS[format].written(content.public(report), None).data, format)


@pytest.mark.parametrize("format", ["pdf", "manuscript-pdf"])
def test_a_pdf_is_shown_by_its_pages(format: str) -> None:
    pages = shown(format)
    assert isinstance(pages, Pages)
    width, height = pages.sizes[0]
    assert (round(width), round(height)) == (595, 842)  # A4 in points
    drawn = preview.picture(pages, len(pages.sizes) - 1, 300)
    assert (drawn.width, drawn.stride) == (300, 1200)
    assert len(drawn.data) == drawn.stride * drawn.height
    assert set(drawn.data[:4]) == {255}  # paper at the corner, ink somewhere
    assert min(drawn.data) < 128


@pytest.mark.parametrize("format", ["html", "manuscript-html"])
def test_a_web_page_is_shown_as_it_is(format: str) -> None:
    page = shown(format)
    assert isinstance(page, Page)
    assert page.html == writing.FORMATS[format].written(REPORT, None).data.decode("utf-8")
    assert not page.office


@pytest.mark.parametrize(
    "format", ["md", "csv", "json", "webannotation", "claimreview", "claimreview-html"]
)
def test_text_is_shown_as_text(format: str) -> None:
    found = shown(format)
    assert isinstance(found, Text)
    made = writing.FORMATS[format].written(REPORT, None).data.decode("utf-8-sig")
    assert (found.text, found.whole) == (made, True)


def test_of_a_long_text_the_beginning_is_shown() -> None:
    found = preview.show(b"word " * 100_000, "md")
    assert isinstance(found, Text)
    assert (len(found.text), found.whole) == (preview.TEXT, False)


def test_of_a_long_page_the_beginning_is_shown() -> None:
    page = preview.show(b"<p>word</p>\n" * 40_000, "html")
    assert isinstance(page, Page)
    assert not page.whole
    assert len(page.html) <= preview.TEXT
    assert page.html.endswith("</p>")


def test_a_word_document_is_shown_with_its_comments_beside_their_paragraphs() -> None:
    page = shown("docx")
    assert isinstance(page, Page)
    assert page.office
    assert re.search("<h1[^>]*>The harbour bridge</h1>", page.html)
    lines = page.html.splitlines()
    (row,) = [one for one in lines if "Claim 1: " in one]
    text, _, note = row.partition('class="note"')
    assert "carries 12,400 cars a day" in text
    assert "Mostly true" in note
    assert "Traffic counts 2025" in note


def test_hostile_words_in_a_word_document_stay_words() -> None:
    text = "<script>alert(1)</script> & <b>so</b>: the bridge costs 5 million."
    article = samples.article(text, "A <i>title</i>", blocks=samples.paragraphs(text))
    report = samples.report(content.ReportArticle(article, samples.scale(), ()))
    page = shown("docx", report)
    assert isinstance(page, Page)
    assert "<script>" not in page.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;so&lt;/b&gt;" in page.html
    assert "A &lt;i&gt;title&lt;/i&gt;" in page.html


def test_a_workbook_is_shown_sheet_by_sheet_with_days_as_days() -> None:
    found = shown("xlsx")
    assert isinstance(found, Sheets)
    names = [one.name for one in found.sheets]
    assert names[:2] == ["Claims", "Evidence"]
    claims = found.sheets[0]
    head, first = claims.rows[0], dict(zip(claims.rows[0], claims.rows[1], strict=True))
    assert head[:2] == ("article_title", "claim_number")
    assert (first["published"], first["claim_number"]) == ("2026-11-19", "1")
    assert first["assessed_at"].startswith("2026-11-22 ")
    assert claims.total == len(claims.rows)


def test_of_a_long_sheet_the_first_rows_are_shown() -> None:
    one = samples.bridge()
    many = dataclasses.replace(one, claims=one.claims * 100)
    found = shown("xlsx", samples.report(many))
    assert isinstance(found, Sheets)
    claims = found.sheets[0]
    assert len(claims.rows) == 200
    assert claims.total > 500


# ---------------------------------------------------------------- from a library


def test_a_preview_of_a_library_shows_its_first_articles_and_says_so(tmp_path: Path) -> None:
    store, clock = opened(tmp_path), ticking()
    for number in range(4):
        fill(store, f"The port moved {number + 40} million tonnes in 2025.\n", clock())
    keys, path = list(store.article_keys()), tmp_path / "test.factcheck"
    made = previewing.preview(path, keys, content.Choices(), format="md", at=clock())
    assert (made.articles, made.total, made.cut) == (3, 5, False)
    assert isinstance(made.shown, Text)
    assert "43 million" in made.shown.text
    assert "40 million" not in made.shown.text


def test_of_a_long_article_the_first_claims_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path)
    clock = ticking()
    path, whole = tmp_path / "test.factcheck", content.Choices()
    before = previewing.preview(path, [1], whole, format="json", at=clock())
    monkeypatch.setattr(previewing, "CLAIMS", 1)
    after = previewing.preview(path, [1], whole, format="json", at=clock())
    assert (before.cut, after.cut) == (False, True)
    assert isinstance(before.shown, Text)
    assert isinstance(after.shown, Text)
    assert after.shown.text.count('"claimant"') == 1 < before.shown.text.count('"claimant"')


def test_what_stops_an_export_stops_its_preview_and_what_is_only_told_is_told(
    tmp_path: Path,
) -> None:
    store, clock, path = opened(tmp_path), ticking(), tmp_path / "test.factcheck"
    at = clock()
    with pytest.raises(Problem, match="no ClaimReview to write"):
        previewing.preview(path, [1], content.Choices(), format="claimreview", at=at)
    store.assess(1, ME, clock(), {"verdict": "True", "free_text": False, "reason": "Seen."})
    desk = content.Choices(organisation="The Desk", url="desk.example")
    with pytest.raises(Problem, match="http"):
        previewing.preview(path, [1], desk, format="claimreview", at=clock())
    desk = content.Choices(organisation="The Desk")
    made = previewing.preview(path, [1], desk, format="claimreview", at=clock())
    assert "drafts" in made.warnings[0]


def test_a_private_note_is_in_no_preview(tmp_path: Path) -> None:
    store, clock, path = opened(tmp_path), ticking(), tmp_path / "test.factcheck"
    store.assess(1, ME, clock(), {"verdict": "True", "free_text": False, "note": samples.NOTE})
    for format in ("md", "json", "html", "docx"):
        made = previewing.preview(path, [1], content.Choices(), format=format, at=clock())
        assert "True" in repr(made)
        assert "PRIVATE-NOTE" not in repr(made)


def test_a_preview_can_be_stopped(tmp_path: Path) -> None:
    opened(tmp_path)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        previewing.preview(
            tmp_path / "test.factcheck", [1], content.Choices(),
            format="md", at=ticking()(), progress=stop,
        )  # fmt: skip
