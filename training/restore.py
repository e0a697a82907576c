"""Weights of a shipped network, to train it on: ``python -m training.restore FOLDER --encoder DIR --out START.pt``.

Matrices and word embeddings come back as int8 holds them, so this is the network that people use, not the one that was
exported: a little rounded. All else in the files is in float.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from onrecord.encode.word_table import load_words
from training.model import Network, load_pretrained

Weights = dict[str, NDArray[np.generic]]


def read_weights(path: Path) -> Weights:
    """The constants of an exported graph by name, products in int8 as the floats that they stand for.

    Args:
        path: ``model.onnx`` or ``roles.onnx``.
    """
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(path).graph.initializer}
    for name in [name for name in stored if name.endswith("_quantized")]:
        plain = name.removesuffix("_quantized")
        steps = stored[name].astype(np.float32) - stored[f"{plain}_zero_point"].astype(np.float32)
        stored[plain] = steps * stored[f"{plain}_scale"]
    for asked in [name for name in stored if name.endswith(".q.weight")]:  # of the last layer, which is in two parts
        layer = asked.removesuffix(".q.weight")
        stored[f"{layer}.qkv.weight"] = np.concatenate([stored[asked], stored[f"{layer}.kv.weight"]], axis=1)
    return stored


def restore(network: Network, folder: Path) -> None:
    """Put a shipped network's weights into one of its layout; those of ``NEWER`` that it has not stay as drawn.

    Args:
        network: Of the shipped one's layout.
        folder: With ``model.onnx`` and ``roles.onnx``.

    Raises:
        ValueError: Another weight is missing from the files, or is of another shape.
    """
    table = load_words()
    stored = read_weights(folder / "model.onnx") | read_weights(folder / "roles.onnx")
    stored["words.weight"] = table.rows * table.scales
    wanted = network.state_dict()
    found = {name: _find(name, stored) for name in wanted}
    found = {name: value for name, value in found.items() if value is not None or name not in NEWER}
    for name, value in found.items():
        if value is None or value.shape != wanted[name].shape:
            got = "nothing" if value is None else tuple(value.shape)
            raise ValueError(f"{folder}: {name} should be {tuple(wanted[name].shape)}, and is {got}")
    network.load_state_dict(wanted | {name: value for name, value in found.items() if value is not None})


HEADS = {
    "anchor": "anchors",
    "act": "acts",
    "content_act": "content_acts",
    "roles.near": "near.states",
    "roles.tags": "near.tags",
    "roles.far": "far",
    "roles.query": "queries",
    "roles.key": "keys.states",
}
"""What ``training.export`` calls a head otherwise than the network does."""

NEWER = frozenset({"roles.hedge.weight", "roles.hedge.bias"})
"""Weights of what networks shipped so far have not learned."""

THIRDS = ("query", "key", "value")
SKIPS = {"out.bias": "norm1.skip", "down.bias": "norm2.skip"}
"""Biases that are added together with what a layer was given."""


def _find(name: str, stored: Weights) -> Tensor | None:
    """A weight of the network among the constants of the graphs, which lie as ``training.export`` put them."""
    owner, _, kind = name.removeprefix("encoder.").rpartition(".")
    part, key = owner.split(".")[-1], f"{HEADS.get(owner, owner.removeprefix('roles.'))}.{kind}".lstrip(".")
    if owner.startswith("layers."):
        layer = f"layer{owner.split('.')[1]}"
        own = f"{'qkv' if part in THIRDS else part}.{kind}"
        key = f"{layer}.{SKIPS.get(own, own)}"
    elif owner == "roles":
        key = kind
    if key not in stored:
        return None
    value = np.array(stored[key], dtype=np.float32)
    if part in THIRDS and owner.startswith("layers."):
        value = np.split(value, len(THIRDS), axis=-1)[THIRDS.index(part)]
    table = name.startswith("encoder.") and not owner.startswith("layers.")
    turned = kind == "weight" and value.ndim == 2 and not table  # products lie the other way round
    return torch.from_numpy(np.ascontiguousarray(value.T if turned else value))


def main() -> None:
    """Parse the options and restore."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="of the shipped network: src/onrecord/models/accurate")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder that it was trained from")
    parser.add_argument("--layers", type=int, help="as in training")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    network = load_pretrained(options.encoder, options.layers)
    restore(network, options.folder)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
