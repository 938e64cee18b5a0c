"""What a report says of itself in whole sentences, and text made safe to show.

Here: the summary and the method from their phrases (``words`` has them in each language), and the
visible stand-ins for characters that no reader of a report could see. Not here: mark-up of any
format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck_gui.reports import content, tallies
from factcheck_gui.reports.words import Words

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


def plural(number: int, one: str, many: str = "") -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def summary(counts: tallies.Counts, choices: content.Choices, words: Words) -> str:
    """What was checked, in two or three sentences."""
    if not counts.found:
        return _set_aside(words("none_found"), counts, words)
    only_reviewed = choices.only_reviewed and choices.verdicts is None
    found = f"{words('found', counts.found)}; {_reviewed(counts, only_reviewed, words)}."
    return _by_verdict(_set_aside(found, counts, words), counts, choices, words)


def _by_verdict(said: str, counts: tallies.Counts, choices: content.Choices, words: Words) -> str:
    """Which verdicts were chosen, and how many claims have them."""
    if choices.verdicts is None:
        return said
    listed = sum(number for look, number in counts.verdicts if tallies.is_wanted(look, choices))
    return f"{said} {words('by_verdict', listed, verdicts=_names(choices.verdicts, words))}"


def _names(verdicts: Sequence[str], words: Words) -> str:
    """Verdicts that were chosen, in a row."""
    ours = {"": "to_review", content.DISPUTED_KEY: "disputed"}
    names = [words(ours[one]) if one in ours else words.quoted(one) for one in verdicts]
    return ", ".join(names) or "–"


def _reviewed(counts: tallies.Counts, only_reviewed: bool, words: Words) -> str:
    if not counts.reviewed:
        return words("none_listed" if only_reviewed else "none_reviewed")
    said = words("reviewed", counts.reviewed)
    said += f", {words('by_two', counts.by_two)}" if counts.by_two else ""
    said += f", {words('disputed_between', counts.disputed)}" if counts.disputed else ""
    left = counts.found - counts.reviewed
    if not left:
        return said
    if only_reviewed:
        return f"{said}; {words('only_these', counts.reviewed)}"
    return f"{said}; {words('left_to_review', left)}"


def _set_aside(said: str, counts: tallies.Counts, words: Words) -> str:
    return f"{said} {words('set_aside', counts.dismissed)}" if counts.dismissed else said


def method(choices: content.Choices, words: Words) -> str:
    """How a report came about, in the sentences that stand at its end."""
    told = [words("how_found"), words("people_judge")]
    if choices.only_reviewed:
        told.append(words("only_reviewed"))
    if choices.verdicts is not None:
        told.append(words("only_verdicts", verdicts=_names(choices.verdicts, words)))
    if not choices.included.evidence:
        told.append(words("no_evidence"))
    told.append(words("names_left_out" if choices.included.notes else "left_out"))
    return " ".join(told)


def made(report: content.Report, words: Words) -> str:
    """With what, when and by whom a report was made: its last line."""
    program = words("made_with", program=report.made_with)
    at = report.exported_at
    when = f"{words.day(at.isoformat())}, {words.time_of(at)}"
    by = {"who": report.reviewer} if report.reviewer else {}
    return f"{program} · {words('exported_by' if by else 'exported', when=when, **by)}"


def ended(text: str) -> str:
    """The text with a full stop where it brings no end of its own."""
    return text if text.rstrip("”“’»«)")[-1:] in (*".!?…。",) else f"{text}."
