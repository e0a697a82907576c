"""onrecord: who said what, on what authority, how surely, and who disputes it.

``read`` a report, ``read_many``, or ``read_text``; each gives a ``Reading``, whose statements point by spans at the
exact words of its document. ``record_json`` writes it as ``onrecord read --json`` prints it. The command line is in
``onrecord.cli``.
"""

from onrecord.api import read, read_many, read_text, record_json
from onrecord.errors import InputError, OnrecordError
from onrecord.spans import Span
from onrecord.types import Document, Entity, Reading, Statement

__all__ = [
    "Document",
    "Entity",
    "InputError",
    "OnrecordError",
    "Reading",
    "Span",
    "Statement",
    "read",
    "read_many",
    "read_text",
    "record_json",
]
