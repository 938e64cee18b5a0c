"""The command ``export``: every option reaches the report, and what is wrong is said."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck_gui import cli
from factcheck_gui.reports import writing
from tests.core import report_samples as samples
from tests.core.library_samples import ME, YOU, opened, ticking

Export = Callable[..., tuple[int, list[str], str]]

REASON, REPLACED, QUOTE = "REASONPUBLIC", "REASONREPLACED", "QUOTEOFPORT"
NOTE, SOURCE, SECRET, TOLD = "NOTEPRIVATE", "Port statistics", "SECRETFITTER", "TOLDREADERS"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Claim 1: judged by two, replaced and corrected, with evidence; claim 2: disputed."""
    with closing(opened(tmp_path)) as store:
        clock = ticking()
        port = store.add_source({"title": SOURCE, "publisher": "Port"}, ME, clock())
        fitter = store.add_source({"title": SECRET, "anonymous": True}, ME, clock())
        store.keep_copy(port, "table.pdf", b"%PDF", "application/pdf", ME, clock())
        store.add_evidence(1, {"quote": QUOTE, "source_id": port}, ME, clock())
        store.add_evidence(1, {"source_id": fitter}, ME, clock())
        given = {"verdict": "False", "free_text": False, "reason": REPLACED, "note": NOTE}
        store.assess(1, ME, clock(), given)
        store.assess(1, ME, clock(), {"verdict": "True", "reason": f"{REASON} [1]."})
        store.assess(1, YOU, clock(), {"verdict": "True", "free_text": False})
        editor = {"verdict": "Mixed", "free_text": False, "public_note": TOLD}
        store.assess(1, samples.domain.Reviewer("Editor", "correction"), clock(), editor)
        for by, verdict in ((ME, "True"), (YOU, "False")):
            store.assess(2, by, clock(), {"verdict": verdict, "free_text": False})
    return tmp_path / "test.factcheck"


