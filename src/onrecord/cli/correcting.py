"""``onrecord correct``: people's judgements on the record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.ending import endings
from onrecord.cli.options import Author, Json, Reason, Record
from onrecord.types import ACTS, Act, EntityKind, Verb

if TYPE_CHECKING:
    from onrecord.cli.corrections import Desk

correct = typer.Typer(
    name="correct",
    no_args_is_help=True,
    help="Correct the record: each correction is kept with author, time and reason, can be undone, and outlives a new "
    "reading of the report. `correct ids DOC` prints the ids that the others take; the beginning of one is enough.",
)

EXAMPLES = """\
[bold]Examples[/]

onrecord correct ids report.txt

onrecord correct speaker 3fa2 "Mara Ellison" --reason "the pronoun is hers"

onrecord correct range 3fa2 20 45 --author desk

onrecord correct add report.txt --content "“We were not asked,”" --cue said --speaker "Jon Abara"

onrecord correct undo 9c41
"""

Statement = Annotated[str, typer.Argument(metavar="STATEMENT", help="Id of a statement, or the beginning of it.")]
Statements = Annotated[
    list[str], typer.Argument(metavar="STATEMENT…", help="Ids of statements, or the beginnings of them.")
]
Doc = Annotated[str, typer.Argument(metavar="DOC", help="A report: its id, path, address or title.")]
Pairs = Annotated[list[str], typer.Argument(metavar="DOC NAME DOC NAME…", help="Reports, each with somebody in it.")]
Kind = Annotated[EntityKind, typer.Option("--kind", help="What somebody new is.")]
New = Annotated[bool, typer.Option("--new", help="Enter speakers whom the report does not have.")]


@contextmanager
def _desk(record: str, author: str, reason: str) -> Iterator[Desk]:
    with endings():
        from onrecord.cli.corrections import at_desk

        with at_desk(record, author, reason) as desk:
            yield desk


@correct.command("list")
def list_(
    document: Annotated[str | None, typer.Argument(metavar="[DOC]", help="Only of this report.")] = None,
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="List those that were taken back, too.")] = False,
    json: Json = False,
    record: Record = "onrecord.db",
) -> None:
    """List judgements; those whose statement a new reading does not have are said to stand alone."""
    with endings():
        from onrecord.cli.corrections import print_judgements

        print_judgements(record, document, withdrawn, json)


@correct.command()
def ids(document: Doc, record: Record = "onrecord.db") -> None:
    """List a report's people and statements with the beginnings of their ids."""
    with endings():
        from onrecord.cli.corrections import print_ids

        print_ids(record, document)


@correct.command()
def accept(statements: Statements, author: Author = "", reason: Reason = "", record: Record = "onrecord.db") -> None:
    """Say that statements are right; one that was rejected is back."""
    with _desk(record, author, reason) as desk:
        for wanted in statements:
            desk.statement("accept", wanted)


@correct.command()
def reject(statements: Statements, author: Author = "", reason: Reason = "", record: Record = "onrecord.db") -> None:
    """Say that statements are none: the record shows them no more."""
    with _desk(record, author, reason) as desk:
        for wanted in statements:
            desk.statement("reject", wanted)


@correct.command()
def reviewed(document: Doc, author: Author = "", reason: Reason = "", record: Record = "onrecord.db") -> None:
    """Say that a report was read through: its statements, as they are now, are right and are all there are.

    Such reports can be exported to train on.
    """
    with _desk(record, author, reason) as desk:
        document_id = desk.store.find_document(document).id
        desk.judge("accept", document_id, None, document_id)


@correct.command()
def speaker(
    statement: Statement,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME…]", help="The speakers, by name or id; none where the speaker is not known."),
    ] = None,
    new: New = False,
    kind: Kind = "person",
    author: Author = "",
    reason: Reason = "",
    record: Record = "onrecord.db",
) -> None:
    """Say who made a statement."""
    with _desk(record, author, reason) as desk:
        from onrecord.cli.corrections import change_speaker

        change_speaker(desk, statement, names or [], kind, new)


@correct.command()
def act(
    statement: Statement,
    name: Annotated[Act, typer.Argument(metavar="ACT", help=f"One of {', '.join(ACTS)}.")],
    negated: Annotated[
        bool | None,
        typer.Option(
            "--negated/--not-negated", help="Whether the report says that it was not said.", show_default=False
        ),
    ] = None,
    author: Author = "",
    reason: Reason = "",
    record: Record = "onrecord.db",
) -> None:
    """Say what kind of statement it is."""
    with _desk(record, author, reason) as desk:
        desk.statement("change", statement, {"act": name} | ({} if negated is None else {"negated": negated}))


@correct.command("range")
def range_(
    statement: Statement,
    low: Annotated[str | None, typer.Argument(metavar="[LOW", help="Per cent.")] = None,
    high: Annotated[str | None, typer.Argument(metavar="HIGH]", help="Per cent.")] = None,
    phrase: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The words of a scale that say how sure it is.")
    ] = None,
    none: Annotated[bool, typer.Option("--none", help="It is not hedged.")] = False,
    claim: Annotated[
        str | None, typer.Option(metavar="START-END", help="Which of several claims; `correct ids` prints them.")
    ] = None,
    author: Author = "",
    reason: Reason = "",
    record: Record = "onrecord.db",
) -> None:
    """Say how sure a claim is: from LOW to HIGH per cent, or by the words of a hedge."""
    with _desk(record, author, reason) as desk:
        sure = {name: value for name, value in (("low", low), ("high", high), ("phrase", phrase)) if value is not None}
        where = {} if claim is None else {"claim": _place(claim)}
        desk.statement("change", statement, {"certainty": None if none else sure, **where})


