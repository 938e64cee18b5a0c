"""What an original is, by its bytes alone, and copies that nothing runs."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui.domain import Problem
from factcheck_gui.originals import Original, clear, look_at, write_copy


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), body)
    return out.getvalue()


@pytest.mark.parametrize(
    "data, expected",
    [
        (b"The harbour grew.\n", Original("text", ".txt")),
        ("Größe".encode("utf-16"), Original("text", ".txt")),
        (b"<!DOCTYPE html><p>x", Original("page", ".txt")),
        (b"\xef\xbb\xbf  <svg onload='x()'>", Original("page", ".txt")),
        (b"text first <script>x()</script>", Original("page", ".txt")),
        (b"From: a\r\nMIME-Version: 1.0\r\n", Original("page", ".txt")),
        (b"%PDF-1.7\n1 0 obj", Original("paper", ".pdf")),
        (b"%PDF-1.7 << /S /JavaScript /JS (x) >>", Original("paper", ".pdf", ("script",))),
        (b"%PDF-1.7 /S /Launch", Original("paper", ".pdf", ("program",))),
        (b"{\\rtf1 {\\object\\objdata 00}}", Original("paper", ".rtf", ("embedded",))),
        (b"WARC/1.0\r\n", Original("other", "")),
        (b"\x1f\x8b\x08x", Original("other", "")),
        (b"MZ\x00\x00program", Original("other", "")),
        (b"PK\x03\x04 broken", Original("other", "")),
        (packed(evil_exe=b"x"), Original("other", "")),
        (packed(word__document_xml=b"<w/>"), Original("paper", ".docx")),
        (
            packed(word__document_xml=b"<w/>", word__vbaProject_bin=b"x"),
            Original("paper", ".docx", ("macro",)),
        ),
        (
            packed(word__document_xml=b"<w/>", word__x_rels=b'<r TargetMode="External"/>'),
            Original("paper", ".docx", ("link",)),
        ),
        (
            packed(mimetype=b"application/vnd.oasis.opendocument.text", Basic__x_xml=b"x"),
            Original("paper", ".odt", ("macro",)),
        ),
        (packed(mimetype=b"application/epub+zip"), Original("paper", ".epub")),
    ],
)  # fmt: skip
def test_what_an_original_is(data: bytes, expected: Original) -> None:
    assert look_at(data) == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_something(data: bytes) -> None:
    assert look_at(data).kind in ("text", "page", "paper", "picture", "other")


def test_a_page_is_copied_as_text_with_a_name_of_ours(tmp_path: Path) -> None:
    data = b"<script>x()</script>"
    path = write_copy(data, look_at(data), tmp_path, as_text=True)
    assert path.suffix == ".txt"
    assert path.name.startswith("original-")
    assert path.read_bytes() == data
    assert not stat.S_IMODE(path.stat().st_mode) & 0o222
    assert write_copy(data, look_at(data), tmp_path, as_text=True) == path  # again is no trouble


def test_a_paper_is_copied_byte_for_byte_and_cleared_away(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    data = b"%PDF-1.7 \xff\x00"
    path = write_copy(data, look_at(data), folder, as_text=False)
    assert (path.suffix, path.read_bytes()) == (".pdf", data)
    clear(folder)
    assert not folder.exists()
    clear(folder)


def test_a_copy_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="could not be written"):
        write_copy(b"x", look_at(b"x"), tmp_path / "gone", as_text=True)
