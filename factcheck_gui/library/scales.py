"""Rating scales: the shipped ones, a newsroom's own, and the texts of those a library has used.

A library keeps a scale's whole text from the day it was first used, so that a later edit of the
scale never rewrites a verdict already given.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from factcheck_gui import paths
from factcheck_gui.domain import Problem, Scale, checked_scale, scale_from_json

DEFAULT = "five-point"
LARGEST = 1024 * 1024  # bytes of a scale's file


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
        **({"needs_reason": True} if scale.needs_reason else {}),
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


# ---------------------------------------------------------------- a newsroom's own


def own_scales(folder: Path) -> tuple[dict[str, Scale], list[Problem]]:
    """The scales that people made, by id, and what is wrong with files that hold none."""
    found: dict[str, Scale] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            scale = read_scale(path)
            found[scale.id] = scale
        except Problem as problem:
            problems.append(problem)
    return found, problems


def read_scale(path: Path) -> Scale:
    """The scale in a file. Raises Problem naming the file."""
    try:
        if path.stat().st_size > LARGEST:
            raise Problem("This rating scale is too large.")
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict):
            raise Problem("This file holds no rating scale.")
        return scale_from_json(data)
    except Problem as problem:
        raise Problem(problem.what, str(path)) from problem
    except (OSError, ValueError, RecursionError) as error:
        raise Problem(f"This rating scale cannot be read ({error}).", str(path)) from error


def all_scales(folder: Path) -> dict[str, Scale]:
    """Every scale that an article can use: the shipped ones and, after them, people's own."""
    own, _ = own_scales(folder)
    return {**shipped(), **{name: one for name, one in own.items() if name not in shipped()}}


def save_scale(folder: Path, scale: Scale) -> Path:
    """Writes a scale of one's own, over an older text of it. Articles that use that one keep it.

    Raises Problem where the scale cannot be used, has the id of a shipped one, or the file cannot
    be written.
    """
    checked_scale(scale)
    if scale.id in shipped():
        raise Problem("This is a scale of the app; give yours another name.", scale.name)
    path = folder / f"{scale.id}.json"
    if path.parent != folder or not scale.id:
        raise Problem("A rating scale needs a plain name.", scale.id)
    text = json.dumps(to_json(scale), ensure_ascii=False, indent=2)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        what = f"The rating scale could not be written ({error.strerror})."
        raise Problem(what, str(path)) from error
    return path


def delete_scale(folder: Path, id: str) -> None:
    """Takes a scale of one's own out of the choice; articles that use it keep it."""
    (folder / f"{id}.json").unlink(missing_ok=True)
