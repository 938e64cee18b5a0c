"""The commands without a window: what they print, what they refuse, how they end."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck_gui import __version__, cli, jobs
from factcheck_gui.__main__ import _window
from factcheck_gui.domain import Problem
from factcheck_gui.library import file
from factcheck_gui.library.check import check
from factcheck_gui.library.migrations import APPLICATION_ID, SCHEMA_VERSION
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.store import Store
from tests.core import child_jobs
from tests.core import web_samples as web
from tests.core.library_samples import AT, ME, TEXT, meddling, opened

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds; far more than anything here takes
COMMAND = (sys.executable, "-m", "factcheck_gui")
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and pipes as POSIX has them")


class Ran:
    """How a command ended and what it printed."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Runs a command in this process, which is quicker; the same code as in one of its own."""

    def running(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = cli.run([str(one) for one in arguments])
        return Ran(status, *capsys.readouterr())

    return running


def process(*arguments: object, stdin: bytes = b"", **environment: str) -> Ran:
    """Runs a command in a process of its own."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, check=False,
        cwd=ROOT, env={**os.environ, **environment},
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


Run = Callable[..., Ran]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour é.txt"
    path.write_text(TEXT + "\n\nYou Might Like\n", encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A closed library with the article of the samples."""
    opened(tmp_path).close()
    return tmp_path / "test.factcheck"


def ids(library: Path) -> tuple[str, list[str]]:
    with closing(file.open_reader(library)) as connection:
        reader = Reader(connection)
        return reader.article(1).row.id, [one.id for one in reader.claims(range(1, 6))]


# ---------------------------------------------------------------- texts


def test_extract_prints_an_article_as_the_page_says(run: Run, article: Path) -> None:
    ran = run("extract", article)
    (found,) = ran.lines
    assert (ran.status, ran.err, found["id"]) == (0, "", str(article))
    assert found["text"] == TEXT
    assert [one["text"].strip() for one in found["furniture"]] == ["You Might Like"]
    assert set(found) >= {"title", "dates", "sentences", "attributions", "claims"}
    assert found["claims"]
    for claim in found["claims"]:
        assert 0 <= claim["score"] <= 1
        assert claim["listed"] == (claim["part_of"] is None and claim["score"] >= 0.5)
        assert claim["text"] == " … ".join(TEXT[start:end] for start, end in claim["spans"])


def test_extract_keeps_the_path_as_it_was_given(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.parent)
    names = [f"./{article.name}", f".//{article.name}"]
    assert [one["id"] for one in run("extract", *names).lines] == names


def test_extract_of_lines_takes_the_text_as_it_is(run: Run) -> None:
    text = "\ufeff  " + TEXT + "\r\n\r\nYou Might Like\r\n"
    stdin = json.dumps({"id": 7, "text": text}) + "\n\n" + json.dumps({"id": "b", "text": ""})
    one, other = run("extract", "--jsonl", "-", stdin=stdin.encode()).lines
    assert (one["id"], one["text"], one["furniture"]) == (7, text, [])
    assert [text[start:end] for start, end in one["furniture_spans"]] == ["You Might Like"]
    assert all("You Might" not in claim["text"] for claim in one["claims"] if claim["listed"])
    assert (other["id"], other["claims"]) == ("b", [])


def test_the_day_of_publication_resolves_other_days(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The bridge was closed yesterday by the port authority.", encoding="utf-8")
    (found,) = run("extract", "--published", "2022-07-29", path).lines
    assert found["dates"][0]["from"] == "2022-07-28"
    line = {"id": 1, "text": "It was closed yesterday.", "published": "2022-07-29"}
    (found,) = run("extract", "--jsonl", "-", stdin=json.dumps(line).encode()).lines
    assert found["dates"][0]["to"] == "2022-07-28"
    assert run("extract", "--published", "29 July", path).status == 2


def test_lines_that_are_none_are_refused_by_their_number(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    good = '{"id": "x", "text": "Rents rose by 12 per cent."}'
    bad = ["{", "[1]", '{"id": 1}', '{"text": "t"}', '{"id": 1, "text": 2}', "[" * 5000, "\xff"]
    path.write_bytes("\n".join([good, *bad, "", good]).encode("latin-1"))
    ran = run("extract", "--jsonl", path)
    assert (ran.status, len(ran.lines)) == (1, 2)
    for number in range(2, len(bad) + 2):
        assert f"lines.jsonl, line {number}: This line" in ran.err
    packed = tmp_path / "lines.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert run("extract", "--jsonl", packed).out == ran.out
    packed.write_bytes(packed.read_bytes()[:40])
    assert run("extract", "--jsonl", packed).status == 1


def test_score_answers_each_sentence_in_order(run: Run) -> None:
    sentences = ["Unemployment fell by 2 percent in 2019.", "Thank you all!", ""]
    stdin = "\n".join(json.dumps({"id": n, "text": t}) for n, t in enumerate(sentences))
    ran = run("score", stdin=stdin.encode())
    assert [one["id"] for one in ran.lines] == [0, 1, 2]
    assert ran.lines[0]["score"] > 0.5 > ran.lines[1]["score"]
    assert run("score", stdin=b"nonsense").status == 1


def test_read_prints_documents_alone(run: Run, article: Path) -> None:
    (one,) = run("read", article).lines
    assert list(one) == [
        "id", "title", "author", "published", "site", "url", "language", "text", "furniture",
        "modified", "part", "notes", "origins",
    ]  # fmt: skip
    assert one["text"] == TEXT
    assert (one["language"], one["origins"]["language"]) == ("en", "recognised from the text")
    assert one["furniture"][0]["at"] == len(TEXT)


def test_a_page_of_an_archive_is_listed_read_and_imported(run: Run, tmp_path: Path) -> None:
    addresses = ("https://harbour.example/1", "https://harbour.example/2")
    path = tmp_path / "saved.warc.gz"
    path.write_bytes(
        web.warc({one: web.other_page(n) for n, one in enumerate(addresses, 1)}, packed=True)
    )
    listed = run("read", "--parts", path).lines
    assert [one["part"] for one in listed] == list(addresses)
    (one,) = run("read", path, "--part", addresses[1]).lines
    assert (one["part"], one["title"]) == (addresses[1], "Boats counted, report 2")
    library = tmp_path / "l.factcheck"
    ran = run("import", "--library", library, path, "--part", addresses[0], "--part", addresses[1])
    assert [one["title"][-8:] for one in ran.lines] == ["report 1", "report 2"]
    wrong = run("read", path, "--part", "elsewhere")
    assert wrong.status == 1 and "no such page" in wrong.err


@POSIX
def test_a_reader_that_crashes_costs_one_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("a.txt", "crash.txt", "bug.txt", "z.txt")
    for name in names:
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
    monkeypatch.setattr(jobs, "read_file", child_jobs.read_or_crash)
    files = [tmp_path / name for name in names]
    for command in (("read",), ("extract",), ("import", "--library", tmp_path / "l.factcheck")):
        ran = run(*command, *files)
        assert ran.status == 1 and len(ran.lines) == 2
        assert "crash.txt: The program that worked on this crashed (SIGSEGV)." in ran.err
        assert "bug.txt: This program failed at this file" in ran.err


def test_unreadable_files_are_named_and_the_others_go_on(
    run: Run, article: Path, tmp_path: Path
) -> None:
    picture, folder = tmp_path / "picture.txt", tmp_path / "folder"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    folder.mkdir()
    (folder / "two.md").write_text("# Two\n\nThe council cut 12 jobs.", encoding="utf-8")
    (folder / "three.txt.gz").write_bytes(gzip.compress(b"The mayor spent 3 million dollars."))
    for command in (("read",), ("extract",), ("import", "--library", tmp_path / "l.factcheck")):
        ran = run(*command, picture, tmp_path / "missing.txt", folder, article)
        assert ran.status == 1
        assert "picture.txt: This is" in ran.err
        assert "missing.txt: There is no such file." in ran.err
        assert len(ran.lines) == 3


# ---------------------------------------------------------------- a library


def test_a_whole_job_by_commands_alone(run: Run, article: Path, tmp_path: Path) -> None:
    library = tmp_path / "new" / "l.factcheck"
    (added,) = run("import", "--library", library, "--published", "2024-05-01", article).lines
    assert (added["path"], added["new"], added["claims"] > 0) == (str(article), True, True)
    (again,) = run("import", "--library", library, article).lines
    assert again == {**added, "new": False}
    (row,) = run("list", "--library", library).lines
    assert (row["id"], row["claims"], row["reviewed"]) == (added["id"], added["claims"], 0)
    claims = run("list", "--library", library, "--article", row["id"]).lines
    assert len([one for one in claims if one["listed"]]) == added["claims"]
    assert {one["verdict"] for one in claims} == {None}
    given = run(
        "assess", "--library", library, "--claim", claims[0]["id"], "--verdict", "mostly TRUE",
        "--reason", "The port says so.", "--reviewer", "Inês",
    )  # fmt: skip
    (assessment,) = given.lines
    assert assessment["verdict"] == "Mostly true"
    assert (assessment["reviewer"], assessment["round"]) == ("Inês", "first")
    (row,) = run("list", "--library", library).lines
    assert row["reviewed"] == 1
    for format_ in ("html", "csv", "json"):
        out = tmp_path / f"report.{format_}"
        done = run("export", "--library", library, "--format", format_, "-o", out)
        (told,) = done.lines
        assert told["path"] == str(out)
        assert any("no source: claim" in one for one in told["warnings"])
        assert "The port says so." in out.read_text(encoding="utf-8-sig")
    copy = tmp_path / "copy.factcheck"
    assert run("backup", "--library", library, "-o", copy).lines[0]["path"] == str(copy)
    checked = run("check", "--library", copy)
    assert (checked.status, checked.out) == (0, "")
    assert "ends with" in checked.err


def test_export_takes_what_is_asked_for_and_no_private_note(
    run: Run, library: Path, tmp_path: Path
) -> None:
    store = Store.open(library, AT)
    store.assess(1, ME, AT, {"verdict": "True", "reason": "public", "note": "private words"})
    store.close()
    article, claims = ids(library)
    out = tmp_path / "report.json"
    options = ("--library", library, "--format", "json", "-o", out)
    run("export", *options, "--article", article, "--only-reviewed")
    (one,) = json.loads(out.read_text(encoding="utf-8"))["articles"]
    assert [claim["id"] for claim in one["claims"]] == claims[:1]
    run("export", *options)
    # JSON is to be imported again: it has the claim that no list shows, too.
    assert len(json.loads(out.read_text(encoding="utf-8"))["articles"][0]["claims"]) == 5
    assert "private words" not in out.read_text(encoding="utf-8")
    assert run("export", *options, "--article", "unknown").status == 1
    assert run("export", "--library", library, "--format", "pdf2", "-o", out).status == 2
    store = Store.open(library, AT)
    store.assess(1, ME, AT, {"verdict": None})
    store.close()
    warned = run("export", *options, "--only-reviewed").lines[0]["warnings"]
    assert ["no claim is reviewed" in one for one in warned] == [True]


def test_claimreview_is_a_draft_until_its_address_is_known(
    run: Run, library: Path, tmp_path: Path
) -> None:
    store = Store.open(library, AT)
    store.assess(1, ME, AT, {"verdict": "True", "reason": "public"})
    store.close()
    out = tmp_path / "review.jsonld"
    options = ("--library", library, "--format", "claimreview", "-o", out)
    assert any("drafts" in one for one in run("export", *options).lines[0]["warnings"])
    wrong = run("export", *options, "--url", "desk.example")
    assert (wrong.status, "no full http" in wrong.err) == (1, True)
    told = ("--url", "https://desk.example/1", "--organisation", "The Desk")
    assert not any("drafts" in one for one in run("export", *options, *told).lines[0]["warnings"])
    (review,) = json.loads(out.read_text(encoding="utf-8"))
    assert (review["url"], review["author"]["name"]) == (told[1], "The Desk")


def test_nothing_is_written_over_a_library_by_mistake(
    run: Run, library: Path, tmp_path: Path
) -> None:
    before = library.read_bytes()
    ran = run("export", "--library", library, "--format", "html", "-o", library)
    assert (ran.status, "There is a library of this name" in ran.err) == (1, True)
    assert run("backup", "--library", library, "-o", library).status == 1
    assert run("backup", "--library", library, "-o", tmp_path / "no" / "c").status == 1
    assert library.read_bytes() == before


def test_assess_holds_to_the_scale_of_the_article(run: Run, library: Path) -> None:
    _, claims = ids(library)
    base = ("assess", "--library", library, "--claim", claims[1], "--reviewer", "Ada")
    wrong = run(*base, "--verdict", "Pants on Fire")
    assert (wrong.status, "Mostly false" in wrong.err) == (2, True)
    free = run(*base, "--verdict", "Pants on Fire", "--free-text", "--round", "second")
    (given,) = free.lines
    assert (given["verdict"], given["free_text"], given["round"]) == (
        "Pants on Fire",
        True,
        "second",
    )
    assert run(*base, "--verdict", " ").status == 2
    assert run(*base, "--verdict", "True", "--round", "third").status == 2
    assert run(*base[:-1], " ", "--verdict", "True").status == 2
    unknown = run(
        "assess", "--library", library, "--claim", "x", "--reviewer", "A", "--verdict", "True"
    )
    assert (unknown.status, "no claim with this id" in unknown.err) == (1, True)


def test_assessing_the_same_again_adds_nothing(run: Run, library: Path) -> None:
    _, claims = ids(library)
    base = ("assess", "--library", library, "--claim", claims[0], "--reviewer", "Ada")
    first = run(*base, "--verdict", "True", "--reason", "seen").lines
    assert run(*base, "--verdict", "True").lines == first
    assert run(*base, "--verdict", "False").lines[0]["reason"] == "seen"


def test_only_import_makes_a_library(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "none" / "l.factcheck"
    for command in (
        ("list",), ("check",), ("backup", "-o", tmp_path / "b"),
        ("export", "--format", "csv", "-o", tmp_path / "r"),
        ("assess", "--claim", "x", "--verdict", "True", "--reviewer", "A"),
    ):  # fmt: skip
        ran = run(*command, "--library", missing)
        assert (ran.status, "no library" in ran.err) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_while_a_window_holds_the_library_reading_goes_on_and_writing_ends_with_3(
    run: Run, tmp_path: Path, article: Path
) -> None:
    store = opened(tmp_path)
    library, (_, claims) = store.path, ids(store.path)
    store.assess(1, ME, AT, {"verdict": "True"})
    assert run("list", "--library", library).lines[0]["reviewed"] == 1
    assert run("check", "--library", library).status == 0
    assert run("backup", "--library", library, "-o", tmp_path / "copy.factcheck").status == 0
    out = tmp_path / "r.csv"
    assert run("export", "--library", library, "--format", "csv", "-o", out).status == 0
    for command in (
        ("import", "--library", library, article),
        ("assess", "--library", library, "--claim", claims[0], "--verdict", "False",
         "--reviewer", "A"),
    ):  # fmt: skip
        ran = run(*command)
        assert (ran.status, ran.out, "another window" in ran.err) == (3, "", True)
    assert process("import", "--library", library, article).status == 3
    assert store.claim(1).verdict == "True"
    store.close()
    copied = Store.open(tmp_path / "copy.factcheck", AT)
    assert list(check(copied.connection)) == []
    copied.close()


def test_a_newer_library_ends_with_3_and_is_left_alone(
    run: Run, tmp_path: Path, article: Path
) -> None:
    library = tmp_path / "newer.factcheck"
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = library.read_bytes()
    for command in (("list",), ("check",), ("import", article)):
        ran = run(*command, "--library", library)
        assert (ran.status, "newer version" in ran.err) == (3, True)
    assert library.read_bytes() == before


def test_check_prints_what_is_wrong_and_ends_with_1(run: Run, library: Path) -> None:
    with meddling(library) as connection:
        connection.execute("UPDATE claim SET text = 'other' WHERE id = 1")
    ran = run("check", "--library", library)
    assert ran.status == 1
    assert ran.lines[0]["check"] == "anchors"
    assert ran.lines[0]["where"] == ids(library)[1][0]
    library.write_bytes(b"no library")
    assert run("check", "--library", library).status == 1


def test_an_import_that_was_stopped_is_finished_by_the_next(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, finish = tmp_path / "l.factcheck", Store.finish_finding

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "finish_finding", stop)
    assert run("import", "--library", library, article).status == 130
    monkeypatch.setattr(Store, "finish_finding", finish)
    (row,) = run("import", "--library", library, article).lines
    assert (row["new"], row["claims"] > 0) == (False, True)
    assert run("check", "--library", library).out == ""


# ---------------------------------------------------------------- usage


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"], ["extract", "a.txt", "--jsonl", "-"], ["read"], ["score", "a.txt"],
        ["import"], ["import", "--library", "l"], ["import", "--library", "l", "--scale", "x", "f"],
        ["export", "--library", "l"], ["assess", "--library", "l"], ["list"], ["check"], ["backup"],
        ["nonsense"], ["--nonsense"], ["extract", "--nonsense"], ["a.txt"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_says_why(run: Run, arguments: Sequence[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Error:" in ran.err


def test_help_and_version_go_to_standard_output(run: Run) -> None:
    assert f"version {__version__}" in run("--version").out
    assert {"extract", "backup", "assess"} <= set(run("-h").out.split())
    for command in cli.commands.commands:
        assert run(command, "--help").out.startswith("Usage: factcheck-gui " + command)


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], (None, [])),
        (["my.factcheck"], (Path("my.factcheck"), [])),
        (["--library", "L"], (Path("L"), [])),
        (["--library=L"], (Path("L"), [])),
        (["-style", "fusion", "x.factcheck"], (Path("x.factcheck"), ["-style", "fusion"])),
        (["list", "--library", "L"], None),
        (["--help"], None),
        (["a.txt"], None),
        (["--library"], None),
        (["a.factcheck", "b.factcheck"], None),
    ],
)  # fmt: skip
def test_a_library_alone_opens_the_window(arguments: list[str], wanted: object) -> None:
    assert _window(arguments) == wanted


# ---------------------------------------------------------------- processes of their own


def test_standard_output_is_utf_8_whatever_the_system_says(article: Path) -> None:
    odd = {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1:strict", "PYTHONUTF8": "0"}
    ran = process("extract", article, "/missing", **odd)
    assert ran.status == 1
    assert "“Traffic has doubled" in ran.out
    assert "😀" in ran.lines[0]["text"]
    assert ran.err == "/missing: There is no such file.\n"


def test_a_file_name_of_any_bytes_can_be_read_and_imported(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    try:
        Path(path).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    ran = process("read", path)
    assert (ran.status, ran.lines[0]["id"]) == (0, path)
    assert process("import", "--library", tmp_path / "l.factcheck", path).status == 0


def test_lines_never_hold_a_character_that_ends_a_line_elsewhere(run: Run) -> None:
    text = "One\u2028two\u2029three\x85four \ud83d rose by 5 percent."
    ran = run("extract", "--jsonl", "-", stdin=json.dumps({"id": 1, "text": text}).encode())
    assert len(ran.out.splitlines()) == 1
    assert ran.lines[0]["text"] == text


EVERY_COMMAND = """
import sys
sockets = []
sys.addaudithook(
    lambda event, values: sockets.append(values[1]) if event == "socket.__new__" else None
)
from factcheck_gui.__main__ import main
ended = []
for line in sys.stdin.read().splitlines():
    sys.argv = ["factcheck-gui", *line.split("|")]
    ended.append(main())
import socket
assert not {socket.AF_INET, socket.AF_INET6} & set(sockets), sockets
qt = [name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")]
assert not qt, qt
print(*ended, file=sys.stderr)
"""


def test_no_command_loads_qt_or_makes_an_internet_socket(
    library: Path, article: Path, tmp_path: Path
) -> None:
    _, claims = ids(library)
    on = ["--library", str(library)]
    commands = [
        ["extract", str(article)], ["extract", "--jsonl", "-"], ["score"], ["read", str(article)],
        ["import", *on, str(article)], ["list", *on], ["check", *on],
        ["assess", *on, "--claim", claims[0], "--verdict", "True", "--reviewer", "A"],
        ["export", *on, "--format", "html", "-o", str(tmp_path / "r")],
        ["export", *on, "--format", "json", "-o", str(tmp_path / "r")],
        ["backup", *on, "-o", str(tmp_path / "b.factcheck")], ["--version"], ["nonsense"],
    ]  # fmt: skip
    ran = subprocess.run(
        [sys.executable, "-c", EVERY_COMMAND], input="\n".join("|".join(one) for one in commands),
        capture_output=True, text=True, check=False, cwd=ROOT, encoding="utf-8",
    )  # fmt: skip
    assert ran.stderr.splitlines()[-1] == "0 0 0 0 0 0 0 0 0 0 0 0 2", ran.stderr
    assert ran.returncode == 0


def test_each_command_loads_only_what_it_needs() -> None:
    code = (
        "import sys; from factcheck_gui import cli; cli.run(['score']); "
        "print(*{'sqlite3', 'sqlite_utils', 'jinja2', 'filelock'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input="", capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert (done.stdout, done.stderr) == ("\n", "")


LINE = json.dumps({"id": 1, "text": "Rents rose by 12 per cent."}).encode() + b"\n"


@POSIX
def test_a_closed_pipe_ends_the_command_quietly() -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, cwd=ROOT, bufsize=0,
    ) as running:  # fmt: skip
        assert running.stdin and running.stdout and running.stderr
        running.stdin.write(LINE)
        assert running.stdout.readline().startswith(b'{"id": 1')  # at once, not at the end
        running.stdout.close()
        running.stdin.write(LINE)
        running.wait(PATIENCE)
        assert (running.returncode, running.stderr.read()) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_said_in_words() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "score"], input=LINE, stdout=full, stderr=subprocess.PIPE, cwd=ROOT,
            check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"could not be written (No space" in done.stderr


@pytest.fixture
def heeding_ctrl_c() -> Iterator[None]:
    """Children end at Ctrl+C even where the tests run in the background of a shell, deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@POSIX
@pytest.mark.usefixtures("heeding_ctrl_c")
def test_ctrl_c_ends_the_command_without_a_traceback() -> None:
    with subprocess.Popen(
        [*COMMAND, "score"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, cwd=ROOT, bufsize=0,
    ) as running:  # fmt: skip
        assert running.stdin and running.stdout and running.stderr
        running.stdin.write(LINE)
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        running.wait(PATIENCE)
        assert (running.returncode, running.stderr.read().strip()) == (130, b"")


@POSIX
@pytest.mark.usefixtures("heeding_ctrl_c")
def test_ctrl_c_in_an_import_leaves_a_whole_library(tmp_path: Path) -> None:
    library, long = tmp_path / "l.factcheck", tmp_path / "long.txt"
    paragraph = "The council of district {} said rents fell by {} per cent after the cap.\n\n"
    long.write_text("".join(paragraph.format(n, n) for n in range(2_000)), encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, "import", "--library", library, long], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        _wait_until(lambda: _claims(library) > 0)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert (running.returncode, out, err.strip()) == (130, b"", b"")
    store = Store.open(library, AT)
    assert list(check(store.connection)) == []
    assert not store.article(1).extracted
    store.close()


def _claims(library: Path) -> int:
    try:
        with closing(file.open_reader(library)) as connection:
            return Reader(connection).article(1).row.tally.claims
    except Problem:
        return 0


def _wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@POSIX
def test_a_bar_shows_progress_on_a_terminal_only(article: Path) -> None:
    import pty  # not on Windows

    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("this machine has no terminals to give")
    done = subprocess.run(
        [*COMMAND, "extract", article], stdout=subprocess.PIPE, stderr=theirs, cwd=ROOT, check=True
    )
    os.close(theirs)
    shown = os.read(ours, 65536)
    os.close(ours)
    assert b"100%" in shown
    assert json.loads(done.stdout)["claims"]
    assert process("extract", article).err == ""


def test_a_newer_text_becomes_a_version(run: Run, tmp_path: Path) -> None:
    library, path = tmp_path / "l.factcheck", tmp_path / "a.md"
    head = "# The council spends more on roads\n\n"
    old = "The council spent $12 million on roads in 2024, records show.\n\nThe mayor denied it."
    path.write_text(head + old, encoding="utf-8")
    (first,) = run("import", "--library", library, path).lines
    path.write_text(head + old.replace("$12", "$21"), encoding="utf-8")
    (again,) = run("import", "--library", library, path).lines
    assert (again["id"], again["new"], again["version"]) == (first["id"], False, 2)
    other = tmp_path / "b.txt"
    other.write_text("Wholly other words about cows that graze on 40 hills.", encoding="utf-8")
    ran = run("import", "--library", library, "--newer-of", first["id"], other)
    assert (ran.lines[0]["id"], ran.lines[0]["version"]) == (first["id"], 3)
    assert len(run("list", "--library", library).lines) == 1
    assert run("check", "--library", library).status == 0
    assert run("import", "--library", library, "--newer-of", "no such id", other).status != 0
