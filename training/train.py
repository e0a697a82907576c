"""Train the network: ``python -m training.train NAME --encoder DIR``; resumes from its last checkpoint.

The losses: cross-entropy of the tags (half weight; it only helps), of the anchors (double), of every word's role for
every gold anchor in its window (summed over words, over ``ROLE_WORDS``), of the acts where they are marked
(``--act-weight``), and of the words that hedge a statement (summed over words). AdamW, linear warm-up and decay,
batches by word pieces, bf16 where the processor has it. Word embeddings and MPNet's position buckets stay.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.encode.pairs import Pairs
from onrecord.encode.windows import Specials, Window
from onrecord.extract.roles import CONTENT
from onrecord.types import ACTS
from training.batches import Job, act_scores, batches, look_around, role_scores, word_states
from training.data import CORPORA, Article, Row, held_out, read_judged, read_train
from training.model import Network, Outputs, load_pretrained
from training.soft import SoftLabels
from training.teacher import Targets, Teacher, Teaching
from training.vocabulary import read_vocabulary

TAG_WEIGHT, ANCHOR_WEIGHT = 0.5, 2.0
LOSSES = ("tag", "anchor", "role", "act", "hedge")
ROLE_WORDS = 25
"""About the words of a statement: makes the sum of its role losses one of the size of the others."""


def losses(network: Network, batch: list[Job], specials: Specials, teacher: Teaching | None = None) -> Tensor:
    """Mean losses of a batch, as ``LOSSES`` names them: float (5,), a gradient through each.

    Args:
        network: The network.
        batch: Windows.
        specials: Of its vocabulary.
        teacher: Gives soft labels, which count as much as the marked ones; alone where an article is not marked.
    """
    sums, counts = torch.zeros(len(LOSSES)), np.zeros(len(LOSSES))
    taught = teacher.targets(batch) if teacher else [None] * len(batch)
    for (article, window), states, soft in zip(batch, word_states(network, batch, specials), taught, strict=True):
        out = network.heads(states)
        if article.labels is not None:
            summed, counted = marked_losses(network, out, article, window)
            sums, counts = sums + summed, counts + counted
        if soft is not None:
            summed, counted = soft_losses(network, out, soft, article, window)
            sums, counts = sums + summed, counts + counted
    return sums / torch.from_numpy(np.maximum(counts, 1)).float()


def marked_losses(network: Network, out: Outputs, article: Article, window: Window) -> tuple[Tensor, np.ndarray]:
    """Summed losses of one window against its labels, and how many of each there are."""
    labels, inside = article.labels, slice(window.first, window.last)
    tag_loss = F.nll_loss(out.tags, torch.from_numpy(labels.tags[inside]), reduction="sum")
    anchor_loss = F.cross_entropy(out.anchors, torch.from_numpy(labels.anchors[inside]), reduction="none")
    known = torch.from_numpy(labels.known[inside])
    words = window.last - window.first
    rows = sorted(row for row in labels.rows if window.first <= row.anchor < window.last)
    role_loss, act_loss, hedge_loss = torch.zeros(3)
    marked: list[int] = []
    hedged: list[int] = []
    if rows:
        at = np.array([row.anchor - window.first for row in rows])
        pairs = look_around(article, window, at)
        wanted = np.zeros((len(rows), words), dtype=np.int64)
        for number, row in enumerate(rows):
            for role, first, last in row.runs:
                wanted[number, max(0, first - window.first) : max(0, last - window.first)] = role
        wanted = np.take_along_axis(wanted, pairs.words, axis=1)
        scores, hedges = role_scores(network, out, pairs)
        each = F.cross_entropy(scores.flatten(0, 1), torch.from_numpy(wanted.ravel()), reduction="none")
        role_loss = (each * torch.from_numpy(pairs.inside.ravel())).sum() / ROLE_WORDS
        marked = [number for number, row in enumerate(rows) if row.act]
        if marked:
            kinds = torch.tensor([ACTS.index(rows[number].act) for number in marked])
            content = torch.from_numpy((wanted == CONTENT) & pairs.inside)[marked]
            act_loss = F.cross_entropy(
                act_scores(out, at[marked], pairs.words[marked], content), kinds, reduction="sum"
            )
        hedged = [number for number, row in enumerate(rows) if row.hedges is not None]
        if hedged:
            hedging = torch.from_numpy(_hedging(rows, window, pairs))
            each = F.binary_cross_entropy_with_logits(hedges, hedging, reduction="none")
            hedge_loss = (each * torch.from_numpy(pairs.inside))[hedged].sum()
    summed = torch.stack([tag_loss, (anchor_loss * known).sum(), role_loss, act_loss, hedge_loss])
    return summed, np.array([words, float(known.sum()), len(rows), len(marked), len(hedged)])


def _hedging(rows: Sequence[Row], window: Window, pairs: Pairs) -> np.ndarray:
    """Which of the words around each row's anchor hedge it: float32 (rows, words) of 0 and 1."""
    marked = np.zeros((len(rows), window.last - window.first), dtype=np.float32)
    for number, row in enumerate(rows):
        for first, last in row.hedges or ():
            marked[number, max(0, first - window.first) : max(0, last - window.first)] = 1
    return np.take_along_axis(marked, pairs.words, axis=1)


