"""Reads many thousand damaged files and counts what goes wrong: ``make fuzz``.

Every file must give a Document that keeps its promises, or a Problem, in little time. What did not
is written to a folder that is named at the end, to be kept as a test. ``--count`` files a format,
``--seed`` for the same files again, ``--only`` for some formats.

Files are read in a process of its own: a file at which it dies or does not return is found by its
number, and the next process goes on behind it. A reader that stumbles over a file (the file is then
refused, and what happened is logged) is counted too.
"""

from __future__ import annotations

import argparse
import copy
import gzip
import io
import logging
import multiprocessing
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from factcheck_gui.documents.reading import read_bytes
from factcheck_gui.domain import Problem
from factcheck_gui.paths import seeds
from tests.bench import fuzz_seeds
from tests.core.test_documents_properties import promises

HANG = 30.0  # seconds on the clock after which a file counts as one that never returns
SLOW = 2.0  # seconds of processor time for one file
KEPT = 3  # files kept for each reason
OUTCOMES = ("documents", "refused", "stumbles", "crashes", "hangs", "slow")
LARGEST = 200_000  # bytes of a damaged file
DATA = Path(__file__).resolve().parents[1] / "data" / "documents"
ENCODINGS = ("utf-8", "utf-16", "utf-32", "cp1252", "gb18030", "utf-8-sig")
TOKENS = [
    *(bytes([one]) for one in (0, 7, 9, 10, 13, 27, 32, 0x7F, 0x80, 0xC3, 0xED, 0xFE, 0xFF)),
    *(b"\r\n", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
    *(b"> ", b"- ", b"1. ", b"# ", b"    ", b"```\n", b"---\n", b"===\n", b"|-|\n", b"|", b"\\"),
    *(b"[", b"](", b"![", b")", b"*", b"**", b"_", b"`", b"~~", b"<", b">", b"<!--", b"-->"),
    *(
        b"<script>",
        b"</script>",
        b"<![CDATA[",
        b"&#0;",
        b"&#13;",
        b"&#xFEFF;",
        b"&amp;",
        b"title: ",
    ),
    *(
        b"[a]: b\n",
        b"Advertisement\n",
        b"You Might Like\n",
        b"\x1f\x8b\x08",
        b"%PDF-",
        b"PK\x03\x04",
    ),
    *(
        b"{",
        b"}",
        b"\\par ",
        b"\\u-1?",
        b"obj",
        b"stream\n",
        b"-999999999",
        b"Tj ",
        b"Td ",
        b"\xff" * 4,
    ),
    *(
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"<text:p>",
        b"&lt;",
        b"From: ",
        b"--b\n",
        b"-->",
        b'"',
        b",",
        b"\t",
    ),
]

Mutation = Callable[[random.Random, bytes, bytes], bytes]


def flip(dice: random.Random, data: bytes, other: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        out[dice.randrange(len(out))] = dice.randrange(256)
    return bytes(out)


def insert(dice: random.Random, data: bytes, other: bytes) -> bytes:
    for _ in range(dice.randint(1, 5)):
        at = dice.randint(0, len(data))
        data = data[:at] + dice.choice(TOKENS) * dice.choice((1, 1, 2, 30)) + data[at:]
    return data


def remove(dice: random.Random, data: bytes, other: bytes) -> bytes:
    at = dice.randint(0, len(data))
    return data[:at] + data[at + dice.randint(1, 200) :]


def cut(dice: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: dice.randint(0, len(data))]


def splice(dice: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: dice.randint(0, len(data))] + other[dice.randint(0, len(other)) :]


def shuffle(dice: random.Random, data: bytes, other: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    dice.shuffle(lines)
    return b"".join(lines)


def repeat(dice: random.Random, data: bytes, other: bytes) -> bytes:
    at = dice.randint(0, len(data))
    piece = data[at : at + dice.randint(1, 60)] or dice.choice(TOKENS)
    times = dice.choice((3, 50, 1000))
    return data[:at] + piece * min(times, LARGEST // len(piece)) + data[at:]


MUTATIONS: tuple[Mutation, ...] = (flip, insert, remove, cut, splice, shuffle, repeat)


def damaged(dice: random.Random, sources: list[bytes]) -> bytes:
    """One damaged file: one to four mutations of a real one."""
    data = dice.choice(sources)
    for _ in range(dice.randint(1, 4)):
        data = dice.choice(MUTATIONS)(dice, data or b" ", dice.choice(sources))[:LARGEST]
    return data


def regrown(dice: random.Random, data: bytes) -> bytes:
    """XML that stays well-formed: elements lost, doubled, moved, renamed, with other values."""
    from lxml import etree

    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    for _ in range(dice.randint(1, 6)):
        elements = [one for one in root.iter() if isinstance(one.tag, str)][1:]
        if elements:
            _regrow(dice, dice.choice(elements), dice.choice(elements))
    return bytes(etree.tostring(root))


def _regrow(dice: random.Random, one: Any, other: Any) -> None:
    how = dice.randrange(5)
    if how == 0 and one.getparent() is not None:
        one.getparent().remove(one)
    elif how == 1:
        one.tag = other.tag
    elif how == 2:
        for key in one.attrib:
            values = ["", "-1", "999999999", "x" * 3000, "../../x", *other.values()]
            one.set(key, dice.choice(values))
    elif how == 3:
        one.text = dice.choice(["", "0", "\ud7ff\u2028 ", (other.text or "x")[:1000] * 50])
    else:
        small = sum(1 for _ in other.iter()) < 40
        piece = copy.deepcopy(other) if small else other.makeelement(other.tag)
        for _ in range(dice.choice((1, 2, 40))):
            one.append(copy.deepcopy(piece))


def repacked(dice: random.Random, sources: list[bytes]) -> bytes:
    """One archive with one to three of its members damaged, its packing whole."""
    source = dice.choice(sources)
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        members = [(one.filename, archive.read(one)) for one in archive.infolist()]
    for _ in range(dice.randint(1, 3)):
        n = dice.randrange(len(members))
        others = [data for _, data in members]
        if dice.random() < 0.8:
            members[n] = members[n][0], regrown(dice, members[n][1])
        else:
            members[n] = members[n][0], damaged(dice, [members[n][1] or b" ", *others[:1]])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def packed(dice: random.Random, sources: list[bytes]) -> bytes:
    """One damaged file in gzip; of two such one is damaged again, outside."""
    data = gzip.compress(damaged(dice, sources), 1)
    return damaged(dice, [data]) if dice.random() < 0.5 else data


def encoded(texts: list[str]) -> list[bytes]:
    return [text.encode(one, "replace") for text in texts for one in ENCODINGS]


def made(label: str, name: str, sources: list[bytes], seed: int, number: int) -> bytes:
    """The damaged file of a number, always the same one."""
    dice = random.Random(f"{seed} {label} {number}")
    if name.endswith(".gz"):
        return packed(dice, sources)
    if dice.random() < 0.4:
        whole = fuzz_seeds.wrapped(label, damaged(dice, fuzz_seeds.pages()))
        if whole:
            return whole
    if sources[0].startswith(b"PK") and dice.random() < 0.8:
        return repacked(dice, sources)
    return damaged(dice, sources)


def formats() -> dict[str, tuple[str, list[bytes]]]:
    """The formats: the file name that chooses the reader, and real files to damage."""
    plain = [path.read_text("utf-8") for path in seeds().glob("*.txt")]
    marked = [path.read_text("utf-8") for path in DATA.glob("*.md")]
    return {
        "plain text": ("a.txt", encoded([*plain, *marked])),
        "Markdown": ("a.md", encoded([*marked, *plain])),
        "gzip": ("a.md.gz", encoded([*plain, *marked])),
        **fuzz_seeds.formats(),
    }


# ---------------------------------------------------------------- reading them


class _Stumbles(logging.Handler):
    """Remembers whether a reader stumbled over the file at hand."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.last = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.last = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""


def read_all(pipe: Connection, label: str, seed: int, start: int, count: int) -> None:
    """Reads the files from a number on; sends (number, how it went, traceback) for each."""
    name, sources = formats()[label]
    stumbles = _Stumbles()
    logging.getLogger("factcheck_gui").addHandler(stumbles)
    logging.getLogger("factcheck_gui").propagate = False
    for number in range(start, count):
        data = made(label, name, sources, seed, number)
        stumbles.last, begin = "", time.process_time()
        how, why = _read(data, name)
        if how == "refused" and stumbles.last:
            how, why = "stumbles", stumbles.last
        slow = time.process_time() - begin > SLOW
        pipe.send((number, "slow" if slow and how != "crashes" else how, why))


def _read(data: bytes, name: str) -> tuple[str, str]:
    try:
        promises(read_bytes(data, name))
    except Problem:
        return "refused", ""
    except Exception:  # what this is here to find
        return "crashes", traceback.format_exc()
    return "documents", ""


def results(label: str, seed: int, count: int) -> Iterator[tuple[int, str, str]]:
    """How the reading of each file went, whatever happens to the process that reads."""
    context = multiprocessing.get_context("spawn")
    number = 0
    while number < count:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=read_all, args=(theirs, label, seed, number, count))
        process.start()
        theirs.close()
        how = "crashes"
        try:
            while number < count:
                if not ours.poll(HANG + (30 if number == 0 else 0)):
                    how = "hangs"
                    break
                yield ours.recv()
                number += 1
        except EOFError:
            pass
        process.kill()
        process.join()
        if number < count:
            yield number, how, f"the process ended with status {process.exitcode}"
            number += 1


def fuzz(label: str, count: int, seed: int, kept: Path) -> Counter[str]:
    """Reads ``count`` damaged files; what is wrong is printed once a reason, and its file kept."""
    found, said = Counter[str](), Counter[str]()
    name, sources = formats()[label]
    for number, how, why in results(label, seed, count):
        found[how] += 1
        if how in ("documents", "refused"):
            continue
        reason = why.strip().rpartition("\n")[2] if how != "slow" else "slow"
        said[reason] += 1
        if said[reason] <= KEPT:
            print(f"{label} {number}: {how}\n{why}", file=sys.stderr, flush=True)
            (kept / f"{number}-{how}-{name}").write_bytes(made(label, name, sources, seed, number))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    chosen = parser.parse_args()
    kept = Path(tempfile.mkdtemp(prefix="fuzz-"))
    bad = 0
    for label in chosen.only or formats():
        start = time.perf_counter()
        found = fuzz(label, chosen.count, chosen.seed, kept)
        bad += sum(found[how] for how in ("crashes", "hangs", "slow"))
        shown = ", ".join(f"{found[how]:,} {how}" for how in OUTCOMES)
        took = time.perf_counter() - start
        print(f"{label}: {chosen.count:,} damaged files, {shown} ({took:.0f} s)", flush=True)
    print(f"files to look at are in {kept}" if any(kept.iterdir()) else "nothing to look at")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
