"""Soft labels of a teacher, in a file: ``python -m training.soft WEIGHTS --encoder DIR --out FILE``.

A teacher is too large for the repository, what it says of the articles is not: ``training.train --soft FILE`` teaches a
student with that, and the teacher need not be there. The labels are of articles as they are printed; without their
texts they are numbers.

The file is a ``.npz``: for each word of each article the logits of the kinds of anchor beside those of none, for each
word that the teacher takes for an anchor the same of the roles of the words around it, their log-odds of hedging, and
the logits of its acts; all in steps of a tenth, from -6 to 6.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.encode.pairs import REACH, Pairs, sentence_numbers
from onrecord.encode.windows import Window
from onrecord.extract.acts import chances_at
from onrecord.extract.roles import CONTENT, HEDGE
from onrecord.types import ACTS
from training.batches import Job
from training.data import CORPORA, Article, Source, held_out, prepare
from training.read import FloatModel
from training.teacher import SEEN, Targets
from training.vocabulary import read_vocabulary

STEPS, MOST = 10, 6
"""Steps to a unit of a logit, and the greatest: less than one in four hundred is none, and packs well."""

TOGETHER = 64
"""Anchors whose roles are asked for at once."""

CORPUS_NAMES = ("readings", "more", "unmarked")
"""The corpora whose articles a teacher may be asked about."""

Numbers = dict[str, NDArray[np.generic]]


def soften(model: FloatModel, folder: Path, sources: Sequence[Source]) -> Iterator[tuple[str, Numbers]]:
    """Ask a teacher about articles.

    Args:
        model: The teacher.
        folder: Its encoder's.
        sources: The articles.

    Yields:
        The name of each and its numbers: ``anchors`` int8 (words, 2), ``at`` int32 (rows,), ``around`` int8 (rows,
        2 · ``REACH`` + 1, 4), ``acts`` int8 (rows, acts).
    """
    wordpiece, specials = read_vocabulary(folder / "vocab.txt")
    for source in sources:
        words = prepare(source, wordpiece, specials).words
        encoded = model.encode_words(words)
        at = np.flatnonzero(encoded.anchors[:, 0] < np.log(1 - SEEN)) if len(words) else np.zeros(0, np.int64)
        sentences = sentence_numbers(words)
        around = np.zeros((len(at), 2 * REACH + 1, HEDGE), np.int8)
        acts = np.zeros((len(at), len(ACTS)), np.int8)
        for begin in range(0, len(at), TOGETHER):
            rows = slice(begin, begin + TOGETHER)
            pairs = Pairs.of(at[rows], at, words.paragraphs, sentences)
            scores = model.score_roles(encoded, pairs)
            around[rows] = _steps(np.concatenate([_beside_first(scores[..., :HEDGE]), scores[..., HEDGE:]], axis=2))
            is_content = (scores[..., :HEDGE].argmax(axis=2) == CONTENT) & pairs.inside
            for row, (anchor, places, chosen) in enumerate(zip(at[rows], pairs.words, is_content, strict=True), begin):
                content = places[chosen].tolist() or [int(anchor)]
                acts[row] = _steps(np.log(np.array(chances_at(encoded, int(anchor), content)) + 1e-9))
        yield source.name, {"anchors": _steps(_beside_first(encoded.anchors)), "at": at, "around": around, "acts": acts}


def _beside_first(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits less that of the first answer, without it."""
    return scores[..., 1:] - scores[..., :1]


def _steps(logits: NDArray[np.floating]) -> NDArray[np.int8]:
    return np.rint(np.clip(logits, -MOST, MOST) * STEPS).astype(np.int8)


class SoftLabels:
    """What a teacher said, in the place of the teacher.

    Args:
        path: The file.

    Attributes:
        names: Of the articles that it was asked about.
    """

    def __init__(self, path: Path) -> None:
        stored = np.load(path)
        words, rows = (np.concatenate([[0], np.cumsum(stored[name])]) for name in ("words", "rows"))
        self.names = frozenset(stored["names"].tolist())
        self._of: dict[str, Numbers] = {}
        arrays = {name: stored[name] for name in ("anchors", "at", "around", "acts")}
        for number, name in enumerate(stored["names"].tolist()):
            own, own_rows = slice(words[number], words[number + 1]), slice(rows[number], rows[number + 1])
            others = {key: arrays[key][own_rows] for key in ("at", "around", "acts")}
            self._of[name] = {"anchors": arrays["anchors"][own], **others}

    def sources(self) -> list[Source]:
        """The articles that it was asked about, as they are printed; those that are kept out of training are left out.

        Raises:
            LookupError: An article's text is not there.
        """
        found = {
            source.name: source._replace(plain=True)
            for corpus in CORPUS_NAMES
            for source in CORPORA[corpus]("train")
            if source.name in self.names
        }
        if len(found) < len(self.names):
            raise LookupError(f"the texts of {len(self.names) - len(found)} articles with soft labels are not there")
        return [source for name, source in sorted(found.items()) if not held_out(name)]

    def targets(self, batch: list[Job]) -> list[Targets | None]:
        """What the teacher said of each window; None of an article that is not as it is printed.

        Raises:
            ValueError: An article has other words than those that the teacher was asked about.
        """
        return [self._targets(*job) if job[0].plain else None for job in batch]

    def _targets(self, article: Article, window: Window) -> Targets:
        numbers = self._of[article.name]
        if len(numbers["anchors"]) != len(article.words):
            raise ValueError(
                f"{article.name}: {len(article.words)} words, soft labels of {len(numbers['anchors'])}: make them anew"
            )
        anchors = _logits(numbers["anchors"][window.first : window.last])
        at = numbers["at"]
        inside = (at >= window.first) & (at < window.last)
        around = torch.from_numpy(numbers["around"][inside].astype(np.float32) / STEPS)
        nothing = torch.zeros(*around.shape[:2], 1)
        return Targets(
            tags=None,
            anchors=anchors,
            at=at[inside].astype(np.int64) - window.first,
            roles=torch.cat([nothing, around[..., :-1]], dim=2),
            hedges=around[..., -1],
            acts=torch.from_numpy(numbers["acts"][inside].astype(np.float32) / STEPS),
        )


def _logits(steps: NDArray[np.generic]) -> torch.Tensor:
    """Logits from steps, with those of the first answer, 0, before them."""
    others = torch.from_numpy(steps.astype(np.float32) / STEPS)
    return torch.cat([torch.zeros(len(others), 1), others], dim=1)


def main() -> None:
    """Parse the options, ask, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with config.json and vocab.txt")
    parser.add_argument("--corpora", nargs="+", default=["readings", "more"], choices=CORPUS_NAMES)
    parser.add_argument("--most", type=int, help="articles of each corpus at most, the first ones")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    read = {corpus: [one for one in CORPORA[corpus]("train") if not held_out(one.name)] for corpus in options.corpora}
    sources = [source for found in read.values() for source in found[: options.most]]
    asked = dict(soften(FloatModel(options.encoder, options.weights), options.encoder, sources))
    parts = {key: np.concatenate([numbers[key] for numbers in asked.values()]) for key in ("anchors", "around", "acts")}
    np.savez_compressed(
        options.out,
        names=np.array(list(asked)),
        words=np.array([len(numbers["anchors"]) for numbers in asked.values()], np.int32),
        rows=np.array([len(numbers["at"]) for numbers in asked.values()], np.int32),
        at=np.concatenate([numbers["at"] for numbers in asked.values()]).astype(np.int32),
        **parts,
    )
    print(f"{len(asked)} articles, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
