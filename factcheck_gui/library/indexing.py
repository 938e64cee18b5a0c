"""Keeping the full-text index in step with its tables.

Not by triggers: a library may come from a stranger, so ``trusted_schema`` is off, and SQLite then
refuses virtual tables inside triggers. ``remove`` comes before a row changes, ``add`` after.
"""

from __future__ import annotations

import sqlite3

COLUMNS = {
    "article": "title, author, site",
    "version": "text",
    "claim": "text, wording, claimant",
    "assessment": "reason, note",
}


def add(connection: sqlite3.Connection, table: str, key: int) -> None:
    """Indexes the row as it is now."""
    columns = COLUMNS[table]
    connection.execute(
        f"INSERT INTO {table}_fts (rowid, {columns}) SELECT id, {columns} FROM {table}"
        " WHERE id = ?",
        (key,),
    )


def remove(connection: sqlite3.Connection, table: str, key: int) -> None:
    """Takes the row, as it still is, out of the index."""
    columns = COLUMNS[table]
    connection.execute(
        f"INSERT INTO {table}_fts ({table}_fts, rowid, {columns})"
        f" SELECT 'delete', id, {columns} FROM {table} WHERE id = ?",
        (key,),
    )
