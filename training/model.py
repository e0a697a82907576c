"""The network: a BERT or MPNet encoder read from safetensors, word features, and the heads.

Devlin et al. 2019 (BERT), Song et al. 2020 (MPNet: relative positions in buckets, as in T5), Dozat and Manning 2017
(biaffine links, here a scaled dot product with distance biases). Written out, not imported, so that it is exported
with fused attention and trains on a CPU's fast attention path.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.encode.words import FEATURES
from onrecord.extract.decode import TAGS

LINK_SIZE = 128
DISTANCES = 20  # 10 buckets of log2 word distance on each side
PARAGRAPHS = 7  # -3 .. 3 paragraphs away


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


class Tagger(nn.Module):
    """The encoder with its heads: a tag for each piece, and a query and a key by which words find their cue."""

    def __init__(self, config: dict, layers: int | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(config, layers or config["num_hidden_layers"], dropout)
        hidden = self.encoder.hidden
        self.drop = nn.Dropout(dropout)
        self.tag = nn.Linear(hidden, len(TAGS))
        self.query, self.key = nn.Linear(hidden, LINK_SIZE), nn.Linear(hidden, LINK_SIZE)
        self.distance_bias = nn.Parameter(torch.zeros(DISTANCES))
        self.paragraph_bias = nn.Parameter(torch.zeros(PARAGRAPHS))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag logits (batch, length, tags), link queries and keys (batch, length, ``LINK_SIZE``)."""
        states = self.drop(self.encoder(ids, features, mask))
        return self.tag(states), self.query(states) / math.sqrt(LINK_SIZE), self.key(states)


def load_pretrained(folder: Path, layers: int | None = None, dropout: float = 0.1) -> Tagger:
    """Build the network and fill its encoder from a folder with ``config.json`` and ``model.safetensors``."""
    config = json.loads((folder / "config.json").read_text())
    tagger = Tagger(config, layers, dropout)
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
    for number in range(len(tagger.encoder.layers)):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{number}.{ours}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
    state = {ours: weights[theirs] for ours, theirs in names.items()}
    if not mpnet:  # every piece is of BERT's first segment
        state["words.weight"] = state["words.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    state["features.weight"] = tagger.encoder.features.weight
    tagger.encoder.load_state_dict(state)
    return tagger
