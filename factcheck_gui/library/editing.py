"""Editing fields: the half that all edits share, and what their line in the event log says.

A line names, for each field, the lines it was written over. Libraries that were edited apart can
then tell, when they are merged, an edit that knew of the other from one that did not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from factcheck_gui.domain import Problem, Reviewer, storable
from factcheck_gui.library import indexing
from factcheck_gui.library.rows import DETAILS, repacked, unpacked
from factcheck_gui.library.writer import Writer

# Fields that point to a row here are named by that row's uuid in the log.
OLDER = {"place": "spans"}  # how a field was called in lines from before schema 4
POINTERS = {"source_id": "source", "scale_id": "scale"}


class Editing(Writer):
    """Sets fields of one row, with before and after in the event log."""

    def _signed(self, article: int) -> bool:
        row = self._one("SELECT signed_at <> '' FROM article WHERE id = ?", article)
        return bool(row and row[0])

    def _may_change(self, article: int, by: Reviewer) -> None:
        """Raises Problem where an article is signed off and this is no correction."""
        if by.round != "correction" and self._signed(article):
            raise Problem(
                "This article is signed off: what changes now is a correction.",
                kept="Nothing was changed.",
            )

    def _edit(
        self,
        table: str,
        key: int,
        fields: Sequence[str],
        values: Mapping[str, Any],
        by: Reviewer,
        at: datetime,
    ) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Before and after of what differs, or None. Raises Problem where the row is gone."""
        names = ", ".join(f'"{name}"' for name in fields)
        row = self._one(f"SELECT {names}, uuid FROM {table} WHERE id = ?", key)
        if row is None:
            raise Problem(f"This {table} is no longer in the library.")
        old = unpacked(dict(zip(fields, row, strict=False)))
        values = stored(values, tuple(old))
        after = {name: value for name, value in values.items() if old[name] != value}
        settled = [name for name in values if self._clashes(row[-1], name)]
        if not after and not settled:
            return None
        before = {name: old[name] for name in after}
        self._write_fields(table, key, after)
        self._log_edit(table, row[-1], before, {n: values[n] for n in {*after, *settled}}, by, at)
        return before, after

    def _write_fields(self, table: str, key: int, values: Mapping[str, Any]) -> None:
        """Writes fields of a row and keeps the full-text index in step."""
        if not values:
            return
        if not set(DETAILS).isdisjoint(values):
            details = self._one(f"SELECT details FROM {table} WHERE id = ?", key)[0]
            values = repacked(details, dict(values))
        searched = table in indexing.COLUMNS and indexing.covers(table, values)
        if searched:
            indexing.remove(self.connection, table, key)
        assignments = ", ".join(f'"{name}" = ?' for name in values)
        self.connection.execute(
            f"UPDATE {table} SET {assignments} WHERE id = ?", [*values.values(), key]
        )
        if searched:
            indexing.add(self.connection, table, key)

    def _log_edit(
        self,
        table: str,
        uuid: str,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        by: Reviewer,
        at: datetime,
    ) -> None:
        over = {name: self._heads(uuid, name) for name in after}
        payload = {"before": self._named(before), "after": self._named(after), "over": over}
        self._log(f"edit {table}", uuid, by.name, at, payload)
        self.connection.executemany(
            "DELETE FROM clash WHERE subject = ? AND field = ?", [(uuid, name) for name in after]
        )

    def _named(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Values with uuids in place of row ids."""
        return {
            name: self._uuid_of(POINTERS[name], value) if name in POINTERS and value else value
            for name, value in values.items()
        }

    def _uuid_of(self, table: str, key: int) -> str:
        name = "sha256" if table == "scale" else "uuid"
        row = self._one(f"SELECT {name} FROM {table} WHERE id = ?", key)
        if row is None:
            raise Problem(f"This {table} is no longer in the library.")
        return str(row[0])

    def _clashes(self, subject: str, field: str) -> list[str]:
        rows = self.connection.execute(
            "SELECT event FROM clash WHERE subject = ? AND field = ? ORDER BY event",
            (subject, field),
        )
        return [row[0] for row in rows]

    def _heads(self, subject: str, field: str) -> list[str]:
        """The lines that a new edit of a field is written over: those that clash, else the last."""
        clashing = self._clashes(subject, field)
        if clashing:
            return clashing
        rows = self.connection.execute(
            "SELECT uuid, payload FROM event WHERE subject = ? AND what LIKE 'edit %'"
            " AND payload IS NOT NULL ORDER BY id DESC",
            (subject,),
        )
        for uuid, payload in rows:
            after = json.loads(payload).get("after", {})
            if field in after or OLDER.get(field) in after:
                return [uuid]
        return []


def stored(values: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    """The values with every text as the library can hold it. Raises ValueError: unknown field."""
    if not set(values) <= set(fields):
        raise ValueError(f"There are no fields {sorted(set(values) - set(fields))}.")
    return {name: _storable(value) for name, value in values.items()}


def _storable(value: Any) -> Any:
    if isinstance(value, list):
        return [_storable(one) for one in value] or None  # an empty list is nothing
    return storable(value) if isinstance(value, str) else value
