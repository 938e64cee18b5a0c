"""Evidence in one line of plain text."""

from __future__ import annotations

import pytest

from factcheck_gui.reports import content, sources, words
from tests.core import report_samples as samples


def sentence(language: str = "en", **fields: object) -> str:
    about = samples.article("The bridge carries 12,400 cars a day.")
    claim = samples.claim(about, 1, "12,400 cars")
    proof = samples.evidence(1, "refutes", **fields)
    ours = words.load(language)
    (told,) = sources.told(content.ReportClaim(claim, evidence=(proof,)), ours)
    return sources.sentence(told, ours)


def test_what_brings_its_own_end_gets_no_second_one() -> None:
    said = sentence(question="Was it counted?", answer="Yes, twice.", locator="p. 4")
    assert said == "[1] refutes. Asked: Was it counted? Answer: Yes, twice. p. 4"


@pytest.mark.parametrize("quote", ["so it is", "“so it is”", '"so it is"', "«so it is»"])
def test_a_quotation_has_the_marks_of_the_language_once(quote: str) -> None:
    assert sentence(quote=quote) == "[1] refutes. “so it is”"
    assert sentence("de", quote=quote) == "[1] widerlegt. „so it is“"


@pytest.mark.parametrize("quote", ["“A” and “B”", "“", '""', "“open", "’twas ’"])
def test_marks_that_are_no_pair_around_it_stay(quote: str) -> None:
    assert sentence(quote=quote) == f"[1] refutes. “{quote}”"
