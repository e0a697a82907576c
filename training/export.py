"""Write a trained network as an ONNX file: ``python -m training.export WEIGHTS --encoder DIR --out FOLDER``.

The graph is laid out by hand from onnxruntime's fused operators (one product for query, key and value,
MultiHeadAttention, SkipLayerNormalization, BiasGelu), because no exporter finds them all; then weights become int8 by
dynamic quantisation. The heads read each word's first piece only and stay in float. A check runs the float graph
against the network (largest difference 1e-4).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from onrecord.extract.decode import TAGS
from training.model import LINK_SIZE, Tagger, load_pretrained

OPSET = 17
LARGEST_DIFFERENCE = 1e-4


class Graph:
    """Nodes and weights of an ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[TensorProto] = []

    def weight(self, name: str, value: Tensor | NDArray[np.generic]) -> str:
        """Add a constant and return its name."""
        array = value.detach().float().numpy() if isinstance(value, Tensor) else value
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes: object) -> str:
        """Add an operator with one output, which has the operator's name, and return it."""
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def dense(self, layer: torch.nn.Linear, inputs: str, name: str) -> str:
        """Add a matrix product, without its bias."""
        return self.add("MatMul", [inputs, self.weight(f"{name}.weight", layer.weight.T)], name)


def small_rows(graph: Graph, table: Tensor) -> str:
    """Look words up in a table of int8 rows, each with a scale of its own; one scale for all blurs rare words."""
    values = table.detach().float().numpy()
    scales = np.abs(values).max(axis=1, keepdims=True) / 127
    rows = graph.weight("words.weight", np.round(values / np.maximum(scales, 1e-12)).astype(np.int8))
    chosen = graph.add("Cast", [graph.add("Gather", [rows, "ids"], "word.rows")], "word.values", to=TensorProto.FLOAT)
    scale = graph.add("Gather", [graph.weight("words.scale", scales.astype(np.float32)), "ids"], "word.scale")
    return graph.add("Mul", [chosen, scale], "words")


def build_graph(tagger: Tagger, small: bool) -> onnx.ModelProto:
    """Lay out the network.

    Args:
        tagger: The network.
        small: Whether word embeddings are stored as int8; the matrices are made so afterwards.

    Inputs: ``ids`` and ``features`` int64 (length,), ``places`` int64 (words,), the first piece of each word.
    Outputs: ``tags`` float (words, 7) logits, ``queries`` and ``keys`` float (words, 128).
    """
    encoder, graph = tagger.encoder, Graph()
    if encoder.relative:
        raise NotImplementedError("only BERT-like encoders are shipped; MPNet serves as a teacher")
    epsilon = encoder.norm.eps
    fused = "com.microsoft"
    table = encoder.words.weight
    words = (
        small_rows(graph, table)
        if small
        else graph.add("Gather", [graph.weight("words.weight", table), "ids"], "words")
    )
    features = graph.add("Gather", [graph.weight("features.weight", encoder.features.weight), "features"], "feature")
    zero, one = graph.weight("zero", np.zeros(1, np.int64)), graph.weight("one", np.ones(1, np.int64))
    length = graph.add("Shape", ["ids"], "length")
    places = graph.weight("positions.weight", encoder.positions.weight)
    positions = graph.add("Slice", [places, zero, length, zero, one], "positions")
    summed = graph.add("Add", [graph.add("Add", [words, features], "words+features"), positions], "embedded")
    states = graph.add(
        "LayerNormalization",
        [summed, graph.weight("norm.weight", encoder.norm.weight), graph.weight("norm.bias", encoder.norm.bias)],
        "normed",
        epsilon=epsilon,
    )
    states = graph.add("Unsqueeze", [states, zero], "states")
    thirds = graph.weight("thirds", np.full(3, encoder.hidden, np.int64))
    for number, layer in enumerate(encoder.layers):
        name = f"layer{number}"
        packed = torch.cat([layer.query.weight, layer.key.weight, layer.value.weight]).T
        biases = torch.cat([layer.query.bias, layer.key.bias, layer.value.bias])
        together = graph.add("MatMul", [states, graph.weight(f"{name}.qkv.weight", packed)], f"{name}.qkv")
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        graph.nodes.append(helper.make_node("Split", [together, thirds], parts, name=f"{name}.split", axis=2))
        attended = graph.add(
            "MultiHeadAttention",
            [*parts, graph.weight(f"{name}.qkv.bias", biases)],
            f"{name}.attention",
            fused,
            num_heads=layer.heads,
        )
        out = graph.dense(layer.out, attended, f"{name}.out")
        states = _skip_norm(graph, out, states, layer.out.bias, layer.norm1, f"{name}.norm1")
        up = graph.dense(layer.up, states, f"{name}.up")
        active = graph.add("BiasGelu", [up, graph.weight(f"{name}.up.bias", layer.up.bias)], f"{name}.gelu", fused)
        down = graph.dense(layer.down, active, f"{name}.down")
        states = _skip_norm(graph, down, states, layer.down.bias, layer.norm2, f"{name}.norm2")
    firsts = graph.add("Gather", [graph.add("Squeeze", [states, zero], "final"), "places"], "firsts", axis=0)
    scale = math.sqrt(LINK_SIZE)
    heads = (("tags", tagger.tag, 1.0), ("queries", tagger.query, scale), ("keys", tagger.key, 1.0))
    for name, head, divisor in heads:
        weights = graph.weight(f"{name}.weight", head.weight.T / divisor)
        graph.add("Gemm", [firsts, weights, graph.weight(f"{name}.bias", head.bias / divisor)], name)
    row = lambda name, axis: helper.make_tensor_value_info(name, TensorProto.INT64, [axis])  # noqa: E731
    inputs = [row("ids", "length"), row("features", "length"), row("places", "words")]
    sizes = {"tags": len(TAGS), "queries": LINK_SIZE, "keys": LINK_SIZE}
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", size]) for name, size in sizes.items()]
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(fused, 1)]
    whole = helper.make_graph(graph.nodes, "onrecord", inputs, outputs, graph.weights)
    return helper.make_model(whole, opset_imports=opsets, ir_version=9, producer_name="onrecord")


