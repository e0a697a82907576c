"""Teacher: a trained network that gives soft labels (Hinton, Vinyals and Dean 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
import torch
from torch import Tensor

from onrecord.encode.windows import Window, cut_pieces
from onrecord.extract.roles import CONTENT
from training.batches import Job, act_scores, look_around, role_scores, word_states
from training.data import Article
from training.model import Outputs, load_pretrained
from training.vocabulary import read_vocabulary

SEEN = 0.3
"""Probability from which a word is an anchor to a teacher."""


class Teacher:
    """A trained network, of another encoder perhaps, that gives soft labels (Hinton, Vinyals and Dean 2015).

    Args:
        folder: Its encoder's.
        weights: Its weights.
        acts: Whether its acts are learned too.
    """

    def __init__(self, folder: Path, weights: Path, acts: bool = True) -> None:
        self.acts = acts
        self.wordpiece, self.specials = read_vocabulary(folder / "vocab.txt")
        self.network = load_pretrained(folder)
        self.network.load_state_dict(torch.load(weights, weights_only=True))
        self.network.eval()

    def targets(self, batch: list[Job]) -> list[Targets]:
        """What it says of each window."""
        jobs = [
            (article._replace(pieces=cut_pieces(article.words, self.wordpiece, self.specials)), window)
            for article, window in batch
        ]
        with torch.inference_mode():
            return [
                self._targets(self.network.heads(states), *job)
                for job, states in zip(jobs, word_states(self.network, jobs, self.specials), strict=True)
            ]

    def _targets(self, out: Outputs, article: Article, window: Window) -> Targets:
        at = np.flatnonzero(out.anchors.softmax(-1)[:, 0].numpy() < 1 - SEEN)
        pairs = look_around(article, window, at)
        roles, hedges = role_scores(self.network, out, pairs)
        acts = None
        if self.acts:
            acts = act_scores(out, at, pairs.words, roles.softmax(-1)[..., CONTENT] * torch.from_numpy(pairs.inside))
        return Targets(out.tags, out.anchors, at, roles, hedges, acts)


class Targets(NamedTuple):
    """What a teacher says of a window.

    Attributes:
        tags: float (words, tags) log-probabilities; None where it does not teach them.
        anchors: float (words, 3) logits.
        at: int64 (rows,), the words that it takes for anchors.
        roles: float (rows, 2 · ``onrecord.encode.pairs.REACH`` + 1, 4) logits of the words around each.
        hedges: float, like ``roles`` without the last: log-odds.
        acts: float (rows, acts) logits; None where it does not teach them.
    """

    tags: Tensor | None
    anchors: Tensor
    at: np.ndarray
    roles: Tensor
    hedges: Tensor
    acts: Tensor | None


class Teaching(Protocol):
    """A teacher that is there, or what one said."""

    def targets(self, batch: list[Job]) -> Sequence[Targets | None]:
        """What it says of each window; None of one that it was not asked about."""
