"""Sizes: what a smaller network costs in right answers and gains in speed; models side by side on the same texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any

from bench.children import cores, our_child
from eval import places
from eval.readings import TASK
from eval.runs import measure as measure_gold
from eval.systems import read_gold

CHUNK = 20
"""Texts that one model reads before the next has its turn, so that what else the machine does falls on all alike."""


def measure(source: str, texts: Sequence[str], models: Sequence[str], say: Callable[[str], None]) -> dict[str, Any]:
    """Measure models: words per CPU second on one core, and who said what on the readings' dev split.

    Args:
        source: Where the texts are from.
        texts: What to read.
        models: Names of models of the package, or folders of others.
        say: Told how far it is.

    Returns:
        A row with one entry a model.
    """
    words = dict.fromkeys(models, 0)
    cpu_s = dict.fromkeys(models, 0.0)
    with ExitStack() as stack:
        children = {model: stack.enter_context(our_child(cores()[0], model)) for model in models}
        for begin in range(0, len(texts), CHUNK):
            say(f"sizes: {begin} of {len(texts)} texts")
            for model, child in children.items():
                answer = child.ask(texts=texts[begin : begin + CHUNK])
                words[model] += sum(answer["words"])
                cpu_s[model] += sum(answer["cpu_s"])
    gold = TASK.load(places.data_folder() / TASK.splits["dev"], None)
    sizes = []
    for model in models:
        say(f"sizes: {model} on readings dev")
        scores = measure_gold(TASK, gold, "dev", read_gold(gold, model)).metrics(TASK)
        sizes.append(
            {
                "model": model.rstrip("/").rpartition("/")[2],
                "words_per_s": round(words[model] / cpu_s[model]),
                "who_said_what_f1": round(100 * float(scores["wsw/all"]["f1"]), 1),
                "placed_f1": round(100 * float(scores["placed/wsw/all"]["f1"]), 1),
            }
        )
    return {"what": "sizes", "source": source, "texts": len(texts), "sizes": sizes}
