"""Make a smaller network's first weights from a trained one's: fewer layers, narrower inner ones.

    python -m training.shrink WEIGHTS --encoder DIR --keep 0 3 --inner 768 --out FOLDER

Layers are kept as they are (Sajjad et al. 2023, "On the effect of dropping layers"); of a layer's inner units those
stay whose two weight vectors have the largest product of norms. FOLDER then serves as ``--encoder`` and
FOLDER/start.pt as ``--start`` of ``training.train``.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch
from torch import Tensor

from training.model import load_pretrained


def shrink(weights: dict[str, Tensor], keep: list[int], inner: int) -> dict[str, Tensor]:
    """Choose layers and inner units.

    Args:
        weights: Of a ``Network``.
        keep: Layers to keep, in order.
        inner: Inner units to keep in each.
    """
    small = {name: value for name, value in weights.items() if not name.startswith("encoder.layers.")}
    for new, old in enumerate(keep):
        prefix = f"encoder.layers.{old}."
        layer = {name.removeprefix(prefix): value for name, value in weights.items() if name.startswith(prefix)}
        size = layer["up.weight"].norm(dim=1) * layer["down.weight"].norm(dim=0)
        best = size.topk(inner).indices.sort().values
        layer |= {"up.weight": layer["up.weight"][best], "up.bias": layer["up.bias"][best]}
        layer["down.weight"] = layer["down.weight"][:, best]
        small |= {f"encoder.layers.{new}.{name}": value for name, value in layer.items()}
    return small


def main() -> None:
    """Parse the options and write the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="folder that the weights were trained from")
    parser.add_argument("--keep", type=int, nargs="+", required=True, help="layers to keep")
    parser.add_argument("--inner", type=int, required=True, help="inner units of a layer to keep")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    config = json.loads((options.encoder / "config.json").read_text())
    config |= {"num_hidden_layers": len(options.keep), "intermediate_size": options.inner}
    (options.out / "config.json").write_text(json.dumps(config))
    shutil.copy(options.encoder / "vocab.txt", options.out / "vocab.txt")
    weights = shrink(torch.load(options.weights, weights_only=True), options.keep, options.inner)
    torch.save(weights, options.out / "start.pt")
    network = load_pretrained(options.out)
    network.load_state_dict(weights)
    print(f"{sum(value.numel() for value in network.parameters()) / 1e6:.1f} M parameters in {options.out}")


if __name__ == "__main__":
    main()
