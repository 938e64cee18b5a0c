"""The few fixed words that the core hands over and the window shows, in the window's language.

Here: why a claim is worth checking, its kind, why two contest each other, how a text came in, who
reviews without having given a name, the kinds of report. Not here: verdict labels and free text,
which are data and stay as they are; the core's sentences about problems, which serve the commands
as well. A word that no table knows is shown as it comes.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_LOWERED = "lowered: "  # what claims.worth puts before a reason against


def why(reason: str) -> str:
    """A reason of a claim's check-worthiness: "figure", "lowered: opinion"."""
    if reason.startswith(_LOWERED):
        known = _reasons_against().get(reason.removeprefix(_LOWERED))
        return translate("CoreWords", "lowered: {0}").format(known) if known else reason
    return _reasons_for().get(reason, reason)


def is_against(reason: str) -> bool:
    """Whether a reason speaks against a claim's being worth checking."""
    return reason.startswith(_LOWERED)


def against(reason: str) -> str:
    """A reason against, without the word that says so."""
    bare = reason.removeprefix(_LOWERED)
    return _reasons_against().get(bare, bare)


def kind(name: str) -> str:
    """One of the eight kinds of claim."""
    words = {
        "numeric": translate("CoreWords", "numeric"),
        "event": translate("CoreWords", "event"),
        "causal": translate("CoreWords", "causal"),
        "quote": translate("CoreWords", "quotation"),
        "reported": translate("CoreWords", "reported"),
        "property": translate("CoreWords", "property"),
        "plan": translate("CoreWords", "plan"),
        "opinion": translate("CoreWords", "opinion"),
    }
    return words.get(name, name)


def claim_type(name: str) -> str:
    """Whether a sentence states a fact or something else."""
    words = {
        "fact": translate("CoreWords", "fact"),
        "opinion": translate("CoreWords", "opinion"),
        "prediction": translate("CoreWords", "prediction"),
        "question": translate("CoreWords", "question"),
        "rhetoric": translate("CoreWords", "rhetoric"),
    }
    return words.get(name, name)


def polarity(name: str) -> str:
    """Whether who said something claims or denies it."""
    words = {
        "positive": translate("CoreWords", "claims it"),
        "negative": translate("CoreWords", "denies it"),
    }
    return words.get(name, name)


def rule(name: str) -> str:
    """By which rule the verdicts of an article stand."""
    words = {
        "agreement": translate("CoreWords", "the one that all agree on"),
        "majority": translate("CoreWords", "the one of the majority"),
    }
    return words.get(name, name)


def contested(reason: str) -> str:
    """Why two claims contest each other; names in it stay as they are."""
    for form, words in _contests():
        found = form.fullmatch(reason)
        if found:
            return words.format(*found.groups())
    return reason


def _contests() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile("other figures: (.+) against (.+)"),
         translate("CoreWords", "other figures: {0} against {1}")),
        (re.compile("other dates: (.+) against (.+)"),
         translate("CoreWords", "other dates: {0} against {1}")),
        (re.compile("opposites: (.+) against (.+)"),
         translate("CoreWords", "opposites: {0} against {1}")),
        (re.compile("other counts of the (.+): (.+) against (.+)"),
         translate("CoreWords", "other counts of the {0}: {1} against {2}")),
        (re.compile("(.+) and (.+) contradict each other"),
         translate("CoreWords", "{0} and {1} contradict each other")),
        (re.compile("(.+) and (.+): one blames, the other denies"),
         translate("CoreWords", "{0} and {1}: one blames, the other denies")),
        (re.compile("(.+) and (.+) blame each other"),
         translate("CoreWords", "{0} and {1} blame each other")),
    ]  # fmt: skip


def _reasons_for() -> dict[str, str]:
    return {
        "accusation": translate("CoreWords", "accusation"),
        "attributed": translate("CoreWords", "attributed"),
        "cause": translate("CoreWords", "cause"),
        "change": translate("CoreWords", "change"),
        "comparison": translate("CoreWords", "comparison"),
        "date": translate("CoreWords", "date"),
        "event": translate("CoreWords", "event"),
        "figure": translate("CoreWords", "figure"),
        "force or crime": translate("CoreWords", "force or crime"),
        "money or share": translate("CoreWords", "money or share"),
        "names someone or a place": translate("CoreWords", "names someone or a place"),
        "page furniture": translate("CoreWords", "page furniture"),
        "public matter": translate("CoreWords", "public matter"),
        "statement of fact": translate("CoreWords", "statement of fact"),
    }


def _reasons_against() -> dict[str, str]:
    return {
        "a quotation on its own": translate("CoreWords", "a quotation on its own"),
        "caption": translate("CoreWords", "caption"),
        "code": translate("CoreWords", "code"),
        "first person": translate("CoreWords", "first person"),
        "headline": translate("CoreWords", "headline"),
        "hedged": translate("CoreWords", "hedged"),
        "hypothetical": translate("CoreWords", "hypothetical"),
        "little to check": translate("CoreWords", "little to check"),
        "no statement of fact": translate("CoreWords", "no statement of fact"),
        "no verb": translate("CoreWords", "no verb"),
        "no whole sentence": translate("CoreWords", "no whole sentence"),
        "of little weight": translate("CoreWords", "of little weight"),
        "opinion": translate("CoreWords", "opinion"),
        "prediction or plan": translate("CoreWords", "prediction or plan"),
        "question": translate("CoreWords", "question"),
        "says what should be": translate("CoreWords", "says what should be"),
        "speaks to the reader": translate("CoreWords", "speaks to the reader"),
        "talk about talking": translate("CoreWords", "talk about talking"),
        "talk about the page": translate("CoreWords", "talk about the page"),
        "vague": translate("CoreWords", "vague"),
        "very short": translate("CoreWords", "very short"),
    }


def source(name: str) -> str:
    """Where an article came from: a file's name, or that it was pasted."""
    return translate("CoreWords", "pasted text") if name == "pasted text" else name


def reviewer(name: str) -> str:
    """A reviewer's name; the one the app gives where none was given is worded anew."""
    return translate("CoreWords", "Reviewer 1") if name == "Reviewer 1" else name


def blind_report() -> str:
    """Why somebody who reads without knowing what others said gets no report."""
    return translate(
        "CoreWords",
        "This is a blind second reading: a report would show what others said. "
        "It can be made in any other round.",
    )


def report_format(name: str, label: str) -> str:
    """What a kind of report is called; ``label`` where the window knows no word of its own."""
    words = {
        "html": translate("CoreWords", "Web page, to read and print"),
        "pdf": translate("CoreWords", "PDF, to print and keep"),
        "docx": translate("CoreWords", "Word document, the article with comments"),
        "manuscript-docx": translate("CoreWords", "Manuscript in Word, comments only"),
        "manuscript-html": translate("CoreWords", "Manuscript as web page, with notes"),
        "manuscript-pdf": translate("CoreWords", "Manuscript as PDF, notes in the margin"),
        "xlsx": translate("CoreWords", "Workbook: claims, evidence, assessments"),
        "md": translate("CoreWords", "Markdown, to paste elsewhere"),
        "csv": translate("CoreWords", "Table, one row a claim"),
        "webannotation": translate("CoreWords", "Web annotations (JSON-LD)"),
        "json": translate("CoreWords", "JSON, to import again"),
        "claimreview": translate("CoreWords", "ClaimReview, for search engines"),
        "claimreview-html": translate("CoreWords", "ClaimReview, to paste in a page"),
    }
    return words.get(name, label)
