"""Agreement: published worked examples, slow second opinions on random tables, and the command."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_gui import cli
from factcheck_gui.agreement import (
    Estimate,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    measure,
)
from factcheck_gui.domain import Rating, Reviewer
from factcheck_gui.library.scales import shipped
from tests.core.library_samples import AT, ME, YOU, opened

LABELS = ("a", "b", "c", "d")
FIVE = shipped()["five-point"]


def counted(*rows: str) -> list[Counter[str]]:
    return [Counter(row) for row in rows]


# ---------------------------------------------------------------- published examples


def test_cohen_as_published() -> None:
    # Two readers of 50 grant proposals: 20 twice yes, 15 twice no, kappa 0.40 (a textbook case).
    assert cohen_kappa([[20, 5], [10, 15]]).value == pytest.approx(0.4)
    # The same share of agreement with lopsided margins is worth less: 0.1304 against 0.2593.
    assert cohen_kappa([[45, 15], [25, 15]]).value == pytest.approx(0.1304, abs=1e-4)
    assert cohen_kappa([[25, 35], [5, 35]]).value == pytest.approx(0.2593, abs=1e-4)


def test_fleiss_as_published() -> None:
    # Fourteen raters, ten subjects, five categories: kappa 0.210 (Fleiss' method, textbook table).
    table = (
        (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
        (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
    )  # fmt: skip
    counts = [Counter(dict(zip("vwxyz", row, strict=True))) for row in table]
    assert fleiss_kappa(counts, "vwxyz").value == pytest.approx(0.210, abs=5e-4)


def test_krippendorff_as_published() -> None:
    # Krippendorff (2011): four observers, twelve units, some values missing; the unit that only
    # one of them rated says nothing.
    units = counted(
        "111", "2223", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11"
    )
    assert krippendorff_alpha(units, "12345").value == pytest.approx(0.743, abs=5e-4)
    ordinal = krippendorff_alpha(units, "12345", ordinal=True)
    assert ordinal.value == pytest.approx(0.815, abs=5e-4)
    assert ordinal.n == 11
    assert ordinal.low is not None
    assert ordinal.high is not None
    assert ordinal.low < 0.815 < ordinal.high <= 1


# ---------------------------------------------------------------- slow second opinions

ROWS = st.lists(st.lists(st.sampled_from(LABELS), min_size=2, max_size=5), min_size=1, max_size=25)


def slow_alpha(rows: list[list[str]], ordinal: bool) -> float | None:
    """1 - observed over expected disagreement, over every ordered pair of ratings."""
    values = [value for row in rows for value in row]
    uses = Counter(values)

    def apart(one: str, other: str) -> float:
        if not ordinal:
            return float(one != other)
        low, high = sorted((LABELS.index(one), LABELS.index(other)))
        between = sum(uses[LABELS[rank]] for rank in range(low, high + 1))
        return (between - (uses[one] + uses[other]) / 2) ** 2

    observed = sum(
        sum(apart(*two) for two in permutations(row, 2)) / (len(row) - 1) for row in rows
    )
    expected = sum(apart(*two) for two in permutations(values, 2)) / (len(values) - 1)
    return 1 - observed / expected if expected else None


@settings(max_examples=60)
@given(ROWS, st.booleans())
def test_alpha_is_what_every_pair_says(rows: list[list[str]], ordinal: bool) -> None:
    found = krippendorff_alpha([Counter(row) for row in rows], LABELS, ordinal=ordinal)
    assert found.value == pytest.approx(slow_alpha(rows, ordinal))
    assert found.n == len(rows)


def slow_kappa(rows: list[list[str]]) -> float | None:
    """Cohen's kappa of the first two ratings of each row."""
    n = len(rows)
    seen = sum(row[0] == row[1] for row in rows) / n
    ones, others = Counter(row[0] for row in rows), Counter(row[1] for row in rows)
    chance = sum(ones[label] * others[label] for label in LABELS) / n**2
    return (seen - chance) / (1 - chance) if chance < 1 else None


