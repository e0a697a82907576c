"""Plots: how CPU time and memory grow with the number and with the length of documents."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from bench.speed import Read


def draw(row: dict[str, Any], read: Read, folder: Path) -> list[Path]:
    """Draw the growth of one run.

    Args:
        row: Its numbers.
        read: Its reading on one core.
        folder: Where the drawings go.

    Returns:
        The files written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _draw_number(row, read, folder / "number.png"),
        _draw_length(row, read, folder / "length.png"),
        _draw_stages(row, folder / "stages.png"),
    ]


def draw_memory(row: dict[str, Any], read: Read, folder: Path) -> Path:
    """Draw the memory after each of many documents.

    Args:
        row: What ``bench.memory`` measured.
        read: Its reading.
        folder: Where the drawing goes.

    Returns:
        The file written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    figure = Figure(figsize=(6, 3.6), layout="constrained")
    axes = figure.subplots()
    axes.plot(range(1, len(read.rss_mb) + 1), read.rss_mb, linewidth=0.8)
    axes.set(xlabel="documents read", ylabel="resident memory, MB", title="Memory of one process")
    axes.set_xlim(left=0)
    axes.set_ylim(bottom=0)
    return _save(figure, row, folder / "memory.png")


def draw_sizes(row: dict[str, Any], folder: Path) -> Path:
    """Draw right answers against speed, one point a model.

    Args:
        row: What ``bench.sizes`` measured.
        folder: Where the drawing goes.

    Returns:
        The file written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.subplots()
    for size in row["sizes"]:
        axes.scatter(size["words_per_s"], size["who_said_what_f1"], color="tab:blue")
        axes.annotate(
            size["model"], (size["words_per_s"], size["who_said_what_f1"]), (6, -3), textcoords="offset points"
        )
    axes.set(xlabel="words a CPU second, one core, from text", ylabel="who said what, F1, readings dev", xscale="log")
    return _save(figure, row, folder / "sizes.png")


def _draw_number(row: dict[str, Any], read: Read, path: Path) -> Path:
    figure = Figure(figsize=(9, 3.6), layout="constrained")
    time_axes, memory_axes = figure.subplots(1, 2)
    documents = range(1, len(read.cpu_s) + 1)
    time_axes.plot(documents, list(accumulate(read.cpu_s)))
    time_axes.set(xlabel="documents read", ylabel="CPU seconds", title="Time by number of documents")
    memory_axes.plot(documents, read.rss_mb)
    memory_axes.set(xlabel="documents read", ylabel="resident memory, MB", title="Memory by number of documents")
    for axes in (time_axes, memory_axes):
        axes.set_xlim(left=0)
        axes.set_ylim(bottom=0)
    return _save(figure, row, path)


def _draw_length(row: dict[str, Any], read: Read, path: Path) -> Path:
    figure = Figure(figsize=(9, 3.6), layout="constrained")
    each, joined = figure.subplots(1, 2)
    each.scatter(read.words, [1000 * seconds for seconds in read.cpu_s], s=4, alpha=0.4)
    each.set(xlabel="words", ylabel="CPU milliseconds", title="Each document")
    words = [length["words"] for length in row["lengths"]]
    joined.plot(words, [n / length["cpu_s"] for n, length in zip(words, row["lengths"], strict=True)], marker="o")
    joined.set(xlabel="words in one report", ylabel="words a CPU second", title="Long reports", xscale="log")
    for axes in (each, joined):
        axes.set_ylim(bottom=0)
    return _save(figure, row, path)


def _draw_stages(row: dict[str, Any], path: Path) -> Path:
    """Where the time goes: each stage's share of the CPU time, in the order of the shares."""
    shares = sorted(row["stages"].items(), key=lambda item: item[1])
    figure = Figure(figsize=(6, 3.2), layout="constrained")
    axes = figure.subplots()
    bars = axes.barh([name for name, _ in shares], [100 * share for _, share in shares])
    axes.bar_label(bars, fmt="%.1f", padding=3)
    axes.set(xlabel="per cent of the CPU time, one core, from text", title="Where the time goes")
    axes.margins(x=0.12)
    return _save(figure, row, path)


def _save(figure: Figure, row: dict[str, Any], path: Path) -> Path:
    figure.suptitle(f"commit {row['commit']}, {row['machine']['processor']}", fontsize=8)
    figure.savefig(path, dpi=110, metadata={"Software": None})
    return path