def _skip_norm(graph: Graph, new: str, old: str, bias: Tensor, norm: torch.nn.LayerNorm, name: str) -> str:
    weights = [
        graph.weight(f"{name}.weight", norm.weight),
        graph.weight(f"{name}.bias", norm.bias),
        graph.weight(f"{name}.skip", bias),
    ]
    return graph.add("SkipLayerNormalization", [new, old, *weights], name, "com.microsoft", epsilon=norm.eps)


def largest_difference(tagger: Tagger, path: Path) -> float:
    """Largest difference between the network's outputs and the exported graph's, on random input."""
    random = np.random.default_rng(1)
    ids, features = random.integers(1000, 20000, 120), random.integers(0, 17, 120)
    places = np.arange(1, 119)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    got = session.run(None, {"ids": ids, "features": features, "places": places})
    with torch.inference_mode():
        want = tagger(torch.from_numpy(ids)[None], torch.from_numpy(features)[None])
    return max(float(np.abs(a - b[0, 1:119].numpy()).max()) for a, b in zip(got, want, strict=True))


def export(tagger: Tagger, out: Path) -> None:
    """Write ``model.onnx`` (int8) and beside it, out of the wheel, ``model.float.onnx`` for comparison."""
    out.mkdir(parents=True, exist_ok=True)
    tagger.eval()
    whole = out / "model.float.onnx"
    onnx.save(build_graph(tagger, small=False), whole)
    difference = largest_difference(tagger, whole)
    if difference > LARGEST_DIFFERENCE:
        raise ValueError(f"the exported graph differs from the network by {difference:.2e}")
    with tempfile.TemporaryDirectory() as folder:
        rows, small = Path(folder) / "rows.onnx", Path(folder) / "model.onnx"
        onnx.save(build_graph(tagger, small=True), rows)
        quantize_dynamic(
            rows,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        shutil.copy(small, out / "model.onnx")


def main() -> None:
    """Parse the options and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tagger = load_pretrained(options.encoder)
    tagger.load_state_dict(torch.load(options.weights, weights_only=True))
    export(tagger, options.out)
    shutil.copy(options.encoder / "vocab.txt", options.out / "vocab.txt")
    biases = {"distance_bias": tagger.distance_bias.tolist(), "paragraph_bias": tagger.paragraph_bias.tolist()}
    (options.out / "biases.json").write_text(json.dumps(biases))
    digest = hashlib.sha256((options.out / "model.onnx").read_bytes()).hexdigest()
    print(f"{digest}  model.onnx  {(options.out / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
