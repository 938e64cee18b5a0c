"""Reads thousands of damaged JSON reports and takes in what is left of them: part of ``make fuzz``.

A damaged report must be refused with a Problem, whole or by article, or be taken in so that the
library is whole afterwards. Half of them are damaged as bytes, half as JSON: a value is gone, is
another one, or stands elsewhere. ``--count`` reports, ``--seed``.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

from factcheck_gui.domain import Problem
from tests.bench.fuzz_packages import damaged
from tests.core.exchange_samples import Desk, desks
from tests.core.incoming_samples import report_of, reviewed, take
from tests.core.library_samples import document, findings, ticking

SLOW = 5.0  # seconds for one report
LOT = 50  # reports that one library is offered, which is looked through then
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**9, 10**40, 1.5, 1e308, "", "x", "\ud800", "\x00", "a" * 5000,
    [], {}, [[]], [1, 2], {"id": 1}, "2024-05-01T09:00:00Z", "00000000-0000-0000-0000-000000000000",
)  # fmt: skip


def good_report(folder: Path) -> bytes:
    """Two articles, the first with all that a report can tell."""
    (ada,) = desks(folder, "Ada")
    reviewed(ada)
    other = document("The lighthouse was painted in 1999.", "light.txt")
    ada.store.add_article(other, ada.store.scale(1), "Ada", ada.clock())
    data = report_of(ada.store)
    ada.close()
    return data


def altered(report: dict[str, Any], dice: random.Random) -> bytes:
    """The report with some of its values gone, other ones, or put elsewhere."""
    found = copy.deepcopy(report)
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        here, key = _somewhere(found, dice)
        how = dice.randrange(4)
        if how == 0:
            del here[key]
        elif how == 1:
            here[key] = copy.deepcopy(dice.choice(ODD))
        elif how == 2:
            there, other = _somewhere(report, dice)
            here[key] = copy.deepcopy(there[other])
        elif isinstance(here, list):
            here.insert(key, copy.deepcopy(here[key]))
        else:
            here[f"{key}x"] = here[key]
    return json.dumps(found).encode()


def _somewhere(report: Any, dice: random.Random) -> tuple[Any, Any]:
    """A place in a report: what holds it, and its name or number there."""
    here = report
    while True:
        key = dice.choice(list(here) if isinstance(here, dict) else range(len(here)))
        inner = here[key]
        if not isinstance(inner, dict | list) or not inner or dice.random() < 0.1:
            return here, key
        here = inner


def read_damaged(count: int, seed: int) -> Counter[str]:
    """What became of ``count`` damaged reports; "broken" libraries are what must not be."""
    outcomes: Counter[str] = Counter(refused=0, partly=0, whole=0, broken=0, crashes=0, slow=0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = good_report(folder)
        report = json.loads(good)
        for first in range(0, count, LOT):
            desk = Desk(folder, f"Ben {first}", 2, ticking())
            for number in range(first, min(first + LOT, count)):
                dice = random.Random(seed * 1_000_003 + number)
                data = damaged(good, dice) if number % 2 else altered(report, dice)
                start = time.perf_counter()
                outcomes[_outcome(desk, data, f"report {number} of seed {seed}")] += 1
                outcomes["slow"] += time.perf_counter() - start > SLOW
            outcomes["broken"] += bool(findings(desk.store))
            desk.close()
    return outcomes


def _outcome(desk: Desk, data: bytes, name: str) -> str:
    try:
        taken = take(desk.store, data, desk.name, desk.clock())
    except Problem:
        return "refused"
    except Exception:  # whatever it is, it is what is looked for
        print(f"{name}:", file=sys.stderr)
        traceback.print_exc()
        return "crashes"
    if taken.merged is None:
        return "refused"
    return "partly" if taken.refused else "whole"


def main() -> int:
    """The exit status: 1 where something crashed, was slow, or broke a library."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    wanted = asked.parse_args()
    outcomes = read_damaged(wanted.count, wanted.seed)
    print(", ".join(f"{name}: {n}" for name, n in outcomes.items()), flush=True)
    return int(bool(outcomes["broken"] or outcomes["crashes"] or outcomes["slow"]))


if __name__ == "__main__":
    raise SystemExit(main())
