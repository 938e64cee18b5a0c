"""PDF files: the words in their order, paragraphs made whole, page parts put aside, refusals."""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Callable
from typing import Any

import pytest

from factcheck_gui.documents.composing import is_junk_title
from factcheck_gui.documents.pdf import reader
from factcheck_gui.documents.pdf.joining import Lexicon, join_lines
from factcheck_gui.domain import Document, Problem
from tests.core.document_samples import FOREIGN, NOTES, PARAGRAPHS, TITLE, Layout, body
from tests.core.pdf_writer import LAYOUTS, drawn, lines, pdf

ONE, TWO, THREE, FOUR = PARAGRAPHS[:4]


def read(data: bytes) -> Document:
    return reader.read(data, "a.pdf")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.text[one.start : one.end]) for one in document.blocks]


def in_order(wanted: str, found: str) -> float:
    """The share of the words that come back in their order."""
    a, b = (re.findall(r"\w+", text) for text in (wanted, found))
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(one.size for one in blocks) / len(a)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_layout_gives_its_paragraphs_whole_and_in_order(layout: Layout) -> None:
    document = read(pdf(layout))
    wanted = [(kind.replace("title", "heading"), words) for kind, words in body(layout)]
    assert kinds(document) == wanted
    assert in_order("\n".join(words for _, words in wanted), document.text) == 1
    assert (document.title, document.author) == (TITLE, "Ida Marlow")
    assert ("author", "PDF Info Author") in document.origins
    assert bool(document.furniture) == layout.running
    assert "Norham Review" not in document.text


def test_running_heads_and_page_numbers_are_kept_beside_the_text() -> None:
    document = read(pdf(LAYOUTS[2]))
    assert [one.text.strip() for one in document.furniture] == [
        f"Norham Review\nMarch issue\n{n}" for n in (1, 2)
    ]


def test_columns_under_headings_over_both_are_read_band_by_band() -> None:
    def page(canvas: Any) -> None:
        canvas.drawString(60, 760, "A line over the whole width of the page, as the text")
        for x, text in ((60, ONE), (310, TWO)):
            lines(canvas, text, x, 735, 46)
        canvas.drawString(60, 610, "Another line over both of the columns, and a good deal more")
        for x, text in ((60, THREE), (310, FOUR)):
            lines(canvas, text, x, 590, 46)
        lines(canvas, PARAGRAPHS[4], 60, 400, 100)

    order = [text for _, text in kinds(read(drawn(page))) if text in PARAGRAPHS]
    assert order == list(PARAGRAPHS[:5])


def test_columns_written_line_by_line_are_columns_all_the_same() -> None:
    def page(canvas: Any) -> None:
        left, right = textwrap.wrap(ONE + " " + TWO, 46), textwrap.wrap(THREE, 46)
        for n in range(max(len(left), len(right))):
            for x, column in ((60, left), (310, right)):
                if n < len(column):
                    lines(canvas, column[n], x, 700 - 13 * n, 100)

    assert [text for _, text in kinds(read(drawn(page)))] == [ONE + " " + TWO, THREE]


def test_a_paragraph_goes_on_over_pages_and_over_what_stands_between() -> None:
    wrapped = textwrap.wrap(THREE, 80)

    def first(canvas: Any) -> None:
        lines(canvas, " ".join(wrapped[:3]), 60, 100, 80)

    def second(canvas: Any) -> None:
        lines(canvas, "Figure 1: The old bridge.", 60, 760, 80, size=8)
        lines(canvas, " ".join(wrapped[3:]), 60, 700, 80)

    found = kinds(read(drawn(first, second)))
    assert found == [("paragraph", THREE), ("caption", "Figure 1: The old bridge.")]


def test_a_drop_cap_is_the_first_letter_of_its_word() -> None:
    def page(canvas: Any) -> None:
        canvas.setFont("Times-Bold", 42)
        canvas.drawString(60, 690, "W")
        for n, line in enumerate(textwrap.wrap(ONE[1:], 70)):
            lines(canvas, line, 102 if n < 3 else 60, 715 - n * 13, 100)
        lines(canvas, TWO, 60, 500, 80)

    assert [text for _, text in kinds(read(drawn(page)))] == [ONE, TWO]


def test_notes_go_to_the_end_and_their_marks_stand_in_brackets() -> None:
    def page(canvas: Any) -> None:
        lines(canvas, "The bridge was closed.", 60, 700, 80)
        right = 60 + canvas.stringWidth("The bridge was closed.", "Times-Roman", 10)
        lines(canvas, "1", right, 704, 80, size=6)
        lines(canvas, TWO, 60, 687, 80)
        lines(canvas, "1", 60, 103, 80, size=5)
        lines(canvas, NOTES[0], 66, 100, 80, size=8)

    document = read(drawn(page))
    assert document.text.startswith("The bridge was closed.[1]")
    last = document.blocks[-1]
    assert (last.kind, last.label) == ("item", "[1]")
    assert document.text[last.start : last.end] == NOTES[0]
    assert document.notes == ("1 footnote was put at the end.",)


def test_turned_pages_are_read_and_turned_stamps_put_aside() -> None:
    def turned(canvas: Any) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.translate(0, -595)
        lines(canvas, ONE, 60, 500, 100)

    assert read(drawn(turned)).text == ONE

    def stamped(canvas: Any) -> None:
        lines(canvas, ONE, 100, 700, 80)
        canvas.rotate(90)
        canvas.drawString(200, -40, "Received 3 May 2024")

    document = read(drawn(stamped))
    assert document.text == ONE
    assert "Received 3 May 2024" in document.furniture[0].text


