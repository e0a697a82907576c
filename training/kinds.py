"""Train the classifier of what is named, ``resolve/kinds.json``: a logistic regression over ``kind_features``.

    python -m training.kinds --naming FILE             count, train, write the file
    python -m training.kinds --naming FILE --second    train the second classifier, leave the first as it is
    python -m training.kinds --naming FILE --check     train without some genres, say how right it is there

FILE is what ``training.naming --held`` wrote: the second classifier, which hears the network too, learns from what the
first and the network say of documents that they have not seen. Both learn from GUM's genres under CC BY and CC BY-SA
(of the news the half that the rules were made on) and from MEANTIME; what the words of names lean to is counted over
unlabelled articles (``name_words.py``). Takes some minutes on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval.gum import NEWS
from eval.mentions import REPORTED, UNFREE, part_of, read_docs
from eval.mentions_gold import gold_names
from onrecord.resolve.figure import Figure
from onrecord.resolve.kind_features import NAMES as LOOKED_AT
from onrecord.resolve.kind_features import Features, features
from onrecord.resolve.kinds import CLASSES, FORMAT
from onrecord.resolve.name_words import NameWords
from onrecord.resolve.naming import Naming
from training.data import data_folder
from training.name_words import count, lean, read_figures, small_shares
from training.regression import Fit, as_matrix, fit_weights

OUT = Path(__file__).parents[1] / "src" / "onrecord" / "resolve" / "kinds.json"
OF_MEANTIME = {"ORGANIZATION": "organisation", "PERSON": "person", "LOCATION": "place", "PRODUCT": "thing"}
MEANTIME = "meantime"
MEANTIME_WEIGHT = 0.5
"""Weight of an example of MEANTIME, which marks only what takes part in its events."""
NAMES = 4
"""Names of a figure that count; an example's weight is the square root of their number."""
DOCUMENTS = 3
"""Documents in which a feature has to be met."""
PENALTY = 2.0
"""Of squared weights."""
SCALE, ODDS = 20, 10
"""Weights, and leanings of words, are kept as integers, times these."""
LEAST = 1
"""Weights (times ``SCALE``) all of which are nearer to zero are left out."""
FOLDS, TOGETHER_PENALTY = 5, 5.0
"""Of the second classifier: parts that the first is trained without, and the penalty of squared weights."""
TRUST = {"person": 4, "organisation": 6}
"""What is added to the weight (times ``SCALE``) of the rules' own kind: F1 on genres kept out is the same or a point
better from 0 to 0.6 (times ``SCALE``, 12), and more names are found."""


class Example(NamedTuple):
    """A figure and what it is."""

    doc: str
    genre: str
    found: Features
    label: str
    names: int
    ruled: str | None
    form: str
    seen: list[float] | None


def read_naming(path: Path) -> dict[str, Naming]:
    """What the network says of documents by their names, as ``training.naming`` wrote it."""
    held = np.load(path)
    names = [name.removesuffix(" logits") for name in held.files if name.endswith(" logits")]
    return {
        name: Naming.from_logits(
            held[f"{name} starts"].tolist(), held[f"{name} ends"].tolist(), held[f"{name} logits"].astype(np.float32)
        )
        for name in names
    }


