"""Matching of predicted statements to gold ones, and the fractions that are made of the counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from eval.words import Text, Words

ROLES = ("source", "cue", "content")

MIN_IOU = 0.5
"""Content matches when the shared words are at least this part of the words of both together."""

Roles = dict[str, Words]
"""A statement's words by role."""

Measure = dict[str, float | int]
"""One line of a result: fractions, with the counts that they are made of."""


def as_roles(text: Text, statement: Mapping[str, Any]) -> Roles:
    """A statement's words by role.

    Args:
        text: The text that its spans index.
        statement: ``source``, ``cue`` and ``content``, each a list of spans or absent.
    """
    return {role: text.words(statement.get(role) or []) for role in ROLES}


def iou(left: Words, right: Words) -> float:
    """Words shared by two sets as a part of the words in either; 0 for two empty ones."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def source_fits(pred: Roles, gold: Roles) -> bool:
    """Whether the sources share a word; any source fits where the gold has none."""
    return not gold["source"] or bool(pred["source"] & gold["source"])


def match(preds: Sequence[Roles], golds: Sequence[Roles], *, with_source: bool) -> list[tuple[int, int]]:
    """Pair predictions with gold statements one to one: as many pairs as can be, then the highest total IoU.

    Args:
        preds: Predicted statements of a text.
        golds: The gold ones of the same text.
        with_source: Whether a pair needs fitting sources beside its contents' IoU of ``MIN_IOU``.

    Returns:
        Pairs of a place in ``preds`` and a place in ``golds``.
    """
    if not preds or not golds:
        return []
    weight = np.zeros((len(preds), len(golds)))
    for i, pred in enumerate(preds):
        for j, gold in enumerate(golds):
            overlap = iou(pred["content"], gold["content"])
            if overlap >= MIN_IOU and (not with_source or source_fits(pred, gold)):
                weight[i, j] = 1000.0 + overlap  # a further pair outweighs any sum of IoUs
    return assign(weight)


def assign(weight: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Pair rows with columns one to one for the highest total weight; what weighs nothing is no pair."""
    rows, columns = linear_sum_assignment(weight, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if weight[i, j] > 0]


@dataclass(frozen=True, slots=True)
class Paired:
    """A text's predicted statements beside its gold ones.

    Attributes:
        preds, golds: The statements.
        pred_roles, gold_roles: The words of each, by role.
        content: Place of a gold statement → place of the prediction that is matched to it by content alone.
        wsw: The same where the source has to fit too: who said what.
    """

    preds: Sequence[Mapping[str, Any]]
    golds: Sequence[Mapping[str, Any]]
    pred_roles: Sequence[Roles]
    gold_roles: Sequence[Roles]
    content: Mapping[int, int]
    wsw: Mapping[int, int]


def pair(text: Text, preds: Sequence[Mapping[str, Any]], golds: Sequence[Mapping[str, Any]]) -> Paired:
    """Match a text's statements, by content alone and with the source.

    Args:
        text: The text that all spans index.
        preds: Predicted statements.
        golds: The gold ones.
    """
    left, right = ([as_roles(text, s) for s in part] for part in (preds, golds))
    content, wsw = ({j: i for i, j in match(left, right, with_source=with_source)} for with_source in (False, True))
    return Paired(preds, golds, left, right, content, wsw)


def precision_recall(tp_pred: float, n_pred: float, tp_gold: float, n_gold: float) -> Measure:
    """Precision, recall and F1 with their counts; 0 where nothing was predicted or marked."""
    p = tp_pred / n_pred if n_pred else 0.0
    r = tp_gold / n_gold if n_gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": p, "r": r, "f1": f1, "tp_pred": tp_pred, "n_pred": n_pred, "tp_gold": tp_gold, "n_gold": n_gold}


def share(ok: float, n: float) -> Measure:
    """A part of a whole with its counts; 0 of nothing is 0."""
    return {"share": ok / n if n else 0.0, "ok": ok, "n": n}


def shares(counts: Mapping[str, int]) -> dict[str, Measure]:
    """Each of some counts as a share of all of them."""
    whole = sum(counts.values())
    return {name: share(count, whole) for name, count in counts.items()}
