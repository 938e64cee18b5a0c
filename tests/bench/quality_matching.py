"""How well earlier claims are found, how sure what is shown is, and how well ClaimReview is read.

Called by ``tests.bench.quality``; alone: ``python -m tests.bench.quality_matching [FOLDER]``. The
bounds from which a check is shown were chosen on the training queries, the orders are measured on
the others.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck_gui.claims.matching import LOOKED_AT, Matcher, imprint
from factcheck_gui.claims.meaning import loaded
from factcheck_gui.documents.claimreview_feed import read_path
from factcheck_gui.domain import FeedRead
from factcheck_gui.precedents import BY_MEANING, BY_WORDS

ROOT = Path(__file__).resolve().parents[2]
COLLECTIONS = ("snopes", "politifact")
Row = dict[str, Any]


def lines(folder: Path) -> Iterator[str]:
    """One line a figure."""
    for name in COLLECTIONS:
        for options in ((), ("--words-only",)):
            how = "words" if options else "words and meaning"
            yield f"{'matching':12} {name + '_dev':30} {how}: {_scored(folder, name, options)}"
    yield from _shown(folder / "data" / "matching")
    yield from _read(folder / "data" / "claimreview")


def _scored(folder: Path, name: str, options: tuple[str, ...]) -> str:
    """The command ``match`` by the scorer."""
    data = folder / "data" / "matching"
    asked = ["--claims", data / f"{name}_claims.jsonl", "--queries", data / f"{name}_dev.jsonl"]
    command = [sys.executable, "-m", "factcheck_gui", "match", *map(str, asked), *options]
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as out:
        subprocess.run(command, stdout=out, cwd=ROOT, check=True)
        scorer = [sys.executable, str(folder / "bench" / "score.py"), "matching"]
        done = subprocess.run(
            [*scorer, str(data / f"{name}_dev.jsonl"), out.name],
            capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
    return done.stdout.strip()


def _shown(data: Path) -> Iterator[str]:
    """For how many training queries of Snopes the right claim, and a wrong one, would be shown."""
    claims, queries = _rows(data / "snopes_claims.jsonl"), _rows(data / "snopes_train.jsonl")
    matcher = Matcher([imprint(_words(one)) for one in claims])
    model = loaded()
    assert model
    counts: Counter[tuple[str, str]] = Counter()
    for query in queries:
        text = query["query"]
        found = [(claims[one.number], one.score) for one in matcher.best(text, LOOKED_AT)]
        near = model.nearness(text, [claim["claim"] for claim, _ in found])
        for (claim, score), close in zip(found, near, strict=True):
            alike = matcher.alike(text, claim["claim"], score)
            right = "right" if claim["id"] in query["relevant"] else "wrong"
            both = (alike + max(0.0, close)) / 2
            for how, value, bounds in (
                ("words", alike, BY_WORDS), ("words and meaning", both, BY_MEANING),
            ):  # fmt: skip
                counts[how, right] += value >= bounds[0]
                counts[f"{how}, very close", right] += value >= bounds[1]
    for how in dict.fromkeys(how for how, _ in counts):
        right, wrong = counts[how, "right"], counts[how, "wrong"]
        yield (
            f"{'shown':12} {'snopes_train':30} {how}: {right} right, {wrong} wrong for"
            f" {len(queries)} queries, precision {right / max(1, right + wrong):.3f}"
        )


def _read(data: Path) -> Iterator[str]:
    """Real ClaimReview: how many objects were read, and which fields of flat rows came out as
    they stand there."""
    for path in sorted(data.glob("*.jsonl")):
        found, rows = read_path(path), _rows(path)
        notes = Counter(one.what for one in found.notes)
        told = "; ".join(f"{what}: {n}" for what, n in notes.most_common())
        count = f"{len(found.precedents)} of {len(rows)} read"
        yield f"{'claimreview':12} {path.stem:30} {count}, {_as_given(found, rows)}; {told}"


def _as_given(found: FeedRead, rows: list[Row]) -> str:
    """How many fields of flat rows are as they stand there, white space aside."""
    names = {"claim": "claimReviewed", "verdict": "alternateName", "url": "url", "title": "title",
             "checker": "publisher", "claimant": "claim_author"}  # fmt: skip
    if any("jsonld" in row for row in rows) or len(rows) != len(found.precedents):
        return "nested"
    same = total = 0
    for one, row in zip(found.precedents, rows, strict=True):
        for ours, theirs in names.items():
            total += 1
            same += getattr(one, ours) == " ".join((row[theirs] or "").split())[:1000]
    return f"{same} of {total} fields as they stand there"


def _words(claim: Row) -> str:
    return " ".join(claim.get(name) or "" for name in ("claim", "title", "subtitle"))


def _rows(path: Path) -> list[Row]:
    return [json.loads(one) for one in path.read_text(encoding="utf-8").splitlines() if one.strip()]


if __name__ == "__main__":
    for line in lines(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"):
        print(line, flush=True)
