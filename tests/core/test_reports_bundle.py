"""A report with the kept copies that it cites in one ZIP file, from real libraries."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_gui import domain, jobs
from factcheck_gui.reports import bundle, content, writing
from tests.core import report_samples as samples
from tests.core.library_samples import ME, opened, ticking

AT = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
TABLE, TALK = b"%PDF " + b"\x00\xff table" * 300_000, b"who said it"


def sourced(folder: Path) -> Path:
    """A library: claim 1 with a public and an anonymous source, claim 2 with the public one."""
    with closing(opened(folder)) as store:
        clock = ticking()
        about = {"title": "Port statistics", "publisher": "Port", "url": "https://port.example/1"}
        port = store.add_source(about, ME, clock())
        fitter = store.add_source({"title": "SECRET", "anonymous": True}, ME, clock())
        unused = store.add_source({"title": "Never cited"}, ME, clock())
        for claim, source in ((1, port), (1, fitter), (2, port)):
            store.add_evidence(claim, {"stance": "refutes", "source_id": source}, ME, clock())
        store.keep_copy(port, "../../Häfen: März?.PDF", TABLE, "application/pdf", ME, clock())
        store.keep_copy(port, "con", b"a console", "text/plain", ME, clock())
        store.keep_copy(fitter, "SECRET.mp3", TALK, "audio/mpeg", ME, clock())
        store.keep_copy(unused, "unused.txt", b"unused", "text/plain", ME, clock())
    return folder / "test.factcheck"


def exported(library: Path, out: Path, **options: Any) -> jobs.Exported:
    choices = options.pop("choices", content.Choices())
    return jobs.export(library, [1], choices, format="html", out=out, at=AT, copies=True, **options)


def test_the_report_and_its_copies_are_in_the_file_with_what_they_are(tmp_path: Path) -> None:
    made = exported(sourced(tmp_path), tmp_path / "check.zip")
    assert made.warnings == []
    with zipfile.ZipFile(made.path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        page = archive.read("report.html").decode()
        assert archive.read("copies/001-Hafen-Marz.pdf") == TABLE
    assert names == [
        "report.html", "copies/001-Hafen-Marz.pdf", "copies/002-con", "manifest.json", "SHA256SUMS",
    ]  # fmt: skip
    assert "SECRET" not in json.dumps(manifest)
    assert "Port statistics" in page
    first = manifest["copies"][0]
    assert first["name"] == "../../Häfen: März?.PDF"
    assert (first["bytes"], first["media_type"]) == (len(TABLE), "application/pdf")
    assert first["sha256"] == hashlib.sha256(TABLE).hexdigest()
    assert first["source"]["url"] == "https://port.example/1"
    assert first["kept_at"].startswith("2024-05-01T09:00:")
    assert [one["claims"] for one in first["cited_by"]] == [[1, 2]]


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_the_sums_are_checked_by_the_usual_tool(tmp_path: Path) -> None:
    made = exported(sourced(tmp_path), tmp_path / "check.zip")
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(tmp_path / "out")
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    run = subprocess.run(check, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == [
        "report.html: OK",
        "copies/001-Hafen-Marz.pdf: OK",
        "copies/002-con: OK",
        "manifest.json: OK",
    ]


def test_the_same_report_gives_the_same_file(tmp_path: Path) -> None:
    library = sourced(tmp_path)
    one = exported(library, tmp_path / "one.zip").path.read_bytes()
    assert exported(library, tmp_path / "two.zip").path.read_bytes() == one
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 22, 14, 5, 0)}


def test_without_evidence_no_copy_leaves(tmp_path: Path) -> None:
    choices = content.Choices(included=content.Included(evidence=False))
    made = exported(sourced(tmp_path), tmp_path / "check.zip", choices=choices)
    with zipfile.ZipFile(made.path) as archive:
        assert archive.namelist() == ["report.html", "manifest.json", "SHA256SUMS"]


def test_copies_of_claims_that_are_not_listed_stay_at_home(tmp_path: Path) -> None:
    choices = content.Choices(only_reviewed=True)
    made = exported(sourced(tmp_path), tmp_path / "check.zip", choices=choices)
    with zipfile.ZipFile(made.path) as archive:
        assert json.loads(archive.read("manifest.json"))["copies"] == []


def test_progress_reaches_its_end_and_stopping_leaves_nothing(tmp_path: Path) -> None:
    library = sourced(tmp_path)
    told: list[tuple[int, int]] = []
    exported(library, tmp_path / "a.zip", progress=lambda *one: told.append(one))
    assert told[-1] == (1000, 1000) and told == sorted(told)

    def stop(done: int, total: int) -> None:
        if done > 760:
            raise domain.Cancelled

    before = sorted(tmp_path.iterdir())
    with pytest.raises(domain.Cancelled):
        exported(library, tmp_path / "b.zip", progress=stop)
    assert sorted(tmp_path.iterdir()) == before


def with_copies(**copies: bytes) -> content.Report:
    """The bridge, whose first source has copies with these names and bytes."""
    one = samples.bridge()
    source = samples.source("Counts", *copies)
    kept = tuple(
        replace(c, sha256=hashlib.sha256(copies[c.name]).hexdigest()) for c in source.copies
    )
    proof = samples.evidence(1, "supports", source=replace(source, copies=kept))
    return samples.report(replace(one, claims=(replace(one.claims[0], evidence=(proof,)),)))


def test_equal_bytes_are_packed_once_and_each_copy_is_told(tmp_path: Path) -> None:
    report = with_copies(a=b"same", b=b"same")
    assert writing.write(report, "csv", tmp_path / "x.zip", copies=lambda copy: b"same") == []
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        found = json.loads(archive.read("manifest.json"))["copies"]
        assert [one["path"] for one in found] == ["copies/001-a", "copies/001-a"]
        assert len(archive.namelist()) == 4


def test_a_damaged_copy_is_left_out_and_said(tmp_path: Path) -> None:
    def read(copy: domain.KeptCopy) -> bytes:
        if copy.name == "b":
            raise domain.Problem("This copy is no longer in the library.")
        return b"other"

    told = writing.write(with_copies(a=b"1", b=b"2"), "csv", tmp_path / "x.zip", copies=read)
    assert told == [
        "a: This copy is damaged in the library file. It is not in the file.",
        "b: This copy is no longer in the library. It is not in the file.",
    ]
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        found = json.loads(archive.read("manifest.json"))["copies"]
    assert [one["path"] for one in found] == [None, None]
    assert all(one["problem"] for one in found)


@given(st.integers(1, 99_999), st.text(max_size=300))
def test_every_name_is_safe_everywhere(number: int, name: str) -> None:
    safe = bundle.safe_name(number, name)
    assert safe.isascii() and len(safe) <= 96
    assert safe[0].isdecimal() and safe[-1] not in ". "
    assert set(safe) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
    assert safe.count(".") <= 1
