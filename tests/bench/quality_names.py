"""Names in Wikinews articles, as ``extract`` prints them, against annotated mentions.

What a name is in a mention is derived by rule (``claims.training.measuring.gold_names``). Called by
``tests.bench.quality``.
"""

from __future__ import annotations

import json
from pathlib import Path

from factcheck_gui.claims.training.measuring import gold_names, name_figures


def figures(gold: Path, output: Path) -> str:
    """One line: F1 with ends and kind right, with ends right, where touching counts."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    printed = {
        one["id"]: [(*name["span"], name["kind"]) for name in one["entities"]]
        for one in map(json.loads, output.read_text(encoding="utf-8").splitlines())
    }
    found = name_figures((gold_names(row), printed[row["id"]]) for row in rows)
    return (
        f"f1 {found.exact:.3f} (ends and kind), {found.spans:.3f} (ends), "
        f"{found.touching:.3f} (touching, kind); {found.wanted} names"
    )
