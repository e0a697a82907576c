"""Options that need more than a type."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.cli.writers import Format
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.read import ReadOptions

HINTS = {"published": "--published", "fields": "--map"}
"""The option that each of ``ReadOptions``' own checks is about."""


def as_options(
    published: str | None, title: str | None, publisher: str | None, fields: Iterable[str], allow_private: bool
) -> ReadOptions:
    """Put together how reports are read.

    Args:
        published: As given.
        title: As given.
        publisher: As given.
        fields: "FIELD=COLUMN" each.
        allow_private: As given.

    Raises:
        typer.BadParameter: The date or a field is wrong.
    """
    from onrecord.read import ReadOptions

    pairs = [pair.partition("=") for pair in fields]
    for field, sign, column in pairs:
        if not (field and sign and column):
            raise typer.BadParameter(f"{field + sign!r} is not FIELD=COLUMN, such as text=body", param_hint="--map")
    try:
        return ReadOptions(
            published=published,
            title=title,
            publisher=publisher,
            fields={field: column for field, _, column in pairs},
            allow_private=allow_private,
        )
    except InputError as error:
        raise typer.BadParameter(error.message, param_hint=HINTS[error.origin]) from error


def as_format(json: bool, form: Format | None, out: Path | None) -> Format:
    """Choose the format.

    Args:
        json: Whether --json was given.
        form: What was given as --format.
        out: What was given as --out.

    Raises:
        typer.BadParameter: The options contradict each other.
    """
    if json and form not in {None, "json"}:
        raise typer.BadParameter(f"--json and --format {form} exclude each other; give one of them")
    chosen: Format = "json" if json else form or "text"
    if out is not None and chosen != "brat":
        raise typer.BadParameter("it is for --format brat; redirect the other formats: > FILE", param_hint="--out")
    return chosen
