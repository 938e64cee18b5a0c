"""Two reviewers at one desk, one of them blind, a disagreement, a third who decides, and the
report: in a real window on a real X server, with real keys."""

from __future__ import annotations

import json
from contextlib import closing

from factcheck_gui.domain import Assessment, Claim, Reviewer
from factcheck_gui.library import file
from factcheck_gui.library.reading import Reader
from tests.e2e.test_xvfb import Desk, desk, pytestmark  # noqa: F401  # the fixture and the marks


def given(desk: Desk, claim: Claim, by: Reviewer) -> Assessment | None:  # noqa: F811
    with closing(file.open_reader(desk.library)) as connection:
        return Reader(connection).assessment(claim.key, by)


def verdict(desk: Desk, claim: Claim, by: Reviewer) -> str | None:  # noqa: F811
    found = given(desk, claim, by)
    return found.verdict if found else None


def sit_down(desk: Desk, name: str, round_: int) -> None:  # noqa: F811
    """Somebody else takes the desk, in a round by its place."""
    desk.dialog("Reviewer and round", "ctrl+shift+r")
    desk.press("ctrl+a")
    desk.write(name)
    desk.dialog("The same person?", "Tab", "Tab", "Tab", *["Down"] * round_, "Return")
    desk.press("Escape")  # no
    desk.closed("The same person")


def test_two_readings_one_blind_a_decision_and_the_report(desk: Desk) -> None:  # noqa: F811
    desk.start()
    claim = desk.wait(desk.claims)[1]
    desk.sign_in("Ada")
    desk.press("j", "5")
    desk.wait(lambda: verdict(desk, claim, Reviewer("Ada")) == "False")
    sit_down(desk, "Bo", 1)
    desk.press("1")
    desk.wait(lambda: verdict(desk, claim, Reviewer("Bo", "second")) == "True")
    assert desk.claims()[1].state == "disputed"
    sit_down(desk, "Cy", 2)
    desk.press("alt+2")
    desk.wait(lambda: verdict(desk, claim, Reviewer("Cy", "adjudication")) == "True")
    assert (desk.claims()[1].state, desk.claims()[1].verdict) == ("reviewed", "True")
    out = desk.home / "report.json"
    desk.dialog("Export report", "ctrl+e")
    desk.press("Tab", *["Down"] * 5, "alt+f", "ctrl+a")
    desk.write(str(out))
    desk.press("Return")
    desk.wait(out.exists)
    desk.closed("Export report")
    data = json.loads(out.read_text(encoding="utf-8"))
    (one,) = data["articles"][0]["claims"]
    assert one["verdict"] == "True"
    desk.close()
    assert (desk.home / "stderr.txt").read_text() == ""
