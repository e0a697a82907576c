"""Parts: reports of one name that give offices which clash, where nobody judged whether they mean one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from onrecord.ask.people.profile import Part
from onrecord.types import Role

_STANDS_IN = frozenset({"acting", "deputy", "ex", "former", "interim"})
"""First words of a title that somebody has before or after another office: such a title tells nobody apart."""

_BEFORE_THE_REST = (" of ", " for ", " at ", " in ", " to ", ",")
"""What parts the head of a title from what it is of: "director | of the water board"."""


def parts_of(
    rows: Sequence[Row[Any]], said: Mapping[str, int], joined: Iterable[Sequence[tuple[str, str]]] = ()
) -> tuple[Part, ...]:
    """Part the reports of one name where the offices that they give clash.

    Two reports are of one part where their titles have a head word in common ("Prime Minister", "minister"), or the
    organisation, or where a chain of others leads from one to the other. A former, acting or deputy office tells nobody
    apart, nor does a role without a title; reports with nothing else are the last part, without an office. What a
    person joined is of one part, whatever its offices.

    Args:
        rows: The entities of the name, with ``document_id``, ``id`` and ``roles``.
        said: How many statements they make in each document.
        joined: Those that were judged to be one, as documents and entities in them.

    Returns:
        The parts, those of most reports first; nothing where the offices do not clash.
    """
    ties: dict[str, set[str]] = {}
    titles: dict[str, list[str]] = {}
    for row in rows:
        known = [role for role in row.roles if _tells_apart(role)]
        of = ties.setdefault(row.document_id, set())
        of.update(tie for role in known for tie in _ties(role))
        titles.setdefault(row.document_id, []).extend(role.title for role in known if role.title)
    ours = {(row.document_id, row.id) for row in rows}
    for number, pairs in enumerate(joined):
        for document, _ in ours.intersection(pairs):
            ties[document].add(f"judged {number}")
    groups = _connected({document: of for document, of in ties.items() if of})
    groups = [group for group in groups if any(titles[document] for document in group)]
    if len(groups) < 2:
        return ()
    parts = [_part(documents, titles, said) for documents in groups]
    parts.sort(key=lambda part: (-len(part.documents), part.office or ""))
    placed = {document for group in groups for document in group}
    rest = [document for document in ties if document not in placed]
    return (*parts, *([_part(rest, titles, said)] if rest else ()))


def _tells_apart(role: Role) -> bool:
    words = (role.title or "").casefold().replace("-", " ").split()
    return bool(words) and not role.former and words[0] not in _STANDS_IN


def _ties(role: Role) -> Iterator[str]:
    title = (role.title or "").casefold()
    head = title
    for word in _BEFORE_THE_REST:
        head = head.split(word, 1)[0]
    yield f"title {head.split()[-1] if head.split() else title}"
    if role.organisation:
        yield f"organisation {role.organisation.casefold()}"


def _connected(ties: Mapping[str, set[str]]) -> list[list[str]]:
    """Group documents that have a tie in common, or are led to each other by a chain of others."""
    having: dict[str, list[str]] = {}
    for document, of in ties.items():
        for tie in of:
            having.setdefault(tie, []).append(document)
    groups: list[list[str]] = []
    grouped: set[str] = set()
    for first in ties:
        if first in grouped:
            continue
        grouped.add(first)
        group = [first]
        for document in group:
            near = {other for tie in ties[document] for other in having.pop(tie, ())} - grouped
            grouped |= near
            group.extend(sorted(near))
        groups.append(group)
    order = {document: place for place, document in enumerate(ties)}
    return [sorted(group, key=order.__getitem__) for group in groups]


def _part(documents: Sequence[str], titles: Mapping[str, Sequence[str]], said: Mapping[str, int]) -> Part:
    offices = Counter(title for document in documents for title in titles[document])
    office = min(offices, key=lambda title: (-offices[title], title)) if offices else None
    return Part(office=office, documents=tuple(documents), statements=sum(said[document] for document in documents))
