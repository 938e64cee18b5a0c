"""Reports on the disk: whole or not at all, never over another file unasked."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck_gui import domain
from factcheck_gui.reports import writing
from tests.core import report_samples as samples

REPORT = samples.report(samples.bridge())


@pytest.mark.parametrize("name", sorted(writing.FORMATS))
def test_every_format_writes_its_file(tmp_path: Path, name: str) -> None:
    form = writing.FORMATS[name]
    path = tmp_path / ("report" + form.suffix)
    writing.write(REPORT, name, path)
    assert path.read_bytes() == form.written(REPORT, None).data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", sorted(writing.FORMATS))
def test_a_file_that_is_there_stays_unless_told_otherwise(tmp_path: Path, name: str) -> None:
    path = tmp_path / "report.out"
    path.write_text("mine")
    with pytest.raises(domain.Problem, match="already a file") as caught:
        writing.write(REPORT, name, path)
    assert caught.value.where == str(path)
    assert caught.value.kept
    assert path.read_text() == "mine"
    writing.write(REPORT, name, path, overwrite=True)
    assert path.read_bytes() == writing.FORMATS[name].written(REPORT, None).data
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_appears_during_the_work_stays(tmp_path: Path) -> None:
    path = tmp_path / "report.html"

    def appear(done: int, total: int) -> None:
        path.write_text("mine")

    with pytest.raises(domain.Problem, match="already a file"):
        writing.write(REPORT, "html", path, progress=appear)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("overwrite", [True, False])
@pytest.mark.parametrize("name", sorted(writing.FORMATS))
def test_stopping_leaves_nothing_behind(tmp_path: Path, name: str, overwrite: bool) -> None:
    def stop(done: int, total: int) -> None:
        raise domain.Cancelled

    path = tmp_path / "report.out"
    if overwrite:
        path.write_text("mine")
    with pytest.raises(domain.Cancelled):
        writing.write(REPORT, name, path, overwrite=overwrite, progress=stop)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["mine"] * overwrite


@pytest.mark.parametrize("name", sorted(writing.FORMATS))
def test_progress_never_falls_and_ends_at_its_total(name: str) -> None:
    told: list[tuple[int, int]] = []
    writing.FORMATS[name].written(REPORT, lambda *where: told.append(where))
    assert len({total for _, total in told}) == 1
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


def test_an_unknown_format_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(domain.Problem, match=r"“stone”; there are html, .*json"):
        writing.write(REPORT, "stone", tmp_path / "report.stone")


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(domain.Problem, match="folder does not exist"):
        writing.write(REPORT, "csv", tmp_path / "nowhere" / "report.csv")


def test_a_folder_is_no_file_name(tmp_path: Path) -> None:
    with pytest.raises(domain.Problem, match="is a folder"):
        writing.write(REPORT, "csv", tmp_path, overwrite=True)


def test_a_name_that_is_no_name_is_said(tmp_path: Path) -> None:
    with pytest.raises(domain.Problem, match=r"not a usable file name|could not be written"):
        writing.write(REPORT, "csv", tmp_path / "a\x00b.csv")
    with pytest.raises(domain.Problem, match=r"name is too long|could not be written"):
        writing.write(REPORT, "csv", tmp_path / ("a" * 300 + ".csv"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or not hasattr(os, "geteuid"), reason="needs Unix rights")
def test_a_folder_one_may_not_write_in_is_said(tmp_path: Path) -> None:
    folder = Path("/sys") if os.geteuid() == 0 else tmp_path / "locked"
    if os.geteuid() == 0 and not folder.is_mount():
        pytest.skip("the superuser may write everywhere here")
    folder.mkdir(exist_ok=True)
    if os.geteuid() != 0:
        folder.chmod(0o500)
    with pytest.raises(domain.Problem, match=r"may not write here|can only be read"):
        writing.write(REPORT, "csv", folder / "report.csv")


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_is_written_through(tmp_path: Path) -> None:
    real = tmp_path / "real.csv"
    real.write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to(real)
    writing.write(REPORT, "csv", link, overwrite=True)
    assert link.is_symlink()
    assert real.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.skipif(sys.platform != "linux", reason="needs resource limits as Linux has them")
def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    """A real failure in the middle of the file: the process may write 4 KiB and no more."""
    path = tmp_path / "report.html"
    path.write_text("mine")
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from factcheck_gui import domain\n"
        "from factcheck_gui.reports import writing\n"
        "from tests.core import report_samples as samples\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: writing.write(samples.report(samples.bridge()), 'html', Path(sys.argv[1]), "
        "overwrite=True)\n"
        "except domain.Problem as problem: print(problem.what)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(path)],
        capture_output=True,
        text=True,
        cwd=root,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == (
        "The report is larger than a file may be here.",
        "",
    )
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_no_heavy_package_is_loaded_before_a_report_is_made() -> None:
    code = (
        "import sys, factcheck_gui.reports.writing\n"
        "heavy = {'jinja2', 'markdown_it', 'markupsafe', 'sqlite3', 'PySide6', 'platformdirs'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], capture_output=True, text=True, cwd=root, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_full_disk_is_said_in_words() -> None:
    assert writing.problem_words(OSError(errno.ENOSPC, "x")) == "The disk is full."
    assert "strange" in writing.problem_words(OSError(9999, "strange"))


def test_a_draft_left_by_a_crash_is_no_obstacle(tmp_path: Path) -> None:
    left = tmp_path / f".report-{os.getpid()}-0.part"
    left.write_text("half")
    writing.write(REPORT, "csv", tmp_path / "report.csv")
    assert left.read_text() == "half"


@pytest.mark.skipif(os.name != "posix", reason="needs Unix rights")
def test_the_file_gets_the_rights_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("")
    writing.write(REPORT, "csv", tmp_path / "report.csv")
    assert (tmp_path / "report.csv").stat().st_mode == other.stat().st_mode
