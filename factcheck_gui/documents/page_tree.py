"""The bytes of a web page to a tree of its elements, safely.

Here: which encoding a page is in, and parsing without network, entities or unbounded depth. Not
here: what the elements mean. lxml is imported where it is used; nothing in a page is ever run,
fetched or resolved.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Any

from factcheck_gui.documents.decoding import BOMS, Decoded, decode
from factcheck_gui.domain import Problem, storable

HEAD = 4096  # bytes in which a page may name its encoding
CHARSET = re.compile(
    rb"""<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{1,200}?"""
    rb"""encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# What browsers read these labels as (WHATWG Encoding Standard), where Python reads them otherwise.
MEANT = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252",
    "latin1": "cp1252", "latin-1": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "shift-jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
    "macintosh": "mac_roman", "x-mac-roman": "mac_roman", "windows-31j": "cp932",
}  # fmt: skip
MOST_SOURCE = 16_000_000  # characters of a page, without what is embedded, that are taken apart
FAULTS = 0.002  # share of characters that may be wrong in the encoding that a page names
EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,80},[^\"')>\s]{100,}")  # images inside, of any size
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
DEEP_OR_LONG = re.compile("depth|too long|huge", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page. ``root`` is its html element, None where it is too deep or large for that."""

    root: Any
    source: str
    encoding: str
    notes: tuple[str, ...] = ()


def parse(data: bytes, charset: str = "") -> Page:
    """The page in bytes; ``charset`` is what came with them (an HTTP header).

    Raises Problem where no encoding fits, and where lxml is not installed.
    """
    decoded = _decoded(data, charset)
    source = CONTROLS.sub(" ", EMBEDDED.sub("data:,", decoded.text))
    root = _root(source) if len(source) <= MOST_SOURCE else None
    return Page(root, source, decoded.encoding, decoded.notes)


def missing(package: str, extra: str) -> Problem:
    """The refusal of a file whose reader is not part of a slim install."""
    return Problem(
        f"Reading this kind of file needs the package {package}, which is not installed: "
        f'pip install "factcheck-gui[{extra}]"'
    )


def _root(source: str) -> Any:
    """The html element; None where the parser gave up and lost what followed."""
    try:
        import lxml.html
    except ImportError as error:
        raise missing("lxml", "web") from error
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except lxml.etree.LxmlError:  # nothing but comments, or more than it has memory for
        return None
    gave_up = any(
        one.level_name == "FATAL" or DEEP_OR_LONG.search(one.message) for one in parser.error_log
    )
    return None if gave_up else root


# ---------------------------------------------------------------- encodings


def _decoded(data: bytes, charset: str) -> Decoded:
    """By byte order mark, as UTF-8 where it is that, as the page says, else by the letters."""
    if data.startswith(tuple(mark for mark, _ in BOMS)):
        return decode(data)
    named = _codec(charset) or _codec(_named(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_named(data, named) or decode(data)
    if named and named != "utf-8" and not text.isascii():
        note = f"The page says that it is in {named}, but it is in UTF-8."
        return Decoded(storable(text), "utf-8", (note,))
    if "\x00" in text[:HEAD] or b"\x1b$" in data:
        return decode(data)  # UTF-16 without its mark, Japanese in seven bits
    return Decoded(storable(text), "utf-8")


def _as_named(data: bytes, named: str) -> Decoded | None:
    """The text in the encoding that a page names; None where that is wrong too often."""
    if not named:
        return None
    text = data.decode(named, "replace")
    lost = text.count("\ufffd")
    if lost > max(2, FAULTS * len(text)):
        return None
    notes = (f"{lost:,} places could not be read and became “\ufffd”.",) if lost else ()
    return Decoded(storable(text), named, notes)


def _named(data: bytes) -> str:
    match = CHARSET.search(data[:HEAD])
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""


def _codec(label: str) -> str:
    """Python's name for the encoding that browsers take a label for; "" for none."""
    label = label.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(MEANT.get(label, label))
    except (LookupError, ValueError, UnicodeError):
        return ""
    return found.name if found._is_text_encoding else ""
