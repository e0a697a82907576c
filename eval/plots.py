"""Plots: reliability of the confidences, and precision and recall by the least confidence."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from eval.reliability import Judged, Reliability, bands, calibration_error

DOT_AREA = 400
"""Area in points² of a dot that holds all that was judged."""


def draw_reliability(found: Reliability, about: str, path: Path) -> None:
    """Draw a run's confidences as an SVG; the same numbers give the same bytes.

    Args:
        found: The confidences, judged.
        about: What was measured: the drawing's title.
        path: The file.
    """
    figure = Figure(figsize=(9.5, 3.6), layout="constrained")
    axes: list[Axes] = list(figure.subplots(1, 3))
    for ax, name, judged in zip(axes, ("statement", "source"), (found.statements, found.sources), strict=False):
        _draw_bands(ax, name, judged)
    _draw_thresholds(axes[2], found)
    figure.suptitle(about, fontsize=8)
    path.parent.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context({"svg.hashsalt": "onrecord", "svg.fonttype": "none"}):
        figure.savefig(path, metadata={"Date": None, "Creator": None})


def _draw_bands(ax: Axes, name: str, judged: list[Judged]) -> None:
    found = bands(judged)
    ax.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    ax.plot([b.mean for b in found], [b.right for b in found], linewidth=1)
    ax.scatter([b.mean for b in found], [b.right for b in found], s=[DOT_AREA * b.n / len(judged) for b in found])
    title = f"{name}: {len(judged)}, ECE {100 * calibration_error(judged):.1f}"
    ax.set(xlabel="mean confidence in a band", ylabel="share that is right", title=title)
    ax.set(xlim=(0, 1.02), ylim=(0, 1.05))


def _draw_thresholds(ax: Axes, found: Reliability) -> None:
    kept = [t for t in found.thresholds if t.wsw["n_pred"]]
    for part, label, style in (("p", "precision", "-"), ("r", "recall", "--"), ("f1", "F1", ":")):
        ax.plot([t.least for t in kept], [t.wsw[part] for t in kept], style, marker=".", label=label)
    ax.set(xlabel="--min-confidence", title="who said what", xlim=(0, 1.02), ylim=(0, 1.05))
    ax.legend(loc="lower left", frameon=False)
