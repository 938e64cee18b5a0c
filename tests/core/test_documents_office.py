"""Word and OpenDocument files: structure, notes, changes, properties, and hostile packages."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from factcheck_gui.documents import docx as word
from factcheck_gui.documents import odt as opendocument
from factcheck_gui.documents.docx_parts import counted
from factcheck_gui.domain import Document, Problem
from tests.core.office_writer import W, archive, docx, item, odt, paragraph

LONG = "The council voted on Monday to close the old bridge until the repairs are finished."


def kinds(document: Document) -> list[tuple[str, int, str, str]]:
    return [
        (one.kind, one.level, one.label, document.text[one.start : one.end])
        for one in document.blocks
    ]


def read_word(body: str, *parts: tuple[str, str | bytes], core: str = "") -> Document:
    return word.read(docx(body, *parts, core=core), "a.docx")


# ---------------------------------------------------------------- Word


def test_styles_lists_and_quotes_become_blocks() -> None:
    body = (
        paragraph("The bridge", "T") + paragraph("First", "H1") + paragraph(LONG)
        + paragraph("Deeper", "H2") + paragraph("As she said.", "Q") + item("one", 1)
        + item("two", 1) + item("within", 1, 1) + item("three", 1) + item("dot", 2)
        + paragraph("Figure 1", "C") + paragraph("in a loop", "Loop")
    )  # fmt: skip
    document = read_word(body)
    assert kinds(document) == [
        ("heading", 1, "", "The bridge"),
        ("heading", 1, "", "First"),
        ("paragraph", 0, "", LONG),
        ("heading", 3, "", "Deeper"),
        ("quote", 1, "", "As she said."),
        ("item", 1, "3.", "one"),
        ("item", 1, "4.", "two"),
        ("item", 2, "4.a)", "within"),
        ("item", 1, "5.", "three"),
        ("item", 1, "•", "dot"),
        ("caption", 0, "", "Figure 1"),
        ("paragraph", 0, "", "in a loop"),
    ]
    assert document.title == "The bridge"
    assert ("title", "style Title") in document.origins


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    body = (
        "<w:p><w:r><w:t>It cost </w:t></w:r><w:del><w:r><w:delText>4</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>9</w:t></w:r></w:ins><w:r><w:t> million.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>paragraph.</w:t></w:r></w:p>"
    )
    document = read_word(body)
    assert document.text == "It cost 9 million.\n\nOne paragraph."
    assert document.notes == ("2 tracked changes: read as if accepted.",)


def test_notes_go_to_the_end_and_comments_are_left_out() -> None:
    body = (
        '<w:p><w:r><w:t>It closed.</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r>'
        '<w:commentRangeStart w:id="1"/><w:r><w:t> Later</w:t></w:r><w:r>'
        '<w:endnoteReference w:id="2"/></w:r></w:p>'
    )

    def notes(kind: str, key: str, words: str) -> tuple[str, str]:
        one = f'<w:{kind} w:id="{key}">{paragraph(words)}</w:{kind}>'
        return f"word/{kind}s.xml", f"<w:{kind}s {W}>{one}</w:{kind}s>"

    document = read_word(
        body,
        notes("footnote", "5", "Minutes, page 7."),
        notes("endnote", "2", "As was said."),
        notes("comment", "1", "Is this so?"),
    )
    assert document.text == "It closed.[1] Later[i]\n\nMinutes, page 7.\n\nAs was said."
    assert [one.label for one in document.blocks] == ["", "[1]", "[i]"]
    assert document.notes == ("1 comment left out.", "2 notes put at the end.")


def test_tables_keep_rows_and_cells_and_frames_of_one_cell_vanish() -> None:
    def cell(words: str, span: str = "") -> str:
        return f"<w:tc><w:tcPr>{span}</w:tcPr>{paragraph(words)}</w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell('Item')}{cell('Cost', wide)}</w:tr>"
        f"<w:tr>{cell('Steel')}{cell('4')}{cell('5')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr>{cell('A box with words.')}</w:tr></w:tbl>"
    )
    assert kinds(read_word(body)) == [
        ("table", 0, "", "Item\tCost\nSteel\t4\t5"),
        ("paragraph", 0, "", "A box with words."),
    ]


def test_text_boxes_fields_hidden_words_and_drop_caps() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>he bridge</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> DATE </w:instrText></w:r>"
        "<w:r><w:t> of 5 May</w:t></w:r>"
        f"<w:r><AlternateContent><Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent>"
        "</w:r></w:p>"
    )
    assert read_word(body).text == "The bridge of 5 May\n\nIn the box."


def test_page_parts_are_kept_beside_the_text() -> None:
    header = f"<w:hdr {W}>{paragraph('Norham Review')}</w:hdr>"
    body = paragraph("1 Intro 3", "TOC") + paragraph(LONG)
    document = read_word(body, ("word/header1.xml", header), ("word/header2.xml", header))
    assert document.text == LONG
    assert [one.text.strip() for one in document.furniture] == ["Norham Review", "1 Intro 3"]


def test_bold_lines_are_headings_where_no_style_makes_any() -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>What was found</w:t></w:r></w:p>"
    assert kinds(read_word(bold + paragraph(LONG)))[0][:2] == ("heading", 2)
    styled = read_word(bold + paragraph("Real", "H1") + paragraph(LONG))
    assert kinds(styled)[0][:2] == ("paragraph", 0)


def test_properties_are_told_with_their_origin() -> None:
    core = (
        "<dc:title>Microsoft Word - x.doc</dc:title><dc:creator>Ida Marlow</dc:creator>"
        "<dcterms:created>2024-03-15T10:00:00Z</dcterms:created><dc:language>en-GB</dc:language>"
    )
    document = read_word(paragraph("The bridge", "H1") + paragraph(LONG), core=core)
    assert (document.title, document.author) == ("The bridge", "Ida Marlow")
    assert (document.published, document.language) == ("2024-03-15", "en-GB")
    assert ("published", "Word created") in document.origins


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [(3, "decimal", "3"), (27, "lowerLetter", "aa"), (4, "upperRoman", "IV"), (2, "a", "b")],
)
def test_numbers_of_items_are_shown_as_the_list_says(number: int, form: str, shown: str) -> None:
    assert counted(number, form) == shown


# ---------------------------------------------------------------- OpenDocument

STYLES = (
    '<office:styles><style:style style:family="paragraph" style:name="Quotations"/>'
    '<style:style style:family="paragraph" style:name="Title"/></office:styles>'
    "<office:master-styles><style:master-page><style:header><text:p>Norham Review</text:p>"
    "</style:header></style:master-page></office:master-styles>"
)
AUTOMATIC = (
    '<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Quotations"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2"/>'
    "</text:list-style>"
)


def test_opendocument_becomes_blocks() -> None:
    body = (
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>GONE</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p text:style-name="Title">The bridge</text:p>'
        '<text:h text:outline-level="2">First</text:h>'
        '<text:p>It<text:s text:c="2"/>closed.<text:note><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Minutes.</text:p></text:note-body></text:note> Then"
        "<office:annotation><text:p>why?</text:p></office:annotation> more.</text:p>"
        '<text:p text:style-name="P1">As she said.</text:p>'
        '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:list>'
        "<text:list-item><text:p>within</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>two</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Item</text:p></table:table-cell>"
        "<table:table-cell><text:p>Cost</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Text<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box>"
        "</draw:frame></text:p>"
    )  # fmt: skip
    meta = "<dc:title>untitled</dc:title><dc:creator>Ida Marlow</dc:creator>"
    data = odt(body, styles=STYLES, automatic=AUTOMATIC, meta=meta)
    document = opendocument.read(data, "a.odt")
    assert kinds(document) == [
        ("heading", 1, "", "The bridge"),
        ("heading", 2, "", "First"),
        ("paragraph", 0, "", "It closed.[1] Then more."),
        ("quote", 1, "", "As she said."),
        ("item", 1, "1.", "one"),
        ("item", 2, "•", "within"),
        ("item", 1, "2.", "two"),
        ("table", 0, "", "Item\tCost"),
        ("paragraph", 0, "", "Text"),
        ("paragraph", 0, "", "In the box."),
        ("item", 1, "[1]", "Minutes."),
    ]
    assert (document.title, document.author) == ("The bridge", "Ida Marlow")
    assert document.furniture[0].text.strip() == "Norham Review"
    assert document.notes == (
        "1 tracked change: read as if accepted.",
        "1 comment left out.",
        "1 note put at the end.",
    )


def test_cells_said_to_repeat_a_million_times_do_not() -> None:
    cell = "<table:table-cell{}><text:p>x</text:p></table:table-cell>"
    many = cell.format(' table:number-columns-repeated="1000000"')
    row = f"<table:table><table:table-row>{many}{cell.format('')}</table:table-row></table:table>"
    assert len(opendocument.read(odt(row), "a.odt").text) < 200


# ---------------------------------------------------------------- hostile packages


def refusal(data: bytes) -> str:
    with pytest.raises(Problem) as caught:
        word.read(data, "a.docx")
    return caught.value.what


def test_entities_are_not_resolved_and_nothing_outside_is_read() -> None:
    bomb = (
        '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>Plain &b; &f; words</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    document = word.read(archive(("word/document.xml", bomb)), "a.docx")
    assert "haha" not in document.text and "root" not in document.text


def test_damage_depth_and_bombs_are_refused() -> None:
    assert "damaged archive" in refusal(b"PK\x03\x04 nothing")
    assert "XML" in refusal(archive(("word/document.xml", "<w:document")))
    deep = "<a>" * 5000 + "</a>" * 5000
    assert "XML" in refusal(archive(("word/document.xml", deep)))
    assert "lacks its part" in refusal(archive(("a.txt", "text")))
    assert "unpacks to more" in refusal(archive(("word/document.xml", b" " * 300_000_000)))
    assert "password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_a_locked_opendocument_file_is_refused() -> None:
    locked = archive(
        ("META-INF/manifest.xml", "<m><encryption-data/></m>"), ("content.xml", "scrambled")
    )
    with pytest.raises(Problem, match="password"):
        opendocument.read(locked, "a.odt")


def test_names_in_archives_are_never_paths() -> None:
    out = BytesIO(docx(paragraph(LONG)))
    with zipfile.ZipFile(out, "a") as file:
        file.writestr("../../../tmp/evil.xml", "<x/>")
        file.writestr("/etc/header1.xml", "<x/>")
    assert word.read(out.getvalue(), "a.docx").text == LONG
