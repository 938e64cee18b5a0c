"""What a package for a colleague is: a SQLite file of plain tables, rows naming each other by id.

Here: its tables and columns. Not here: writing one (``packing``), reading one from a stranger
(``unpacking``), taking one in (``merging``).

A package has no row ids, triggers, views or indexes, and no drafts. A blind one, for a second
reviewer, has no reviewers, assessments, evidence, dismissals or event lines, and no hash of any.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from factcheck_gui.library import chain

APPLICATION_ID = 0x46435450  # "FCTP"
VERSION = 1
SUFFIX = ".factpack"

Type = Literal["text", "text?", "int", "real", "blob"]  # text? may be NULL
Row = dict[str, Any]


def _columns(texts: str, ints: str = "", optional: str = "", **more: Type) -> dict[str, Type]:
    found: dict[str, Type] = dict.fromkeys(texts.split(), "text")
    found.update(dict.fromkeys(ints.split(), "int"))
    found.update(dict.fromkeys(optional.split(), "text?"))
    return {**found, **more}


# In the order in which they are taken in. A column named like a table holds that row's id.
TABLES: Mapping[str, Mapping[str, Type]] = {
    "scale": _columns("sha256 name body"),
    "reviewer": _columns("uuid name initials organisation"),
    "original": _columns("sha256 media_type encoding", "size", body="blob"),
    "article": _columns(
        "uuid title author site url published modified language source_name imported_at origins"
        " rule signed_at signed_by scale shown"
    ),
    "version": _columns(
        "uuid article text sha256 blocks furniture imported_at tool finder source_name",
        "number",
        "original",
    ),
    "claim": _columns(
        "uuid article version origin text wording claimant cue kind type details said_on appeared"
        " tags query",
        "number start listed touched withdrawn",
        "dismissed part_of",
        score="real",
    ),
    "carried": _columns("claim version anchor was", "", "details"),
    "span": _columns("claim version quote prefix suffix", "place start end"),
    "contested": _columns("claim other reason"),
    "source": _columns(
        "uuid title author publisher url published kind conflict", "primary anonymous"
    ),
    "evidence": _columns(
        "uuid claim reviewer stance question answer quote locator read_on", "withdrawn", "source"
    ),
    "copy": _columns("uuid source original name kept_at", "withdrawn"),
    "assessment": _columns(
        "uuid claim reviewer round reason note at scale public_note refs",
        "free_text withheld",
        "verdict",
    ),
    "event": _columns(
        "uuid chain at reviewer what subject digest previous hash", "", "assessment payload"
    ),
}
HIDDEN_IN_BLIND = ("reviewer", "source", "evidence", "copy", "assessment", "event")


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was read and found whole: ``rows`` of each table, every id resolved in it."""

    id: str
    made_at: str
    blind: bool
    rows: Mapping[str, tuple[Row, ...]]
    library: str = ""  # the chain of the library it comes from; "" in a blind one
    head: str = ""  # the last hash of that chain
    report: str = ""  # the SHA-256 of the JSON report that it was made from; "" for a package
    numbers: Mapping[str, int] = field(default_factory=dict)  # of evidence, by id, in a report


class Seal:
    """A digest over the rows of one table in their order, so that a damaged package shows."""

    def __init__(self) -> None:
        self.rows = 0
        self._value = ""

    def take(self, row: Sequence[Any]) -> None:
        self.rows += 1
        plain = [hashlib.sha256(one).hexdigest() if isinstance(one, bytes) else one for one in row]
        self._value = chain.digest(chain.canonical([self._value, plain]))

    @property
    def value(self) -> str:
        return f"{self.rows}:{self._value}"


def whole_seal(seals: Mapping[str, Seal]) -> str:
    """The digest over all tables."""
    return chain.digest(chain.canonical({table: seal.value for table, seal in seals.items()}))
