"""WordprocessingML as escaped text: runs, paragraphs, links, comments, and the package around them.

The body is built as one text and parsed once: adding paragraph by paragraph through the library
takes quadratic time (10,000 claims: minutes and not a second). Not here: what a report says.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from factcheck_gui.reports import missing
from factcheck_gui.reports.directions import has_leftward, is_leftward, stretches
from factcheck_gui.reports.logos import Logo, drawn
from factcheck_gui.reports.wording import visible

if TYPE_CHECKING:
    from docx.document import Document

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TAG = re.compile("<[^>]*>")
# A run without a letter or a figure, which has no direction of its own.
_SIGNS = re.compile(
    r"<w:r>(?:<w:rPr>((?:(?!<w:rtl/>|</w:rPr>).)*)</w:rPr>)?"
    r'(<w:t xml:space="preserve">(?:[^\w<&]|&\w+;)+</w:t>)</w:r>'
)
_TAB, _BREAK = (f'</w:t><w:{name}/><w:t xml:space="preserve">' for name in ("tab", "br"))
LINK_COLOUR = "2447BD"


def run(text: str, look: str = "") -> str:
    """A run of text; ``look`` is the inside of its ``w:rPr`` (``look()`` makes one). Where the
    direction of the script turns there is a run for each."""
    text = visible(text)
    if has_leftward(text):
        return "".join(
            _run(one, _leftward(look) if left else look) for one, left in stretches(text)
        )
    return _run(text, look) if text else ""


def _run(text: str, look: str) -> str:
    inner = escape(text).replace("\t", _TAB).replace("\n", _BREAK)
    shown = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def _leftward(look: str) -> str:
    """The look with the mark of a script from right to left, where the schema wants it."""
    start, lang, end = look.partition("<w:lang")
    return f"{start}<w:rtl/>{lang}{end}"


@lru_cache(maxsize=256)
def look(
    *, bold: bool = False, italic: bool = False, colour: str = "", fill: str = "", lang: str = ""
) -> str:
    """How a run looks, in the order that the schema wants; for scripts of every kind."""
    parts = ("<w:b/><w:bCs/>" if bold else "", "<w:i/><w:iCs/>" if italic else "")
    tint = f'<w:color w:val="{colour}"/>' if colour else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    name = quoteattr(lang)
    language = f"<w:lang w:val={name} w:eastAsia={name} w:bidi={name}/>" if lang else ""
    return "".join((*parts, tint, shade, language))


def paragraph(style: str, *runs: str, keep: bool = False, page: bool = False) -> str:
    """A paragraph of a style (by its id); with ``keep`` on the page of the one that follows,
    with ``page`` on a new one. Its first letter decides on which side it begins."""
    kept, inner = "<w:keepNext/>" * keep + "<w:pageBreakBefore/>" * page, "".join(runs)
    side = ""
    if has_leftward(inner) and is_leftward(_TAG.sub("", inner)):
        side, inner = "<w:bidi/>", _SIGNS.sub(_leftward_signs, inner)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{side}</w:pPr>{inner}</w:p>'


def _leftward_signs(found: re.Match[str]) -> str:
    """Signs between two runs of a paragraph from right to left: brackets turn round there."""
    return f"<w:r><w:rPr>{_leftward(found[1] or '')}</w:rPr>{found[2]}</w:r>"


def table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """A table of plain text; the first row is its head, which a page break repeats. ``widths`` are
    those of the columns, in twentieths of a point."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C8C8CC"/>'
        for side in ("top", "bottom", "insideH")
    )
    about = (
        f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{''.join(_rows(rows, widths))}</w:tbl>"


def _rows(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for number, row in enumerate(rows):
        head = "" if number else "<w:trPr><w:tblHeader/></w:trPr>"
        bold = "" if number else look(bold=True)
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{paragraph('Normal', run(text, bold))}</w:tc>"
            for width, text in zip(widths, row, strict=True)
        )
        yield f"<w:tr>{head}{''.join(cells)}</w:tr>"


def bookmark(anchor: str, number: int, inner: str) -> str:
    """A place that links lead to; ``number`` is its own in the document."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(anchor)}"/>'
    return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'


def bookmark_name(anchor: str) -> str:
    return anchor.replace("-", "_")


def inner_link(anchor: str, inner: str) -> str:
    return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}">{inner}</w:hyperlink>'


def comment_start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def comment_end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def comment(number: int, author: str, at: datetime, paragraphs: str) -> str:
    """A comment; ``author`` is who exports, since the reasons name their reviewers."""
    who = quoteattr(visible(author))
    return (
        f'<w:comment w:id="{number}" w:author={who} w:date="{at:%Y-%m-%dT%H:%M:%SZ}"'
        f' w:initials="FC">{paragraphs}</w:comment>'
    )


class Links:
    """The web addresses of a document, each with the id that its package gives it."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def link(self, url: str, inner: str) -> str:
        """``inner`` as a link to an address that ``reasons.is_web_address`` took."""
        number = self.ids.setdefault(url, f"link{len(self.ids) + 1}")
        return f'<w:hyperlink r:id="{number}">{inner}</w:hyperlink>'


def template(locale: str) -> Document:
    """An empty document in the report's styles, its language such as "de-DE". Raises Problem
    where python-docx is missing."""
    try:
        import docx
    except ImportError as error:
        raise missing.package("Word documents") from error
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    document = docx.Document()
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(10.5)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Quote"):
        document.styles[name].font.color.rgb = RGBColor(0x1D, 0x1D, 0x20)
    return document


def put_logo(document: Document, logo: Logo, alt: str) -> None:
    """The logo at the head of an empty document. Raises Problem where it cannot be drawn: Word
    takes no SVG, and only pictures that say what they are."""
    from docx.shared import Mm

    plain = logo.media_type == "image/png" or logo.data[6:10] == b"JFIF"
    picture = logo if plain else drawn(logo)
    wide = picture.width / picture.height > 5
    size = {"width": Mm(60)} if wide else {"height": Mm(12)}
    run = document.add_paragraph(style="Normal").add_run()
    shape = run.add_picture(io.BytesIO(picture.data), **size)
    shape._inline.docPr.set("descr", visible(alt))
    for side in "TBLR":  # or LibreOffice leaves room around it
        shape._inline.set(f"dist{side}", "0")


def fill(document: Document, body: Iterable[str], comments: Iterable[str], links: Links) -> None:
    """Puts the paragraphs, the comments and the links into an empty document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.rel import _Relationship
    from docx.oxml import parse_xml

    rels = document.part.rels
    for url, number in links.ids.items():
        rels[number] = _Relationship(number, RELATIONSHIP_TYPE.HYPERLINK, url, "/word", True)
    section = document.element.body[-1]
    for one in parse_xml(f"<w:body {_W} {_R}>{''.join(body)}</w:body>"):
        section.addprevious(one)
    notes = document.part._comments_part.element
    for one in parse_xml(f"<w:comments {_W}>{''.join(comments)}</w:comments>"):
        notes.append(one)


def packed(document: Document) -> bytes:
    """The document's bytes, the same for the same content: no file in them has a time."""
    out, result = io.BytesIO(), io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as made, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name), made.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()
