"""Working apart: packages, what is hidden in a blind one, merging, and disagreements to settle."""

from __future__ import annotations

import itertools
import json
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from factcheck_gui import cli
from factcheck_gui.anchoring import carry
from factcheck_gui.domain import Reviewer, Span
from factcheck_gui.library.store import Store
from tests.core.exchange_samples import Desk, desks, shared
from tests.core.library_samples import AT, TEXT, document, findings

VERDICT = {"verdict": "Mixed", "free_text": False}
SECRETS = (
    "Overblown by half", "the ledger contradicts it", "call the harbour master", "no statement",
    "A ledger nobody saw", "page 40 of it",
)  # fmt: skip


def judged(desk: Desk) -> None:
    """Everything a first reviewer leaves behind, in words that are easy to search for."""
    verdict, reason, note, dismissal, source, quote = SECRETS
    store, by, now = desk.store, desk.by, desk.clock
    first = desk.claim(0)
    key = store.add_source({"title": source, "kind": "data"}, by, now())
    store.add_evidence(first, {"stance": "refutes", "quote": quote, "source_id": key}, by, now())
    store.keep_copy(key, "ledger.txt", f"{quote} {source}".encode() * 9, "text/plain", by, now())
    given = {"verdict": verdict, "free_text": True, "reason": f"{reason} [1]", "note": note}
    store.assess(first, by, now(), given)
    store.edit_claim(desk.claim(1), {"dismissed": dismissal}, by, now())
    store.save_draft(desk.claim(2), by, now(), "note", note)


def every_byte(path: Path) -> bytes:
    """The file, and whatever in it can be unpacked."""
    data = path.read_bytes()
    unpacked = []
    for at in range(len(data) - 2):
        if data[at] == 0x78 and data[at + 1] in (0x01, 0x5E, 0x9C, 0xDA):
            machine = zlib.decompressobj()
            try:
                unpacked.append(machine.decompress(data[at:], 1 << 20))
            except zlib.error:
                continue
    return data + b"".join(unpacked)


def test_a_blind_package_holds_nothing_of_the_first_reading(tmp_path: Path) -> None:
    (ada,) = desks(tmp_path, "Ada")
    judged(ada)
    hashes = ada.store.connection.execute("SELECT hash, digest FROM event").fetchall()
    held = every_byte(ada.package(blind=True, notes=False))
    for secret in SECRETS:
        assert secret.encode() not in held
        assert secret.encode("utf-16-le") not in held
    for one in itertools.chain.from_iterable(hashes):
        assert one.encode() not in held
    assert b"Ada" not in held
    openly = every_byte(ada.package(notes=True))
    assert all(secret.encode() in openly for secret in SECRETS)
    ada.close()


def test_private_notes_stay_unless_they_are_asked_for(tmp_path: Path) -> None:
    ada, ben = desks(tmp_path, "Ada", "Ben")
    judged(ada)
    without = ada.package(notes=False)
    (digest,) = ada.store.connection.execute(
        "SELECT digest FROM event WHERE what = 'assess'"
    ).fetchone()
    held = every_byte(without)
    assert b"call the harbour master" not in held
    assert digest.encode() not in held  # it was made of the note
    ben.take(without)
    (given,) = ben.store.standing(ben.claim(0))
    assert (given.verdict, given.note) == ("Overblown by half", "")
    assert findings(ben.store) == []
    ben.take(ada.package(notes=True))  # the note comes later, and finds its place
    (given,) = ben.store.standing(ben.claim(0))
    assert given.note == "call the harbour master"
    assert findings(ben.store) == []
    assert shared(ben.store) == shared(ada.store)
    ada.close()
    ben.close()


