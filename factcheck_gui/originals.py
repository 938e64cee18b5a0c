"""A copy of an original file that can be looked at without endangering the machine.

Here: what a file is by its bytes, what in it could act, and a read-only copy of it under a name of
ours. Not here: opening it with another program (the window asks first), Qt, the library.

What a file is decides, never its name. What would act in a browser (pages, drawings, mail) is only
ever copied as text with the ending ``.txt``; archives and unknown kinds are only saved where the
reviewer says. Office files and PDF may be opened, and it is said before if they hold macros,
scripts, embedded files or links that load something, since other programs may run these.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import shutil
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from factcheck_gui.domain import Problem

_MOST = 4 * 1024 * 1024  # bytes of a packed part that are searched for what acts
_PARTS = 2000  # names in an archive that are looked at
_HEAD = 1024
_PDF_ACTS = {
    rb"/(?:JavaScript|JS)\b": "script",
    rb"/Launch\b": "program",
    rb"/EmbeddedFiles?\b": "embedded",
    rb"/(?:SubmitForm|URI)\b": "link",
}
_PICTURES = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif"}
_RTF_ACTS = {rb"\\objdata|\\objemb": "embedded", rb"\\\*\\template|INCLUDEPICTURE": "link"}
_OFFICE_NAMES = {
    "vbaproject.bin": "macro", "basic/": "macro", "scripts/": "script", "activex": "program",
    "embeddings/": "embedded", "oleobject": "embedded",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of an original's bytes. ``kind``: "text", "page" (would act in a browser),
    "paper" (PDF, office), "picture", "other". ``acts`` are "macro", "script", "program",
    "embedded", "link".
    """

    kind: str
    suffix: str
    acts: tuple[str, ...] = ()

    @property
    def may_open(self) -> bool:
        """Whether a copy may be given to another program as it is."""
        return self.kind in ("paper", "picture")

    @property
    def has_text(self) -> bool:
        """Whether a copy as text says something to a person."""
        return self.kind in ("text", "page")


def look_at(data: bytes) -> Original:
    """What an original is, by its bytes alone."""
    head = data[:_HEAD].lstrip()
    if b"%PDF-" in head:
        return Original("paper", ".pdf", _found(data, _PDF_ACTS))
    if head.startswith(b"{\\rtf"):
        return Original("paper", ".rtf", _found(data, _RTF_ACTS))
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    for start, suffix in _PICTURES.items():
        if data.startswith(start):
            return Original("picture", suffix)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"WARC/", b"bplist00")) or _binary(data):
        return Original("other", "")
    acts = re.search(rb"(?i)<(?:!doctype|html|svg|script|body|head|div|p\b|\?xml)|^mime-version:",
                     data[: 64 * _HEAD], re.MULTILINE)  # fmt: skip
    return Original("page" if acts else "text", ".txt")


def _binary(data: bytes) -> bool:
    sample = data[: 64 * _HEAD]
    wide = sample.startswith((b"\xff\xfe", b"\xfe\xff"))
    return not wide and b"\x00" in sample


def _found(data: bytes, patterns: dict[bytes, str]) -> tuple[str, ...]:
    return tuple(word for pattern, word in patterns.items() if re.search(pattern, data))


def _packed(data: bytes) -> Original:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [one.lower() for one in archive.namelist()[:_PARTS]]
            suffix = _office_suffix(names, archive)
            if not suffix:
                return Original("other", "")
            acts = {word for part, word in _OFFICE_NAMES.items() if any(part in n for n in names)}
            if _loads(archive):
                acts.add("link")
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError):
        return Original("other", "")
    return Original("paper", suffix, tuple(sorted(acts)))


def _office_suffix(names: list[str], archive: zipfile.ZipFile) -> str:
    if "word/document.xml" in names:
        return ".docx"
    if "mimetype" in names:
        kind = _part(archive, "mimetype")
        if b"opendocument.text" in kind:
            return ".odt"
        if b"epub" in kind:
            return ".epub"
    return ""


def _loads(archive: zipfile.ZipFile) -> bool:
    """Whether an office file points to something outside it that is fetched at opening."""
    return any(
        b'targetmode="external"' in _part(archive, name).lower()
        and b"hyperlink" not in _part(archive, name).lower()
        for name in archive.namelist()[:_PARTS]
        if name.lower().endswith(".rels")
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with contextlib.suppress(KeyError, RuntimeError), archive.open(name) as part:
        return part.read(_MOST)
    return b""


def write_copy(data: bytes, original: Original, folder: Path, *, as_text: bool) -> Path:
    """Writes a read-only copy with a name of ours: its path. Raises Problem.

    ``as_text``: as UTF-8 text that no program runs, whatever it is.
    """
    digest = hashlib.sha256(data).hexdigest()[:12]
    path = folder / f"original-{digest}{'.txt' if as_text else original.suffix}"
    body = _as_text(data).encode("utf-8") if as_text else data
    try:
        if path.exists():
            path.chmod(0o600)
        path.write_bytes(body)
        path.chmod(0o400)
    except OSError as error:
        raise Problem(f"The copy could not be written ({error.strerror}).", str(path)) from error
    return path


def _as_text(data: bytes) -> str:
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode("latin-1")


def clear(folder: Path) -> None:
    """Removes the copies, read-only as they are, and their folder; what is open elsewhere stays."""
    if not folder.is_dir():
        return
    for path in folder.glob("original-*"):
        with contextlib.suppress(OSError):
            path.chmod(0o600)
    shutil.rmtree(folder, ignore_errors=True)
