"""A newsroom's logo: a PNG, a JPEG or an SVG, proved to be one before any reader sees it.

What a file is, is told by its bytes. Pixels are limited before anything is unpacked, PNG data is
unpacked once to prove it whole, and what a picture carries beside itself (place, camera, comments,
thumbnails) is left out. An SVG is refused unless all in it is known to be inert (``logo_svg``).
Not here: laying a logo out; the pixels of a JPEG, which only the engine of a format decodes.
"""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck_gui import domain
from factcheck_gui.reports import missing

LARGEST = 2**20  # bytes of a file
SIDE = 4096  # pixels of a side
PIXELS = 8_000_000
WHERE = "logo"

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(json(bytes(sys.inputs.logo))), format: sys.inputs.format, height: 72pt)"""
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"IDAT", b"IEND")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by PNG's type of colour
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
          (0, 1, 1, 2))  # of each pass: first column and row, and the steps  # fmt: skip
_FRAMES = (0xC0, 0xC1, 0xC2)  # of a JPEG: baseline, extended, progressive
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"  # says: this is a JPEG
_BESIDE = (0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE)  # Exif, previews, comments; not colour


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that may be shown; ``width`` and ``height`` are pixels, or units of an SVG."""

    data: bytes
    media_type: str
    width: float
    height: float

    @property
    def uri(self) -> str:
        """The picture as an address that holds it."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode('ascii')}"

    @property
    def suffix(self) -> str:
        return {"image/png": ".png", "image/jpeg": ".jpg"}.get(self.media_type, ".svg")


def read(path: Path) -> bytes:
    """The bytes of a logo's file, which was drawn once to prove it whole. Raises Problem where it
    cannot be read or is no logo."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        what = f"The logo could not be read ({error.strerror})."
        raise domain.Problem(what, str(path)) from error
    try:
        drawn(checked(data))
    except domain.Problem as problem:
        raise domain.Problem(problem.what, str(path)) from problem
    return data


def checked(data: bytes) -> Logo:
    """The logo in these bytes, without what it carries beside the picture.

    Raises Problem for anything that is no PNG, JPEG or SVG, is broken, too large or not safe.
    """
    from factcheck_gui.reports import logo_svg

    if len(data) > LARGEST:
        raise _problem(f"A logo takes at most {LARGEST // 2**20} MB.")
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        width, height = logo_svg.checked(data)
        return Logo(data, "image/svg+xml", width, height)
    raise _problem("A logo is a PNG, a JPEG or an SVG; this file is none of them.")


def drawn(logo: Logo, height: int = 240) -> Logo:
    """The logo as a PNG, ``height`` pixels high, for formats that do not take it as it is.

    Raises Problem where its pixels cannot be decoded, or the engine that draws it is missing.
    """
    try:
        import typst
    except ImportError as error:
        raise missing.package("Logos of this kind") from error
    picture = {"logo": json.dumps(list(logo.data)), "format": logo.suffix[1:]}
    try:
        data: bytes = typst.compile(_PAGE, format="png", ppi=float(height), sys_inputs=picture)
    except typst.TypstError as error:
        raise _problem("This picture is broken: it cannot be drawn.") from error
    return Logo(data, "image/png", *struct.unpack_from(">II", data, 16))


def _problem(what: str) -> domain.Problem:
    return domain.Problem(what, WHERE)


def _bounded(width: int, height: int) -> None:
    if not (0 < width <= SIDE and 0 < height <= SIDE and width * height <= PIXELS):
        most = f"{SIDE} pixels a side and {PIXELS // 10**6} million in all"
        raise _problem(f"This picture has {width} × {height} pixels; a logo has at most {most}.")


# ---------------------------------------------------------------- PNG


