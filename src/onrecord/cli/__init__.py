"""The command line: parse, call, print."""

from __future__ import annotations


def main() -> None:
    """Run the command that the process was started with."""
    from onrecord.cli.app import app

    app()
