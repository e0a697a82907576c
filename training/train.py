"""Train the network: ``python -m training.train NAME --encoder DIR``; resumes from its last checkpoint.

The losses: cross-entropy of the tags (half weight; it only helps), of the anchors (double), of every word's role for
every gold anchor in its window (summed over words, over ``ROLE_WORDS``), and of the acts where they are marked.
AdamW, linear warm-up and decay, batches by word pieces, bf16. Word embeddings and MPNet's position buckets stay.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.encode.pairs import Pairs, sentence_numbers
from onrecord.encode.windows import Specials, Window, window_inputs
from onrecord.encode.wordpiece import WordPiece
from onrecord.types import ACTS
from training.data import CORPORA, Article, Source, prepare, read_train
from training.model import Network, load_pretrained
from training.vocabulary import read_vocabulary

TAG_WEIGHT, ANCHOR_WEIGHT, ACT_WEIGHT = 0.5, 2.0, 0.3
ROLE_WORDS = 25
"""About the words of a statement: makes the sum of its role losses one of the size of the others."""

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


def losses(network: Network, batch: list[Job], specials: Specials) -> Tensor:
    """Mean losses of a batch: tags, anchors, roles, acts; float (4,), a gradient through each."""
    inputs = [window_inputs(article.pieces, window, specials) for article, window in batch]
    width = max(len(ids) for ids, _, _ in inputs)
    ids = torch.full((len(batch), width), network.encoder.padding)
    features = torch.zeros((len(batch), width), dtype=torch.long)
    mask = torch.zeros((len(batch), width), dtype=torch.bool)
    for row, (numbers, feats, _) in enumerate(inputs):
        ids[row, : len(numbers)] = torch.from_numpy(numbers)
        features[row, : len(numbers)] = torch.from_numpy(feats)
        mask[row, : len(numbers)] = True
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network.encoder(ids, features, mask)
    sums, counts = torch.zeros(4), np.zeros(4)
    for row, ((article, window), (_, _, places)) in enumerate(zip(batch, inputs, strict=True)):
        summed, counted = window_losses(network, states[row, torch.from_numpy(places)], article, window)
        sums, counts = sums + summed, counts + counted
    return sums / torch.from_numpy(np.maximum(counts, 1)).float()


def window_losses(network: Network, states: Tensor, article: Article, window: Window) -> tuple[Tensor, np.ndarray]:
    """Summed losses of one window and how many of each there are; states (words, hidden) of its words."""
    labels, inside = article.labels, slice(window.first, window.last)
    out = network.heads(states)
    tag_loss = F.nll_loss(out.tags, torch.from_numpy(labels.tags[inside]), reduction="sum")
    anchor_loss = F.cross_entropy(out.anchors, torch.from_numpy(labels.anchors[inside]), reduction="none")
    known = torch.from_numpy(labels.known[inside])
    words = window.last - window.first
    rows = sorted(row for row in labels.rows if window.first <= row.anchor < window.last)
    role_loss, act_loss, acts = torch.zeros(()), torch.zeros(()), 0
    if rows:
        at = np.array([row.anchor - window.first for row in rows])
        sentences = sentence_numbers(article.words)[inside]
        pairs = Pairs.of(at, at, article.words.paragraphs[inside], sentences)
        wanted = np.zeros((len(rows), words), dtype=np.int64)
        for number, row in enumerate(rows):
            for role, first, last in row.runs:
                wanted[number, max(0, first - window.first) : max(0, last - window.first)] = role
        around, anchors = torch.from_numpy(pairs.words), torch.from_numpy(at)
        scores = network.roles(
            out.near[around], out.far[anchors], out.queries[around], out.keys[anchors], torch.from_numpy(pairs.buckets)
        )
        wanted = np.take_along_axis(wanted, pairs.words, axis=1)
        each = F.cross_entropy(scores.flatten(0, 1), torch.from_numpy(wanted.ravel()), reduction="none")
        role_loss = (each * torch.from_numpy(pairs.inside.ravel())).sum() / ROLE_WORDS
        marked = [number for number, row in enumerate(rows) if row.act]
        acts = len(marked)
        if marked:
            kinds = torch.tensor([ACTS.index(rows[number].act) for number in marked])
            act_loss = F.cross_entropy(out.acts[torch.from_numpy(at[marked])], kinds, reduction="sum")
    summed = torch.stack([tag_loss, (anchor_loss * known).sum(), role_loss, act_loss])
    return summed, np.array([words, float(known.sum()), len(rows), acts])


def parameter_groups(network: Network, rate: float, head_rate: float) -> list[dict]:
    """AdamW groups; word embeddings and position buckets are not trained."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith(("encoder.words.", "encoder.buckets.")):
            parameter.requires_grad = False
            continue
        key = (rate if name.startswith("encoder.") else head_rate, 0.01 if parameter.ndim > 1 else 0.0)
        groups.setdefault(key, []).append(parameter)
    return [{"params": p, "lr": r, "peak": r, "weight_decay": d} for (r, d), p in groups.items()]


