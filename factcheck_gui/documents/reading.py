"""The door to all readers: functions from a file to a Document.

Here: which reader takes which file, what is said of files that none takes, and what is done to
every Document (limits, language, furniture by its words). Not here: the table of formats
(``formats``), and how any of them is read. A reader raises Problem without a place, which is added
here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from factcheck_gui.documents import files, languages, plain, pullquotes
from factcheck_gui.documents.decoding import looks_binary
from factcheck_gui.documents.formats import PACKED, PLAIN, READERS, SUFFIXES, UNREADABLE, Reader
from factcheck_gui.documents.furniture import remove_furniture
from factcheck_gui.documents.kinds import looks_like
from factcheck_gui.documents.metadata import one_line
from factcheck_gui.documents.paragraphs import WHITE
from factcheck_gui.domain import Document, Part, Problem, storable

SIZE_LIMIT = files.SIZE_LIMIT
FILE_LIMIT = files.FILE_LIMIT
PASTED = "pasted text"
TEXT_LIMIT = 20_000_000  # characters of a text; twenty times the longest novel
log = logging.getLogger(__name__)


def read_path(
    path: Path | str, *, part: str | None = None, size_limit: int = SIZE_LIMIT
) -> Document:
    """The document in a file, without its furniture, with its original bytes.

    ``part`` is the key of one of ``parts_of``; without it a file of several texts gives its main
    one. Raises Problem, its ``where`` the path, for whatever cannot be read: missing, a folder,
    shut, empty, over ``size_limit`` bytes (unpacked, too), of an unknown format or encoding,
    damaged, or without such a part.
    """
    path = Path(path)
    where = files.shown(path)
    return _read(files.load(path, size_limit), path.name, where, None, size_limit, part)


def parts_of(path: Path | str, *, size_limit: int = SIZE_LIMIT) -> tuple[Part, ...]:
    """The texts in a file of several: pages of a web archive, chapters, rows; () for others.

    In the order of the file; one page alone is one part. Raises Problem as ``read_path``.
    """
    path = Path(path)
    where = files.shown(path)
    with _placed(where):
        content, reader = _recognised(files.load(path, size_limit), path.name, None, size_limit)
        with _guarded(reader):
            return reader.parts(content) if reader.parts else ()


def read_bytes(
    data: bytes, name: str, *, media_type: str | None = None, part: str | None = None,
    size_limit: int = SIZE_LIMIT,
) -> Document:  # fmt: skip
    """The document in bytes that came with a file name, or with a media type; as ``read_path``."""
    return _read(data, name, files.shown(name), media_type, size_limit, part)


def read_pasted(text: str, *, size_limit: int = SIZE_LIMIT) -> Document:
    """The document in text from the clipboard. Raises Problem if it is empty or too large."""
    original = text.encode("utf-8", "surrogatepass")
    if len(original) > size_limit:
        raise files.too_large(len(original), size_limit, PASTED)
    stored = storable(text.lstrip("\ufeff")).lstrip("\ufeff")
    document = Document(stored, source_name=PASTED, encoding="utf-8", original=original)
    with _placed(PASTED):
        return _finished(plain.from_text(document))


def expand(
    paths: Iterable[Path | str],
    *,
    limit: int = FILE_LIMIT,
    passed_over: Callable[[Path], object] = bool,
) -> Iterator[Path]:
    """Files named, and readable files in folders named; see ``files.expand``."""
    return files.expand(paths, SUFFIXES, limit, passed_over)


def _read(
    data: bytes, name: str, where: str, media_type: str | None, size_limit: int, part: str | None
) -> Document:
    with _placed(where):
        content, reader = _recognised(data, name, media_type, size_limit)
        with _guarded(reader):
            document = _read_part(reader, content, storable(one_line(name)), part)
        return _finished(replace(document, original=data))


def _read_part(reader: Reader, content: bytes, name: str, part: str | None) -> Document:
    if part is None:
        return reader.read(content, name)
    if reader.read_part is None:
        raise Problem("This file holds one text, so there is no part to choose.")
    return reader.read_part(content, name, part)


@contextmanager
def _placed(where: str) -> Iterator[None]:
    """Adds to a Problem which file it is about."""
    try:
        yield
    except Problem as problem:
        raise Problem(problem.what, problem.where or where, problem.kept) from problem


@contextmanager
def _guarded(reader: Reader) -> Iterator[None]:
    """A reader, or its package, that stumbles over a hostile file costs that file and no more.

    What it stumbled over is logged, since it may be a fault of ours.
    """
    try:
        yield
    except (Problem, MemoryError):
        raise
    except RecursionError as error:
        raise Problem("This file is nested too deeply to be read.") from error
    except Exception as error:  # the border of foreign code
        log.warning("reading %s failed", reader.name, exc_info=True)
        raise Problem(
            f"This file could not be read as one of the {reader.name}: it is damaged, or made in "
            f"a way that is not known here ({type(error).__name__})."
        ) from error


def _recognised(
    data: bytes, name: str, media_type: str | None, size_limit: int
) -> tuple[bytes, Reader]:
    """The bytes, unpacked where they are gzip, and who reads them. Raises Problem if nobody."""
    if len(data) > size_limit:
        raise files.too_large(len(data), size_limit, "")
    content = files.unpacked(data, size_limit) if data.startswith(files.GZIP) else data
    bare = name[: -len(PACKED)] if name.lower().endswith(PACKED) else name
    if not content:
        raise Problem("This file is empty.")
    return content, _reader(content, bare, media_type)


def _reader(content: bytes, name: str, media_type: str | None) -> Reader:
    """By first bytes, else media type, else the end of the name; other text is plain text.

    Raises Problem where what is known of the file is that nobody reads it.
    """
    kind = looks_like(content)
    for reader in READERS:
        if kind and kind in reader.kinds:
            return reader
    if not kind:
        named = (what for ends, what in UNREADABLE.items() if name.lower().endswith(ends))
        kind = next(named, "")
    if kind:
        raise Problem(f"This is {kind}. {_readable()}")
    if looks_binary(content):
        raise Problem(f"This file is not text. {_readable()}")
    for reader in READERS:
        if media_type == reader.media_type:
            return reader
    for reader in READERS:
        if media_type is None and name.lower().endswith(reader.suffixes):
            return reader
    return PLAIN


def _readable() -> str:
    names = [reader.name for reader in READERS]
    return f"What can be read is {', '.join(names[:-1])} and {names[-1]}."


def _finished(document: Document) -> Document:
    """What is done to every Document, whoever read it."""
    if not document.text.strip(WHITE + "\ufffd"):
        raise Problem("There is no text in this file.")
    if len(document.text) > TEXT_LIMIT:
        raise Problem(f"This file holds over {TEXT_LIMIT:,} characters, too many for one article.")
    told = languages.tell(pullquotes.marked(remove_furniture(document)))
    return replace(told, notes=tuple(dict.fromkeys(told.notes)))  # an attachment is told twice
