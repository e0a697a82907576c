"""The network: a BERT or MPNet encoder read from safetensors, word features, and the heads.

Devlin et al. 2019 (BERT), Song et al. 2020 (MPNet: relative positions in buckets, as in T5). ``Roles``, the second
part, is ours. Written out, not imported, so that it is exported with fused attention and trains on a CPU's fast
attention path.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import NamedTuple

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.encode.pairs import DISTANCES, STEPS
from onrecord.encode.words import FEATURES
from onrecord.extract.anchors import ANCHORS
from onrecord.extract.roles import ROLES
from onrecord.types import ACTS

SIZE, LINKS, LINK_SIZE = 64, 8, 16
"""Width of the role scorer; kinds of products of a word with an anchor, and the width of each."""

RARE = -5.0
"""Log-odds that a word hedges before anything is learned: few do."""

TAGS = 1 + 2 * len(ROLES)
"""Outside of any statement, or beginning or going on in one role."""


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(hidden, hidden) for _ in range(4))
        self.norm1 = nn.LayerNorm(hidden, eps=epsilon)
        self.up, self.down = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """States (batch, length, hidden); bias (batch or 1, heads or 1, length, length) added to the scores."""
        attended = self.attend(self.query(states), self.key(states), self.value(states), bias)
        states = self.norm1(states + self.drop(self.out(attended)))
        return self.norm2(states + self.drop(self.down(F.gelu(self.up(states)))))

    def attend(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
        """Multi-head attention; one method of its own so that the export can put the fused operator in its place."""
        batch, length, hidden = query.shape
        split = lambda x: x.view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)  # noqa: E731
        if bias is not None:
            bias = bias.to(query.dtype)
        mixed = F.scaled_dot_product_attention(split(query), split(key), split(value), attn_mask=bias)
        return mixed.transpose(1, 2).reshape(batch, length, hidden)


class Encoder(nn.Module):
    """Word pieces with word features in, one state per piece out."""

    def __init__(self, config: dict, layers: int, dropout: float) -> None:
        super().__init__()
        hidden = config["hidden_size"]
        self.hidden = hidden
        self.relative = config["model_type"] == "mpnet"
        self.padding = config["pad_token_id"]
        self.words = nn.Embedding(config["vocab_size"], hidden)
        self.positions = nn.Embedding(config["max_position_embeddings"], hidden)
        self.features = nn.Embedding(FEATURES + 1, hidden)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(hidden, eps=config["layer_norm_eps"])
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(hidden, config["num_attention_heads"], config["intermediate_size"], config["layer_norm_eps"], dropout)
            for _ in range(layers)
        )
        if self.relative:
            self.buckets = nn.Embedding(config["relative_attention_num_buckets"], config["num_attention_heads"])

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """ids, features int64 (batch, length); mask bool, same shape, true at real pieces → (batch, length, hidden)."""
        first = self.padding + 1 if self.relative else 0  # MPNet counts positions from after the padding's number
        places = torch.arange(ids.shape[1], device=ids.device) + first
        states = self.drop(self.norm(self.words(ids) + self.positions(places) + self.features(features)))
        bias = None if mask is None else torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        if self.relative:
            distance = places[None, :] - places[:, None]
            relative = self.buckets(_relative_bucket(distance)).permute(2, 0, 1)[None]
            bias = relative if bias is None else relative + bias
        for layer in self.layers:
            states = layer(states, bias)
        return states


def _relative_bucket(distance: Tensor, buckets: int = 32, longest: int = 128) -> Tensor:
    """T5's two-sided buckets of relative distance, as MPNet uses them."""
    half = buckets // 2
    size = (-distance).abs()
    exact = half // 2
    far = exact + (torch.log(size.float().clamp(min=1) / exact) / math.log(longest / exact) * (half - exact)).long()
    return torch.where(-distance < 0, half, 0) + torch.where(size < exact, size, far.clamp(max=half - 1))


class Outputs(NamedTuple):
    """What the network's first part says of each word.

    Attributes:
        tags: float (..., tags) log-probabilities: of no statement, or beginning or going on in one role of any.
        anchors: float (..., 3) logits of ``onrecord.extract.anchors.ANCHORS``.
        near, far: float (..., ``SIZE``): what a word brings to the role scores, and what an anchor does.
        queries, keys: float (..., ``LINKS`` · ``LINK_SIZE``): their products say how a word and an anchor go together.
        acts: float (..., acts) logits that an anchor gives its statement's act.
        content_acts: float (..., acts), the same of a word of content; a statement's are its words' mean.
    """

    tags: Tensor
    anchors: Tensor
    near: Tensor
    far: Tensor
    queries: Tensor
    keys: Tensor
    acts: Tensor
    content_acts: Tensor


