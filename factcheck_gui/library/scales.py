"""Rating scales: the shipped ones, and the texts of those that a library has used.

A library keeps a scale's whole text from the day it was first used, so that a later edit of the
scale never rewrites a verdict already given.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from factcheck_gui import paths
from factcheck_gui.domain import Problem, Scale, scale_from_json

DEFAULT = "five-point"


def to_json(scale: Scale) -> dict[str, Any]:
    """The scale as ``resources/scales/*.json`` has it."""
    labels = [
        {
            "text": one.text,
            "symbol": one.symbol,
            "colour": one.colour,
            "order": one.order,
            "value": one.value,
            "claimskg": one.claimskg,
            "meaning": one.meaning,
        }
        for one in scale.labels
    ]
    return {
        "id": scale.id,
        "name": scale.name,
        "explanation": scale.explanation,
        "labels": labels,
    }


def body(scale: Scale) -> tuple[str, str]:
    """The stored text of a scale and its SHA-256."""
    text = json.dumps(to_json(scale), ensure_ascii=False, sort_keys=True)
    return text, hashlib.sha256(text.encode()).hexdigest()


@cache
def shipped() -> dict[str, Scale]:
    """The scales that come with the app, by id, the default first."""
    found: dict[str, Scale] = {}
    for path in sorted((paths.resources() / "scales").glob("*.json")):
        scale = scale_from_json(json.loads(path.read_text(encoding="utf-8")))
        found[scale.id] = scale
    if DEFAULT not in found:
        raise Problem("The rating scales of the app are missing.", str(paths.resources()))
    return {DEFAULT: found[DEFAULT], **found}
