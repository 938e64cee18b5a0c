"""The versions of an article: newer texts taken in, claims carried over to them, and back again.

Nothing is overwritten: every version keeps its text and the places that claims had in it, so going
back to one is exact. Where a claim went is decided by ``anchoring`` (off the window's thread where
the texts are long); here it is written down. Not here: the first import (intake.py).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from factcheck_gui.anchoring import Anchored, Carried, Carry, carry
from factcheck_gui.domain import (
    CONTEXT,
    Change,
    Document,
    Problem,
    Reviewer,
    Span,
    slices,
    storable,
)
from factcheck_gui.library import file, indexing
from factcheck_gui.library.intake import Intake, as_pairs, check_spans
from factcheck_gui.library.likeness import likeness
from factcheck_gui.library.rows import PLACED, packed

FIRST = 1  # the number of an article's first version
REVIEWER = "reviewer"  # the origin of a detail that a person entered
ALIKE = 0.4  # the share of words that two texts of one article have in common at least
DETAILS = ("title", "author", "site", "url", "published", "modified", "language")


class Older(NamedTuple):
    """What a newer text of an article is to be compared with: everything that ``carry`` needs."""

    article: int
    current: int  # the version shown now
    texts: dict[int, str]  # by the version's row id
    claims: tuple[Anchored, ...]


class Versions(Intake):
    """Writing versions. ``number`` counts an article's versions from 1."""

    def older(self, article: int, number: int = 0) -> Older:
        """What claims are to be carried from: those that were never seen in version ``number`` (0
        for one that is yet to come). Raises Problem where the article is gone."""
        now = self.article(article)
        target = self._version_key(article, number) or 0
        rows = self.connection.execute(
            "SELECT id, version_id, details FROM claim c WHERE article_id = ?"
            " AND NOT EXISTS (SELECT 1 FROM span WHERE claim_id = c.id AND version_id = ?)"
            " AND NOT EXISTS (SELECT 1 FROM carried WHERE claim_id = c.id AND version_id = ?)"
            " ORDER BY id",
            (article, target, target),
        ).fetchall()
        places: dict[tuple[int, int], list[Span]] = {}
        for claim, version, start, end in self.connection.execute(
            'SELECT s.claim_id, s.version_id, s."start", s."end" FROM span s'
            " JOIN claim c ON c.id = s.claim_id AND c.version_id = s.version_id"
            " WHERE c.article_id = ? ORDER BY s.claim_id, s.place",
            (article,),
        ):
            places.setdefault((claim, version), []).append(Span(start, end))
        claims = [
            Anchored(
                claim,
                version,
                tuple(places.get((claim, version), ())),
                tuple(_spans_in(json.loads(details))),
            )
            for claim, version, details in rows
        ]
        wanted = {now.version, *(one.version for one in claims)}
        texts = {key: self._text(key) for key in wanted}
        return Older(article, now.version, texts, tuple(claims))

    def alike(self, document: Document) -> int | None:
        """The article outside the trash that has this document's address or headline; the texts
        may still differ altogether. Not one that has this very text."""
        keys = likeness(document.url, document.title, document.site, document.text)
        for key in keys:
            row = self._one(
                "SELECT l.article_id FROM likeness l JOIN article a ON a.id = l.article_id"
                " WHERE l.key = ? AND a.trashed_at = '' ORDER BY l.article_id LIMIT 1",
                key,
            )
            if row:
                return None if key.startswith("text:") else int(row[0])
        return None

    def add_version(
        self,
        article: int,
        document: Document,
        found: Carry,
        by: Reviewer,
        at: datetime,
        *,
        source: int = 0,
    ) -> Change | None:
        """Takes in a newer text of an article and shows it; None where it is shown already.

        ``found`` is what ``carry`` made of ``older``. Details that no person entered follow the
        newer document. ``source`` is the version whose original file this text was made from
        anew, if there was no other. Raises Problem where the article is gone.
        """
        with file.atomic(self.connection):
            uuid, number = self._article_uuid(article), self._with_text(article, document.text)
            if not number:
                number = self._last_version(article) + 1
                self._insert_version(article, document, at, number)
                if source:
                    self._same_original(article, source, number)
                payload = {"number": number, "kept": round(found.kept, 4)}
                self._know_again(article)
                self._log("add version", uuid, by.name, at, payload)
            details = self._newer_details(article, document)
            return self._show(article, number, found.claims, by, at, details)

    def _same_original(self, article: int, source: int, number: int) -> None:
        self.connection.execute(
            "UPDATE version SET (original_id, source_name) = (SELECT original_id, source_name"
            " FROM version WHERE article_id = ? AND number = ?)"
            " WHERE article_id = ? AND number = ?",
            (article, source, article, number),
        )

    def show_version(
        self, article: int, number: int, by: Reviewer, at: datetime, **details: Any
    ) -> Change | None:
        """Shows another version of an article again: claims stand where they stood in it, those
        that came later are looked for. None where it is shown already."""
        older = self.older(article, number)
        version = self._version_key(article, number)
        if version is None:
            raise Problem("This version is no longer in the library.")
        found = carry(older.texts, self._text(version), older.claims).claims if older.claims else ()
        with file.atomic(self.connection):
            return self._show(article, number, found, by, at, details)

    def _show(
        self,
        article: int,
        number: int,
        found: Sequence[Carried],
        by: Reviewer,
        at: datetime,
        details: Mapping[str, Any],
    ) -> Change | None:
        old, *rest = self._one(
            f"SELECT version, {', '.join((*DETAILS, 'origins'))} FROM article WHERE id = ?",
            article,
        )
        had = dict(zip((*DETAILS, "origins"), rest, strict=True))
        after = {name: value for name, value in details.items() if had[name] != value}
        if number == old and not after:
            return None
        target = self._version_key(article, number)
        assert target is not None
        if number != old:
            self._keep_details(article, old)
            known = {one.claim for one in found}
            self._carry(article, target, [*found, *self._later(article, target, known)])
            self._return(article, target)
            self._place_orphans(article, target)
            self.connection.execute(
                "UPDATE article SET version = ? WHERE id = ?", (number, article)
            )
        self._write_details(article, after)
        before = {name: had[name] for name in after}
        change = Change("article", article, None, {**before, "version": old},
                        {**after, "version": number}, by)  # fmt: skip
        self._log("edit article", self._article_uuid(article), by.name, at,
                  {"before": change.before, "after": change.after})  # fmt: skip
        return change

    def _later(self, article: int, target: int, known: set[int]) -> Sequence[Carried]:
        """Claims that came while the others were looked for in another thread."""
        number = self._one("SELECT number FROM version WHERE id = ?", target)[0]
        older = self.older(article, number)
        claims = [one for one in older.claims if one.claim not in known]
        if not claims:
            return ()
        return carry(older.texts, self._text(target), claims).claims

    # ------------------------------------------------------------ claims into a version

    def _carry(self, article: int, target: int, found: Sequence[Carried]) -> None:
        """Writes for the first time where claims stand in a version: many at once, since a window
        waits for it."""
        text = self._text(target)
        stood = {
            claim: (version, details)
            for claim, version, details in self.connection.execute(
                "SELECT id, version_id, details FROM claim WHERE article_id = ?", (article,)
            )
        }
        here = [one for one in found if one.claim in stood]  # none that was deleted meanwhile
        self.connection.executemany(
            "INSERT INTO carried (claim_id, version_id, anchor, was) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET anchor = excluded.anchor, was = excluded.was",
            [(one.claim, target, one.state, self._was(one, stood[one.claim][0])) for one in here],
        )
        self._put_spans(target, text, {one.claim: one.spans for one in here})
        moved = ((one.claim, _moved(stood[one.claim][1], one)) for one in here if one.spans)
        self.connection.executemany(
            "UPDATE claim SET details = ? WHERE id = ?",
            [(new, claim) for claim, new in moved if new != stood[claim][1]],
        )

    def _was(self, one: Carried, version: int) -> str:
        """A claim's words in the version that it comes from, where they changed."""
        return self._words(one.claim, version) if one.changed else ""

    def _keep_details(self, article: int, number: int) -> None:
        """What is known of claims is kept with the places of the version that is left."""
        self.connection.execute(
            "INSERT INTO carried (claim_id, version_id, anchor, details)"
            " SELECT c.id, c.version_id, 'ok', c.details FROM claim c"
            " JOIN version v ON v.id = c.version_id"
            " WHERE c.article_id = ? AND v.number = ? AND c.details <> '{}'"
            " ON CONFLICT DO UPDATE SET details = excluded.details",
            (article, number),
        )

    def _return(self, article: int, target: int) -> None:
        """Every claim to the places that it has in a version; orphaned ones stay as they were."""
        text = self._text(target)
        rows = self.connection.execute(
            'SELECT c.id, c.text, s."start", s."end" FROM claim c'
            " JOIN span s ON s.claim_id = c.id AND s.version_id = ?"
            " WHERE c.article_id = ? ORDER BY c.id, s.place",
            (target, article),
        ).fetchall()
        self.connection.execute(
            "UPDATE claim SET details = k.details FROM carried k WHERE k.claim_id = claim.id"
            " AND k.version_id = ? AND k.details IS NOT NULL",
            (target,),
        )
        places: dict[int, list[Span]] = {}
        words: dict[int, str] = {}
        for claim, said, start, end in rows:
            places.setdefault(claim, []).append(Span(start, end))
            words[claim] = said
        same = []
        for claim, spans in places.items():
            if slices(text, spans) == words[claim]:
                same.append((target, spans[0].start, claim))
            else:
                self._anchor(claim, target, slices(text, spans), spans[0].start, words[claim])
        self.connection.executemany("UPDATE claim SET version_id = ?, start = ? WHERE id = ?", same)

    def _place_orphans(self, article: int, target: int) -> None:
        """Orphaned claims come in the list behind the claim that stood before them."""
        orphans: dict[int, list[tuple[int, int]]] = {}
        for claim, version, start in self.connection.execute(
            'SELECT c.id, c.version_id, s."start" FROM carried k JOIN claim c ON c.id = k.claim_id'
            " JOIN span s ON s.claim_id = c.id AND s.version_id = c.version_id AND s.place = 0"
            " WHERE c.article_id = ? AND k.version_id = ? AND k.anchor = 'orphaned'",
            (article, target),
        ):
            orphans.setdefault(version, []).append((claim, start))
        for version, claims in orphans.items():
            both = self.connection.execute(
                'SELECT o."start", n."start" FROM span o JOIN span n ON n.claim_id = o.claim_id'
                " AND n.version_id = ? AND n.place = 0 WHERE o.version_id = ? AND o.place = 0"
                ' ORDER BY o."start", n."start"',
                (target, version),
            ).fetchall()
            for claim, start in claims:
                before = bisect_right(both, (start, 1 << 60)) - 1
                self._set(claim, start=both[before][1] + 1 if before >= 0 else 0)

    def _anchor(self, claim: int, version: int, words: str, start: int, said: str) -> None:
        """Says of a claim in which version it stands; the index follows where its words differ."""
        if words == said:
            self._set(claim, version_id=version, start=start)
            return
        indexing.remove(self.connection, "claim", claim)
        self._set(claim, version_id=version, start=start, text=words)
        indexing.add(self.connection, "claim", claim)

    def _set(self, claim: int, **columns: Any) -> None:
        names = ", ".join(f"{name} = ?" for name in columns)
        self.connection.execute(
            f"UPDATE claim SET {names} WHERE id = ?", (*columns.values(), claim)
        )

    def _put_spans(self, version: int, text: str, places: Mapping[int, Sequence[Span]]) -> None:
        """Where claims stand in a version, in place of what was written there before."""
        self.connection.executemany(
            "DELETE FROM span WHERE claim_id = ? AND version_id = ?",
            [(claim, version) for claim in places],
        )
        self.connection.executemany(
            'INSERT INTO span (claim_id, version_id, place, "start", "end", quote, prefix, suffix)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    claim, version, place, one.start, one.end, one.of(text),
                    text[max(0, one.start - CONTEXT) : one.start],
                    text[one.end : one.end + CONTEXT],
                )
                for claim, spans in places.items()
                for place, one in enumerate(spans)
            ],
        )  # fmt: skip

    # ------------------------------------------------------------ places that a reviewer gives

    def move_claim(
        self,
        claim: int,
        spans: Sequence[Span],
        by: Reviewer,
        at: datetime,
        number: int = 0,
    ) -> Change | None:
        """Anchors a claim to other places of the text shown; its words are the slices there, and
        an orphaned one is orphaned no more. Raises Problem as ``add_claim`` does.

        ``number`` names another version: a step from before is undone in the version that it was
        made in, and the claim is carried over from there.
        """
        with file.atomic(self.connection):
            now = self.claim(claim)
            self._may_change(now.article, by)
            article = self.article(now.article)
            shown = article.version_number
            stood = self._one(
                "SELECT v.number, v.id FROM claim c JOIN version v ON v.id = c.version_id"
                " WHERE c.id = ?", claim,
            )  # fmt: skip
            number = number or shown
            version = self._version_key(now.article, number)
            if version is None:
                raise Problem("This version is no longer in the library.")
            text = self._text(version)
            check_spans(spans, text)
            old = self._places(claim, stood[1])
            settles = self._clashes(now.id, "place")
            if tuple(spans) == tuple(old) and number == stood[0] and not settles:
                return None
            was = now.text if stood[0] != number == shown else ""
            self._place(claim, version, text, spans, was)
            if number != shown:
                self._carry_again(claim, version, article.version)
            left, taken = self._named_place(stood[1], old), self._named_place(version, spans)
            self._log_edit("claim", now.id, {"place": left}, {"place": taken}, by, at)
        before, after = _place(old, stood[0]), _place(spans, number)
        return Change("claim", now.article, claim, before, after, by)

    def _named_place(self, version: int, spans: Sequence[Span]) -> list[Any]:
        """A place as the event log has it: versions have the same number in one library only."""
        return [self._uuid_of("version", version), as_pairs(spans)]

    def place_claim(self, claim: int, version: int, spans: Sequence[Span]) -> None:
        """Puts a claim at places of a version (row ids), as a line of a merged history has it; the
        place in the version shown follows."""
        shown = self._shown(self._article_of(claim))
        self._place(claim, version, self._text(version), spans, "")
        if version != shown:
            self._carry_again(claim, version, shown)

    def catch_up(self, article: int) -> None:
        """Looks for claims that came with a package in the version shown, where they were never
        seen in it."""
        now = self.article(article)
        older = self.older(article, now.version_number)
        if older.claims:
            found = carry(older.texts, now.text, older.claims).claims
            self._carry(article, now.version, found)
        self._return(article, now.version)

    def _place(self, claim: int, version: int, text: str, spans: Sequence[Span], was: str) -> None:
        said = self._one("SELECT text FROM claim WHERE id = ?", claim)[0]
        self._put_spans(version, text, {claim: spans})
        words = slices(text, spans)
        if was:  # it comes from another version
            self.connection.execute(
                "INSERT INTO carried (claim_id, version_id, anchor, was) VALUES (?, ?, 'ok', ?)"
                " ON CONFLICT DO UPDATE SET anchor = 'ok', was = excluded.was",
                (claim, version, was if was != words else ""),
            )
        self._anchor(claim, version, words, spans[0].start, said)
        self._set(claim, touched=1)

    def _carry_again(self, claim: int, version: int, target: int) -> None:
        """A place in an older version changed: the one in the version shown follows."""
        one = Anchored(claim, version, tuple(self._places(claim, version)))
        found = carry({version: self._text(version)}, self._text(target), [one]).claims
        article = self._article_of(claim)
        self._carry(article, target, found)
        (now,) = found
        if now.spans:
            said = self._words(claim, version)
            text = self._text(target)
            self._anchor(claim, target, slices(text, now.spans), now.spans[0].start, said)
        else:
            self._place_orphans(article, target)

    def settle(self, claim: int, was: str, by: Reviewer, at: datetime) -> Change | None:
        """Takes away ("") that a claim's words changed, because a reviewer has seen it; or puts
        it back, to undo that."""
        with file.atomic(self.connection):
            now = self.claim(claim)
            version = self.article(now.article).version
            row = self._one(
                "SELECT was FROM carried WHERE claim_id = ? AND version_id = ?", claim, version
            )
            if row is None or row[0] == was:
                return None
            self.connection.execute(
                "UPDATE carried SET was = ? WHERE claim_id = ? AND version_id = ?",
                (was, claim, version),
            )
            before, after = {"was": row[0]}, {"was": was}
            self._log("edit claim", now.id, by.name, at, {"before": before, "after": after})
        return Change("claim", now.article, claim, before, after, by)

    # ------------------------------------------------------------ details

    def _newer_details(self, article: int, document: Document) -> dict[str, str]:
        """What a newer document says of the article, where no person has said it."""
        origins = dict(self.article(article).origins)
        found = dict(document.origins)
        new = {}
        for name in DETAILS:
            value = storable(getattr(document, name))
            if value and origins.get(name) != REVIEWER:
                new[name] = value
                origins[name] = storable(found.get(name, ""))
        known = {name: where for name, where in origins.items() if where}
        new["origins"] = json.dumps(known, ensure_ascii=False)
        return new

    def _write_details(self, article: int, values: Mapping[str, Any]) -> None:
        if not values:
            return
        indexing.remove(self.connection, "article", article)
        names = ", ".join(f"{name} = ?" for name in values)
        self.connection.execute(
            f"UPDATE article SET {names} WHERE id = ?", (*values.values(), article)
        )
        indexing.add(self.connection, "article", article)
        self._know_again(article)

    # ------------------------------------------------------------ small questions

    def _with_text(self, article: int, text: str) -> int:
        """The number of the article's version with exactly this text; 0 for none."""
        row = self._one(
            "SELECT number FROM version WHERE article_id = ? AND text = ?", article, text
        )
        return int(row[0]) if row else 0

    def _last_version(self, article: int) -> int:
        row = self._one("SELECT MAX(number) FROM version WHERE article_id = ?", article)
        return int(row[0] or 0)

    def _words(self, claim: int, version: int) -> str:
        """A claim's words as they stand in a version."""
        rows = self.connection.execute(
            "SELECT quote FROM span WHERE claim_id = ? AND version_id = ? ORDER BY place",
            (claim, version),
        )
        return " … ".join(row[0] for row in rows)