@pytest.fixture
def export(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Export:
    """Runs the command on the library; its status, the warnings, the words for people."""

    def run(format: str, *options: object, out: str = "report") -> tuple[int, list[str], str]:
        named = ("--library", library, "--format", format, "-o", tmp_path / out)
        status = cli.run([str(one) for one in ("export", *named, *options)])
        said = capsys.readouterr()
        lines = [json.loads(line) for line in said.out.splitlines()]
        return status, lines[0]["warnings"] if lines else [], said.err

    return run


def text(folder: Path) -> str:
    parts = samples.parts((folder / "report").read_bytes()).values()
    return " ".join(part.decode("utf-8", "ignore") for part in parts)


def claims(folder: Path) -> list[dict[str, Any]]:
    (article,) = json.loads((folder / "report").read_bytes())["articles"]
    found: list[dict[str, Any]] = article["claims"]
    return found


@pytest.mark.parametrize("format", sorted(writing.FORMATS))
def test_what_is_left_out_is_in_no_byte(export: Export, tmp_path: Path, format: str) -> None:
    assert export(format, "--without", "reasons,evidence", "--without", "corrections")[0] == 0
    shown = text(tmp_path)
    assert [one for one in (REASON, QUOTE, SOURCE, TOLD) if one in shown] == []


@pytest.mark.parametrize("format", sorted(writing.FORMATS))
def test_nothing_private_leaves_unless_it_is_asked_for(
    export: Export, tmp_path: Path, format: str
) -> None:
    assert export(format)[0] == 0
    shown = text(tmp_path)
    assert NOTE not in shown and SECRET not in shown
    assert (REPLACED in shown) is (format == "json")  # which is to be imported again
    assert export(format, "--with-notes", "--with", "history")[0] == 0
    shown = text(tmp_path)
    assert (NOTE in shown) is ("notes" in writing.applies(format))
    assert (REPLACED in shown) is ("history" in writing.applies(format))
    assert SECRET not in shown


def test_json_without_its_history_has_the_last_word_of_each_reviewer_alone(
    export: Export, tmp_path: Path
) -> None:
    export("json", "--without", "history")
    assert REPLACED not in text(tmp_path)
    (first, *_) = claims(tmp_path)
    assert [one["round"] for one in first["assessments"]] == ["first", "second", "correction"]


def test_verdicts_choose_the_claims(export: Export, tmp_path: Path) -> None:
    export("json", "--verdict", "mixed", "--verdict", "Disputed")
    assert [one["number"] for one in claims(tmp_path)] == [1, 2]
    export("json", "--verdict", "to review")
    assert {one["state"] for one in claims(tmp_path)} == {"open"}
    export("json", "--reviewed")
    assert [one["number"] for one in claims(tmp_path)] == [1, 2]


def test_what_is_lacking_is_told_of_the_chosen_claims_alone(export: Export) -> None:
    assert any("not reviewed yet" in one for one in export("csv")[1])
    told = export("csv", "--verdict", "mixed")[1]
    assert [one for one in told if "claim" in one] == []
    told = export("csv", "--verdict", "disputed")[1]
    assert any(one.endswith("reviewers disagree: claim 2.") for one in told)
    told = export("csv", "--verdict", "unproven")[1]
    assert [one for one in told if one.endswith(": no claim has a verdict that was chosen.")]


def test_agreement_is_told_where_it_is_asked_for(export: Export, tmp_path: Path) -> None:
    export("json", "--with", "agreement")
    (found,) = json.loads((tmp_path / "report").read_bytes())["agreement"]
    assert (found["claims"], found["unanimous"]) == (2, 1)
    assert len(found["coefficients"]) == 4


def test_copies_make_a_zip_file(export: Export, tmp_path: Path) -> None:
    assert export("csv", "--copies")[0] == 0
    with zipfile.ZipFile(tmp_path / "report") as archive:
        assert archive.read("copies/001-table.pdf") == b"%PDF"
        table = archive.read("report.csv").decode("utf-8-sig").splitlines()
    assert next(csv.DictReader(table))["verdict"] == "Mixed"


def test_language_and_organisation_and_logo_reach_the_page(export: Export, tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')
    told = ("--language", "de", "--organisation", "Das Pult", "--logo", logo)
    assert export("html", *told)[0] == 0
    page = text(tmp_path)
    assert '<html lang="de"' in page and "Das Pult" in page and "data:image/svg+xml" in page


def test_a_choice_that_makes_no_difference_is_said(export: Export) -> None:
    more = ("--language", "de", "--organisation", "The Desk", "--url", "https://desk.example/1")
    told = export("csv", "--with", "agreement", "--without", "method,scale", *more)[1]
    assert [one for one in told if "no difference" in one] == [
        "The choice of agreement makes no difference to csv.",
        "The choice of method makes no difference to csv.",
        "The choice of scale makes no difference to csv.",
        "The choice of organisation makes no difference to csv.",
        "The choice of url makes no difference to csv.",
        "The choice of language makes no difference to csv.",
    ]
    assert not [one for one in export("html", "--organisation", "The Desk")[1] if "no diff" in one]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--with", "colours"), "There is no “colours”; there are reasons, evidence, corrections"),
        (("--without", "notes"), "There is no “notes”"),
        (("--with", "scale", "--without", "scale"), "Either with or without scale."),
        (("--verdict", "Maybe"), "No claim here can have the verdict “Maybe”; there are True,"),
        (("--language", "xx"), "There is no “xx”; there are de, en."),
        (("--template", "Blue"), "There is no “Blue”; there are none yet."),
    ],
)
def test_what_is_no_choice_is_wrong_usage_and_says_what_there_is(
    export: Export, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    status, _, words = export("html", *options)
    assert (status, said in words) == (2, True), words
    assert not (tmp_path / "report").exists()


def test_a_logo_that_is_none_is_refused(export: Export, tmp_path: Path) -> None:
    status, _, words = export("html", "--logo", tmp_path / "missing.png")
    assert status == 1 and "logo" in words
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(("answer", "status"), [(b"n\n", 1), (b"y\n", 0)])
def test_on_a_terminal_a_file_is_replaced_only_after_a_question(
    library: Path, tmp_path: Path, answer: bytes, status: int
) -> None:
    pty = pytest.importorskip("pty", reason="terminals are another thing on Windows")
    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("no terminal can be made here")
    out = tmp_path / "report.md"
    out.write_text("what was there")
    os.write(ours, answer)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck_gui", "export", "--library", library,
         "--format", "md", "-o", out],
        stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, timeout=600, check=False,
    )  # fmt: skip
    os.close(theirs)
    told = os.read(ours, 10_000)
    os.close(ours)
    assert b"Replace" in told
    assert done.returncode == status
    assert (out.read_text() == "what was there") == (status == 1)
