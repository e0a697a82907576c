"""Judged: judgements laid out for people: what was changed, from what to what, about which words, by whom and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.errors import UnknownDocument
from onrecord.show.harmless import one_line
from onrecord.show.layout import Paragraph, Piece
from onrecord.show.wording import OMISSION, act_past
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.store.judgements.judge import Kept
from onrecord.titles import called
from onrecord.types import Judgement

SHOWN = 8
"""Digits of an id that are printed; the commands take the beginning of one."""

_HANG = SHOWN + 2
_LONGEST = 160
"""Characters of a statement's words that are printed."""

_FIELDS = {
    "speaker_ids": "speaker",
    "act": "act",
    "form": "form",
    "negated": "reported as not said",
    "cue": "words of saying",
    "source": "words of the source",
    "certainty": "certainty",
    "outcome": "what came of it",
    "name": "name",
    "kind": "kind",
    "named": "named",
}
"""Fields that a judgement changes, in the order in which they are told."""


class Judged:
    """Judgements of a record, in words.

    Args:
        store: The record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[str, Kept | None] = {}

    def paragraphs(self, judgement: Judgement, *, alone: bool = False) -> Iterator[Paragraph]:
        """Lay a judgement out.

        Args:
            judgement: The judgement.
            alone: Whether no statement of the reading that is shown fits it.
        """
        kept = self._of(judgement.document_id)
        told = _Told(judgement, kept)
        if judgement.document_id is None:
            same, sign = ("not the same", " ≠ ") if judgement.verb == "split" else ("the same", " = ")
            what = f"{same}: {sign.join(map(self._across, judgement.after.get('entities', ())))}"
        else:
            what = told.what()
        yield Paragraph((Piece(what, "words"),), 0, _HANG, Piece(f"{judgement.id[:SHOWN]}  ", "faint"))
        if kept is not None:
            document = kept.reading.document
            facts = dict.fromkeys((called(document, kept.reading.blocks), document.origin))
            yield Paragraph((Piece(f"in {' · '.join(map(one_line, facts))}", "faint"),), _HANG, _HANG)
        why = f" · because {judgement.reason}" if judgement.reason else ""
        by = f"{judgement.author}, {judgement.at[:19].replace('T', ' ')} UTC{why}"
        yield Paragraph((Piece(one_line(by), "name"),), _HANG, _HANG)
        if judgement.withdrawn is not None:
            back = f"taken back by {judgement.withdrawn_by}, {judgement.withdrawn[:19].replace('T', ' ')} UTC"
            yield Paragraph((Piece(one_line(back), "mark"),), _HANG, _HANG)
        elif alone:
            yield Paragraph((Piece("stands alone: nothing in the latest reading fits it", "mark"),), _HANG, _HANG)

    def _of(self, document_id: str | None) -> Kept | None:
        """The document of a judgement; None of several, and where the record has only judgements about it."""
        if document_id is None:
            return None
        if document_id not in self._kept:
            try:
                self._kept[document_id] = self._store.kept(document_id)
            except UnknownDocument:
                self._kept[document_id] = None
        return self._kept[document_id]

    def _across(self, pair: Any) -> str:
        document_id, entity_id = pair
        kept = self._of(document_id)
        if kept is None:
            return f"{entity_id[:SHOWN]} in {document_id[:SHOWN]}"
        return one_line(f"{_names(kept).get(entity_id, entity_id[:SHOWN])} in {kept.reading.document.origin}")


class _Told:
    """One judgement about one document, in words."""

    def __init__(self, judgement: Judgement, kept: Kept | None) -> None:
        self._one = judgement
        self._text = "" if kept is None else kept.reading.document.text
        self._kept = kept
        cast = judgement.after.get("cast") or {}
        self._names = ({} if kept is None else _names(kept)) | {key: who.get("name", "") for key, who in cast.items()}

    def what(self) -> str:
        """What was decided."""
        one, after = self._one, self._one.after
        if one.target == one.document_id:
            return "the whole report, read through"
        if one.verb == "merge":
            return f"the same: {' = '.join(map(self._name, (one.target, *after.get('entities', ()))))}"
        if one.verb == "split":
            return f"not {self._name(one.target)} but {self._other()}: {self._parts()}"
        if one.verb == "add":
            whose = f"{self._speakers(after.get('speaker_ids'))}, {act_past(after.get('act', 'assert'))}"
            return f"added: {whose}: {self._quoted(one.spans or after.get('content') or ())}"
        whose = self._quoted(one.spans) if one.spans else self._name(one.target)
        if one.verb == "change":
            return f"{'; '.join(self._changes())}: {whose}"
        return f"{one.verb}ed: {whose}"

    def _changes(self) -> Iterator[str]:
        for field, name in _FIELDS.items():
            if field in self._one.after:
                before, after = (self._value(field, values) for values in (self._one.before, self._one.after))
                yield f"{name} {before} → {after}" if before else f"{name} → {after}"
        if evidence := self._one.after.get("evidence"):
            yield f"evidence {one_line(evidence)}"

    def _value(self, field: str, values: Mapping[str, Any]) -> str:
        """A field's value in words; empty where it is not told."""
        value = values.get(field)
        if field not in values:
            return ""
        if field == "speaker_ids":
            return self._speakers(value)
        if field == "certainty":
            return _sureness(value)
        if field == "act":
            return act_past(value)
        if field in ("cue", "source"):
            return self._quoted(value) if value else "none"
        return {True: "yes", False: "no", None: "none"}.get(value) or one_line(str(value))

    def _speakers(self, ids: Iterable[str] | None) -> str:
        return ", ".join(map(self._name, ids or ())) or "not known"

    def _name(self, entity_id: str) -> str:
        return one_line(self._names.get(entity_id) or entity_id[:SHOWN])

    def _other(self) -> str:
        after = self._one.after
        return one_line(after.get("name") or self._names.get(after.get("entity", "")) or "somebody else")

    def _parts(self) -> str:
        """The statements and mentions that are somebody else's."""
        after = self._one.after
        said = [self._quoted(spans) for spans in (after.get("contents") or {}).values()]
        mentions = set(after.get("mentions") or ())
        known = () if self._kept is None else self._kept.base.mentions
        return "; ".join([*said, *(self._quoted([one.span]) for one in known if one.id in mentions)])

    def _quoted(self, spans: Iterable[Any]) -> str:
        """Words of the report; where they stand, of one that the record does not have."""
        places = [Span(*span) for span in spans]
        words = one_line(OMISSION.join(place.of(self._text) for place in places))
        if not words:
            return ", ".join(f"{start}–{end}" for start, end in places)
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        return words if words[0] in "“\"'‘" else f"“{words}”"


def _names(kept: Kept) -> dict[str, str]:
    """Names by id: as they were read, over those that were entered by hand."""
    return {one.id: one.name for reading in (kept.reading, kept.base) for one in reading.entities}


def _sureness(certainty: Mapping[str, Any] | None) -> str:
    if certainty is None:
        return "not hedged"
    low, high, phrase = (certainty.get(name) for name in ("low", "high", "phrase"))
    parts = [f"“{one_line(phrase)}”"] if phrase else []
    parts += [f"{low}–{high}%"] if low is not None or high is not None else []
    return " ".join(parts) or "hedged"
