"""Options and arguments that several commands take, and the question that they ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

if TYPE_CHECKING:
    from onrecord.ask import Question

DATE = "DATE"


def as_day(given: str | None) -> str | None:
    """Check a date that an option gives; it stays as it was typed.

    Args:
        given: As typed; None where the option is not given.

    Raises:
        typer.BadParameter: It is none.
    """
    if given is not None:
        from onrecord.ask.clauses import first_day
        from onrecord.errors import BadQuestion

        try:
            first_day("date", given)
        except BadQuestion as error:
            told = f"{given!r} is no date; give a day, a month or a year, such as 2024-03-12, 2024-03 or 2024"
            raise typer.BadParameter(told) from error
    return given


Record = Annotated[str, typer.Option("--record", metavar="DB", envvar="ONRECORD_DB", help="The record.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Limit = Annotated[int, typer.Option(min=1, help="Print this many at most.")]
MinConfidence = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Leave out statements that the software is less sure of than this.")
]

Words = Annotated[
    list[str] | None, typer.Argument(metavar="WORDS", help="Words of the statements.", show_default=False)
]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Only what this speaker said.")]
About = Annotated[str | None, typer.Option(metavar="NAME", help="Only statements that name this.")]
Without = Annotated[
    list[str] | None,
    typer.Option(metavar="WHAT", help="Only where this is not known: speaker, publisher, date. Repeatable."),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Only reports of this publisher.")]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar=DATE,
        callback=as_day,
        help="Only reports published from then on: a day, a month or a year, as 2024-03-12.",
    ),
]
To = Annotated[
    str | None, typer.Option("--to", metavar=DATE, callback=as_day, help="Only reports published before then.")
]

Author = Annotated[str, typer.Option("--author", metavar="NAME", envvar="USER", help="Who judges.", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, in your own words.")]


def question_of(
    words: list[str] | None,
    who: str | None,
    about: str | None,
    publisher: str | None,
    first: str | None,
    last: str | None,
    limit: int = 50,
    without: list[str] | None = None,
) -> Question:
    """The question that the options ask which several commands on statements take.

    Raises:
        typer.BadParameter: What is said not to be known is none of what can be.
    """
    from onrecord.ask import Question
    from onrecord.ask.question import Missing

    return Question(
        words=" ".join(words or ()),
        who=who,
        about=about,
        publisher=publisher,
        published_from=first,
        published_to=last,
        limit=limit,
        without=known(without, Missing, "--without"),
    )


def known(values: Sequence[str] | None, kind: Any, option: str) -> tuple[Any, ...]:
    """Values of an option, each of which must be one of a type's.

    Args:
        values: As given.
        kind: A ``Literal``.
        option: What it is called.

    Raises:
        typer.BadParameter: One is not.
    """
    for value in values or ():
        if value not in get_args(kind):
            raise typer.BadParameter(f"{value!r} is none; choose {', '.join(get_args(kind))}", param_hint=option)
    return tuple(values or ())
