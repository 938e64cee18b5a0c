"""What ``make bench`` runs: every ``bench_*.py`` of this folder, and one table of their figures.

    python -m tests.bench [FILE…]

A file (``bench_start.py``, with or without its folder) runs that one only. A goal that was missed
is marked and is no failure, since the machine may have been busy; a bench that breaks down is: exit
status 1.
"""

from __future__ import annotations

import importlib
import sys
import time
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WIDTH = 72  # of the table's first column

Row = tuple[str, float, float | None, str]


def row_of(line: Sequence[Any]) -> Row:
    """A figure as the benches give it: what, value, goal (or none) and unit, if they name one."""
    what, value, goal, *unit = line
    known = unit[0] if unit else "ms" if hasattr(line, "milliseconds") else ""
    return str(what), float(value), None if goal is None else float(goal), str(known)


def print_table(rows: Iterable[Row]) -> None:
    """One line a figure: what, value, goal, and whether it was met."""
    print(f"{'what':{WIDTH}} {'value':>10}     {'goal':>8}")
    for what, value, goal, unit in rows:
        held = "" if goal is None else f"{goal:8g} {'met' if value <= goal else 'MISSED'}"
        print(f"{what:{WIDTH}} {value:10.2f} {unit:3} {held}".rstrip())


def figures(name: str) -> list[Row] | None:
    """What one bench measures; None, with the reason printed, where it broke down."""
    print(f"== {name}", file=sys.stderr, flush=True)
    begin = time.perf_counter()
    try:
        rows = [row_of(line) for line in importlib.import_module(f"tests.bench.{name}").run()]
    except Exception:  # the other benches are wanted all the same
        traceback.print_exc()
        return None
    print(f"   {time.perf_counter() - begin:.0f} s", file=sys.stderr, flush=True)
    return rows


def main(arguments: Sequence[str]) -> int:
    """Runs the benches named, or all; the exit status."""
    names = [Path(one).stem for one in arguments] or sorted(
        path.stem for path in HERE.glob("bench_*.py")
    )
    unknown = [name for name in names if not (HERE / f"{name}.py").is_file()]
    if unknown:
        print(f"There is no bench of this name: {', '.join(unknown)}.", file=sys.stderr)
        return 2
    results = [figures(name) for name in names]
    print_table(row for rows in results for row in rows or ())
    return 1 if None in results else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
