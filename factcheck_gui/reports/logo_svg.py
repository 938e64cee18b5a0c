"""Whether an SVG is inert: nothing in it runs, leads out, loads, or grows.

Allowed is what logos are made of; all else refuses the file, with the element or attribute named,
since taking things out of a drawing would show another one. There is no entity,
no script, no event, no style sheet that loads, no element of another language, no picture, and
nothing by which a small file draws itself a million times: ``use``, masks in masks, fine dashes.
Not here: other pictures (``logos``).
"""

from __future__ import annotations

import re
from typing import NoReturn
from xml.parsers import expat

from factcheck_gui import domain

ELEMENTS = 20_000
DEEP = 60
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
# What drawing programs note down beside the drawing; readers of SVG pass over all of it.
_NOTES = (
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.serif.com/",
)
_ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan title desc metadata defs "
    "linearGradient radialGradient stop clipPath mask style".split()
)
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,9})?)\s*(?:px|pt|pc|mm|cm|in)?\s*")
_NUMBER = r"[+-]?\d{0,9}(?:\.\d{1,9})?"
_BOX = re.compile(
    rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+(\d{{1,6}}(?:\.\d+)?)[\s,]+(\d{{1,6}}(?:\.\d+)?)\s*"
)
_INSIDE = re.compile(r"\s*#[\w.:-]+\s*")
_URL = re.compile(r"(?i)url\s*\(\s*['\"]?(?!#)")
_LOADS = re.compile(r"(?i)@|expression|javascript:|behavior|-moz-binding|image-set|src\s*\(|\\")
_DASHES = re.compile(r"(?i)dasharray\s*:(?!\s*none)")
_SHAPED = re.compile(r"(?i)mask|clip-path|filter")


def checked(data: bytes) -> tuple[float, float]:
    """Width and height of a drawing that is inert. Raises Problem for any other file."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        words = expat.errors.messages[error.code]
        _refuse(f"This SVG is broken: line {error.lineno}, {words}.")
    except (UnicodeDecodeError, LookupError, ValueError):
        _refuse("This SVG is broken: its characters cannot be read.")
    return reader.size


def _refuse(what: str) -> NoReturn:
    raise domain.Problem(what, "logo")


def _unsafe(what: str) -> NoReturn:
    _refuse(f"This SVG is not used as a logo, because of its {what}. A PNG of it will do.")


class _Reader:
    """Reads from start to end, and stops at the first thing that is not known to be inert."""

    def __init__(self) -> None:
        self.size = (0.0, 0.0)
        self.open: list[str] = []
        self.sheet: list[str] = []
        self.count = 0
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = lambda *_: _unsafe("entities")
        parser.EntityDeclHandler = lambda *_: _unsafe("entities")
        parser.ProcessingInstructionHandler = lambda *_: _unsafe("processing instructions")

    def _doctype(
        self, _name: str, _system: str | None, _public: str | None, declares: bool
    ) -> None:
        """One that only names a DTD says nothing: no reader of SVG fetches it."""
        if declares:
            _unsafe("DOCTYPE, which declares something")

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        space, _, name = full.rpartition(" ")
        self.count += 1
        if not self.open and (space, name) != (_SVG, "svg"):
            _refuse("A logo is a PNG, a JPEG or an SVG; this file is none of them.")
        if self.count > ELEMENTS or len(self.open) >= DEEP:
            _unsafe("size: it has too many parts")
        if not space.startswith(_NOTES) and (space != _SVG or name not in _ELEMENTS):
            _unsafe(f"element “{name}”")
        within = "mask" in self.open or "clipPath" in self.open
        for key, value in attributes.items():
            _check(key, value, within)
        if not self.open:
            self.size = _size(attributes)
        self.open.append(name if space == _SVG else "")

    def _end(self, _name: str) -> None:
        if self.open.pop() == "style":
            sheet = "".join(self.sheet)
            if _LOADS.search(sheet) or _URL.search(sheet):
                _unsafe("style sheet, which may load something")
            if _SHAPED.search(sheet) or _DASHES.search(sheet):
                _unsafe("style sheet with masks, clips, filters or dashes")

    def _text(self, text: str) -> None:
        self.sheet += [text] if "style" in self.open else []


def _check(full: str, value: str, within: bool) -> None:
    """Raises Problem for an attribute that acts, leads out, loads, or is ``within`` a mask or clip
    and may lead to another."""
    space, _, name = full.rpartition(" ")
    if name.casefold().startswith("on") and not space:
        _unsafe(f"attribute “{name}”")
    if name == "href" and not _INSIDE.fullmatch(value):
        _unsafe("link")
    if name == "base" or (space and space != _XLINK and not space.startswith(_NOTES)):
        _unsafe(f"attribute “{name}”")
    if not space and (_URL.search(value) or "javascript:" in value.casefold()):
        _unsafe(f"attribute “{name}”, which may load something")
    if name == "style" and _LOADS.search(value):
        _unsafe("attribute “style”, which may load something")
    if within and not space and "url(" in value.casefold():
        _unsafe("mask or clip within another")
    if (name == "stroke-dasharray" and value.strip() != "none") or (
        name == "style" and _DASHES.search(value)
    ):
        _unsafe("dashes")


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    width = _LENGTH.fullmatch(attributes.get("width", ""))
    height = _LENGTH.fullmatch(attributes.get("height", ""))
    box = _BOX.fullmatch(attributes.get("viewBox", ""))
    size = (0.0, 0.0)
    if width and height:
        size = (float(width[1]), float(height[1]))
    elif box:
        size = (float(box[1]), float(box[2]))
    if not all(size):
        _refuse("This SVG does not tell its size: it needs width and height, or a viewBox.")
    return size