def soft_losses(
    network: Network, out: Outputs, soft: Targets, article: Article, window: Window
) -> tuple[Tensor, np.ndarray]:
    """Summed divergences of one window from a teacher's targets, at the anchors that the teacher sees."""
    words, rows = window.last - window.first, len(soft.at)
    tag_loss, role_loss, act_loss, hedge_loss = torch.zeros(4)
    if soft.tags is not None:
        tag_loss = F.kl_div(out.tags, soft.tags, log_target=True, reduction="sum")
    anchor_loss = _divergence(out.anchors, soft.anchors).sum()
    if rows:
        pairs = look_around(article, window, soft.at)
        inside = torch.from_numpy(pairs.inside)
        given, given_hedges = role_scores(network, out, pairs)
        role_loss = (_divergence(given, soft.roles) * inside).sum() / ROLE_WORDS
        # log-odds beside those of the other answer, which are 0, are logits of two
        two = [F.pad(odds[..., None], (0, 1)) for odds in (given_hedges, soft.hedges)]
        hedge_loss = (_divergence(*two) * inside).sum()
        if soft.acts is not None:
            content = soft.roles.softmax(-1)[..., CONTENT] * inside
            act_loss = _divergence(act_scores(out, soft.at, pairs.words, content), soft.acts).sum()
    summed = torch.stack([tag_loss, anchor_loss, role_loss, act_loss, hedge_loss])
    tagged, told = words * (soft.tags is not None), rows * (soft.acts is not None)
    return summed, np.array([tagged, words, rows, told, rows])


def _divergence(logits: Tensor, wanted: Tensor) -> Tensor:
    logs = torch.log_softmax(wanted, -1)
    return F.kl_div(torch.log_softmax(logits, -1), logs, log_target=True, reduction="none").sum(-1)


def parameter_groups(network: Network, rate: float, head_rate: float, frozen: int = 0, only: str = "") -> list[dict]:
    """AdamW groups; word embeddings and position buckets are not trained, nor what lies below layer ``frozen``.

    ``only`` is what the names of weights begin with that are trained: one head, where all else is to stay as it is.
    """
    groups: dict[tuple[float, float], list[Tensor]] = {}
    still = ["encoder.words.", "encoder.buckets."]
    if frozen:
        still += ["encoder.positions.", "encoder.features.", "encoder.norm."]
        still += [f"encoder.layers.{number}." for number in range(frozen)]
    for name, parameter in network.named_parameters():
        if name.startswith(tuple(still)) or not name.startswith(only):
            parameter.requires_grad = False
            continue
        key = (rate if name.startswith("encoder.") else head_rate, 0.01 if parameter.ndim > 1 else 0.0)
        groups.setdefault(key, []).append(parameter)
    return [{"params": p, "lr": r, "peak": r, "weight_decay": d} for (r, d), p in groups.items()]


OLD_NAMES = {f"{head}.{kind}": f"roles.{head}.{kind}" for head in ("query", "key") for kind in ("weight", "bias")}
"""What the first networks (tags and links) called the same."""