class Roles(nn.Module):
    """The network's second part: for an anchor, the role of every word around it, and whether it hedges the statement.

    For a pair it adds up what the encoder says of the word (its tag too) and of the anchor, how they go together
    (products, as Dozat and Manning 2017 ask for dependencies), and how far apart they are; two convolutions over the
    words then see a role's neighbours.
    """

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.near, self.far = nn.Linear(hidden, SIZE), nn.Linear(hidden, SIZE)
        self.tags = nn.Linear(TAGS, SIZE)
        self.query, self.key = nn.Linear(hidden, LINKS * LINK_SIZE), nn.Linear(hidden, LINKS * LINK_SIZE)
        self.distance = nn.Parameter(torch.randn(DISTANCES, SIZE) * 0.02)
        self.paragraph, self.sentence, self.between = (nn.Parameter(torch.zeros(STEPS, SIZE)) for _ in range(3))
        self.link = nn.Linear(LINKS, SIZE)
        self.close = nn.Conv1d(SIZE, SIZE, 5, padding=2)
        self.wide = nn.Conv1d(SIZE, SIZE, 5, padding=6, dilation=3)
        self.role = nn.Linear(SIZE, 1 + len(ROLES))
        self.hedge = nn.Linear(SIZE, 1)
        nn.init.zeros_(self.hedge.weight)  # so that the export knows a head that has learned nothing
        nn.init.constant_(self.hedge.bias, RARE)

    def forward(self, near: Tensor, far: Tensor, queries: Tensor, keys: Tensor, buckets: Tensor) -> Tensor:
        """Score roles: float (rows, words, 4) logits, of no role and of ``ROLES``; arguments as of ``with_hedges``."""
        return self.with_hedges(near, far, queries, keys, buckets)[0]

    def with_hedges(
        self, near: Tensor, far: Tensor, queries: Tensor, keys: Tensor, buckets: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score roles and hedges.

        Args:
            near: float (rows, words, size).
            far: float (rows, size).
            queries: float (rows, words, links · link size).
            keys: float (rows, links · link size).
            buckets: int64 (4, rows, words), as of ``onrecord.encode.pairs.Pairs``.

        Returns:
            float (rows, words, 4) logits of no role and of ``ROLES``; float (rows, words) log-odds of hedging.
        """
        products = (queries * keys[:, None]).unflatten(2, (LINKS, LINK_SIZE)).sum(3)
        apart = self.distance[buckets[0]] + self.paragraph[buckets[1]]
        apart = apart + self.sentence[buckets[2]] + self.between[buckets[3]]
        states = F.relu(near + far[:, None] + apart + self.link(products)).transpose(1, 2)
        states = states + F.relu(self.close(states))
        states = states + F.relu(self.wide(states))
        states = states.transpose(1, 2)
        return self.role(states), self.hedge(states)[..., 0]


class Network(nn.Module):
    """The encoder with its heads."""

    def __init__(self, config: dict, layers: int | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(config, layers or config["num_hidden_layers"], dropout)
        hidden = self.encoder.hidden
        self.drop = nn.Dropout(dropout)
        self.tag = nn.Linear(hidden, TAGS)
        self.anchor = nn.Linear(hidden, len(ANCHORS))
        self.roles = Roles(hidden)
        self.act = nn.Linear(hidden, len(ACTS))
        self.content_act = nn.Linear(hidden, len(ACTS), bias=False)

    def heads(self, states: Tensor) -> Outputs:
        """Apply the heads to the encoder's states (..., hidden)."""
        states = self.drop(states.float())
        tags = torch.log_softmax(self.tag(states), dim=-1)
        roles = self.roles
        return Outputs(
            tags,
            self.anchor(states),
            roles.near(states) + roles.tags(tags),
            roles.far(states),
            roles.query(states),
            roles.key(states) / math.sqrt(LINK_SIZE),
            self.act(states),
            self.content_act(states),
        )

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Outputs:
        """Run encoder and heads; arguments as of ``Encoder.forward``."""
        return self.heads(self.encoder(ids, features, mask))


def load_pretrained(folder: Path, layers: int | None = None, dropout: float = 0.1) -> Network:
    """Build the network and fill its encoder from a folder with ``config.json`` and ``model.safetensors``.

    A folder without ``model.safetensors`` (``training.shrink`` made it) gives an encoder that is still to be filled.
    """
    config = json.loads((folder / "config.json").read_text())
    network = Network(config, layers, dropout)
    if not (folder / "model.safetensors").exists():
        return network
    weights = load_file(folder / "model.safetensors")
    mpnet = config["model_type"] == "mpnet"
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    if mpnet:
        names["buckets.weight"] = "encoder.relative_attention_bias.weight"
        parts = {
            "query": "attention.attn.q",
            "key": "attention.attn.k",
            "value": "attention.attn.v",
            "out": "attention.attn.o",
            "norm1": "attention.LayerNorm",
        }
    else:
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
        }
    parts |= {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
    for number in range(len(network.encoder.layers)):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{number}.{ours}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
    state = {ours: weights[theirs] for ours, theirs in names.items()}
    if not mpnet:  # every piece is of BERT's first segment
        state["words.weight"] = state["words.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    state["features.weight"] = network.encoder.features.weight
    network.encoder.load_state_dict(state)
    return network
