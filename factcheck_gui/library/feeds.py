"""Writing earlier checks by others: files of them come in, are brought up to date, and go out.

A check that is known already is one and the same, whichever file it comes in; where its publisher
changed it, it is changed here. What came in and went has its line in the event log. Not here:
reading them (``precedents``), finding those that a claim needs. They never travel in packages:
whoever merges one has files of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from typing import NamedTuple

from factcheck_gui.domain import Precedent, Problem, Reviewer, iso, storable
from factcheck_gui.library import file
from factcheck_gui.library.writer import Writer

PRECEDENT = tuple(one.name for one in fields(Precedent))


class Ready(NamedTuple):
    """An earlier check and the imprint by which it is found."""

    precedent: Precedent
    imprint: bytes


@dataclass
class Intake:
    """What became of the checks of a file: new ones, changed ones, and those known as they are."""

    new: int = 0
    changed: int = 0
    known: int = 0


class Feeds(Writer):
    """Taking in and removing files of earlier checks; keys are row ids."""

    def begin_feed(self, name: str, sha256: str, at: datetime) -> int:
        """A row for a file whose checks come next; its row id."""
        with file.atomic(self.connection):
            return self._insert(
                "feed", uuid=self._uuid(at), name=storable(name), sha256=sha256, imported_at=iso(at)
            )

    def add_precedents(
        self, feed: int, found: Sequence[Ready], method: int, counts: Intake
    ) -> None:
        """Writes some checks of a file and counts them; give a few dozen at once."""
        with file.atomic(self.connection):
            for one in found:
                self._add_precedent(feed, one, method, counts)

    def _add_precedent(self, feed: int, one: Ready, method: int, counts: Intake) -> None:
        values = astuple(one.precedent)
        row = self._one(
            f"SELECT id, {', '.join(PRECEDENT)} FROM precedent WHERE uuid = ?", one.precedent.id
        )
        made = dict(zip(PRECEDENT, values, strict=True))
        made |= {"method": method, "imprint": one.imprint}
        if row is None:
            counts.new += 1
            self._insert("precedent", uuid=one.precedent.id, feed_id=feed, **made)
        elif row[1:] == values:
            counts.known += 1
        else:
            counts.changed += 1
            self.connection.execute(
                f"UPDATE precedent SET {', '.join(f'{name} = ?' for name in made)} WHERE id = ?",
                (*made.values(), row[0]),
            )

    def finish_feed(
        self, feed: int, left_out: int, counts: Intake, by: Reviewer, at: datetime
    ) -> None:
        """Notes in the event log that a file came in; one that brought nothing new has no row."""
        with file.atomic(self.connection):
            uuid, name, sha256 = self._feed(feed)
            self._log("import earlier checks", uuid, by.name, at, {
                "name": name, "sha256": sha256, "new": counts.new, "changed": counts.changed,
                "known": counts.known, "left_out": left_out,
            })  # fmt: skip
            if counts.new:
                sql = "UPDATE feed SET left_out = ? WHERE id = ?"
                self.connection.execute(sql, (left_out, feed))
            else:
                self.connection.execute("DELETE FROM feed WHERE id = ?", (feed,))

    def shrink_feed(self, feed: int, most: int = 500) -> int:
        """Deletes some checks of a file, so that a large one goes in small turns; how many."""
        with file.atomic(self.connection):
            return self.connection.execute(
                "DELETE FROM precedent WHERE id IN"
                " (SELECT id FROM precedent WHERE feed_id = ? LIMIT ?)",
                (feed, most),
            ).rowcount

    def drop_feed(self, feed: int, by: Reviewer, at: datetime) -> None:
        """Removes a file's row once its checks are gone, and notes it in the event log."""
        with file.atomic(self.connection):
            uuid, name, sha256 = self._feed(feed)
            known = {"name": name, "sha256": sha256}
            self._log("remove earlier checks", uuid, by.name, at, known)
            self.connection.execute("DELETE FROM feed WHERE id = ?", (feed,))

    def _feed(self, feed: int) -> tuple[str, str, str]:
        row = self._one("SELECT uuid, name, sha256 FROM feed WHERE id = ?", feed)
        if row is None:
            raise Problem("These earlier checks are no longer in the library.")
        return row[0], row[1], row[2]
