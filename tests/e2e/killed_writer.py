"""A process that gives verdicts until it is killed, for ``test_library_kill``.

It starts a child for each line it reads, so that 200 kills cost one start of Python. A child
opens the library, edits on and on, and writes the number of each edit to the pipe ``acks`` after
its COMMIT; the words of edit n are "n". Every fifth edit is two writes in one transaction.
"""

from __future__ import annotations

import itertools
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from factcheck_gui.domain import Reviewer
from factcheck_gui.library import file
from factcheck_gui.library.store import Store

START = datetime(2024, 5, 1, tzinfo=UTC)
VERDICTS = ("True", "Mixed", "False", None)


def edit(store: Store, claims: list[int], number: int) -> None:
    at, me = START + timedelta(milliseconds=number), Reviewer("Ada Çelik")
    claim, other = claims[number % len(claims)], claims[(number + 1) % len(claims)]
    values = {"verdict": VERDICTS[number % 4], "note": str(number)}
    if number % 7 == 3:
        store.save_draft(claim, me, at, "note", str(number))
    if number % 5:
        store.assess(claim, me, at, values)
        return
    with file.atomic(store.connection):
        store.assess(claim, me, at, values)
        store.edit_claim(other, {"wording": str(number)}, me, at)


def write_until_killed(path: Path, acks: int, first: int) -> None:
    store = Store.open(path, START)
    claims = list(store.claim_keys(1))
    for number in itertools.count(first):
        edit(store, claims, number)
        os.write(acks, b"%d\n" % number)


def main() -> None:
    path, acks = Path(sys.argv[1]), int(sys.argv[2])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                write_until_killed(path, acks, int(line))
            finally:
                os._exit(1)  # a child that ends by itself has failed
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
