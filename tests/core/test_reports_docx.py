"""The Word report, as python-docx reads it."""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest

from factcheck_gui import domain
from factcheck_gui.reports import content
from factcheck_gui.reports import docx as writer
from tests.core import report_samples as samples
from tests.core.quickness import within

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(report: content.Report) -> Any:
    return docx.Document(io.BytesIO(writer.render(report)))


def bridge() -> Any:
    return opened(samples.report(samples.bridge(), organisation="The Example Desk"))


def texts(document: Any, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name == style]


def commented(document: Any) -> dict[int, str]:
    """The words of the text that each comment lies on."""
    found: dict[int, str] = {}
    open_: set[int] = set()
    for element in document.element.body.iter():
        if element.tag == W + "commentRangeStart":
            open_.add(int(element.get(W + "id")))
        elif element.tag == W + "commentRangeEnd":
            open_.remove(int(element.get(W + "id")))
        elif element.tag == W + "t":
            for one in open_:
                found[one] = found.get(one, "") + element.text
    assert not open_
    return found


def test_headings_and_lists_are_real_styles() -> None:
    document = bridge()
    assert texts(document, "Title") == ["The harbour bridge"]
    assert texts(document, "Heading 1")[:3] == ["Corrections", "The claims", "The article"]
    assert texts(document, "Heading 2")[0] == "1. The harbour bridge carries 12,400 cars a day."
    assert texts(document, "Quote")[0].startswith("The council says the bridge carries")
    assert texts(document, "Heading 3") == ["Sources"]
    assert document.core_properties.author == "The Example Desk"


def test_each_claim_is_a_comment_on_its_passage() -> None:
    document = bridge()
    notes = {one.comment_id: one for one in document.comments}
    places = commented(document)
    assert set(notes) == set(places) and len(notes) == 5
    assert places[0] == "the bridge carries 12,400 cars a day"
    assert places[1] == "It opened in 1974 and was repaired twice"
    lines = [one.text for one in notes[0].paragraphs]
    assert lines[0] == "Claim 1: ◕ Mostly true"
    assert lines[2] == (
        "The counter on the east ramp shows 12,380 [1]. A fitter doubts it [2], [7]."
    )
    assert lines[3].startswith("[1] Traffic counts 2025, Road office, 1 February 2026 — supports")
    assert notes[0].author == "The Example Desk"


def test_links_lead_to_sources_and_to_the_web_only() -> None:
    document = bridge()
    links = [link for one in document.paragraphs for link in one.hyperlinks]
    names = {e.get(W + "name") for e in document.element.body.iter(W + "bookmarkStart")}
    assert {link.fragment for link in links if not link.address} <= names
    assert "a1_claim_1_source_1" in names
    assert {link.address for link in links if link.address} == {
        "https://example.org/bridge?a=1&b=2",
        "https://example.org/counts?year=2025&road=12",
        "https://example.org/log",
        "https://example.org/words",
    }


def test_the_manuscript_is_the_article_with_its_comments_alone() -> None:
    data = writer.manuscript(samples.report(samples.bridge()))
    document = docx.Document(io.BytesIO(data))
    assert texts(document, "Heading 1") == ["How this report was made"]
    assert len(list(document.comments)) == 5
    whole = "\n".join(one.text for one in document.paragraphs)
    assert "The council says the bridge carries 12,400 cars a day. It opened in 1974" in whole


def test_private_notes_and_names_stay_at_the_desk() -> None:
    document = bridge()
    parts = [part.blob for part in document.part.package.iter_parts()]
    assert not any(b"PRIVATE" in blob or b"SECRET" in blob for blob in parts)


def test_hostile_text_is_shown_and_does_nothing() -> None:
    document = opened(samples.hostile())
    text = "\n".join(one.text for one in document.paragraphs)
    for part in ("<script>alert(1)</script>", "{{ 7*7 }}", "]]> -->", "\ufffdevil", "w" * 100_000):
        assert part in text
    assert not [link for one in document.paragraphs for link in one.hyperlinks if link.address]
    assert not list(document.element.body.iter(W + "fldSimple", W + "instrText", W + "object"))


def test_no_file_in_the_package_has_a_time() -> None:
    data = writer.render(samples.golden()["seed"])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_time_grows_with_the_number_of_claims_and_not_with_its_square() -> None:
    one = samples.bridge()
    many = replace(one, claims=one.claims[:2] * 500)
    # The library alone, paragraph by paragraph, takes over 6.
    assert within(5, lambda: writer.render(samples.report(many)))


def test_a_slim_install_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(domain.Problem, match=r"factcheck-gui\[reports\]"):
        writer.render(samples.report(samples.bridge()))


def test_arabic_and_hebrew_run_from_right_to_left() -> None:
    text = "قالت المدينة إن الجسر افتتح عام 1974.\n\nThe word שלום means peace."
    about = replace(samples.article(text, "الجسر"), language="ar")
    claim = samples.judged(samples.claim(about, 1, "الجسر افتتح عام 1974"), samples.given("True"))
    document = opened(samples.report(content.ReportArticle(about, samples.scale(), (claim,))))
    sides = {one.text: one for one in document.paragraphs}
    heading = sides["1. الجسر افتتح عام 1974"]
    for one in (heading, sides["الجسر"], sides["قالت المدينة إن الجسر افتتح عام 1974."]):
        assert one._p.pPr.find(W + "bidi") is not None
        assert all(run.font.rtl for run in one.runs if run.text)
    mixed = sides["The word שלום means peace."]
    assert mixed._p.pPr.find(W + "bidi") is None
    assert [(run.text, run.font.rtl) for run in mixed.runs] == [
        ("The word ", None),
        ("שלום", True),
        (" means peace.", None),
    ]


def test_an_article_that_is_only_known_by_its_address_is_linked_by_it() -> None:
    about = samples.article("Words.", "Words", url="https://example.org/words")
    (first, *_), links = _byline(about)
    assert first == "https://example.org/words" and links == ["https://example.org/words"]
    (first, *_), links = _byline(samples.article("Words.", "Words"))
    assert first.startswith("Not yet checked") and not links


def _byline(about: domain.Article) -> tuple[list[str], list[str]]:
    """The paragraphs under the title, and what the document links to."""
    document = opened(samples.report(content.ReportArticle(about, samples.scale())))
    names = [one.style.name for one in document.paragraphs]
    under = document.paragraphs[names.index("Title") + 1 :]
    links = [link.address for one in document.paragraphs for link in one.hyperlinks]
    return [one.text for one in under], links