DROPPED = frozenset({"distance_bias", "paragraph_bias"})
"""Weights of the first networks that have no place in this one."""


def begin_from(network: Network, path: Path) -> None:
    """Take an earlier run's weights, or its checkpoint's; heads that it has not stay as drawn."""
    saved = torch.load(path, weights_only=True)
    weights = {OLD_NAMES.get(name, name): value for name, value in saved.get("model", saved).items()}
    fresh, unknown = network.load_state_dict(weights, strict=False)
    if set(unknown) - DROPPED:
        raise ValueError(f"{path} has weights that this network has not: {', '.join(unknown)}")
    print(f"from {path}; drawn anew: {', '.join(fresh) or 'nothing'}", flush=True)


def main() -> None:
    """Parse the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", help="the run's name; its checkpoints and log go to RUNS/NAME")
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument(
        "--encoder", type=Path, required=True, help="folder with config.json, model.safetensors, vocab.txt"
    )
    parser.add_argument("--layers", type=int, help="layers, where not the encoder's")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to begin from")
    parser.add_argument(
        "--corpora", nargs="+", default=["polnear"], choices=list(CORPORA), help="one named twice counts twice"
    )
    parser.add_argument(
        "--judged", type=Path, help="reports that people read through: `onrecord export --format training`"
    )
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that stay as they are")
    parser.add_argument("--only", default="", help="train the weights whose names begin so: roles.hedge")
    parser.add_argument("--longest", type=int, default=384)
    parser.add_argument("--room", type=int, default=1600, help="word pieces in a batch")
    parser.add_argument("--seed", type=int, default=1, help="of the order of batches, of augmentation and of dropout")
    parser.add_argument("--init-seed", type=int, default=1, help="of the heads: runs that share it can be averaged")
    parser.add_argument("--teacher", type=Path, help="weights of a network that gives soft labels")
    parser.add_argument("--teacher-encoder", type=Path, help="its encoder's folder; --encoder by default")
    parser.add_argument("--soft", type=Path, help="what a teacher said of articles, which are added: `training.soft`")
    parser.add_argument("--no-soft-acts", action="store_true", help="leave the teacher's acts out: it knows them worse")
    parser.add_argument("--act-weight", type=float, default=0.3, help="how much acts count beside all else")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--save-every", type=int, default=200, help="steps between checkpoints")
    options = parser.parse_args()
    if "unmarked" in options.corpora and not options.teacher:
        parser.error("unmarked articles have no labels: name a --teacher, or leave them out")
    if options.soft and options.teacher:
        parser.error("--soft stands in the place of a --teacher")
    if options.soft and options.no_soft_acts:
        parser.error("what --soft holds has acts: leave them out with a --teacher alone")
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.init_seed)
    folder = options.runs / options.name
    folder.mkdir(parents=True, exist_ok=True)

    wordpiece, specials = read_vocabulary(options.encoder / "vocab.txt")
    sources = read_train(options.corpora)
    if options.judged:
        sources += [source for source in read_judged(options.judged) if not held_out(source.name)]
    network = load_pretrained(options.encoder, options.layers)
    if options.start:
        begin_from(network, options.start)
    teacher_encoder = options.teacher_encoder or options.encoder
    teacher: Teaching | None = None
    if options.teacher:
        teacher = Teacher(teacher_encoder, options.teacher, not options.no_soft_acts)
    elif options.soft:
        teacher = labels = SoftLabels(options.soft)
        sources += labels.sources()
    optimizer = torch.optim.AdamW(
        parameter_groups(network, options.rate, options.head_rate, options.frozen, options.only),
        betas=(0.9, 0.98),
        fused=True,
    )
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
    weights = torch.tensor([TAG_WEIGHT, ANCHOR_WEIGHT, 1.0, options.act_weight, 1.0])
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
            parts = losses(network, batch, specials, teacher)
            (parts * weights).sum().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            recent.append(parts.tolist())
            if step % 50 == 0:
                means = np.mean(recent[-50:], axis=0).round(4).tolist()
                parts_of = dict(zip(LOSSES, means, strict=True))
                row = {"step": step, "epoch": epoch, **parts_of, "seconds": round(time.time() - began)}
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
