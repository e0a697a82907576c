"""``onrecord judge``: one part of the judgement on its own, on any text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.ending import FAILED, endings
from onrecord.cli.output import say, write_out
from onrecord.cli.scaled import DEFAULT_SCALE, ScaleName, as_scale
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.cli.texts import Text

judge = typer.Typer(
    name="judge",
    no_args_is_help=True,
    help="Read one kind of thing out of any text, and print it with its places, one JSON line a text.",
)

Places = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE…|-]",
        help='Texts, or .jsonl with {"id", "text", "published"} a line; - (default) is standard input, of either kind.',
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When the texts were published, where a line does not tell: 2024-03-12."),
]

Country = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="Where the texts were published, in ISO 3166: AU makes “$” Australian dollars, not US ones.",
    ),
]

QUANTITIES_EXAMPLES = """\
[bold]Examples[/]

echo "At least 27 of the 40 boats sank." | onrecord judge quantities

onrecord judge quantities articles.jsonl --country AU > quantities.jsonl
"""

TIMES_EXAMPLES = """\
[bold]Examples[/]

echo "He left on Thursday." | onrecord judge times --published 2024-03-12

onrecord judge times articles.jsonl > times.jsonl
"""


CERTAINTY_EXAMPLES = """\
[bold]Examples[/]

echo "A deal is very unlikely, she said." | onrecord judge certainty

onrecord judge certainty articles.jsonl --scale phia > certainty.jsonl
"""


@judge.command(epilog=CERTAINTY_EXAMPLES)
def certainty(places: Places = None, scale: ScaleName = DEFAULT_SCALE) -> None:
    """Find how sure a text's claims are: the words, and what they stand for in per cent on a scale.

    A range belongs to the claim without its “not”. What a scale does not define has none; a chance that the source
    gives in numbers is printed as “stated”.
    """
    from onrecord.judge.certainty import on_scale, read_certainty

    chosen = as_scale(scale)

    def judged(text: Text) -> Iterable[Mapping[str, Any]]:
        for found in read_certainty(text.text):
            hedge = on_scale(found.certainty, chosen)
            yield {
                "span": hedge.span,
                "words": hedge.span.of(text.text),
                "negation": found.negation,
                "phrase": hedge.phrase,
                "scale": hedge.scale,
                "low": hedge.low,
                "high": hedge.high,
                "stated": hedge.stated,
                "whose": found.whose,
                "claim": found.claim,
                "rule": found.rule,
            }

    print_judged(places or ("-",), None, "certainty", judged)


@judge.command(epilog=TIMES_EXAMPLES)
def times(places: Places = None, published: Published = None) -> None:
    """Find what times a text speaks of, as TIMEX3 values and intervals.

    Without a date of publication, what is reckoned from it ("last week") has no value, and a note says so.
    """
    from onrecord.judge.times import read_times

    def judged(text: Text) -> Iterable[Mapping[str, Any]]:
        for found in read_times(text.text, text.published):
            yield {
                "span": found.span,
                "words": found.span.of(text.text),
                "type": found.type,
                "value": found.value,
                "from": found.start,
                "to": found.end,
                "granularity": found.granularity,
                "mod": found.mod,
                "rule": found.rule,
                "note": found.note,
            }

    print_judged(places or ("-",), published, "times", judged)


@judge.command(epilog=QUANTITIES_EXAMPLES)
def quantities(places: Places = None, country: Country = None) -> None:
    """Find how many and how much: numbers with their bound, unit, what they count, change and rate.

    Dates, ordinals, scores, telephone numbers and names with digits are none; an age, and “one” that hardly counts, are
    printed as such.
    """
    from onrecord.judge.quantities import read_quantities

    code = _checked_country(country)

    def judged(text: Text) -> Iterable[Mapping[str, Any]]:
        for found in read_quantities(text.text, country=code):
            quantity = found.record()
            yield {
                "span": found.span,
                "words": found.span.of(text.text),
                "kind": found.kind,
                "low": quantity.low,
                "high": quantity.high,
                "bound": quantity.bound,
                "unit": quantity.unit,
                "of": quantity.of,
                "counted": None if quantity.of is None else quantity.of.of(text.text),
                "change": quantity.change,
                "per": quantity.per,
                "rules": found.rules,
            }

    print_judged(places or ("-",), None, "quantities", judged)


def print_judged(
    places: Sequence[str],
    published: str | None,
    field: str,
    judged: Callable[[Text], Iterable[Mapping[str, Any]]],
) -> None:
    """Judge texts and print a JSON line for each: ``{"id", "published", field: […]}``.

    Args:
        places: Where the texts are.
        published: When they were published, where that is not told with them.
        field: What is read out of them.
        judged: Reads it out of one, each thing with its ``span``.

    Raises:
        typer.BadParameter: ``published`` is no date.
        typer.Exit: A text could not be read, or the output cannot be written.
    """
    from onrecord.cli.texts import read_texts
    from onrecord.show.jsonline import json_line

    failed = False
    with endings():
        for text in read_texts(places, _checked(published)):
            if isinstance(text, InputError):
                failed = True
                say(str(text))
                continue
            line = {"id": text.id, "published": text.published, field: list(judged(text))}
            write_out(json_line(line) + b"\n")
    if failed:
        raise typer.Exit(FAILED)


def _checked_country(country: str | None) -> str | None:
    if country is None or (len(country) == 2 and country.isascii() and country.isalpha()):
        return None if country is None else country.upper()
    raise typer.BadParameter(f"{country!r} is no code of a country in ISO 3166, such as AU", param_hint="--country")


def _checked(published: str | None) -> str | None:
    from onrecord.read.options import check_published

    try:
        return None if published is None else check_published(published)
    except InputError as error:
        raise typer.BadParameter(error.message, param_hint="--published") from error
