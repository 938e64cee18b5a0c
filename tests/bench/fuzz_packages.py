"""Merges packages apart and together for thousands of examples, then reads thousands of damaged
packages: part of ``make fuzz``.

A damaged package must be refused with a Problem, or be whole after all (a byte that says nothing
was changed). ``--runs`` of the property test, ``--count`` damaged packages, ``--seed``.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from factcheck_gui.domain import Problem
from factcheck_gui.library.unpacking import read_package
from tests.core.exchange_samples import desks
from tests.core.test_exchange import judged

PROPERTIES = (
    "tests/core/test_exchange_property.py",
    "tests/core/test_reports_incoming_property.py",
)
SLOW = 5.0  # seconds for one package


def good_package(folder: Path) -> bytes:
    (ada,) = desks(folder, "Ada")
    judged(ada)
    data = ada.package().read_bytes()
    ada.close()
    return data


def damaged(good: bytes, dice: random.Random) -> bytes:
    """The package with bytes changed, cut out, doubled, or gone at its end."""
    data = bytearray(good)
    for _ in range(dice.choice((1, 1, 2, 5, 40))):
        at, length = dice.randrange(len(data)), dice.choice((1, 2, 8, 100, 4096))
        how = dice.randrange(5)
        if how == 0:
            data[at] ^= 1 << dice.randrange(8)
        elif how == 1:
            data[at : at + length] = dice.randbytes(min(length, len(data) - at))
        elif how == 2:
            del data[at : at + length]
        elif how == 3:
            data[at:at] = data[at : at + length]
        else:
            del data[at:]
        data = data or bytearray(b"S")
    return bytes(data)


def read_damaged(count: int, seed: int) -> Counter[str]:
    """What became of ``count`` damaged packages; "other" says what the good one does not,
    which its seal should have told."""
    outcomes: Counter[str] = Counter(refused=0, whole=0, other=0, crashes=0, slow=0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good, path = good_package(folder), folder / "damaged.factpack"
        path.write_bytes(good)
        rows = read_package(path).rows
        for number in range(count):
            path.write_bytes(damaged(good, random.Random(seed * 1_000_003 + number)))
            start = time.perf_counter()
            try:
                same = read_package(path).rows == rows
                outcomes["whole" if same else "other"] += 1
            except Problem:
                outcomes["refused"] += 1
            except Exception:  # whatever it is, it is what is looked for
                outcomes["crashes"] += 1
                print(f"package {number} of seed {seed}:", file=sys.stderr)
                traceback.print_exc()
            outcomes["slow"] += time.perf_counter() - start > SLOW
    return outcomes


def main() -> int:
    """The exit status: 1 where something crashed, was slow, or did not converge."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=2_000)
    asked.add_argument("--count", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    wanted = asked.parse_args()
    outcomes = read_damaged(wanted.count, wanted.seed)
    print(", ".join(f"{name}: {n}" for name, n in outcomes.items()), flush=True)
    bad = outcomes["other"] or outcomes["crashes"] or outcomes["slow"]
    if wanted.runs:
        env = {**os.environ, "FACTCHECK_EXCHANGE_RUNS": str(wanted.runs)}
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--hypothesis-profile=explore",
            *PROPERTIES,
        ]
        bad = subprocess.run(command, env=env, check=False).returncode or bad
    return int(bool(bad))


if __name__ == "__main__":
    raise SystemExit(main())
