"""From torch to the file that ships: one graph of ONNX with weights of eight bits.

Here: tracing, quantisation. Not here: learning, measuring.

Weights use seven of the eight bits: products of unsigned and signed bytes are added up in pairs of
sixteen bits on processors with AVX2 and no VNNI, and would overflow with more. The table of pieces,
half of the file, has one scale for each row.
"""

from __future__ import annotations

import copy
import hashlib
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from factcheck_gui.claims.meaning import TABLE
from factcheck_gui.claims.training.network import Meaning, Model

_OPERATORS = 17  # the version of the ONNX operator set: onnxruntime knows it since 1.12


class Bytes(nn.Module):
    """An embedding table in bytes, with a scale for each row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("table", (table / scale).round().to(torch.int8))

    def forward(self, numbers: Tensor) -> Tensor:
        rows: Tensor = self.table[numbers]
        return rows.to(torch.float32) * self.scale[numbers]


def export(model: Model | Meaning, path: Path) -> None:
    """Writes the model in eight bits."""
    model = copy.deepcopy(model).eval()
    model.encoder.pieces = Bytes(model.encoder.pieces.weight.detach())  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole.onnx"
        _trace(model, whole)
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    graph = onnx.load(path)
    del graph.metadata_props[:]
    graph.doc_string, graph.producer_version = "", ""
    onnx.checker.check_model(graph)
    onnx.save(graph, path)


def export_meaning(model: Meaning, path: Path) -> None:
    """Writes the model in eight bits, without its table of pieces: that is the one of the claim
    finder's model, byte for byte, since it is not changed by learning. It becomes an input."""
    export(model, path)
    graph = onnx.load(path)
    (table,) = (one for one in graph.graph.initializer if one.name == TABLE)
    shape = onnx.helper.make_tensor_value_info(TABLE, table.data_type, list(table.dims))
    digest = graph.metadata_props.add()
    digest.key, digest.value = "table", hashlib.sha256(table.raw_data).hexdigest()
    graph.graph.initializer.remove(table)
    graph.graph.input.append(shape)
    onnx.checker.check_model(graph)
    onnx.save(graph, path)


def _trace(model: Model | Meaning, path: Path) -> None:
    shape = (2, 9)
    pieces, shapes = torch.full(shape, 7), torch.ones(shape, dtype=torch.long)
    both, one = {0: "sentences", 1: "pieces"}, {0: "sentences"}
    said = {"meaning": one} if isinstance(model, Meaning) else {"verdict": one, "tags": both}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the newer exporter would want two packages more
        torch.onnx.export(
            model,
            (pieces, shapes, torch.ones(shape)),
            path,
            input_names=["pieces", "shapes", "mask"],
            output_names=list(said),
            dynamic_axes=dict.fromkeys(("pieces", "shapes", "mask"), both) | said,
            opset_version=_OPERATORS,
            dynamo=False,
        )
