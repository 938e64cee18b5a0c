"""The door to the readers: which reader takes a file, what is refused and in which words."""

from __future__ import annotations

import gzip
import io
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from factcheck_gui.documents import files, reading
from factcheck_gui.documents.reading import expand, read_bytes, read_pasted, read_path
from factcheck_gui.domain import Problem
from factcheck_gui.jobs import read_file

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")
TAR = gzip.compress(b"x" * 257 + b"ustar\x00" + bytes(300), mtime=0)  # it names a test: no clock


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def packed(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def refusal(path: Path, **limits: int) -> str:
    with pytest.raises(Problem) as caught:
        read_path(path, **limits)
    assert caught.value.where == str(path)
    return caught.value.what


def test_a_document_keeps_its_name_its_bytes_and_its_encoding(tmp_path: Path) -> None:
    data = "\ufeffThe first line.\r\nThe second one.".encode("utf-16-le")
    document = read_path(write(tmp_path, "Artikel.txt", data))
    assert document.text == "The first line.\nThe second one."
    assert document.original == data
    assert (document.source_name, document.media_type) == ("Artikel.txt", "text/plain")
    assert document.encoding == "utf-16-le"
    assert read_file(str(tmp_path / "Artikel.txt")) == document


def test_the_reader_is_chosen_by_the_name_or_the_media_type() -> None:
    text = b"# Head\n\n*Body*"
    assert read_bytes(text, "a.md").text == "Head\n\nBody"
    assert read_bytes(text, "A.MARKDOWN").text == "Head\n\nBody"
    assert read_bytes(text, "clip", media_type="text/markdown").text == "Head\n\nBody"
    assert read_bytes(text, "a.md", media_type="text/plain").text == "# Head\n\n*Body*"
    for name in ("notes", "server.log", "a.txt"):
        assert read_bytes(text, name).media_type == "text/plain"


def test_pasted_text_is_a_document_of_that_name() -> None:
    document = read_pasted("\ufeffPasted\r\nwords \ud800 here")
    assert document.text == "Pasted\nwords \ufffd here"
    assert document.source_name == "pasted text"
    assert document.original.decode("utf-8", "surrogatepass") == "\ufeffPasted\r\nwords \ud800 here"
    for empty in ("", " \n\t", "\ufeff"):
        with pytest.raises(Problem, match="no text"):
            read_pasted(empty)
    with pytest.raises(Problem, match="2,000 bytes large"):
        read_pasted("x" * 2000, size_limit=1000)


def test_compressed_text_is_read_and_its_own_bytes_are_kept(tmp_path: Path) -> None:
    data = gzip.compress(b"# Head\n\nOne part. ") + gzip.compress(b"Another part.")
    document = read_path(write(tmp_path, "article.md.gz", data + b"\x00" * 100))
    assert document.text == "Head\n\nOne part. Another part."
    assert document.original.startswith(data)


def test_a_gzip_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    inner = gzip.compress(bytes(50_000_000), 9)
    bomb = write(tmp_path, "bomb.txt.gz", inner)
    assert "unpacks to more than is read" in refusal(bomb, size_limit=1_000_000)
    twice = write(tmp_path, "twice.txt.gz", gzip.compress(inner))
    assert "a gzip archive" in refusal(twice)
    parts = write(tmp_path, "parts.txt.gz", gzip.compress(b"") * 60_000)
    assert "too many parts" in refusal(parts)


@pytest.mark.parametrize("cut", [1, 5, 15, 40])
def test_a_broken_gzip_file_is_refused(tmp_path: Path, cut: int) -> None:
    whole = gzip.compress(bytes(range(40)) + b"text " * 100, mtime=0)
    assert "breaks off" in refusal(write(tmp_path, "cut.txt.gz", whole[:-cut]))
    # Every torn byte is another than it was: zeros would now and then be what stood there.
    torn = whole[:20] + bytes(byte ^ 0xFF for byte in whole[20 : 20 + cut]) + whole[20 + cut :]
    assert "damaged" in refusal(write(tmp_path, "torn.txt.gz", torn))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.xlsx", packed(("xl/workbook.xml", b"<w/>")), "an Excel file"),
        ("a.zip", packed(("a.txt", b"text")), "a ZIP archive"),
        ("a.txt", PNG, "an image (PNG)"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image (JPEG)"),
        ("a.webp", b"RIFF\x24\x00\x00\x00WEBPVP8 ", "an image (WebP)"),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42\x00\x00", "a video"),
        ("a.wav", b"RIFF\x24\x00\x00\x00WAVEfmt ", "a sound file"),
        ("a.svg", b'<?xml version="1.0"?><svg xmlns="x"/>', "an image (SVG)"),
        ("a.exe", b"MZ\x90\x00\x03\x00\x00\x00", "a program"),
        ("a", b"\x7fELF\x02\x01\x01\x00", "a program"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7-Zip archive"),
        ("a.tar.gz", TAR, "a tar archive"),
        ("a.bin", bytes(range(256)) * 8, "not text"),
        ("a.txt", b"word\x00\x00\x00\x01" * 50, "not text"),
    ],
)
def test_what_is_not_text_is_refused_by_what_it_is(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    what = refusal(write(tmp_path, name, data))
    assert kind in what
    assert "What can be read is plain text, Markdown, web pages" in what


def test_a_database_is_refused_as_one(tmp_path: Path) -> None:
    path = tmp_path / "library.txt"
    connection = sqlite3.connect(path)
    connection.execute("create table t (a)")
    connection.commit()
    connection.close()
    assert "an SQLite file" in refusal(path)


@pytest.mark.parametrize(
    "start", ["MZ is a code.", "BZh", "ID3 tags", "The 3rd WAVE of it", "RIFF", "A %PDF- file"]
)
def test_words_that_begin_like_a_signature_are_text(start: str) -> None:
    text = f"{start} and so the article goes on from there."
    assert read_bytes(text.encode(), "a.txt").text == text


def test_files_that_cannot_be_opened_are_refused_by_name(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "There is no such file."
    assert "folder" in refusal(tmp_path)
    file = write(tmp_path, "a.txt", "text")
    assert refusal(file / "b.txt") == "There is no such file."
    assert refusal(write(tmp_path, "none.txt", "")) == "This file is empty."
    for blank in (" \n\n", "\ufeff", "<!-- only a comment -->"):
        assert refusal(write(tmp_path, "blank.md", blank)) == "There is no text in this file."
    assert "could not be read" in refusal(tmp_path / ("x" * 5000))
    with pytest.raises(Problem, match="could not be read"):
        read_path("a\x00b.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a file" in refusal(tmp_path / "pipe.txt")
    assert "not a file" in refusal(Path(os.devnull))


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "secret.txt", "text")
    path.chmod(0)
    assert refusal(path) == "You have no permission to read this file."


def test_a_file_over_the_limit_is_refused_with_both_sizes(tmp_path: Path) -> None:
    path = write(tmp_path, "large.txt", b"x" * 3000)
    assert refusal(path, size_limit=1000) == (
        "This file is 3,000 bytes large; the most that is read is 1,000 bytes."
    )
    with path.open("wb") as file:
        file.truncate(reading.SIZE_LIMIT + 1)
    assert "the most that is read is 64 MB" in refusal(path)


@pytest.mark.skipif(sys.platform != "linux", reason="only here file names are any bytes")
def test_a_name_of_odd_bytes_can_be_shown_and_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("text")
    assert read_path(path).source_name == "caf\ufffd.txt"
    path.write_text("")
    with pytest.raises(Problem) as caught:
        read_path(path)
    assert str(caught.value).encode()


# ---------------------------------------------------------------- folders


def tree(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("text")


def test_folders_give_their_readable_files_in_a_stable_order(tmp_path: Path) -> None:
    tree(
        tmp_path, "b.txt", "A.md", "c.txt.gz", "d.png", "e", ".hidden.txt", "sub/z.TXT",
        "sub/deeper/y.markdown", ".git/x.txt", "another/w.text",
    )  # fmt: skip
    found = [path.relative_to(tmp_path).as_posix() for path in expand([tmp_path])]
    assert found == [
        "A.md",
        "b.txt",
        "c.txt.gz",
        "another/w.text",
        "sub/z.TXT",
        "sub/deeper/y.markdown",
    ]


def test_files_named_are_given_as_they_are(tmp_path: Path) -> None:
    tree(tmp_path, "a.pdf", ".b.txt", "sub/c.txt")
    named = [tmp_path / "a.pdf", tmp_path / ".b.txt", tmp_path / "gone.txt", tmp_path / "sub"]
    assert list(expand(named)) == [*named[:3], tmp_path / "sub" / "c.txt"]


def test_the_parts_of_a_saved_web_page_are_no_articles(tmp_path: Path) -> None:
    for name in (
        "Pier.html",
        "Pier_files/frame.html",
        "Pier/c.txt",
        "Quay_files/a.html",
        "x.htm",
        "x-Dateien/b.htm",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path, name, "<p>words")
    names = [str(one.relative_to(tmp_path)) for one in expand([tmp_path])]
    quay, pier = str(Path("Quay_files", "a.html")), str(Path("Pier", "c.txt"))
    assert names == ["Pier.html", "x.htm", pier, quay]


def test_links_to_folders_are_not_followed_and_do_not_loop(tmp_path: Path) -> None:
    tree(tmp_path, "sub/a.txt", "other/b.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "sub" / "other").symlink_to(tmp_path / "other")
    (tmp_path / "sub" / "b.txt").symlink_to(tmp_path / "other" / "b.txt")
    (tmp_path / "sub" / "gone.txt").symlink_to(tmp_path / "gone.txt")
    assert [path.name for path in expand([tmp_path / "sub"])] == ["a.txt", "b.txt"]


def test_a_folder_with_nothing_to_read_stands_for_itself(tmp_path: Path) -> None:
    tree(tmp_path, "a.png")
    assert list(expand([tmp_path])) == [tmp_path]
    assert "nothing was found to read" in refusal(tmp_path)


def test_too_many_files_are_refused_before_the_first(tmp_path: Path) -> None:
    tree(tmp_path, *(f"{n}.txt" for n in range(12)))
    assert len(list(expand([tmp_path], limit=12))) == 12
    with pytest.raises(Problem, match="more than 11 files"):
        next(expand([tmp_path], limit=11))


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may open everything"
)
def test_a_folder_that_cannot_be_opened_stands_for_itself(tmp_path: Path) -> None:
    tree(tmp_path, "shut/a.txt", "b.txt")
    (tmp_path / "shut").chmod(0)
    found = list(expand([tmp_path]))
    (tmp_path / "shut").chmod(0o700)
    assert found == [tmp_path / "b.txt", tmp_path / "shut"]


def test_no_heavy_package_is_loaded_before_it_is_used() -> None:
    script = (
        "import sys, factcheck_gui.documents.reading, factcheck_gui.documents.child\n"
        "print([one for one in ('PySide6', 'markdown_it', 'charset_normalizer', 'sqlite3',"
        " 'lxml', 'trafilatura', 'pypdfium2', 'oxmsg', 'py3langid', 'warcio')"
        " if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_reader_is_in_the_table_once() -> None:
    ends = [end for reader in reading.READERS for end in reader.suffixes]
    assert len(ends) == len(set(ends))
    assert all(end == end.lower() and end.startswith(".") for end in ends)
    assert files.SIZE_LIMIT == 64 * 1024 * 1024