def test_chinese_lines_are_joined_without_spaces() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def page(canvas: Any) -> None:
        canvas.setFont("STSong-Light", 11)
        for n in range(0, len(FOREIGN["zh"]), 30):
            canvas.drawString(60, 750 - n // 30 * 16, FOREIGN["zh"][n : n + 30])

    assert read(drawn(page)).text == FOREIGN["zh"]


@pytest.mark.parametrize(
    ("halves", "whole"),
    [
        (("the inspec-", "tors came"), "the inspectors came"),
        (("the inspec\u00ad", "tors came"), "the inspectors came"),
        (("an Anglo-", "Saxon word"), "an Anglo-Saxon word"),
        (("a well-", "known bridge"), "a well-known bridge"),
        (("from 2019-", "2020 on"), "from 2019-2020 on"),
        (("it closed—", "for good"), "it closed—for good"),
        (("see https://example.org/a/", "page here"), "see https://example.org/a/page here"),
        (("a plain", "line"), "a plain line"),
        (("ends so-", ""), "ends so-"),
    ],
)
def test_hyphens_at_line_ends_go_only_where_they_divide(
    halves: tuple[str, str], whole: str
) -> None:
    assert join_lines(halves, Lexicon()) == whole


def test_what_a_document_writes_elsewhere_decides_about_a_hyphen() -> None:
    lexicon = Lexicon.of(["a long-term plan was made", "the longterm plan too x"])
    assert join_lines(("the long-", "term plan"), lexicon) == "the longterm plan"
    lexicon = Lexicon.of(["a long-term plan was made"])
    assert join_lines(("the long-", "term plan"), lexicon) == "the long-term plan"


# ---------------------------------------------------------------- titles and refusals


@pytest.mark.parametrize(
    "title",
    ["Microsoft Word - draft3.doc", "untitled", "Document1", "Layout 1", "report_v2_final", "12",
     "C:\\docs\\a.doc", "scan0001", "a.indd"],
)  # fmt: skip
def test_names_that_programs_give_are_no_titles(title: str) -> None:
    assert is_junk_title(title)


@pytest.mark.parametrize("title", [TITLE, "Untitled, a novel", "1984", "News from Norham"])
def test_titles_that_people_give_are_kept(title: str) -> None:
    assert is_junk_title(title) == (title == "1984")


def test_the_first_heading_serves_where_the_title_is_a_programs() -> None:
    def page(canvas: Any) -> None:
        canvas.setTitle("Microsoft Word - draft3.doc")
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(60, 760, "The bridge at Norham")
        lines(canvas, ONE, 60, 700, 80)

    document = read(drawn(page))
    assert document.title == "The bridge at Norham"
    assert ("title", "first heading") in document.origins
    assert "draft3" in document.notes[0]


def refusal(data: bytes) -> str:
    with pytest.raises(Problem) as caught:
        read(data)
    return caught.value.what


def test_files_without_text_are_refused_with_what_helps() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    def text(canvas: Any) -> None:
        lines(canvas, ONE, 60, 700, 80)

    assert "it was scanned" in refusal(drawn(lambda canvas: canvas.rect(9, 9, 300, 300, fill=1)))
    assert "needs a password" in refusal(drawn(text, encrypt=StandardEncryption("secret")))
    assert read(drawn(text, encrypt=StandardEncryption("", "owner"))).text == ONE
    assert "damaged" in refusal(b"%PDF-1.7 and nothing else")


def test_a_broken_table_of_objects_is_mended() -> None:
    data = drawn(lambda canvas: lines(canvas, ONE, 60, 700, 80))
    at = data.rfind(b"startxref")
    assert read(data[:at] + b"startxref\n99999\n%%EOF").text == ONE


def test_a_page_of_pictures_among_others_is_named() -> None:
    document = read(
        drawn(
            lambda canvas: lines(canvas, ONE, 60, 700, 80), lambda canvas: canvas.rect(9, 9, 9, 9)
        )
    )
    assert document.notes == ("Page 2: no text, perhaps a picture; nothing was read there.",)


def test_only_so_many_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_PAGES", 2)
    pages = [lambda canvas, n=n: lines(canvas, PARAGRAPHS[n], 60, 700, 80) for n in range(4)]
    document = read(drawn(*pages))
    assert document.text == "\n\n".join(PARAGRAPHS[:2])
    assert document.notes == ("Only the first 2 of 4 pages were read.",)


def test_a_pull_quote_in_large_letters_is_marked() -> None:
    said = "Inspectors found corrosion in 38 of its 96 main joints."

    def page(canvas: Any) -> None:
        below = lines(canvas, ONE, 60, 700, 80)
        below = lines(canvas, said, 60, below - 20, 80, size=14)
        lines(canvas, TWO, 60, below - 20, 80)

    found = kinds(read(drawn(page)))
    assert found == [("paragraph", ONE), ("pullquote", said), ("paragraph", TWO)]


def test_a_list_of_contents_is_put_aside() -> None:
    def page(canvas: Any) -> None:
        lines(canvas, "What the inspectors found " + ". " * 30 + "3", 60, 760, 100)
        lines(canvas, ONE, 60, 700, 80)

    document = read(drawn(page))
    assert document.text == ONE
    assert "inspectors found" in document.furniture[0].text


def test_heads_that_change_with_the_chapter_run_where_others_do() -> None:
    def page(n: int) -> Callable[[Any], None]:
        def draw(canvas: Any) -> None:
            head = "A history of bridges" if n % 2 else f"Chapter {'ABCDEFGH'[n]} of it"
            lines(canvas, head, 60, 800, 100)
            lines(canvas, PARAGRAPHS[n % len(PARAGRAPHS)], 60, 700, 80)

        return draw

    document = read(drawn(*map(page, range(8))))
    assert "Chapter" not in document.text and "history" not in document.text
    assert len(document.furniture) == 8
