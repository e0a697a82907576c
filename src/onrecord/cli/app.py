"""The commands, their options and their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.asking import asking, forecast
from onrecord.cli.correcting import correct
from onrecord.cli.ending import endings
from onrecord.cli.exporting import EXPORT_EXAMPLES, IMPORT_EXAMPLES, export, import_
from onrecord.cli.judge import judge
from onrecord.cli.options import Json, MinConfidence, Record
from onrecord.cli.output import write_out
from onrecord.cli.scaled import DEFAULT_SCALE, ScaleName, as_scale
from onrecord.cli.searching import SEARCH_EXAMPLES, index, search
from onrecord.cli.usage import as_format, as_options
from onrecord.cli.writers import Format

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(judge)
app.add_typer(correct)
app.add_typer(asking)
app.add_typer(forecast)
app.command(epilog=EXPORT_EXAMPLES)(export)
app.command("import", epilog=IMPORT_EXAMPLES)(import_)

Places = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files (.txt, .md, .html, .jsonl, .csv; gzip of these), folders, patterns, web addresses; - is standard "
        "input.",
        show_default=False,
    ),
]
Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="text for people; json: a record a line; csv: a row a statement; brat: standoff; annotation: W3C Web "
        "Annotations, one a line; html: a page that stands alone.  [default: text]",
        show_default=False,
    ),
]
READ_EXAMPLES = """\
[bold]Examples[/]

onrecord read report.txt

onrecord read https://news.example/story --json

onrecord read archive/ --format html > record.html

onrecord read archive/ --jobs 4 --record onrecord.db --format csv > statements.csv

onrecord read articles.jsonl --map text=body --map published=date --json
"""

EXAMPLES = """\
[bold]Examples[/]

onrecord read report.txt

onrecord read archive/ --record onrecord.db --json > archive.jsonl

onrecord search ferry closure --who "Ilse Varga"
"""


@app.callback(invoke_without_command=True, epilog=EXAMPLES)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """Read news reports and keep a record of who said what.

    Everything stays on this machine. Every statement points at the exact words of its report.
    """
    if version:
        from importlib.metadata import version as installed

        with endings():
            write_out(f"onrecord {installed('onrecord')}\n".encode())
        raise typer.Exit


@app.command(epilog=READ_EXAMPLES)
def read(
    places: Places,
    json: Json = False,
    form: Form = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where brat's files go: a .txt and a .ann for each report.")
    ] = None,
    record: Annotated[
        str | None,
        typer.Option(metavar="DB", help="Keep what is read in this record; it is made if it is not there."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the reports were published, in ISO 8601: 2024-03-12.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of the reports.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published the reports.")] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=COLUMN", help="Which column or key of a table holds a field: text=body. Repeatable."
        ),
    ] = None,
    min_confidence: MinConfidence = 0.0,
    jobs: Annotated[int, typer.Option(min=1, help="Number of processes to read in.")] = 1,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of this machine and its network too.")
    ] = False,
    model: Annotated[str, typer.Option(help="The model to read with: accurate, or fast for archives.")] = "accurate",
    scale: ScaleName = DEFAULT_SCALE,
) -> None:
    """Read reports and print who said what.

    Reports come out in the order they were given. Nothing is kept unless --record is given.

    What cannot be read is named on standard error; the rest is read, and the exit code is 1.
    """
    chosen, on = as_format(json, form, out), as_scale(scale)
    options = as_options(published, title, publisher, fields or (), allow_private)
    with endings():
        from onrecord.cli.reading import Request, run

        code = run(Request(tuple(places), options, chosen, out, min_confidence, record, jobs, model, on))
    raise typer.Exit(code)


@app.command()
def show(
    document: Annotated[str, typer.Argument(metavar="DOC", help="Its id or the start of it, its path or address.")],
    json: Json = False,
    form: Form = None,
    record: Record = "onrecord.db",
    min_confidence: MinConfidence = 0.0,
    scale: ScaleName = DEFAULT_SCALE,
) -> None:
    """Print what the record holds of one report."""
    chosen, on = as_format(json, form, None), as_scale(scale)
    with endings():
        from onrecord.cli.looking import show_document

        show_document(record, document, chosen, min_confidence, on)


app.command(epilog=SEARCH_EXAMPLES)(search)
app.command()(index)


@app.command()
def sources(
    json: Json = False,
    record: Record = "onrecord.db",
) -> None:
    """List who is quoted in the record, and how often."""
    with endings():
        from onrecord.cli.looking import print_sources

        print_sources(record, json)


@app.command()
def serve(
    record: Record = "onrecord.db",
    host: Annotated[str, typer.Option(help="The address to listen on. Any but this machine's own needs tokens.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8400,
    token_file: Annotated[
        Path | None,
        typer.Option(
            "--token-file", metavar="FILE", help="Two lines, “read WORD” and “edit WORD”: who has one enters."
        ),
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="NAME", help="Answer for this name of the machine too.")
    ] = None,
    model: Annotated[str, typer.Option(help="The model to read imports with.")] = "accurate",
) -> None:
    """Open the record in a browser, and over REST.

    Everything stays on this machine unless you name another address, which needs a file of tokens.
    """
    with endings():
        from onrecord.cli.serving import serve as run

        run(record, host, port, token_file, name or [], model)
