"""An article of a million characters, from the file to its claims by one command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_extract_reads_a_million_characters(seed: Path, tmp_path: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    long = tmp_path / "long.txt"
    long.write_text((f"{text}\n\n" * (1_000_000 // len(text) + 1))[:1_000_000], encoding="utf-8")
    command = [sys.executable, "-m", "factcheck_gui", "extract", str(long)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    one = json.loads(done.stdout)
    assert len(one["text"]) > 990_000
    assert len(one["claims"]) > 5_000
    last = one["claims"][-1]
    assert one["text"][slice(*last["spans"][0])] == last["text"]
