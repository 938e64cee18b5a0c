"""How good the claim finder is: runs the commands over measuring data and prints the figures.

    python -m tests.bench.quality [FOLDER]

FOLDER (``../shared`` unless given) holds ``data/`` and ``bench/score.py``, which compares what the
commands print with gold data. Only the commands are used, as any user could. The data are not part
of this repository.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import (
    quality_anchors,
    quality_matching,
    quality_names,
    quality_pages,
    quality_parts,
    quality_readers,
)

ROOT = Path(__file__).resolve().parents[2]
Row = dict[str, Any]


def _for_extract(row: Row) -> Row:
    published = row.get("published") or row.get("date_created") or row.get("date")
    return {"id": row["id"], "text": row["text"], **({"published": published} if published else {})}


def _for_score(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"]}


@dataclass(frozen=True)
class Measure:
    """One line of the table: a mode of the scorer, its gold file, the texts if elsewhere."""

    mode: str
    gold: str
    texts: str = ""
    command: str = "extract"

    @property
    def source(self) -> str:
        return self.texts or self.gold


MEASURES = (
    Measure("sentences", "segmentation/ewt_dev"),
    Measure("sentences", "news/gum_news_dev"),
    Measure("worth", "worth/claimbuster_dev", command="score"),
    Measure("worth", "worth/policlaim_dev", command="score"),
    Measure("news", "news/news_worth_dev", texts="news/gum_news_dev"),
    Measure("attribution", "news/gum_news_dev"),
    Measure("attribution", "attribution/polnear_dev"),
    Measure("dates", "news/gum_news_dev"),
    Measure("planted", "contested/planted_numeric_dev"),
    Measure("contested", "attribution/polnear_dev"),
)


def main(folder: Path) -> int:
    """Prints one line a measure; 1 where data or a command failed."""
    if not (folder / "bench" / "score.py").is_file():
        print(f"No bench/score.py in {folder}: name the folder that has it.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place:
        outputs: dict[str, Path] = {}
        for measure in MEASURES:
            if measure.source not in outputs:
                outputs[measure.source] = _run(folder, measure, Path(place))
            figures = _scored(folder, measure, outputs[measure.source])
            print(f"{measure.mode:12} {measure.gold:30} {figures}", flush=True)
        gold = "news/gum_news_dev"
        names = quality_names.figures(folder / "data" / f"{gold}.jsonl", outputs[gold])
        print(f"{'names':12} {gold:30} {names}", flush=True)
    for line in quality_parts.lines():
        print(line)
    for line in quality_matching.lines(folder):
        print(line, flush=True)
    quality_anchors.main(folder)
    quality_pages.main(folder)
    with tempfile.TemporaryDirectory() as place:
        quality_readers.main(Path(place))
    return 0


def _run(folder: Path, measure: Measure, place: Path) -> Path:
    """Feeds the texts to a command; the file with what it printed."""
    shape: Callable[[Row], Row] = _for_score if measure.command == "score" else _for_extract
    lines = "".join(
        json.dumps(shape(row)) + "\n" for row in _rows(folder / "data" / f"{measure.source}.jsonl")
    )
    arguments = ["extract", "--jsonl", "-"] if measure.command == "extract" else ["score"]
    done = subprocess.run(
        [sys.executable, "-m", "factcheck_gui", *arguments],
        input=lines, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True,
    )  # fmt: skip
    out = place / (measure.source.replace("/", "-") + ".jsonl")
    out.write_text(done.stdout, encoding="utf-8")
    return out


def _scored(folder: Path, measure: Measure, output: Path) -> str:
    gold = folder / "data" / f"{measure.gold}.jsonl"
    scorer = folder / "bench" / "score.py"
    done = subprocess.run(
        [sys.executable, str(scorer), measure.mode, str(gold), str(output)],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout.strip()


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"))
