"""A JSON report comes back: all that it tells, once, and never as the words of who takes it in."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck_gui import cli, jobs, report_files
from factcheck_gui.domain import KeptCopy, Problem, Reviewer
from factcheck_gui.library.merging import merge
from factcheck_gui.reports import incoming
from factcheck_gui.reports.content import Choices, Included
from tests.core.exchange_samples import Desk, desks, shared
from tests.core.incoming_samples import WHOLE, changed, report_of, reviewed, take
from tests.core.library_samples import AT, ME, findings, ticking
from tests.core.test_reports_interchange import valid


@pytest.fixture
def ada(tmp_path: Path) -> Iterator[Desk]:
    (desk,) = desks(tmp_path, "Ada")
    reviewed(desk)
    yield desk
    desk.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, "Ben", 9, ticking())
    yield desk
    desk.close()


def test_an_empty_library_tells_the_same_afterwards_byte_for_byte(ada: Desk, empty: Desk) -> None:
    report = report_of(ada.store)
    valid(report)
    taken = take(empty.store, report)
    assert taken.merged and not taken.refused and not taken.notes
    assert (taken.merged.articles, taken.merged.claims, taken.merged.assessments) == (1, 5, 6)
    assert report_of(empty.store) == report
    assert findings(empty.store) == []


def test_twice_is_once(ada: Desk, empty: Desk) -> None:
    report = report_of(ada.store)
    take(empty.store, report)
    before = shared(empty.store)
    for desk in (empty, ada):
        taken = take(desk.store, report, desk.name)
        assert taken.merged and not taken.merged.changed and not taken.refused
    assert shared(empty.store) == before


def test_what_by_rule_does_not_leave_is_not_in_it(ada: Desk) -> None:
    report = report_of(ada.store, Choices(included=Included(history=True))).decode()
    for secret in ("SECRET-NAME", "TAKEN-OUT", "call again", "One wording"):
        assert secret not in report


@pytest.mark.parametrize("left_out", ["reasons", "evidence", "corrections", "history"])
def test_a_report_of_fewer_choices_comes_in_as_what_it_has(
    ada: Desk, empty: Desk, left_out: str
) -> None:
    """And the whole one can still come: nothing that was left out is lost for good."""
    chosen = {"history": True, left_out: False}
    less = report_of(ada.store, Choices(included=Included(**chosen)))
    assert not take(empty.store, less).refused
    assert findings(empty.store) == []
    whole = report_of(ada.store)
    taken = take(empty.store, whole)
    assert not taken.refused
    before, after = json.loads(whole), json.loads(report_of(empty.store))
    for old, new in zip(
        before["articles"][0]["claims"], after["articles"][0]["claims"], strict=True
    ):
        assert old["verdict"] == new["verdict"]
        assert old["evidence"] == new["evidence"]
        ids = {one["id"]: one for one in new["assessments"]}
        for one in old["assessments"]:
            known = ids[one["id"]]
            assert {n: known[n] for n in ("reason", "public_note", "refs")} == {
                n: one[n] for n in ("reason", "public_note", "refs")
            }
    assert not take(empty.store, less).merged.changed  # type: ignore[union-attr]
    assert findings(empty.store) == []


def test_edits_made_apart_wait_to_be_settled(tmp_path: Path) -> None:
    ada, ben = desks(tmp_path, "Ada", "Ben")
    ada.store.edit_claim(ada.claim(0), {"wording": "Ada's"}, ada.by, ada.clock())
    ben.store.edit_claim(ben.claim(0), {"wording": "Ben's"}, ben.by, ben.clock())
    first, second = report_of(ada.store), report_of(ben.store)
    for desk, report in ((ben, first), (ada, second)):
        taken = take(desk.store, report, desk.name)
        assert taken.merged and taken.merged.clashes == 1
    assert shared(ada.store)["clash"] == shared(ben.store)["clash"]
    ada.store.edit_claim(ada.claim(0), {"wording": "Both"}, ada.by, ada.clock())
    take(ben.store, report_of(ada.store), "Ben")
    assert ben.store.claim(ben.claim(0)).wording == "Both"
    assert shared(ben.store)["clash"] == []
    for desk in (ada, ben):
        assert findings(desk.store) == []
        desk.close()


def test_a_package_and_a_report_of_the_same_meet(ada: Desk, empty: Desk) -> None:
    """Whichever comes first, the other adds what it alone has, and nothing twice."""
    report, package = report_of(ada.store), ada.package()
    take(empty.store, report)
    assert empty.take(package).clashes == 0
    assert not empty.take(package).changed
    assert not take(empty.store, report).merged.changed  # type: ignore[union-attr]
    assert findings(empty.store) == []
    same = ("claim", "span", "evidence", "assessment", "standing", "source", "version")
    mine, theirs = shared(ada.store), shared(empty.store)
    for name in same:
        if name == "source":  # the anonymous one has no name in a report
            continue
        if name == "evidence":  # nor has a report what was taken out
            assert {row[0] for row in mine[name]} == {row[0] for row in theirs[name]}
            continue
        assert mine[name] == theirs[name], name


def test_a_copy_that_is_not_here_says_so_until_it_comes(ada: Desk, empty: Desk) -> None:
    take(empty.store, report_of(ada.store))
    (copy,) = empty.store.connection.execute("SELECT id FROM copy").fetchone()
    with pytest.raises(Problem, match="not here"):
        empty.store.copy_bytes(copy)
    with pytest.raises(Problem, match="not here"):
        empty.store.original(1)
    assert empty.store.document(1).original == b""
    assert [one.here for one in _copies(empty)] == [False]
    empty.take(ada.package())
    assert [one.here for one in _copies(empty)] == [True]
    assert empty.store.copy_bytes(copy) == ("ledger.txt", b"39,800 containers")
    assert empty.store.original(1)[1].decode().startswith("The harbour")


def test_it_is_never_taken_for_words_of_ones_own(ada: Desk, empty: Desk) -> None:
    """Anybody can write a name into a report: whoever works here keeps theirs."""
    mine = Reviewer("Ada")
    taken = take(empty.store, report_of(ada.store), "Ada")
    assert any("Ada" in note and "name of its own" in note for note in taken.notes)
    assert "Ada" not in empty.store.reviewers() and "Ada (2)" in empty.store.reviewers()
    claim = empty.store.claim_key(_first(ada))
    assert claim and empty.store.assessment(claim, mine) is None
    assert not take(empty.store, report_of(ada.store), "Ada").merged.changed  # type: ignore[union-attr]

    def forge(report: dict[str, object]) -> None:
        (article,) = report["articles"]  # type: ignore[misc]
        given = article["claims"][0]["assessments"][0]
        other = {**given, "id": given["id"][:-1] + "f", "reason": "FORGED"}
        article["claims"][0]["assessments"].append(other)

    forged = changed(report_of(ada.store), forge)
    assert not take(ada.store, forged, "Ada").refused
    said = {one.reviewer: one.reason for one in ada.store.standing(1)}
    assert "FORGED" not in {r for name, r in said.items() if name == "Ada"}
    assert findings(ada.store) == []


def _copies(desk: Desk) -> list[KeptCopy]:
    return [copy for source in desk.store.find_sources() for copy in source.copies]


def _first(desk: Desk) -> str:
    return desk.store.claim(1).id


def test_the_history_tells_what_came_as_its_reviewers(ada: Desk, empty: Desk) -> None:
    take(empty.store, report_of(ada.store), "Ben")
    here, there = (
        [(e.at, e.reviewer, e.what, e.after) for e in desk.store.history(key)]
        for desk in (ada, empty)
        if (key := desk.store.claim_key(_first(ada)))
    )
    judged = [one for one in here if one[2] in ("verdict", "reason")]
    assert judged == [one for one in there if one[2] in ("verdict", "reason")]
    (line,) = empty.store.connection.execute(
        "SELECT reviewer, payload FROM event WHERE what = 'merge'"
    ).fetchall()
    assert line[0] == "Ben" and len(json.loads(line[1])["report"]) == 64


def test_a_report_before_there_were_ids_and_places_is_read(ada: Desk, empty: Desk) -> None:
    """Version 1 as it was at first: nothing of the background."""

    def older(report: dict[str, object]) -> None:
        for name in ("reviewers", "included", "verdicts"):
            report.pop(name, None)
        (article,) = report["articles"]  # type: ignore[misc]
        for name in ("scale_sha256", "rule", "edited"):
            article.pop(name, None)
        for version in article["versions"]:
            for name in ("text", "blocks", "furniture", "finder"):
                version.pop(name, None)
        for claim in article["claims"]:
            for name in ("touched", "contested", "home", "places", "edited"):
                claim.pop(name, None)
            for one in claim["evidence"]:
                one.pop("reviewer")
                one.pop("edited", None)

    taken = take(empty.store, changed(report_of(ada.store), older))
    assert taken.merged and taken.merged.claims == 4
    assert not taken.refused and "claim 3: left out" in taken.notes[0]
    assert findings(empty.store) == []
    told = json.loads(report_of(empty.store))["articles"][0]["claims"]
    assert {one["wording"] for one in told} >= {"Another 😀 wording"}
    assert sum(len(one["assessments"]) for one in told) == 5


def test_the_commands_import_and_merge(
    ada: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, library = tmp_path / "report.json", tmp_path / "new.factcheck"
    path.write_bytes(report_of(ada.store))
    for command, new in (("import", 1), ("merge", 0)):
        assert cli.run([command, "--library", str(library), str(path)]) == 0
        line = json.loads(capsys.readouterr().out)
        assert (line["path"], line["articles"]) == (str(path), new)
    path.write_bytes(path.read_bytes()[:-100])
    assert cli.run(["import", "--library", str(library), str(path)]) == 1
    told = capsys.readouterr().err
    assert "damaged" in told and "Nothing was taken in." in told


def test_a_name_is_needed_for_nothing(ada: Desk, empty: Desk) -> None:
    """The scale, its article's rule and the sign-off come along."""
    take(empty.store, report_of(ada.store))
    (key,) = empty.store.article_keys()
    assert empty.store.rule(key) == "majority"
    row = empty.store.article_row(key)
    assert row and (row.signed_by, row.title) == ("Ada", "The port")
    assert empty.store.scale(key) == ada.store.scale(1)
    with pytest.raises(Problem, match="signed off"):
        empty.store.edit_claim(1, {"wording": "x"}, ME, empty.clock())


