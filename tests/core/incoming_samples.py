"""JSON reports of whole libraries, and taking them in. Not here: assertions."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck_gui.anchoring import carry
from factcheck_gui.domain import Problem, Reviewer
from factcheck_gui.library.merging import Merged, merge
from factcheck_gui.library.store import Store
from factcheck_gui.reports import incoming, interchange
from factcheck_gui.reports.content import Choices, Included
from factcheck_gui.reviews import build_report
from tests.core.exchange_samples import Desk
from tests.core.library_samples import AT, TEXT, YOU, document

WHOLE = Choices(included=Included(history=True, notes=True))


@dataclass(frozen=True)
class Taken:
    """What became of a report: None where no article of it came in."""

    merged: Merged | None
    refused: tuple[Problem, ...]
    notes: tuple[str, ...]


def report_of(store: Store, choices: Choices = WHOLE, at: datetime = AT) -> bytes:
    """The JSON report on everything in a library."""
    keys = [row.key for row in store.article_rows()]
    return interchange.render(build_report(store, keys, at, choices, whole=True))


def take(store: Store, data: bytes, by: str = "", at: datetime = AT) -> Taken:
    found = incoming.admitted(incoming.read(data), store, by)
    merged = merge(store, found.package, by, at) if found.package else None
    return Taken(merged, found.refused, found.notes)


def changed(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The report after somebody edited it by hand."""
    report = json.loads(data)
    change(report)
    return json.dumps(report).encode()


def reviewed(desk: Desk) -> None:
    """Everything that a report tells: verdicts of two rounds, a correction, evidence with a copy,
    an anonymous source, edits, a claim set aside, a newer text that lost a claim, a sign-off.

    Claims are named by their row ids, which count in the order of the text.
    """
    store, by, now = desk.store, desk.by, desk.clock
    page = store.add_source({"title": "Port ledger", "kind": "data"}, by, now())
    store.edit_source(page, {"publisher": "Port of Aldmoor", "primary": 1}, by, now())
    store.keep_copy(page, "ledger.txt", b"39,800 containers", "text/plain", by, now())
    talk = store.add_source({"title": "SECRET-NAME", "kind": "interview"}, by, now())
    store.edit_source(talk, {"anonymous": 1, "author": "SECRET-NAME"}, by, now())
    taken_out = store.add_evidence(1, {"quote": "TAKEN-OUT"}, by, now())
    store.write(taken_out.inverse(), by, now())
    for source in (page, talk):
        values = {"stance": "refutes", "quote": "39,800", "source_id": source}
        store.add_evidence(1, values, by, now())
    given = {"verdict": "Mixed", "free_text": False, "reason": "See [2].", "note": "call again"}
    store.assess(1, by, now(), given)
    store.assess(1, by, now(), {"verdict": "False"})
    store.assess(1, YOU, now(), {"verdict": "True", "free_text": False})
    judge = Reviewer("Chidi", "adjudication")
    store.assess(1, judge, now(), {"verdict": "half", "free_text": True})
    store.edit_claim(2, {"dismissed": "a wish"}, by, now())
    store.edit_claim(4, {"wording": "One wording", "tags": "port, sea"}, by, now())
    store.edit_claim(4, {"wording": "Another 😀 wording"}, by, now())
    store.assess(3, by, now(), {"verdict": "True", "free_text": False, "reason": "Twice."})
    newer_text(desk)
    store.edit_article(1, {"rule": "majority", "title": "The port"}, by, now())
    store.sign_off(1, by, now())
    note = {"verdict": "False", "reason": "Misread.", "public_note": "We had misread it."}
    store.assess(4, Reviewer("Editor", "correction"), now(), note)


def newer_text(desk: Desk, lost: int = 2) -> None:
    """A newer version of the first article, in which one paragraph is another one."""
    text = TEXT.replace(TEXT.split("\n\n")[lost], "Nothing of it is left.")
    newer = document(text, "harbour-2.txt")
    older = desk.store.older(1)
    found = carry(older.texts, newer.text, older.claims, older.current)
    desk.store.add_version(1, newer, found, desk.by, desk.clock())
