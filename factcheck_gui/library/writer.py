"""What every kind of writing shares: the connection, ids, inserting, the line in the event log."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from factcheck_gui.domain import Problem, iso, uuid7
from factcheck_gui.library import chain, indexing
from factcheck_gui.library.reading import Reader


class Writer(Reader):
    """A connection that may write, and who holds its lock."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        holder: FileLock | None,
        randomness: Callable[[int], bytes] = os.urandom,
    ) -> None:
        super().__init__(connection)
        self.path, self._holder, self._randomness = path, holder, randomness

    def _uuid(self, at: datetime) -> str:
        return uuid7(at, self._randomness(10))

    def _log(
        self,
        what: str,
        subject: str,
        reviewer: str,
        at: datetime,
        payload: Mapping[str, Any],
        assessment: int | None = None,
    ) -> None:
        chain.append(
            self.connection,
            uuid=self._uuid(at),
            at=iso(at),
            reviewer=reviewer,
            what=what,
            subject=subject,
            payload=payload,
            assessment=assessment,
        )

    def _insert(self, table: str, **values: Any) -> int:
        """Inserts a row; table and column names are ours, never input."""
        names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        cursor = self.connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values())
        )
        key = int(cursor.lastrowid or 0)
        if table in indexing.COLUMNS:
            indexing.add(self.connection, table, key)
        return key

    def _reviewer(self, name: str, at: datetime) -> int:
        known = self._one("SELECT id FROM reviewer WHERE name = ?", name)
        return int(known[0]) if known else self._insert("reviewer", uuid=self._uuid(at), name=name)

    def _article_of(self, claim: int) -> int:
        row = self._one("SELECT article_id FROM claim WHERE id = ?", claim)
        if row is None:
            raise Problem("This claim is no longer in the library.")
        return int(row[0])

    def _article_uuid(self, article: int) -> str:
        return str(self._one("SELECT uuid FROM article WHERE id = ?", article)[0])