def test_a_report_with_its_copies_brings_their_bytes(
    ada: Desk, empty: Desk, tmp_path: Path
) -> None:
    """A copy in the file that is not what the report names, or not named, is let be."""
    out = tmp_path / "report.zip"
    jobs.export(ada.store.path, [1], WHOLE, format="json", out=out, at=AT, copies=True)
    assert report_files.is_report(out)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("copies/099-other.txt", b"another file")
    found = incoming.admitted(report_files.read_report(str(out)), empty.store, "Ben")
    assert found.package and not found.refused
    assert merge(empty.store, found.package, "Ben", AT).changed
    assert report_of(empty.store) == report_of(ada.store)
    (copy,) = _copies(empty)
    assert copy.here and empty.store.copy_bytes(copy.key) == ("ledger.txt", b"39,800 containers")
    assert findings(empty.store) == []
    data = out.read_bytes()
    out.write_bytes(data[: len(data) // 2])
    with pytest.raises(Problem, match="damaged archive"):
        report_files.read_report(str(out))


def test_pieces_make_the_whole_again(ada: Desk) -> None:
    whole = incoming.read(report_of(ada.store))
    gathering = incoming.Gathering()
    for piece in incoming.pieces(whole):
        gathering.take(piece)
    assert gathering.incoming == whole