OLD_NAMES = {f"{head}.{kind}": f"roles.{head}.{kind}" for head in ("query", "key") for kind in ("weight", "bias")}
"""What the first networks (tags and links) called the same."""


def begin_from(network: Network, path: Path) -> None:
    """Take an earlier run's weights; heads that it has not stay as drawn."""
    weights = {OLD_NAMES.get(name, name): value for name, value in torch.load(path, weights_only=True).items()}
    fresh, _ = network.load_state_dict(weights, strict=False)
    print(f"from {path}; drawn anew: {', '.join(fresh) or 'nothing'}", flush=True)


def main() -> None:
    """Parse the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", help="the run's name; its checkpoints and log go to RUNS/NAME")
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument(
        "--encoder", type=Path, required=True, help="folder with config.json, model.safetensors, vocab.txt"
    )
    parser.add_argument("--layers", type=int, help="only the lowest layers of the encoder")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to begin from")
    parser.add_argument(
        "--corpora", nargs="+", default=["polnear"], choices=list(CORPORA), help="one named twice counts twice"
    )
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--longest", type=int, default=384)
    parser.add_argument("--room", type=int, default=1600, help="word pieces in a batch")
    parser.add_argument("--seed", type=int, default=1, help="of the order of batches, of augmentation and of dropout")
    parser.add_argument("--init-seed", type=int, default=1, help="of the heads: runs that share it can be averaged")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--save-every", type=int, default=200, help="steps between checkpoints")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.init_seed)
    folder = options.runs / options.name
    folder.mkdir(parents=True, exist_ok=True)

    wordpiece, specials = read_vocabulary(options.encoder / "vocab.txt")
    sources = read_train(options.corpora)
    network = load_pretrained(options.encoder, options.layers)
    if options.start:
        begin_from(network, options.start)
    optimizer = torch.optim.AdamW(parameter_groups(network, options.rate, options.head_rate), betas=(0.9, 0.98))
    epoch_of = lambda n: batches(  # noqa: E731
        sources, wordpiece, specials, options.longest, options.room, options.seed * 1000 + n
    )
    total, done = int(len(epoch_of(0)) * options.epochs), 0
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        done = saved["step"]
    log = (folder / "log.jsonl").open("a")
    print(f"{len(sources)} articles, {total} steps in all, {done} done", flush=True)
    network.train()
    weights = torch.tensor([TAG_WEIGHT, ANCHOR_WEIGHT, 1.0, ACT_WEIGHT])
    step, epoch, began, recent = 0, 0, time.time(), []
    while step < total:
        for batch in epoch_of(epoch):
            if step == total:
                break
            step += 1
            if step <= done:
                continue
            torch.manual_seed(options.seed * 1_000_003 + step)  # so that a resumed run repeats an unbroken one
            warm = min(1.0, step / (0.06 * total))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * warm * max(0.0, 1 - step / total)
            parts = losses(network, batch, specials)
            (parts * weights).sum().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            recent.append(parts.tolist())
            if step % 50 == 0:
                mean = dict(zip(("tag", "anchor", "role", "act"), np.mean(recent[-50:], axis=0).round(4).tolist(), strict=True))
                row = {"step": step, "epoch": epoch, **mean, "seconds": round(time.time() - began)}
                log.write(json.dumps(row) + "\n")
                log.flush()
                print(row, flush=True)
            if step % options.save_every == 0:
                state = {"model": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
                torch.save(state, folder / "checkpoint.tmp")
                (folder / "checkpoint.tmp").replace(checkpoint)
        epoch += 1
        if step > done:
            torch.save(network.state_dict(), folder / f"epoch{epoch}.pt")
    torch.save(network.state_dict(), folder / "model.pt")


if __name__ == "__main__":
    main()
