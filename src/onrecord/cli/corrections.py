"""What ``onrecord correct`` does: each command's judgement, kept and told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from onrecord.cli.judged import SHOWN, Judged
from onrecord.cli.output import say, write_out
from onrecord.cli.people import for_people
from onrecord.cli.targets import find_entity, find_words, need_entity
from onrecord.errors import BadJudgement, UnknownJudgement
from onrecord.ids import identify
from onrecord.show.harmless import one_line
from onrecord.show.jsonline import json_line
from onrecord.show.page import Page, spell_spans
from onrecord.show.wording import OMISSION, count
from onrecord.store import Store, open_store
from onrecord.types import Judgement, Reading, Verb

_LONGEST = 60
"""Characters of a statement's words that are printed beside its id."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody who corrects a record.

    Attributes:
        store: The record.
        author, reason: Of the judgements made here.
    """

    store: Store
    author: str
    reason: str

    def statement(self, verb: Verb, wanted: str, after: dict[str, Any] | None = None) -> None:
        """Judge a statement by its id or the beginning of it, and tell."""
        document_id, target = self.store.find_statement(wanted)
        self.judge(verb, target, after, document_id)

    def judge(self, verb: Verb, target: str, after: dict[str, Any] | None, document_id: str | None) -> None:
        """Keep a judgement, and tell."""
        made = self.store.judge(verb, target, after, document_id=document_id, author=self.author, reason=self.reason)
        self.tell(made)

    def tell(self, judgement: Judgement) -> None:
        """Print a judgement."""
        write_out(for_people(Judged(self.store).paragraphs(judgement)))

    def reading(self, document: str) -> Reading:
        """The live reading of the document that is meant."""
        return self.store.reading(self.store.find_document(document).id)


@contextmanager
def at_desk(record: str, author: str, reason: str) -> Iterator[Desk]:
    """Open a record to correct it.

    Args:
        record: Its file. It is not made.
        author: Who corrects.
        reason: Why.
    """
    if not author.strip():
        raise BadJudgement("nobody is told as the author; give --author NAME")
    with open_store(record) as store:
        yield Desk(store, author, reason)


def print_judgements(record: str, document: str | None, withdrawn: bool, json: bool) -> None:
    """Print judgements in the order in which they were made.

    Args:
        record: The record.
        document: Of which they are to be; None for all.
        withdrawn: Whether to print those that were taken back, too.
        json: Whether to print them as JSON, one a line.
    """
    with open_store(record) as store:
        document_id = None if document is None else store.find_document(document).id
        listed = store.judgements(document_id=document_id, holding=not withdrawn)
        documents = dict.fromkeys(one.document_id for one in listed if one.document_id is not None)
        attached = {key: to for name in documents for key, to in store.attached(name).items()}
        judged = Judged(store)
        for one in listed:
            alone = one.id in attached and attached[one.id] is None
            if json:
                write_out(json_line({**_fields(one), "attached": attached.get(one.id)}) + b"\n")
            else:
                write_out(for_people(judged.paragraphs(one, alone=alone)))
    say(count(len(listed), "judgement"))


def print_ids(record: str, document: str) -> None:
    """Print the statements and entities of a document with the beginnings of their ids.

    Args:
        record: The record.
        document: The document.
    """
    with open_store(record) as store:
        reading = store.reading(store.find_document(document).id)
    page = Page(reading)
    lines = [f"document   {reading.document.id[:SHOWN]}  {one_line(reading.document.origin)}"]
    for entity in reading.entities:
        forms = "".join(f"; {one_line(alias)}" for alias in entity.aliases)
        lines.append(f"{entity.kind:<12} {entity.id[:SHOWN]}  {one_line(entity.name)}{forms}")
    for statement in reading.statements:
        words = one_line(OMISSION.join(page.words(statement.content)))
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        who = ", ".join(one_line(speaker.name) for speaker in page.speakers(statement)) or "not known"
        lines.append(f"{statement.act:<12} {statement.id[:SHOWN]}  {who}: {short}")
        if len(statement.claims) > 1:
            spans = "; ".join(spell_spans((claim.span,)) for claim in statement.claims)
            lines.append(f"{'':<21}  claims at {spans}")
    write_out("".join(f"{line}\n" for line in lines).encode())


def change_speaker(desk: Desk, wanted: str, names: Sequence[str], kind: str, new: bool) -> None:
    """Say who made a statement.

    Args:
        desk: Who judges.
        wanted: The statement.
        names: Of the speakers, as the report has them; none where the speaker is not known.
        kind: Of those whom the report does not have.
        new: Whether such may be entered.
    """
    document_id, target = desk.store.find_statement(wanted)
    reading = desk.store.reading(document_id)
    desk.judge("change", target, _speakers(reading, names, kind, new), document_id)


def add_statement(
    desk: Desk, document: str, words: Mapping[str, Sequence[str]], names: Sequence[str], act: str, kind: str, new: bool
) -> None:
    """Add a statement that was missed.

    Args:
        desk: Who judges.
        document: The document.
        words: Of content, cue and source, as printed or as places.
        names: Of the speakers.
        act: What was done by it.
        kind: Of speakers whom the report does not have.
        new: Whether such may be entered.
    """
    reading = desk.reading(document)
    spans = {name: find_words(reading, printed) for name, printed in words.items()}
    desk.judge("add", "", {**spans, "act": act, **_speakers(reading, names, kind, new)}, reading.document.id)


def merge_entities(desk: Desk, document: str, names: Sequence[str]) -> None:
    """Say that several in a document are one; the first keeps its id."""
    reading = desk.reading(document)
    first, *others = [need_entity(reading, name).id for name in names]
    desk.judge("merge", first, {"entities": others}, reading.document.id)


def judge_across(desk: Desk, verb: Verb, pairs: Sequence[tuple[str, str]]) -> None:
    """Say that somebody in one document is somebody in another, or is not.

    Args:
        desk: Who judges.
        verb: "merge" where they are one, "split" where they are not.
        pairs: A document and a name in it, each.
    """
    readings = [(desk.reading(document), name) for document, name in pairs]
    found = [(reading.document.id, need_entity(reading, name).id) for reading, name in readings]
    desk.judge(verb, "", {"entities": found}, None)


def split_entity(
    desk: Desk, document: str, name: str, statements: Sequence[str], words: Sequence[str], new: dict[str, Any]
) -> None:
    """Say that statements and mentions are somebody else's than the one whose they are.

    Args:
        desk: Who judges.
        document: The document.
        name: Of the one.
        statements: Ids, or beginnings of them.
        words: Of the mentions, as printed or as places.
        new: Name, kind and whether named, of the other.
    """
    reading = desk.reading(document)
    entity = need_entity(reading, name)
    places = find_words(reading, words)
    mentions = [one.id for one in reading.mentions if one.entity_id == entity.id and _is_in(one.span, places)]
    said = [desk.store.find_statement(wanted)[1] for wanted in statements]
    desk.judge("split", entity.id, {"mentions": mentions, "statements": said, **new}, reading.document.id)


def _is_in(span: Any, places: Sequence[Any]) -> bool:
    return any(place.covers(span) for place in places)


def undo(desk: Desk, wanted: str) -> None:
    """Take a judgement back, by its id or the beginning of it.

    Raises:
        UnknownJudgement: None has it, or several begin so.
    """
    found = [one for one in desk.store.judgements(holding=False) if wanted and one.id.startswith(wanted)]
    if len(found) != 1:
        what = "several judgements that begin so" if found else "no such judgement"
        raise UnknownJudgement(f"{desk.store.path}: {wanted!r}: has {what}; `onrecord correct list` prints their ids")
    desk.tell(desk.store.withdraw(found[0].id, desk.author))


def _speakers(reading: Reading, names: Sequence[str], kind: str, new: bool) -> dict[str, Any]:
    ids, cast = [], {}
    for name in names:
        found = find_entity(reading, name)
        if found is None and not new:
            need_entity(reading, name)
        entity_id = identify(reading.document.id, "entity", name) if found is None else found.id
        ids.append(entity_id)
        if found is None:
            cast[entity_id] = {"name": name, "kind": kind, "named": True}
    return {"speaker_ids": ids, "cast": cast}


def _fields(judgement: Judgement) -> dict[str, Any]:
    return {name: getattr(judgement, name) for name in judgement.__struct_fields__}
