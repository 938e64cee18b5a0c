"""What undoing a step would find now: the fields that it wrote, as they stand in the library.

After a merge a field may hold what somebody else wrote, or wait to be settled; a step that wrote it
cannot be taken back then, since that would be an edit over theirs. Not here: the steps (history).
"""

from __future__ import annotations

from typing import Any

from factcheck_gui.domain import Change, Problem
from factcheck_gui.library.intake import as_pairs
from factcheck_gui.library.rows import DETAILS, unpacked
from factcheck_gui.library.sourcing import COPY, EVIDENCE, SOURCE
from factcheck_gui.library.store import ARTICLE, ASSESSMENT, CLAIM, NOTHING, Store
from factcheck_gui.library.versions import FIRST

_FIELDS = {
    "claim": CLAIM, "article": (*ARTICLE, "scale_id"), "evidence": EVIDENCE, "source": SOURCE,
    "copy": COPY,
}  # fmt: skip


def fields_now(store: Store, change: Change) -> dict[str, Any]:
    """The fields of ``change.after`` as they stand. What is gone, what waits to be settled and what
    cannot be compared (a version shown, a changed text that was seen) is left out."""
    try:
        if change.subject == "assessment":
            return _assessed(store, change)
        if "spans" in change.after:
            return _placed(store, change)
        return _edited(store, change)
    except Problem:  # its claim or article is gone
        return {}


def _assessed(store: Store, change: Change) -> dict[str, Any]:
    if change.claim is None or change.reviewer is None:
        return {}
    last = store.assessment(change.claim, change.reviewer)
    return {name: getattr(last, name) for name in ASSESSMENT} if last else NOTHING


def _placed(store: Store, change: Change) -> dict[str, Any]:
    assert change.claim is not None
    if "place" in _waiting(store, "claim", change.claim):
        return {}
    number, spans = store.last_place(change.claim)
    if number != change.after.get("version", FIRST):
        return {}
    return {**change.after, "spans": as_pairs(spans)}


def _edited(store: Store, change: Change) -> dict[str, Any]:
    key = change.thing or change.claim or change.article
    wanted = [name for name in change.after if name in (*_FIELDS[change.subject], *DETAILS)]
    inside = "details" if change.subject == "claim" else "NULL"
    columns = [name for name in wanted if name not in DETAILS]
    names = ", ".join(f'"{name}"' for name in columns) or "NULL"
    row = store._one(f"SELECT {inside}, {names} FROM {change.subject} WHERE id = ?", key)
    if row is None:
        return {}
    found = dict(zip(columns, row[1:], strict=False))
    if row[0] is not None:
        found |= {name: unpacked({"details": row[0]})[name] for name in DETAILS}
    waiting = _waiting(store, change.subject, key)
    return {name: found[name] for name in wanted if name not in waiting}


def _waiting(store: Store, table: str, key: int) -> set[str]:
    """The fields of a row that were edited apart and are not settled yet."""
    rows = store.connection.execute(
        f"SELECT x.field FROM clash x JOIN {table} t ON t.uuid = x.subject WHERE t.id = ?", (key,)
    )
    return {row[0] for row in rows}
