"""Makes a small library of the newest schema, in which every kind of thing is there once.

``python -m tests.data.libraries.make`` from the checkout. The clock and the randomness are fixed,
so the same code makes the same library. A file of a schema that has shipped is never made anew:
it stands for what people have on their disks. A later schema gets a file of its own.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from factcheck_gui.anchoring import carry
from factcheck_gui.claims.matching import METHOD, imprint
from factcheck_gui.domain import (
    Block,
    DateMention,
    Document,
    Figure,
    FoundClaim,
    Furniture,
    Precedent,
    Reviewer,
    Span,
    iso,
)
from factcheck_gui.library.feeds import Intake, Ready
from factcheck_gui.library.migrations import SCHEMA_VERSION
from factcheck_gui.library.scales import DEFAULT, shipped
from factcheck_gui.library.store import Store

TARGET = Path(__file__).with_name(f"schema-{SCHEMA_VERSION}.factcheck")
START = datetime(2024, 5, 1, 9, 0, tzinfo=UTC)
FIRST, SECOND = Reviewer("Ada Çelik"), Reviewer("Björn Ó Sé", "second")
JUDGE = Reviewer("Chidi Okoye", "adjudication")
TEXT = (
    "The harbour of Aldmoor handled 41,000 containers in March 2024.\n\n"
    "“Traffic has doubled,” said Inês Prado, “since the bridge opened.”\n\n"
    "The mayor denied that the café quarter was flooded twice. 😀"
)
OTHER = "Ferries carried 1.2 million people last year.\n\nNobody counted the boats."


def opening_of_other() -> str:
    """How the list names the article without a title."""
    return " ".join(OTHER.split())


def clock() -> Callable[[], datetime]:
    now = START

    def tick() -> datetime:
        nonlocal now
        now += timedelta(minutes=1)
        return now

    return tick


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claims() -> list[FoundClaim]:
    number, month = place("41,000 containers"), place("March 2024")
    first = FoundClaim(
        (place("The harbour of Aldmoor handled 41,000 containers in March 2024."),),
        "",
        0.94,
        True,
        "numeric",
        figures=(Figure(number, 41000, "containers", "about"),),
        dates=(DateMention(month, "2024-03-01", "2024-03-31"),),
        why=("a figure", "a date"),
    )
    quoted = FoundClaim(
        (place("“Traffic has doubled,”"), place("“since the bridge opened.”")),
        "",
        0.81,
        True,
        "quote",
        claimant="Inês Prado",
        cue="said",
    )
    denied = replace(first, spans=(place("the café quarter was flooded twice"),), score=0.7)
    hidden = FoundClaim((place("The mayor denied"),), "", 0.1, False)
    part = FoundClaim(
        (place("Traffic has doubled"),),
        "",
        0.6,
        False,
        wording="Traffic in Aldmoor has doubled.",
        part_of=1,
        ambiguous=("Traffic",),
    )
    return [first, quoted, replace(denied, claimant="The mayor", cue="denied"), hidden, part]


def articles(store: Store, now: Callable[[], datetime]) -> None:
    blocks = tuple(
        Block("paragraph", TEXT.index(part), TEXT.index(part) + len(part))
        for part in TEXT.split("\n\n")
    )
    document = Document(
        TEXT, blocks, (Furniture(len(TEXT), "You might like"),), "Harbour", "I. Prado",
        "aldmoor.example", "https://aldmoor.example/harbour", "2024-04-02", "en",
        "harbour.txt", original=f"{TEXT}\n\nYou might like".encode(), encoding="utf-8",
        modified="2024-04-03", origins=(("title", "the file's name"),),
    )  # fmt: skip
    for one in (document, Document(OTHER, source_name="pasted text")):
        key, _ = store.add_article(one, shipped()[DEFAULT], FIRST.name, now())
        if one is document:
            keys = store.add_found(store.article(key), claims())
            store.link_contested([(keys[0], keys[1], "figures")])
        store.finish_finding(key, "test 1", now())


def reviews(store: Store, now: Callable[[], datetime]) -> None:
    store.assess(1, FIRST, now(), {"verdict": "True", "reason": "The port's table says so."})
    store.assess(1, FIRST, now(), {"note": "Table 4, page 12. Ask for 2023."})
    store.assess(2, FIRST, now(), {"verdict": "Mostly true"})
    store.assess(2, SECOND, now(), {"verdict": "False", "reason": "It rose by half."})
    store.assess(3, FIRST, now(), {"verdict": "Out of date", "free_text": True})
    store.assess(3, SECOND, now(), {"verdict": "False"})
    store.assess(3, JUDGE, now(), {"verdict": "Mixed", "reason": "Once in 2021, once in 2023."})
    store.edit_claim(3, {"wording": "The café quarter was flooded twice."}, FIRST, now())
    store.edit_claim(4, {"dismissed": "no claim"}, FIRST, now())
    store.add_claim(store.article(2), [Span(0, len("Ferries"))], FIRST, now())
    newer = Document(OTHER.replace("1.2", "1.3").replace("Nobody counted", "Who counts"))
    older = store.older(2)
    store.add_version(2, newer, carry(older.texts, newer.text, older.claims), FIRST, now())
    store.show_version(2, 1, FIRST, now())
    source = store.add_source({"title": "Port statistics", "kind": "data"}, FIRST, now())
    store.keep_copy(source, "t4.csv", b"month,boxes\n3,41000\n", "text/csv", FIRST, now())
    values = {"stance": "supports", "quote": "41,000", "locator": "p. 12", "source_id": source}
    store.add_evidence(1, values, FIRST, now())
    store.add_evidence(3, {"stance": "nothing found", "question": "Floods?"}, SECOND, now())
    store.edit_claim(1, {"said_on": "2024-04-01", "tags": "port, figures"}, FIRST, now())
    store.save_draft(1, SECOND, now(), "note", "not finished yet")
    store.edit_article(2, {"trashed_at": iso(START)}, FIRST, now())


def earlier_checks(store: Store, now: Callable[[], datetime]) -> None:
    one = Precedent(
        "Aldmoor handles more containers than any other port.", "The mayor", "2023-11-02",
        "Mostly false", 2, 1, 5, "Two ports handle more.", "Checkers’ Desk",
        "https://checkers.example/aldmoor-containers", "Is Aldmoor the largest port?",
        "2023-11-05", "en",
    )  # fmt: skip
    counts = Intake()
    feed = store.begin_feed("checks.jsonld", "ab" * 32, now())
    store.add_precedents(feed, [Ready(one, imprint(f"{one.claim} {one.title}"))], METHOD, counts)
    store.finish_feed(feed, 1, counts, FIRST, now())


def make(path: Path) -> None:
    path.unlink(missing_ok=True)
    now = clock()
    store = Store.open(path, START, random.Random(1).randbytes)
    articles(store, now)
    reviews(store, now)
    earlier_checks(store, now)
    store.close()
    path.with_name(path.name + ".lock").unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("UPDATE _sqlite_migrations SET applied_at = ?", (iso(START),))
        connection.commit()
        connection.execute("VACUUM")


if __name__ == "__main__":
    make(TARGET)
    print(TARGET, TARGET.stat().st_size)
