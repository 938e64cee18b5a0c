"""The logo of a newsroom: shown where a format can, and refused unless it is proved harmless."""

from __future__ import annotations

import base64
import io
import re
import struct
import zipfile
import zlib
from contextlib import closing
from pathlib import Path

import docx
import pypdfium2
import pytest

from factcheck_gui import domain
from factcheck_gui.reports import logos, writing
from tests.core import html_page, picture_writer
from tests.core import report_samples as samples

SVG = picture_writer.SVG.encode()
PICTURES = {
    "png": picture_writer.png(),
    "jpeg": picture_writer.jpeg(),
    "svg": SVG,
    "jpeg without a head": picture_writer.jpeg(jfif=False),
    "adobe jpeg": picture_writer.jpeg(
        jfif=False, extra=picture_writer.segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")
    ),
}


def svg(inner: str, attributes: str = "") -> bytes:
    name = "http://www.w3.org/2000/svg"
    return f'<svg xmlns="{name}" viewBox="0 0 9 9" {attributes}>{inner}</svg>'.encode()


def render(format: str, logo: bytes, **fields: object) -> bytes:
    report = samples.report(samples.bridge(), logo=logo, **fields)
    return writing.FORMATS[format].written(report, None).data


# ---------------------------------------------------------------- where it is shown


@pytest.mark.parametrize("kind", PICTURES)
def test_a_page_holds_the_logo_and_names_the_organisation(kind: str) -> None:
    page = html_page.read(render("html", PICTURES[kind], organisation="The Example Desk"))
    (image,) = page.all("img")
    assert image.attributes["alt"] == "The Example Desk" and image.parents[-1] == "header"
    head, _, data = image.attributes["src"].partition(";base64,")
    assert head == f"data:{logos.checked(PICTURES[kind]).media_type}"
    assert base64.b64decode(data) == logos.checked(PICTURES[kind]).data
    policy = [e.attributes["content"] for e in page.all("meta") if "http-equiv" in e.attributes]
    assert policy[0].startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline';")


@pytest.mark.parametrize(
    ("kind", "format"), [(one, "pdf") for one in PICTURES] + [("png", "manuscript-pdf")]
)
def test_a_pdf_shows_the_logo_and_stays_accessible(kind: str, format: str) -> None:
    data = render(format, PICTURES[kind], organisation="The Example Desk")
    assert b"pdfuaid" in data and b"/Alt" in data
    with closing(pypdfium2.PdfDocument(data)) as document:
        page = document[0].render(scale=1).to_numpy()
    corner = page[50:90, 55:120]  # where the logo stands, at the left above the kicker
    assert (corner.min(axis=2) < 245).mean() > 0.3


@pytest.mark.parametrize(
    ("kind", "format"), [(one, "docx") for one in PICTURES] + [("svg", "manuscript-docx")]
)
def test_a_word_document_begins_with_the_logo(kind: str, format: str) -> None:
    data = render(format, PICTURES[kind], organisation="The <Example> Desk")
    document = docx.Document(io.BytesIO(data))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "The <Example> Desk"
    assert shape.height.mm == pytest.approx(12, abs=0.1) and shape.width.mm < 61
    assert document.paragraphs[0]._p.find(".//{*}drawing") is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (media,) = [name for name in archive.namelist() if "media/" in name]
    assert media.endswith((".png", ".jpg"))


def test_the_same_logo_gives_the_same_bytes() -> None:
    assert render("docx", SVG) == render("docx", SVG)


def test_a_wide_logo_stays_within_its_place() -> None:
    data = render("docx", picture_writer.png(900, 20))
    (shape,) = docx.Document(io.BytesIO(data)).inline_shapes
    assert shape.width.mm == pytest.approx(60, abs=0.1)
    assert b"pdfuaid" in render("pdf", picture_writer.png(900, 20))


def test_without_an_organisation_it_is_called_a_logo() -> None:
    page = html_page.read(render("html", PICTURES["png"]))
    assert page.all("img")[0].attributes["alt"] == "Logo"


