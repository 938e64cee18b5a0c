"""What a Word file says beside its text: styles, numbering of lists, properties.

Here: the parts that tell what a paragraph is. Not here: paragraphs themselves (``docx``).
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field

from factcheck_gui.documents import trees
from factcheck_gui.documents.trees import Element
from factcheck_gui.documents.zips import Zip
from factcheck_gui.domain import BlockKind

EXTRA = "office"
DEEPEST_STYLE = 12  # styles based on one another
HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik) ?([1-9])$")
KINDS: dict[str, BlockKind] = {
    "quote": "quote", "intense quote": "quote", "block text": "quote", "quotations": "quote",
    "caption": "caption", "html preformatted": "code", "code": "code", "source code": "code",
    "preformatted text": "code", "footnote text": "paragraph",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: its name in lower case, kind and level, list, weight."""

    name: str = ""
    kind: BlockKind = "paragraph"
    level: int = 0
    numbering: tuple[str, int] = ("", 0)
    bold: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a file; ``label`` counts their items."""

    formats: dict[tuple[str, int], tuple[str, str, int]]  # (list, level): format, text, start
    lists: dict[str, str]  # the number of a list, and of the definition that it shares
    counts: dict[str, Counter[int]] = field(default_factory=dict)

    def label(self, number: str, level: int) -> str:
        """The mark of the next item of a list: "•", "3.", "2.1"."""
        shared = self.lists.get(number, number)
        kind, text, start = self.formats.get((shared, level), ("bullet", "", 1))
        counts = self.counts.setdefault(number, Counter())
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if kind == "none":
            return ""
        if kind == "bullet":
            return "•"

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = self.formats.get((shared, at), ("decimal", "", 1))[0]
            return counted(counts.get(at, 1), form)

        return re.sub(r"%([1-9])", shown, text)[:20]


def counted(number: int, form: str) -> str:
    """A number as a list shows it: 3, "c", "III"."""
    if form in ("lowerLetter", "upperLetter", "a", "A") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min(5, (number - 1) // 26 + 1)
        return letter if form in ("lowerLetter", "a") else letter.upper()
    if form in ("lowerRoman", "upperRoman", "i", "I") and 0 < number < 4000:
        return roman(number) if form in ("lowerRoman", "i") else roman(number).upper()
    return str(number)


def roman(number: int) -> str:
    """A number from 1 to 3999 in small Roman digits."""
    tens = "m cm d cd c xc l xl x ix v iv i".split()
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    digits = ""
    for digit, size in zip(tens, values, strict=True):
        digits += digit * (number // size)
        number %= size
    return digits


# ---------------------------------------------------------------- the package


def main_part(archive: Zip) -> str:
    """The name of the part with the text, as the package names it."""
    if "_rels/.rels" in archive.names:
        for one in trees.within(trees.parse(archive.read("_rels/.rels"), EXTRA), "Relationship"):
            if trees.attribute(one, "Type").endswith("/officeDocument"):
                target = trees.attribute(one, "Target").lstrip("/")
                if target in archive.names:
                    return target
    return "word/document.xml"


def part(archive: Zip, main: str, name: str) -> Element | None:
    """Another part beside the main one ("styles.xml"), or None; a damaged one is as none."""
    full = posixpath.join(posixpath.dirname(main), name)
    return trees.parse(archive.read(full), EXTRA) if full in archive.names else None


def styles(root: Element | None) -> dict[str, Style]:
    """Paragraph styles by their id."""
    found = {}
    for one in trees.within(root, "style"):
        if trees.attribute(one, "type") in ("paragraph", ""):
            found[trees.attribute(one, "styleId")] = one
    return {key: _style(key, found, 0) for key in found}


def _style(key: str, found: dict[str, Element], depth: int) -> Style:
    element = found.get(key)
    if element is None or depth > DEEPEST_STYLE:
        return Style()
    base = _style(trees.value(element, "basedOn"), found, depth + 1)
    name = trees.value(element, "name").strip().lower()
    kind, level = _kind(name, element, base)
    properties = trees.child(element, "pPr", "numPr")
    number = trees.value(properties, "numId") or base.numbering[0]
    deep = trees.value(properties, "ilvl")
    at = int(deep) if deep.isdigit() else base.numbering[1]
    return Style(name, kind, level, (number, at), is_on(element, "b") or base.bold)


def _kind(name: str, element: Element, base: Style) -> tuple[BlockKind, int]:
    heading = HEADING.match(name)
    if heading:
        return "heading", min(6, int(heading[1]))
    if name in ("title", "titel", "titre", "título"):
        return "heading", 1
    if name in ("subtitle", "untertitel"):
        return "paragraph", 0
    outline = trees.value(element, "pPr", "outlineLvl")
    if outline in tuple("012345678"):
        return "heading", min(6, int(outline) + 1)
    if name in KINDS:
        return KINDS[name], 1 if KINDS[name] == "quote" else 0
    return base.kind, base.level


def is_on(element: Element | None, switch: str) -> bool:
    """Whether a style's or a run's properties turn something on (bold, hidden)."""
    found = trees.child(element, "rPr", switch)
    return found is not None and trees.attribute(found, "val") not in ("0", "false", "off")


def numbering(root: Element | None) -> Numbering:
    """The lists that a file defines."""
    formats: dict[tuple[str, int], tuple[str, str, int]] = {}
    lists: dict[str, str] = {}
    for one in trees.within(root, "abstractNum"):
        for level in trees.within(one, "lvl"):
            at, start = trees.attribute(level, "ilvl"), trees.value(level, "start")
            if at.isdigit():
                formats[(trees.attribute(one, "abstractNumId"), int(at))] = (
                    trees.value(level, "numFmt") or "decimal",
                    trees.value(level, "lvlText"),
                    int(start) if start.isdigit() else 1,
                )
    for one in trees.within(root, "num"):
        lists[trees.attribute(one, "numId")] = trees.value(one, "abstractNumId")
    return Numbering(formats, lists)
