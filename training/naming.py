"""Fit the head that says what each word names, onto a network that is exported: ``python -m training.naming FOLDER``.

The head reads the states of one layer of the encoder and changes nothing else in the graph, so that what the network
says of statements stays as it is, byte for byte. It is fitted last, whenever the encoder was trained.

Its teacher is spaCy's ``en_core_web_md`` (MIT; a folder, see the README) on the articles of ``training/labels`` and the
readings, and GUM's marked names (genres under CC BY and CC BY-SA, of the news the half that rules are made on).
``--held FILE`` also writes what heads that have not seen a document say of its words: what ``training.kinds`` learns
from. Takes twenty minutes on two busy cores.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from eval.mentions import REPORTED, UNFREE, part_of, read_docs
from eval.mentions_gold import gold_names
from onrecord.encode.model import NAMED, network_digest, network_inputs
from onrecord.encode.word_table import load_words
from onrecord.encode.words import Words, find_words
from onrecord.segment import segment
from onrecord.spans import Span
from training.data import data_folder, read_more, read_readings

OF_SPACY = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "EVENT": "thing",
    "PRODUCT": "thing",
    "WORK_OF_ART": "thing",
    "LAW": "thing",
}
OF_GOLD = {
    "person": "person",
    "organisation": "organisation",
    "state": "place",
    "of a place": "place",
    "of a thing": "thing",
}
WIDTH = 128
"""Of the head's hidden layer; 256 gives the same."""
EPOCHS, BATCH, RATE, DROPOUT = 6, 1024, 3e-3, 0.1
TAUGHT, MARKED = 0.5, 1.5
"""Weight of a word that spaCy labelled, and of one that people did."""
FOLDS = 4
SEED = 1

Labels = NDArray[np.int64]


class Document(NamedTuple):
    """A text with what is needed of it.

    Attributes:
        name: Of the text; GUM's and MEANTIME's are what ``--held`` writes.
        words: Its words.
        states: float32 (words, hidden), what the encoder's layer says of each.
        labels: int64 (words,), numbers of ``NAMED``; None where nobody may learn from it.
        weight: Of a word.
    """

    name: str
    words: Words
    states: NDArray[np.float32]
    labels: Labels | None
    weight: float


class Head(nn.Module):
    """What a word names, from the encoder's state of its first piece."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.inner, self.outer = nn.Linear(hidden, WIDTH), nn.Linear(WIDTH, len(NAMED))
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor) -> Tensor:
        """States float (words, hidden) → logits of ``NAMED``, float (words, classes)."""
        return self.outer(self.drop(F.gelu(self.inner(states))))


class States:
    """The states of one layer of an exported network.

    Args:
        folder: Of the network.
        layer: Which, from 1; a last one's states are of words alone, and no other's.
    """

    def __init__(self, folder: Path, layer: int) -> None:
        graph = onnx.load(folder / "model.onnx")
        self.name = f"layer{layer - 1}.norm2"
        graph.graph.output.append(helper.make_tensor_value_info(self.name, TensorProto.FLOAT, None))
        self.session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
        self.table = load_words()

    def read(self, text: str) -> tuple[Words, NDArray[np.float32]]:
        """The words of a text, and float32 (words, hidden)."""
        article = segment(text)
        words = find_words(article.text, article.paragraphs, article.quotations)
        rows = []
        for given in network_inputs(words, self.table):
            states = self.session.run([self.name], given)[0][0]
            rows.append(states if len(states) == len(given["places"]) else states[given["places"]])
        return words, np.concatenate(rows) if rows else np.zeros((0, 1), np.float32)


def as_labels(words: Words, spans: Sequence[tuple[int, int, str]]) -> Labels:
    """Names with their classes, on words."""
    labels = np.zeros(len(words), np.int64)
    for start, end, what in spans:
        own = words.touching(Span(start, end))
        labels[own.start : own.stop] = NAMED.index(what)
    return labels


def marked(states: States) -> Iterator[Document]:
    """GUM's documents and MEANTIME's; those to learn from have labels."""
    folder = data_folder()
    for doc in read_docs(folder / "gum").docs:
        words, found = states.read(doc.text)
        named, others = gold_names(doc.text, doc.more["entities"])
        spans = [(*span, OF_GOLD[what]) for span, what in others.items()]
        spans += [(*name.spans[0], OF_GOLD[name.kinds[0]]) for name in named]
        free = doc.more["genre"] not in UNFREE and part_of(doc) != REPORTED
        yield Document(doc.doc, words, found, as_labels(words, spans) if free else None, MARKED)
    for line in (folder / "coref" / "meantime_en.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        words, found = states.read(row["text"])
        yield Document(str(row["id"]), words, found, None, MARKED)


def taught(states: States, teacher: Path) -> Iterator[Document]:
    """The articles that spaCy labels."""
    import spacy  # of the training alone, and only of this part of it

    model = spacy.load(teacher, disable=["parser", "lemmatizer", "tagger", "attribute_ruler"])
    for source in chain(read_readings("train"), read_more("train")):
        words, found = states.read(source.text)
        names = model(source.text).ents
        spans = [(one.start_char, one.end_char, OF_SPACY[one.label_]) for one in names if one.label_ in OF_SPACY]
        yield Document(source.name, words, found, as_labels(words, spans), TAUGHT)


def fit(documents: Sequence[Document]) -> Head:
    """Fit a head to the labels of documents."""
    torch.manual_seed(SEED)
    states = torch.from_numpy(np.concatenate([one.states for one in documents]))
    labels = torch.from_numpy(np.concatenate([one.labels for one in documents if one.labels is not None]))
    weights = torch.cat([torch.full((len(one.words),), one.weight) for one in documents])
    centre, spread = states.mean(0), states.std(0) + 1e-3
    head = Head(states.shape[1])
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=1e-2)
    each = -(-len(states) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, EPOCHS * each)
    head.train()
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(states)).split(BATCH):
            logits = head((states[rows] - centre) / spread)
            loss = (F.cross_entropy(logits, labels[rows], reduction="none") * weights[rows]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    with torch.no_grad():  # so that it reads states as they are
        head.inner.weight /= spread
        head.inner.bias -= head.inner.weight @ centre
    return head.eval()


def logits_of(head: Head, document: Document) -> NDArray[np.float32]:
    """What a head says of a document's words, float32 (words, classes)."""
    with torch.inference_mode():
        out: NDArray[np.float32] = head(torch.from_numpy(document.states)).numpy()
    return out


