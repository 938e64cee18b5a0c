"""What a report tells and what it leaves out, in every format."""

from __future__ import annotations

import io
from dataclasses import fields, replace
from functools import cache
from itertools import pairwise

import pytest

from factcheck_gui.reports import content, words, writing
from tests.core import html_page
from tests.core import report_samples as samples

INCLUDED = [one.name for one in fields(content.Included)]
BOTH = ("Reviewer 1", "Reviewer 2")
MEASURED = content.Agreement(
    "Five-point",
    BOTH,
    3,
    2,
    (
        content.Coefficient("krippendorff nominal", BOTH, 0.7125, 0.2, 1.0, 3),
        content.Coefficient("cohen", BOTH, -0.4, -1.0, None, 3, agreed=2),
    ),
)
READ = ("html", "md", "pdf", "docx")


def full(**choices: object) -> content.Report:
    """The bridge, whose first claim was judged twice by the same person, and what was measured."""
    one = samples.bridge()
    before = samples.given("False", "MISREAD-COUNT", at="2026-11-20T09:00:00.000000Z")
    first = replace(one.claims[0], assessments=(before, *one.claims[0].assessments))
    article = replace(one, claims=(first, *one.claims[1:]))
    return samples.chosen(samples.report(article, agreement=(MEASURED,)), **choices)


@cache
def rendered(format: str, report: content.Report) -> dict[str, bytes]:
    """What a format makes of it; many tests look at the same report."""
    return samples.parts(writing.FORMATS[format].written(report, None).data)


def text(format: str, report: content.Report) -> str:
    found = " ".join(part.decode("utf-8", "ignore") for part in rendered(format, report).values())
    return " ".join(found.replace("</w:t>", " ").split())


@pytest.mark.parametrize("name", INCLUDED)
@pytest.mark.parametrize("format", sorted(writing.FORMATS))
def test_a_choice_makes_a_difference_where_it_is_said_to_and_nowhere_else(
    format: str, name: str
) -> None:
    with_it = replace(content.Included(), **{name: True})
    without = replace(content.Included(), **{name: False})
    made = [rendered(format, full(included=one)) for one in (with_it, without)]
    assert (made[0] != made[1]) is (name in writing.applies(format))


@pytest.mark.parametrize("format", sorted(writing.FORMATS))
def test_the_language_makes_a_difference_where_it_is_said_to(format: str) -> None:
    made = [rendered(format, full(language=one)) for one in ("en", "de")]
    assert (made[0] != made[1]) is ("language" in writing.applies(format))


@pytest.mark.parametrize("format", sorted(writing.FORMATS))
def test_the_history_tells_what_was_replaced_and_only_it_does(format: str) -> None:
    assert "MISREAD-COUNT" not in text(format, full())
    told = "MISREAD-COUNT" in text(format, full(history=True))
    assert told is ("history" in writing.applies(format))


@pytest.mark.parametrize("format", sorted(writing.FORMATS))
def test_private_notes_stand_where_they_were_chosen_and_are_marked(format: str) -> None:
    shown = text(format, full(notes=True))
    assert ("call the press office" in shown) is ("notes" in writing.applies(format))
    if "notes" in writing.applies(format):
        assert "private" in shown.casefold() or '"notes": true' in shown
    assert "call the press office" not in text(format, full())
    assert "SECRET" not in shown


@pytest.mark.parametrize("format", [*READ, "manuscript-html", "manuscript-docx", "manuscript-pdf"])
def test_a_report_with_private_notes_says_at_its_head_that_it_is_not_for_publication(
    format: str,
) -> None:
    assert words.english()("private") in text(format, full(notes=True))


def test_a_note_that_was_carried_on_stands_once() -> None:
    shown = text("md", full(notes=True, history=True))
    claim = shown[shown.index("### 1.") : shown.index("### 2.")]
    assert claim.count("call the press office") == 2  # of two reviewers


@pytest.mark.parametrize("format", READ)
def test_agreement_is_a_table_of_the_coefficients(format: str) -> None:
    shown = text(format, full(agreement=True))
    for part in ("Krippendorff’s alpha", "0.71", "0.20 to 1.00", "Cohen’s kappa", "−0.40"):
        assert part in shown
    assert "nothing to compare" in text(format, samples.report(samples.bridge(), agreement=True))


