"""Importing a JSON report of 10,000 claims, each with a verdict, a reason and evidence, while the
window lives.

``python -m tests.bench.bench_report_import [claims]``
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from factcheck_gui.library.store import Store
from factcheck_gui.reports import incoming
from tests.bench.bench_claims import Pulse, open_window
from tests.bench.bench_exchange import PEOPLE, article, judge
from tests.bench.bench_library import AT, Line
from tests.core.incoming_samples import report_of

CLAIMS = 10_000


def report(folder: Path, claims: int) -> bytes:
    """The report on an article of so many judged claims with evidence."""
    with closing(Store.open(folder / "other.factcheck", AT)) as store:
        with store.together():
            _, keys = article(store, 0, claims)
            source = store.add_source({"title": "Register"}, PEOPLE[0], AT)
            for key in keys:
                values = {"quote": "It says so.", "source_id": source}
                store.add_evidence(key, values, PEOPLE[0], AT)
            judge(store, keys, PEOPLE[:1], 0)
        return report_of(store)


def run(claims: int = CLAIMS) -> Iterator[Line]:
    """The figures; the goal is that of the window for texts beyond 200,000 characters."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = report(folder, claims)
        path = folder / "report.json"
        path.write_bytes(data)
        start = time.process_time()
        found = incoming.read(data)
        read = (time.process_time() - start) * 1000
        assert not found.refused
        size = f"{claims:,} claims, {len(data) / 1e6:.0f} MB"
        yield Line(f"reading a JSON report ({size}), in the child process", read)
        with open_window(folder / "window") as window:
            arrived: list[object] = []
            window.exchange.arrived.connect(arrived.append)
            start = time.monotonic()
            longest = Pulse().during(lambda: window.take_files([path]), lambda: bool(arrived))
            yield Line("importing it in the window", (time.monotonic() - start) * 1000)
            yield Line("the longest turn of the window meanwhile", longest, 200)


if __name__ == "__main__":
    from tests.bench.__main__ import print_table, row_of

    print_table(row_of(line) for line in run(int((*sys.argv[1:], CLAIMS)[0])))
