"""How much of a web page's article is read, and how much else: ours beside bare trafilatura.

    python -m tests.bench.quality_pages [FOLDER]

FOLDER (``../shared`` unless given) holds saved pages with their gold text, and the scorer. Ours is
what the command ``read`` prints, as any user could have it; the other is trafilatura called alone
in the same run, fast and with its fallbacks. What pages say of themselves is compared here: titles
and dates as they are, authors where all names of the gold are there and not twice as many others.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SETS = (("webpages", "webpages/full_text_dev"), ("segments", "webpages/segments_dev"))
FIELDS = (("title", "title"), ("author", "author"), ("date", "published"))
Row = dict[str, Any]
Reader = Callable[[Sequence[Path]], list[Row]]


def ours(pages: Sequence[Path]) -> list[Row]:
    """What ``read`` prints of each page."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck_gui", "read", *map(str, pages)],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False,
    )  # fmt: skip
    found = {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}
    return [found.get(str(page), {}) for page in pages]


def bare(pages: Sequence[Path], *, fast: bool) -> list[Row]:
    """What trafilatura finds by itself, with the settings under which it is best here."""
    from trafilatura import bare_extraction

    rows = []
    for page in pages:
        found = bare_extraction(
            gzip.decompress(page.read_bytes()),
            fast=fast,
            include_comments=False,
            with_metadata=True,
        )
        told = {name: getattr(found, name, "") or "" for name in ("text", "title", "author")}
        rows.append({**told, "published": getattr(found, "date", "") or ""})
    return rows


READERS: dict[str, Reader] = {
    "ours": ours,
    "trafilatura, fast": lambda pages: bare(pages, fast=True),
    "trafilatura": lambda pages: bare(pages, fast=False),
}


def main(folder: Path) -> int:
    """Prints a line or two for each set and reader."""
    for mode, name in SETS:
        rows = list(_rows(folder / "data" / f"{name}.jsonl"))
        for label, reader in READERS.items():
            for line in _measured(folder, mode, name, rows, reader):
                print(f"{mode:12} {name:26} {label:18} {line}", flush=True)
    return 0


def _measured(
    folder: Path, mode: str, name: str, rows: Sequence[Row], reader: Reader
) -> Iterator[str]:
    pages = [folder / "data" / "webpages" / row["html"] for row in rows]
    size = sum(len(gzip.decompress(one.read_bytes())) for one in pages) / 1e6
    begin = time.perf_counter()
    found = reader(pages)
    seconds = time.perf_counter() - begin
    figures = _scored(folder, mode, name, rows, found)
    yield f"{figures} {len(rows) / seconds:.0f} pages/s, {size / seconds:.1f} MB/s"
    if mode == "segments":
        yield metadata(rows, found)


def metadata(rows: Sequence[Row], found: Sequence[Row]) -> str:
    """How many titles, authors and dates are right, and how many are said where there is none."""
    shown = []
    for wanted, field in FIELDS:
        gold = [(row[wanted], one.get(field, "")) for row, one in zip(rows, found, strict=True)]
        told = [(value, got) for value, got in gold if value]
        none = [got for value, got in gold if value == ""]
        right = sum(_agrees(wanted, value, got) for value, got in told)
        invented = f", {sum(map(bool, none))} of {len(none)} invented" if none else ""
        shown.append(f"{wanted} {right}/{len(told)}{invented}")
    return "; ".join(shown)


def _agrees(field: str, gold: Any, got: str) -> bool:
    wanted = _words(" ".join(gold) if isinstance(gold, list) else gold)
    if field != "author":
        return wanted == _words(got)
    return set(wanted) <= set(_words(got)) and len(_words(got)) <= 2 * len(wanted)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _scored(folder: Path, mode: str, name: str, rows: Sequence[Row], found: Sequence[Row]) -> str:
    texts = [
        json.dumps({"id": row["id"], "text": one.get("text", "")})
        for row, one in zip(rows, found, strict=True)
    ]
    with tempfile.TemporaryDirectory() as place:
        output = Path(place) / "output.jsonl"
        output.write_text("\n".join(texts), encoding="utf-8")
        gold, scorer = folder / "data" / f"{name}.jsonl", folder / "bench" / "score.py"
        done = subprocess.run(
            [sys.executable, str(scorer), mode, str(gold), str(output)],
            capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
    return done.stdout.strip()


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"))