def _place(spans: Sequence[Span], number: int) -> dict[str, Any]:
    """A place as changes and the event log have it; in the first version where no other stands."""
    place: dict[str, Any] = {"spans": as_pairs(spans)}
    return {**place, "version": number} if number != FIRST else place


def _moved(details: str, one: Carried) -> str:
    """Details as stored: figures, dates, names and the attribution follow their words; what lost
    them is left out."""
    known = json.loads(details)
    moved = _moved_details(known, dict(one.details))
    return details if moved == known else packed(moved)


def _spans_in(details: Mapping[str, Any]) -> list[Span]:
    """The places in a claim's details, as ``rows`` writes them."""
    pairs = [row[:2] for name in PLACED for row in details.get(name) or ()]
    pairs += [pair for part in (details.get("attribution") or ())[:3] for pair in part]
    return [Span(*pair) for pair in pairs]


def _moved_details(details: Mapping[str, Any], moves: Mapping[Span, Span]) -> dict[str, Any]:
    def there(pair: Sequence[int]) -> list[list[int]]:
        span = moves.get(Span(*pair))
        return [[span.start, span.end]] if span else []

    moved = dict(details)
    for name in PLACED:
        rows = details.get(name) or ()
        moved[name] = [[*pair, *row[2:]] for row in rows for pair in there(row[:2])]
    said = details.get("attribution")
    if said:
        parts = [[pair for old in part for pair in there(old)] for part in said[:3]]
        moved["attribution"] = [*parts, *said[3:]] if parts[2] else None
    return {name: value for name, value in moved.items() if value}