def _place(claim: str) -> list[int]:
    start, _, end = claim.replace("–", "-").partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        raise typer.BadParameter(f"{claim!r} is not START-END", param_hint="--claim")
    return [int(start), int(end)]


@correct.command()
def entity(
    document: Doc,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Somebody in it, by name or id.")],
    to: Annotated[str | None, typer.Option("--name", metavar="NAME", help="The right name.")] = None,
    kind: Annotated[EntityKind | None, typer.Option("--kind", help="The right kind.", show_default=False)] = None,
    named: Annotated[
        bool | None, typer.Option("--named/--not-named", help="Whether that is a proper name.", show_default=False)
    ] = None,
    author: Author = "",
    reason: Reason = "",
    record: Record = "onrecord.db",
) -> None:
    """Give somebody another name or kind."""
    with _desk(record, author, reason) as desk:
        from onrecord.cli.targets import need_entity

        reading = desk.reading(document)
        fields = {"name": to, "kind": kind, "named": named}
        after = {field: value for field, value in fields.items() if value is not None}
        desk.judge("change", need_entity(reading, name).id, after, reading.document.id)


@correct.command()
def merge(
    document: Doc,
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Two or more in it, by name or id.")],
    author: Author = "",
    reason: Reason = "",
    record: Record = "onrecord.db",
) -> None:
    """Say that several in a report are one; the first keeps its name."""
    if len(names) < 2:
        raise typer.BadParameter("name two at least", param_hint="NAME")
    with _desk(record, author, reason) as desk:
        from onrecord.cli.corrections import merge_entities

        merge_entities(desk, document, names)


@correct.command()
def same(pairs: Pairs, author: Author = "", reason: Reason = "", record: Record = "onrecord.db") -> None:
    """Say that somebody in one report is somebody in another."""
    _across("merge", pairs, author, reason, record)


@correct.command("not-same")
def not_same(pairs: Pairs, author: Author = "", reason: Reason = "", record: Record = "onrecord.db") -> None:
    """Say that somebody in one report is not who has that name in another."""
    _across("split", pairs, author, reason, record)


def _across(verb: Verb, pairs: list[str], author: str, reason: str, record: str) -> None:
    if len(pairs) < 4 or len(pairs) % 2:
        raise typer.BadParameter("give two reports at least, each with a name", param_hint="DOC NAME")
    with _desk(record, author, reason) as desk:
        from onrecord.cli.corrections import judge_across

        judge_across(desk, verb, list(zip(pairs[::2], pairs[1::2], strict=True)))


@correct.command()
def split(
    document: Doc,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Somebody in it, by name or id.")],
    statements: Annotated[
        list[str] | None, typer.Option("--statement", metavar="ID", help="A statement that is not theirs. Repeatable.")
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option("--mention", metavar="WORDS", help="Words that mean another, or their place. Repeatable."),
    ] = None,
    to: Annotated[str | None, typer.Option("--name", metavar="NAME", help="The other's name.")] = None,
    kind: Annotated[EntityKind | None, typer.Option("--kind", help="What the other is.", show_default=False)] = None,
    author: Author = "",
    reason: Reason = "",
    record: Record = "onrecord.db",
) -> None:
    """Say that some of what is put down to somebody is another's."""
    with _desk(record, author, reason) as desk:
        from onrecord.cli.corrections import split_entity

        new = {field: value for field, value in (("name", to), ("kind", kind)) if value is not None}
        split_entity(desk, document, name, statements or [], words or [], new)


@correct.command(epilog=EXAMPLES)
def add(
    document: Doc,
    content: Annotated[
        list[str],
        typer.Option("--content", metavar="WORDS", help="What was said, as printed, or START-END. Repeatable."),
    ],
    cue: Annotated[
        list[str] | None, typer.Option("--cue", metavar="WORDS", help="The words that say that it was said.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="WORDS", help="The words that say who said it.")
    ] = None,
    speakers: Annotated[
        list[str] | None, typer.Option("--speaker", metavar="NAME", help="Who said it, by name or id. Repeatable.")
    ] = None,
    name: Annotated[Act, typer.Option("--act", metavar="ACT", help="What kind of statement it is.")] = "assert",
    new: New = False,
    kind: Kind = "person",
    author: Author = "",
    reason: Reason = "",
    record: Record = "onrecord.db",
) -> None:
    """Add a statement that was missed."""
    with _desk(record, author, reason) as desk:
        from onrecord.cli.corrections import add_statement

        words = {"content": content, "cue": cue or [], "source": source or []}
        add_statement(desk, document, words, speakers or [], name, kind, new)


@correct.command()
def undo(
    judgements: Annotated[
        list[str], typer.Argument(metavar="JUDGEMENT…", help="Ids of judgements, or the beginnings of them.")
    ],
    author: Author = "",
    record: Record = "onrecord.db",
) -> None:
    """Take judgements back. They stay in the record as ones that were."""
    with _desk(record, author, "") as desk:
        from onrecord.cli.corrections import undo as take_back

        for wanted in judgements:
            take_back(desk, wanted)