def test_formats_without_a_place_for_it_pass_over_it() -> None:
    for format in set(writing.FORMATS) - {"claimreview", "claimreview-html"}:
        if "logo" not in writing.applies(format):
            assert render(format, b"no picture") == render(format, b"")


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "manuscript-html"])
def test_what_is_no_picture_stops_the_export(format: str) -> None:
    with pytest.raises(domain.Problem, match="none of them") as caught:
        render(format, b"GIF89a")
    assert caught.value.where == "logo"


# ---------------------------------------------------------------- what is taken


def test_size_and_kind_are_told_by_the_bytes() -> None:
    told = [
        (one.media_type, one.width, one.height) for one in map(logos.checked, PICTURES.values())
    ]
    assert told[:3] == [("image/png", 40, 10), ("image/jpeg", 16, 8), ("image/svg+xml", 200, 50)]


def test_what_a_picture_carries_beside_itself_is_left_out() -> None:
    text = picture_writer.chunk(b"tEXt", b"Author\0SECRET")
    exif = picture_writer.segment(0xE1, b"Exif\0\0SECRET")
    comment = picture_writer.segment(0xFE, b"SECRET")
    for one in (picture_writer.png(extra=text), picture_writer.jpeg(extra=exif + comment)):
        assert b"SECRET" in one and b"SECRET" not in logos.checked(one + b"SECRET behind it").data


