"""Train the network: ``python -m training.train NAME --encoder DIR``; resumes from its last checkpoint.

The recipe: cross-entropy on tags, plus 0.3 of the cross-entropy of each source and content word's cue; AdamW, linear
warm-up and decay, batches by word pieces, bf16. Word embeddings and MPNet's position buckets stay as they were.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.encode.windows import Window, window_inputs
from onrecord.encode.wordpiece import WordPiece
from onrecord.extract.links import distance_bucket, paragraph_bucket
from training.data import Article, Labels, held_out, prepare, read_polnear, read_readings
from training.model import Tagger, load_pretrained
from training.vocabulary import read_vocabulary

LINK_WEIGHT = 0.3
Job = tuple[Article, Labels, Window]


def random_windows(article: Article, labels: Labels, longest: int, chance: random.Random) -> list[Job]:
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
        jobs.append((article, labels, Window(first, last, first, last)))
        first, limit = last, longest - 2
    return jobs


def size(job: Job) -> int:
    """Pieces of a window, with its two special ones."""
    article, _, window = job
    return int(article.pieces.ends[window.last - 1] - article.pieces.begins[window.first]) + 2


def batches(articles: list[Article], longest: int, room: int, seed: int) -> list[list[Job]]:
    """One epoch's batches, of windows alike in length, at most ``room`` pieces with padding; one version an article."""
    chance = random.Random(seed)
    jobs = [
        job for article in articles for job in random_windows(article, chance.choice(article.versions), longest, chance)
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


def collate(batch: list[Job], specials, padding: int) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, list]:
    """Tensors of a batch, and for each window that has a cue: rows, linked words, cues, targets, distance buckets."""
    rows = [window_inputs(article.pieces, window, specials) for article, _, window in batch]
    width = max(len(ids) for ids, _, _ in rows)
    ids = torch.full((len(batch), width), padding)
    features = torch.zeros((len(batch), width), dtype=torch.long)
    mask = torch.zeros((len(batch), width), dtype=torch.bool)
    row_of, place_of, tags, links = [], [], [], []
    for row, ((article, labels, window), (numbers, feats, places)) in enumerate(zip(batch, rows, strict=True)):
        ids[row, : len(numbers)] = torch.from_numpy(numbers)
        features[row, : len(numbers)] = torch.from_numpy(feats)
        mask[row, : len(numbers)] = True
        row_of.append(np.full(len(places), row))
        place_of.append(places)
        tags.append(labels.tags[window.first : window.last])
        inside = np.arange(window.first, window.last)
        cues = inside[labels.tags[inside] == 3]
        linked = inside[np.isin(labels.cues[inside], cues)]
        if len(cues) and len(linked):
            paragraphs = article.words.paragraphs
            links.append(
                (
                    row,
                    torch.from_numpy(places[linked - window.first]),
                    torch.from_numpy(places[cues - window.first]),
                    torch.from_numpy(np.searchsorted(cues, labels.cues[linked])),
                    torch.from_numpy(distance_bucket(linked[:, None] - cues[None])),
                    torch.from_numpy(paragraph_bucket(paragraphs[linked][:, None] - paragraphs[cues][None])),
                )
            )
    flat = [torch.from_numpy(np.concatenate(x)) for x in (row_of, place_of, tags)]
    return ids, features, mask, flat[0], flat[1], flat[2], links


def losses(model: Tagger, batch: list[Job], specials) -> tuple[Tensor, Tensor]:
    """Mean tag loss and mean link loss of a batch."""
    ids, features, mask, rows, places, tags, links = collate(batch, specials, model.encoder.padding)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, query, key = model(ids, features, mask)
    tag_loss = F.cross_entropy(logits.float()[rows, places], tags)
    query, key = query.float(), key.float()
    sums, count = torch.zeros(()), 0
    for row, words, cues, targets, distances, paragraphs in links:
        scores = query[row, words] @ key[row, cues].T
        scores = scores + model.distance_bias[distances] + model.paragraph_bias[paragraphs]
        sums = sums + F.cross_entropy(scores, targets, reduction="sum")
        count += len(targets)
    return tag_loss, sums / max(1, count)


