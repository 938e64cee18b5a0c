"""Learning: examples in batches, the loss, the steps, the average of the weights.

Here: what is the same for teacher and backbone. Not here: which examples, which network, export.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from factcheck_gui.claims.network.backbone import LONGEST, shape_of
from factcheck_gui.claims.network.wordpiece import WordPieces
from factcheck_gui.claims.training.network import TAGS, VERDICTS, Model

_FILLERS = ("well", "look", "and", "so", "you know", "uh", "now")
_NO_TAG = -100  # what torch leaves out of a loss


@dataclass(frozen=True)
class Example:
    """A sentence as tokens and what is to be learned of it: verdicts as shares, tags, or both."""

    tokens: tuple[str, ...]
    verdict: tuple[float, ...] | None = None
    tags: tuple[int, ...] | None = None
    weight: float = 1.0


@dataclass(frozen=True)
class Course:
    """How to learn. ``kept`` is the share of the running average of the weights a step keeps."""

    rounds: float
    rate: float
    batch: int = 32
    smoothing: float = 0.05
    changed: float = 0.2  # share of the sentences that are roughened
    kept: float = 0.995
    seed: int = 20261126


@dataclass
class Batch:
    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    verdicts: Tensor
    weights: Tensor
    tags: Tensor
    first: list[list[int]] = field(default_factory=list)  # where each token's first piece stands


def roughened(example: Example, chance: random.Random) -> Example:
    """As speech is written down by machines: no capitals, no stops, fillers."""
    if example.tags is not None:
        return example
    tokens = list(example.tokens)
    if chance.random() < 0.6:
        tokens = [one.lower() for one in tokens]
    if chance.random() < 0.6:
        tokens = [one for one in tokens if one[0].isalnum() or one in "%$€£?"] or tokens
    if chance.random() < 0.3:
        tokens = [*chance.choice(_FILLERS).split(), *tokens]
    return Example(tuple(tokens), example.verdict, None, example.weight)


def collate(examples: Sequence[Example], pieces: WordPieces) -> Batch:
    """The examples as tensors, padded to the longest."""
    rows = [_row(one, pieces) for one in examples]
    length = max(len(row[0]) for row in rows)
    shape = (len(rows), length)
    batch = Batch(
        torch.full(shape, pieces.pad),
        torch.zeros(shape, dtype=torch.long),
        torch.zeros(shape),
        torch.zeros(len(rows), len(VERDICTS)),
        torch.tensor([one.weight if one.verdict else 0.0 for one in examples]),
        torch.full(shape, _NO_TAG),
    )
    for number, (ids, shapes, tags, first) in enumerate(rows):
        batch.pieces[number, : len(ids)] = torch.tensor(ids)
        batch.shapes[number, : len(ids)] = torch.tensor(shapes)
        batch.tags[number, : len(ids)] = torch.tensor(tags)
        batch.mask[number, : len(ids)] = 1
        batch.first.append(first)
        if examples[number].verdict:
            batch.verdicts[number] = torch.tensor(examples[number].verdict)
    return batch


def _row(example: Example, pieces: WordPieces) -> tuple[list[int], list[int], list[int], list[int]]:
    ids, shapes, tags, first = [pieces.start], [0], [_NO_TAG], []
    for number, token in enumerate(example.tokens):
        found = pieces.of(token)
        if not found or len(ids) + len(found) >= LONGEST:
            continue
        first.append(len(ids))
        ids += found
        shapes += [shape_of(token)] * len(found)
        tags.append(example.tags[number] if example.tags is not None else _NO_TAG)
        tags += [_NO_TAG] * (len(found) - 1)
    return [*ids, pieces.end], [*shapes, 0], [*tags, _NO_TAG], first


def batches(
    examples: Sequence[Example], size: int, chance: random.Random | None
) -> Iterator[list[int]]:
    """Numbers of examples, alike in length within a batch; in random order if ``chance``."""
    order = list(range(len(examples)))
    if chance is None:
        order.sort(key=lambda number: len(examples[number].tokens))
        yield from (order[at : at + size] for at in range(0, len(order), size))
        return
    chance.shuffle(order)
    pool = size * 40
    for start in range(0, len(order), pool):
        part = sorted(order[start : start + pool], key=lambda n: len(examples[n].tokens))
        groups = [part[at : at + size] for at in range(0, len(part), size)]
        chance.shuffle(groups)
        yield from groups


def loss_of(model: Model, batch: Batch, smoothing: float) -> Tensor:
    """Cross-entropy of verdicts (against shares) and of tags, added up."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        verdicts, tags = model(batch.pieces, batch.shapes, batch.mask)
    total = torch.zeros(())
    if bool(batch.weights.any()):
        wanted = batch.verdicts * (1 - smoothing) + smoothing / len(VERDICTS)
        each = -(wanted * verdicts.float().log_softmax(-1)).sum(-1)
        total = total + (each * batch.weights).sum() / len(each)
    if bool((batch.tags != _NO_TAG).any()):
        total = total + functional.cross_entropy(
            tags.float().reshape(-1, len(TAGS)), batch.tags.reshape(-1), ignore_index=_NO_TAG
        )
    return total


def teach(
    model: Model, examples: Sequence[Example], pieces: WordPieces, course: Course, say: str = ""
) -> None:
    """Fits the model in place; it ends with the running average of its weights."""
    chance = random.Random(course.seed)
    torch.manual_seed(course.seed)
    learned = [
        value for name, value in model.named_parameters()
        if name not in ("encoder.pieces.weight", "encoder.positions.weight")
    ]  # fmt: skip
    model.encoder.pieces.weight.requires_grad_(False)
    model.encoder.positions.weight.requires_grad_(False)
    steps = int(course.rounds * (len(examples) / course.batch + 1))
    optimizer = torch.optim.AdamW(learned, lr=course.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1 - step / steps))
    )
    average = [one.detach().clone() for one in learned]
    model.train()
    step, begin, told = 0, time.monotonic(), 0.0
    while step < steps:
        for numbers in batches(examples, course.batch, chance):
            if step >= steps:
                break
            chosen = [
                roughened(examples[n], chance) if chance.random() < course.changed else examples[n]
                for n in numbers
            ]
            loss = loss_of(model, collate(chosen, pieces), course.smoothing)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            kept = min(course.kept, step / (step + 10))
            for mean, now in zip(average, learned, strict=True):
                mean.lerp_(now.detach(), 1 - kept)
            told = 0.98 * told + 0.02 * float(loss.detach()) if step > 1 else float(loss.detach())
            if step % 100 == 0:
                spent = time.monotonic() - begin
                print(f"{say} step {step}/{steps} loss {told:.3f} {spent:.0f} s", file=sys.stderr)
    with torch.no_grad():
        for mean, now in zip(average, learned, strict=True):
            now.copy_(mean)
    model.eval()


@torch.no_grad()
def verdicts_of(
    model: Model, examples: Sequence[Example], pieces: WordPieces, *, exact: bool = False
) -> NDArray[np.float32]:
    """The shares of the verdicts of each example (n, 3); in sixteen bits unless ``exact``."""
    model.eval()
    found = np.zeros((len(examples), len(VERDICTS)), dtype=np.float32)
    for numbers in batches(examples, 64, None):
        batch = collate([examples[n] for n in numbers], pieces)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not exact):
            logits = model(batch.pieces, batch.shapes, batch.mask)[0]
        found[numbers] = logits.float().softmax(-1).numpy()
    return found
