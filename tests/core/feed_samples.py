"""ClaimReview as it is found in the wild, with our own words in it."""

from __future__ import annotations

import json
from typing import Any

URL = "https://checkers.example/sea-water"


def review(**values: Any) -> dict[str, Any]:
    """A whole ClaimReview; None leaves a property out."""
    whole = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": URL,
        "claimReviewed": "Sea water cures colds",
        "author": {"@type": "Organization", "name": "Checkers’ Desk"},
        "datePublished": "2024-05-02",
        "reviewRating": {
            "@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1,
            "alternateName": "False",
        },
        "itemReviewed": {
            "@type": "Claim", "author": {"@type": "Person", "name": "Inês Prado"},
            "datePublished": "2024-04-30",
        },
        "name": "Does sea water help?",
        "inLanguage": "en",
    }  # fmt: skip
    return {name: value for name, value in {**whole, **values}.items() if value is not None}


def rating(**values: Any) -> dict[str, Any]:
    return {"@type": "Rating", **values}


def page(*objects: Any, head: str = "") -> bytes:
    """A saved web page with JSON-LD in it."""
    scripts = "".join(
        f'<script type="application/ld+json">{one if isinstance(one, str) else json.dumps(one)}'
        "</script>"
        for one in objects
    )
    return (
        f"<!doctype html><html><head>{head}{scripts}</head><body><p>Text</p></body></html>".encode()
    )


def packed(value: Any) -> bytes:
    return json.dumps(value).encode()
