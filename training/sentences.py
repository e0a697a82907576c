"""Write the network of search by meaning as an ONNX file: ``python -m training.sentences FOLDER --out FILE``.

FOLDER holds a sentence model by its makers: a BERT-like encoder whose mean state is a sentence's vector (Reimers and
Gurevych 2019). Its word embeddings are left out of the file and given as an input.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.export import OPSET, Graph, add_layers
from training.model import Encoder, load_pretrained

LONGEST = 128
"""Pieces of a sentence that are read, with the first and last special piece."""


def build_graph(encoder: Encoder) -> onnx.ModelProto:
    """Lay out the encoder.

    Inputs: ``words`` float (length, hidden), the pieces' embeddings. Output: ``vector`` float (hidden,), the mean of
    the last layer's states.
    """
    graph = Graph()
    zero, one = graph.weight("zero", np.zeros(1, np.int64)), graph.weight("one", np.ones(1, np.int64))
    places = graph.weight("positions.weight", encoder.positions.weight[:LONGEST])
    length = graph.add("Slice", [graph.add("Shape", ["words"], "shape"), zero, one], "length")
    positions = graph.add("Slice", [places, zero, length, zero, one], "positions")
    normed = graph.add(
        "LayerNormalization",
        [
            graph.add("Add", ["words", positions], "embedded"),
            graph.weight("norm.weight", encoder.norm.weight),
            graph.weight("norm.bias", encoder.norm.bias),
        ],
        "normed",
        epsilon=encoder.norm.eps,
    )
    states = add_layers(graph, encoder, graph.add("Unsqueeze", [normed, zero], "states"))
    graph.add("ReduceMean", [states], "vector", axes=[0, 1], keepdims=0)
    inputs = [helper.make_tensor_value_info("words", TensorProto.FLOAT, ["length", encoder.hidden])]
    outputs = [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [encoder.hidden])]
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    whole = helper.make_graph(graph.nodes, "onrecord", inputs, outputs, graph.weights)
    return helper.make_model(whole, opset_imports=opsets, ir_version=9, producer_name="onrecord")


def export(encoder: Encoder, out: Path) -> None:
    """Write the graph with its matrices as int8."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(build_graph(encoder), whole)
        quantize_dynamic(
            whole,
            out,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


def main() -> None:
    """Parse the options and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--layers", type=int, help="only so many of the lowest layers")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    encoder = load_pretrained(options.folder, options.layers).eval().encoder
    export(encoder, options.out)
    graph = options.out.read_bytes()
    print(f"{hashlib.sha256(graph).hexdigest()}  {options.out.name}  {len(graph) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
