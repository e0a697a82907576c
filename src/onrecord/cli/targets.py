"""Targets: what a person means by what they type: somebody in a report, or words of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.errors import BadJudgement
from onrecord.spans import Span
from onrecord.store.words import tokens
from onrecord.types import Entity, Reading, Spans

_PLACES = re.compile(r"([0-9]+)[-–]([0-9]+)")
_LEAST_ID = 4
"""Characters from which the beginning of an id is taken for one."""


def find_entity(reading: Reading, wanted: str) -> Entity | None:
    """Find somebody in a report.

    Args:
        reading: Of the report.
        wanted: A name, another form of it, or a part, whatever its capitals and accents; or the beginning of an id.

    Returns:
        None where nobody is called so.

    Raises:
        BadJudgement: Several are.
    """
    words = tokens(wanted)
    by_id = [one for one in reading.entities if len(wanted) >= _LEAST_ID and one.id.startswith(wanted)]
    by_name = [one for one in reading.entities if words and tokens(one.name) == words]
    by_form = [one for one in reading.entities if words and words in map(tokens, one.aliases)]
    by_part = [
        one for one in reading.entities if words and set(words) <= set(tokens(" ".join((one.name, *one.aliases))))
    ]
    found = by_id or by_name or by_form or by_part
    if len(found) > 1:
        listed = "".join(f"\n  {one.id}  {one.name} ({one.kind})" for one in found)
        raise BadJudgement(f"{reading.document.origin}: {wanted!r} fits several; give the id of one:{listed}")
    return found[0] if found else None


def need_entity(reading: Reading, wanted: str) -> Entity:
    """The same, where somebody must be there.

    Raises:
        BadJudgement: Nobody is called so, or several are.
    """
    found = find_entity(reading, wanted)
    if found is None:
        raise BadJudgement(
            f"{reading.document.origin}: has nobody called {wanted!r}; `onrecord correct ids` lists who is there"
        )
    return found


def find_words(reading: Reading, wanted: Sequence[str]) -> Spans:
    """Find where words of a report stand.

    Args:
        reading: Of the report.
        wanted: The words as printed, or their place, such as "120-164".

    Raises:
        BadJudgement: They are not there, or in several places.
    """
    return tuple(_place(reading, words) for words in wanted)


def _place(reading: Reading, words: str) -> Span:
    place = _PLACES.fullmatch(words)
    if place:
        return Span(int(place[1]), int(place[2]))
    text, origin = reading.document.text, reading.document.origin
    start = text.find(words) if words else -1
    if start < 0:
        raise BadJudgement(f"{origin}: the words {words!r} do not stand in it; give them as printed, or as START-END")
    again = text.find(words, start + 1)
    if again >= 0:
        raise BadJudgement(
            f"{origin}: the words {words!r} stand at {start} and at {again}; give more of them, or START-END"
        )
    return Span(start, start + len(words))
