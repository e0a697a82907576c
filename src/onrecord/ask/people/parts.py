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

_JUDGED = "judged "
"""What a tie that a person made begins with."""

_BEFORE_THE_REST = (" of ", " for ", " at ", " in ", " to ", ",")
"""What parts the head of a title from what it is of: "director | of the water board"."""


def parts_of(
    rows: Sequence[Row[Any]],
    said: Mapping[str, int],
    joined: Iterable[Sequence[tuple[str, str]]] = (),
    split: Iterable[Sequence[tuple[str, str]]] = (),
) -> tuple[Part, ...]:
    """Part the reports of one name where the offices that they give clash, or where a person judged so.

    Two reports are of one part where their titles have a head word in common ("Prime Minister", "minister"), or the
    organisation, or where a chain of others leads from one to the other. A former, acting or deputy office tells nobody
    apart, nor does a role without a title; reports with nothing else are the last part, without an office. What a
    person joined is of one part, whatever its offices. What a person judged not to be the same is never of one part: a
    report that is tied to it goes where it has a tie to one side alone, one that was judged before one of an office;
    reports with ties to several sides, or to none, are a part without them.

    Args:
        rows: The entities of the name, with ``document_id``, ``id`` and ``roles``.
        said: How many statements they make in each document.
        joined: Those that were judged to be one, as documents and entities in them.
        split: Those that were judged not to be the same.

    Returns:
        The parts, those of most reports first; nothing where nobody judged and the offices do not clash.
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
            ties[document].add(f"{_JUDGED}{number}")
    apart = told_apart(rows, split)
    groups = _connected({document: of for document, of in ties.items() if of or document in apart})
    groups = [part for group in groups for part in _divided(group, ties, apart)]
    groups = [group for group in groups if any(titles[document] or document in apart for document in group)]
    if len(groups) < 2:
        return ()
    parts = [_part(documents, titles, said) for documents in groups]
    parts.sort(key=lambda part: (-len(part.documents), part.office or ""))
    placed = {document for group in groups for document in group}
    rest = [document for document in ties if document not in placed]
    return (*parts, *([_part(rest, titles, said)] if rest else ()))


def told_apart(rows: Sequence[Row[Any]], split: Iterable[Sequence[tuple[str, str]]]) -> dict[str, set[str]]:
    """The reports of a name that a person judged not to mean the same as others of it, each with those others.

    Args:
        rows: The entities of the name, with ``document_id`` and ``id``.
        split: As for ``parts_of``.
    """
    ours = {(row.document_id, row.id) for row in rows}
    apart: dict[str, set[str]] = {}
    for pairs in split:
        documents = {document for document, _ in ours.intersection(pairs)}
        if len(documents) > 1:
            for document in documents:
                apart.setdefault(document, set()).update(documents - {document})
    return apart


def _divided(group: list[str], ties: Mapping[str, set[str]], apart: Mapping[str, set[str]]) -> list[list[str]]:
    """Part a group of reports that has some which a person told apart; see ``parts_of``."""
    judged = [document for document in group if not apart.get(document, set()).isdisjoint(group)]
    sides: list[set[str]] = []
    for document in judged:
        near = _near(document, sides, ties)
        fits = [side for side in near if side.isdisjoint(apart[document])]
        if fits:
            fits[0].add(document)
        else:
            sides.append({document})
    whole = [set(side) for side in sides]
    rest = {}
    for document in group:
        if document in judged:
            continue
        near = _near(document, sides, ties)
        if len(near) == 1:
            whole[sides.index(near[0])].add(document)
        else:
            rest[document] = ties[document]
    return [*([document for document in group if document in side] for side in whole), *_connected(rest)]


def _near(document: str, sides: Sequence[set[str]], ties: Mapping[str, set[str]]) -> list[set[str]]:
    """The sides to which a report has a tie: a judged one, else any."""
    judged = {tie for tie in ties[document] if tie.startswith(_JUDGED)}
    for of in (judged, ties[document]):
        near = [side for side in sides if any(not of.isdisjoint(ties[other]) for other in side)]
        if near:
            return near
    return []


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
