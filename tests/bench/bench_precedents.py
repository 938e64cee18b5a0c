"""Earlier checks: 20,000 of them read, taken into a library, indexed, and asked for a claim.

``python -m tests.bench.bench_precedents`` alone. The checks are made up of a vocabulary with the
spread of real words (Zipf), so that common words are as common as in prose.
"""

from __future__ import annotations

import json
import random
import tempfile
from contextlib import closing
from itertools import accumulate
from pathlib import Path

from factcheck_gui import precedents
from factcheck_gui.domain import Reviewer
from factcheck_gui.library.store import Store
from tests.bench.bench_library import AT, Line, timed

CHECKS = 20_000
WORDS = 40_000  # of the vocabulary
ASKED = 50


def feed(path: Path, checks: int, dice: random.Random) -> list[str]:
    """A feed of that many checks in a file; the claims in it."""
    letters = "abcdefghijklmnoprstuvwz"
    words = ["".join(dice.choices(letters, k=dice.randint(3, 10))) for _ in range(WORDS)]
    weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
    claims = [" ".join(dice.choices(words, cum_weights=weights, k=14)) for _ in range(checks)]
    items = [
        {"@type": "ClaimReview", "claimReviewed": claim, "url": f"https://x.example/{n}",
         "name": " ".join(dice.choices(words, cum_weights=weights, k=8)),
         "author": {"name": "A desk"}, "reviewRating": {"alternateName": "False"}}
        for n, claim in enumerate(claims)
    ]  # fmt: skip
    path.write_text(json.dumps({"@type": "DataFeed", "dataFeedElement": items}), encoding="utf-8")
    return claims


def run() -> list[Line]:
    """Reading, writing in batches, the first question, and those that follow."""
    dice = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        path, library = Path(folder) / "feed.json", Path(folder) / "bench.factcheck"
        claims = feed(path, CHECKS, dice)
        with closing(Store.open(library, AT)) as store:
            batches: list[precedents.FeedBatch] = []
            reading = timed(lambda: batches.extend(precedents.read_feed(str(path))))
            arrival, by = precedents.FeedArrival(), Reviewer("A")
            turns = [timed(lambda b=one: arrival.take(store, b, by, AT)) for one in batches]
            finder = precedents.Finder()
            first = timed(lambda: finder.find(library, claims[0], 0))
            asked = [timed(lambda t=one: finder.find(library, t, 0)) for one in claims[:ASKED]]
    return [
        Line(f"precedents: {CHECKS:,} checks read, seconds", reading / 1000, 60, "s"),
        Line("precedents: a batch of 40 written, the median", sorted(turns)[len(turns) // 2], 50),
        Line("precedents: the first question, which makes the index", first, 3000),
        Line("precedents: a question after that, the median", sorted(asked)[ASKED // 2], 100),
    ]


if __name__ == "__main__":
    for line in run():
        print(*line)
