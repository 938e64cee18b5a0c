"""The door to all readers: one table of formats, and functions from a file to a Document.

Here: which reader takes which file, and what is said of files that none takes. Not here: how any
format is read. A reader is a function of bytes and a file name in a module of its own; it raises
Problem without a place, which is added here, and imports its package when it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck_gui.documents import files, markdown, plain
from factcheck_gui.documents.decoding import looks_binary
from factcheck_gui.documents.furniture import remove_furniture
from factcheck_gui.documents.kinds import looks_like
from factcheck_gui.documents.metadata import one_line
from factcheck_gui.documents.paragraphs import WHITE
from factcheck_gui.domain import Document, Problem, storable

SIZE_LIMIT = files.SIZE_LIMIT
FILE_LIMIT = files.FILE_LIMIT
PASTED = "pasted text"


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: what people call it, how its files are known, and the function that reads."""

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    read: Callable[[bytes, str], Document]


PLAIN = Reader("plain text", (".txt", ".text"), "text/plain", plain.read)
READERS: tuple[Reader, ...] = (
    PLAIN,
    Reader("Markdown", (".md", ".markdown", ".mdown", ".mkd"), markdown.MEDIA_TYPE, markdown.read),
)
PACKED = ".gz"
SUFFIXES = tuple(one + end for reader in READERS for one in reader.suffixes for end in ("", PACKED))

# Formats that are text to look at, but whose words are not those that a person reads.
UNREADABLE = {
    (".html", ".htm", ".xhtml"): "a web page",
    (".mhtml", ".mht", ".webarchive", ".warc", ".wacz"): "a saved web page",
    (".eml", ".mbox"): "a mail message",
    (".rtf",): "a rich text file (RTF)",
}


def read_path(path: Path | str, *, size_limit: int = SIZE_LIMIT) -> Document:
    """The document in a file, without its furniture, with its original bytes.

    Raises Problem, its ``where`` the path, for whatever cannot be read: missing, a folder, shut,
    empty, over ``size_limit`` bytes (unpacked, too), not text, or in an unknown encoding.
    """
    path = Path(path)
    where = files.shown(path)
    return _read(files.load(path, size_limit), path.name, where, None, size_limit)


def read_bytes(
    data: bytes, name: str, *, media_type: str | None = None, size_limit: int = SIZE_LIMIT
) -> Document:
    """The document in bytes that came with a file name, or with a media type; as ``read_path``."""
    return _read(data, name, files.shown(name), media_type, size_limit)


def read_pasted(text: str, *, size_limit: int = SIZE_LIMIT) -> Document:
    """The document in text from the clipboard. Raises Problem if it is empty or too large."""
    original = text.encode("utf-8", "surrogatepass")
    if len(original) > size_limit:
        raise files.too_large(len(original), size_limit, PASTED)
    stored = storable(text.lstrip("\ufeff")).lstrip("\ufeff")
    document = Document(stored, source_name=PASTED, encoding="utf-8", original=original)
    return _finished(plain.from_text(document), PASTED)


def expand(paths: Iterable[Path | str], *, limit: int = FILE_LIMIT) -> Iterator[Path]:
    """Files named, and readable files in folders named; see ``files.expand``."""
    return files.expand(paths, SUFFIXES, limit)


def _read(data: bytes, name: str, where: str, media_type: str | None, size_limit: int) -> Document:
    try:
        if len(data) > size_limit:
            raise files.too_large(len(data), size_limit, where)
        content = files.unpacked(data, size_limit) if data.startswith(files.GZIP) else data
        bare = name[: -len(PACKED)] if name.lower().endswith(PACKED) else name
        _refuse_other_kinds(content, bare)
        document = _reader(bare, media_type).read(content, storable(one_line(name)))
    except Problem as problem:
        raise Problem(problem.what, problem.where or where, problem.kept) from problem
    return _finished(replace(document, original=data), where)


def _reader(name: str, media_type: str | None) -> Reader:
    """By media type, else by the end of the name; whatever else is text is plain text."""
    for reader in READERS:
        if media_type == reader.media_type:
            return reader
    if media_type is None:
        for reader in READERS:
            if name.lower().endswith(reader.suffixes):
                return reader
    return PLAIN


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if not data:
        raise Problem("This file is empty.")
    kind = looks_like(data)
    if not kind:
        named = (what for ends, what in UNREADABLE.items() if name.lower().endswith(ends))
        kind = next(named, "")
    if kind:
        raise Problem(f"This is {kind}. {_readable()}")
    if looks_binary(data):
        raise Problem(f"This file is not text. {_readable()}")


def _readable() -> str:
    names = [reader.name for reader in READERS]
    return f"What can be read is {', '.join(names[:-1])} and {names[-1]}."


def _finished(document: Document, where: str) -> Document:
    if not document.text.strip(WHITE + "\ufffd"):
        raise Problem("There is no text in this file.", where)
    return remove_furniture(document)