@settings(max_examples=60)
@given(ROWS)
def test_kappa_is_what_every_claim_says(rows: list[list[str]]) -> None:
    table = [[sum(row[:2] == [a, b] for row in rows) for b in LABELS] for a in LABELS]
    found = cohen_kappa(table)
    assert found.value == pytest.approx(slow_kappa(rows))
    if found.low is not None and found.high is not None:
        assert -1 - 1e-9 <= found.low <= found.high <= 1 + 1e-9


def test_where_chance_explains_all_there_is_no_number() -> None:
    assert cohen_kappa([[7, 0], [0, 0]]) == Estimate(None, None, None, 7)
    assert fleiss_kappa(counted("aa", "aa"), LABELS).value is None
    assert krippendorff_alpha(counted("aa", "aa"), LABELS).value is None
    assert krippendorff_alpha([], LABELS) == Estimate(None, None, None, 0)
    with pytest.raises(ValueError, match="same number"):
        fleiss_kappa(counted("aa", "aab"), LABELS)


def test_the_same_ratings_give_the_same_interval() -> None:
    assert cohen_kappa([[20, 5], [10, 15]]) == cohen_kappa([[20, 5], [10, 15]])


# ---------------------------------------------------------------- what is compared


def rated(claim: str, *verdicts: str, free: bool = False) -> list[Rating]:
    names = ("Ada", "Ben", "Cy")
    return [
        Rating(claim, "article", name, "five", verdict, free)
        for name, verdict in zip(names, verdicts, strict=False)
    ]


def test_what_cannot_be_compared_is_left_out_and_named() -> None:
    ratings = [
        *rated("c1", "True", "True", "True"),
        *rated("c2", "True", "False"),
        *rated("c3", "Mixed"),
        *rated("c4", "Out of date", "Out of date", free=True),
        *rated("c5", "Unproven", "False"),
        *rated("c6", "Mostly true", "True"),
    ]
    (found,) = measure(ratings, {"five": FIVE})
    assert found.scale == FIVE.name
    assert found.reviewers == ("Ada", "Ben", "Cy")
    assert (found.claims, found.unanimous) == (4, 1)
    assert found.left_out == {
        "rated once": ("c3",),
        "in own words": ("c4",),
        "outside the order": ("c5",),
    }
    assert found.nominal.n == 4
    assert found.ordinal.n == 3
    assert found.fleiss.n == 3  # most claims have two ratings; Fleiss leaves the third out
    ada_ben = found.pairs[0]
    assert (ada_ben.one, ada_ben.other, ada_ben.agreed) == ("Ada", "Ben", 1)
    assert ada_ben.cells["True", "False"] == ("c2",)
    assert sum(map(len, ada_ben.cells.values())) == ada_ben.kappa.n == 4


# ---------------------------------------------------------------- the command


def test_the_command_measures_independent_readings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(opened(tmp_path)) as store:
        path = store.path
        settled = Reviewer(YOU.name, "adjudication")
        for claim, mine, yours in ((1, "True", "True"), (2, "Mixed", "False"), (3, "False", "")):
            store.assess(claim, ME, AT, {"verdict": mine, "free_text": False})
            if yours:
                store.assess(claim, YOU, AT, {"verdict": yours, "free_text": False})
        store.assess(2, settled, AT, {"verdict": "Mixed", "free_text": False})
        ids = [store.claim(claim).id for claim in (1, 2, 3)]
    assert cli.run(["agreement", "--library", str(path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert (found["claims"], found["unanimous"]) == (2, 1)
    assert found["left_out"] == {"rated once": [ids[2]]}
    (pair,) = found["pairs"]
    assert pair["agreed"] == 1
    assert {ME.name: "Mixed", YOU.name: "False", "claims": [ids[1]]} in pair["cells"]
    assert found["krippendorff_alpha"]["nominal"]["claims"] == 2
    assert cli.run(["agreement", "--library", str(path), "--reviewer", "Nobody"]) == 1
    assert "Nobody" in capsys.readouterr().err
    assert cli.run(["agreement", "--library", str(path), "--reviewer", ME.name]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert (alone["claims"], alone["pairs"]) == (0, [])
