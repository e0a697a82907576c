"""How a command ends: errors become one line and an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from onrecord.cli.output import OutputClosed, OutputError, say, say_lines
from onrecord.cli.writers import SeveralDocuments
from onrecord.errors import OnrecordError

FAILED = 1
USAGE = 2
INTERRUPTED = 130
"""128 and the number of the signal, as shells count: SIGINT."""

PIPE_CLOSED = 141
"""The same for SIGPIPE: what ``head`` makes of every program before it."""


@contextmanager
def endings() -> Iterator[None]:
    """End the command with a message and an exit code where it cannot go on.

    Raises:
        typer.Exit: In place of every error that people can do something about.
    """
    try:
        yield
    except OutputClosed as error:
        raise typer.Exit(PIPE_CLOSED) from error
    except SeveralDocuments as error:
        say("brat keeps one report a file, and there are several: name a folder for them with --out DIR")
        raise typer.Exit(USAGE) from error
    except (OnrecordError, OutputError) as error:
        say_lines(str(error))
        raise typer.Exit(FAILED) from error
    except KeyboardInterrupt as error:
        raise typer.Exit(INTERRUPTED) from error
