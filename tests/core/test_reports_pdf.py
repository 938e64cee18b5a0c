"""The PDF report, as another engine reads it."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest

from factcheck_gui import domain
from factcheck_gui.reports import content, pdf, views
from tests.core import report_samples as samples


def words(report: content.Report) -> str:
    return " ".join(samples.pdf_text(pdf.written(report).data).split())


def titled(title: str) -> content.Report:
    return samples.report(content.ReportArticle(samples.article(title, title), samples.scale()))


def test_the_text_reads_in_order_and_whole() -> None:
    text = words(samples.report(samples.bridge()))
    parts = (
        "What was checked. 5 factual claims were found",
        "Corrections",
        "1. The harbour bridge carries 12,400 cars a day.",
        "shows 12,380 [1]. A fitter doubts it [2], [7].",
        "[1] Traffic counts 2025, Road office, 1 February 2026 — supports.",
        "We had overlooked the repair of 2003. The verdict before was ◐ Mixed.",
        "5. A new bridge would cost 90 million",
        "The council says the bridge carries 12,400 cars a day [1 ◕].",
        samples.COUNTER.copies[0].sha256,
        "The scale: Five-point",
        "How this report was made",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "PRIVATE" not in text and "SECRET" not in text


def test_it_is_tagged_and_promises_to_be_accessible() -> None:
    data = pdf.written(samples.report(samples.bridge())).data
    assert b"/MarkInfo" in data or b"/StructTreeRoot" in data
    assert b"pdfuaid:part>1<" in data or b"pdfuaid" in data
    with closing(pypdfium2.PdfDocument(data)) as document:
        assert document.get_metadata_value("Title") == "Fact-check: The harbour bridge"
        marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert marks[:4] == [
        (0, "The harbour bridge"),
        (1, "Corrections"),
        (1, "The claims"),
        (2, "1. The harbour bridge carries 12,400 cars a day."),
    ]


def test_the_manuscript_has_notes_beside_the_text() -> None:
    text = " ".join(
        samples.pdf_text(pdf.written_manuscript(samples.report(samples.bridge())).data).split()
    )
    assert "the bridge carries 12,400 cars a day [1 ◕]" in text
    assert "1 ◕ Mostly true The counter on the east ramp shows 12,380 [1]." in text
    assert "The scale" not in text


@pytest.mark.parametrize("text", ["office affluent fjord", "Ωmega Жук", "Ærø “ß”"])
def test_words_are_found_as_they_were_written(text: str) -> None:
    assert text in words(titled(text))


@pytest.mark.parametrize("text", ["emoji 😀", "汉字", "العربية"])
def test_other_scripts_are_set_or_replaced_and_never_stop_the_export(text: str) -> None:
    assert "Fact-check report" in words(titled(text))


def test_hostile_text_is_shown_and_does_nothing() -> None:
    data = pdf.written(samples.hostile()).data
    assert b"/JavaScript" not in data and b"/Launch" not in data and b"/URI" not in data
    text = " ".join(samples.pdf_text(data).split())
    for part in ("<script>alert(1)</script>", "{{ 7*7 }}", "]]> -->"):
        assert part in text


@pytest.mark.parametrize("text", ['#import "x"', "= Head", "$x$ *a* _b_ @c <d> `e`", "#panic()"])
def test_no_text_becomes_a_command(text: str) -> None:
    one = samples.bridge()
    claim = samples.judged(replace(one.claims[0].claim, wording=text), samples.given("True"))
    assert text in words(samples.report(replace(one, claims=(claim,))))


def test_the_same_report_gives_the_same_bytes() -> None:
    report = samples.golden()["seed"]
    assert pdf.written(report).data == pdf.written(report).data


@pytest.mark.parametrize("last", [0, 1, 4, 5, 6])
def test_progress_can_stop_the_work(last: int) -> None:
    """While the five claims are made ready, and while the engine is at work."""

    def stop(done: int, total: int) -> None:
        assert total == 5 * 5
        if done > last or (done == last == 5):
            raise domain.Cancelled

    with pytest.raises(domain.Cancelled):
        pdf.written(samples.report(samples.bridge()), stop)


def test_a_slim_install_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(domain.Problem, match=r"factcheck-gui\[reports\]"):
        pdf.written(samples.report(samples.bridge()))


def test_a_paragraph_begins_on_the_side_of_its_script() -> None:
    text = "قالت المدينة إن الجسر افتتح عام 1974.\n\nThe word שלום means peace."
    about = replace(samples.article(text, "الجسر"), language="ar")
    claim = samples.judged(samples.claim(about, 1, "الجسر افتتح عام 1974"), samples.given("True"))
    report = samples.report(content.ReportArticle(about, samples.scale(), (claim,)))
    (article,) = pdf.data(views.view(report), True)["articles"]
    assert (
        article["left"] and article["claims"][0]["left"] and article["claims"][0]["quote"]["left"]
    )
    assert [one["left"] for one in article["blocks"]] == [True, False]
    with closing(pypdfium2.PdfDocument(pdf.written(report).data)) as document:
        words, middle = document[0].get_textpage(), document[0].get_width() / 2
        found = {one: words.search(one).get_next() for one in ("المدينة", "peace")}
        if found["المدينة"] is None:
            pytest.skip("no font here has Arabic letters")
        edges = {one: words.get_charbox(at[0]) for one, at in found.items() if at}
    assert edges["المدينة"][2] > middle > edges["peace"][0]


def test_the_sign_of_disputed_claims_is_one_glyph_with_room_of_its_own() -> None:
    data = pdf.written(samples.report(samples.bridge())).data
    found = []
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            shown = page.get_textpage()
            text = shown.get_text_range()
            for at in (at for at, one in enumerate(text) if text[at : at + 2] == "≠]"):
                found.append((shown.get_charbox(at)[2], shown.get_charbox(at + 1)[0]))
    assert found
    assert all(sign < bracket for sign, bracket in found), "the stroke of ≠ lies in the bracket"


def test_a_screen_reader_meets_headings_paragraphs_and_lists_and_no_loose_words() -> None:
    for made in (pdf.written, pdf.written_manuscript):
        pages = samples.pdf_tags(made(samples.report(samples.bridge())).data).split("\n")
        tops = {name for page in pages for name in _inner(page)}
        assert tops <= {"H1", "H2", "H3", "H4", "P", "L", "Div"}
        assert {"H1", "P"} <= tops


def _inner(page: str) -> list[str]:
    """The names of what stands right under the document."""
    depth, found = 0, []
    for word in page.split():
        if depth == 1 and word != ")":
            found.append(word.rstrip("("))
        depth += word.endswith("(") - (word == ")")
    return found
