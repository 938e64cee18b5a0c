"""What the model card tells: every figure of the exported model, measured once after training.

Here: which data are measured how. Not here: the arithmetic (``measuring``), the card (``card``).
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck_gui.claims.network.backbone import NETWORK, Backbone
from factcheck_gui.claims.network.wordpiece import WordPieces
from factcheck_gui.claims.training import card, data, measuring, weighing
from factcheck_gui.claims.training.network import Model
from factcheck_gui.claims.training.teaching import Example, verdicts_of
from factcheck_gui.claims.training.weighing import Judged

Scored = tuple[Sequence[float], Sequence[bool]]
Examples = Mapping[str, Sequence[Judged]]


def write(
    folder: Path,
    out: Path,
    examples: Examples,
    held: Mapping[str, NDArray[np.float64]],
    agreement: dict[str, str],
    at: datetime,
) -> None:
    """Measures the model in ``out`` and writes ``MODEL_CARD.md`` and ``calibration.svg`` there.

    ``held`` are the scores of ``examples`` of each genre by weights that do not know them.
    """
    model = Backbone(out)
    debates = _scored(model, folder, "worth/claimbuster_dev")
    curves = {
        "debates": measuring.reliability(*debates),
        "articles": measuring.reliability(*_known(examples["article"], held["article"])),
    }
    card.write_picture(
        out / "calibration.svg",
        [("debates", curves["debates"]), ("articles, cross-validated", curves["articles"])],
    )
    found = {
        "date": at.strftime("%Y-%m-%d"),
        "commit": _commit(),
        "network_mb": f"{(out / NETWORK).stat().st_size / 1e6:.1f}",
        **agreement,
        **_told("debates", debates),
        **_told("later", _known(examples["speech"], held["speech"])),
        **_told("speeches", _scored(model, folder, "worth/policlaim_dev")),
        **_listing("news", examples["article"], held["article"], 1.0),
        **_listing("weblogs", examples["article"], held["article"], 0.5),
        **_names(model, folder),
        **{f"{name}_table": card.table(curve) for name, curve in curves.items()},
        **{
            f"{name}_error": f"{measuring.calibration_error(curve):.3f}"
            for name, curve in curves.items()
        },
    }
    card.write_card(out / "MODEL_CARD.md", found)


def agreement(model: Model, exported: Backbone, folder: Path) -> dict[str, str]:
    """How far eight bits differ from thirty-two, on the debates that only measure."""
    _, _, measured = data.debates(folder)
    examples = [data.verdict(row) for row in measured]
    whole = verdicts_of(model, examples, exported.pieces, exact=True)
    logits = np.stack([one.verdict for one in exported.see([one.tokens for one in examples])])
    shares = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    gap = np.abs(shares - whole)[:, 2]
    same = (shares.argmax(1) == whole.argmax(1)).mean()
    return {
        "bits_same": f"{same:.3f}",
        "bits_mean": f"{gap.mean():.4f}",
        "bits_most": f"{gap.max():.3f}",
    }


def write_agreement(model: Model, pieces: WordPieces, out: Path) -> None:
    """Keeps what the model says in thirty-two bits of some sentences, for a test on any machine."""
    text = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
    sentences = text.splitlines()
    shares = verdicts_of(
        model, [Example(data.tokens(one)) for one in sentences], pieces, exact=True
    )
    told = {
        one: [round(float(value), 4) for value in share]
        for one, share in zip(sentences, shares, strict=True)
    }
    path = out / "agreement.json"
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _scored(model: Backbone, folder: Path, name: str) -> Scored:
    labelled = [(row["text"], row["label"] == "yes", "") for row in data.rows(folder, name)]
    scores = weighing.probabilities(model.weights["speech"], weighing.bare(model, labelled))
    return list(scores), [wanted for _, wanted, _ in labelled]


def _known(examples: Sequence[Judged], scores: NDArray[np.float64]) -> Scored:
    """Without the examples of which both is right."""
    pairs = [
        (float(score), one.wanted)
        for one, score in zip(examples, scores, strict=True)
        if one.wanted is not None
    ]
    return [score for score, _ in pairs], [wanted for _, wanted in pairs]


def _told(name: str, scored: Scored) -> dict[str, str]:
    one = measuring.ranking(*scored)
    return {
        f"{name}_f1": f"{one.f1:.3f}",
        f"{name}_ap": f"{one.average_precision:.3f}",
        f"{name}_best": f"{one.best_f1:.3f}",
        f"{name}_rows": str(len(scored[0])),
    }


def _listing(
    name: str, examples: Sequence[Judged], scores: NDArray[np.float64], weight: float
) -> dict[str, str]:
    """As ``score.py news`` counts: must and not, with the share of either listed told apart."""
    here = [
        (one.wanted, score >= 0.5)
        for one, score in zip(examples, scores, strict=True)
        if one.weight == weight
    ]
    listed = {key: sum(up for wanted, up in here if wanted is key) for key in (True, False, None)}
    total = {key: sum(wanted is key for wanted, _ in here) for key in (True, False, None)}
    f1 = 2 * listed[True] / (listed[True] + listed[False] + total[True])
    return {
        f"{name}_f1": f"{f1:.3f}",
        f"{name}_must": f"{listed[True]} of {total[True]}",
        f"{name}_not": f"{listed[False]} of {total[False]}",
        f"{name}_either": f"{listed[None]} of {total[None]}",
    }


def _names(model: Backbone, folder: Path) -> dict[str, str]:
    one = measuring.name_figures(
        (measuring.gold_names(row), measuring.names_in(model, row))
        for row in data.rows(folder, "news/gum_news_dev")
    )
    return {
        "names_exact": f"{one.exact:.3f}",
        "names_spans": f"{one.spans:.3f}",
        "names_touching": f"{one.touching:.3f}",
        "names_wanted": str(one.wanted),
    }


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parent,
    )  # fmt: skip
    return done.stdout.strip() or "unknown"
