"""Peer: the same texts through onrecord and through textacy, in turns on one core in one run.

Machines are noisy and differ, so what counts is the ratio within a run; its spread over the rounds stands beside it.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.children import Child, cores, our_child, peer_child
from bench.texts import count_words
from eval.places import ROOT

Say = Callable[[str], None]
OURS = "onrecord"


def peer_python() -> Path:
    """The peer's Python: ``$ONRECORD_PEER`` (an environment's folder), else ``.venv-peer`` in the repository."""
    return Path(os.environ.get("ONRECORD_PEER") or ROOT / ".venv-peer") / "bin" / "python"


def measure(source: str, texts: list[str], rounds: int, model: str, say: Say) -> dict[str, Any]:
    """Read texts in rounds; in each round every system reads the same ones, in an order that turns by one.

    Args:
        source: Where the texts are from.
        texts: What to read.
        rounds: Into how many parts they are cut.
        model: Our model.
        say: Told how far it is.

    Returns:
        CPU seconds and words a second of each system, and the ratio of ours to each variant of the peer.
    """
    cpu = cores()[0]
    cpu_s: dict[str, list[float]] = {}
    words = []
    with our_child(cpu, model) as ours, peer_child(cpu, peer_python()) as peer:
        systems = [OURS, *peer.hello["variants"]]
        for k in range(rounds):
            part = texts[k::rounds]
            words.append(sum(map(count_words, part)))
            for name in systems[k % len(systems) :] + systems[: k % len(systems)]:
                answer = _ask(name, ours, peer, part)
                cpu_s.setdefault(name, []).append(sum(answer["cpu_s"]))
            say(f"round {k + 1} of {rounds}")
        about = {"models": ours.hello["models"], "peer": peer.hello["versions"]}
    speeds = {name: round(sum(words) / sum(cpu_s[name])) for name in systems}
    ratios = {name: ratio(cpu_s[OURS], cpu_s[name]) for name in systems[1:]}
    row = {"what": "peer", "texts": source, "documents": len(texts), "words": sum(words), "rounds": rounds}
    return row | about | {"words_per_cpu_s": speeds, "ratio": ratios}


def _ask(name: str, ours: Child, peer: Child, part: list[str]) -> dict[str, Any]:
    return ours.ask(texts=part) if name == OURS else peer.ask(texts=part, variant=name)


def ratio(ours_s: list[float], peer_s: list[float]) -> dict[str, float]:
    """How many times as fast as the peer we are: over all rounds, and the slowest, middle and fastest round."""
    each = [theirs / own for own, theirs in zip(ours_s, peer_s, strict=True)]
    return {
        "all": round(sum(peer_s) / sum(ours_s), 3),
        "least": round(min(each), 3),
        "median": round(statistics.median(each), 3),
        "most": round(max(each), 3),
    }
