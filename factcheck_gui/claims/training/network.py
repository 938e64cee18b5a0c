"""The network in torch: an encoder and two heads.

Here: layers, and reading published weights. Not here: data, learning, export.

The encoder is BERT's (Devlin et al. 2019); MiniLM (Wang et al. 2020) is a small one.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

VERDICTS = ("NFS", "UFS", "CFS")  # ClaimBuster: no factual, unimportant, check-worthy statement
TAGS = ("O", *(f"{mark}-{kind}" for kind in ("person", "organisation", "place") for mark in "BI"))
SHAPES = 6  # how a token is written, see backbone.shape_of


HIDDEN, LAYERS, INNER, HEADS = 384, 6, 1536, 12
PIECES, POSITIONS = 30522, 512
_SMALLEST = 1e-12  # added to a variance before division


class Layer(nn.Module):
    """One block of attention and feed-forward, normalised after each."""

    def __init__(self) -> None:
        super().__init__()
        self.heads = HEADS
        self.scale = 1 / math.sqrt(HIDDEN / HEADS)
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.after_attention = nn.LayerNorm(HIDDEN, eps=_SMALLEST)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.after = nn.LayerNorm(HIDDEN, eps=_SMALLEST)
        self.drop = nn.Dropout(0.1)

    def _parted(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``bias`` is added to the attention: minus infinity at padding."""
        query, key, value = (self._parted(part(x)) for part in (self.query, self.key, self.value))
        weights = query @ key.transpose(2, 3) * self.scale + bias
        seen = (self.drop(weights.softmax(-1)) @ value).transpose(1, 2)
        x = self.after_attention(x + self.drop(self.out(seen.reshape(x.shape))))
        return self.after(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces, shapes and mask (batch, length) to vectors (batch, length, hidden)."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shapes.weight)  # published models know nothing of capitals
        self.norm = nn.LayerNorm(HIDDEN, eps=_SMALLEST)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(pieces.shape[1])
        x = self.pieces(pieces) + self.positions(places) + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Model(nn.Module):
    """A backbone with its heads: a verdict for each sentence, a tag for each piece.

    ``forward`` gives the verdicts' logits (batch, 3), of the mean of a sentence's vectors, and the
    tags' (batch, length, 7).
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.verdict = nn.Linear(HIDDEN, len(VERDICTS))
        self.tag = nn.Linear(HIDDEN, len(TAGS))
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        x = self.encoder(pieces, shapes, mask)
        weight = mask.to(x.dtype)[:, :, None]
        mean = (x * weight).sum(1) / weight.sum(1)
        return self.verdict(self.drop(mean)), self.tag(self.drop(x))


class Meaning(nn.Module):
    """An encoder and the mean of its vectors: the direction that a sentence's meaning has."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        weight = mask[:, :, None]
        return (self.encoder(pieces, shapes, mask) * weight).sum(1) / weight.sum(1)


# ---------------------------------------------------------------- published weights

_THEIRS = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "out", "attention.output.LayerNorm": "after_attention",
    "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "after",
}  # fmt: skip


def load(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Fills the encoder from published weights. Raises KeyError where one is missing.

    There is one sentence only, so its type is made part of every place.
    """
    own: dict[str, Tensor] = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "shapes.weight": encoder.shapes.weight.data,
    }
    for part in ("weight", "bias"):
        own[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for number in range(LAYERS):
            for theirs, ours in _THEIRS.items():
                own[f"layers.{number}.{ours}.{part}"] = weights[
                    f"encoder.layer.{number}.{theirs}.{part}"
                ]
    encoder.load_state_dict(own)
