"""The ClaimReview objects inside a value of JSON, with plain keys, in their order.

Here: what counts as one, how its keys are made plain, what it may refer to. Not here: files
(``claimreview_feed``), what the properties mean (``claimreview_fields``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck_gui.documents.claimreview_fields import CLAIM, VERDICT

MOST_KNOWN = 200_000  # objects with an id that are remembered
_DEEPEST = 12  # objects inside one another in a review; what lies deeper is passed over
_TYPE = "claimreview"
_ENDS = re.compile(r"[/#:]")
_SIGNS = re.compile(r"[^a-z0-9]+")


def reviews_in(value: Any, known: dict[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The reviews in a value, with plain keys; ``known`` gets the objects that have an id.

    Without recursion: how deep a file is nested is up to whoever wrote it. References may point
    forwards, so nothing is yielded before all is seen.
    """
    found: list[Mapping[str, Any]] = []
    waiting: list[tuple[Any, str]] = [(value, "")]
    while waiting:
        one, entry = waiting.pop()
        if isinstance(one, list):
            waiting += [(each, entry) for each in reversed(one)]
        elif isinstance(one, dict):
            keys = {plain_key(key): inner for key, inner in one.items()}
            _remember(keys, known)
            if _is_review(keys):
                found.append({**_plain(keys), "entryaddress": entry})
            elif "claimreview" in keys and isinstance(keys.get("text"), str):
                found += _searched(keys)
            else:
                named = keys.get("url")
                entry = named if isinstance(named, str) else entry
                waiting += [(each, entry) for each in reversed(list(one.values()))]
    yield from found


def plain_key(key: str) -> str:
    """ "claimreviewed" for "schema:claimReviewed", "claim_reviewed", "https://…/claimReviewed"."""
    return _SIGNS.sub("", _ENDS.split(key[:200])[-1].lower())


def _remember(keys: dict[str, Any], known: dict[str, Any]) -> None:
    if isinstance(keys.get("id"), str) and set(keys) - {"id", "type"} and len(known) < MOST_KNOWN:
        known.setdefault(keys["id"], _plain(keys))


def _plain(value: Any, depth: int = 0) -> Any:
    """A value with plain keys at every depth."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return [_plain(one, depth + 1) for one in value[:1000]]
    if isinstance(value, dict):
        return {plain_key(key): _plain(inner, depth + 1) for key, inner in value.items()}
    return value


def _is_review(keys: Mapping[str, Any]) -> bool:
    """By its type, by its claim, or as a row of a table that has a claim and a verdict."""
    types = keys.get("type")
    types = types if isinstance(types, list) else [types]
    if any(isinstance(one, str) and plain_key(one) == _TYPE for one in types):
        return True
    if any(keys.get(one) for one in CLAIM[:2]):
        return True
    claim = any(isinstance(keys.get(one), str) for one in CLAIM)
    rated = any(keys.get(one) for one in (*VERDICT, "rating", "reviewrating"))
    flat = rated and any(name in keys for name in (*CLAIM, "title"))
    return flat and (claim or isinstance(keys.get("title"), str))


def _searched(keys: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """A claim with its checks, as answers of fact-check search services have them."""
    checks = keys["claimreview"]
    about = {"claimreviewed": keys["text"], "claimant": keys.get("claimant")}
    about["claimdate"] = keys.get("claimdate")
    plain = [_plain(one) for one in (checks if isinstance(checks, list) else [checks])]
    return [{**one, **about} for one in plain if isinstance(one, dict)]
