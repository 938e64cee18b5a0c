"""What the finder finds, written beside what reviewers made of it: claims in batches, what contests
what, and the same again for an article that was searched before.

A claim that a reviewer touched is never changed here. One that nobody touched takes what the finder
says now; one that it does not find any more is withdrawn, not deleted, and keeps its number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from factcheck_gui.domain import (
    CONTEXT,
    Article,
    Attribution,
    FoundClaim,
    Span,
    claim_id,
    slices,
)
from factcheck_gui.library import file, indexing
from factcheck_gui.library.rows import details_json
from factcheck_gui.library.writer import Writer

_SAME = 0.8  # of both: a sentence that a reviewer's claim covers so far is not listed beside it


# Nobody has edited, judged or dismissed it, or is typing into it.
_UNTOUCHED = (
    "NOT touched AND dismissed IS NULL AND NOT EXISTS (SELECT 1 FROM draft WHERE claim_id = id)"
)


@dataclass(frozen=True, slots=True)
class Held:
    """The claims that an article has already: by their places, and where the touched ones lie."""

    places: dict[tuple[Span, ...], int]
    touched: tuple[Span, ...]  # in the text's order; a claim in several pieces from end to end

    def covers(self, spans: Sequence[Span]) -> bool:
        """Whether a touched claim says much the same as one at these spans."""
        start, end = spans[0].start, spans[-1].end
        last = bisect_right(self.touched, end, key=lambda one: one.start)
        return any(
            min(end, one.end) - max(start, one.start)
            >= _SAME * max(end - start, one.end - one.start)
            for one in self.touched[:last]
        )


NOTHING_HELD = Held({}, ())


class Found(Writer):
    """Writing what the finder found."""

    def held(self, article: Article) -> Held:
        """What an article has before the finder goes through it."""
        places: dict[int, list[Span]] = {}
        for claim, start, end in self.connection.execute(
            'SELECT s.claim_id, s."start", s."end" FROM span s JOIN claim c ON c.id = s.claim_id'
            " WHERE c.article_id = ? AND s.version_id = ? ORDER BY s.claim_id, s.place",
            (article.row.key, article.version),
        ):
            places.setdefault(claim, []).append(Span(start, end))
        touched = self.connection.execute(
            "SELECT id FROM claim WHERE article_id = ? AND touched AND NOT withdrawn",
            (article.row.key,),
        )
        whole = [places[key] for (key,) in touched if key in places]
        reach = sorted((spans[0].start, spans[-1].end) for spans in whole)
        return Held(
            {tuple(spans): key for key, spans in places.items()},
            tuple(Span(*pair) for pair in reach),
        )

    def add_found(
        self,
        article: Article,
        claims: Sequence[FoundClaim],
        attributions: Sequence[Attribution | None] = (),
        earlier: Sequence[int] = (),
        held: Held = NOTHING_HELD,
    ) -> list[int]:
        """Writes one batch of what the finder found, in the text's order: their row ids.

        ``attributions`` holds who says each of them, one for each claim, or nothing at all;
        ``earlier`` the row ids of the batches before, since ``part_of`` counts over all of them;
        ``held`` what the article had before the first batch.
        """
        keys = list(earlier)
        with file.atomic(self.connection):
            said = attributions or [None] * len(claims)
            for one, attribution in zip(claims, said, strict=True):
                whole = None if one.part_of is None else keys[one.part_of]
                keys.append(self._put_found(article, one, attribution, whole, held))
        return keys[len(earlier) :]

    def _put_found(
        self,
        article: Article,
        one: FoundClaim,
        attribution: Attribution | None,
        whole: int | None,
        held: Held,
    ) -> int:
        uuid = claim_id(article.version_id, one.spans)
        known = self.claim_key(uuid) or held.places.get(one.spans)
        if known is not None:
            self._renew(known, one, attribution, whole)
            return known
        if one.listed and held.covers(one.spans):
            one = replace(one, listed=False)
        number = self._last_number(article.row.key) + 1 if one.listed else 0
        return self._insert_claim(article, uuid, one, number, attribution, whole)

    def _renew(
        self, claim: int, one: FoundClaim, attribution: Attribution | None, whole: int | None
    ) -> None:
        """Gives a claim that nobody touched what the finder says of it now."""
        new = (
            one.claimant or "", one.cue, one.kind, one.type, one.score, one.listed,
            details_json(one, attribution), whole, 0,
        )  # fmt: skip
        old = self._one(
            "SELECT claimant, cue, kind, type, score, listed, details, part_of, withdrawn"
            f" FROM claim WHERE id = ? AND {_UNTOUCHED}",
            claim,
        )
        if old is None or old == new:
            return
        indexing.remove(self.connection, "claim", claim)
        self.connection.execute(
            "UPDATE claim SET claimant = ?, cue = ?, kind = ?, type = ?, score = ?, listed = ?,"
            " details = ?, part_of = ?, withdrawn = ? WHERE id = ?",
            (*new, claim),
        )
        indexing.add(self.connection, "claim", claim)

    def unfound(self, article: Article, found: Iterable[int]) -> list[int]:
        """Row ids of what an earlier finder found in this version, nobody touched, and is not
        among ``found``."""
        rows = self.connection.execute(
            "SELECT id FROM claim WHERE article_id = ? AND version_id = ? AND NOT withdrawn"
            f" AND origin = 'found' AND {_UNTOUCHED}",
            (article.row.key, article.version),
        )
        still = set(found)
        return [key for (key,) in rows if key not in still]

    def withdraw(self, claims: Sequence[int]) -> None:
        """Takes claims out of every list that nobody has touched meanwhile."""
        with file.atomic(self.connection):
            self.connection.executemany(
                f"UPDATE claim SET withdrawn = 1 WHERE id = ? AND {_UNTOUCHED}",
                [(key,) for key in claims],
            )

    def link_contested(self, pairs: Iterable[tuple[int, int, str]]) -> None:
        """Links claims (row ids) that contest each other, both ways, with the reason in words."""
        with file.atomic(self.connection):
            self.connection.executemany(
                "INSERT OR IGNORE INTO contested (claim_id, other_id, reason) VALUES (?, ?, ?)",
                (row for one, two, why in pairs for row in ((one, two, why), (two, one, why))),
            )

    def unlink_contested(self, article: int) -> None:
        """Forgets what contests what in an article; between two touched claims it stays."""
        with file.atomic(self.connection):
            self.connection.execute(
                "DELETE FROM contested WHERE EXISTS (SELECT 1 FROM claim"
                " WHERE id IN (claim_id, other_id) AND NOT touched) AND claim_id IN"
                " (SELECT id FROM claim WHERE article_id = ?)",
                (article,),
            )

    def finish_finding(self, article: int, finder: str, at: datetime) -> None:
        """Notes that the finder has been through an article's newest version."""
        with file.atomic(self.connection):
            self.connection.execute(
                "UPDATE version SET finder = ? WHERE article_id = ? AND number ="
                " (SELECT version FROM article WHERE id = ?)",
                (finder, article, article),
            )
            self._log("find claims", self._article_uuid(article), "", at, {"finder": finder})

    def _insert_claim(
        self,
        article: Article,
        uuid: str,
        one: FoundClaim,
        number: int,
        attribution: Attribution | None = None,
        whole: int | None = None,
        *,
        origin: str = "found",
    ) -> int:
        claim = self._insert(
            "claim",
            uuid=uuid,
            article_id=article.row.key,
            version_id=article.version,
            number=number,
            origin=origin,
            start=one.spans[0].start,
            text=slices(article.text, one.spans),
            claimant=one.claimant or "",
            cue=one.cue,
            kind=one.kind,
            type=one.type,
            score=one.score,
            listed=one.listed,
            details=details_json(one, attribution),
            part_of=whole,
            touched=origin == "reviewer",
        )
        for place, span in enumerate(one.spans):
            self._insert_span(claim, article, place, span)
        return claim

    def _insert_span(self, claim: int, article: Article, place: int, span: Span) -> None:
        text = article.text
        self._insert(
            "span",
            claim_id=claim,
            version_id=article.version,
            place=place,
            start=span.start,
            end=span.end,
            quote=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        )

    def _last_number(self, article: int) -> int:
        row = self._one("SELECT MAX(number) FROM claim WHERE article_id = ?", article)
        return int(row[0] or 0)