@pytest.mark.parametrize("bits", [1, 2, 4])
@pytest.mark.parametrize("laced", [0, 1])
def test_pictures_of_few_colours_and_interlaced_ones_are_measured_right(
    bits: int, laced: int
) -> None:
    width, height = 13, 9
    lines = [width] * height
    if laced:
        passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
                  (1, 0, 2, 2), (0, 1, 1, 2))  # fmt: skip
        lines = [len(range(x, width, dx)) for x, y, dx, dy in passes for _ in range(y, height, dy)]
    pixels = b"".join(bytes(1 + -(-one * bits // 8)) for one in lines if one)
    head = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, laced)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(pixels)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(picture_writer.chunk(*one) for one in parts)
    logo = logos.checked(data)
    assert (logo.width, logo.height) == (width, height)
    assert logos.drawn(logo).data.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "drawing",
    [
        svg("<path d='M0 0h9v9z'/>"),
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- made by hand -->" + svg("<g><circle r='3'/></g>"),
        b"<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'>"
        + svg(""),
        svg("<style>.a{fill:#123}</style><path class='a' style='stroke-dasharray:none'/>"),
        svg("<clipPath id='c'><rect width='3' height='3'/></clipPath><g clip-path='url(#c)'/>"),
        svg("<title>Desk</title><text x='1' y='3'>Desk</text>"),
        svg(
            "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>"
        ),
    ],
)
def test_drawings_as_programs_save_them_are_taken(drawing: bytes) -> None:
    assert logos.checked(drawing).data == drawing
    assert logos.drawn(logos.checked(drawing)).data.startswith(b"\x89PNG")


# ---------------------------------------------------------------- what is refused

XLINK = "xmlns:x='http://www.w3.org/1999/xlink'"
HOSTILE = {
    "script": svg("<script>alert(1)</script>"),
    "event": svg("<rect onload='alert(1)'/>"),
    "event on top": svg("", "onload='alert(1)'"),
    "other language": svg("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>"),
    "foreign object": svg("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
    "picture": svg("<image href='http://example.org/a.png'/>"),
    "link": svg("<a href='#a'><rect/></a>"),
    "href": svg(f"<linearGradient {XLINK} x:href='http://example.org/#a'/>"),
    "base": svg("", "xml:base='http://example.org/'"),
    "javascript": svg("<rect fill='javascript:alert(1)'/>"),
    "paint from elsewhere": svg("<rect fill='url(http://example.org/a.svg#a)'/>"),
    "style from elsewhere": svg("<style>@import 'http://example.org/a.css';</style>"),
    "style in two pieces": svg("<style>rect{fill:ur<g/>l(http://example.org)}</style>"),
    "style in many pieces": svg(f"<style>{' ' * 65_530}rect{{fill:url(http://example.org)}}</style>"),
    "style escaped": svg("<style>rect{fill:u\\72l(http://example.org)}</style>"),
    "style attribute": svg("<rect style='background:url(//example.org/a)'/>"),
    "entity": b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("<text>&a;</text>"),
    "outer entity": b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + svg("&a;"),
    "unknown entity": b"<!DOCTYPE svg SYSTEM 'a.dtd'>" + svg("<text>&a;</text>"),
    "style sheet": b"<?xml-stylesheet href='http://example.org/a.css'?>" + svg(""),
    "animation": svg("<animate attributeName='href'/>"),
    "use": svg("<use href='#a'/>"),
    "filter": svg("<filter id='a'/>"),
    "mask in mask": svg("<mask id='a'><rect mask='url(#b)'/></mask><mask id='b'/>"),
    "dashes": svg("<path d='M0 0h999999' stroke-dasharray='0.0001'/>"),
    "deep": svg("<g>" * 100 + "</g>" * 100),
    "many": svg("<g/>" * 20_001),
    "endless": svg("", "width='100%' height='100%'").replace(b"viewBox", b"box"),
    "without size": svg("").replace(b"0 0 9 9", b"0 0 0 9"),
    "broken": svg("<g>"),
    "another root": b"<html/>",
    "odd letters": b"<?xml version='1.0' encoding='x-none'?>" + svg(""),
    "nothing": b"",
    "gif": b"GIF89a" + bytes(40),
    "wide characters": svg("").decode().encode("utf-16"),
    "too large": picture_writer.png() + bytes(logos.LARGEST),
    "png: only its name": b"\x89PNG\r\n\x1a\n",
    "png: bomb": picture_writer.png(60_000, 60_000, rows=1),
    "png: long": picture_writer.png(8_000, 10),
    "png: rows missing": picture_writer.png(rows=9),
    "png: rows too many": picture_writer.png(rows=11),
    "png: cut": picture_writer.png()[:-20],
    "png: bit turned": picture_writer.png().replace(b"IDAT", b"IDAT\xff", 1)[:-1],
    "png: no head": picture_writer.png().replace(b"IHDR", b"IDHR", 1),
    "jpeg: only its name": b"\xff\xd8\xff",
    "jpeg: bomb": picture_writer.jpeg(16, 8).replace(b"\0\x08\0\x10", b"\xff\xff\xff\xff", 1),
    "jpeg: cut": picture_writer.jpeg()[:-2],
    "jpeg: CMYK": picture_writer.jpeg().replace(b"\0\x10\x01\x01\x11", b"\0\x10\x04\x01\x11", 1),
    "jpeg: lossless": picture_writer.jpeg().replace(b"\xff\xc0", b"\xff\xc3", 1),
    "jpeg: no frame": picture_writer.jpeg().replace(b"\xff\xc0", b"\xff\xec", 1),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_not_proved_harmless_is_refused_with_a_sentence(kind: str) -> None:
    with pytest.raises(domain.Problem) as caught:
        logos.checked(HOSTILE[kind])
    assert re.fullmatch(r"[A-Z].*\.", caught.value.what) and caught.value.where == "logo"


def test_every_beginning_of_a_picture_is_refused_and_nothing_else_happens() -> None:
    for data in PICTURES.values():
        for length in range(len(data)):
            with pytest.raises(domain.Problem):
                logos.checked(data[:length])


# ---------------------------------------------------------------- from a file


def test_a_file_is_read_and_proved(tmp_path: Path) -> None:
    for kind, data in PICTURES.items():
        path = tmp_path / f"{kind}.bin"
        path.write_bytes(data)
        assert logos.read(path) == data


def test_a_file_that_cannot_be_read_or_drawn_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "none.png"
    with pytest.raises(domain.Problem, match="could not be read") as caught:
        logos.read(missing)
    assert caught.value.where == str(missing)
    broken = tmp_path / "broken.jpg"  # sound outside, but its pixels are none
    broken.write_bytes(picture_writer.jpeg().replace(b"\x01" + b"\0" * 15, b"\xff" + b"\0" * 15))
    with pytest.raises(domain.Problem, match="broken") as caught:
        logos.read(broken)
    assert caught.value.where == str(broken)
