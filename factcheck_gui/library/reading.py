"""All reading of a library: rows in, frozen values out. Works on any connection, also ``mode=ro``.

Lists are fetched as vectors of row ids, then pages of rows by id: a million claims cost one index
scan and the rows that are on the screen.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from factcheck_gui.domain import (
    Assessment,
    Attribution,
    Claim,
    Event,
    Mark,
    Problem,
    Reviewer,
    Span,
)
from factcheck_gui.library.article_steps import article_steps
from factcheck_gui.library.articles import marks_of
from factcheck_gui.library.clashes import CLASHING
from factcheck_gui.library.indexing import fts_query
from factcheck_gui.library.rows import (
    assessed_events,
    attribution_of,
    claim_of,
    edited_events,
    sourced_events,
    tally_of,
)
from factcheck_gui.library.sources import Sources

_CLAIM = """SELECT c.id, c.uuid, c.article_id, c.number, c.text, c.wording, c.claimant, c.cue,
    c.kind, c.type, c.score, c.listed, u.shown, c.origin, u.state, u.verdict, c.details,
    c.dismissed, c.part_of, COALESCE(k.anchor, 'ok'), CASE WHEN k.was <> ''
        AND COALESCE(u.judged_at, '') <= v.imported_at THEN k.was ELSE '' END,
    c.said_on, c.appeared, c.tags, c.query
    FROM claim c JOIN seen u ON u.claim_id = c.id JOIN article a ON a.id = c.article_id
    JOIN version v ON v.article_id = a.id AND v.number = a.version
    LEFT JOIN carried k ON k.claim_id = c.id AND k.version_id = v.id"""

# What the bar of check-worthiness lets through: a claim that was listed or touched, or, once the
# reviewer has moved it, what reaches it. A part of a sentence is offered by its sentence.
_LISTED = "u.shown = 1"
_OVER = "NOT c.withdrawn AND (c.touched OR c.part_of IS NULL AND c.score >= ?)"
_BELOW = "NOT c.withdrawn AND NOT c.touched AND c.part_of IS NULL AND u.dismissed = 0 AND"

# The chips of the claims pane, over the claims of one article that the bar lets through.
_WHICH = {
    "all": "u.dismissed = 0",
    "open": "u.dismissed = 0 AND u.state = 'open'",
    "disputed": "u.dismissed = 0 AND u.state = 'disputed'",
    "contested": "u.dismissed = 0 AND EXISTS (SELECT 1 FROM contested x JOIN seen o"
    " ON o.claim_id = x.other_id AND o.shown AND NOT o.dismissed WHERE x.claim_id = u.claim_id)",
    "clashing": f"u.claim_id IN ({CLASHING})",
    "dismissed": "u.dismissed = 1",
}

# What was done to a claim, to its evidence, and to the sources and copies of that. The same person
# under another name goes on from what they said. What was taken in without its own line is told as
# its reviewer's, and not as of whoever took it in.
_HISTORY = """WITH mine AS (SELECT * FROM evidence WHERE claim_id = :claim),
    used AS (SELECT s.id, s.uuid FROM source s JOIN mine ON mine.source_id = s.id),
    subjects AS (SELECT uuid FROM claim WHERE id = :claim UNION SELECT uuid FROM mine
        UNION SELECT uuid FROM used UNION
        SELECT c.uuid FROM copy c JOIN used ON used.id = c.source_id)
    SELECT CASE WHEN e.what = 'take in' THEN COALESCE(a.at, e.at) ELSE e.at END,
        CASE WHEN e.what = 'take in' THEN COALESCE(r.name, e.reviewer) ELSE e.reviewer END,
        e.what, e.payload, a.verdict, a.reason, a.note, a.public_note, a.round,
        a.reviewer_id FROM subjects JOIN event e ON e.subject = subjects.uuid
        LEFT JOIN assessment a ON a.id = e.assessment_id
        LEFT JOIN reviewer r ON r.id = a.reviewer_id ORDER BY e.id"""


class Reader(Sources):
    """What can be asked of a library. Row ids are called ``article`` and ``claim``."""

    # ------------------------------------------------------------ claims

    def claim_keys(
        self,
        article: int,
        which: str = "all",
        *,
        by_score: bool = False,
        text: str = "",
        bar: float | None = None,
        limit: int = -1,
    ) -> array[int]:
        """Row ids of the shown claims of an article: "all", "open", "contested", "disputed" or
        "dismissed"; in the article's order or by falling check-worthiness; ``text`` filters.

        ``bar`` shows, in place of the listed claims, those of at least that check-worthiness; what
        a reviewer touched always. ``limit`` gives the first ones only, in no time: a million ids
        take some 0.3 s.
        """
        tables, values = "seen u", [article, *_values(bar)]
        where, order = f"{_scope(bar)} AND {_WHICH[which]}", "u.start, u.claim_id"
        if by_score or bar is not None:
            tables += " JOIN claim c ON c.id = u.claim_id"
        if by_score:
            order = "c.score DESC, u.start, u.claim_id"
        query = fts_query(text)
        if query:
            where += " AND u.claim_id IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)"
            values.append(query)
        rows = self.connection.execute(
            f"SELECT u.claim_id FROM {tables} WHERE u.article_id = ? AND {where} ORDER BY {order}"
            " LIMIT ?",
            [*values, limit],
        )
        return array("q", [row[0] for row in rows])

    def every_claim(self, article: int) -> array[int]:
        """Row ids of all claims of an article in its order, also of those that no list shows."""
        rows = self.connection.execute(
            "SELECT id FROM claim WHERE article_id = ? AND NOT withdrawn ORDER BY start, id",
            (article,),
        )
        return array("q", [row[0] for row in rows])

    def claim_counts(self, article: int, bar: float | None = None) -> dict[str, int]:
        """How many claims each chip shows. Without a bar hardly anything is counted: triggers keep
        the tally."""
        if bar is not None:
            return {which: len(self.claim_keys(article, which, bar=bar)) for which in _WHICH}
        buckets = self.buckets([article]).get(article, {})
        contested = self._one(
            "SELECT COUNT(DISTINCT x.claim_id) FROM contested x CROSS JOIN seen u"
            " ON u.claim_id = x.claim_id JOIN seen o ON o.claim_id = x.other_id"
            " WHERE u.article_id = ? AND u.shown AND u.dismissed = 0 AND o.shown"
            " AND o.dismissed = 0",
            article,
        )[0]
        return {
            "all": tally_of(buckets).claims,
            "open": buckets.get("open", 0),
            "disputed": buckets.get("disputed", 0),
            "contested": contested,
            "clashing": 0 if self.blind else self._clashing(article),
            "dismissed": buckets.get("dismissed", 0),
        }

    def _clashing(self, article: int) -> int:
        sql = f"SELECT COUNT(*) FROM claim WHERE article_id = ? AND id IN ({CLASHING})"
        return int(self._one(sql, article)[0])

    def claims_below(self, article: int, bar: float | None = None) -> int:
        """How many claims the bar keeps out of the list."""
        hidden = "u.shown = 0" if bar is None else "c.score < ?"
        row = self._one(
            "SELECT COUNT(*) FROM seen u JOIN claim c ON c.id = u.claim_id"
            f" WHERE u.article_id = ? AND {_BELOW} {hidden}",
            article,
            *_values(bar),
        )
        return int(row[0])

    def claims(self, keys: Sequence[int]) -> list[Claim]:
        """The claims with these row ids, in that order; those that are gone are left out."""
        found: dict[int, Claim] = {}
        for start in range(0, len(keys), 500):
            page = list(keys[start : start + 500])
            spans = self._spans(page)
            others, lacking = self._contested(page), self._without_reason(page)
            for row in self.connection.execute(f"{_CLAIM} WHERE c.id IN ({marks_of(page)})", page):
                claim = claim_of(row, spans.get(row[0], ()), others.get(row[0], ()))
                claim = replace(
                    claim, incomplete=claim.key in lacking and claim.verdict is not None
                )
                found[row[0]] = _veiled(claim) if self.blind else claim
        return [found[key] for key in keys if key in found]

    def claim(self, claim: int) -> Claim:
        """One claim. Raises Problem where it is gone."""
        found = self.claims([claim])
        if not found:
            raise Problem("This claim is no longer in the library.")
        return found[0]

    def claim_key(self, uuid: str) -> int | None:
        row = self._one("SELECT id FROM claim WHERE uuid = ?", uuid)
        return row[0] if row else None

    def claim_numbered(self, article: int, number: int) -> int | None:
        """The row id of an article's claim with this number."""
        row = self._one(
            "SELECT c.id FROM claim c JOIN seen u ON u.claim_id = c.id"
            " WHERE c.article_id = ? AND c.number = ? AND u.shown",
            article,
            number,
        )
        return row[0] if row else None

    def _spans(self, keys: Sequence[int]) -> dict[int, tuple[Span, ...]]:
        spans: dict[int, tuple[Span, ...]] = {}
        for claim, start, end in self.connection.execute(
            'SELECT s.claim_id, s."start", s."end" FROM span s JOIN claim c ON c.id = s.claim_id'
            " AND c.version_id = s.version_id JOIN article a ON a.id = c.article_id"
            " JOIN version v ON v.id = c.version_id AND v.number = a.version"
            f" WHERE s.claim_id IN ({marks_of(keys)}) ORDER BY s.claim_id, s.place",
            keys,
        ):
            spans[claim] = (*spans.get(claim, ()), Span(start, end))
        return spans

    def parts(self, claim: int) -> list[Claim]:
        """The claims that are parts of a sentence's claim, in the text's order, shown or not."""
        rows = self.connection.execute(
            "SELECT id FROM claim WHERE part_of = ? AND (touched OR NOT withdrawn)"
            " ORDER BY start, id",
            (claim,),
        )
        return self.claims([row[0] for row in rows])

    def attributions(self, article: int) -> list[Attribution]:
        """Who says what all over an article, each once, in the text's order."""
        rows = self.connection.execute(
            "SELECT DISTINCT json_extract(details, '$.attribution') FROM claim"
            " WHERE article_id = ? AND NOT withdrawn AND details LIKE '%\"attribution\"%'"
            " AND version_id = ? ORDER BY start, id",
            (article, self._shown(article)),
        )
        return [attribution_of(row) for (row,) in rows if row]

    def _contested(self, keys: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
        others: dict[int, list[tuple[int, str]]] = {}
        for claim, number, reason in self.connection.execute(
            "SELECT x.claim_id, c.number, x.reason FROM contested x"
            " JOIN claim c ON c.id = x.other_id"
            " JOIN seen o ON o.claim_id = c.id AND o.shown AND NOT o.dismissed"
            f" WHERE x.claim_id IN ({marks_of(keys)}) ORDER BY c.number",
            keys,
        ):
            others.setdefault(claim, []).append((number, reason))
        return others

    def _without_reason(self, keys: Sequence[int]) -> set[int]:
        """The claims that nobody gave a reason for, where their article's scale asks for one; a
        blind reader is not told what others gave."""
        who = self.blind.name if self.blind else None
        rows = self.connection.execute(
            "SELECT c.id FROM claim c JOIN article a ON a.id = c.article_id"
            " JOIN scale s ON s.id = a.scale_id"
            f" WHERE c.id IN ({marks_of(keys)}) AND json_extract(s.body, '$.needs_reason')"
            " AND NOT EXISTS (SELECT 1 FROM standing t JOIN assessment g ON g.id = t.assessment_id"
            " JOIN reviewer r ON r.id = t.reviewer_id"
            " WHERE t.claim_id = c.id AND TRIM(g.reason, char(9, 10, 13, 32)) <> ''"
            " AND (? IS NULL OR r.name = ? AND t.round = 'second'))",
            (*keys, who, who),
        )
        return {row[0] for row in rows}

    def marks(
        self, article: int, claims: Sequence[int] | None = None, bar: float | None = None
    ) -> list[Mark]:
        """A mark a span of each claim that is shown and not dismissed, and stands in the version
        shown, in the article's order; of some claims alone where they are named; ``bar`` as in
        ``claim_keys``."""
        some = "" if claims is None else f" AND u.claim_id IN ({marks_of(claims)})"
        return [
            Mark(*row)
            for row in self.connection.execute(
                'SELECT c.id, c.number, s."start", s."end", u.state, u.verdict,'
                " s.place FROM seen u"
                " JOIN claim c ON c.id = u.claim_id JOIN span s ON s.claim_id = c.id"
                " AND s.version_id = c.version_id AND s.version_id = ?"
                f" WHERE u.article_id = ? AND {_scope(bar)}"
                f" AND u.dismissed = 0{some} ORDER BY u.start, u.claim_id, s.place",
                [self._shown(article), article, *_values(bar), *(claims or ())],
            )
        ]

    def orphan_marks(self, article: int, number: int) -> list[Mark]:
        """The marks of orphaned claims in the version in which they were seen last."""
        return [
            Mark(*row)
            for row in self.connection.execute(
                'SELECT c.id, c.number, s."start", s."end", u.state, u.verdict, s.place'
                " FROM version v JOIN claim c ON c.version_id = v.id"
                " JOIN seen u ON u.claim_id = c.id AND u.shown AND NOT u.dismissed"
                " JOIN span s ON s.claim_id = c.id AND s.version_id = v.id"
                " WHERE v.article_id = ? AND v.number = ? ORDER BY u.start, c.id, s.place",
                (article, number),
            )
        ]

    # ------------------------------------------------------------ assessments, drafts, history

    def assessment(self, claim: int, reviewer: Reviewer) -> Assessment | None:
        """This reviewer's latest assessment of a claim in their round."""
        found = self._assessments(
            "s.claim_id = ? AND r.name = ? AND s.round = ?", claim, reviewer.name, reviewer.round
        )
        return found[0] if found else None

    def standing(self, claim: int) -> list[Assessment]:
        """The latest assessment of each reviewer and round; a blind one's own alone."""
        if self.blind:
            return self._assessments("s.claim_id = ? AND r.name = ?", claim, self.blind.name)
        return self._assessments("s.claim_id = ?", claim)

    def every_assessment(self, article: int) -> dict[int, list[Assessment]]:
        """All assessments of an article's claims, oldest first, by the claim's row id."""
        rows = self.connection.execute(
            "SELECT a.claim_id, a.uuid, r.name, a.round, a.verdict, a.reason, a.note, a.at,"
            " a.free_text, a.public_note, a.refs FROM assessment a"
            " JOIN claim c ON c.id = a.claim_id"
            " JOIN reviewer r ON r.id = a.reviewer_id WHERE c.article_id = ? ORDER BY a.at, a.uuid",
            (article,),
        )
        given: dict[int, list[Assessment]] = {}
        for row in rows:
            given.setdefault(row[0], []).append(_assessment(row[1:]))
        return given

    def _assessments(self, where: str, *values: Any) -> list[Assessment]:
        rows = self.connection.execute(
            "SELECT a.uuid, r.name, a.round, a.verdict, a.reason, a.note, a.at, a.free_text,"
            " a.public_note, a.refs FROM standing s JOIN assessment a ON a.id = s.assessment_id"
            f" JOIN reviewer r ON r.id = a.reviewer_id WHERE {where} ORDER BY a.at, a.uuid",
            values,
        )
        return [_assessment(row) for row in rows]

    def drafts(self, claim: int, reviewer: Reviewer) -> dict[str, str]:
        """What this reviewer typed and has not finished: field -> text."""
        return dict(
            self.connection.execute(
                "SELECT d.field, d.text FROM draft d JOIN reviewer r ON r.id = d.reviewer_id"
                " WHERE d.claim_id = ? AND r.name = ? AND d.round = ?",
                (claim, reviewer.name, reviewer.round),
            ).fetchall()
        )

    def left_drafts(self) -> list[tuple[int, Reviewer, str, str]]:
        """Every draft, whoever typed it in whichever round: (claim, reviewer, field, text)."""
        rows = self.connection.execute(
            "SELECT d.claim_id, r.name, d.round, d.field, d.text FROM draft d"
            " JOIN reviewer r ON r.id = d.reviewer_id ORDER BY d.at"
        )
        return [(row[0], Reviewer(row[1], row[2]), row[3], row[4]) for row in rows.fetchall()]

    def history(self, claim: int) -> list[Event]:
        """What was done to a claim, newest first. Private notes are named, not quoted."""
        rows = self.connection.execute(_HISTORY, {"claim": claim}).fetchall()
        events: list[Event] = []
        before: dict[tuple[int, str], tuple[str, str, str]] = {}
        for at, who, what, payload, verdict, reason, note, public, round_, person in rows:
            if self.blind and who != self.blind.name:
                continue
            if what in ("assess", "take in"):
                new = (verdict or "", reason or "", note or "")
                events += assessed_events(at, who, before.get((person, round_), ("", "", "")), new)
                before[(person, round_)] = new
                if round_ == "correction":
                    events.append(Event(at, who, "correction", "", public))
            elif what.endswith((" evidence", " source", " copy")):
                events += sourced_events(at, who, what, json.loads(payload or "{}"))
            else:
                events += edited_events(at, who, what, json.loads(payload or "{}"))
        events += self._carried(claim)
        for step in article_steps(self.connection, claim):
            if not self.blind or step.reviewer == self.blind.name:
                events.append(step)
        return sorted(events, key=lambda one: one.at)[::-1]

    def _carried(self, claim: int) -> list[Event]:
        """What newer texts of the article did to a claim."""
        rows = self.connection.execute(
            "SELECT v.imported_at, k.anchor, k.was, (SELECT quote FROM span s"
            " WHERE s.claim_id = k.claim_id AND s.version_id = v.id ORDER BY place LIMIT 1)"
            " FROM carried k JOIN version v ON v.id = k.version_id WHERE k.claim_id = ?"
            " AND (k.anchor <> 'ok' OR k.was <> '')",
            (claim,),
        )
        return [
            Event(
                at,
                "",
                anchor if anchor != "ok" else "text changed",
                was,
                (now or "") if was else "",
            )
            for at, anchor, was, now in rows
        ]

    def judged_by_others(self, articles: Sequence[int], name: str) -> bool:
        """Whether anybody but this reviewer judged a claim of these articles, or found evidence."""
        for start in range(0, len(articles), 500):
            page = list(articles[start : start + 500])
            for table in ("assessment", "evidence"):
                row = self._one(
                    f"SELECT 1 FROM {table} x JOIN claim c ON c.id = x.claim_id"
                    " JOIN reviewer r ON r.id = x.reviewer_id"
                    f" WHERE c.article_id IN ({marks_of(page)}) AND r.name <> ? LIMIT 1",
                    *page,
                    name,
                )
                if row:
                    return True
        return False

    def reviewer_details(self, name: str) -> tuple[str, str]:
        """A reviewer's initials and organisation; "" where they are not known."""
        row = self._one("SELECT initials, organisation FROM reviewer WHERE name = ?", name)
        return (row[0], row[1]) if row else ("", "")

    def reviewers(self) -> list[str]:
        return [row[0] for row in self.connection.execute("SELECT name FROM reviewer ORDER BY id")]


def _veiled(claim: Claim) -> Claim:
    """A claim without what a blind reviewer must not read: why it was dismissed, what was asked."""
    return replace(claim, dismissed=None if claim.dismissed is None else "", query="")


def _scope(bar: float | None) -> str:
    """The condition on a claim that the bar lets it through; ``_values`` go with it."""
    return _LISTED if bar is None else _OVER


def _values(bar: float | None) -> list[Any]:
    return [] if bar is None else [bar]


def _assessment(row: Sequence[Any]) -> Assessment:
    uuid, name, round_, verdict, reason, note, at, free_text, public_note, refs = row
    cited = tuple((int(number), one) for number, one in json.loads(refs or "{}").items())
    return Assessment(
        uuid, name, round_, verdict, reason, note, at, bool(free_text), public_note, cited
    )
