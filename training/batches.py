"""Batches: windows of articles, and what the network gives for the words of each."""

from __future__ import annotations

import random
from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor

from onrecord.encode.pairs import Pairs, sentence_numbers
from onrecord.encode.windows import Specials, Window, window_inputs
from onrecord.encode.wordpiece import WordPiece
from training.data import Article, Source, prepare
from training.model import Network, Outputs

HALF = torch.ops.mkldnn._is_mkldnn_bf16_supported()
"""Whether this processor multiplies in bf16: one that must imitate it takes fifty times as long as in float."""

Job = tuple[Article, Window]


def random_windows(article: Article, longest: int, chance: random.Random) -> list[Job]:
    """Cut an article into windows side by side, the first of a random length, at paragraph starts where one is near."""
    words, pieces = article.words, article.pieces
    jobs: list[Job] = []
    first, limit = 0, chance.randint(longest // 3, longest) - 2
    while first < len(words):
        origin = int(pieces.begins[first])
        last = max(first + 1, int(np.searchsorted(pieces.ends, origin + limit, side="right")))
        if last < len(words):
            low = int(np.searchsorted(pieces.ends, origin + limit * 2 // 3, side="right"))
            starts = [
                word
                for word in range(max(low, first + 1), last + 1)
                if words.paragraphs[word] != words.paragraphs[word - 1]
            ]
            last = starts[-1] if starts else last
        jobs.append((article, Window(first, last, first, last)))
        first, limit = last, longest - 2
    return jobs


def size(job: Job) -> int:
    """Pieces of a window, with its two special ones."""
    article, window = job
    return int(article.pieces.ends[window.last - 1] - article.pieces.begins[window.first]) + 2


def batches(
    sources: Iterable[Source], wordpiece: WordPiece, specials: Specials, longest: int, room: int, seed: int
) -> list[list[Job]]:
    """One epoch's batches, of windows alike in length, at most ``room`` pieces with padding.

    The seed draws each article's version and augmentation, the windows and the order.
    """
    chance = random.Random(seed)
    jobs = [
        job
        for source in sources
        for job in random_windows(prepare(source, wordpiece, specials, chance), longest, chance)
    ]
    chance.shuffle(jobs)
    out: list[list[Job]] = []
    for begin in range(0, len(jobs), 128):
        batch: list[Job] = []
        for job in sorted(jobs[begin : begin + 128], key=size):
            if batch and size(job) * (len(batch) + 1) > room:
                out.append(batch)
                batch = []
            batch.append(job)
        out.append(batch)
    chance.shuffle(out)
    return out


def word_states(network: Network, batch: list[Job], specials: Specials) -> list[Tensor]:
    """Run the encoder over a batch: for each window float (words, hidden), of each word's first piece."""
    inputs = [window_inputs(article.pieces, window, specials) for article, window in batch]
    width = max(len(ids) for ids, _, _ in inputs)
    ids = torch.full((len(batch), width), network.encoder.padding)
    features = torch.zeros((len(batch), width), dtype=torch.long)
    mask = torch.zeros((len(batch), width), dtype=torch.bool)
    for row, (numbers, feats, _) in enumerate(inputs):
        ids[row, : len(numbers)] = torch.from_numpy(numbers)
        features[row, : len(numbers)] = torch.from_numpy(feats)
        mask[row, : len(numbers)] = True
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
        states = network.encoder(ids, features, mask)
    return [states[row, torch.from_numpy(places)] for row, (_, _, places) in enumerate(inputs)]


def look_around(article: Article, window: Window, at: np.ndarray) -> Pairs:
    """The words around some anchors of a window, all numbered from the window's first word."""
    inside = slice(window.first, window.last)
    return Pairs.of(at, at, article.words.paragraphs[inside], sentence_numbers(article.words)[inside])


def role_scores(network: Network, out: Outputs, pairs: Pairs) -> tuple[Tensor, Tensor]:
    """Score the words around anchors: roles and hedges, as ``training.model.Roles.with_hedges`` gives them."""
    around, at = torch.from_numpy(pairs.words), torch.from_numpy(pairs.anchors)
    buckets = torch.from_numpy(pairs.buckets)
    return network.roles.with_hedges(out.near[around], out.far[at], out.queries[around], out.keys[at], buckets)


def act_scores(out: Outputs, at: np.ndarray, words: np.ndarray, content: Tensor) -> Tensor:
    """Score acts: float (anchors, acts) logits; content (anchors, words) says how much of each word is content."""
    shares = content / content.sum(1, keepdim=True).clamp(min=1)
    pooled = (out.content_acts[torch.from_numpy(words)] * shares[..., None]).sum(1)
    return out.acts[torch.from_numpy(at)] + pooled
