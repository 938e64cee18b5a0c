"""What a text says about itself before it begins: title, author, date, address, site.

Here: a small reader for header blocks (front matter between ``---`` lines, or ``Title: …`` lines),
safe on any input because it knows no types, anchors or tags. Not here: guessing from the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from factcheck_gui.domain import storable

FIELDS = {
    "title": "title", "headline": "title",
    "author": "author", "authors": "author", "by": "author", "byline": "author",
    "date": "published", "published": "published", "pubdate": "published",
    "published at": "published", "date published": "published", "datepublished": "published",
    "publication date": "published", "publish date": "published",
    "url": "url", "link": "url", "permalink": "url", "canonical": "url", "canonical url": "url",
    "site": "site", "publisher": "site", "publication": "site", "website": "site",
    "newspaper": "site", "source": "site",
    "lang": "language", "language": "language", "locale": "language",
}  # fmt: skip
LONGEST_HEADER = 20_000  # characters
LONGEST_VALUE = 1_000
KEY = re.compile(r"([A-Za-z_][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*)|)$")
ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)$")
BLOCK_SCALAR = re.compile(r"[|>][-+0-9]{0,2}$")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)", re.I)
MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?[ ](\d{1,2})(?:st|nd|rd|th)?,?[ ](\d{4})(?!\d)", re.I)

Header = tuple[dict[str, Any], int]  # Document fields, and where the text goes on
NO_HEADER: Header = ({}, 0)


def split_header(text: str) -> Header:
    """The metadata before a text, and the offset where the text itself begins (0: no header)."""
    start = len(text) - len(text[:LONGEST_HEADER].lstrip()) - len(text[LONGEST_HEADER:])
    if text.startswith("---\n", start):
        return front_matter(text, start)
    return _bare_header(text, start)


def front_matter(text: str, start: int = 0) -> Header:
    """Front matter as Markdown files have it: ``key: value`` lines between two ``---`` lines.

    Values may be quoted, listed or folded over lines; what is nested deeper is passed over. A
    pair of rules around ordinary words is not front matter.
    """
    begin = text.find("\n", start) + 1
    if not text.startswith("---", start) or text[start:begin].strip() != "---":
        return NO_HEADER
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.M).search(text, begin, begin + LONGEST_HEADER)
    if end is None:
        return NO_HEADER
    values = _values(text[begin : end.start()].split("\n"))
    return (fields(values), end.end()) if values else NO_HEADER


def _bare_header(text: str, start: int) -> Header:
    """``Title: …``, ``Date: …`` lines up to the first blank line, if they are nothing else."""
    stop = text.find("\n\n", start, start + LONGEST_HEADER)
    if stop < 0:
        return NO_HEADER
    lines = text[start:stop].split("\n")
    if not all(match and match[2] for match in map(KEY.match, lines)):
        return NO_HEADER
    values = _values(lines)
    known = [FIELDS[key] for key in values if key in FIELDS]
    if len(known) > 1 or known == ["title"] == [FIELDS.get(key) for key in values]:
        return fields(values), stop + 2
    return NO_HEADER


def _values(lines: list[str]) -> dict[str, str]:
    """Keys in lower case with their values as one line; {} where a line fits nowhere."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        match = KEY.match(line)
        if match:
            key = match[1].strip().lower().replace("_", " ").replace("-", " ")
            found.setdefault(key, []).extend(_scalars((match[2] or "").strip()))
        elif key and (entry := ENTRY.match(line)):
            found[key].extend(_scalars(entry[1].strip()))
        elif key and line[0] in " \t":
            found[key].append(line.strip())
        else:
            return {}
    return {name: _joined(name, values) for name, values in found.items()}


def _joined(name: str, values: list[str]) -> str:
    between = ", " if FIELDS.get(name) == "author" else " "
    return between.join(one for one in values if one)


def _scalars(value: str) -> Iterator[str]:
    """One value, or those of a list in brackets."""
    if BLOCK_SCALAR.match(value):
        return
    if value.startswith("[") and value.endswith("]"):
        for part in value[1:-1].split(","):
            yield _unquoted(part.strip())
    else:
        yield _unquoted(value)


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return re.sub(r"(?:^|[ \t])#.*$", "", value, count=1) if value[:1] != "#" else ""


# ---------------------------------------------------------------- values


def fields(values: Mapping[str, str]) -> dict[str, str]:
    """Document fields from raw ones: dates to ISO, addresses and languages only if they are such.

    ``values`` has keys in lower case; the first of two keys for one field stands.
    """
    found: dict[str, str] = {}
    for key, value in values.items():
        name = FIELDS.get(key, "")
        clean = one_line(value)
        if name == "site" and web_address(clean):
            name = "url" if "url" not in values else ""
        clean = _CHECKS.get(name, str)(clean)
        if name and clean:
            found.setdefault(name, clean)
    return found


def one_line(value: str) -> str:
    """A value as one storable line of at most 1,000 characters."""
    return " ".join(storable(value).split())[:LONGEST_VALUE].strip("\ufeff ")


def web_address(value: str) -> str:
    """The address where it is an absolute http(s) one, else ""."""
    try:
        parts = urlsplit(value)
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    good = parts.scheme in ("http", "https") and parts.netloc and " " not in value
    return value if good else ""


def iso_date(value: str) -> str:
    """``2022-07-29`` from the ways dates are written; "" where day and month could be swapped."""
    if match := ISO.match(value):
        return _date(match[1], match[2], match[3])
    if match := DAY_FIRST.search(value):
        return _named_month(match[3], match[2], match[1])
    if match := MONTH_FIRST.search(value):
        return _named_month(match[3], match[1], match[2])
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        return ""


def _named_month(year: str, month: str, day: str) -> str:
    name = month.lower()[:3]
    return _date(year, MONTHS.index(name) + 1, day) if name in MONTHS else ""


def _date(year: str | int, month: str | int, day: str | int) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _language(value: str) -> str:
    return value.replace("_", "-") if LANGUAGE.match(value) else ""


_CHECKS: dict[str, Callable[[str], str]] = {
    "published": iso_date,
    "url": web_address,
    "language": _language,
}
