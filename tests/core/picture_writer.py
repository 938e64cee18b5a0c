"""Pictures for the tests, made byte by byte: a PNG, a JPEG, an SVG."""

from __future__ import annotations

import struct
import zlib

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><defs>\
<linearGradient id="g"><stop offset="0" stop-color="#124"/><stop offset="1" stop-color="#48c"/>\
</linearGradient></defs><rect width="200" height="50" rx="8" fill="url(#g)"/>\
<path d="M10 10h20v30h-20z" fill="#fff"/></svg>"""


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 40, height: int = 10, *, extra: bytes = b"", rows: int = -1) -> bytes:
    """Blue pixels; ``extra`` chunks stand before the pixels, ``rows`` are given where not all."""
    line = b"\0" + b"\x24\x47\xbd" * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(line * (height if rows < 0 else rows))
    parts = (chunk(b"IHDR", head), extra, chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg(width: int = 16, height: int = 8, *, extra: bytes = b"", jfif: bool = True) -> bytes:
    """Grey pixels, in blocks of 8 × 8 that take two bits each; ``extra`` segments come first."""
    one_code = bytes([1, *[0] * 15, 0])  # a single code, the bit 0: no difference, end of block
    blocks = -(-width // 8) * -(-height // 8)
    bits = "00" * blocks + "1" * (-2 * blocks % 8)
    scan = int(bits, 2).to_bytes(len(bits) // 8, "big")
    parts = (
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0") if jfif else b"",
        extra,
        segment(0xDB, b"\0" + b"\x01" * 64),
        segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"),
        segment(0xC4, b"\0" + one_code),
        segment(0xC4, b"\x10" + one_code),
        segment(0xDA, b"\x01\x01\0\0\x3f\0"),
    )
    return b"\xff\xd8" + b"".join(parts) + scan + b"\xff\xd9"


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
