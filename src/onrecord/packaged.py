"""Packaged: what was learned and lies as JSON with its module."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any, TypeVar

from onrecord.errors import ModelError

Learned = TypeVar("Learned")

HELP = "install onrecord again"


def read_learned(package: str, name: str, form: int, build: Callable[[Mapping[str, Any]], Learned]) -> Learned:
    """Read what was learned from a file of the package.

    Args:
        package: The module's, with dots.
        name: The file's.
        form: Number of the format that is read.
        build: Makes it of what the file holds.

    Raises:
        ModelError: The file is missing, of another format, or not what it should be.
    """
    shown = f"{package.replace('.', '/')}/{name}"
    try:
        held = json.loads(files(package).joinpath(name).read_text("utf-8"))
        if held["format"] != form:
            raise ModelError(f"{shown} has format {held['format']}, not {form}; {HELP}")
        return build(held)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{shown} cannot be read ({error!r}); {HELP}") from error