def test_a_second_blind_reading_comes_home(tmp_path: Path) -> None:
    """Two readers, the second one blind, a disagreement, and somebody who settles it."""
    (ada,) = desks(tmp_path, "Ada")
    judged(ada)
    ben = Desk(tmp_path, "Ben", 9, ada.clock)
    ben.take(ada.package(blind=True, notes=False))
    claim = ben.store.claim_key(ada.store.claim(ada.claim(0)).id)
    assert claim is not None
    assert ben.store.claim(claim).state == "open"
    ben.store.assess(claim, Reviewer("Ben", "second"), ben.clock(), VERDICT)
    came = ada.take(ben.package())
    assert (came.articles, came.claims, came.assessments) == (0, 0, 1)
    assert ada.store.claim(ada.claim(0)).state == "disputed"
    settled = Reviewer("Cy", "adjudication")
    ada.store.assess(ada.claim(0), settled, ada.clock(), {"verdict": "Mostly false"})
    ben.take(ada.package())
    assert ben.store.claim(claim).verdict == "Mostly false"
    assert shared(ben.store) == shared(ada.store)
    for desk in (ada, ben):
        assert findings(desk.store) == []
        desk.close()


def test_the_same_package_twice_changes_nothing(tmp_path: Path) -> None:
    ada, ben = desks(tmp_path, "Ada", "Ben")
    judged(ada)
    package = ada.package()
    assert ben.take(package).changed
    lines = ben.store.connection.execute("SELECT COUNT(*) FROM event").fetchone()
    before = shared(ben.store)
    came = ben.take(package)
    assert not came.changed
    assert (came.assessments, came.evidence, came.clashes) == (0, 0, 0)
    assert shared(ben.store) == before
    assert ben.store.connection.execute("SELECT COUNT(*) FROM event").fetchone() == lines
    ada.close()
    ben.close()


def test_edits_of_one_field_made_apart_wait_to_be_settled(tmp_path: Path) -> None:
    ada, ben = desks(tmp_path, "Ada", "Ben")
    ada.store.edit_claim(ada.claim(0), {"wording": "It doubled."}, ada.by, ada.clock())
    ben.store.edit_claim(ben.claim(0), {"wording": "It tripled."}, ben.by, ben.clock())
    ben.store.edit_claim(ben.claim(0), {"claimant": "The port"}, ben.by, ben.clock())
    assert ada.take(ben.package()).clashes == 1
    ben.take(ada.package())
    assert shared(ada.store) == shared(ben.store)
    (uuid,) = {row[0] for row in shared(ada.store)["clash"]}
    assert ada.store.claim(ada.claim(0)).wording == "It tripled."  # the later one is shown
    values = {json.loads(row[3]) for row in shared(ada.store)["clash"]}
    assert values == {"It doubled.", "It tripled."}
    # Choosing, even what is shown already, settles it; the choice reaches the other desk.
    ada.store.edit_claim(ada.claim(0), {"wording": "It doubled."}, ada.by, ada.clock())
    assert shared(ada.store)["clash"] == []
    assert ben.take(ada.package()).clashes == 0
    assert ben.store.claim(ben.claim(0)).wording == "It doubled."
    assert shared(ada.store) == shared(ben.store)
    assert uuid == ada.store.claim(ada.claim(0)).id
    ada.close()
    ben.close()


def test_an_edit_that_knew_of_the_other_stands(tmp_path: Path) -> None:
    ada, ben = desks(tmp_path, "Ada", "Ben")
    ada.store.edit_claim(ada.claim(0), {"wording": "One."}, ada.by, ada.clock())
    ben.take(ada.package())
    ben.store.edit_claim(ben.claim(0), {"wording": "Two."}, ben.by, ben.clock())
    assert ada.take(ben.package()).clashes == 0
    assert ada.store.claim(ada.claim(0)).wording == "Two."
    ada.close()
    ben.close()


def test_claims_marked_apart_are_both_kept(tmp_path: Path) -> None:
    ada, ben = desks(tmp_path, "Ada", "Ben")
    for desk in (ada, ben):
        article = desk.store.article(1)
        desk.store.add_claim(article, [Span(4, 21)], desk.by, desk.clock())
    ada.take(ben.package())
    ben.take(ada.package())
    assert shared(ada.store) == shared(ben.store)
    shown = ada.store.claims(ada.store.claim_keys(1))
    assert len({one.number for one in shown}) == len(shown) == 6
    assert [one.number for one in shown if one.text == "harbour of Aldmoor"[:17]]
    ada.close()
    ben.close()


