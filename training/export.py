"""Write a trained network as an ONNX file: ``python -m training.export WEIGHTS --encoder DIR --out FOLDER``.

The graph is laid out by hand from onnxruntime's fused operators (one product for query, key and value,
MultiHeadAttention, BiasGelu), because no exporter finds them all; then weights become int8 by
dynamic quantisation. The heads read each word's first piece only and stay in float. A check runs the float graph
against the network (largest difference 1e-4).
"""

from __future__ import annotations

import argparse
import hashlib
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

from onrecord.encode.word_table import load_words
from onrecord.extract.anchors import ANCHORS
from onrecord.types import ACTS
from training.model import LINK_SIZE, LINKS, SIZE, Encoder, Network, Roles, load_pretrained
from training.words import small_rows

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

    def head(self, inputs: str, layer: torch.nn.Linear, name: str) -> str:
        """Add a linear layer on words."""
        weight = self.weight(f"{name}.weight", layer.weight.T)
        return self.add("Gemm", [inputs, weight, self.weight(f"{name}.bias", layer.bias)], name)

    def dense(self, layer: torch.nn.Linear, inputs: str, name: str) -> str:
        """Add a matrix product, without its bias."""
        return self.add("MatMul", [inputs, self.weight(f"{name}.weight", layer.weight.T)], name)


def add_layers(graph: Graph, encoder: Encoder, states: str, places: str | None = None) -> str:
    """Lay out the transformer layers; return the name of the last one's states, float (1, length, hidden).

    What the last layer makes of a piece goes nowhere but to that piece: where only some are asked about, it reads all
    (keys and values) and makes only those, which takes a tenth off the encoder of two layers.

    Args:
        graph: Where to.
        encoder: Whose layers.
        states: Name of the first one's input, of the same shape.
        places: Name of the pieces that are asked about, int64 (some,); all without it.
    """
    fused = "com.microsoft"
    thirds = graph.weight("thirds", np.full(3, encoder.hidden, np.int64))
    for number, layer in enumerate(encoder.layers):
        name = f"layer{number}"
        query, rest = layer.query.weight, torch.cat([layer.key.weight, layer.value.weight])
        biases = torch.cat([layer.query.bias, layer.key.bias, layer.value.bias])
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        if places is not None and number == len(encoder.layers) - 1:
            halves = graph.weight("halves", np.full(2, encoder.hidden, np.int64))
            together = graph.add("MatMul", [states, graph.weight(f"{name}.kv.weight", rest.T)], f"{name}.kv")
            graph.nodes.append(helper.make_node("Split", [together, halves], parts[1:], name=f"{name}.split", axis=2))
            states = graph.add("Gather", [states, places], f"{name}.asked", axis=1)
            graph.add("MatMul", [states, graph.weight(f"{name}.q.weight", query.T)], parts[0])
        else:
            packed = torch.cat([query, rest]).T
            together = graph.add("MatMul", [states, graph.weight(f"{name}.qkv.weight", packed)], f"{name}.qkv")
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
    return states


def build_graph(network: Network) -> onnx.ModelProto:
    """Lay out the network without its word table; the matrices are made int8 afterwards.

    Inputs: ``words`` float (length, hidden), the pieces' rows of the word table; ``features`` int64 (length,);
    ``places`` int64 (words,), the first piece of each word.
    Outputs: those of ``training.model.Outputs`` but the tags, float (words, …).
    """
    encoder, graph = network.encoder, Graph()
    if encoder.relative:
        raise NotImplementedError("only BERT-like encoders are shipped; MPNet serves as a teacher")
    epsilon = encoder.norm.eps
    fused = "com.microsoft"
    features = graph.add("Gather", [graph.weight("features.weight", encoder.features.weight), "features"], "feature")
    zero, one = graph.weight("zero", np.zeros(1, np.int64)), graph.weight("one", np.ones(1, np.int64))
    length = graph.add("Shape", ["features"], "length")
    places = graph.weight("positions.weight", encoder.positions.weight)
    positions = graph.add("Slice", [places, zero, length, zero, one], "positions")
    summed = graph.add("Add", [graph.add("Add", ["words", features], "words+features"), positions], "embedded")
    states = graph.add(
        "LayerNormalization",
        [summed, graph.weight("norm.weight", encoder.norm.weight), graph.weight("norm.bias", encoder.norm.bias)],
        "normed",
        epsilon=epsilon,
    )
    states = add_layers(graph, encoder, graph.add("Unsqueeze", [states, zero], "states"), "places")
    firsts = graph.add("Squeeze", [states, zero], "firsts")
    roles = network.roles
    tags = graph.add("LogSoftmax", [graph.head(firsts, network.tag, "tag")], "tags", axis=-1)
    own = graph.head(firsts, roles.near, "near.states")
    graph.add("Add", [own, graph.head(tags, roles.tags, "near.tags")], "near")
    heads = {"anchors": network.anchor, "far": roles.far, "queries": roles.query, "acts": network.act}
    for name, head in heads.items():
        graph.head(firsts, head, name)
    content_acts = graph.weight("content_acts.weight", network.content_act.weight.T)
    graph.add("MatMul", [firsts, content_acts], "content_acts")
    scale = graph.weight("link.scale", np.array(1 / math.sqrt(LINK_SIZE), np.float32))
    graph.add("Mul", [graph.head(firsts, roles.key, "keys.states"), scale], "keys")
    info = helper.make_tensor_value_info
    inputs = [
        info("words", TensorProto.FLOAT, ["length", encoder.hidden]),
        info("features", TensorProto.INT64, ["length"]),
        info("places", TensorProto.INT64, ["words"]),
    ]
    links = LINKS * LINK_SIZE
    sizes = {
        "anchors": len(ANCHORS),
        "near": SIZE,
        "far": SIZE,
        "queries": links,
        "keys": links,
        "acts": len(ACTS),
        "content_acts": len(ACTS),
    }
    outputs = [info(name, TensorProto.FLOAT, ["words", size]) for name, size in sizes.items()]
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(fused, 1)]
    whole = helper.make_graph(graph.nodes, "onrecord", inputs, outputs, graph.weights)
    return helper.make_model(whole, opset_imports=opsets, ir_version=9, producer_name="onrecord")


