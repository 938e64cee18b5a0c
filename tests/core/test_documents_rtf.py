"""Rich text: characters, encodings, headings, lists, tables, notes, what is passed over."""

from __future__ import annotations

import pytest

from factcheck_gui.documents.rtf import read
from factcheck_gui.domain import Document, Problem

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}"
    r"{\f2\fcharset128 Mincho;}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}"
    r"{\s2 Quote;}{\s3 Title;}}"
)


def rtf(body: str, head: str = HEAD) -> Document:
    return read((head + body + "}").encode("latin-1"), "a.rtf")


def kinds(document: Document) -> list[tuple[str, str, str]]:
    text = document.text
    return [(one.kind, one.label, text[one.start : one.end]) for one in document.blocks]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"caf\'e9 \emdash  a\~b \{x\} \ldblquote y\rdblquote", "café — a b {x} “y”"),
        (r"\u8364\'80 and \u8364? and \uc2\u8364ab.", "€ and € and €."),
        (r"\u-10179?\u-8702?", "😂"),
        (r"{\f1 \'c4\'e0} {\f2 \'93\'fa\'96\'7b}", "Да 日本"),
        ("raw \xe9 letter", "raw é letter"),
        (r"one\line two", "one\ntwo"),
        (r"hy\-phen non\_break", "hyphen non-break"),
        (r"a {\v hidden}{\deleted gone}{\revised new} b", "a new b"),
        (r"a {\field{\*\fldinst HYPERLINK x}{\fldrslt shown}} b", "a shown b"),
        (r"a {\pict\wmetafile8 0123abcd}{\object{\objdata 00ff}} b", "a b"),
        (r"a {\*\unknown passed {over}} b", "a b"),
        (r"a \bin5 xx{}}b", "a b"),
    ],
)
def test_characters_come_out_as_they_are_meant(source: str, words: str) -> None:
    assert rtf(source).text == words


def test_paragraphs_have_their_styles_lists_and_tables() -> None:
    document = rtf(
        r"{\info{\title untitled}{\author Ida Marlow}{\creatim\yr2024\mo3\dy15\hr9}}"
        r"\pard\s3 The bridge\par\pard\s1 First\par\pard\s0 It closed.\par\pard\s2 As she said.\par"
        r"\pard{\listtext 1.\tab}one\par{\listtext \bullet\tab}\ilvl1 two\par"
        r"\trowd\pard\intbl Item\cell Cost\cell\row\trowd\pard\intbl Steel\cell 4\cell\row"
        r"\pard After.\par"
    )
    assert kinds(document) == [
        ("heading", "", "The bridge"),
        ("heading", "", "First"),
        ("paragraph", "", "It closed."),
        ("quote", "", "As she said."),
        ("item", "1.", "one"),
        ("item", "•", "two"),
        ("table", "", "Item\tCost\nSteel\t4"),
        ("paragraph", "", "After."),
    ]
    assert (document.title, document.author) == ("The bridge", "Ida Marlow")
    assert (document.published, dict(document.origins)["title"]) == ("2024-03-15", "style Title")


def test_notes_headers_and_text_boxes_go_to_their_places() -> None:
    document = rtf(
        r"{\header\pard Norham Review\par}\pard It closed.{\footnote\pard Minutes.\par} Then"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard In the box.\par}}} more.\par"
        r"{\*\annotation why?}"
    )
    assert kinds(document) == [
        ("paragraph", "", "It closed.[1] Then more."),
        ("paragraph", "", "In the box."),
        ("item", "[1]", "Minutes."),
    ]
    assert document.furniture[0].text.strip() == "Norham Review"
    assert document.notes == ("1 note put at the end.",)


def test_hostile_files_cost_no_more_than_a_refusal() -> None:
    with pytest.raises(Problem, match="nested too deeply"):
        rtf("{" * 100_000)
    assert rtf("}}}} words").text == "words"
    assert rtf(r"words \u99999999999 \bin999999999 gone").text.startswith("words")
    assert rtf(r"\ansicpg99999 words\'e9").text == "wordsé"
