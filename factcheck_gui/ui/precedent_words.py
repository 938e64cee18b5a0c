"""Earlier checks in words: how near one is, its verdict as given, who checked it and when; and what
a file of them brought. What others wrote is shown as it is.

Not here: what anything looks like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from factcheck_gui.domain import FeedNote
from factcheck_gui.library.precedents import Earlier
from factcheck_gui.precedents import TakenIn
from factcheck_gui.ui.lists import claim_words

translate = QCoreApplication.translate
_SHOWN = 600  # characters of a claim


def T(_context: str, text: str) -> str:
    """Marks a text for ``make translations``, which knows T as QT_TRANSLATE_NOOP."""
    return text


# What the reader of such files may note, gathered for translation.
NOTES = (
    T("FeedNotes", "marks of HTML were taken out"),
    T("FeedNotes", "of several values the first was taken"),
    T("FeedNotes", "a property stands in it twice; the last counts"),
    T("FeedNotes", "it names no claim and is found by its headline"),
    T("FeedNotes", "it names neither a claim nor a headline"),
    T("FeedNotes", "it gives no verdict in words"),
    T("FeedNotes", "a word such as “Rating:” was taken off"),
    T("FeedNotes", "the rating is no object but bare words or a number"),
    T("FeedNotes", "the verdict was given as an object or a list"),
    T("FeedNotes", "the rating’s number is in words, which were taken for the verdict"),
    T("FeedNotes", "the rating’s number is none and was left out"),
    T("FeedNotes", "the rating’s number is not on its scale; numbers were left out"),
    T("FeedNotes", "of several addresses in one field the first was taken"),
    T("FeedNotes", "it has no web address"),
    T("FeedNotes", "an address that is none was left out"),
    T("FeedNotes", "a date that is none was left out"),
    T("FeedNotes", "the checker is named by their web address"),
    T("FeedNotes", "it does not say who checked"),
    T("FeedNotes", "who checked was also named as who said it; the latter was left out"),
    T("FeedNotes", "it is no JSON"),
    T("FeedNotes", "there is no check in it"),
    T("FeedNotes", "the same check stands in this file before"),
    T("FeedNotes", "commas before closing brackets were taken out"),
)


def how_many(count: int) -> str:
    """What stands above the checks, or in their place."""
    if count == 0:
        return translate("PrecedentWords", "No earlier check was found that says the same.")
    if count == 1:
        return translate(
            "PrecedentWords", "1 earlier check. What others found decides nothing here."
        )
    words = translate(
        "PrecedentWords", "{0} earlier checks. What others found decides nothing here."
    )
    return words.format(claim_words.whole(count))


def near(one: Earlier) -> str:
    """How near a check is, and in what it differs."""
    nearness = {
        "close": translate("PrecedentWords", "very close"),
        "related": translate("PrecedentWords", "related"),
    }
    known = {
        "figures": translate("PrecedentWords", "other figures"),
        "denial": translate("PrecedentWords", "one of them denies it"),
    }
    words = [nearness.get(one.near, ""), *(known.get(each, "") for each in one.differs)]
    return " · ".join(word for word in words if word)


def claim(one: Earlier) -> str:
    """What was checked, cut where it is very long."""
    words = claim_words.one_line(one.precedent.words)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def verdict(one: Earlier) -> str:
    """The verdict as given, with its number on its scale."""
    told = one.precedent
    if one.disputed:
        return translate("PrecedentWords", "Reviewers disagree")
    words = claim_words.one_line(told.verdict) or translate("PrecedentWords", "No verdict in words")
    if told.value is None or told.worst is None or told.best is None:
        return words
    scale = translate("PrecedentWords", "{0} on a scale from {1} to {2}")
    return f"{words} ({scale.format(*(f'{n:g}' for n in (told.value, told.worst, told.best)))})"


def about(one: Earlier) -> str:
    """Who checked it and when, who had said it, and where it is known from."""
    told = one.precedent
    said = translate("PrecedentWords", "said by {0}").format(told.claimant) if told.claimant else ""
    origin = translate("PrecedentWords", "from {0}").format(one.feed) if one.feed else ""
    if one.claim:
        origin = translate("PrecedentWords", "in this library: “{0}”").format(told.title)
    day = claim_words.day(told.published) if told.published else ""
    headline = "" if one.claim or told.title == told.words else told.title
    parts = (told.checker, day, said, headline, origin)
    return " · ".join(claim_words.one_line(part) for part in parts if part)


def spoken(one: Earlier) -> str:
    """All of it, for a screen reader."""
    return " · ".join((verdict(one), near(one), claim(one), about(one)))


# ---------------------------------------------------------------- what a file brought


def summary(taken: TakenIn) -> str:
    """What a file brought, in a sentence."""
    counts = taken.counts
    told = (
        (counts.new, translate("PrecedentWords", "{0} new")),
        (counts.changed, translate("PrecedentWords", "{0} brought up to date")),
        (counts.known, translate("PrecedentWords", "{0} known already")),
        (taken.left_out, translate("PrecedentWords", "{0} left out")),
    )
    parts = [form.format(claim_words.whole(number)) for number, form in told if number]
    words = translate("PrecedentWords", "Earlier checks from {0}: {1}.")
    return words.format(taken.name, ", ".join(parts))


def details(notes: Sequence[FeedNote]) -> str:
    """What was put right or left out: how often, and in which items first."""
    lines = []
    for (what, left_out), count in Counter((n.what, n.left_out) for n in notes).most_common():
        places = [place(n.place) for n in notes if (n.what, n.left_out) == (what, left_out)]
        more = ", …" if count > 3 else ""
        form = (
            translate("PrecedentWords", "Left out: {0} ({1}×: {2})")
            if left_out
            else translate("PrecedentWords", "{0} ({1}×: {2})")
        )
        lines.append(
            form.format(note(what), claim_words.whole(count), ", ".join(places[:3]) + more)
        )
    return "\n".join(lines)


def place(name: str) -> str:
    """Where in a file something stands: "item 3", "line 12"."""
    kind, _, number = name.partition(" ")
    forms = {
        "item": translate("PrecedentWords", "item {0}"),
        "line": translate("PrecedentWords", "line {0}"),
        "row": translate("PrecedentWords", "row {0}"),
        "script": translate("PrecedentWords", "script {0}"),
    }
    return forms[kind].format(number) if kind in forms else name


def note(what: str) -> str:
    """A note of the reader of such files; one that is not known as it comes."""
    return translate("FeedNotes", what)
