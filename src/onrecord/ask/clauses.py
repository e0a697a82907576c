"""Clauses: a question as conditions that the full text index answers, every one of which must hold.

They may let through a statement that does not fit (its month meets the range that is asked for, its day does not);
``exact`` are the conditions on columns that look again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
from sqlalchemy import ColumnElement, and_, exists, func, literal, or_, select, true

from onrecord.ask.hedges import exactly, with_words
from onrecord.ask.identity import Identities
from onrecord.ask.query import Phrase, names_of, phrases_of
from onrecord.ask.question import HEDGED, PLAIN, Question
from onrecord.errors import BadQuestion
from onrecord.ids import identify
from onrecord.store import terms
from onrecord.store.tables import claims, entities, readings, speakers, statements, subjects

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_RANGES = (
    (terms.PUBLISHED, "published_from", "published_to"),
    (terms.SAID, "said_from", "said_to"),
    (terms.ABOUT, "about_from", "about_to"),
)
_NOTHING = "0"
"""A term that no statement has, of a range that ends before it begins."""


class Clause(NamedTuple):
    """One condition: one of the terms, or all of the phrases; or no term of a family.

    Attributes:
        terms: Of ``onrecord.store.terms``.
        phrases: Lemmas side by side in what was said.
        none_of: First letter of the terms that may not be there; then there are no others, and no phrases.
    """

    terms: Sequence[str] = ()
    phrases: Sequence[Phrase] = ()
    none_of: str = ""

    def holds(self, has: frozenset[str], lemmas: str) -> bool:
        """Whether the condition holds of a statement.

        Args:
            has: Its terms.
            lemmas: Its lemmas, with a space between, before and after them.
        """
        if self.none_of:
            return not any(term.startswith(self.none_of) for term in has)
        return not has.isdisjoint(self.terms) or (
            bool(self.phrases) and all(f" {' '.join(phrase)} " in lemmas for phrase in self.phrases)
        )


_WITHOUT = {
    "speaker": Clause(none_of=terms.NAMED),
    "publisher": Clause(none_of=terms.PUBLISHER),
    "date": Clause((terms.UNDATED,)),
}


def clauses_of(
    question: Question, identities: Identities, hedges: Callable[[], Collection[str]] = frozenset
) -> list[Clause]:
    """Take a question apart.

    Args:
        question: What is asked, ``checked``; its words are left out where it asks by meaning.
        identities: Which keys are one person.
        hedges: Gives those of the record, where some are asked for by their words.

    Raises:
        EmptyQuery: There are words without a word to look for.
    """
    found = [Clause(chosen) for chosen in _alternatives(question, identities)]
    if question.certainty is not None and question.certainty not in (HEDGED, PLAIN):
        found.append(Clause(list(_hedges(question.certainty, hedges)) or [_NOTHING]))
    found += [Clause((flag,)) for flag in _flags(question)]
    found += [_WITHOUT[missing] for missing in question.without]
    if question.words.strip() and not question.meaning:
        found += [Clause(phrases=(phrase,)) for phrase in phrases_of(question.words)]
    if question.who is not None:
        found += [Clause((terms.WHO + word,)) for word in names_of(question.who)]
    if question.about is not None:
        said = phrases_of(question.about)
        found += [Clause((terms.WHOM + word,), said) for word in names_of(question.about)]
    return found


def _alternatives(question: Question, identities: Identities) -> Iterator[Sequence[str]]:
    """Lists of terms of each of which a statement must have one."""
    for family, values in ((terms.ACT, question.acts), (terms.FORM, question.forms), (terms.KIND, question.kinds)):
        if values:
            yield [family + (value if value.isalnum() else terms.digest(value)) for value in values]
    if question.person is not None:
        yield [terms.PERSON + digest_of_key(key) for key in identities.members(question.person)]
    if question.publisher is not None:
        yield [terms.PUBLISHER + terms.publisher_digest(question.publisher)]
    if question.document is not None:
        yield [terms.DOCUMENT + terms.digest(question.document)]
    if question.named is not None:
        yield [terms.NAMED + ("yes" if question.named else "no")]
    for family, first, last in _RANGES:
        start, end = getattr(question, first), getattr(question, last)
        if start or end:
            yield terms.range_terms(family, start, end) or [_NOTHING]


def _hedges(certainty: str, hedges: Callable[[], Collection[str]]) -> Iterator[str]:
    """Terms of the hedges that are asked for: one in quotation marks is meant alone, others with all that have it."""
    only = exactly(certainty)
    for phrase in with_words(certainty, hedges()) if only is None else (only,):
        yield terms.CERTAINTY + terms.digest(phrase)


def _flags(question: Question) -> Iterator[str]:
    if question.certainty in (HEDGED, PLAIN):
        yield terms.HEDGED if question.certainty == HEDGED else terms.PLAIN
    for wanted, flag in (
        (not question.headlines, terms.BODY),
        (question.said_only, terms.SAID_FLAG),
        (question.has_number, terms.NUMBER),
        (question.forecasts, terms.FORECAST),
    ):
        if wanted:
            yield flag


def digest_of_key(key: str) -> str:
    """What stands for a person's key in terms and tallies; of what is no key, nothing that any statement has.

    Args:
        key: As ``identity.person_key`` makes it; it may come from anywhere.
    """
    kind, _, rest = key.partition(".")
    if kind == "in":
        document_id, _, entity_id = rest.rpartition(".")
        return identify(document_id, entity_id)
    digest = rest.rpartition(".")[2]
    return digest if digest.isascii() and digest.isalnum() else "0"


def checked(question: Question) -> Question:
    """A question with its dates written out to the day.

    Args:
        question: What is asked.

    Raises:
        BadQuestion: A date is none.
    """
    names = [name for _, *pair in _RANGES for name in pair]
    return msgspec.structs.replace(question, **{name: first_day(name, getattr(question, name)) for name in names})


def first_day(name: str, day: str | None) -> str | None:
    """The day that a date stands for: of a month or a year, the first one. None of none.

    Args:
        name: What the date is of, to name it.
        day: ISO 8601: a day, a month or a year.

    Raises:
        BadQuestion: It is no date.
    """
    if not day:
        return None
    found = _DAY.fullmatch(day)
    try:
        if found is None:
            raise ValueError(day)
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)).isoformat()
    except ValueError as error:
        raise BadQuestion(f"{name} is {day!r}; it must be a day, a month or a year, as 2024-03-12") from error


def written(clauses: Sequence[Clause]) -> str:
    """Write clauses for FTS5. All words are letters and digits, so that in quotation marks they mean themselves.

    Args:
        clauses: At least one.
    """
    return " AND ".join(_written(clause) for clause in clauses)


def _written(clause: Clause) -> str:
    if clause.none_of:  # NOT leaves out of something: of all statements, each of which is hedged or plain
        return f'(terms : ("{terms.HEDGED}" OR "{terms.PLAIN}") NOT terms : ("{clause.none_of}" *))'
    parts = []
    if clause.terms:
        parts.append("terms : (" + " OR ".join(f'"{term}"' for term in clause.terms) + ")")
    if clause.phrases:
        parts.append("lemmas : (" + " AND ".join(f'"{" ".join(phrase)}"' for phrase in clause.phrases) + ")")
    return f"({' OR '.join(parts)})"


def exact(question: Question) -> list[ColumnElement[bool]]:
    """The conditions that look again, on ``statements`` joined with ``readings``.

    Args:
        question: What is asked, ``checked``.
    """
    found = []
    if question.published_from:
        found.append(readings.c.published >= question.published_from)
    if question.published_to:
        found.append(readings.c.published < question.published_to)
    if question.said_from or question.said_to:
        found.append(_meets(statements.c.said_at, question.said_from, question.said_to))
    if question.about_from or question.about_to:
        found.append(_speaks_of(question.about_from, question.about_to))
    if question.who is not None and len(words := names_of(question.who)) > 1:
        said_by = exists().where(
            speakers.c.statement == statements.c.key, speakers.c.entity == entities.c.key, *_all_in_name(words)
        )
        found.append(said_by)
    if question.about is not None and len(words := names_of(question.about)) > 1:
        names = exists().where(
            subjects.c.statement == statements.c.key, subjects.c.entity == entities.c.key, *_all_in_name(words)
        )
        lemmas = literal(" ") + statements.c.lemmas + literal(" ")
        said = (func.instr(lemmas, f" {' '.join(phrase)} ") > 0 for phrase in phrases_of(question.about))
        found.append(or_(names, and_(*said)))
    return found


def _all_in_name(words: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    name = literal(" ") + entities.c.words + literal(" ")
    return (func.instr(name, f" {word} ") > 0 for word in words)


def _meets(time: ColumnElement[str], first: str | None, last: str | None) -> ColumnElement[bool]:
    """Whether a time kept as JSON, of which a side may be open, has a part in a range."""
    start, end = func.json_extract(time, "$.from"), func.json_extract(time, "$.to")
    conditions = [or_(start.is_not(None), end.is_not(None))]
    if first:
        conditions.append(or_(end.is_(None), end > first))
    if last:
        conditions.append(or_(start.is_(None), start < last))
    return and_(*conditions)


def _speaks_of(first: str | None, last: str | None) -> ColumnElement[bool]:
    times = func.json_each(claims.c.times).table_valued("value")
    of_claims = select(literal(1)).select_from(claims.join(times, true()))
    return of_claims.where(claims.c.statement == statements.c.key, _meets(times.c.value, first, last)).exists()
