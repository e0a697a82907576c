"""Write the network of search by meaning as an ONNX file: ``python -m training.sentences FOLDER --out FOLDER``.

The first folder holds a sentence model by its makers: a BERT-like encoder whose mean state is a sentence's vector
(Reimers and Gurevych 2019). Its word embeddings are left out of the file and given as an input. Its vectors are turned
to the directions in which those of sentences of the news archive differ most, of which the first are kept.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from onnx import TensorProto, helper

from onrecord.encode.sentences import LONGEST, SIZE
from training.data import data_folder
from training.export import OPSET, Graph, add_layers, save_small
from training.model import Encoder, load_pretrained
from training.vocabulary import read_vocabulary

SENTENCES = 2500
"""Sentences in whose vectors the directions are sought."""
ONE_IN, EACH = 6, 6
"""One article in so many of the archive gives sentences; so many of each, the first."""
SHORTEST, LENGTH = 40, 300
"""Characters that a sentence has more of, and fewer of."""
SENTENCE_END = re.compile(r"(?<=[.!?”])\s+")


def build_graph(encoder: Encoder, directions: NDArray[np.float32]) -> onnx.ModelProto:
    """Lay out the encoder.

    Inputs: ``words`` float (length, hidden), the pieces' embeddings. Output: ``vector`` float (kept,), the mean of the
    last layer's states along the directions, float (hidden, kept).
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
    mean = graph.add("ReduceMean", [states], "mean", axes=[1], keepdims=0)
    # Gemm, since quantisation takes every MatMul and these are few.
    along = graph.add("Gemm", [mean, graph.weight("directions", directions)], "along")
    graph.add("Squeeze", [along, zero], "vector")
    inputs = [helper.make_tensor_value_info("words", TensorProto.FLOAT, ["length", encoder.hidden])]
    outputs = [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [directions.shape[1]])]
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    whole = helper.make_graph(graph.nodes, "onrecord", inputs, outputs, graph.weights)
    return helper.make_model(whole, opset_imports=opsets, ir_version=9, producer_name="onrecord")


def draw_texts() -> Iterator[str]:
    """The first sentences of articles of the archive, in its order."""
    with gzip.open(data_folder() / "articles" / "abp.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, ONE_IN):
            sentences = SENTENCE_END.split(json.loads(line)["text"])
            yield from [one for one in sentences if SHORTEST < len(one) < LENGTH][:EACH]


def find_directions(encoder: Encoder, folder: Path, texts: Sequence[str], kept: int) -> NDArray[np.float32]:
    """The directions in which sentences' vectors differ most from nothing (not from their mean: angles are kept).

    Args:
        encoder: The model.
        folder: Its makers' folder, with the vocabulary.
        texts: The sentences.
        kept: How many directions.

    Returns:
        float32 (hidden, kept), orthogonal columns.
    """
    wordpiece, specials = read_vocabulary(folder / "vocab.txt")
    rows = []
    with torch.inference_mode():
        for text in texts:
            ids = torch.tensor([[specials.start, *wordpiece.pieces(text)[: LONGEST - 2], specials.separator]])
            rows.append(F.normalize(encoder(ids, torch.zeros_like(ids)).mean(1), dim=1)[0].numpy())
    return np.ascontiguousarray(np.linalg.svd(np.array(rows), full_matrices=False)[2][:kept].T, np.float32)


def main() -> None:
    """Parse the options and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=int, default=SIZE, help="numbers of a vector")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    encoder = load_pretrained(options.folder).eval().encoder
    options.out.mkdir(parents=True, exist_ok=True)
    directions = find_directions(encoder, options.folder, list(islice(draw_texts(), SENTENCES)), options.kept)
    save_small(build_graph(encoder, directions), options.out / "model.onnx")
    digest = hashlib.sha256((options.out / "model.onnx").read_bytes()).hexdigest()
    (options.out / "SHA256").write_text(f"{digest}  model.onnx\n", encoding="ascii")


if __name__ == "__main__":
    main()
