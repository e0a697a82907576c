"""Facets: who said what, taken apart by a property of the statements or of their document.

As with quote types, recall is by the gold's property and precision by the prediction's own, so that a class whose
statements are missed and a class in which too much is found both show.
"""

from __future__ import annotations

from collections.abc import Callable

from eval.matching import Paired, precision_recall
from eval.task import Metrics, Statement, Tallies

_COUNTS = ("tp_pred", "n_pred", "tp_gold", "n_gold")


def tally_facet(tallies: Tallies, name: str, paired: Paired, value_of: Callable[[Statement], str]) -> None:
    """Count a document's statements by a property.

    Args:
        tallies: Where the counts are added.
        name: The property's name, without a slash.
        paired: The document's statements. Those without words of content are left out, as everywhere.
        value_of: Gives the property of a statement, predicted or gold.
    """
    sides = (
        ("pred", paired.preds, paired.pred_roles, set(paired.wsw.values())),
        ("gold", paired.golds, paired.gold_roles, set(paired.wsw)),
    )
    for side, statements, roles, found in sides:
        for place, statement in enumerate(statements):
            if roles[place]["content"]:
                value = value_of(statement)
                tallies[f"by/{name}/{value}/n_{side}"] += 1
                tallies[f"by/{name}/{value}/tp_{side}"] += place in found


def facet_metrics(n: Tallies) -> Metrics:
    """Who said what by each property, in the order of names: ``by cue/tell``."""
    classes = sorted({key.rpartition("/")[0] for key in n if key.startswith("by/")})
    return {
        f"by {name.removeprefix('by/')}": precision_recall(*(n[f"{name}/{count}"] for count in _COUNTS))
        for name in classes
    }
