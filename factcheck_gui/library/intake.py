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
from factcheck_gui.library import file
from factcheck_gui.library.found import Found
from factcheck_gui.library.likeness import likeness
from factcheck_gui.library.rows import blocks_json, furniture_json
from factcheck_gui.library.scales import body
from factcheck_gui.library.sourcing import ReadyCopy, Sourcing


class Intake(Found, Sourcing):
    """Adding articles and claims; nothing here changes what a reviewer gave."""

    def add_article(
        self, document: Document, scale: Scale, by: str, at: datetime
    ) -> tuple[int, bool]:
        """Adds an article: (row id, whether it is new). The same text is the same article.

        An article found in the trash comes back out of it.
        """
        uuid = article_id(document.text)
        with file.atomic(self.connection):
            known = self.with_text(document.text)
            if known is not None:
                self._untrash(known, self._article_uuid(known), by, at)
                return known, False
            article = self._insert_article(uuid, document, scale, at)
            self._insert_version(article, document, at)
            self._know_again(article)
            self._log("import", uuid, by, at, {"sha256": text_sha256(document.text)})
        return article, True

    def with_text(self, text: str) -> int | None:
        """The article of which a version has this text, white space aside; one outside the trash
        before one inside it."""
        row = self._one(
            "SELECT a.id FROM likeness l JOIN article a ON a.id = l.article_id WHERE l.key = ?"
            " ORDER BY a.trashed_at <> '', a.id LIMIT 1",
            f"text:{article_id(text)}",
        )
        return int(row[0]) if row else None

    def _know_again(self, article: int) -> None:
        """Notes by what a newer text of this article would be known."""
        url, title, site = self._one("SELECT url, title, site FROM article WHERE id = ?", article)
        texts = self.connection.execute("SELECT text FROM version WHERE article_id = ?", (article,))
        keys = {key for (text,) in texts for key in likeness(url, title, site, text)}
        self.connection.execute("DELETE FROM likeness WHERE article_id = ?", (article,))
        self.connection.executemany(
            "INSERT INTO likeness (key, article_id) VALUES (?, ?)",
            [(key, article) for key in sorted(keys)],
        )

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
            origins=_origins(document),
            source_name=storable(document.source_name),
            imported_at=iso(at),
            scale_id=self._scale(scale),
        )

    def _insert_version(
        self, article: int, document: Document, at: datetime, number: int = 1
    ) -> None:
        uuid = version_id(document.text)
        if self._one("SELECT 1 FROM version WHERE uuid = ?", uuid):
            uuid = version_id(document.text, self._article_uuid(article))
        self._insert(
            "version",
            uuid=uuid,
            article_id=article,
            number=number,
            text=document.text,
            opening=opening(document.text),
            sha256=text_sha256(document.text),
            blocks=blocks_json(document.blocks),
            furniture=furniture_json(document.furniture),
            original_id=self._original(document),
            imported_at=iso(at),
            tool=paths.TOOL,
            source_name=storable(document.source_name),
        )

    def _original(self, document: Document) -> int | None:
        if not document.original:
            return None
        data, kind = document.original, document.media_type
        digest = hashlib.sha256(data).hexdigest()
        packed = ReadyCopy(digest, len(data), kind, zlib.compress(data, 1))
        return self._stored_once(packed, document.encoding)

    def _scale(self, scale: Scale) -> int:
        text, digest = body(scale)
        known = self._one("SELECT id FROM scale WHERE sha256 = ?", digest)
        return (
            int(known[0])
            if known
            else self._insert("scale", name=scale.id, sha256=digest, body=text)
        )

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


def _origins(document: Document) -> str:
    """Where the details of a document come from, as the library has it."""
    found = {name: storable(where) for name, where in document.origins}
    return json.dumps(found, ensure_ascii=False)


def as_pairs(spans: Sequence[Span]) -> list[list[int]]:
    """Spans as the event log has them."""
    return [[one.start, one.end] for one in spans]
