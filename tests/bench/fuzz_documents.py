"""Reads many thousand damaged files and counts what goes wrong: ``make fuzz``.

Every file must give a Document that keeps its promises, or a Problem, in little time. What did not
is written to a folder that is named at the end, to be kept as a test. ``--count`` files a format,
``--seed`` for the same files again.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from factcheck_gui.documents.reading import read_bytes
from factcheck_gui.domain import Problem
from factcheck_gui.paths import seeds
from tests.core.test_documents_properties import promises

SLOW = 2.0  # seconds of processor time for one file
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


def packed(dice: random.Random, sources: list[bytes]) -> bytes:
    """One damaged file in gzip; of two such one is damaged again, outside."""
    data = gzip.compress(damaged(dice, sources), 1)
    return damaged(dice, [data]) if dice.random() < 0.5 else data


def encoded(texts: list[str]) -> list[bytes]:
    return [text.encode(one, "replace") for text in texts for one in ENCODINGS]


def formats() -> dict[str, tuple[str, list[bytes]]]:
    """The formats: the file name that chooses the reader, and real files to damage."""
    plain = [path.read_text("utf-8") for path in seeds().glob("*.txt")]
    marked = [path.read_text("utf-8") for path in DATA.glob("*.md")]
    return {
        "plain text": ("a.txt", encoded([*plain, *marked])),
        "Markdown": ("a.md", encoded([*marked, *plain])),
        "gzip": ("a.md.gz", encoded([*plain, *marked])),
    }


def fuzz(name: str, sources: list[bytes], count: int, seed: int, kept: Path) -> Counter[str]:
    """Reads ``count`` damaged files and counts documents, refusals, crashes and slow ones."""
    dice, found = random.Random(f"{seed} {name}"), Counter[str]()
    for number in range(count):
        data = (packed if name.endswith(".gz") else damaged)(dice, sources)
        start = time.process_time()
        try:
            promises(read_bytes(data, name))
            found["documents"] += 1
        except Problem:
            found["refused"] += 1
        except Exception:  # what this is here to find
            found["crashes"] += 1
            traceback.print_exc()
            (kept / f"{number}-{name}").write_bytes(data)
        if time.process_time() - start > SLOW:
            found["slow"] += 1
            (kept / f"{number}-slow-{name}").write_bytes(data)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    kept = Path(tempfile.mkdtemp(prefix="fuzz-"))
    bad = 0
    for label, (name, sources) in formats().items():
        start = time.perf_counter()
        found = fuzz(name, sources, chosen.count, chosen.seed, kept)
        bad += found["crashes"] + found["slow"]
        print(
            f"{label}: {chosen.count:,} damaged files, {found['documents']:,} documents, "
            f"{found['refused']:,} refused, {found['crashes']} crashes, {found['slow']} slow "
            f"({time.perf_counter() - start:.0f} s)",
            flush=True,
        )
    if bad:
        print(f"the files are in {kept}")
    else:
        kept.rmdir()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
