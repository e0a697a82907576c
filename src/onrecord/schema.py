"""The JSON schema of the record, made from the structs that print it.

``python -m onrecord.schema docs/reference/record.schema.json`` writes it; a test holds the file to the structs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from onrecord.show.record import SCHEMA, Record


def record_schema() -> dict[str, Any]:
    """Make the schema, by JSON Schema 2020-12.

    Every field is required, since every field is written; a struct's description is its docstring's first paragraph.
    """
    (_,), definitions = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    for definition in definitions.values():
        _tidy(definition)
    record = definitions.pop("Record")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onrecord:schema:{SCHEMA}",
        **record,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n"


def _tidy(definition: dict[str, Any]) -> None:
    if "description" in definition:
        definition["description"] = " ".join(definition["description"].split("\n\n")[0].split())
    properties = definition.get("properties", {})
    for value in properties.values():
        value.pop("default", None)
    if properties:
        definition["required"] = list(properties)


def main(arguments: list[str]) -> None:
    """Write the schema to the file named, or print it.

    Args:
        arguments: A path, or nothing.
    """
    if arguments:
        Path(arguments[0]).write_text(schema_text(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(schema_text())


if __name__ == "__main__":
    main(sys.argv[1:])
