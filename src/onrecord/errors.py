"""The exception tree. Every error that onrecord raises on purpose is one of these.

::

    OnrecordError
    ├── InputError                 what was given cannot be read
    │   ├── UnreadableInput        no such file, no permission, binary, undecodable, over the size limit
    │   ├── FetchError             a web address that was refused, failed, timed out or lied about its type
    │   ├── MalformedRow           one row of a JSONL or CSV file
    │   └── NotEnglish             a report in another language: counted, not read
    ├── ModelError                 a model's files are missing, damaged or of another version
    ├── BadQuestion                a question that makes no sense: a date that is none, another question's page
    ├── EmptyQuery                 a question without a word to look for
    ├── MissingExtra               what was asked for needs a package that is not installed
    └── StoreError                 the record's database
        ├── StoreNotFound          there is no database at that place
        ├── NotARecord             the file is no record of onrecord's, or a damaged one
        ├── NewerSchema            it was written by a newer version
        ├── OlderSchema            it was written by an older version, and was opened to be read only
        ├── StoreLocked            another process holds it
        ├── StoreFull              the disk is full
        ├── BadReading             a reading contradicts itself and cannot be stored
        ├── BadJudgement           a person's judgement points at nothing, or says what cannot be
        ├── UnknownJudgement       the record has no such judgement
        ├── UnknownStatement       the record has no such statement, or several that begin so
        ├── UnknownDocument        the record has no such document
        ├── AmbiguousDocument      the record has several such documents
        ├── UnknownPerson          the record has nobody of that name or key
        └── AmbiguousPerson        the record has several of that name

A message says what was got, where, and what to do.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of all errors that onrecord raises on purpose."""


class InputError(OnrecordError):
    """An input cannot be read.

    Args:
        origin: The path, address or row as it was given.
        message: What was got, and what to do.
    """

    def __init__(self, origin: str, message: str) -> None:
        super().__init__(f"{origin}: {message}")
        self.origin = origin
        self.message = message


class UnreadableInput(InputError):
    """No such file, no permission, binary, undecodable, empty or over the size limit."""


class FetchError(InputError):
    """A web address was refused, failed, timed out or is not what it said."""


class MalformedRow(InputError):
    """A row of a JSONL or CSV file cannot be read; the other rows are."""


class NotEnglish(InputError):
    """A report in another language is not read, only counted.

    Args:
        origin: The path or address as it was given.
        language: ISO 639-1 code of the language found.
    """

    def __init__(self, origin: str, language: str) -> None:
        super().__init__(origin, f"is in {language!r}, not English; it was not read")
        self.language = language


class ModelError(OnrecordError):
    """A model's files are missing, damaged or of another version."""


class BadQuestion(OnrecordError):
    """A question that cannot be asked: a date in it is none, or the page that is asked for is another question's."""


class EmptyQuery(OnrecordError):
    """A question without a word to look for."""


class MissingExtra(OnrecordError):
    """What was asked for needs a package that comes with an extra of onrecord and is not installed."""


class StoreError(OnrecordError):
    """Something is wrong with the record's database."""


class StoreNotFound(StoreError):
    """There is no database at that place."""


class NotARecord(StoreError):
    """The file is not a record written by onrecord, or it is damaged."""


class NewerSchema(StoreError):
    """The record was written by a newer version of onrecord."""


class OlderSchema(StoreError):
    """The record was written by an older version of onrecord; only who writes to it may bring it up to date."""


class StoreLocked(StoreError):
    """Another process holds the record."""


class StoreFull(StoreError):
    """The disk that the record is on is full."""


class BadReading(StoreError):
    """A reading contradicts itself: it points at something that is not in it, or holds two things of one id."""


class BadJudgement(StoreError):
    """A judgement points at nothing, or says what cannot be; it was not stored."""


class UnknownJudgement(StoreError):
    """The record has no such judgement, or several that begin so."""


class UnknownStatement(StoreError):
    """The record has no such statement, or several whose ids begin so."""


class UnknownDocument(StoreError):
    """The record has no such document."""


class AmbiguousDocument(StoreError):
    """The record has several documents that fit."""


class UnknownPerson(StoreError):
    """The record has nobody, and nothing, of that name or key."""


class AmbiguousPerson(StoreError):
    """The record has several people, organisations or other sources that fit."""