def held_out(documents: Sequence[Document], articles: Sequence[Document]) -> Mapping[str, NDArray[np.generic]]:
    """What heads say that were fitted without a document, as ``onrecord.resolve.naming.Naming`` takes it, by name."""
    known = [document for document in documents if document.labels is not None]
    out: dict[str, NDArray[np.generic]] = {}
    for fold in [*range(FOLDS), None]:
        own = {document.name for document in known[fold::FOLDS]} if fold is not None else set()
        head = fit([*articles, *(document for document in known if document.name not in own)])
        for document in documents:
            if document.name in own or (fold is None and document.labels is None):
                out[f"{document.name} starts"] = document.words.starts
                out[f"{document.name} ends"] = document.words.ends
                out[f"{document.name} logits"] = logits_of(head, document).astype(np.float16)
    return out


def add_head(graph: onnx.ModelProto, head: Head, layer: int) -> None:
    """Lay out the head in a graph, in the place of one that is there; its output is ``names``."""
    whole = graph.graph
    for held in (whole.node, whole.initializer, whole.output):
        for one in [one for one in held if one.name.startswith("names")]:
            held.remove(one)
    weights = {
        "names.inner.weight": head.inner.weight.T,
        "names.inner.bias": head.inner.bias,
        "names.outer.weight": head.outer.weight.T,
        "names.outer.bias": head.outer.bias,
    }
    for name, value in weights.items():
        whole.initializer.append(numpy_helper.from_array(np.ascontiguousarray(value.detach().numpy()), name))
    last = f"layer{layer}.norm2" not in {out for node in whole.node for out in node.output}
    states = f"layer{layer - 1}.norm2"
    add = lambda kind, given, name, **more: whole.node.append(  # noqa: E731
        helper.make_node(kind, given, [name], name=name, **more)
    )
    if not last:  # of the last layer only the words' first pieces are made
        add("Gather", [states, "places"], "names.asked", axis=1)
        states = "names.asked"
    add("Squeeze", [states, "zero"], "names.states")
    add("Gemm", ["names.states", "names.inner.weight", "names.inner.bias"], "names.inner")
    add("Gelu", ["names.inner"], "names.active", domain="com.microsoft")
    add("Gemm", ["names.active", "names.outer.weight", "names.outer.bias"], "names")
    whole.output.append(helper.make_tensor_value_info("names", TensorProto.FLOAT, ["words", len(NAMED)]))


def write(folder: Path, graph: onnx.ModelProto, out: Path) -> None:
    """Write the network with its head, and beside it what else the model is made of."""
    out.mkdir(parents=True, exist_ok=True)
    raw = graph.SerializeToString()
    (out / "model.onnx").write_bytes(raw)
    roles = (folder / "roles.onnx").read_bytes()
    if out != folder:
        shutil.copy(folder / "roles.onnx", out)
    settings: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
    settings["sha256"] = network_digest(load_words().digest, raw, roles)
    (out / "model.json").write_text(json.dumps(settings, indent=1) + "\n", "utf-8")


def main() -> None:
    """Parse the options, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="of an exported, calibrated network")
    parser.add_argument("--layer", type=int, required=True, help="of the encoder, from 1")
    parser.add_argument("--teacher", type=Path, required=True, help="folder of spaCy's model")
    parser.add_argument("--held", type=Path, help="file for what heads say of documents that they have not seen")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    states = States(options.folder, options.layer)
    documents = list(marked(states))
    articles = list(taught(states, options.teacher))
    known = [document for document in documents if document.labels is not None]
    head = fit([*articles, *known])
    graph = onnx.load(options.folder / "model.onnx")
    add_head(graph, head, options.layer)
    write(options.folder, graph, options.out)
    if options.held:
        np.savez_compressed(options.held, **held_out(documents, articles))


if __name__ == "__main__":
    main()
