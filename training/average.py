"""Average networks: ``python -m training.average A.pt B.pt --out MEAN.pt``.

Networks that were trained on from one beginning lie in one valley, and their mean often does better away from home than
either (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor


def average(networks: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight.

    Args:
        networks: Weights of networks of one layout.

    Raises:
        ValueError: They are not of one layout.
    """
    first = networks[0]
    if any(network.keys() != first.keys() for network in networks):
        raise ValueError("the networks have different weights; only those of one layout can be averaged")
    return {name: sum(network[name] for network in networks) / len(networks) for name in first}


def main() -> None:
    """Parse the options and average."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.save(average([torch.load(path, weights_only=True) for path in options.weights]), options.out)


if __name__ == "__main__":
    main()
