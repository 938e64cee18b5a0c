"""The fixed words and dates of a report, in English, and text made safe to show.

Here: sentences, plurals, days, and the visible stand-ins for characters that no reader of a
report could see. Not here: mark-up of any format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo

from factcheck_gui.reports import content

MONTHS = (
    "January February March April May June July August September October November December"
).split()

# Control characters (without tab and newline), lone surrogates, noncharacters, and the two
# characters that force a direction on what follows them.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)


def visible(text: str) -> str:
    """The text with every character that cannot be shown replaced by one that can, one for one.

    Control characters become their pictures (U+2400 and on), the rest U+FFFD. Length and offsets
    stay. A carriage return is one of them: newlines of stored text are ``\\n``.
    """
    if text.isprintable():  # none of them is; a tenth of the time of looking for each
        return text
    return _ODD.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def day(iso: str, zone: tzinfo = UTC) -> str:
    """``2022-07-29`` or a full ISO time as "29 July 2022"; anything else as it stands.

    ``zone`` is where the day of a full time is taken.
    """
    try:
        at = datetime.fromisoformat(iso).astimezone(zone) if "T" in iso else None
        when = at.date() if at else date.fromisoformat(iso)
    except (ValueError, OverflowError):
        return iso
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def plural(number: int, one: str, many: str = "") -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def summary(counts: content.Counts, choices: content.Choices) -> str:
    """What was checked, in two or three sentences."""
    if not counts.found:
        return _set_aside("No claims to check were found in the article.", counts)
    found = f"{plural(counts.found, 'factual claim')} {_was(counts.found)} found in the article; "
    return _set_aside(found + _reviewed(counts, choices.only_reviewed), counts)


def _reviewed(counts: content.Counts, only_reviewed: bool) -> str:
    if not counts.reviewed:
        so = ", so none is listed here" if only_reviewed else ""
        return f"none has been reviewed yet{so}."
    said = f"{counts.reviewed} {_was(counts.reviewed)} reviewed"
    said += f", {counts.by_two} by two reviewers" if counts.by_two else ""
    said += f", {counts.disputed} disputed between reviewers" if counts.disputed else ""
    left = counts.found - counts.reviewed
    if left and only_reviewed:
        these = "that one is" if counts.reviewed == 1 else "these are"
        return f"{said}; only {these} listed here."
    return said + (f"; {left} {'is' if left == 1 else 'are'} still to review." if left else ".")


def _set_aside(said: str, counts: content.Counts) -> str:
    if not counts.dismissed:
        return said
    passages = plural(counts.dismissed, "passage")
    return f"{said} {passages} {_was(counts.dismissed)} set aside as not a claim."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


ROUND_WORDS: dict[str, str] = {
    "first": "by",
    "second": "second review by",
    "adjudication": "decided by",
    "correction": "corrected by",
}


def method(choices: content.Choices) -> str:
    """How a report came about, in the words that stand at its end."""
    chosen = "Only reviewed claims are listed. " if choices.only_reviewed else ""
    return (
        "The claims were found by a program or marked by a reviewer, each at its place in the "
        "text. Verdicts and reasons are people’s alone; the program proposes none. "
        f"{chosen}Reviewers’ private notes and the names of anonymous sources are not part of it."
    )


def ended(text: str) -> str:
    """The text with a full stop where it brings no end of its own."""
    return text if text.rstrip("”’»)")[-1:] in (*".!?…。",) else f"{text}."


def row(names: Sequence[str]) -> str:
    """Names in a row: "A, B and C"."""
    return "".join(name + stop for name, stop in zip(names, separators(len(names)), strict=True))


def separators(number: int) -> Sequence[str]:
    """What stands after each of ``number`` names in a row: "A, B and C"."""
    return [", "] * (number - 2) + [" and "] * (number > 1) + [""] * (number > 0)
