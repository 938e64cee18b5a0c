"""Saved pages and web archives: their pages as parts, the one that is taken, what is refused."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck_gui.documents.reading import parts_of, read_bytes, read_path
from factcheck_gui.domain import Problem
from tests.core import web_samples as web

ADDRESSES = ("https://harbour.example/1", "https://harbour.example/2")
PAGES = {one: web.other_page(n) for n, one in enumerate(ADDRESSES, 1)}

MANY: dict[str, Callable[[], bytes]] = {
    "a.mhtml": lambda: web.mhtml(web.page(), (web.other_page(2),)),
    "a.webarchive": lambda: web.webarchive(web.page(), (web.other_page(2),)),
    "b.webarchive": lambda: web.webarchive(web.page(), (web.other_page(2),), binary=False),
    "a.warc": lambda: web.warc(PAGES),
    "a.warc.gz": lambda: web.warc(PAGES, packed=True),
    "a.wacz": lambda: web.wacz(PAGES, ADDRESSES),
}


@pytest.mark.parametrize("name", MANY)
def test_an_archive_lists_its_pages_and_reads_each(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(MANY[name]())
    parts = parts_of(path)
    assert len(parts) == 2
    assert all(one.title and one.size > 500 for one in parts)
    second = read_path(path, part=parts[1].key)
    assert second.text.startswith("Report 2, part 1")
    assert (second.part, second.title) == (parts[1].key, "Boats counted, report 2")
    assert second.original == path.read_bytes()
    main = read_path(path)
    assert main.part == parts[0].key
    assert any("one of 2 pages" in one for one in main.notes)
    with pytest.raises(Problem, match="no such page"):
        read_path(path, part="https://elsewhere.example")


@pytest.mark.parametrize("name", ["a.mhtml", "a.webarchive"])
def test_a_saved_page_says_where_it_was_saved(name: str) -> None:
    source = web.page(head="<title>Council closes the old pier</title>")
    data = web.mhtml(source) if name == "a.mhtml" else web.webarchive(source)
    document = read_bytes(data, name)
    assert document.url.startswith("https://harbour.example/")
    assert ("url", "saved page") in document.origins
    assert web.LEAD in document.text
    assert "“We cannot ask" in document.text
    assert document.notes == ()


def test_archives_are_known_by_their_first_bytes_whatever_their_name() -> None:
    for name, make in MANY.items():
        if not name.endswith(".gz"):
            assert read_bytes(make(), "download").media_type not in ("text/plain", "text/html")


def test_a_page_of_the_list_comes_first_in_a_wacz_file() -> None:
    data = web.wacz(PAGES, (ADDRESSES[1],))
    assert read_bytes(data, "a.wacz").text.startswith("Report 2")


def test_answers_that_are_no_pages_are_passed_over() -> None:
    with pytest.raises(Problem, match="no web page"):
        read_bytes(web.warc(PAGES, status="404 Not Found"), "a.warc")


def test_what_stands_before_the_damage_is_read() -> None:
    whole = web.warc(PAGES)
    assert read_bytes(whole[: len(whole) - 900] + b"\x00", "a.warc").text.startswith("Report 1")
    for broken in (b"WARC/1.0\r\nnonsense", b"WARC/", whole[:60]):
        with pytest.raises(Problem):
            read_bytes(broken, "a.warc")


def test_a_file_of_one_text_has_no_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(web.page(), "utf-8")
    assert parts_of(path) == ()
    with pytest.raises(Problem, match="holds one text"):
        read_path(path, part="0")


def test_archive_bombs_are_refused() -> None:
    inner = web.warc({"https://a.example": "<html>" + "<p>words</p>" * 1000})
    huge = gzip.compress(inner + b"\r\n" + bytes(70_000_000), 9)
    with pytest.raises(Problem, match="unpacks to more"):
        read_bytes(huge, "a.warc.gz")
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/a.warc", bytes(300_000_000))
    with pytest.raises(Problem, match="unpacks to more"):
        read_bytes(out.getvalue(), "a.wacz")


@pytest.mark.parametrize(
    "data",
    [  # found by make fuzz
        web.webarchive(web.page(), binary=False).replace(b"</dict>", b"<dict>", 1),
        web.webarchive(web.page(), binary=False).replace(b'"UTF-8"', b'"UsF-8"', 1),
        web.webarchive(web.page(), binary=False).replace(b"<key>", b"", 1),
        web.webarchive(web.page())[:300],
        web.warc(PAGES).replace(b"WARC-Type: response", b"WARC-Typo: response"),
        web.warc(PAGES).replace(b"Content-Length: ", b"Content-Length: -"),
    ],
)
def test_damaged_archives_are_refused_in_words(
    data: bytes, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.webarchive", "a.warc"):
        with pytest.raises(Problem):
            read_bytes(data, name)
    assert not caplog.records
    assert capfd.readouterr() == ("", "")


def test_pages_packed_in_an_unknown_way_are_said_to_be() -> None:
    data = web.warc(PAGES, status="200 OK\r\nContent-Encoding: zq")
    with pytest.raises(Problem, match="packed in a way that cannot be read"):
        read_bytes(data, "a.warc")


@pytest.mark.parametrize(
    ("package", "name"), [("lxml", "a.html"), ("trafilatura", "a.html"), ("warcio", "a.warc")]
)
def test_a_slim_install_says_what_to_add(
    package: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loaded in [one for one in sys.modules if one.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(Problem, match=r'pip install "factcheck-gui\[web\]"'):
        read_bytes(web.warc(PAGES) if name == "a.warc" else web.page().encode(), name)
