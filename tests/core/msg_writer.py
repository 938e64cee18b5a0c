"""Outlook messages for the tests: the least compound file (MS-CFB, MS-OXMSG) that one can be.

Here: storages, streams, properties. Not here: what is read from them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR, SMALL = 512, 4096  # bytes of a sector; smaller streams lie in sectors of their own
END, FREE, FAT_SECTOR, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
TEXT, BINARY, TIME, NUMBER = 0x001F, 0x0102, 0x0040, 0x0003
PROPERTIES = "__properties_version1.0"
Tree = Mapping[str, "bytes | Tree"]


def msg(
    subject: str = "", body: str = "", html: bytes = b"", sender: str = "", sent: str = "",
    attachments: tuple[tuple[str, bytes], ...] = (),
) -> bytes:  # fmt: skip
    """A message; ``sender`` as ``Name <address>``, ``sent`` an ISO time in UTC."""
    values: list[tuple[int, int, bytes]] = [
        (0x340D, NUMBER, struct.pack("<II", 0x40000, 0)),  # texts are UTF-16
        (0x001A, TEXT, _wide("IPM.Note")),
        (0x0037, TEXT, _wide(subject)),
        (0x1000, TEXT, _wide(body)),
        (0x007D, TEXT, _wide(f"From: {sender}\r\n\r\n")),
    ]
    values += [(0x1013, BINARY, html)] if html else []
    values += [(0x0039, TIME, _filetime(sent))] if sent else []
    tree: dict[str, bytes | Tree] = dict(_storage(values, 32))
    for n, (name, data) in enumerate(attachments):
        inside = [(0x3707, TEXT, _wide(name)), (0x3701, BINARY, data)]
        tree[f"__attach_version1.0_#{n:08X}"] = dict(_storage(inside, 8))
    return compound_file(tree)


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _filetime(iso: str) -> bytes:
    since = datetime.fromisoformat(iso).replace(tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)
    return struct.pack("<Q", int(since.total_seconds()) * 10_000_000)


def _storage(values: list[tuple[int, int, bytes]], head: int) -> Iterator[tuple[str, bytes]]:
    rows = bytearray(head)
    for number, kind, data in values:
        size = struct.pack("<II", len(data) + 2 * (kind == TEXT), 0)
        value = data if kind in (TIME, NUMBER) else size
        rows += struct.pack("<HHI", kind, number, 6) + value
        if kind not in (TIME, NUMBER):
            yield f"__substg1.0_{number:04X}{kind:04X}", data
    yield PROPERTIES, bytes(rows)


# ---------------------------------------------------------------- compound files


class _Sectors:
    """Sectors of one size and the table that chains them."""

    def __init__(self, size: int) -> None:
        self.size, self.data, self.table = size, bytearray(), list[int]()

    def store(self, data: bytes) -> int:
        """Stores a stream; the number of its first sector."""
        first, count = len(self.table), -(-len(data) // self.size)
        self.data += data.ljust(count * self.size, b"\0")
        self.table += [*range(first + 1, first + count), END] if count else []
        return first if count else END


@dataclass
class _Entry:
    name: str
    kind: int  # 1 a storage, 2 a stream, 5 the root
    first: int = 0
    size: int = 0
    child: int = NONE
    right: int = NONE

    def packed(self) -> bytes:
        wide = self.name.encode("utf-16-le") + b"\0\0"
        return struct.pack(
            "<64sHBBIII16sIQQIQ", wide, len(wide), self.kind, 1, NONE, self.right, self.child,
            b"", 0, 0, 0, self.first, self.size,
        )  # fmt: skip


def compound_file(tree: Tree) -> bytes:
    """A compound file of streams (bytes) and storages (mappings)."""
    large, small = _Sectors(SECTOR), _Sectors(64)
    entries: list[_Entry] = []

    def add(name: str, value: bytes | Tree) -> int:
        here = len(entries)
        if isinstance(value, bytes):
            first = (small if len(value) < SMALL else large).store(value)
            entries.append(_Entry(name, 2, first, len(value)))
            return here
        entries.append(_Entry(name, 1 if here else 5))
        before = None
        for inner, part in value.items():
            number = add(inner, part)
            if before is None:
                entries[here].child = number
            else:
                entries[before].right = number
            before = number
        return here

    add("Root Entry", tree)
    entries[0].first, entries[0].size = large.store(bytes(small.data)), len(small.data)
    small_table = large.store(struct.pack(f"<{len(small.table)}I", *small.table))
    directory = large.store(b"".join(one.packed() for one in entries))
    count = -(-len(large.table) // (SECTOR // 4 - 1))
    first = len(large.table)
    table = [*large.table, *[FAT_SECTOR] * count]
    table += [FREE] * (count * SECTOR // 4 - len(table))
    numbers = (0, count, directory, 0, SMALL, small_table, -(-len(small.table) * 4 // SECTOR))
    fixed = (MARK, b"", 0x3E, 3, 0xFFFE, 9, 6, b"")
    head = struct.pack("<8s16sHHHHH6s9I", *fixed, *numbers, END, 0)
    listed = [*range(first, first + count), *[FREE] * (109 - count)]
    packed = struct.pack(f"<109I{len(table)}I", *listed, *table)
    return head + packed[:436] + bytes(large.data) + packed[436:]