def build_roles(roles: Roles) -> onnx.ModelProto:
    """Lay out the second part of the network.

    Inputs: ``near`` and ``queries`` float (all words, …); ``far`` and ``keys`` float (rows, …); ``around`` int64 (rows,
    words), the words around each anchor; ``buckets`` int64 (4, rows, words). Output: ``roles`` float (rows, words, 4),
    or 5 where the network has learned which words hedge: their log-odds.
    """
    graph = Graph()
    ints = lambda name, *values: graph.weight(name, np.array(values, np.int64))  # noqa: E731
    ints("axis0", 0)
    queries = graph.add("Gather", ["queries", "around"], "queries.around")
    keys = graph.add("Unsqueeze", ["keys", ints("axis1", 1)], "keys.each")
    product = graph.add("Mul", [queries, keys], "product")
    apart = graph.add("Reshape", [product, ints("by.link", 0, 0, LINKS, LINK_SIZE)], "product.links")
    links = graph.add("ReduceSum", [apart, ints("axis3", 3)], "links", keepdims=0)
    linked = graph.add("MatMul", [links, graph.weight("link.weight", roles.link.weight.T)], "linked")
    summed = graph.add("Add", [graph.add("Gather", ["near", "around"], "near.around"), linked], "near+link")
    far = graph.add("Add", ["far", graph.weight("link.bias", roles.link.bias)], "far+bias")
    summed = graph.add("Add", [summed, graph.add("Unsqueeze", [far, "axis1"], "far.each")], "pairs")
    tables = {"distance": roles.distance, "paragraph": roles.paragraph, "sentence": roles.sentence}
    for number, (name, table) in enumerate((tables | {"between": roles.between}).items()):
        bucket = graph.add("Gather", ["buckets", ints(f"{name}.row", number)], f"{name}.buckets")
        bucket = graph.add("Squeeze", [bucket, "axis0"], f"{name}.bucket")
        looked_up = graph.add("Gather", [graph.weight(name, table), bucket], f"{name}.added")
        summed = graph.add("Add", [summed, looked_up], f"pairs+{name}")
    states = graph.add("Transpose", [graph.add("Relu", [summed], "states")], "states.words", perm=[0, 2, 1])
    for name, layer in (("close", roles.close), ("wide", roles.wide)):
        weights = [graph.weight(f"{name}.weight", layer.weight), graph.weight(f"{name}.bias", layer.bias)]
        pads, dilations = [layer.padding[0]] * 2, [layer.dilation[0]]
        seen = graph.add("Conv", [states, *weights], name, pads=pads, dilations=dilations, kernel_shape=[5])
        states = graph.add("Add", [states, graph.add("Relu", [seen], f"{name}.relu")], f"{name}.states")
    last = graph.add("Transpose", [states], "last", perm=[0, 2, 1])
    scores = graph.add("MatMul", [last, graph.weight("role.weight", roles.role.weight.T)], "scores")
    hedges = bool(roles.hedge.weight.any())
    biased = graph.add("Add", [scores, graph.weight("role.bias", roles.role.bias)], "biased" if hedges else "roles")
    if hedges:
        odds = graph.add("MatMul", [last, graph.weight("hedge.weight", roles.hedge.weight.T)], "odds")
        odds = graph.add("Add", [odds, graph.weight("hedge.bias", roles.hedge.bias)], "hedges")
        graph.add("Concat", [biased, odds], "roles", axis=2)
    info = helper.make_tensor_value_info
    links_size = LINKS * LINK_SIZE
    inputs = [
        info("near", TensorProto.FLOAT, ["all", SIZE]),
        info("far", TensorProto.FLOAT, ["rows", SIZE]),
        info("queries", TensorProto.FLOAT, ["all", links_size]),
        info("keys", TensorProto.FLOAT, ["rows", links_size]),
        info("around", TensorProto.INT64, ["rows", "words"]),
        info("buckets", TensorProto.INT64, [4, "rows", "words"]),
    ]
    outputs = [info("roles", TensorProto.FLOAT, ["rows", "words", 4 + hedges])]
    whole = helper.make_graph(graph.nodes, "onrecord.roles", inputs, outputs, graph.weights)
    opsets = [helper.make_opsetid("", OPSET)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=9, producer_name="onrecord")


