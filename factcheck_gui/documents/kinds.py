"""What a file is by its first bytes, said in words, whatever its name says.

Here: signatures of formats that are not plain text. Not here: reading any of them.
"""

from __future__ import annotations

import re

SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n", "an image (PNG)"),
    (0, b"\xff\xd8\xff", "an image (JPEG)"),
    (0, b"GIF87a", "an image (GIF)"),
    (0, b"GIF89a", "an image (GIF)"),
    (0, b"II*\x00", "an image (TIFF)"),
    (0, b"MM\x00*", "an image (TIFF)"),
    (0, b"\x1a\x45\xdf\xa3", "a video"),
    (0, b"OggS\x00", "a sound file"),
    (0, b"fLaC\x00", "a sound file"),
    (0, b"ID3\x03", "a sound file (MP3)"),
    (0, b"ID3\x04", "a sound file (MP3)"),
    (0, b"SQLite format 3\x00", "an SQLite file"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or an Outlook message"),
    (0, b"{\\rtf", "a rich text file (RTF)"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\xfd7zXZ\x00", "an XZ archive"),
    (4, b"1AY&SY", "a bzip2 archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (257, b"ustar\x00", "a tar archive"),
    (257, b"ustar  \x00", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"bplist00", "a property list or web archive"),
    (0, b"wOFF\x00", "a font"),
    (0, b"wOF2\x00", "a font"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"WARC/", "a web archive (WARC)"),
)

FRAMED: tuple[tuple[bytes, bytes, str], ...] = (  # what frames it at byte 0 or 4, its kind behind
    (b"RIFF", b"WEBP", "an image (WebP)"),
    (b"RIFF", b"WAVE", "a sound file"),
    (b"RIFF", b"AVI ", "a video"),
    (b"ftyp", b"heic", "an image (HEIC)"),
    (b"ftyp", b"avif", "an image (AVIF)"),
)

PACKED: tuple[tuple[bytes, str], ...] = (  # names inside a ZIP archive
    (b"word/document", "a Word file"),
    (b"xl/workbook", "an Excel file"),
    (b"ppt/presentation", "a PowerPoint file"),
    (b"application/epub+zip", "an e-book (EPUB)"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"opendocument.", "an OpenDocument file"),
    (b"datapackage.json", "a web archive (WACZ)"),
)

_XML = rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?"
MARKED: tuple[tuple[re.Pattern[bytes], str], ...] = (  # text that is no plain text
    (re.compile(_XML + rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE), "a web page"),
    (
        re.compile(_XML + rb"<!doctype\s+plist\b", re.IGNORECASE),
        "a property list or web archive",
    ),
    (re.compile(_XML + rb"<office:document\b", re.IGNORECASE), "a flat OpenDocument text"),
    (re.compile(_XML + rb"<(?:!doctype\s+svg|svg)\b", re.IGNORECASE), "an image (SVG)"),
    (  # its head as Chromium, Safari, Internet Explorer and Word write it
        re.compile(
            rb"(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?"
            rb"(?:snapshot-content-location:|from: *\"?<?saved by )",
            re.IGNORECASE,
        ),
        "a saved web page (MHTML)",
    ),
)
PEEK = 4096  # bytes at the start that are looked at
ZIP_PEEK = 65_536  # at either end of a ZIP archive, where names are


def looks_like(data: bytes) -> str:
    """ "a PDF", "a Word file"… or "" where nothing but text is recognised."""
    head = data[:PEEK]
    if head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and b"endobj" in head):
        return "a PDF"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    for offset, mark, words in SIGNATURES:
        if head.startswith(mark, offset):
            return words
    return _framed(head) or _marked(head.removeprefix(b"\xef\xbb\xbf"))


def _marked(head: bytes) -> str:
    return next((words for pattern, words in MARKED if pattern.match(head)), "")


def _packed(data: bytes) -> str:
    ends = data[:ZIP_PEEK] + data[-ZIP_PEEK:]
    return next((words for name, words in PACKED if name in ends), "a ZIP archive")


def _framed(head: bytes) -> str:
    """Kinds whose marks are too short or too far in to be told from words by themselves."""
    for frame, kind, words in FRAMED:
        if frame in (head[:4], head[4:8]) and head[8:12] == kind:
            return words
    if head[4:8] == b"ftyp" and head[:2] == b"\x00\x00":
        return "a video"
    return "a program" if head.startswith(b"MZ") and b"\x00" in head[:64] else ""
