"""Placing: cue and source strings of a reading put where they belong, near each other and out of the content.

The readings' labels name strings; where a string occurs more than once ("he" is also in "they") its place was found by
a search, and 8% of the sources in train lie inside another word, in the statement's own content, or beside another
cue. Content is taken as it is: it is long, and so found where it is.
"""

from __future__ import annotations

import re
from itertools import islice, product

Statement = dict[str, list[list[int]]]
Place = tuple[int, int]

REACH = 600
"""Code points from the content in which a cue or source is looked for."""

INSIDE, TAKEN, MOVED = 1000, 500, 15
"""Penalties, in code points, of lying in the own content, of a cue that another statement has, of moving at all."""

MOST = 64
"""Combinations of places that are weighed for one statement."""


def place_statements(text: str, statements: list[Statement]) -> list[Statement]:
    """Place the cues and sources of one article's statements again.

    Args:
        text: The article as it was labelled.
        statements: Its statements; spans in code points.

    Returns:
        The statements in the same order, with other spans for cue and source where those lay wrong.
    """
    taken: set[Place] = set()
    placed = []
    for statement in statements:
        new = _place(text, statement, taken)
        taken.update(map(_pair, new["cue"]))
        placed.append(new)
    return placed


def _place(text: str, statement: Statement, taken: set[Place]) -> Statement:
    content = [_pair(span) for span in statement["content"]]
    if not content or not statement["cue"] + statement["source"]:
        return statement
    low, high = content[0][0] - REACH, content[-1][1] + REACH
    cues = [_candidates(text, _pair(span), low, high) for span in statement["cue"]]
    sources = [_candidates(text, _pair(span), low, high) for span in statement["source"]]
    old = {_pair(span) for role in ("cue", "source") for span in statement[role]}
    best: tuple[float, tuple[Place, ...], tuple[Place, ...]] | None = None
    for cue in islice(product(*cues), MOST):
        cost = sum(_least(place, content) + INSIDE * _inside(place, content) for place in cue)
        cost += TAKEN * sum(place in taken for place in cue)
        for source in islice(product(*sources), MOST):
            near = list(cue) or content
            whole = cost + sum(_least(place, near) + INSIDE * _inside(place, content) for place in source)
            whole += sum(_distance(place, other) == 0 for place in source for other in cue) * INSIDE
            whole += MOVED * sum(place not in old for place in (*cue, *source))
            if best is None or whole < best[0]:
                best = whole, cue, source
    if best is None:
        return statement
    return {**statement, "cue": sorted(map(list, best[1])), "source": sorted(map(list, best[2]))}


def _pair(span: list[int]) -> Place:
    return span[0], span[1]


def _candidates(text: str, span: Place, low: int, high: int) -> list[Place]:
    """Where the span's string stands on whole words near the content; where it stands now if it does nowhere."""
    string = text[span[0] : span[1]]
    before = r"(?<!\w)" if string[:1].isalnum() else ""
    after = r"(?!\w)" if string[-1:].isalnum() else ""
    pattern = re.compile(before + re.escape(string) + after)
    found = [match.span() for match in pattern.finditer(text, max(0, low), max(0, high))]
    if span not in found and (not found or pattern.match(text, span[0])):
        found.append(span)
    middle = (low + high) / 2
    return sorted(found, key=lambda place: abs(place[0] - middle))[:8]


def _distance(left: Place, right: Place) -> int:
    """Code points between two places; 0 where they overlap, 1 where they touch."""
    if left[0] < right[1] and right[0] < left[1]:
        return 0
    return max(left[0] - right[1], right[0] - left[1]) + 1


def _least(place: Place, others: list[Place]) -> int:
    return min(_distance(place, other) for other in others)


def _inside(place: Place, content: list[Place]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in content)
