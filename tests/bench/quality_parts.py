"""How well the parts of sentences and their wordings fit what a person wrote down for them.

Reads ``tests/data/claims/parts.txt`` (its head says how); a part counts where its places are
exactly those, a wording where it is exactly that sentence. The items under "==== measuring" were
written last and not looked at while the rules were mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factcheck_gui.claims.pipeline import find_claims
from factcheck_gui.domain import FoundClaim

GOLD = Path(__file__).resolve().parents[1] / "data" / "claims" / "parts.txt"
PUBLISHED = "2024-05-17"


@dataclass
class Item:
    """One sentence with what it asserts. ``parts`` map a part's text to its wording."""

    sentence: str = ""
    before: str = ""
    published: str = PUBLISHED
    parts: dict[str, str] = field(default_factory=dict)
    wording: str = ""
    ambiguous: set[str] = field(default_factory=set)


@dataclass
class Count:
    """What was right, proposed and wanted."""

    right: int = 0
    proposed: int = 0
    wanted: int = 0

    def add(self, right: int, proposed: int, wanted: int) -> None:
        self.right += right
        self.proposed += proposed
        self.wanted += wanted

    @property
    def precision(self) -> float:
        return self.right / max(1, self.proposed)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f} recall {self.recall:.3f} ({self.wanted} wanted)"


def read_items(measuring: bool, path: Path = GOLD) -> list[Item]:
    """The items of the file that are for measuring, or those for mending, in order."""
    halves = path.read_text(encoding="utf-8").split("# ==== measuring")
    blocks = halves[measuring].split("\n\n")
    return [_item(block) for block in blocks if re.search(r"^= ", block, re.M)]


def _item(block: str) -> Item:
    item = Item()
    for line in block.splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "<":
            item.before = rest + " "
        elif mark == "=":
            item.sentence = rest
        elif mark == "@":
            item.published = rest
        elif mark == "W":
            item.wording = rest
        elif mark == "?":
            item.ambiguous = {one.strip() for one in rest.split(";")}
        elif mark == "+":
            part, _, wording = rest.partition(" => ")
            plain = part.replace(" … ", " ")
            item.parts[part] = wording or plain[0].upper() + plain[1:] + "."
    return item


def found_for(item: Item) -> tuple[FoundClaim, dict[str, FoundClaim]]:
    """The sentence's claim, and its parts by their text."""
    claims = find_claims(item.before + item.sentence, published=item.published).claims
    number = next(
        i
        for i, one in enumerate(claims)
        if one.part_of is None and one.spans[0].start >= len(item.before)
    )
    return claims[number], {one.text: one for one in claims if one.part_of == number}


def score(items: list[Item]) -> dict[str, Count]:
    """Counts for parts, the wordings of parts that are right, wordings of sentences, open words."""
    counts = {name: Count() for name in ("parts", "part wordings", "wordings", "ambiguous")}
    for item in items:
        claim, parts = found_for(item)
        both = parts.keys() & item.parts.keys()
        counts["parts"].add(len(both), len(parts), len(item.parts))
        gold = {name: item.parts[name].removeprefix("-") for name in both}
        counts["part wordings"].add(
            sum(parts[name].wording == gold[name] != "" for name in both),
            sum(bool(parts[name].wording) for name in both),
            sum(bool(one) for one in gold.values()),
        )
        right = claim.wording == item.wording != ""
        counts["wordings"].add(right, bool(claim.wording), bool(item.wording))
        open_ = {one for one in claim.ambiguous if one in item.ambiguous or not _definite(one)}
        counts["ambiguous"].add(len(open_ & item.ambiguous), len(open_), len(item.ambiguous))
    return counts


def _definite(words: str) -> bool:
    """Whether "the ministry" of a sentence without its article needs more is a matter of taste."""
    return words.lower().startswith("the ")


def lines() -> Iterator[str]:
    """The figures as ``make quality`` prints them."""
    for name, measuring in (("for mending", False), ("for measuring", True)):
        for what, count in score(read_items(measuring)).items():
            yield f"{what:12} {name:30} {count}"
