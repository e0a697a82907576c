"""Scaled: a reading with the ranges of its hedges, computed on the scale that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import structs

from onrecord.types import Claim, Reading, Statement

if TYPE_CHECKING:
    from onrecord.judge.certainty import Scale

ScaleName = Annotated[
    str,
    typer.Option(
        "--scale",
        metavar="SCALE",
        help="Whose ranges hedges are given in, per cent: icd203, phia, ipcc, or survey (how 46 readers took them).",
    ),
]
DEFAULT_SCALE = "icd203"


def as_scale(name: str) -> Scale:
    """Check the name of a scale.

    Raises:
        typer.BadParameter: There is no such scale.
    """
    from onrecord.judge.certainty import SCALES

    for scale in SCALES:
        if scale == name:
            return scale
    raise typer.BadParameter(f"{name!r} is no scale; choose {', '.join(SCALES)}", param_hint="--scale")


def scaled(reading: Reading, scale: Scale) -> Reading:
    """A reading with the ranges of its hedges, which are never stored.

    Args:
        reading: What was read.
        scale: The standard.
    """
    return structs.replace(reading, statements=tuple(_statement(one, scale) for one in reading.statements))


def _statement(statement: Statement, scale: Scale) -> Statement:
    if all(claim.certainty is None for claim in statement.claims):
        return statement
    return structs.replace(statement, claims=tuple(_claim(claim, scale) for claim in statement.claims))


def _claim(claim: Claim, scale: Scale) -> Claim:
    from onrecord.judge.certainty import on_scale

    return claim if claim.certainty is None else structs.replace(claim, certainty=on_scale(claim.certainty, scale))
