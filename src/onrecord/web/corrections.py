"""Corrections: what the forms of an article decide, as judgements of the record; and judgements told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.datastructures import FormData

from onrecord.errors import StoreError
from onrecord.show.wording import act_past
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.types import Judgement, Reading, Statement
from onrecord.web.forms import field
from onrecord.web.problems import Refused

MARKS = {"accept": "accepted", "change": "changed", "add": "added"}


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement as a page shows it.

    Attributes:
        judgement: The judgement.
        told: What it does, in words.
        attached: Whether it is about something in the reading that is shown.
    """

    judgement: Judgement
    told: str
    attached: bool


class Pen:
    """Writes judgements about one document, in one person's name.

    Args:
        store: The record.
        document_id: The document's.
        author: Who decides.
        reason: Why.
    """

    def __init__(self, store: Store, document_id: str, author: str, reason: str) -> None:
        self._store = store
        self._document_id = document_id
        self._author = author
        self._reason = reason

    def judge(self, verb: str, target: str, after: dict[str, Any]) -> Judgement:
        """Decide something; see ``Store.judge``."""
        return self._store.judge(
            verb,  # type: ignore[arg-type]  # one of the verbs: every caller writes it out
            target,
            after,
            document_id=self._document_id,
            author=self._author,
            reason=self._reason,
        )

    def withdraw(self, judgement_id: str) -> Judgement:
        """Take a judgement back; see ``Store.withdraw``."""
        return self._store.withdraw(judgement_id, self._author)

    def redraw(self, statement: Statement, content: Span) -> Judgement:
        """Give a statement other words: the one that is there is rejected, and one with these words added.

        Args:
            statement: As it is.
            content: Where its words are to be.

        Raises:
            BadJudgement: It cannot be; then nothing is decided.
        """
        rejected = self.judge("reject", statement.id, {})
        after = {
            "content": [list(content)],
            "cue": [list(span) for span in statement.cue],
            "source": [list(span) for span in statement.source],
            "speaker_ids": list(statement.speaker_ids),
            "act": statement.act,
            "form": statement.form,
            "negated": statement.negated,
        }
        try:
            return self.judge("add", "", after)
        except StoreError:
            self._store.withdraw(rejected.id, self._author)
            raise


def changes_of(form: FormData, statement: Statement) -> dict[str, Any]:
    """The fields of a statement that a form changes.

    Args:
        form: With speakers, act, form and whether it is said not to have been said.
        statement: As it is.

    Raises:
        Refused: Nothing is changed.
    """
    asked: dict[str, Any] = {}
    if "speakers_given" in form:
        asked["speaker_ids"] = [one for one in form.getlist("speakers") if isinstance(one, str) and one]
        asked["negated"] = field(form, "negated") == "1"
    for name in ("act", "form"):
        if given := field(form, name):
            asked[name] = given
    is_now = {**msgspec.structs.asdict(statement), "speaker_ids": list(statement.speaker_ids)}
    changed = {name: value for name, value in asked.items() if value != is_now[name]}
    if not changed:
        raise Refused(422, "nothing-changed", "nothing is changed: it says that already")
    return changed


def span_of(form: FormData) -> Span:
    """The span that a form gives by two numbers.

    Args:
        form: With start and end.

    Raises:
        Refused: They are none, or no span.
    """
    return _span(field(form, "start"), field(form, "end"))


def _span(*given: str) -> Span:
    if not all(number.isascii() and number.isdigit() and len(number) < 10 for number in given):
        raise Refused(422, "no-span", "select the words in the text, or give where they begin and end", "start")
    start, end = map(int, given)
    if start >= end:
        raise Refused(422, "no-span", f"{start} to {end} holds no words", "end")
    return Span(start, end)


def range_of(form: FormData, *, hedged: bool) -> dict[str, Any]:
    """How sure a claim is.

    Args:
        form: With the claim's place, and per cent or the words of a scale.
        hedged: Whether it is hedged at all; if not, the form's range does not count.

    Raises:
        Refused: There is no range.
    """
    sure = {name: given for name in ("low", "high", "phrase") if (given := field(form, name))}
    if hedged and not sure:
        raise Refused(422, "no-range", "give the range in per cent, or the words of a scale", "low")
    start, _, end = field(form, "claim").partition("-")
    return {"certainty": sure if hedged else None, "claim": list(_span(start, end))}


def added_of(form: FormData) -> dict[str, Any]:
    """The statement that a form draws.

    Args:
        form: With the place of the words, the speaker, act and form.
    """
    speaker = field(form, "speaker")
    after: dict[str, Any] = {"content": [list(span_of(form))], "speaker_ids": [speaker] if speaker else []}
    return after | {name: given for name in ("act", "form") if (given := field(form, name))}


def decisions_of(store: Store, reading: Reading) -> tuple[list[Decision], dict[str, str]]:
    """What was decided about a document and holds, the latest first; and what was done to each statement.

    Args:
        store: The record.
        reading: The document's live reading.
    """
    judgements = store.judgements(document_id=reading.document.id)
    if not judgements:
        return [], {}
    attached = store.attached(reading.document.id)
    decisions = [Decision(one, _told(one, reading), attached.get(one.id) is not None) for one in reversed(judgements)]
    marks = {attached[one.id] or "": MARKS[one.verb] for one in judgements if one.verb in MARKS and attached[one.id]}
    return decisions, marks


def _told(judgement: Judgement, reading: Reading) -> str:
    """What a judgement does: the fields as they are to be, and the words that it is about."""
    after = judgement.after
    names = {entity_id: one.get("name", "") for entity_id, one in (after.get("cast") or {}).items()}
    names |= {entity.id: entity.name for entity in reading.entities if entity.id not in names}
    parts: Sequence[str]
    if judgement.verb in ("merge", "split"):
        others = [names.get(one, one) for one in after.get("entities", ()) if isinstance(one, str)]
        parts = [names.get(judgement.target, judgement.target), *others, *([after["name"]] if "name" in after else [])]
        return " + ".join(parts) if judgement.verb == "merge" else " → ".join(parts)
    shown = {"act", "form", "negated", "outcome", "name", "kind", "named"}
    changed = [
        f"{name} {act_past(value) if name == 'act' else value}" for name, value in after.items() if name in shown
    ]
    if "speaker_ids" in after:
        changed.insert(0, "speaker " + (", ".join(names.get(one, one) for one in after["speaker_ids"]) or "not known"))
    if "certainty" in after:
        changed.append(_sureness(after["certainty"]))
    if judgement.target == reading.document.id:
        return "the whole report, read through"
    words = " … ".join(span.of(reading.document.text) for span in judgement.spans)
    return " · ".join([*(changed if judgement.verb != "add" else changed[:1]), *([f"“{words}”"] if words else [])])


def _sureness(certainty: dict[str, Any] | None) -> str:
    if certainty is None:
        return "not hedged"
    low, high, phrase = (certainty.get(name) for name in ("low", "high", "phrase"))
    return " ".join(["range", *([f"“{phrase}”"] if phrase else []), *([f"{low}–{high}%"] if low or high else [])])
