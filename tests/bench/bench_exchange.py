"""Working apart: merging a package of 1,000 claims while the window lives, and measuring agreement.

``python -m tests.bench.bench_exchange [articles]`` puts that many articles of ten claims, each
judged by three people, into the library first (1,000 by default; 100,000 take some minutes).
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from factcheck_gui import jobs
from factcheck_gui.domain import Document, FoundClaim, Reviewer, Span
from factcheck_gui.library import file
from factcheck_gui.library.merging import Merging
from factcheck_gui.library.scales import DEFAULT, shipped
from factcheck_gui.library.store import Store
from tests.bench.bench_library import AT, VERDICTS, WORDS, Line, timed

ARTICLES = 1_000
CLAIMS = 10  # of an article
PACKED = 1_000  # claims of the package
PEOPLE = (Reviewer("Ada Çelik"), Reviewer("Bo Nkemelu", "second"), Reviewer("Cy Ortiz", "second"))


def article(store: Store, number: int, claims: int) -> tuple[int, list[int]]:
    """An article of so many sentences, each a claim: row ids of it and of them."""
    parts = [WORDS.format(n=number * 10_000 + n) for n in range(claims)]
    text = "\n\n".join(parts)
    key, _ = store.add_article(Document(text), shipped()[DEFAULT], "", AT)
    starts = [text.index(part) for part in parts]
    spans = [Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    found = [FoundClaim((span,), "", 0.9, True) for span in spans]
    return key, store.add_found(store.article(key), found)


def judge(store: Store, claims: list[int], people: tuple[Reviewer, ...], turn: int) -> None:
    for place, claim in enumerate(claims):
        for who, by in enumerate(people):
            verdict = VERDICTS[(place + turn + (who if place % 5 == 0 else 0)) % len(VERDICTS)]
            values = {"verdict": verdict, "free_text": False, "reason": WORDS.format(n=place)}
            store.assess(claim, by, AT + timedelta(seconds=place + who), values)


def fill(store: Store, articles: int) -> list[int]:
    """Articles with claims that three people have judged."""
    keys = []
    for start in range(0, articles, 200):
        with store.together():
            for number in range(start, min(start + 200, articles)):
                key, claims = article(store, number + 1, CLAIMS)
                judge(store, claims, PEOPLE, number)
                keys.append(key)
    return keys


def package(folder: Path) -> Path:
    """A package of 1,000 claims that two people have judged, from another library."""
    library, out = folder / "other.factcheck", folder / "other.factpack"
    with closing(Store.open(library, AT)) as store, store.together():
        key, claims = article(store, 0, PACKED)
        judge(store, claims, PEOPLE[:2], 0)
    jobs.package(library, [key], blind=False, notes=False, out=out, at=AT)
    return out


def merging(store: Store, path: Path) -> tuple[float, float]:
    """Milliseconds that a merge takes in all, and its longest step in the window."""
    found = jobs.read_package(path, AT)
    steps = []
    with store.together():
        coming = Merging(store, found, "Ada Çelik", AT)
        running = coming.steps()
        while True:
            start = time.perf_counter()
            ended = next(running, None) is None
            steps.append((time.perf_counter() - start) * 1000)
            if ended:
                break
        start = time.perf_counter()
    steps.append((time.perf_counter() - start) * 1000)
    assert coming.result.claims == PACKED
    return sum(steps), max(steps)


def run(articles: int = ARTICLES) -> Iterator[Line]:
    """The figures; goals are of the window's own turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, library = package(folder), folder / "library.factcheck"
        with closing(Store.open(library, AT)) as store:
            keys = fill(store, articles)
            claims = f"{articles * CLAIMS:,} claims"
            yield Line(f"listing articles of a library of {claims}", timed(store.article_keys), 100)
            rows = timed(lambda: store.article_rows(keys=keys[-128:]))
            yield Line("a page of its articles", rows, 100)
            waiting = timed(lambda: store.claim_keys(keys[-1], "open"))
            yield Line("the next claim to review", waiting, 100)
            yield Line("reading a package of 1,000 claims, in a thread",
                       timed(lambda: jobs.read_package(path, AT)))  # fmt: skip
            whole, longest = merging(store, path)
            yield Line("merging it", whole)
            yield Line("the longest step of it", longest, 50)
        opened = timed(lambda: file.open_reader(library).close())
        yield Line("opening the library to read", opened, 100)
        some = keys[: 10_000 // CLAIMS]
        names = [one.name for one in PEOPLE]
        yield Line(f"agreement over {len(some) * CLAIMS:,} claims, in a thread",
                   timed(lambda: jobs.agreement(library, some, names)))  # fmt: skip


if __name__ == "__main__":
    from tests.bench.__main__ import print_table, row_of

    print_table(row_of(line) for line in run(int((*sys.argv[1:], ARTICLES)[0])))
