"""What comes in: articles with their originals, and the claims that a reviewer marks in them. The
claims that the finder finds are found.py's.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from factcheck_gui import paths
from factcheck_gui.domain import (
    Article,
    Block,
    Change,
    Claim,
    Document,
    FoundClaim,
    Problem,
    Reviewer,
    Scale,
    Span,
    article_id,
    iso,
    opening,
    slices,
    storable,
    text_sha256,
    version_id,
)
from factcheck_gui.library import file, indexing
from factcheck_gui.library.found import Found
from factcheck_gui.library.scales import body


class Intake(Found):
    """Adding articles and claims; nothing here changes what a reviewer gave."""

    def add_article(
        self, document: Document, scale: Scale, by: str, at: datetime
    ) -> tuple[int, bool]:
        """Adds an article: (row id, whether it is new). The same text is the same article.

        An article found in the trash comes back out of it.
        """
        uuid = article_id(document.text)
        with file.atomic(self.connection):
            known = self.article_key(uuid)
            if known is not None:
                self._untrash(known, uuid, by, at)
                return known, False
            article = self._insert_article(uuid, document, scale, at)
            self._insert_version(article, document, at)
            self._log("import", uuid, by, at, {"sha256": text_sha256(document.text)})
        return article, True

    def _untrash(self, article: int, uuid: str, by: str, at: datetime) -> None:
        row = self.article_row(article)
        if row and row.trashed_at:
            self.connection.execute("UPDATE article SET trashed_at = '' WHERE id = ?", (article,))
            before, after = {"trashed_at": row.trashed_at}, {"trashed_at": ""}
            self._log("edit article", uuid, by, at, {"before": before, "after": after})

    def _insert_article(self, uuid: str, document: Document, scale: Scale, at: datetime) -> int:
        return self._insert(
            "article",
            uuid=uuid,
            title=storable(document.title),
            author=storable(document.author),
            site=storable(document.site),
            url=storable(document.url),
            published=storable(document.published),
            language=storable(document.language),
            modified=storable(document.modified),
            origins=json.dumps({n: storable(where) for n, where in document.origins}),
            source_name=storable(document.source_name),
            imported_at=iso(at),
            scale_id=self._scale(scale),
        )

    def _insert_version(self, article: int, document: Document, at: datetime) -> None:
        self._insert(
            "version",
            uuid=version_id(document.text),
            article_id=article,
            number=1,
            text=document.text,
            opening=opening(document.text),
            sha256=text_sha256(document.text),
            blocks=json.dumps([_row(block) for block in document.blocks]),
            furniture=json.dumps([[f.at, f.text] for f in document.furniture], ensure_ascii=False),
            original_id=self._original(document),
            imported_at=iso(at),
            tool=paths.TOOL,
        )

    def _original(self, document: Document) -> int | None:
        if not document.original:
            return None
        digest = hashlib.sha256(document.original).hexdigest()
        known = self._one("SELECT id FROM original WHERE sha256 = ?", digest)
        if known:
            return int(known[0])
        return self._insert(
            "original",
            sha256=digest,
            size=len(document.original),
            media_type=document.media_type,
            encoding=document.encoding,
            body=zlib.compress(document.original, 1),
        )

    def _scale(self, scale: Scale) -> int:
        text, digest = body(scale)
        known = self._one("SELECT id FROM scale WHERE sha256 = ?", digest)
        return (
            int(known[0])
            if known
            else self._insert("scale", name=scale.id, sha256=digest, body=text)
        )

    def move_claim(
        self, claim: int, spans: Sequence[Span], by: Reviewer, at: datetime
    ) -> Change | None:
        """Anchors a claim to other places of its text; its words are the slices there.

        Raises Problem as ``add_claim`` does."""
        now = self.claim(claim)
        article = self.article(now.article)
        check_spans(spans, article.text)
        if tuple(spans) == now.spans:
            return None
        before, after = {"spans": as_pairs(now.spans)}, {"spans": as_pairs(spans)}
        with file.atomic(self.connection):
            indexing.remove(self.connection, "claim", claim)
            self.connection.execute(
                "UPDATE claim SET start = ?, text = ?, touched = 1 WHERE id = ?",
                (spans[0].start, slices(article.text, spans), claim),
            )
            self.connection.execute(
                "DELETE FROM span WHERE claim_id = ? AND version_id = ?", (claim, article.version)
            )
            for place, span in enumerate(spans):
                self._insert_span(claim, article, place, span)
            indexing.add(self.connection, "claim", claim)
            self._log("edit claim", now.id, by.name, at, {"before": before, "after": after})
        return Change("claim", now.article, claim, before, after, by)

    def add_claim(
        self,
        article: Article,
        spans: Sequence[Span],
        by: Reviewer,
        at: datetime,
        like: Claim | None = None,
    ) -> Change:
        """A claim that the reviewer marked in the text, at one or more places in its order.

        ``like`` is the claim it is part of: who said it is taken from there. Raises Problem for
        places that are empty, overlap or lie outside the text.
        """
        check_spans(spans, article.text)
        found = FoundClaim(tuple(spans), slices(article.text, spans), 1.0, True)
        if like:
            found = replace(found, claimant=like.claimant, cue=like.cue)
        with file.atomic(self.connection):
            uuid = self._uuid(at)
            number = self._last_number(article.row.key) + 1
            claim = self._insert_claim(article, uuid, found, number, origin="reviewer")
            after = {"withdrawn": 0}
            self._log("add claim", uuid, by.name, at, {"spans": as_pairs(spans)})
        return Change("claim", article.row.key, claim, {"withdrawn": 1}, after, by)


def check_spans(spans: Sequence[Span], text: str) -> None:
    """Raises Problem unless the spans are whole, in order, apart, and inside the text."""
    ends = [0, *(one.end for one in spans)]
    whole = all(one.start < one.end <= len(text) for one in spans)
    if not spans or not whole or any(s.start < end for s, end in zip(spans, ends, strict=False)):
        raise Problem("Select some text of the article first.")


def as_pairs(spans: Sequence[Span]) -> list[list[int]]:
    """Spans as the event log has them."""
    return [[one.start, one.end] for one in spans]


def _row(block: Block) -> list[str | int]:
    row: list[str | int] = [block.kind, block.start, block.end, block.level]
    return [*row, block.label] if block.label else row
