"""``onrecord export`` and ``import``: the record carried away, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from onrecord.cli.ending import endings
from onrecord.cli.options import Record
from onrecord.cli.scaled import DEFAULT_SCALE, ScaleName, as_scale

ExportFormat = Literal["jsonl", "parquet", "csv", "annotation", "schema-org", "brat", "training"]

IN_FOLDERS, IN_FILES = ("brat",), ("parquet",)
"""Formats that need a folder, and a file, to go to."""

EXPORT_EXAMPLES = """\
[bold]Examples[/]

onrecord export > record.jsonl

onrecord export --format parquet --out record.parquet

onrecord export --format csv --out ferry.csv "Ferry stays, minister says"

onrecord export --format training --out judged.jsonl
"""

IMPORT_EXAMPLES = """\
[bold]Examples[/]

onrecord import record.jsonl --record copy.db

onrecord import record.parquet archive.jsonl.gz
"""


def export(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[DOC…]", help="Reports, by id, path, address or title; all if none.")
    ] = None,
    form: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            help="jsonl: a record a line, with its judgements; parquet: the same as a table; csv: a row a statement; "
            "annotation: W3C Web Annotations; schema-org: NewsArticle and Quotation in JSON-LD; brat: standoff; "
            "training: reports that were read through, to train on.",
        ),
    ] = "jsonl",
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The file, or for brat the folder; else standard output.")
    ] = None,
    judged_only: Annotated[
        bool, typer.Option("--judged-only", help="Only reports on which there are judgements that hold.")
    ] = False,
    scale: ScaleName = DEFAULT_SCALE,
    record: Record = "onrecord.db",
) -> None:
    """Write what the record holds, with corrections applied, in a format that other programs read.

    jsonl and parquet can be imported again without loss: the readings, the judgements, and what these changed.
    """
    if out is None and form in (*IN_FOLDERS, *IN_FILES):
        raise typer.BadParameter(f"{form} does not go to standard output; name where to", param_hint="--out")
    on = as_scale(scale)
    with endings():
        from onrecord.cli.carrying import Export, export_record

        export_record(Export(record, tuple(documents or ()), form, out, judged_only, on))


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Exports, .jsonl or .parquet; .gz of JSONL. - is JSONL.")
    ],
    record: Record = "onrecord.db",
) -> None:
    """Add what another record exported, or what `onrecord read --json` printed, to the record.

    What is there already is left as it is. Damaged lines are named on standard error and counted, the rest is
    imported, and the exit code is 1.
    """
    with endings():
        from onrecord.cli.carrying import import_files

        failed = import_files(record, files)
    raise typer.Exit(1 if failed else 0)
