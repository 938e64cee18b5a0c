"""The full-text index: keeping it in step with its tables, and asking it safely.

Not by triggers: a library may come from a stranger, so ``trusted_schema`` is off, and SQLite then
refuses virtual tables inside triggers. ``remove`` comes before a row changes, ``add`` after.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from factcheck_gui.domain import storable

COLUMNS = {
    "article": "title, author, site",
    "version": "text",
    "claim": "text, wording, claimant",
    "assessment": "reason, note",
    "evidence": "question, answer, quote",
    "source": "title, author, publisher",
}


def covers(table: str, names: Iterable[str]) -> bool:
    """Whether any of these columns of the table is searched."""
    return not set(names).isdisjoint(COLUMNS[table].split(", "))


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


def fts_query(text: str) -> str:
    """A safe FTS5 query: every word quoted, the last one as a prefix; "" where there is none."""
    # Quotes and what SQLite cannot read aside, a word stays as it is: the vowel signs of many
    # scripts are no letters, and the tokenizer must see them where it saw them in the text.
    words = storable(text.replace("\x00", " ").replace('"', " ")).split()
    quoted = [f'"{word}"' for word in words if any(c.isalnum() for c in word)]
    return " ".join(quoted) + "*" if quoted else ""
