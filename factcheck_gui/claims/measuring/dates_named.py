"""Days that an article calls by a name of its own: "opening night", "day five".

Here: the same name elsewhere in the article takes the day that stands beside it once, as in
"Opening night, January 23". Not here: reading the names and the days (``dates_anchored``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck_gui.domain import DateMention

NamedDays = Mapping[str, str]  # the ISO day of a name in small letters, "" where there are several

_NAME = re.compile(
    r"(?:the )?((?:opening|closing|final|first|second|third|fourth|fifth|last) (?:night|day)"
    r"|day \w{1,12})$",
    re.I,
)


def name_days(
    text: str, dates: Sequence[DateMention], known: NamedDays
) -> tuple[tuple[DateMention, ...], NamedDays]:
    """The dates, those resolved that are called like one that is known; and what is known now."""
    names = [_name(text, one) for one in dates]
    days = dict(known)
    for name, one in zip(names, dates, strict=True):
        if name and one.start and one.start == one.end:
            days[name] = one.start if days.get(name, one.start) == one.start else ""
    found = (
        replace(one, start=days[name], end=days[name])
        if name and not one.start and not one.end and days.get(name)
        else one
        for name, one in zip(names, dates, strict=True)
    )
    return tuple(found), days


def _name(text: str, one: DateMention) -> str:
    match = _NAME.match(one.span.of(text))
    return match[1].lower() if match else ""
