"""What a slim install says of a format whose package it lacks. Not here: any format."""

from __future__ import annotations

from factcheck_gui import domain


def package(what: str) -> domain.Problem:
    """The problem that ``what`` ("Excel workbooks") cannot be written, and what to install."""
    return domain.Problem(
        f"{what} need packages that are not installed: "
        'pip install "factcheck-gui[reports]" brings them.',
        "format",
        "HTML, Markdown, CSV and JSON are written without them.",
    )