def test_the_summary_says_which_verdicts_were_chosen_and_how_many_claims_have_them() -> None:
    shown = text("md", full(verdicts=("", content.DISPUTED_KEY, "partly")))
    assert "3 claims, by their verdicts: To review, Disputed, “partly”." in shown
    assert [f"### {n}." in shown for n in range(1, 6)] == [False, False, True, True, True]
    both = text("md", full(verdicts=("", "partly"), only_reviewed=True))
    assert "Listed here is 1 claim, by its verdict: To review, “partly”." in both
    assert "### 4." in both and "### 5." not in both


@pytest.mark.parametrize("format", sorted(writing.FORMATS))
def test_every_format_lists_the_claims_of_the_chosen_verdicts_alone(format: str) -> None:
    shown = text(format, full(verdicts=("mostly true",)))
    assert "12,400 cars" in shown
    for wording in ("Opened in 1974.", "A second repair", "The log has entries", "In their words"):
        assert wording not in shown


def test_without_evidence_the_method_says_what_the_numbers_in_reasons_are() -> None:
    shown = text("md", full(evidence=False))
    assert "numbers in square brackets stand for it" in shown
    assert r"shows 12,380 \[2\]" in shown
    assert "Sources" not in shown


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "manuscript-pdf", "manuscript-docx"])
def test_several_articles_have_a_list_of_contents_that_leads_to_them(format: str) -> None:
    report = samples.report(samples.bridge(), samples.seed(), samples.bridge())
    shown = text(format, report)
    assert shown.index("Contents") < shown.index("Checked 22" if format != "html" else "checked 22")
    assert shown.count("of 5 claims reviewed") == 2
    assert "Contents" not in text(format, samples.report(samples.bridge()))


def test_without_corrections_a_claimreview_says_nothing_of_them() -> None:
    assert "CorrectionComment" in text("claimreview", full())
    shown = text("claimreview", full(corrections=False))
    assert "CorrectionComment" not in shown and "dateModified" not in shown


def test_agreement_in_word_is_a_table_whose_head_is_repeated() -> None:
    import docx

    data = writing.FORMATS["docx"].written(full(agreement=True), None).data
    (table,) = docx.Document(io.BytesIO(data)).tables
    shown = [[cell.text for cell in row.cells] for row in table.rows]
    assert shown[0] == ["Measure", "Reviewers", "Value", "95 % interval", "Claims"]
    assert shown[2] == ["Cohen’s kappa", "Reviewer 1 and Reviewer 2", "−0.40", "", "3"]
    assert "w:tblHeader" in table.rows[0]._tr.xml


@pytest.mark.parametrize("format", ["docx", "manuscript-docx"])
def test_in_word_each_of_several_articles_begins_a_page(format: str) -> None:
    one, two = (text(format, samples.report(*[samples.bridge()] * n)) for n in (1, 2))
    assert "pageBreakBefore" not in one
    assert two.count("pageBreakBefore") == 2


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("told", [True, False])
def test_a_page_that_tells_everything_or_hardly_anything_is_sound(
    several: bool, told: bool
) -> None:
    one = full(**dict.fromkeys(INCLUDED, told))
    report = replace(one, articles=one.articles * (1 + several))
    page = html_page.read(writing.FORMATS["html"].written(report, None).data)
    ids, named = page.ids(), [e.attributes.get("aria-labelledby") for e in page.elements]
    assert len(ids) == len(set(ids))
    assert {*named} - {None} <= set(ids)
    assert {link[1:] for link in page.links() if link.startswith("#")} <= set(ids)
    assert all(b <= a + 1 for a, b in pairwise(page.headings()))
    heads = [e.attributes for e in page.all("th")]
    assert bool(heads) is told and all(one.get("scope") in ("row", "col") for one in heads)
    assert len(page.all("footer")) == 1


def test_a_pdf_that_tells_everything_is_still_accessible_to_all() -> None:
    everything = dict.fromkeys(INCLUDED, True)
    for report in (full(**everything), samples.report(samples.bridge(), samples.bridge())):
        made = writing.written(report, "pdf")
        assert made.warnings == () and b"pdfuaid" in made.data


@pytest.mark.parametrize("format", READ[:2])
@pytest.mark.parametrize("verdicts", [("",), ("no such",)])
def test_who_checked_an_article_is_told_whatever_claims_are_chosen(
    format: str, verdicts: tuple[str, ...]
) -> None:
    shown = text(format, full(verdicts=verdicts))
    assert "Reviewer 1" in shown and "ot yet checked" not in shown
