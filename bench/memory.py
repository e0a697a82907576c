"""Memory: what a process holds while it reads many reports one after the other."""

from __future__ import annotations

from typing import Any

from bench.children import cores, our_child
from bench.speed import Read, Say, memory, read_with


def measure(source: str, texts: list[str], model: str, say: Say) -> tuple[dict[str, Any], Read]:
    """Read texts in one process and note its memory after each.

    Args:
        source: Where the texts are from.
        texts: What to read.
        model: The model.
        say: Told how far it is.

    Returns:
        The numbers, and the reading for drawing.
    """
    with our_child(cores()[-1], model) as child:
        read = read_with([child], texts, say)
        row = {"what": "memory", "source": source, "models": child.hello["models"]}
    return row | {"documents": len(read.words), "words": sum(read.words), "memory": memory(read)}, read
