"""The window about agreement: numbers, the claims behind them, and what is exported."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from factcheck_gui.domain import Reviewer
from factcheck_gui.ui.agreement_dialog import AgreementDialog
from factcheck_gui.ui.main_window import MainWindow


def opened(window: MainWindow) -> AgreementDialog:
    window.show_agreement()
    QApplication.processEvents()
    return window.findChildren(AgreementDialog)[-1]


def read_by_two(window: MainWindow) -> list[int]:
    """Ada and Bo judge six claims alike but for the second; Ada one more in her own words."""
    session = window.session
    claims = list(session.view)
    for name, round_ in (("Ada <b>", "first"), ("Bo", "second")):
        session.set_reviewer(Reviewer(name, round_))  # type: ignore[arg-type]
        for place, claim in enumerate(claims[:6]):
            session.choose_claim(claim)
            session.give_verdict(2 if place == 1 and name == "Bo" else place % 2)
    session.set_reviewer(Reviewer("Ada <b>"))
    session.choose_claim(claims[6])
    session.give_verdict(0)
    return claims


def test_every_number_leads_to_its_claims(window: MainWindow) -> None:
    claims = read_by_two(window)
    dialog = opened(window)
    said = dialog.page.toPlainText()
    assert "Claims that two or more judged: 6; unanimous: 5." in said
    assert "Ada <b>" in said
    assert "Cohen’s kappa" in said
    assert "one person alone judged them: 1" in said
    links = re.findall(r'href="(#\d+)"[^>]*>(?:<span[^>]*>)?([^<]*)', dialog.page.toHtml())
    link = next(link for link, words in reversed(links) if words == "1")  # the claim left out
    dialog.page.anchorClicked.emit(QUrl(link))
    assert dialog.claims.count() == 1
    window.session.choose_claim(claims[0])
    dialog.claims.itemActivated.emit(dialog.claims.item(0))
    assert window.session.claim is not None
    assert window.session.claim.key == claims[6]
    dialog.close()


def test_who_is_compared_can_be_chosen(window: MainWindow) -> None:
    read_by_two(window)
    dialog = opened(window)
    dialog.names["Bo"].setChecked(False)
    QApplication.processEvents()
    assert "Cohen" not in dialog.page.toPlainText()
    dialog.which.setCurrentIndex(1)
    dialog.names["Bo"].setChecked(True)
    QApplication.processEvents()
    assert "Cohen" in dialog.page.toPlainText()
    dialog.close()


def test_what_was_measured_is_exported(window: MainWindow, tmp_path: Path) -> None:
    read_by_two(window)
    dialog = opened(window)
    for name in ("a.csv", "a.json"):
        dialog.save_wanted.emit(dialog._found, tmp_path / name)
    QApplication.processEvents()
    (scale,) = json.loads((tmp_path / "a.json").read_text("utf-8"))
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    (kappa,) = [row for row in rows if row["measure"] == "cohen_kappa"]
    assert float(kappa["value"]) == scale["pairs"][0]["cohen_kappa"]["value"]
    assert kappa["claims"] == "6"
    dialog.close()


def test_a_blind_reader_is_told_nothing_of_agreement(window: MainWindow) -> None:
    read_by_two(window)
    dialog = opened(window)
    window.session.set_reviewer(Reviewer("Cy", "second"))
    assert not dialog.isVisible()
    window.show_agreement()
    assert "blind second reading" in window.notice._text.text()