def _png(data: bytes) -> Logo:
    """Signature, chunks with their sums, and as much pixel data as the head promises."""
    kept, packed, head = [_PNG], [], b""
    for kind, body, whole in _chunks(data):
        if not head and (kind != b"IHDR" or len(body) != 13):
            raise _problem("This PNG is broken: it does not begin with its size.")
        head = head or body
        kept += [whole] if kind in _PNG_KEPT else []
        packed += [body] if kind == b"IDAT" else []
    width, height, depth, colour, packing, filtering, lace = struct.unpack(">IIBBBBB", head)
    _bounded(width, height)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or lace > 1:
        raise _problem("This PNG is broken: its head holds what no PNG has.")
    _prove(b"".join(packed), _unpacked(width, height, depth * _CHANNELS[colour], bool(lace)))
    return Logo(b"".join(kept), "image/png", width, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Kind, body and all bytes of each chunk up to the end of the picture."""
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at) if at + 12 <= len(data) else (0, b"")
        end = at + 12 + length
        if not kind or end > len(data):
            raise _problem("This PNG is broken: it ends too soon.")
        body = data[at + 8 : end - 4]
        if zlib.crc32(body, zlib.crc32(kind)) != struct.unpack_from(">I", data, end - 4)[0]:
            raise _problem("This PNG is broken: the sum over a part of it is wrong.")
        yield kind, body, data[at:end]
        at = end


def _unpacked(width: int, height: int, bits: int, laced: bool) -> int:
    """How many bytes the pixel data of a PNG has: each line of pixels and one byte before it."""
    passes = _ADAM7 if laced else ((0, 0, 1, 1),)
    sizes = ((-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in passes)
    return sum(
        rows * (1 + -(-columns * bits // 8)) for columns, rows in sizes if columns > 0 < rows
    )


def _prove(packed: bytes, size: int) -> None:
    """Raises Problem unless the data unpacks to exactly ``size`` bytes; keeps none of them."""
    unpacker, left = zlib.decompressobj(), size
    try:
        while packed and left > 0:
            left -= len(unpacker.decompress(packed, min(left, 2**20)))
            packed = unpacker.unconsumed_tail
        over = len(unpacker.decompress(packed, 1))
    except zlib.error as error:
        raise _problem("This PNG is broken: its pixels cannot be unpacked.") from error
    if left or over:
        raise _problem("This PNG is broken: it has not the pixels that its head promises.")


# ---------------------------------------------------------------- JPEG


def _jpeg(data: bytes) -> Logo:
    """Its segments in order; ``width`` and ``height`` from the head of its frame."""
    kept, width, height, known = [], 0, 0, False
    for marker, whole in _segments(data):
        known = known or marker in (0xE0, 0xEE)
        if marker in _FRAMES:
            height, width, colours = struct.unpack_from(">HHB", whole.ljust(10, b"\0"), 5)
            _bounded(width, height)
            if colours not in (1, 3):
                raise _problem("This JPEG has colours for print (CMYK); a logo needs RGB.")
        elif 0xC3 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            raise _problem("This kind of JPEG is shown by hardly any program.")
        if marker == 0xDA and not width:
            raise _problem("This JPEG is broken: it does not tell its size.")
        kept += [] if marker in _BESIDE else [whole]
    head = data[:2] if known else data[:2] + _JFIF
    return Logo(head + b"".join(kept), "image/jpeg", width, height)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and all bytes of each segment, a scan with its data, up to the end of the picture."""
    at, marker = 2, 0
    while marker != 0xD9:
        while data[at : at + 2] == b"\xff\xff":  # a marker may be filled up
            at += 1
        if data[at : at + 1] != b"\xff" or at + 2 > len(data):
            raise _problem("This JPEG is broken: it ends too soon.")
        marker = data[at + 1]
        if marker == 0xD9:
            end = at + 2
        else:
            length = int.from_bytes(data[at + 2 : at + 4], "big")
            end = at + 2 + max(length, 2)
            end = _scanned(data, end) if marker == 0xDA else end
        yield marker, data[at:end]
        at = end


def _scanned(data: bytes, at: int) -> int:
    """Where the data of a scan ends: at the next marker that is no restart within it."""
    while (at := data.find(b"\xff", at)) >= 0:
        follows = data[at + 1 : at + 2]
        if follows and follows[0] != 0 and not 0xD0 <= follows[0] <= 0xD7 and follows[0] != 0xFF:
            return at
        at += 1 if follows == b"\xff" else 2
    raise _problem("This JPEG is broken: it ends too soon.")
