"""One line of the table that the run ends with, and the table."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """A report on the disk: which sample it is of, and in which format."""

    sample: str
    format: str
    path: Path


@dataclass(frozen=True, slots=True)
class Result:
    """What one reader said of one file; without ``problems`` it took it. ``told`` is a measure."""

    file: Written
    reader: str
    problems: tuple[str, ...] = ()
    told: str = ""


def checked(
    file: Written, reader: str, check: Callable[[Path], tuple[Iterable[str], str]]
) -> Result:
    """Has a reader look at a file; a reader that fails on it has found a problem."""
    try:
        problems, told = check(file.path)
        return Result(file, reader, tuple(problems), told)
    except Exception:  # whatever a reader raises is what it says of the file
        return Result(file, reader, (traceback.format_exc(limit=-3).strip(),))


def table(results: Sequence[Result]) -> str:
    """All results in the order of the files, and how many failed."""
    rows = [(one.file.sample, one.file.format, one.reader, _verdict(one)) for one in results]
    head = ("sample", "format", "reader", "result")
    wide = [max(len(row[n]) for row in (head, *rows)) for n in range(3)]
    lines = [
        "  ".join([*(cell.ljust(w) for cell, w in zip(row, wide, strict=False)), row[3]])
        for row in (head, *rows)
    ]
    failed = sum(bool(one.problems) for one in results)
    return "\n".join([*lines, "", f"{len(results) - failed} passed, {failed} failed"])


def _verdict(one: Result) -> str:
    if not one.problems:
        return f"ok  {one.told}".rstrip()
    more = f" (and {len(one.problems) - 12} more)" if len(one.problems) > 12 else ""
    return f"FAILED  {one.told}" + "".join(f"\n    {text}" for text in one.problems[:12]) + more