def test_numbers_in_reasons_follow_their_evidence(tmp_path: Path) -> None:
    from factcheck_gui.domain import recited

    ada, ben = desks(tmp_path, "Ada", "Ben")
    for desk in (ada, ben):
        source = desk.store.add_source({"title": desk.name}, desk.by, desk.clock())
        values = {"stance": "supports", "source_id": source}
        desk.store.add_evidence(desk.claim(0), values, desk.by, desk.clock())
        reason = {"reason": f"As {desk.name} found [1].", **VERDICT}
        desk.store.assess(desk.claim(0), desk.by, desk.clock(), reason)
    ada.take(ben.package())
    evidence = ada.store.evidence(ada.claim(0))
    numbers = {one.id: one.number for one in evidence}
    assert [one.source.name for one in evidence if one.source] == ["Ada", "Ben"]
    said = [recited(o.reason, dict(o.refs), numbers) for o in ada.store.standing(ada.claim(0))]
    assert said == ["As Ada found [1].", "As Ben found [2]."]
    ada.close()
    ben.close()


def test_people_of_one_name_stay_two(tmp_path: Path) -> None:
    ada, ben = desks(tmp_path, "Ada", "Ben")
    ada.store.assess(ada.claim(0), Reviewer("Reviewer 1"), ada.clock(), {"verdict": "True"})
    ben.store.assess(ben.claim(0), Reviewer("Reviewer 1"), ben.clock(), {"verdict": "False"})
    ada.take(ben.package())
    assert ada.store.claim(ada.claim(0)).state == "disputed"
    assert set(ada.store.reviewers()) == {"Ada", "Reviewer 1", "Reviewer 1 (2)"} - (
        {"Ada"} - set(ada.store.reviewers())
    )
    ada.close()
    ben.close()


def test_an_article_from_a_colleague_is_whole(tmp_path: Path) -> None:
    (ada,) = desks(tmp_path, "Ada")
    judged(ada)
    ada.store.sign_off(1, ada.by, ada.clock())
    ben = Desk(tmp_path, "Ben", 9, ada.clock)
    came = ben.take(ada.package())
    assert (came.articles, came.claims, came.evidence) == (1, 5, 1)
    assert shared(ben.store) == shared(ada.store)
    assert ben.store.original(1) == ada.store.original(1)
    assert [one.verdict for one in ben.store.claims(ben.store.claim_keys(1))] == [
        one.verdict for one in ada.store.claims(ada.store.claim_keys(1))
    ]
    assert ben.store.claim_counts(1) == ada.store.claim_counts(1)
    assert findings(ben.store) == []
    ada.close()
    ben.close()


def test_the_commands_package_and_merge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ada,) = desks(tmp_path, "Ada")
    judged(ada)
    ada.close()
    library, package, other = (
        str(tmp_path / name) for name in ("Ada.factcheck", "a.factpack", "new.factcheck")
    )
    assert cli.run(["package", "--library", library, "-o", package]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": package, "warnings": []}
    assert cli.run(["merge", "--library", other, package]) == 0
    came = json.loads(capsys.readouterr().out)
    assert (came["articles"], came["claims"], came["assessments"]) == (1, 5, 1)
    assert cli.run(["check", "--library", other]) == 0
    assert cli.run(["merge", "--library", other, library]) == 1
    assert "neither a package" in capsys.readouterr().err
    assert cli.run(["package", "--library", library, "--blind", "--with-notes", "-o", package]) == 2
    with closing(Store.open(Path(other), AT)) as store:
        assert store.claim(store.claim_keys(1)[0]).text


def test_a_claim_that_a_newer_text_has_lost_travels_too(tmp_path: Path) -> None:
    """It stands in the list behind the claim before it, and not where its quote stood."""
    ada, ben = desks(tmp_path, "Ada", "Ben")
    lost = TEXT.split("\n\n")[2]
    newer = document(TEXT.replace(lost, "Nothing of it is left."))
    older = ada.store.older(1)
    found = carry(older.texts, newer.text, older.claims, older.current)
    ada.store.add_version(1, newer, found, ada.by, ada.clock())
    assert ben.take(ada.package()).changed
    here, there = (
        [one.anchor for one in desk.store.claims(desk.store.every_claim(1))] for desk in (ada, ben)
    )
    assert here == there == ["ok", "ok", "orphaned", "ok", "ok"]
    assert findings(ben.store) == []
    for one in (ada, ben):
        one.close()
