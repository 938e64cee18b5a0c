"""How well claims find their places again: synthetic edits of real articles, with the truth known.

    python -m tests.bench.quality_anchors [FOLDER]

Every sentence of five words and more is a claim, and so is a clause of some. An edit is made to
the list of sentences, so where each went is known. The figures of an edit are shares of its
claims: at exactly the right place; at the right place with other ends; at a wrong place (goal 0:
another sentence, or any where the claim was taken out); orphaned though it is there; and of those
taken out, how many are orphaned as they should be.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck_gui.anchoring import place
from factcheck_gui.domain import Span

ROOT = Path(__file__).resolve().parents[2]
SETS = ("news/gum_news_dev", "attribution/polnear_dev")
_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


@dataclass(frozen=True)
class Sentence:
    """``key`` is its number in the older text, -1 for one that came in."""

    key: int
    text: str
    paragraph: int


Sentences = list[Sentence]
Edit = Callable[[Sentences, random.Random], Sentences]


def split(text: str) -> Sentences:
    """A text as sentences; how they are parted does not matter, only that they are."""
    found: Sentences = []
    for number, paragraph in enumerate(re.split(r"\n\s*", text)):
        for one in _END.split(paragraph.strip()):
            if one.strip():
                found.append(Sentence(len(found), one.strip(), number))
    return found


def joined(sentences: Sentences) -> tuple[str, dict[int, Span]]:
    """The text of sentences, and where each stands."""
    parts, places, at, last = [], {}, 0, None
    for one in sentences:
        between = "" if last is None else " " if last == one.paragraph else "\n\n"
        at += len(between)
        places[one.key] = Span(at, at + len(one.text))
        parts += [between, one.text]
        at += len(one.text)
        last = one.paragraph
    return "".join(parts), places


# ---------------------------------------------------------------- edits


def _some(sentences: Sentences, chance: random.Random, share: float) -> set[int]:
    count = max(1, round(len(sentences) * share))
    return set(chance.sample(range(len(sentences)), count))


def typos(sentences: Sentences, chance: random.Random) -> Sentences:
    """Two letters change places in a fifth of the sentences."""
    chosen = _some(sentences, chance, 0.2)

    def slip(text: str) -> str:
        at = chance.randrange(max(len(text) - 1, 1))
        return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]

    return [replace(s, text=slip(s.text)) if n in chosen else s for n, s in enumerate(sentences)]


def figures(sentences: Sentences, chance: random.Random) -> Sentences:
    """Every figure is another one."""
    return [
        replace(s, text=re.sub(r"\d", lambda _: str(chance.randrange(10)), s.text))
        for s in sentences
    ]


def added(sentences: Sentences, chance: random.Random) -> Sentences:
    """Sentences come in, some made of words of their neighbours."""
    result: Sentences = []
    for s in sentences:
        result.append(s)
        if chance.random() < 0.15:
            words = chance.choice(sentences).text.split()
            chance.shuffle(words)
            mixed = " ".join(words[:14]).strip(".").capitalize() + "."
            result.append(Sentence(-1, mixed, s.paragraph))
    return result


def taken_out(sentences: Sentences, chance: random.Random) -> Sentences:
    chosen = _some(sentences, chance, 0.2)
    return [s for n, s in enumerate(sentences) if n not in chosen]


def moved(sentences: Sentences, chance: random.Random) -> Sentences:
    """Some sentences stand elsewhere, in another paragraph."""
    chosen = _some(sentences, chance, 0.1)
    rest = [s for n, s in enumerate(sentences) if n not in chosen]
    for n in chosen:
        at = chance.randrange(len(rest) + 1)
        home = rest[min(at, len(rest) - 1)].paragraph if rest else 0
        rest.insert(at, replace(sentences[n], paragraph=home))
    return rest


def reordered(sentences: Sentences, chance: random.Random) -> Sentences:
    """The paragraphs stand in another order."""
    order = sorted({s.paragraph for s in sentences})
    chance.shuffle(order)
    return [s for number in order for s in sentences if s.paragraph == number]


def typography(sentences: Sentences, chance: random.Random) -> Sentences:
    """Straight quotes and dashes, two spaces, no-break spaces."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "--", "–": "-"})
    return [
        replace(s, text=re.sub(" ", "\u00a0", s.text.translate(table), count=2)) for s in sentences
    ]


