"""Train the network: ``python -m training.train NAME --encoder DIR``; resumes from its last checkpoint.

The losses: cross-entropy of the tags (half weight; it only helps), of the anchors (double), of every word's role for
every gold anchor in its window (summed over words, over ``ROLE_WORDS``), of the acts where they are marked
(``--act-weight``), and of the words that hedge a statement (summed over words). AdamW, linear warm-up and decay,
batches by word pieces, bf16 where the processor has it. Word embeddings and MPNet's position buckets stay.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.encode.pairs import Pairs, sentence_numbers
from onrecord.encode.windows import Specials, Window, cut_pieces, window_inputs
from onrecord.encode.wordpiece import WordPiece
from onrecord.extract.roles import CONTENT
from onrecord.types import ACTS
from training.data import CORPORA, Article, Row, Source, held_out, prepare, read_judged, read_train
from training.model import Network, Outputs, load_pretrained
from training.vocabulary import read_vocabulary

TAG_WEIGHT, ANCHOR_WEIGHT = 0.5, 2.0
LOSSES = ("tag", "anchor", "role", "act", "hedge")
ROLE_WORDS = 25
"""About the words of a statement: makes the sum of its role losses one of the size of the others."""

SEEN = 0.3
"""Probability from which a word is an anchor to a teacher."""

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


def losses(network: Network, batch: list[Job], specials: Specials, teacher: Teacher | None = None) -> Tensor:
    """Mean losses of a batch, as ``LOSSES`` names them: float (5,), a gradient through each.

    Args:
        network: The network.
        batch: Windows.
        specials: Of its vocabulary.
        teacher: Gives soft labels, which count as much as the marked ones; alone where an article is not marked.
    """
    sums, counts = torch.zeros(len(LOSSES)), np.zeros(len(LOSSES))
    taught = teacher.outputs(batch) if teacher else [None] * len(batch)
    for (article, window), states, soft in zip(batch, word_states(network, batch, specials), taught, strict=True):
        out = network.heads(states)
        if article.labels is not None:
            summed, counted = marked_losses(network, out, article, window)
            sums, counts = sums + summed, counts + counted
        if teacher and soft:
            summed, counted = soft_losses(network, out, teacher, soft, article, window)
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

    def outputs(self, batch: list[Job]) -> list[Outputs]:
        """What it says of each word of each window."""
        jobs = [
            (article._replace(pieces=cut_pieces(article.words, self.wordpiece, self.specials)), window)
            for article, window in batch
        ]
        with torch.inference_mode():
            return [self.network.heads(states) for states in word_states(self.network, jobs, self.specials)]


def soft_losses(
    network: Network, out: Outputs, teacher: Teacher, soft: Outputs, article: Article, window: Window
) -> tuple[Tensor, np.ndarray]:
    """Summed divergences of one window from a teacher's outputs, at the anchors that the teacher sees."""
    words = window.last - window.first
    tag_loss = F.kl_div(out.tags, soft.tags, log_target=True, reduction="sum")
    anchor_loss = _divergence(out.anchors, soft.anchors).sum()
    at = np.flatnonzero(soft.anchors.softmax(-1)[:, 0].numpy() < 1 - SEEN)
    role_loss, act_loss, hedge_loss = torch.zeros(3)
    if len(at):
        pairs = look_around(article, window, at)
        with torch.inference_mode():
            wanted, wanted_hedges = role_scores(teacher.network, soft, pairs)
        inside = torch.from_numpy(pairs.inside)
        given, given_hedges = role_scores(network, out, pairs)
        role_loss = (_divergence(given, wanted) * inside).sum() / ROLE_WORDS
        # log-odds beside those of the other answer, which are 0, are logits of two
        two = [F.pad(odds[..., None], (0, 1)) for odds in (given_hedges, wanted_hedges)]
        hedge_loss = (_divergence(*two) * inside).sum()
        if teacher.acts:
            content = wanted.softmax(-1)[..., CONTENT] * inside
            act_loss = _divergence(
                act_scores(out, at, pairs.words, content), act_scores(soft, at, pairs.words, content)
            ).sum()
    acts = len(at) if teacher.acts else 0
    summed = torch.stack([tag_loss, anchor_loss, role_loss, act_loss, hedge_loss])
    return summed, np.array([words, words, len(at), acts, len(at)])


def _divergence(logits: Tensor, wanted: Tensor) -> Tensor:
    logs = torch.log_softmax(wanted, -1)
    return F.kl_div(torch.log_softmax(logits, -1), logs, log_target=True, reduction="none").sum(-1)


def parameter_groups(network: Network, rate: float, head_rate: float, frozen: int = 0) -> list[dict]:
    """AdamW groups; word embeddings and position buckets are not trained, nor what lies below layer ``frozen``."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    still = ["encoder.words.", "encoder.buckets."]
    if frozen:
        still += ["encoder.positions.", "encoder.features.", "encoder.norm."]
        still += [f"encoder.layers.{number}." for number in range(frozen)]
    for name, parameter in network.named_parameters():
        if name.startswith(tuple(still)):
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
    parser.add_argument("--longest", type=int, default=384)
    parser.add_argument("--room", type=int, default=1600, help="word pieces in a batch")
    parser.add_argument("--seed", type=int, default=1, help="of the order of batches, of augmentation and of dropout")
    parser.add_argument("--init-seed", type=int, default=1, help="of the heads: runs that share it can be averaged")
    parser.add_argument("--teacher", type=Path, help="weights of a network that gives soft labels")
    parser.add_argument("--teacher-encoder", type=Path, help="its encoder's folder; --encoder by default")
    parser.add_argument("--no-soft-acts", action="store_true", help="leave the teacher's acts out: it knows them worse")
    parser.add_argument("--act-weight", type=float, default=0.3, help="how much acts count beside all else")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--save-every", type=int, default=200, help="steps between checkpoints")
    options = parser.parse_args()
    if "unmarked" in options.corpora and not options.teacher:
        parser.error("unmarked articles have no labels: name a --teacher, or leave them out")
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
    teacher = Teacher(teacher_encoder, options.teacher, not options.no_soft_acts) if options.teacher else None
    optimizer = torch.optim.AdamW(
        parameter_groups(network, options.rate, options.head_rate, options.frozen), betas=(0.9, 0.98), fused=True
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
