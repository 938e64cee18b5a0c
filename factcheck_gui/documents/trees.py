"""XML of office files and books to trees, and small steps on them, safe on hostile files.

Here: parsing without network, DTD and entities, names without their namespaces (which differ
between the strict and the usual form of one format). Not here: what any element means.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from factcheck_gui.documents.page_tree import missing
from factcheck_gui.domain import Problem

Element = Any  # lxml, which has no types and is imported where it is used
MOST_ELEMENTS = 3_000_000  # in one tree; each costs memory whatever it holds
BROKEN = "A part of this file is damaged: its XML cannot be read."


def parse(data: bytes, extra: str) -> Element:
    """The root of an XML text. Raises Problem where it is damaged or nested too deeply.

    ``extra`` names what to install where lxml is missing. Entities are never resolved and nothing
    outside is loaded; lxml itself refuses more than 256 levels.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise missing("lxml", extra) from error
    if data.count(b"<") > MOST_ELEMENTS:
        raise Problem("This file has too many elements to be read.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Problem(BROKEN) from error
    return root


def name(element: Element) -> str:
    """The name of an element without its namespace; "" for what is none (an entity)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, wanted: str) -> str:
    """An attribute by its name without namespace, "" where it is missing."""
    if element is not None:
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2] == wanted:
                return str(value)
    return ""


def child(element: Element | None, *path: str) -> Any:
    """The first child with a name, its first child with the next name…, or None."""
    for wanted in path:
        if element is None:
            return None
        element = next((one for one in element if name(one) == wanted), None)
    return element


def value(element: Element | None, *path: str) -> str:
    """The ``val`` of what stands at a path, as WordprocessingML has it, "" where nothing does."""
    return attribute(child(element, *path), "val")


def within(element: Element | None, wanted: str) -> Iterator[Element]:
    """All descendants with a name, in order."""
    for one in () if element is None else element.iter():
        if name(one) == wanted:
            yield one


def topmost(element: Element, wanted: set[str], passed_over: Container[str]) -> Iterator[Element]:
    """Descendants with one of the names, in order, without those inside another such one."""
    for one in element:
        kind = name(one)
        if kind in wanted:
            yield one
        elif kind not in passed_over:
            yield from topmost(one, wanted, passed_over)


def text_of(element: Element | None) -> str:
    """All text inside an element on one line."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