def parameter_groups(model: Tagger, rate: float, head_rate: float, frozen: int) -> list[dict]:
    """AdamW groups; word embeddings, position buckets and the lowest ``frozen`` layers are not trained."""
    still = ["encoder.words.", "encoder.buckets."]
    if frozen:
        still += ["encoder.positions.", "encoder.norm.", *(f"encoder.layers.{n}." for n in range(frozen))]
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in model.named_parameters():
        if name.startswith(tuple(still)):
            parameter.requires_grad = False
            continue
        key = (rate if name.startswith("encoder.") else head_rate, 0.01 if parameter.ndim > 1 else 0.0)
        groups.setdefault(key, []).append(parameter)
    return [{"params": p, "lr": r, "peak": r, "weight_decay": d} for (r, d), p in groups.items()]


def read_articles(names: list[str], wordpiece: WordPiece, specials) -> Iterator[Article]:
    """Training articles of the named corpora, without those kept out to choose between models."""
    readers = {"polnear": read_polnear, "readings": read_readings}
    for name in names:
        yield from prepare((row for row in readers[name]("train") if not held_out(row[0])), wordpiece, specials)


def main() -> None:
    """Parse the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", help="the run's name; its checkpoints and log go to RUNS/NAME")
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument(
        "--encoder", type=Path, required=True, help="folder with config.json, model.safetensors, vocab.txt"
    )
    parser.add_argument("--start", type=Path, help="weights of an earlier run to begin from")
    parser.add_argument("--corpora", nargs="+", default=["polnear"], choices=["polnear", "readings"])
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--longest", type=int, default=384)
    parser.add_argument("--room", type=int, default=1600, help="word pieces in a batch")
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that are not trained")
    parser.add_argument("--seed", type=int, default=1, help="of the order of batches and of dropout")
    parser.add_argument("--init-seed", type=int, default=1, help="of the heads: runs that share it can be averaged")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--save-every", type=int, default=200, help="steps between checkpoints")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.init_seed)
    folder = options.runs / options.name
    folder.mkdir(parents=True, exist_ok=True)

    wordpiece, specials = read_vocabulary(options.encoder / "vocab.txt")
    articles = list(read_articles(options.corpora, wordpiece, specials))
    model = load_pretrained(options.encoder)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True))
    optimizer = torch.optim.AdamW(
        parameter_groups(model, options.rate, options.head_rate, options.frozen), betas=(0.9, 0.98)
    )
    per_epoch = len(batches(articles, options.longest, options.room, options.seed * 1000))
    total, done = per_epoch * options.epochs, 0
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        done = saved["step"]
    log = (folder / "log.jsonl").open("a")
    print(f"{len(articles)} articles, about {per_epoch} steps an epoch, {total} in all, {done} done", flush=True)
    model.train()
    step, began, recent = 0, time.time(), []
    for epoch in range(options.epochs):
        for batch in batches(articles, options.longest, options.room, options.seed * 1000 + epoch):
            step += 1
            if step <= done:
                continue
            torch.manual_seed(options.seed * 1_000_003 + step)  # so that a resumed run repeats an unbroken one
            warm = min(1.0, step / (0.08 * total))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * warm * max(0.0, 1 - step / total)
            tag_loss, link_loss = losses(model, batch, specials)
            (tag_loss + LINK_WEIGHT * link_loss).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            recent.append((tag_loss.item(), link_loss.item()))
            if step % 50 == 0:
                tag, link = np.mean(recent[-50:], axis=0)
                row = {
                    "step": step,
                    "epoch": epoch,
                    "tag": round(float(tag), 4),
                    "link": round(float(link), 4),
                    "seconds": round(time.time() - began),
                }
                log.write(json.dumps(row) + "\n")
                log.flush()
                print(row, flush=True)
            if step % options.save_every == 0:
                state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
                torch.save(state, folder / "checkpoint.tmp")
                (folder / "checkpoint.tmp").replace(checkpoint)
        if step > done:
            torch.save(model.state_dict(), folder / f"epoch{epoch + 1}.pt")
    torch.save(model.state_dict(), folder / "model.pt")


if __name__ == "__main__":
    main()
