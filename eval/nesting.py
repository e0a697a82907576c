"""Nesting: statements inside another's content ("X said that Y had denied Z"), scored apart.

- nested/content, nested/who said what: of the gold's nested statements, how many are found.
- nested/parent: F1 of the links from a nested statement to the one that it stands in. A link is right when both its
  ends are matched, by content, to the ends of a gold link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.matching import Paired, precision_recall, share
from eval.task import Metrics, Statement, Tallies, spans_of


def is_nested(gold: Statement) -> bool:
    """Whether a gold statement stands inside another's content: readings say so, the styles name the parent."""
    return bool(gold.get("nested")) or gold.get("parent") is not None


def gold_parents(golds: Sequence[Statement]) -> dict[int, int]:
    """Place of a nested gold statement → place of the one with the shortest content around its own.

    Readings mark what is nested but not in what; the styles' parents are by the same rule. A nested statement that no
    other holds is left out.
    """
    contents = [spans_of(s) for s in golds]
    parents = {}
    for inner in (j for j, s in enumerate(golds) if is_nested(s)):
        holders = [j for j in range(len(golds)) if j != inner and _holds(contents[j], contents[inner])]
        if holders:
            parents[inner] = min(holders, key=lambda j: sum(end - start for start, end in contents[j]))
    return parents


def _holds(outer: Sequence[tuple[int, int]], inner: Sequence[tuple[int, int]]) -> bool:
    return all(any(low <= start and end <= high for low, high in outer) for start, end in inner)


def pred_parents(preds: Sequence[Statement]) -> dict[int, int]:
    """Place of a record's statement → place of its ``parent``."""
    places = {s["id"]: i for i, s in enumerate(preds) if "id" in s}
    return {i: places[s["parent"]] for i, s in enumerate(preds) if s.get("parent") in places}


def tally_nesting(tallies: Tallies, paired: Paired) -> None:
    """Count a document's nested statements and the links to their parents."""
    nested = [j for j, s in enumerate(paired.golds) if is_nested(s)]
    want, have = gold_parents(paired.golds), pred_parents(paired.preds)
    tallies["nested/gold"] += len(nested)
    tallies["nested/content"] += sum(j in paired.content for j in nested)
    tallies["nested/wsw"] += sum(j in paired.wsw for j in nested)
    tallies["nested/links/gold"] += len(want)
    tallies["nested/links/pred"] += len(have)
    tallies["nested/links/right"] += sum(_same_link(paired.content, have, *link) for link in want.items())


def _same_link(matched: Mapping[int, int], have: Mapping[int, int], inner: int, outer: int) -> bool:
    return inner in matched and outer in matched and have.get(matched[inner]) == matched[outer]


def nesting_metrics(n: Tallies) -> Metrics:
    """The numbers of nested statements."""
    right = n["nested/links/right"]
    return {
        "nested/content": share(n["nested/content"], n["nested/gold"]),
        "nested/who said what": share(n["nested/wsw"], n["nested/gold"]),
        "nested/parent": precision_recall(right, n["nested/links/pred"], right, n["nested/links/gold"]),
    }