def _skip_norm(graph: Graph, new: str, old: str, bias: Tensor, norm: torch.nn.LayerNorm, name: str) -> str:
    """Add what a layer did to what it was given, and norm; apart, as onnxruntime's operator for both is slower."""
    biased = graph.add("Add", [new, graph.weight(f"{name}.skip", bias)], f"{name}.biased")
    summed = graph.add("Add", [biased, old], f"{name}.summed")
    weights = [graph.weight(f"{name}.weight", norm.weight), graph.weight(f"{name}.bias", norm.bias)]
    return graph.add("LayerNormalization", [summed, *weights], name, epsilon=norm.eps)


def largest_difference(network: Network, path: Path) -> float:
    """Largest difference between the network's outputs and the exported graph's, on random input."""
    random = np.random.default_rng(1)
    ids, features = random.integers(1000, 20000, 120), random.integers(0, 17, 120)
    places = np.arange(1, 119)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    with torch.inference_mode():
        words = network.encoder.words(torch.from_numpy(ids)).numpy()
        got = session.run(None, {"words": words, "features": features, "places": places})
        out = network(torch.from_numpy(ids)[None], torch.from_numpy(features)[None])
    want = (out.anchors, out.near, out.far, out.queries, out.keys, out.acts, out.content_acts)
    return max(float(np.abs(a - b[0, 1:119].numpy()).max()) for a, b in zip(got, want, strict=True))


def roles_difference(roles: Roles, path: Path) -> float:
    """Largest difference of the scores of roles and hedges, on random input."""
    random = np.random.default_rng(2)
    near, queries = (random.normal(size=(90, size)).astype(np.float32) for size in (SIZE, LINKS * LINK_SIZE))
    far, keys = (random.normal(size=(5, size)).astype(np.float32) for size in (SIZE, LINKS * LINK_SIZE))
    around, buckets = random.integers(0, 90, (5, 41)), random.integers(0, 7, (4, 5, 41))
    given = {"near": near, "far": far, "queries": queries, "keys": keys, "around": around, "buckets": buckets}
    got = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]).run(None, given)[0]
    tensors = map(torch.from_numpy, (near[around], far, queries[around], keys, buckets))
    with torch.inference_mode():
        scores, hedges = roles.with_hedges(*tensors)
        want = torch.cat([scores, hedges[..., None]], dim=2)[..., : got.shape[2]]
        return float(np.abs(got - want.numpy()).max())


def save_small(whole: Path, path: Path) -> None:
    """Write a graph's file again with its matrices as int8, all of it once it is whole."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.onnx"
        quantize_dynamic(
            whole,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # seven bits: without VNNI a processor adds two products in sixteen, and eight overflow
            op_types_to_quantize=["MatMul"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        shutil.copy(small, path)


def export(network: Network, out: Path) -> None:
    """Write ``model.onnx`` (int8), ``roles.onnx``, and beside them, out of the wheel, ``model.float.onnx``.

    Raises:
        ValueError: The network has another word table than all share, or the graph gives other values.
    """
    rows, scales = small_rows(network.encoder.words.weight)
    shared = load_words()
    if not (np.array_equal(rows, shared.rows) and np.allclose(scales, shared.scales)):
        raise ValueError("the network's word table is not the one in models/words, which all share and nothing trains")
    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    whole = out / "model.float.onnx"
    onnx.save(build_graph(network), whole)
    onnx.save(build_roles(network.roles), out / "roles.onnx")
    difference = max(largest_difference(network, whole), roles_difference(network.roles, out / "roles.onnx"))
    if difference > LARGEST_DIFFERENCE:
        raise ValueError(f"the exported graph differs from the network by {difference:.2e}")
    save_small(whole, out / "model.onnx")


def main() -> None:
    """Parse the options and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--layers", type=int, help="as in training")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    network = load_pretrained(options.encoder, options.layers)
    network.load_state_dict(torch.load(options.weights, weights_only=True))
    export(network, options.out)
    for name in ("model.onnx", "roles.onnx"):
        graph = (options.out / name).read_bytes()
        print(f"{hashlib.sha256(graph).hexdigest()}  {name}  {len(graph) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
