"""Taking a package in: what is not here yet is added, nothing that is here is overwritten.

Rows find each other by their ids, so the same package twice changes nothing and the order of
packages does not matter. Fields that were edited apart follow the lines of both histories: an
edit that knew of the other stands over it; of two that did not, the later one is shown and both
are kept as a disagreement to settle (``settling``). Numbers of claims are this library's own.
Not here: reading a package (``unpacking``), which has found every row right before it comes here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck_gui.domain import iso, opening
from factcheck_gui.library import chain, file
from factcheck_gui.library.packages import TABLES, Package, Row
from factcheck_gui.library.settling import FIELDS, settle
from factcheck_gui.library.store import Store

_KEYS = {"scale": "sha256", "original": "sha256"}  # the others are known by uuid
_OWN_TABLES = ("scale", "reviewer", "original", "article", "version", "claim", "source",
               "evidence", "copy", "assessment", "event")  # fmt: skip
STEP = 20  # rows taken in at once
LOOKED_UP = 100  # ids looked up at once
SETTLED = 10  # things of which the edits are brought together at once
_ARTICLE_BASE = ("title", "author", "site", "url", "published", "modified", "language")


@dataclass(frozen=True, slots=True)
class Merged:
    """What a package brought that was not here: rows of each table, and disagreements to settle."""

    articles: int
    claims: int
    assessments: int
    evidence: int
    clashes: int
    changed: bool


def merge(store: Store, package: Package, by: str, at: datetime) -> Merged:
    """Takes a package in as one transaction: all of it or nothing."""
    with file.atomic(store.connection):
        merging = Merging(store, package, by, at)
        for _ in merging.steps():
            pass
    return merging.result


class Merging:
    """One package on its way in, in steps between which a window can breathe.

    The steps belong into one transaction (``store.together()``), in which nothing else may be
    written. ``result`` is there after the last one.
    """

    result: Merged

    def __init__(self, store: Store, package: Package, by: str, at: datetime) -> None:
        self.store, self.package, self.by, self.at = store, package, by, at
        self.db = store.connection
        self.rows = sum(len(rows) for rows in package.rows.values())
        self.with_line = {row["assessment"] for row in package.rows["event"]}
        self.carried: set[tuple[str, str]] = set()
        # The row id here of each table's ids.
        self.ids: dict[tuple[str, str], int] = {}
        self.new: dict[str, set[str]] = {table: set() for table in _OWN_TABLES}
        self.changed = 0  # rows that were here and got something

    def steps(self) -> Iterator[tuple[int, int]]:
        """Takes some rows in at each step: how many of how many are done."""
        for _ in self._find_known():
            yield 0, self.rows
        done = 0
        for table in TABLES:
            take = getattr(self, f"_take_{table}")
            for row in self.package.rows[table]:
                take(row)
                done += 1
                if done % STEP == 0:
                    yield done, self.rows
        for _ in self._finish():
            yield done, self.rows

    def _finish(self) -> Iterator[None]:
        """What takes all rows together, a few at each step."""
        yield from self._renumber()
        for row in self.package.rows["article"]:
            yield
            self._show_version(row)
        edited = sorted({
            row["subject"]
            for row in self.package.rows["event"]
            if row["uuid"] in self.new["event"] and row["what"].startswith("edit ")
        })  # fmt: skip
        clashes, new = 0, set().union(*(self.new[table] for table in FIELDS))
        for start in range(0, len(edited), SETTLED):
            yield
            clashes += settle(self.store, edited[start : start + SETTLED], new)
        self.result = self._told(clashes)

    def _told(self, clashes: int) -> Merged:
        changed = bool(self.changed or any(self.new.values()))
        counts = {table: len(ids) for table, ids in self.new.items() if ids}
        if changed:
            origin = {"library": self.package.library, "head": self.package.head}
            if self.package.report:
                origin = {"report": self.package.report}
            self.store._log("merge", self.package.id, self.by, self.at, {**origin, "new": counts})
        new = {table: counts.get(table, 0) for table in _OWN_TABLES}
        return Merged(
            new["article"], new["claim"], new["assessment"], new["evidence"], clashes, changed
        )

    # ------------------------------------------------------------ what is here

    def _find_known(self) -> Iterator[None]:
        """Looks the rows up, some at a time: in a large library each is a look at the disk."""
        for table in _OWN_TABLES:
            key = _KEYS.get(table, "uuid")
            wanted = [row[key] for row in self.package.rows[table]]
            for start in range(0, len(wanted), LOOKED_UP):
                page = wanted[start : start + LOOKED_UP]
                marks = ",".join("?" * len(page))
                for row, uuid in self.db.execute(
                    f"SELECT id, {key} FROM {table} WHERE {key} IN ({marks})", page
                ):
                    self.ids[table, uuid] = row
                yield

    def _fresh(self, table: str, row: Row) -> bool:
        """Whether the row is not here yet; then it counts as new."""
        uuid = row[_KEYS.get(table, "uuid")]
        if (table, uuid) in self.ids:
            return False
        self.new[table].add(uuid)
        return True

    def _add(self, table: str, row: Row, **more: Any) -> int:
        key = self.store._insert(table, **{**self._own(row), **more})
        self.ids[table, row[_KEYS.get(table, "uuid")]] = key
        return key

    def _own(self, row: Row) -> dict[str, Any]:
        """The row with row ids of ours in place of ids."""
        own: dict[str, Any] = {}
        for name, value in row.items():
            if name in ("article", "version", "claim", "reviewer", "scale", "source", "original"):
                own[f"{name}_id"] = None if value is None else self.ids[name, value]
            elif name not in ("part_of", "shown"):
                own[name] = value
        return own

    # ------------------------------------------------------------ tables, in their order

    def _take_scale(self, row: Row) -> None:
        if self._fresh("scale", row):
            self._add("scale", row)

    def _take_reviewer(self, row: Row) -> None:
        """Two people of one name stay two: the one who comes gets a number behind it. Nobody comes
        with a report under the name of the one who takes it in."""
        if self._fresh("reviewer", row):
            own = [self.by] if self.package.report else []
            taken, name, number = {*self.store.reviewers(), *own}, row["name"], 1
            while name in taken:
                number += 1
                name = f"{row['name']} ({number})"
            self._add("reviewer", row, name=name)

    def _take_original(self, row: Row) -> None:
        """A file of which a report knew the hash alone is filled in when its bytes come."""
        if self._fresh("original", row):
            self._add("original", row)
        elif row["body"]:
            cursor = self.db.execute(
                "UPDATE original SET body = ? WHERE sha256 = ? AND body = x''",
                (row["body"], row["sha256"]),
            )
            self.changed += cursor.rowcount

    def _take_article(self, row: Row) -> None:
        if self._fresh("article", row):
            self._add("article", row)
            return
        key = self.ids["article", row["uuid"]]
        own = self.store._one(
            f"SELECT imported_at, {', '.join(_ARTICLE_BASE)} FROM article WHERE id = ?", key
        )
        better: dict[str, Any] = {}
        if row["imported_at"] < own[0]:
            better["imported_at"] = row["imported_at"]
        for name, value in zip(_ARTICLE_BASE, own[1:], strict=True):
            if row[name] > value and not self._edited(row["uuid"], name):
                better[name] = row[name]  # the same choice on both desks, whoever merges first
        self._change("article", key, better)

    def _edited(self, subject: str, field: str) -> bool:
        lines = [one for one in self.package.rows["event"] if one["subject"] == subject]
        said = any(f'"{field}"' in (one["payload"] or "") for one in lines)
        return said or bool(self.store._heads(subject, field))

    def _change(self, table: str, key: int, values: Mapping[str, Any]) -> None:
        self.changed += bool(values)
        self.store._write_fields(table, key, values)

    def _take_version(self, row: Row) -> None:
        article = self.ids["article", row["article"]]
        if not self._fresh("version", row):
            key = self.ids["version", row["uuid"]]
            mine = self.store._one("SELECT imported_at, finder FROM version WHERE id = ?", key)
            first = {"imported_at": row["imported_at"]} if row["imported_at"] < mine[0] else {}
            searched = {"finder": row["finder"]} if row["finder"] and not mine[1] else {}
            self.changed += bool(first or searched)
            for name, value in {**first, **searched}.items():
                self.db.execute(f"UPDATE version SET {name} = ? WHERE id = ?", (value, key))
            return
        last = self.store._one("SELECT MAX(number) FROM version WHERE article_id = ?", article)[0]
        self._add("version", row, number=int(last or 0) + 1, opening=opening(row["text"]))

    def _take_claim(self, row: Row) -> None:
        article = self.ids["article", row["article"]]
        part_of = None if row["part_of"] is None else self.ids["claim", row["part_of"]]
        if self._fresh("claim", row):
            shown = row["listed"] or row["touched"]
            number = row["number"] if shown else 0
            if shown and (not number or self._taken(article, number)):
                number = self.store._last_number(article) + 1
            self._add("claim", row, part_of=part_of, number=number)
        elif row["touched"]:
            key = self.ids["claim", row["uuid"]]
            cursor = self.db.execute(
                "UPDATE claim SET touched = 1 WHERE id = ? AND NOT touched", (key,)
            )
            self.changed += cursor.rowcount

    def _taken(self, article: int, number: int) -> bool:
        sql = "SELECT 1 FROM claim WHERE article_id = ? AND number = ?"
        return self.store._one(sql, article, number) is not None

    def _take_carried(self, row: Row) -> None:
        """How a claim came into a version in which it was never seen here."""
        if self._unseen(row):
            self.carried.add((row["claim"], row["version"]))
            self.store._insert("carried", **self._own(row))

    def _take_span(self, row: Row) -> None:
        """Places of a claim in a version in which it was never seen here."""
        if (row["claim"], row["version"]) in self.carried or self._unseen(row):
            self.store._insert("span", **self._own(row))

    def _unseen(self, row: Row) -> bool:
        return row["claim"] in self.new["claim"] or row["version"] in self.new["version"]

    def _take_contested(self, row: Row) -> None:
        pair = self.ids["claim", row["claim"]], self.ids["claim", row["other"]]
        cursor = self.db.execute(
            "INSERT OR IGNORE INTO contested (claim_id, other_id, reason) VALUES (?, ?, ?)",
            (*pair, row["reason"]),
        )
        self.changed += cursor.rowcount

    def _take_source(self, row: Row) -> None:
        if self._fresh("source", row):
            self._add("source", row)

    def _take_evidence(self, row: Row) -> None:
        if self._fresh("evidence", row):
            self._add("evidence", row, number=0)

    def _take_copy(self, row: Row) -> None:
        if self._fresh("copy", row):
            self._add("copy", row)

    def _take_assessment(self, row: Row) -> None:
        """A note that an earlier package left out is filled in, once."""
        if self._fresh("assessment", row):
            key = self._add("assessment", row)
            if row["uuid"] not in self.with_line:
                payload = chain.assessment_payload(self.db, key) or {}
                self.store._log("take in", row["claim"], self.by, self.at, payload, key)
            return
        key = self.ids["assessment", row["uuid"]]
        withheld = self.store._one("SELECT withheld FROM assessment WHERE id = ?", key)[0]
        if withheld and not row["withheld"]:
            self._change("assessment", key, {"note": row["note"], "withheld": 0})

    def _take_event(self, row: Row) -> None:
        if not self._fresh("event", row):
            return
        assessment = row["assessment"]
        key = None if assessment is None else self.ids["assessment", assessment]
        values = {name: value for name, value in row.items() if name != "assessment"}
        self.store._insert("event", **values, assessment_id=key)
        self.db.execute(
            "INSERT OR IGNORE INTO chain (uuid, came_at) SELECT ?, ? WHERE ? <>"
            " (SELECT uuid FROM library)",
            (row["chain"], iso(self.at), row["chain"]),
        )

    # ------------------------------------------------------------ numbers

    def _renumber(self) -> Iterator[None]:
        """Evidence by the time it was added: the same numbers on every desk that has the same. On a
        claim that had none here a report's numbers stand, which has nothing that was taken out."""
        told = {self.ids["evidence", one]: n for one, n in self.package.numbers.items()
                if one in self.new["evidence"]}  # fmt: skip
        claims = {self.ids["claim", row["claim"]] for row in self.package.rows["evidence"]}
        for done, claim in enumerate(sorted(claims)):
            if done % STEP == 0:
                yield
            rows = self.db.execute(
                "SELECT id FROM evidence WHERE claim_id = ? ORDER BY uuid", (claim,)
            ).fetchall()
            stand = all(row[0] in told for row in rows)
            self.db.executemany(
                "UPDATE evidence SET number = ? WHERE id = ?",
                [(told[row[0]] if stand else n, row[0]) for n, row in enumerate(rows, 1)],
            )

    def _show_version(self, row: Row) -> None:
        """An article that is new here shows what it showed there, and its claims stand as they
        stood; one that is not shows the newest text, if that came with the package, and claims are
        looked for in it."""
        article, new = self.ids["article", row["uuid"]], row["uuid"] in self.new["article"]
        self.store._know_again(article)
        shown = self.store._shown(article)
        wanted = self.ids["version", row["shown"]] if new else self._newer(article, shown)
        if wanted != shown:
            number = self.store._one("SELECT number FROM version WHERE id = ?", wanted)[0]
            self.db.execute("UPDATE article SET version = ? WHERE id = ?", (number, article))
        if not new and (wanted != shown or self.new["claim"]):
            self.store.catch_up(article)

    def _newer(self, article: int, shown: int) -> int:
        """The newest version of an article that came just now, or the one that is shown."""
        rows = self.db.execute(
            "SELECT id, uuid FROM version WHERE article_id = ? AND imported_at >"
            " (SELECT imported_at FROM version WHERE id = ?) ORDER BY imported_at DESC, uuid DESC",
            (article, shown),
        )
        return next((row for row, uuid in rows if uuid in self.new["version"]), shown)