def examples(known: NameWords, naming: Mapping[str, Naming]) -> Iterator[Example]:
    """The figures of the marked texts; those that a marked name only overlaps are left out.

    Args:
        known: What is known of the words of names.
        naming: What the network says of each document.
    """
    folder = data_folder()
    for doc in read_docs(folder / "gum", None).docs:
        named, others = gold_names(doc.text, doc.more["entities"])
        labels = {span: "place" if what == "of a place" else "thing" for span, what in others.items()}
        labels.update((span, name.kinds[0]) for name in named for span in name.spans)
        around = [name.spans[0] for name in named]
        genre = REPORTED if part_of(doc) == REPORTED else str(doc.more["genre"])
        yield from _of_text(doc.doc, genre, doc.text, labels, around, known, naming.get(doc.doc))
    for line in (folder / "coref" / "meantime_en.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        marks = [m for m in row["mentions"] if m["type"] in OF_MEANTIME and m["head_pos"] == "PROPN"]
        yield from _of_meantime(row, marks, known, naming.get(str(row["id"])))


def _of_text(
    doc: str,
    genre: str,
    text: str,
    labels: dict[tuple[int, int], str],
    around: Sequence[tuple[int, int]],
    known: NameWords,
    naming: Naming | None,
) -> Iterator[Example]:
    words, casing, figures = read_figures(text)
    for figure in figures.all:
        tally: Counter[str] = Counter()
        for name in figure.names:
            start, end = name.span.start, name.span.end
            overlaps = any(b < end and start < e for b, e in around)
            tally[labels.get((start, end), "overlaps" if overlaps else "thing")] += 1
        label = tally.most_common(1)[0][0]
        if label != "overlaps":
            found = features(words, casing, figure, known)
            form = figure.names[0].span.of(text)
            yield Example(doc, genre, found, label, len(figure.names), figure.kind, form, _seen(figure, naming))


def _seen(figure: Figure, naming: Naming | None) -> list[float] | None:
    return naming.inputs([name.span for name in figure.names[:LOOKED_AT]]) if naming is not None else None


def _of_meantime(
    row: dict[str, object], marks: Sequence[dict[str, object]], known: NameWords, naming: Naming | None
) -> Iterator[Example]:
    text = str(row["text"])
    words, casing, figures = read_figures(text)
    for figure in figures.all:
        tally: Counter[str] = Counter()
        for name in figure.names:
            for mark in marks:
                start, end = int(str(mark["b"])), int(str(mark["e"]))
                if start <= name.span.start < start + 25 and name.span.end <= end <= name.span.end + 3:
                    tally[OF_MEANTIME[str(mark["type"])]] += 1
        if not tally:
            continue
        label = tally.most_common(1)[0][0]
        if label == "place" and figure.kind == "state":
            label = "state"
        found = features(words, casing, figure, known)
        form, doc = figure.names[0].span.of(text), str(row["id"])
        seen = _seen(figure, naming)
        yield Example(doc, MEANTIME, found, label, len(figure.names), figure.kind, form, seen)


def fit(given: Sequence[Example]) -> dict[str, NDArray[np.int64]]:
    """Fit the regression: feature → weights of ``CLASSES`` times ``SCALE``; without the features that say nothing."""
    names, whole = fit_weights(
        [example.found for example in given],
        [CLASSES.index(example.label) for example in given],
        [example.doc for example in given],
        Fit(len(CLASSES), DOCUMENTS, PENALTY, SCALE),
        _counts(given),
    )
    for kind, more in TRUST.items():
        if f"kind {kind}" in names:
            whole[names.index(f"kind {kind}"), CLASSES.index(kind)] += more
    return {name: row for name, row in zip(names, whole, strict=True) if np.abs(row).max() > LEAST}


def _counts(given: Sequence[Example]) -> NDArray[np.float64]:
    """What each example counts."""
    return np.array([min(NAMES, e.names) ** 0.5 * (MEANTIME_WEIGHT if e.genre == MEANTIME else 1) for e in given])


def sums_of(weights: Mapping[str, NDArray[np.int64]], given: Sequence[Example]) -> NDArray[np.float64]:
    """What the first classifier says of examples, float64 (examples, classes)."""
    names = sorted(weights)
    found = as_matrix([example.found for example in given], names) @ np.array([weights[name] for name in names])
    return np.asarray(found, np.float64) / SCALE


def fit_together(given: Sequence[Example]) -> NDArray[np.int64]:
    """Fit the second classifier, to what the first says of documents that it has not seen: weights times ``SCALE``."""
    docs = sorted({example.doc for example in given})
    rows: list[dict[str, float]] = []
    read: list[Example] = []
    for fold in range(FOLDS):
        own = set(docs[fold::FOLDS])
        weights = fit([example for example in given if example.doc not in own])
        rest = [example for example in given if example.doc in own and example.seen is not None]
        rows.extend(_inputs(one, sums) for one, sums in zip(rest, sums_of(weights, rest), strict=True))
        read.extend(rest)
    names, whole = fit_weights(
        rows,
        [CLASSES.index(example.label) for example in read],
        [example.doc for example in read],
        Fit(len(CLASSES), 1, TOGETHER_PENALTY, SCALE),
        _counts(read),
    )
    assert names == sorted(rows[0])
    return whole


def _inputs(example: Example, sums: NDArray[np.float64]) -> dict[str, float]:
    """The second classifier's inputs, by names that sort as ``Classifier.together`` has its rows."""
    given = [*(sums - sums.mean()).tolist(), *(example.seen or ()), 1.0]
    return {f"{number:02}": value for number, value in enumerate(given)}


def check(given: Sequence[Example], show: bool) -> None:
    """Train without each of two parts, and print how right it is there; names count, not figures."""
    free = [example for example in given if example.genre not in UNFREE and example.genre != REPORTED]
    for part in ({NEWS}, {"bio", "interview", "academic", "speech", "textbook"}):
        known = [example for example in free if example.genre not in part]
        rest = [example for example in free if example.genre in part]
        scores = sums_of(fit(known), rest)
        _tell(part, rest, scores, show=False)
        together = fit_together(known) / SCALE
        for number, example in enumerate(rest):
            if example.seen is not None:
                scores[number] = np.array([*_inputs(example, scores[number]).values()]) @ together
        print("with the network, ", end="")
        _tell(part, rest, scores, show)


def _tell(part: set[str], rest: Sequence[Example], scores: NDArray[np.float64], show: bool) -> None:
    """Print how right the likeliest classes are; ``show``: what is wrong, too."""
    tally: Counter[tuple[str, str]] = Counter()
    for example, best in zip(rest, scores.argmax(axis=1).tolist(), strict=True):
        tally[example.label, CLASSES[best]] += example.names
        if show and example.label != CLASSES[best]:
            print(f"  {example.label} as {CLASSES[best]}: {example.names} {example.form}")
    _print(part, tally)


def _print(part: set[str], tally: Counter[tuple[str, str]]) -> None:
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (label, best), n in tally.items():
        gold[label] += n
        found[best] += n
        right[label] += n * (label == best)
    actors = CLASSES[:3]
    total = 2 * sum(right[k] for k in actors) / (sum(gold[k] for k in actors) + sum(found[k] for k in actors))
    each = "  ".join(f"{k} {right[k] / max(1, found[k]):.2f}/{right[k] / max(1, gold[k]):.2f}" for k in CLASSES)
    print(f"{', '.join(sorted(part))}: F1 {total:.3f}  {each}")


def write(
    known: NameWords, weights: dict[str, NDArray[np.int64]], together: NDArray[np.int64], number: int, path: Path
) -> None:
    """Write the classifier's file: a feature a line, and a line of words that are the same to it."""
    held = {
        "format": FORMAT,
        "card": {
            "what": "Logistic regression: features of a figure to what it is; what the words of names lean to; and a "
            "second one over the first and what the network says.",
            "data": "GUM's genres under CC BY and CC BY-SA without half of the news, MEANTIME; words counted over "
            "unlabelled articles (abp, PolNeAR train). No text is in this file.",
            "examples": number,
            "made_by": "python -m training.kinds --naming FILE",
            "licence": "Apache-2.0",
        },
        "scale": SCALE,
        "odds": ODDS,
        "small": _together({low: str(round(10 * share)) for low, share in known.small.items()}),
        "leaning": {
            place: _together({low: " ".join(str(round(ODDS * one)) for one in row) for low, row in table.items()})
            for place, table in known.leaning.items()
        },
        "together": _rows(together),
        "weights": {name: " ".join(map(str, row.tolist())) for name, row in weights.items()},
    }
    path.write_text(json.dumps(held, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", "utf-8")


def _rows(weights: NDArray[np.int64]) -> list[str]:
    return [" ".join(map(str, row)) for row in weights.tolist()]


def _together(of: Mapping[str, str]) -> dict[str, str]:
    """What is told of words → the words of which it is told."""
    words: dict[str, list[str]] = {}
    for low, told in of.items():
        words.setdefault(told, []).append(low)
    return {told: " ".join(lows) for told, lows in sorted(words.items())}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--naming", type=Path, required=True, help="what training.naming --held wrote")
    parser.add_argument("--second", action="store_true", help="train the second classifier alone")
    parser.add_argument("--check", action="store_true", help="measure on genres kept out instead of writing")
    parser.add_argument("--show", action="store_true", help="with --check: print what is wrong")
    options = parser.parse_args()
    counts = count()
    known = NameWords(lean(counts), small_shares(counts))
    given = list(examples(known, read_naming(options.naming)))
    if options.check:
        check(given, options.show)
        return
    free = [example for example in given if example.genre not in UNFREE and example.genre != REPORTED]
    together = fit_together(free)
    if options.second:
        held = json.loads(OUT.read_text("utf-8")) | {"together": _rows(together)}
        OUT.write_text(json.dumps(held, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", "utf-8")
    else:
        write(known, fit(free), together, len(free), OUT)


if __name__ == "__main__":
    main()