def unwrapped(sentences: Sentences, chance: random.Random) -> Sentences:
    """All in one paragraph."""
    return [replace(s, paragraph=0) for s in sentences]


def new_lead(sentences: Sentences, chance: random.Random) -> Sentences:
    """The first paragraph is written anew with other words."""
    first = sentences[0].paragraph
    lead = Sentence(-1, "What happened there on that day is now told in another way.", first)
    return [lead, *(s for s in sentences if s.paragraph != first)]


def reworded(sentences: Sentences, chance: random.Random) -> Sentences:
    """A word in six is another one or gone, in a third of the sentences."""
    chosen = _some(sentences, chance, 0.33)

    def other(text: str) -> str:
        words = [
            chance.choice(["reportedly", "", "however", word.upper()])
            if chance.random() < 0.17
            else word
            for word in text.split()
        ]
        return " ".join(word for word in words if word) or text

    return [replace(s, text=other(s.text)) if n in chosen else s for n, s in enumerate(sentences)]


def everything(sentences: Sentences, chance: random.Random) -> Sentences:
    for edit in (typos, added, taken_out, moved, typography):
        sentences = edit(sentences, chance)
    return sentences


EDITS: tuple[Edit, ...] = (
    typos, figures, added, taken_out, moved, reordered, typography, unwrapped, new_lead, reworded,
    everything,
)  # fmt: skip


# ---------------------------------------------------------------- counting


@dataclass
class Count:
    """Claims by what became of them."""

    exact: int = 0
    ends: int = 0  # right place, other ends
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    orphaned: int = 0  # though it is there
    out: int = 0  # taken out, and orphaned

    @property
    def all(self) -> int:
        return self.exact + self.ends + len(self.wrong) + self.orphaned + self.out

    def line(self) -> str:
        whole = max(self.all, 1)
        there = max(whole - self.out, 1)
        return (
            f"exact {self.exact / there:.4f}  other ends {self.ends / there:.4f}"
            f"  wrong {len(self.wrong)}  orphaned {self.orphaned / there:.4f}"
            f"  taken out and orphaned {self.out}  claims {self.all}"
        )


def measure(text: str, edit: Edit, chance: random.Random, count: Count) -> None:
    before = split(text)
    if len(before) < 3:
        return
    after = edit(before, chance)
    old, old_places = joined(before)
    new, new_places = joined(after)
    claims = [s for s in before if len(s.text.split()) >= 5]
    found = place(old, new, [old_places[s.key] for s in claims])
    for s, one in zip(claims, found, strict=True):
        truth = new_places.get(s.key)
        if one.span is None:
            count.orphaned += truth is not None
            count.out += truth is None
        elif truth == one.span:
            count.exact += 1
        elif truth and _mostly(truth, one.span):
            count.ends += 1
        else:
            gold = truth.of(new) if truth else ""
            count.wrong.append((s.text, one.span.of(new), gold))


def _mostly(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > max(one.end - one.start, other.end - other.start)


def figures_of(folder: Path) -> dict[tuple[str, str], Count]:
    """The counts by data set and edit."""
    counts: dict[tuple[str, str], Count] = {}
    for name in SETS:
        lines = (folder / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for edit in EDITS:
            count = counts[name, edit.__name__] = Count()
            for number, line in enumerate(lines):
                chance = random.Random(f"{name} {edit.__name__} {number}")
                measure(json.loads(line)["text"], edit, chance, count)
    return counts


def main(folder: Path) -> int:
    """Prints a line an edit; 1 where a claim went to a wrong place."""
    counts = figures_of(folder)
    for (name, edit), count in counts.items():
        print(f"anchors      {name:24} {edit:12} {count.line()}")
    return int(any(count.wrong for count in counts.values()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"))
